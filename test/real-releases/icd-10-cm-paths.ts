// What codes of ICD-9-CM come to through CMS's maps and thirteen editions of ICD-10-CM: every code, every step.
import {
  carryForward,
  contentReader,
  type Lineage,
  type ReleaseDiff,
  type ReleasesToCompare,
} from '@codeset/comparison';
import {
  type FollowedCode,
  followRoute,
  type GapKind,
  type PathPoint,
  pathsOf,
  type PathWish,
  planRoutes,
  qualityOf,
} from '@codeset/crosswalk';
import type { Database } from '@codeset/database';
import type { Reader } from '@codeset/database/read';
import { gemIcd10ToIcd9, gemIcd9ToIcd10, icd10cm } from '@codeset/ingest-icd-10-cm';
import { loadMap } from '@codeset/ingestion';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from './icd-10-cm-editions.ts';

/** What the tests run over; filled before they do. */
export interface PathsUnderTest {
  readonly owner: () => Database;
  readonly reader: () => Reader;
  readonly lineage: () => Lineage;
  readonly compare: (asked: ReleasesToCompare) => Promise<ReleaseDiff>;
}

const ofGems = [
  [gemIcd9ToIcd10, '2016'],
  [gemIcd9ToIcd10, '2018'],
  [gemIcd10ToIcd9, '2018'],
] as const;

/** Registers the tests; call it where the editions and the lineage are at hand. */
export function testPaths({ owner, reader, lineage, compare }: PathsUnderTest): void {
  describe('paths', () => {
    beforeAll(async () => {
      const observer = { step: () => undefined, progress: () => undefined };
      const environment = { sql: owner(), observer, clock: () => performance.now() };
      for (const [service, version] of ofGems) {
        const request = { service, version, paths: [`${dataFolder}/maps/gem/${version}`] };
        expect((await loadMap(request, environment)).outcome).toBe('published');
      }
    }, 120_000);

    async function sources() {
      const published = {
        maps: await reader().listPublishedMaps(),
        releases: await reader().listPublishedReleases(),
        definitions: await reader().listCodeSystems(),
      };
      const contents = contentReader(reader());
      return { reader: reader(), contents, published, lineageOf: async () => lineage(), compare };
    }

    async function follow(
      codes: readonly string[],
      ends: { readonly from: string; readonly to: string },
      more: { readonly fromVersion?: string; readonly toVersion?: string } & Pick<PathWish, 'through'>,
    ): Promise<FollowedCode[]> {
      const from = await sources();
      const release = (version: string | undefined) =>
        from.published.releases.find((one) => one.codeSystem === 'icd-10-cm' && one.version === version) ??
        null;
      const [route, ...others] = planRoutes(from.published, {
        ...ends,
        fromRelease: release(more.fromVersion),
        toRelease: release(more.toVersion),
        through: more.through,
        reverse: false,
      });
      if (!route || others.length > 0) throw new Error('one route was expected');
      return await followRoute(from, route, codes);
    }

    const gem2016 = { through: [{ map: 'gem-icd-9-cm-icd-10-cm', version: '2016' }] };
    const toLater = { from: 'icd-9-cm', to: 'icd-10-cm' };

    test('all codes of ICD-9-CM through the GEM of 2016 come to 2025, or tell why not', async () => {
      const client = owner();
      const rows = await client<{ source: string; target: string | null }[]>`
        select source_code as source, target_code as target from codeset.mapping m
        join codeset.release r on r.id = m.release_id
        where r.concept_map = 'gem-icd-9-cm-icd-10-cm' and r.version = '2016'`;
      const codes = [...new Set(rows.map(({ source }) => source))];
      const found = await follow(codes, toLater, { toVersion: '2025', ...gem2016 });
      const statuses = found.map(({ status }) => status);
      const gaps = found.flatMap(({ alternatives }) => pathsOf(alternatives).flatMap(({ gap }) => gap ?? []));
      const count = (kind: GapKind) => gaps.filter((gap) => gap.kind === kind).length;
      expect({
        codes: codes.length,
        arrived: statuses.filter((status) => status === 'arrived').length,
        partly: statuses.filter((status) => status === 'partly').length,
        noMap: count('no-map'),
        ended: gaps.filter(({ kind }) => kind === 'ended').map(({ at }) => at.code),
        others: gaps.filter(({ kind }) => kind !== 'no-map' && kind !== 'ended'),
      }).toEqual({
        codes: 14_567,
        arrived: 14_132,
        partly: 2,
        noMap: 425,
        // No publisher says what took their place.
        ended: [
          'Q51.20',
          'Q51.20',
          ...['S06.0X2A', 'S06.0X3A', 'S06.0X4A', 'S06.0X5A', 'S06.0X6A'],
          ...['Z22.50', 'Z22.51', 'Z22.52', 'Z22.59'],
        ],
        others: [],
      });
      checkSteps(found);
      await checkEnds(found, rows);
    }, 120_000);

    /** Each step begins where the one before ends, and one that leads to another code says who leads there. */
    function checkSteps(found: readonly FollowedCode[]): void {
      for (const { alternatives } of found) {
        for (const path of pathsOf(alternatives)) {
          for (const [i, step] of path.steps.entries()) {
            const before = path.steps[i - 1];
            if (before && before.to.code !== step.from.code) throw new Error(`a step from ${step.from.code}`);
            if (step.is === 'releases' && step.from.code !== step.to.code) {
              const said = step.edges.flatMap(({ evidence }) => evidence.map(({ source }) => source));
              expect(said.some((source) => source !== 'similarity')).toBe(true);
            }
          }
          if (path.end) expect(qualityOf(path).relationship).not.toBeNull();
        }
      }
    }

    /** The ends are those of a list of the map's targets that is carried from 2016 to 2025, and all are billable there. */
    async function checkEnds(
      found: readonly FollowedCode[],
      rows: readonly { readonly source: string; readonly target: string | null }[],
    ): Promise<void> {
      const { published } = await sources();
      const held = published.releases.filter(({ codeSystem }) => codeSystem === 'icd-10-cm');
      const [from, to] = ['2016', '2025'].map((version) => held.find((one) => one.version === version));
      if (!from || !to) throw new Error('2016 and 2025 are not held');
      const targets = [...new Set(rows.flatMap(({ target }) => target ?? []))];
      const list = await carryForward(reader(), contentReader(reader()), {
        definition: icd10cm.definition,
        held,
        from,
        to,
        codes: targets.map((code) => ({ code, count: null })),
        lineage: lineage(),
        compare,
      });
      const into = new Map(
        list.codes.map(({ asked, into: those }) => [asked, those.map(({ code }) => code)]),
      );
      const expected = new Map<string, Set<string>>();
      for (const { source, target } of rows) {
        const ends = expected.get(source) ?? new Set();
        for (const code of target === null ? [] : (into.get(target) ?? [])) ends.add(code);
        expected.set(source, ends);
      }
      const endsOf = ({ alternatives }: FollowedCode) =>
        new Set(pathsOf(alternatives).flatMap(({ end }) => end?.code ?? []));
      const differing = found.filter((one) => {
        const [ends, those] = [endsOf(one), expected.get(one.asked) ?? new Set()];
        return ends.size !== those.size || [...ends].some((code) => !those.has(code));
      });
      // Where titles alone are alike a carried list goes on, to be decided by a person; a path ends.
      const ended = differing.map(({ asked, alternatives }) => [
        asked,
        [...new Set(pathsOf(alternatives).flatMap(({ gap }) => gap?.kind ?? []))],
      ]);
      expect(ended).toEqual(differing.map(({ asked }) => [asked, ['ended']]));
      expect(differing.length).toBeLessThan(12);
      const billable = await owner()<{ code: string }[]>`
        select c.code from codeset.release_concept c join codeset.concept_content t on t.id = c.content_id
        where c.release_id = ${to.id} and t.selectable`;
      const there = new Set(billable.map(({ code }) => code));
      expect(found.flatMap((one) => [...endsOf(one)]).filter((code) => !there.has(code))).toEqual([]);
    }

    /** A path as `819.0@null related-to S42.91XA@2016, …`. */
    function told({ alternatives }: FollowedCode): string[] {
      const name = ({ code, version }: PathPoint) => `${code}@${version}`;
      return pathsOf(alternatives).map(({ steps }) =>
        steps.map(({ from, relationship, to }) => `${name(from)} ${relationship} ${name(to)}`).join(', '),
      );
    }

    test('998.31 has a choice in 2018, and again in 2025; 8190 needs two codes, or three', async () => {
      const [disruption, fractures] = await follow(['998.31', '8190'], toLater, {
        toVersion: '2025',
        ...gem2016,
      });
      expect(disruption && told(disruption)).toEqual(
        ['T81.320A', 'T81.321A', 'T81.328A', 'T81.329A'].map(
          (code) =>
            `998.31@null related-to T81.32XA@2016, T81.32XA@2016 source-is-broader-than-target ${code}@2025`,
        ),
      );
      expect(fractures?.alternatives.map(({ needs }) => needs.length)).toEqual([2, 3]);
    });

    test('from a release of ICD-10-CM on to the one that a map speaks of, and by it to ICD-9-CM', async () => {
      const [found] = await follow(
        ['H54.51'],
        { from: 'icd-10-cm', to: 'icd-9-cm' },
        { fromVersion: '2016', through: [{ map: 'gem-icd-10-cm-icd-9-cm', version: '2018' }] },
      );
      expect(found && told(found)).toEqual([
        'H54.51@2016 source-is-broader-than-target H54.511A@2018, H54.511A@2018 related-to 369.76@null',
        'H54.51@2016 source-is-broader-than-target H54.512A@2018, H54.512A@2018 related-to 369.73@null',
      ]);
    });
  });
}
