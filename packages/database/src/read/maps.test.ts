// The questions about maps, over small releases of one.
import { connectDatabase, type Database } from '@codeset/database';
import type { Mapping, MentionedConcept, ReleaseName } from '@codeset/terminology';
import {
  aMapping,
  buildMap,
  buildRelease,
  release2026,
  smallMap,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from './open-reader.ts';

const mapping = (sourceCode: string | null, targetCode: string, place: string) =>
  aMapping(sourceCode, targetCode, { place, ...(sourceCode === null ? {} : { relationship: 'equivalent' }) });
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

/** By key on either side, and a concept that has nothing but a key. */
const of2003: readonly Mapping[] = [
  { ...mapping('A3', 'B3', 'line 2'), sourceKey: '3', targetKey: '30' },
  { ...mapping('A4', 'B3', 'line 3'), sourceKey: '4', targetKey: '30' },
  { ...mapping(null, 'B4', 'line 4'), sourceKey: '5', relationship: 'related-to' },
];
const mention = (side: MentionedConcept['side'], key: string, title: string): MentionedConcept => ({
  side,
  key,
  code: key.toLowerCase(),
  kind: 'category',
  depthInKind: 2,
  chapter: 'I',
  title,
});

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
const ids = { 2001: 0, 2002: 0, 2003: 0 };

beforeAll(async () => {
  database = await throwAwayDatabase();
  await buildRelease(database.sql, release2026);
  ids[2002] = await buildMap(database.sql, { definition: smallMap, name: name('2002'), mappings: of2002 });
  const mentions = [mention('source', 'A3', 'Third'), mention('target', 'B3', 'Third there')];
  ids[2003] = await buildMap(database.sql, {
    definition: smallMap,
    name: name('2003'),
    mappings: of2003,
    mentions,
    between: { source: '2000', target: null },
  });
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
  expect(maps.map(({ version }) => version)).toEqual(['2001', '2002', '2003']);
  expect(maps[2]).toMatchObject({ sourceVersion: '2000', targetVersion: null });
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

test('mappings that name a concept on a side, by code in any form or by key', async () => {
  const places = async (side: 'source' | 'target', forms: string[], keys: string[]) =>
    (await reader.listMappingsNaming({ releaseId: ids[2003], side, forms, keys })).map(({ place }) => place);
  expect(await places('source', ['A3'], [])).toEqual(['line 2']);
  expect(await places('target', ['B3'], [])).toEqual(['line 2', 'line 3']);
  expect(await places('target', [], ['30'])).toEqual(['line 2', 'line 3']);
  expect(await places('source', ['A4'], ['5', '4'])).toEqual(['line 3', 'line 4']);
  expect(await places('source', ['B3'], ['30'])).toEqual([]);
  const [row] = await reader.listMappingsNaming({
    releaseId: ids[2003],
    side: 'source',
    forms: [],
    keys: ['5'],
  });
  expect(row).toEqual({ ...of2003[2], position: 2, releaseId: ids[2003], form: null });
});

test('mappings page by page', async () => {
  const page = async (after: number | null, limit: number) =>
    (await reader.listMappingsPage({ releaseId: ids[2003], after, limit })).map(({ position }) => position);
  expect(await page(null, 2)).toEqual([0, 1]);
  expect(await page(1, 2)).toEqual([2]);
  expect(await page(2, 2)).toEqual([]);
});

test('what a map says of concepts of a side, by code in any form or by key', async () => {
  const asked = { releaseId: ids[2003], side: 'source' as const };
  const third = { ...mention('source', 'A3', 'Third'), form: 'A3' };
  expect(await reader.listMentions({ ...asked, forms: ['A3'], keys: [] })).toEqual([third]);
  expect(await reader.listMentions({ ...asked, forms: [], keys: ['A3', 'B3'] })).toEqual([third]);
  expect(await reader.listMentions({ ...asked, releaseId: ids[2002], forms: ['A3'], keys: ['A3'] })).toEqual(
    [],
  );
});

test('what is staged or withdrawn is not listed as published', async () => {
  await database.sql`update codeset.release set status = 'withdrawn' where id = ${ids[2001]}`;
  expect((await reader.listPublishedMaps()).map(({ version }) => version)).toEqual(['2002', '2003']);
});
