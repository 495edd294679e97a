// What changed between the real editions of ICD-10-CM, and what became of their codes; run over a database that holds all.
import {
  buildLineage,
  carryForward,
  compareReleases,
  contentReader,
  type Lineage,
  type ReleaseDiff,
  type ReleasesToCompare,
} from '@codeset/comparison';
import { connectDatabase, type Database } from '@codeset/database';
import { openReader, type PublishedRelease, type Reader } from '@codeset/database/read';
import { icd10cm, icd10cmConversion } from '@codeset/ingest-icd-10-cm';
import { loadMap } from '@codeset/ingestion';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from './icd-10-cm-editions.ts';
import { testPaths } from './icd-10-cm-paths.ts';

/** Asks the gateway over the database. */
export type Ask = <T>(query: string, variables: Record<string, unknown>) => Promise<T>;

/** What the tests run over; filled before they do. */
export interface ChangesUnderTest {
  readonly ask: Ask;
  readonly url: () => string;
  readonly owner: () => Database;
}

/** From, to, gained, lost, revised, became headers, placeholders replaced: billable codes, by the publisher's totals. */
const figures = [
  ['2017', '2018', 360, 142, 226, 34, 0],
  ['2018', '2019', 279, 51, 143, 48, 3],
  ['2019', '2020', 273, 21, 30, 14, 3],
  ['2020', '2021-01', 496, 59, 47, 40, 18],
  ['2022', '2022-04', 3, 1, 0, 1, 0],
  ['2025', '2025-04', 0, 0, 0, 0, 0],
] as const;

/** Registers the tests; call it within the describe that loads the editions. */
export function testChanges({ ask, url, owner }: ChangesUnderTest): void {
  test.each(figures)(
    'from %s to %s: %i gained, %i lost, %i revised; %i of the lost became headers, %i gave up a placeholder',
    async (from, to, gained, lost, revised, becameHeaders, placeholdersReplaced) => {
      const query = `query ($from: String!, $to: String!) {
        compare(codeSystem: "icd-10-cm", from: $from, to: $to) { totals { selectable {
          gained lost revised becameHeaders placeholdersReplaced withoutHeirs } } } }`;
      const { compare } = await ask<{ compare: { totals: { selectable: object } } }>(query, { from, to });
      const withoutHeirs = lost - becameHeaders - placeholdersReplaced;
      expect(compare.totals.selectable).toEqual({
        gained,
        lost,
        revised,
        becameHeaders,
        placeholdersReplaced,
        withoutHeirs,
      });
    },
  );

  test("what the publisher's lists are silent about is told code by code, and nothing else differs", async () => {
    const query = `query ($version: String!) { release(codeSystem: "icd-10-cm", version: $version) {
      reconciliations { scope against { version } lines { of change announced listed computed }
        differences { what change code explained } } } }`;
    const silent: string[] = [];
    for (const version of [
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2021-01',
      '2022',
      '2022-04',
      '2023',
      '2025-04',
    ]) {
      const { release } = await ask<{ release: { reconciliations: Reconciled[] } }>(query, { version });
      expect(release.reconciliations.length, version).toBeGreaterThan(0);
      for (const { scope, against, differences } of release.reconciliations) {
        expect(against, version).not.toBeNull();
        for (const { what, change, code, explained } of differences) {
          silent.push(`${version} ${scope} ${what} ${change} ${code} ${explained}`);
        }
      }
    }
    const of2018 =
      'H35.3113 H35.3114 H35.3123 H35.3124 H35.3133 H35.3134 H35.3193 H35.3194 P03.810 P03.819 R93.41 Z05.7';
    const revised = (version: string, scope: string, codes: string) =>
      codes.split(' ').map((code) => `${version} ${scope} NOT_ANNOUNCED REVISION ${code} true`);
    expect(silent.sort()).toEqual(
      [
        ...revised('2017', 'ALL', 'T46.4X T50.A2'),
        ...revised('2018', 'ALL', of2018),
        ...revised('2022', 'ALL', 'Z68.30 Z68.41'),
        ...revised('2022', 'SELECTABLE', 'Z68.30 Z68.41'),
      ].sort(),
    );
  });

  describe('lineage', () => {
    let client: Database;
    let reader: Reader;
    let held: PublishedRelease[];
    let lineage: Lineage;
    const diffs = new Map<string, Promise<ReleaseDiff>>();
    const definition = icd10cm.definition;
    const compare = (asked: ReleasesToCompare) => {
      const name = `${asked.from.id} ${asked.to.id}`;
      const diff = diffs.get(name) ?? compareReleases(reader, asked);
      diffs.set(name, diff);
      return diff;
    };

    beforeAll(async () => {
      const observer = { step: () => undefined, progress: () => undefined };
      const environment = { sql: owner(), observer, clock: () => performance.now() };
      const paths = [`${dataFolder}/maps/icd-10-cm-conversion/2025`];
      const request = { service: icd10cmConversion, version: '2025', paths };
      expect((await loadMap(request, environment)).outcome).toBe('published');
      client = connectDatabase({ url: url(), applicationName: 'lineage test', readOnly: true, max: 4 });
      reader = openReader(client);
      held = (await reader.listPublishedReleases()).filter(({ codeSystem }) => codeSystem === definition.id);
      const maps = await reader.listPublishedMaps();
      lineage = await buildLineage(reader, { definition, held, maps, compare });
    }, 300_000);
    afterAll(() => client?.end());

    test('every row of the conversion table of 2025 whose two codes are held leads from the one to the other', () => {
      const rows = new Set(
        lineage.edges.flatMap((edge) =>
          edge.evidence.filter(({ source }) => source === 'conversion-table').map(({ place }) => place),
        ),
      );
      const failing = new Set(lineage.unresolved.map(({ evidence }) => evidence.place));
      const partly = [...failing].filter((place) => rows.has(place)).length;
      // Of its 5,405 rows 125 say that there is no previous code.
      expect({ whole: rows.size - partly, partly, not: failing.size - partly }).toEqual({
        whole: 5_254,
        partly: 3, // lists of several previous codes, of which one is not held
        not: 23,
      });
      const told = lineage.unresolved.map(({ target, reason }) => `${target}: ${reason}`);
      const mistyped = (source: string, targets: string) =>
        targets.split(' ').map((target) => `${target}: ${source}: in no release that is held.`);
      expect(told.sort()).toEqual(
        [
          ...mistyped('E11.3X11', 'E11.3X11'),
          ...mistyped('Q25.12', 'Q52.120 Q52.121 Q52.122 Q52.123 Q52.124 Q52.129'),
          ...mistyped('R31.19', 'R39.191 R39.192 R39.198'),
          ...mistyped('T85.198A', 'T85.193A T85.193D T85.193S'),
          ...mistyped('V29.80XA', 'V29.811A V29.818A'),
          ...mistyped('V29.80XD', 'V29.811D V29.818D'),
          ...mistyped('V29.80XS', 'V29.811S V29.818S'),
          ...mistyped('V29.89XA', 'V29.881A V29.888A'),
          ...mistyped('V29.89XD', 'V29.881D V29.888D'),
          ...mistyped('V29.89XS', 'V29.881S V29.888S'),
          'Z83.72: Z83.718 is not in 2023, the last release held from before the day, but in 2025, 2025-04.',
        ].sort(),
      );
    });

    test('a code of 2019 that is lost by 2025 is led on, but for those of which nobody says anything', async () => {
      const [from, to] = ['2019', '2025'].map((version) =>
        held.find((release) => release.version === version),
      );
      if (!from || !to) throw new Error('2019 and 2025 are not held');
      const rows = await client<{ code: string }[]>`
        select c.code from codeset.release_concept c join codeset.concept_content t on t.id = c.content_id
        where c.release_id = ${from.id} and t.selectable order by c.position`;
      const codes = rows.map(({ code }) => ({ code, count: 1 }));
      const list = await carryForward(reader, contentReader(reader), {
        definition,
        held,
        from,
        to,
        codes,
        lineage,
        compare,
      });
      const diff = await compareReleases(reader, { definition, from, to, held });
      const kept =
        codes.length -
        diff.changes.filter(({ before, after }) => before?.selectable && !after?.selectable).length;
      const count = (status: string) => list.summary.find((one) => one.status === status)?.codes ?? 0;
      expect(count('unchanged') + count('reworded')).toBe(kept);
      expect(list.summary.reduce((sum, { volume }) => sum + (volume ?? 0), 0)).toBe(71_932);
      const ended = list.codes.filter(({ status }) => status === 'ended').map(({ asked }) => asked);
      expect(ended).toEqual(['Q51.20']);
      const selectable = await client<{ code: string }[]>`
        select c.code from codeset.release_concept c join codeset.concept_content t on t.id = c.content_id
        where c.release_id = ${to.id} and t.selectable`;
      const there = new Set(selectable.map(({ code }) => code));
      const lost = list.codes.flatMap(({ into }) => into).filter(({ code }) => !there.has(code));
      expect(lost).toEqual([]);
    }, 120_000);

    testPaths({ owner, reader: () => reader, lineage: () => lineage, compare });
  });
}

interface Reconciled {
  readonly scope: string;
  readonly against: { readonly version: string } | null;
  readonly differences: readonly {
    readonly what: string;
    readonly change: string;
    readonly code: string;
    readonly explained: boolean;
  }[];
}
