// What changed in the indexes of ICD-10-CM: figures committed, and held to a second reading of the XML, path by path.
import {
  compareIndexes,
  compareReferences,
  type IndexChange,
  type IndexLine,
  totalIndexChanges,
} from '@codeset/comparison';
import { connectDatabase, type Database } from '@codeset/database';
import { openReader, type Reader } from '@codeset/database/read';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadForm, type PublishedLine, pathForm, publishedLines } from './published-index.ts';

const roles: Readonly<Record<string, string>> = {
  diseases: 'index-to-diseases',
  'external-causes': 'external-cause-index',
  neoplasms: 'neoplasm-table',
  drugs: 'drug-table',
};

/** From, to, index, and the figures: entries, added, removed, moved, reworded, leading elsewhere. */
const figures = [
  ['2017', '2023', 'diseases', [5_097, 3_158, 239, 59, 185, 1_537]],
  ['2021', '2022-04', 'external-causes', [4, 2, 0, 0, 0, 2]],
  ['2021', '2022-04', 'neoplasms', [0, 0, 0, 0, 0, 0]],
  ['2021', '2022-04', 'drugs', [22, 3, 1, 0, 2, 16]],
  ['2017', '2021', 'external-causes', [252, 228, 2, 2, 2, 19]],
  ['2017', '2021', 'neoplasms', [33, 10, 1, 4, 17, 1]],
  ['2017', '2021', 'drugs', [108, 8, 3, 60, 3, 35]],
] as const;

/** Registers the tests; call it within the describe that loads the editions. */
export function testIndexChanges(url: () => string): void {
  describe('changes of the indexes', () => {
    let client: Database;
    let reader: Reader;
    const ids = new Map<string, number>();
    const kept = new Map<string, readonly IndexChange[]>();

    beforeAll(async () => {
      client = connectDatabase({ url: url(), applicationName: 'index diffs', readOnly: true, max: 2 });
      reader = openReader(client);
      for (const { version, id } of await reader.listPublishedReleases()) ids.set(version, id);
    });
    afterAll(async () => {
      await client?.end();
    });

    async function compare(from: string, to: string, kind: string): Promise<readonly IndexChange[]> {
      const name = `${from} ${to} ${kind}`;
      const asked = { fromId: ids.get(from) ?? 0, toId: ids.get(to) ?? 0, kind };
      const changes = kept.get(name) ?? (await compareIndexes(reader, asked)).changes;
      kept.set(name, changes);
      return changes;
    }

    it.each(figures)('from %s to %s, %s', async (from, to, kind, expected) => {
      const { entries, kinds } = totalIndexChanges([{ kind, changes: await compare(from, to, kind) }]);
      expect([entries, ...kinds.map(({ count }) => count)]).toEqual(expected);
    });

    it.each(figures)('from %s to %s, %s: a second reading finds the same', async (from, to, kind) => {
      const [before, after] = await Promise.all(
        [from, to].map((version) => publishedLines(version, roles[kind] ?? '')),
      );
      const plain = compareByPath(before ?? [], after ?? []);
      const told = {
        gone: [] as string[],
        came: [] as string[],
        reworded: [] as string[],
        leads: [] as string[],
      };
      for (const change of await compare(from, to, kind)) {
        const [was, is] = [change.before && lineOf(change.before), change.after && lineOf(change.after)];
        const elsewhere = change.kinds.includes('moved');
        if (was && (!is || elsewhere)) told.gone.push(textOf(was));
        if (is && (!was || elsewhere)) told.came.push(textOf(is));
        if (elsewhere || !was || !is) continue;
        if (was.title !== is.title) told.reworded.push(`${textOf(was)} ⇒ ${is.title}`);
        if (was.leads.join() !== is.leads.join()) told.leads.push(`${textOf(was)} ⇒ ${is.leads}`);
      }
      for (const list of Object.values(told)) list.sort();
      expect(told).toEqual(plain);
    });

    it.each(figures)(
      'from %s to %s, %s: what moved is word for word the same, or stands below such a line',
      async (from, to, kind) => {
        const moved = (await compare(from, to, kind)).filter(({ kinds }) => kinds.includes('moved'));
        const before = new Set(moved.map((change) => change.before?.path.join(' > ')));
        for (const { before: was, after: is } of moved) {
          const same = was?.content.title === is?.content.title && (was?.content.references.length ?? 0) > 0;
          expect(same || before.has(was?.path.slice(0, -1).join(' > '))).toBe(true);
        }
      },
    );

    it('what changes from 2017 to 2023 changes back on the way back; nothing differs from itself', async () => {
      expect(await compare('2017', '2017', 'diseases')).toEqual([]);
      const there = await compare('2017', '2023', 'diseases');
      const back = await compare('2023', '2017', 'diseases');
      const told = ([was, is]: readonly (IndexLine | null)[]) =>
        `${was ? textOf(lineOf(was)) : ''} ⇒ ${is ? textOf(lineOf(is)) : ''}`;
      expect(back.map(({ before, after }) => told([after, before])).sort()).toEqual(
        there.map(({ before, after }) => told([before, after])).sort(),
      );
    });

    it('the drug table from 2021 to 2022-04: cannabinoids got codes of their own', async () => {
      const changes = await compare('2021', '2022-04', 'drugs');
      const terms = (kind: string) =>
        changes.flatMap(({ kinds, before, after }) =>
          kinds.some((found) => found === kind) ? [(after ?? before)?.path.at(-1)] : [],
        );
      expect(terms('added')).toEqual([
        'Cannabinoids, synthetic',
        'Synthetic cannabinoids',
        'Portuguese Man-o-war',
      ]);
      expect(terms('removed')).toEqual(['Portugese Man-o-war']); // a typing error set right is another term
      expect(terms('leadsElsewhere').join(', ')).toBe(
        'Afghanistan black, Bhang, Cannabinol, Cannabis, cannabis sativa, Dronabinol, Ganja, Hashish, hemp, Lebanese red, Marihuana, Marijuana, Nabilone, Pot, Tetrahydrocannabinol, THC',
      );
      const cells = changes
        .filter(({ kinds }) => kinds.includes('leadsElsewhere'))
        .flatMap(({ before, after }) =>
          compareReferences(before?.content.references ?? [], after?.content.references ?? []),
        )
        .map(({ column, before, after }) => `${column}: ${before?.code} → ${after?.code}`);
      expect([...new Set(cells)]).toEqual([
        '2: T40.7X1 → T40.711',
        '3: T40.7X2 → T40.712',
        '4: T40.7X3 → T40.713',
        '5: T40.7X4 → T40.714',
        '6: T40.7X5 → T40.715',
        '7: T40.7X6 → T40.716',
      ]);
    });
  });
}

/** What a comparison of whole paths says, with no tree: of lines on one path those that say the same are one. */
function compareByPath(before: readonly PublishedLine[], after: readonly PublishedLine[]) {
  const told = {
    gone: [] as string[],
    came: [] as string[],
    reworded: [] as string[],
    leads: [] as string[],
  };
  const had = groupByPath(before);
  const has = groupByPath(after);
  for (const path of new Set([...had.keys(), ...has.keys()])) {
    const came = [...(has.get(path) ?? [])];
    const left = (had.get(path) ?? []).filter((line) => {
      const at = came.findIndex((other) => textOf(other) === textOf(line));
      if (at >= 0) came.splice(at, 1);
      return at < 0;
    });
    for (const [i, line] of left.entries()) {
      const other = came[i];
      if (!other) told.gone.push(textOf(line));
      else if (line.title !== other.title) told.reworded.push(`${textOf(line)} ⇒ ${other.title}`);
      if (other && line.leads.join() !== other.leads.join())
        told.leads.push(`${textOf(line)} ⇒ ${other.leads}`);
    }
    told.came.push(...came.slice(left.length).map(textOf));
  }
  for (const list of Object.values(told)) list.sort();
  return told;
}

function groupByPath(lines: readonly PublishedLine[]): Map<string, PublishedLine[]> {
  const groups = new Map<string, PublishedLine[]>();
  for (const line of lines) {
    const group = groups.get(line.path);
    if (group) group.push(line);
    else groups.set(line.path, [line]);
  }
  return groups;
}

/** What our diff says of a line, in the words of the second reading. */
function lineOf({ path, content: { title, references } }: IndexLine): PublishedLine {
  const leads = references.map(({ kind, column, text }) => leadForm(kind, column, text));
  return { path: pathForm(path), title, leads };
}

function textOf({ path, title, leads }: PublishedLine): string {
  return [path, title, ...leads].join(' | ');
}
