// The questions about maps, over small releases of one.
import { connectDatabase, type Database } from '@codeset/database';
import type { Mapping, ReleaseName } from '@codeset/terminology';
import {
  buildMap,
  buildRelease,
  release2026,
  smallMap,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from './open-reader.ts';

const mapping = (sourceCode: string | null, targetCode: string, place: string): Mapping => ({
  sourceCode,
  sourceTo: null,
  sourceBelow: false,
  sourceWith: [],
  targetCode,
  relationship: sourceCode === null ? 'unmapped' : 'equivalent',
  properties: [],
  place,
});
const name = (version: string): ReleaseName => ({
  version,
  effectiveFrom: `${version}-01-01`,
  scheduledTo: null,
  draft: false,
});
const of2001 = [mapping('A1', 'B1', 'line 2'), mapping(null, 'B2', 'line 3')];
const of2002: readonly Mapping[] = [
  {
    ...mapping('A3', 'B3', 'line 2'),
    sourceTo: 'A5',
    sourceBelow: true,
    sourceWith: [{ text: 'Z1', from: 'Z1', to: null, below: false }],
    relationship: 'related-to',
    properties: [{ code: 'remark', value: 'a remark' }],
  },
  ...of2001,
];

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
const ids = { 2001: 0, 2002: 0 };

beforeAll(async () => {
  database = await throwAwayDatabase();
  await buildRelease(database.sql, release2026);
  ids[2002] = await buildMap(database.sql, { definition: smallMap, name: name('2002'), mappings: of2002 });
  ids[2001] = await buildMap(database.sql, { definition: smallMap, name: name('2001'), mappings: of2001 });
  client = connectDatabase({
    url: database.url,
    role: 'codeset_reader',
    applicationName: 'read test',
    readOnly: true,
  });
  reader = openReader(client);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('published maps stand in the order of their effective dates, apart from the releases of code systems', async () => {
  const maps = await reader.listPublishedMaps();
  expect(maps.map(({ version }) => version)).toEqual(['2001', '2002']);
  expect(maps[1]).toMatchObject({
    id: ids[2002],
    conceptMap: 'small-map',
    sample: false,
    draft: false,
    effectiveFrom: '2002-01-01',
    counts: { mappings: 3, ranges: 1 },
    attribution: 'Made up; show this.',
    definition: smallMap,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await reader.listPublishedReleases()).map(({ version }) => version)).toEqual(['2026']);
});

test('mappings come back as they were stored, in their order', async () => {
  const rows = await reader.listMappings([ids[2002]]);
  expect(rows).toEqual(of2002.map((row, position) => ({ ...row, position, releaseId: ids[2002] })));
});

test('several releases are asked at once, and a release of a code system has none', async () => {
  const rows = await reader.listMappings([ids[2001], ids[2002], 1, 99]);
  expect(rows.map(({ releaseId, place }) => `${releaseId} ${place}`)).toEqual([
    `${ids[2002]} line 2`,
    `${ids[2002]} line 2`,
    `${ids[2002]} line 3`,
    `${ids[2001]} line 2`,
    `${ids[2001]} line 3`,
  ]);
});

test('what is staged or withdrawn is not listed as published', async () => {
  await database.sql`update codeset.release set status = 'withdrawn' where id = ${ids[2001]}`;
  expect((await reader.listPublishedMaps()).map(({ version }) => version)).toEqual(['2002']);
});
