// Paths over maps and releases in a real database: every step by who says it, and where nobody does a gap.
import { buildLineage, compareReleases, contentReader, type ReleasesToCompare } from '@codeset/comparison';
import { connectDatabase, type Database } from '@codeset/database';
import { openReader } from '@codeset/database/read';
import {
  aMapping,
  buildMap,
  buildRelease,
  hcpcs2017,
  hcpcs2018,
  hcpcs2018April,
  icd11Of2018,
  icd11Of2024,
  smallCodeSystem,
  smallMap,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import type { ConceptRecord, Mapping, PlainDate, PropertyValue } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followRoute } from './follow-route.ts';
import { type FollowedCode, type Path, type PathPoint, pathsOf } from './path.ts';
import { qualityOf } from './path-quality.ts';
import { type PathWish, planRoutes } from './plan-routes.ts';
import type { Leg, Route } from './route.ts';
import type { PathSources } from './sources.ts';

const grain = { ...smallCodeSystem, id: 'grain', properties: [], parts: [] };
const day = (version: string) => `${version}-01-01` as PlainDate;

/** A code that may be coded with, unless codes are below it. */
function concept(code: string, display: string, below?: string): ConceptRecord {
  return {
    key: code,
    code,
    parentKey: below ?? null,
    content: {
      kind: 'code',
      display,
      designations: [],
      selectable: true,
      properties: [],
      effectiveFrom: null,
      effectiveTo: null,
    },
    noteSet: null,
    propertySet: null,
    designationSet: null,
  };
}
const header = (code: string, display: string): ConceptRecord => {
  const record = concept(code, display);
  return { ...record, content: { ...record.content, selectable: false } };
};

const always = [concept('A1', 'Wheat')];
const grainOf: Record<string, ConceptRecord[]> = {
  '2001': [
    ...always,
    concept('B1', 'Rye'),
    concept('C1', 'Old oats'),
    concept('D1', 'Sorghum of the southern plains'),
    concept('E1', 'Amaranth'),
    concept('F1', 'White millet'),
    concept('F2', 'Red millet'),
    concept('G1', 'Maize and popcorn'),
    concept('I1', 'Barley'),
    concept('K1', 'Spelt'),
  ],
  '2002': [
    ...always,
    header('B1', 'Rye'),
    concept('B1.1', 'Winter rye', 'B1'),
    concept('B1.2', 'Summer rye', 'B1'),
    concept('C2', 'Oats'),
    concept('D9', 'Sorghum of the southern plains, any'),
    concept('F3', 'Millet'),
    concept('G1', 'Maize and popcorn'),
    concept('G5', 'Popcorn'),
    concept('I1', 'Barley, any'),
    concept('K2', 'Spelt with emmer'),
  ],
  '2003': [
    ...always,
    header('B1', 'Rye'),
    header('B1.1', 'Winter rye'),
    concept('B1.11', 'Early winter rye', 'B1.1'),
    concept('B1.12', 'Late winter rye', 'B1.1'),
    concept('B1.2', 'Summer rye', 'B1'),
    concept('C2', 'Oats'),
    concept('D9', 'Sorghum of the southern plains, any'),
    concept('F3', 'Millet'),
    concept('G1', 'Maize and popcorn'),
    concept('G5', 'Popcorn'),
    concept('I1', 'Barley, any'),
    concept('K2', 'Spelt with emmer'),
  ].map((record) => (record.code === 'B1.1' ? { ...record, parentKey: 'B1' } : record)),
};

const since2002: PropertyValue[] = [{ code: 'effective-from', value: '2002-01-01' }];
const conversions: Mapping[] = [
  aMapping('C1', 'C2', { properties: since2002 }),
  aMapping('F1', 'F3', { properties: since2002 }),
  aMapping('F2', 'F3', { properties: since2002 }),
  aMapping('G1', 'G5', { properties: since2002 }),
  aMapping('K1', 'K2', {
    properties: since2002,
    sourceWith: [{ text: 'I1', from: 'I1', to: null, below: false }],
  }),
];
const needed = (scenario: number, list: number): Partial<Mapping> => ({
  properties: [
    { code: 'scenario', value: scenario },
    { code: 'choice-list', value: list },
  ],
});
const toGrain: Mapping[] = [
  aMapping('o1', 'A1', { relationship: 'equivalent' }),
  aMapping('o2', 'B1', { relationship: 'source-is-narrower-than-target' }),
  aMapping('o2', 'C1'),
  aMapping('o3', null),
  aMapping('o4', 'A1', needed(1, 1)),
  aMapping('o4', 'B1', needed(1, 2)),
  aMapping('o4', 'E1', needed(2, 1)),
  aMapping('o4', 'A1', needed(2, 2)),
  aMapping('o5', 'A1', { relationship: 'not-related-to' }),
];
const toNew: Mapping[] = [
  aMapping('A1', 'n1', { relationship: 'source-is-broader-than-target' }),
  aMapping('B1.12', 'n2', { relationship: 'equivalent' }),
  aMapping('B1.2', 'n2', needed(1, 1)),
  aMapping('B1.2', 'n1', needed(1, 2)),
];
const toIcd11: Mapping[] = [
  aMapping('o1', '1A00', { targetKey: '104' }),
  aMapping('o2', null, { targetKey: '103' }),
  aMapping('o3', '1A02&XK9'),
  aMapping('o4', '1B00', { targetKey: '999' }),
];

let database: ThrowAwayDatabase;
let client: Database;
let sources: PathSources;

beforeAll(async () => {
  database = await throwAwayDatabase();
  const { sql } = database;
  for (const [version, concepts] of Object.entries(grainOf)) {
    await buildRelease(sql, {
      definition: grain,
      version,
      effectiveFrom: day(version),
      scheduledTo: null,
      parts: [],
      concepts,
    });
  }
  for (const release of [icd11Of2018, icd11Of2024, hcpcs2017, hcpcs2018, hcpcs2018April]) {
    await buildRelease(sql, release);
  }
  const map = async (
    id: string,
    ends: readonly [string, string],
    version: string,
    between: readonly [string | null, string | null],
    mappings: readonly Mapping[],
  ) => {
    const [sourceCodeSystem, targetCodeSystem] = ends;
    await buildMap(sql, {
      definition: { ...smallMap, id, sourceCodeSystem, targetCodeSystem },
      name: { version, effectiveFrom: day(version), scheduledTo: null, draft: false },
      mappings,
      between: { source: between[0], target: between[1] },
    });
  };
  await map('grain-conversion', ['grain', 'grain'], '2003', [null, null], conversions);
  await map('old-grain', ['old', 'grain'], '2001', [null, '2001'], toGrain);
  await map('old-grain', ['old', 'grain'], '2000', [null, '2000'], toGrain);
  await map('grain-new', ['grain', 'new'], '2003', ['2003', null], toNew);
  await map('old-icd-11', ['old', 'icd-11-mms'], '2019', [null, '2019-04'], toIcd11);
  await map('old-icd-11', ['old', 'icd-11-mms'], '2018', [null, '2018-12'], toIcd11);
  client = connectDatabase({ url: database.url, role: 'codeset_reader', applicationName: 'paths test' });
  const reader = openReader(client);
  const published = {
    maps: await reader.listPublishedMaps(),
    releases: await reader.listPublishedReleases(),
    definitions: await reader.listCodeSystems(),
  };
  const compare = (asked: ReleasesToCompare) => compareReleases(reader, asked);
  sources = {
    reader,
    contents: contentReader(reader),
    published,
    compare,
    lineageOf: (definition, held) =>
      buildLineage(reader, { definition, held, maps: published.maps, compare }),
  };
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const releaseOf = (codeSystem: string, version: string | null) =>
  sources.published.releases.find((one) => one.codeSystem === codeSystem && one.version === version) ?? null;
function routes(from: string, to: string, more: Partial<PathWish> = {}): Route[] {
  const wish = { from, to, fromRelease: null, toRelease: null, through: null, reverse: false, ...more };
  return planRoutes(sources.published, wish);
}
/** The legs as `map 2001`, `grain 2001 to 2003`. */
const written = ({ legs }: Route) =>
  legs.map((leg) =>
    leg.is === 'map'
      ? `${leg.map.conceptMap} ${leg.map.version}${leg.reverse ? ' backwards' : ''}`
      : `${leg.codeSystem} ${leg.fromVersion} to ${leg.toVersion}${leg.blocked ? `: ${leg.blocked.kind}` : ''}`,
  );
const nameOf = ({ code, key, version }: PathPoint) => `${code ?? key}@${version}`;
/** A path as `o1@null equivalent A1@2001, …`, or how it ends. */
const told = ({ steps, gap }: Path) =>
  [
    ...steps.map(
      ({ from, relationship, to, choices }) =>
        `${nameOf(from)} ${relationship}${choices > 1 ? ` (of ${choices})` : ''} ${nameOf(to)}`,
    ),
    ...(gap ? [`${gap.kind} at ${nameOf(gap.at)}`] : []),
  ].join(', ');
async function follow(
  codes: readonly string[],
  from: string,
  to: string,
  more: Partial<PathWish> = {},
): Promise<FollowedCode[]> {
  const [route] = routes(from, to, more);
  if (!route) throw new Error(`no route from ${from} to ${to}`);
  return await followRoute(sources, route, codes);
}
/** What one code of the made-up grain comes to from 2001 on. */
async function since2001(code: string, version = '2003'): Promise<FollowedCode> {
  const [found] = await follow([code], 'grain', 'grain', {
    fromRelease: releaseOf('grain', '2001'),
    toRelease: releaseOf('grain', version),
  });
  if (!found) throw new Error(`no answer for ${code}`);
  return found;
}
const allTold = ({ alternatives }: FollowedCode) => pathsOf(alternatives).map(told);

describe('a route', () => {
  test('goes through the fewest maps, and from the release that a map ends in to that in which the next begins', () => {
    expect(routes('old', 'new').map(written)).toEqual([
      ['old-grain 2001', 'grain 2001 to 2003', 'grain-new 2003'],
    ]);
    expect(routes('old', 'grain', { toRelease: releaseOf('grain', '2001') }).map(written)).toEqual([
      ['old-grain 2001'],
    ]);
    expect(routes('new', 'old')).toEqual([]);
    expect(routes('new', 'old', { reverse: true }).map(written)).toEqual([
      ['grain-new 2003 backwards', 'grain 2003 to 2001: back-in-time', 'old-grain 2001 backwards'],
    ]);
  });

  test('reads the release of a map that takes no way that cannot be gone', () => {
    const to = (version: string) =>
      routes('old', 'icd-11-mms', { toRelease: releaseOf('icd-11-mms', version) }).map(written);
    expect(to('2018-12')).toEqual([['old-icd-11 2018']]);
    expect(to('2024-01')).toEqual([['old-icd-11 2018', 'icd-11-mms 2018-12 to 2024-01']]);
  });

  test('goes through the maps that are named, and is refused where they do not lead on', () => {
    const through = (...names: string[]) => ({ through: names.map((map) => ({ map, version: null })) });
    expect(routes('old', 'new', through('old-grain', 'grain-new')).map(written)).toEqual([
      ['old-grain 2001', 'grain 2001 to 2003', 'grain-new 2003'],
    ]);
    const named = { through: [{ map: 'old-grain', version: '2000' }] };
    expect(routes('old', 'grain', { ...named, toRelease: releaseOf('grain', '2003') }).map(written)).toEqual([
      ['old-grain 2000', 'grain 2000 to 2003: release-not-held'],
    ]);
    expect(() => routes('old', 'new', through('old-grain'))).toThrow('from old to grain, not to new');
    expect(() => routes('old', 'new', through('grain-new'))).toThrow('the way has come to old');
    expect(() => routes('grain', 'old', through('old-grain'))).toThrow('(reverse)');
    expect(() => routes('grain', 'grain', through('grain-conversion'))).toThrow('name the releases');
    expect(() => routes('old', 'new', through('none'))).toThrow('There is no concept map none');
    expect(() => routes('old', 'new', through(...Array<string>(9).fill('old-grain')))).toThrow('at most 8');
    expect(() => routes('grain', 'grain')).toThrow('name the first and the last');
  });
});

describe('from release to release', () => {
  test('a code to which nothing happens, one that is reworded, one that becomes a header twice', async () => {
    expect(allTold(await since2001('a1'))).toEqual(['A1@2001 equivalent A1@2003']);
    const reworded = await since2001('I1');
    expect(allTold(reworded)).toEqual(['I1@2001 equivalent I1@2003']);
    expect(pathsOf(reworded.alternatives)[0]?.steps[0]).toMatchObject({
      reworded: { before: 'Barley', after: 'Barley, any' },
      before: { version: '2001' },
      after: { version: '2002' },
      doubts: [
        'I1 was “Barley” before 2002, and is “Barley, any” since.',
        'Since 2002 K2 is coded for I1 together with K1.',
      ],
    });
    expect(allTold(await since2001('B1'))).toEqual([
      'B1@2001 source-is-broader-than-target (of 2) B1.1@2002, B1.1@2002 source-is-broader-than-target (of 2) B1.11@2003',
      'B1@2001 source-is-broader-than-target (of 2) B1.1@2002, B1.1@2002 source-is-broader-than-target (of 2) B1.12@2003',
      'B1@2001 source-is-broader-than-target (of 2) B1.2@2003',
    ]);
  });

  test('what a conversion table says is related, narrower where codes merge, and conditional where another is needed', async () => {
    expect(allTold(await since2001('C1'))).toEqual(['C1@2001 related-to C2@2003']);
    expect(allTold(await since2001('F1'))).toEqual(['F1@2001 source-is-narrower-than-target F3@2003']);
    const together = await since2001('K1');
    expect(allTold(together)).toEqual(['K1@2001 related-to K2@2003']);
    expect(pathsOf(together.alternatives)[0]?.steps[0]).toMatchObject({ together: ['I1'] });
  });

  test('a code that stays while a part of it went elsewhere is wider than what it means now, and a choice is open', async () => {
    expect(allTold(await since2001('G1'))).toEqual(['G1@2001 source-is-broader-than-target (of 2) G1@2003']);
  });

  test('no step is made of titles that are alike, nor of nothing', async () => {
    const alike = await since2001('D1');
    expect(allTold(alike)).toEqual(['ended at D1@2001']);
    expect(pathsOf(alike.alternatives)[0]?.gap?.reason).toMatch(
      /^D1 ended before 2002, and only the likeness of titles \(0\.\d+\) leads to D9: no publisher says so\.$/,
    );
    const ended = await since2001('E1');
    expect([ended.status, ...allTold(ended)]).toEqual(['gap', 'ended at E1@2001']);
    expect(allTold(await since2001('Z9'))).toEqual(['unknown-code at Z9@2001']);
    for (const code of ['', ' ', '.', '\ud800']) {
      expect((await since2001(code)).status, JSON.stringify(code)).toBe('gap');
    }
  });

  test('a string that was given to something else is not followed', async () => {
    const [from, to] = [releaseOf('hcpcs', '2018-01'), releaseOf('hcpcs', '2018-04')];
    const [reused, ended] = await follow(['J0010', 'A0002'], 'hcpcs', 'hcpcs', {
      fromRelease: from,
      toRelease: to,
    });
    expect(reused && allTold(reused)).toEqual(['reused at J0010@2018-01']);
    expect(ended?.status).toBe('gap');
  });

  test('back in time nothing is told', async () => {
    const [found] = await follow(['A1'], 'grain', 'grain', {
      fromRelease: releaseOf('grain', '2003'),
      toRelease: releaseOf('grain', '2001'),
    });
    expect(found && allTold(found)).toEqual(['back-in-time at A1@2003']);
  });
});

describe('through maps and releases', () => {
  test('alternatives go on each by itself, and their worst step is the quality of the whole', async () => {
    const [found] = await follow(['O2'], 'old', 'grain', { toRelease: releaseOf('grain', '2003') });
    expect(found && [found.status, ...allTold(found)]).toEqual([
      'arrived',
      'o2@null source-is-narrower-than-target (of 2) B1@2001, B1@2001 source-is-broader-than-target (of 2) B1.1@2002, B1.1@2002 source-is-broader-than-target (of 2) B1.11@2003',
      'o2@null source-is-narrower-than-target (of 2) B1@2001, B1@2001 source-is-broader-than-target (of 2) B1.1@2002, B1.1@2002 source-is-broader-than-target (of 2) B1.12@2003',
      'o2@null source-is-narrower-than-target (of 2) B1@2001, B1@2001 source-is-broader-than-target (of 2) B1.2@2003',
      'o2@null related-to (of 2) C1@2001, C1@2001 related-to C2@2003',
    ]);
    const qualities = pathsOf(found?.alternatives ?? []).map(qualityOf);
    expect(
      qualities.map(({ relationship, worstStep, openChoices }) => [relationship, worstStep, openChoices]),
    ).toEqual([
      ['related-to', 1, 3], // narrower, then broader: nothing is sure
      ['related-to', 1, 3],
      ['related-to', 1, 2],
      ['related-to', 0, 1],
    ]);
  });

  test('what is needed together stays so; an alternative of which a part ends is not whole', async () => {
    const [found] = await follow(['o4'], 'old', 'grain', { toRelease: releaseOf('grain', '2003') });
    expect(found?.status).toBe('partly');
    const ends = found?.alternatives.map(({ needs }) =>
      needs.map(({ paths }) => paths.map(({ end, gap }) => end?.code ?? `${gap?.kind} ${gap?.at.code}`)),
    );
    expect(ends).toEqual([
      [['A1'], ['B1.11', 'B1.12', 'B1.2']],
      [['ended E1'], ['A1']],
    ]);
  });

  test('three legs: a combination after a choice is an alternative of its own', async () => {
    const [found, none] = await follow(['o2', 'o3'], 'old', 'new');
    const ends = found?.alternatives.map(({ needs }) =>
      needs.map(({ paths }) => paths.map(({ end, gap }) => end?.code ?? `${gap?.kind} ${gap?.at.code}`)),
    );
    expect(ends).toEqual([[['not-covered B1.11', 'n2', 'not-covered C2']], [['n2'], ['n1']]]);
    expect(none && allTold(none)).toEqual(['no-map at o3@null']);
  });

  test('none by the publisher, not to be taken for each other, and no such code are told apart', async () => {
    const found = await follow(['o3', 'o5', 'o9'], 'old', 'grain');
    expect(found.flatMap(allTold)).toEqual([
      'no-map at o3@null',
      'not-related at o5@null',
      'unknown-code at o9@null',
    ]);
  });

  test('backwards a step is marked, and its relationship turned round', async () => {
    const [found] = await follow(['n1'], 'new', 'grain', { reverse: true });
    expect(found && allTold(found)).toEqual([
      'n1@null source-is-narrower-than-target (of 2) A1@2003',
      'n1@null related-to (of 2) B1.2@2003',
    ]);
    expect(pathsOf(found?.alternatives ?? []).map((path) => qualityOf(path).reverse)).toEqual([true, true]);
  });
});

describe('what has an identity of its own', () => {
  const through = { through: [{ map: 'old-icd-11', version: '2019' }] };
  const entities = async (codes: readonly string[], more: Partial<PathWish>) =>
    await follow(codes, 'old', 'icd-11-mms', { toRelease: releaseOf('icd-11-mms', '2024-01'), ...more });

  test('is found again where the release that the map speaks of is not held, with a doubt', async () => {
    const found = await entities(['o1', 'o2', 'o3', 'o4'], through);
    expect(found.flatMap(allTold)).toEqual([
      'o1@null related-to 1A00@2019-04, 1A00@2019-04 equivalent 1A01@2024-01',
      'o2@null related-to 103@2019-04, 103@2019-04 equivalent 103@2024-01',
      'o3@null related-to 1A02&XK9@2019-04, release-not-held at 1A02&XK9@2019-04', // a code alone says nothing
      'o4@null related-to 1B00@2019-04, release-not-held at 1B00@2019-04',
    ]);
    const [first] = pathsOf(found[0]?.alternatives ?? []);
    expect(first?.steps[1]?.doubts).toEqual([
      'Release 2019-04 of icd-11-mms is not held, so nothing says what became of its codes. It is found again by its identity 104.',
    ]);
    expect(first?.end).toMatchObject({ key: '104', title: 'Tangle' });
  });

  test('goes by its lineage where both releases are held, codes that are needed together part by part', async () => {
    const found = await entities(['o1', 'o2', 'o3'], {});
    expect(found.flatMap(allTold)).toEqual([
      'o1@null related-to 1A00@2018-12, 1A00@2018-12 equivalent 1A01@2024-01',
      'o2@null related-to 103@2018-12, 103@2018-12 equivalent 103@2024-01',
      'o3@null related-to 1A02&XK9@2018-12, 1A02&XK9@2018-12 equivalent 1A02&XK9@2024-01',
    ]);
    const [recoded] = pathsOf(found[0]?.alternatives ?? []);
    expect(recoded?.steps[1]).toMatchObject({ doubts: [], edges: [{ relation: 'rename', target: '1A01' }] });
  });
});

test('each concept is asked for once, however many codes lead to it, and each leg is told', async () => {
  const [route] = routes('old', 'grain', { toRelease: releaseOf('grain', '2003') });
  if (!route) throw new Error('no route');
  const legs: [Leg['is'], number][] = [];
  const codes = ['o1', 'o4', 'o1', 'O1', 'o9'];
  const found = await followRoute(sources, route, codes, (leg, concepts) => legs.push([leg.is, concepts]));
  expect(legs).toEqual([
    ['map', 4], // o1 and O1 are two ways to write it
    ['releases', 3],
  ]);
  expect(found.map(({ asked }) => asked)).toEqual(codes);
  expect(found[0] && allTold(found[0])).toEqual(found[2] && allTold(found[2]));
  for (const [i, code] of codes.entries()) {
    const [alone] = await followRoute(sources, route, [code]);
    expect(alone).toEqual(found[i]);
  }
});
