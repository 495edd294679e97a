// Two published releases of a map compared by the database first: the same changes as from all mappings of both.
import { connectDatabase, type Database } from '@codeset/database';
import { openReader, type PublishedMap, type Reader } from '@codeset/database/read';
import {
  aMapping,
  buildMap,
  randomOf,
  smallMap,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import { compareMaps, type Mapping, type PlainDate } from '@codeset/terminology';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareMapReleases } from './compare-map-releases.ts';

const definition = { ...smallMap, ofRelease: ['uri'] };

/** Sources by code, by key and by neither; the property `uri` is another one in each release. */
function generated(seed: number): Mapping[] {
  const random = randomOf(seed);
  const pick = (most: number) => Math.floor(random() * most);
  return Array.from({ length: 3_000 }, (_none, i): Mapping => {
    const number = pick(900);
    const target = pick(12) === 0 ? null : `T${pick(4)}`;
    const properties = [
      { code: 'uri', value: `http://example/${seed}/${i}` },
      { code: 'flags', value: String(pick(10) === 0) },
    ];
    if (number % 9 === 0) return aMapping(null, `N${number}`, { properties });
    const key = number % 2 === 0 ? { sourceKey: `k${number}` } : {};
    return aMapping(number % 5 === 0 ? `s.${number}` : `S${number}`, target, { properties, ...key });
  });
}
/** Every tenth source as in the other release, so that not all differ. */
const first = generated(1);
const releases: Record<string, Mapping[]> = {
  '2001': first,
  '2002': first
    .map((mapping, i) => (i % 40 === 0 ? { ...mapping, targetCode: 'T9' } : mapping))
    .slice(0, 2_990),
  '2003': generated(2),
};

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
let published: readonly PublishedMap[];
beforeAll(async () => {
  database = await throwAwayDatabase();
  for (const [version, mappings] of Object.entries(releases)) {
    const name = { version, effectiveFrom: `${version}-01-01` as PlainDate, scheduledTo: null, draft: false };
    await buildMap(database.sql, { definition, name, mappings });
  }
  client = connectDatabase({ url: database.url, role: 'codeset_reader', applicationName: 'map diff test' });
  reader = openReader(client);
  published = await reader.listPublishedMaps();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const mapOf = (version: string) => {
  const found = published.find((map) => map.version === version);
  if (!found) throw new Error(`no ${version}`);
  return found;
};
/** As the database gives mappings, release and place left out. */
const bare = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (name, inner) => (['releaseId', 'position'].includes(name) ? undefined : inner)),
  );

test.each([
  ['2001', '2002'],
  ['2002', '2001'],
  ['2001', '2003'],
  ['2003', '2002'],
])('from %s to %s', async (from, to) => {
  const { changes } = await compareMapReleases(reader, mapOf(from), mapOf(to));
  const whole = compareMaps(releases[from] ?? [], releases[to] ?? [], definition.ofRelease);
  expect(whole.length).toBeGreaterThan(50);
  expect(bare(changes)).toEqual(bare(whole));
});

test('only what differs is read, and nothing of a release and itself', async () => {
  const { id } = mapOf('2001');
  expect(await reader.listDifferingMappings({ from: id, to: id, ofRelease: ['uri'] })).toEqual([]);
  expect((await compareMapReleases(reader, mapOf('2001'), mapOf('2001'))).changes).toEqual([]);
  const differing = { from: id, to: mapOf('2002').id };
  const some = await reader.listDifferingMappings({ ...differing, ofRelease: ['uri'] });
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(3_000);
});
