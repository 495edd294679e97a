// The laws of index diffs, on generated indexes in a real database.
import { connectDatabase, type Database } from '@codeset/database';
import { openReader, type Reader } from '@codeset/database/read';
import {
  buildRelease,
  randomIndex,
  randomOf,
  release2026,
  smallCodeSystem,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import { hashIndexContent, type IndexContent, type IndexRecord } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareIndexes } from './compare-indexes.ts';
import type { IndexChange, IndexLine } from './index-diff.ts';
import { termForm } from './index-term-forms.ts';

const seeds = [1, 2, 3, 4, 5, 6];
const pairs = seeds.flatMap((a) => seeds.filter((b) => b > a).map((b) => [a, b] as const));

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
const ids = new Map<number, number>();
const built = new Map<number, readonly IndexRecord[]>();

beforeAll(async () => {
  database = await throwAwayDatabase();
  for (const seed of seeds) {
    const random = randomOf(seed * 104_729);
    const index = ['diseases', 'neoplasms'].flatMap((kind) => randomIndex(random, kind));
    built.set(seed, index);
    const release = { ...release2026, version: `20${10 + seed}`, effectiveFrom: `20${9 + seed}-10-01` };
    ids.set(
      seed,
      await buildRelease(database.sql, { ...release, definition: smallCodeSystem, concepts: [], index }),
    );
  }
  client = connectDatabase({ url: database.url, applicationName: 'laws of index diffs', readOnly: true });
  reader = openReader(client);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function compare(a: number, b: number, kind = 'diseases'): Promise<readonly IndexChange[]> {
  const diff = await compareIndexes(reader, { fromId: ids.get(a) ?? 0, toId: ids.get(b) ?? 0, kind });
  expect(diff.kind).toBe(kind);
  return diff.changes;
}

describe('laws', () => {
  test('an index does not differ from itself', async () => {
    for (const seed of seeds) expect(await compare(seed, seed)).toEqual([]);
  });

  test.each(pairs)('what changes from %s to %s changes back on the way back', async (a, b) => {
    const [there, back] = [await compare(a, b), await compare(b, a)];
    expect(sorted(back.map((change) => told(turned(change))))).toEqual(sorted(there.map(told)));
  });

  test.each(pairs)('the changes from %s to %s, applied to the first, give the second', async (a, b) => {
    for (const kind of ['diseases', 'neoplasms']) {
      const lines = linesOf(built.get(a) ?? [], kind);
      for (const { before, after } of await compare(a, b, kind)) {
        if (before) {
          const at = lines.indexOf(lineOf(before));
          expect(at, lineOf(before)).toBeGreaterThanOrEqual(0);
          lines.splice(at, 1);
        }
        if (after) lines.push(lineOf(after));
      }
      expect(sorted(lines)).toEqual(sorted(linesOf(built.get(b) ?? [], kind)));
    }
  });

  test.each(pairs)('the order from %s to %s is that of the second release', async (a, b) => {
    const changes = await compare(a, b);
    const positions = changes.flatMap(({ to }) => to?.position ?? []);
    expect(positions).toEqual([...positions].sort((x, y) => x - y));
    expect(await compare(a, b)).toEqual(changes);
  });

  test.each(pairs)(
    'a change from %s to %s has the rows of its entries, and tells a difference',
    async (a, b) => {
      for (const { from, to, before, after, kinds } of await compare(a, b)) {
        expect([from === null, to === null]).toEqual([before === null, after === null]);
        for (const row of [from, to]) {
          if (!row) continue;
          const release = ids.get(row === from ? a : b) ?? 0;
          const [held] = (await reader.listIndexAncestors(release, [row.position])).slice(-1);
          expect(held).toEqual(row);
        }
        expect(kinds.length).toBeGreaterThan(0);
      }
    },
  );

  test('every kind of change occurs in what was generated', async () => {
    const kinds = new Set<string>();
    for (const [a, b] of pairs)
      for (const change of await compare(a, b)) for (const kind of change.kinds) kinds.add(kind);
    expect(sorted([...kinds])).toEqual(['added', 'leadsElsewhere', 'moved', 'removed', 'reworded']);
  });
});

/** An entry with its path in the form in which paths are compared. */
function lineOf({ path, content }: IndexLine): string {
  return entry(path, content);
}

function entry(path: readonly string[], content: IndexContent): string {
  return `${path.map((term) => termForm({ term })).join(' > ')} ${hashIndexContent(content)}`;
}

function linesOf(index: readonly IndexRecord[], kind: string): string[] {
  const open: string[] = [];
  return index
    .filter((record) => record.kind === kind)
    .map(({ depth, content }) => {
      open.length = depth;
      open.push(content.term);
      return entry(open, content);
    });
}

function turned(change: IndexChange): IndexChange {
  const kinds = change.kinds.map((kind) =>
    kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind,
  );
  return { ...change, kinds, before: change.after, after: change.before };
}

function told({ kinds, before, after, cosmetic }: IndexChange): string {
  return JSON.stringify([kinds, cosmetic, before && lineOf(before), after && lineOf(after)]);
}

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort();
}
