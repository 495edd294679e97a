// Many codes through a map: the same answers one by one and together, and which map and release are read.
import { connectDatabase, type Database } from '@codeset/database';
import { openReader, type PublishedMap, type Reader } from '@codeset/database/read';
import { aMapping, buildMap, smallMap, type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import type { Mapping, PlainDate } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MapWish, mapsLeading } from './maps-leading.ts';
import { outcomeOf, tallyOutcomes } from './outcomes.ts';
import { translateCodes } from './translate-codes.ts';

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
let published: readonly PublishedMap[];

const mapping = (sourceCode: string, targetCode: string | null, scenario?: number) =>
  aMapping(sourceCode, targetCode, {
    properties: scenario === undefined ? [] : [{ code: 'scenario', value: scenario }],
  });
const between = (source: string | null) => ({ source, target: null });
const definition = (id: string, sourceCodeSystem: string, targetCodeSystem: string) => ({
  ...smallMap,
  id,
  sourceCodeSystem,
  targetCodeSystem,
});
/** More codes than one statement asks for. */
const many = Array.from({ length: 2_345 }, (_none, i) => `C${i}`);

beforeAll(async () => {
  database = await throwAwayDatabase();
  const build = async (
    id: string,
    ends: [string, string],
    version: string,
    mappings: Mapping[],
    draft = false,
  ) => {
    const name = { version, effectiveFrom: `${version}-01-01` as PlainDate, scheduledTo: null, draft };
    await buildMap(database.sql, {
      definition: definition(id, ...ends),
      name,
      mappings,
      between: between(version),
    });
  };
  const ends: [string, string] = ['old', 'new'];
  await build('map-b', ends, '2001', [mapping('A1', 'B1')]);
  await build(
    'map-b',
    ends,
    '2003',
    many.map((code) => mapping(code, `T.${code}`)),
  );
  await build('map-b', ends, '2002', [
    mapping('A1', 'B1'),
    mapping('A1', 'B2'),
    mapping('A2', null),
    mapping('A3', 'B3', 1),
  ]);
  await build('map-b', ends, '2004', [mapping('A1', 'B1')], true);
  await build('map-a', ends, '2001', [mapping('A1', 'B1')]);
  await build('map-c', ['old', 'old'], '2001', [mapping('A1', 'A2')]);
  client = connectDatabase({ url: database.url, role: 'codeset_reader', applicationName: 'crosswalk test' });
  reader = openReader(client);
  published = await reader.listPublishedMaps();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const wish: MapWish = {
  from: 'old',
  to: 'new',
  fromVersion: null,
  map: null,
  mapVersion: null,
  reverse: false,
};
const leading = (more: Partial<MapWish> = {}) =>
  mapsLeading(published, { ...wish, ...more }).map(({ conceptMap, version }) => `${conceptMap} ${version}`);
const releaseOf = (version: string) => {
  const [map] = mapsLeading(published, { ...wish, map: 'map-b', mapVersion: version });
  if (!map) throw new Error(`no ${version}`);
  return map;
};
const asked = (codes: readonly string[]) => codes.map((code) => ({ code, key: null }));

describe('which maps are read', () => {
  test('one release of each map that leads there: the newest, drafts left out', () => {
    expect(leading()).toEqual(['map-a 2001', 'map-b 2003']);
    expect(leading({ from: 'new', to: 'old' })).toEqual([]);
    expect(leading({ from: 'new', to: 'old', reverse: true })).toEqual(['map-a 2001', 'map-b 2003']);
    expect(leading({ to: 'old' })).toEqual([]); // what became of codes of one system is for lineage
  });

  test('the one that speaks of the release asked of, and the one that is named', () => {
    expect(leading({ fromVersion: '2002' })).toEqual(['map-a 2001', 'map-b 2002']);
    expect(leading({ map: 'map-b', mapVersion: '2004' })).toEqual(['map-b 2004']);
    expect(() => leading({ map: 'map-c' })).toThrow('successors and predecessors');
    expect(() => leading({ map: 'map-b', from: 'new', to: 'old' })).toThrow('read backwards');
  });
});

test('thousands of codes are answered in the order asked, as each is alone', async () => {
  const read = { map: releaseOf('2003'), reverse: false, release: null };
  const codes = [...many.slice(1_000), 'none', ...many.slice(0, 1_000)];
  const found = await translateCodes(reader, read, asked(codes), null);
  expect(found.map(({ mappings }) => mappings[0]?.targetCode ?? null)).toEqual(
    codes.map((code) => (code === 'none' ? null : `T.${code}`)),
  );
  const alone = await translateCodes(reader, read, asked(['C7']), null);
  expect(alone[0]).toEqual(found[codes.indexOf('C7')]);
  const back = await translateCodes(reader, { ...read, reverse: true }, asked(['t.c7', 'TC7']), null);
  expect(back.map(({ code, mappings }) => [code, mappings.length])).toEqual([
    ['T.C7', 1],
    ['T.C7', 1],
  ]);
});

test('what came of each code is set apart and counted', async () => {
  const read = { map: releaseOf('2002'), reverse: false, release: null };
  const found = await translateCodes(reader, read, asked(['a1', 'A2', 'A3', 'A9']), '2003');
  expect(found.map((one) => outcomeOf(one, false))).toEqual([
    'one-to-many',
    'none',
    'combination',
    'unknown',
  ]);
  expect(found[0]?.doubt).toBe('The map speaks of release 2002 of old; 2003 was asked for.');
  const [first] = found;
  expect(first && outcomeOf({ ...first, mappings: first.mappings.slice(0, 1) }, false)).toBe('one-to-one');
  const counts = tallyOutcomes(found.map((one) => outcomeOf(one, false)));
  expect(counts.map(({ codes }) => codes)).toEqual([0, 1, 1, 1, 0, 1]);
});

test('nothing is asked of nothing', async () => {
  expect(
    await translateCodes(reader, { map: releaseOf('2001'), reverse: false, release: null }, [], null),
  ).toEqual([]);
});
