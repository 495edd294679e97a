// The pipeline of maps against a real database: outcomes, samples, immutability, interruptions, and what verify finds.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findHeldRelease,
  listHeldReleases,
  publishRelease,
  verifyRelease,
  withdrawRelease,
} from '@codeset/database/load';
import { lineCodeSystem, lineMap, type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadMap } from './load-map.ts';
import { type LoadRequest, loadRelease } from './load-release.ts';
import type { LoadObserver, MapLoadReport } from './load-report.ts';
import type { MapService } from './map-service.ts';

let folder: string;
let database: ThrowAwayDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeset-maps-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  database = await throwAwayDatabase();
});
afterEach(() => database.drop());

const quiet: LoadObserver = { step: () => undefined, progress: () => undefined };
const y2001 = [
  'A1|B1|equivalent|as before',
  'A2-A4|B2|source-is-narrower-than-target|\ta tab, a back\\slash, “quotes”',
  'A5+A6|B3|related-to|',
  '|B4|unmapped|none before',
];
const y2002 = [...y2001, 'A7||unmapped|gone'];

async function write(version: string, lines: readonly string[], header = `map ${version}`): Promise<string> {
  const path = join(folder, `${version}-${Math.random()}.txt`);
  await writeFile(path, [header, ...lines].join('\n'));
  return path;
}

async function load(
  version: string,
  lines: readonly string[],
  options: Partial<LoadRequest<MapService>> = {},
  observer = quiet,
): Promise<MapLoadReport> {
  const paths = [await write(version, lines)];
  const environment = { sql: database.sql, observer, clock: () => performance.now() };
  return loadMap({ service: lineMap, version, paths, ...options }, environment);
}

async function held(version: string) {
  const release = await findHeldRelease(database.sql, 'small-map', version);
  if (!release) throw new Error(`${version} is not held`);
  return release;
}

/** The tables of the schema that hold rows, with their numbers. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await database.sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'codeset'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.sql<{ rows: number }[]>`
      select count(*)::integer as rows from codeset.${database.sql(name)}`;
    if (row?.rows) counts[name] = row.rows;
  }
  return counts;
}

const whole = { concept_map: 1, finding: 1, mapping_1: 4, release: 1, source_file: 1 };

describe('loadMap', () => {
  test('publishes a release and reports what it wrote', async () => {
    const report = await load('2001', y2001);
    expect(report).toMatchObject({
      conceptMap: 'small-map',
      outcome: 'published',
      effectiveFrom: '2001-01-01',
      sourceRecords: { lines: 4 },
      counts: {
        mappings: 4,
        'source codes': 5,
        'target codes': 4,
        ranges: 1,
        combinations: 1,
        'relationship unmapped': 1,
      },
      findings: [{ rule: 'counted', message: '4 mappings after 0; 0 targets held' }],
    });
    expect(await held('2001')).toMatchObject({
      publication: 'small-map',
      codeSystem: null,
      conceptMap: 'small-map',
      status: 'published',
      digest: report.digest,
      parts: [],
    });
    expect(await rowCounts()).toEqual(whole);
  });

  test('the published release is what was in the file, and proves it', async () => {
    const { digest } = await load('2001', y2001);
    expect(await verifyRelease(database.sql, await held('2001'))).toEqual({
      digest,
      rowsRead: 4,
      problems: [],
    });
    const rows = await database.sql`
      select position, source_code, source_to, source_with, target_code, relationship, properties, place
      from codeset.mapping order by position`;
    expect(rows[1]).toMatchObject({
      position: 1,
      source_code: 'A2',
      source_to: 'A4',
      target_code: 'B2',
      relationship: 'source-is-narrower-than-target',
      properties: [{ code: 'remark', value: '\ta tab, a back\\slash, “quotes”' }],
      place: 'line 3',
    });
    expect(rows[2]?.['source_with']).toEqual([{ text: 'A6', from: 'A6', to: null, below: false }]);
  });

  test('keeps what the map says of concepts, and between which releases it is', async () => {
    const lines = [...y2001, 'mention source A1 Alpha', 'mention target B1 Beta', 'between 1999 2000'];
    const { digest, counts } = await load('2001', lines);
    expect(counts).toMatchObject({ mappings: 4, 'concepts mentioned': 2 });
    const release = await held('2001');
    expect(release.between).toEqual({ source: '1999', target: '2000' });
    expect(await verifyRelease(database.sql, release)).toEqual({ digest, rowsRead: 6, problems: [] });
    const mentions = await database.sql`
      select side, key, position, code, kind, title from codeset.mentioned_concept order by position`;
    expect(mentions).toEqual([
      { side: 'source', key: 'A1', position: 0, code: 'A1', kind: null, title: 'Alpha' },
      { side: 'target', key: 'B1', position: 1, code: 'B1', kind: null, title: 'Beta' },
    ]);
    await expect(database.sql`update codeset.mentioned_concept set title = 'Gamma'`).rejects.toThrow('2001');
    await expect(database.sql`truncate codeset.mentioned_concept`).rejects.toThrow('never change');
  });

  test('is checked against earlier releases of the map and against the codes that are held', async () => {
    const path = await write('2001', ['B1||Beta|1', 'B2||Beta|1'], 'codes 2001');
    const environment = { sql: database.sql, observer: quiet, clock: () => performance.now() };
    await loadRelease({ service: lineCodeSystem, version: '2001', paths: [path] }, environment);
    await load('2001', y2001);
    const { findings } = await load('2002', y2002);
    expect(findings.map(({ message }) => message)).toEqual(['5 mappings after 4; 2 targets held']);
  });

  test('gives the same digest wherever it is loaded, and another one for other mappings', async () => {
    const first = await load('2002', y2002);
    await database.drop();
    database = await throwAwayDatabase();
    const earlier = await load('2001', y2001);
    expect((await load('2002', y2002)).digest).toBe(first.digest);
    expect(earlier.digest).not.toBe(first.digest);
  });

  test('the same files again do nothing', async () => {
    const paths = [await write('2001', y2001)];
    const first = await load('2001', [], { paths });
    expect(await load('2001', [], { paths })).toMatchObject({
      outcome: 'already-published',
      digest: first.digest,
    });
    expect(await rowCounts()).toEqual(whole);
  });

  test('other files under a published version are refused', async () => {
    await load('2001', y2001);
    await expect(load('2001', y2002)).rejects.toMatchObject({
      code: 'RELEASE_EXISTS',
      message: expect.stringContaining('Release 2001 of small-map is already published, from other files'),
    });
    expect(await rowCounts()).toEqual(whole);
  });

  test.each([
    ['a dry run', { dryRun: true }, y2001, 'dry-run'],
    ['findings that refuse it', {}, [...y2001, 'refuse'], 'refused'],
  ])('%s leaves no row', async (_, options, lines, outcome) => {
    expect((await load('2001', lines, options)).outcome).toBe(outcome);
    expect(await rowCounts()).toEqual({});
  });

  test.each([
    ['a file of another release', 'map 2009', 'FILE_REFUSED'],
    ['no file of the map', 'Dear Sir', 'FILE_MISSING'],
  ])('%s is refused and leaves no row', async (_, header, code) => {
    const paths = [await write('2001', y2001, header)];
    await expect(load('2001', [], { paths })).rejects.toMatchObject({ code });
    expect(await rowCounts()).toEqual({});
  });

  test.each(['list mappings', 'build keys and indexes', 'publish'])(
    'interrupted at “%s”, it leaves no row',
    async (step) => {
      const stop = (name: string) => {
        if (name === step) throw new Error('interrupted');
      };
      await expect(load('2001', y2001, {}, { step: stop, progress: stop })).rejects.toThrow('interrupted');
      expect(await rowCounts()).toEqual({});
      expect((await load('2001', y2001)).outcome).toBe('published');
    },
  );

  test('without publishing it is checked; the same files publish it, others take its place', async () => {
    const paths = [await write('2001', y2001)];
    expect((await load('2001', y2002, { publish: false })).outcome).toBe('checked');
    expect((await load('2001', [], { paths, publish: false })).outcome).toBe('checked');
    expect(await held('2001')).toMatchObject({ status: 'checked', counts: { mappings: 4 } });
    expect((await load('2001', [], { paths })).outcome).toBe('published');
    expect(await rowCounts()).toEqual({ ...whole, mapping_1: undefined, mapping_2: 4 });
  });

  test('two loads at once: one publishes, the other finds it done', async () => {
    const paths = [await write('2001', y2001)];
    const reports = await Promise.all([load('2001', [], { paths }), load('2001', [], { paths })]);
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['already-published', 'published']);
    expect(await rowCounts()).toMatchObject({ release: 1, mapping_1: 4 });
  });
});

describe('samples of a map', () => {
  test('give way to its first real release, and are not loaded beside one', async () => {
    await load('2001', y2001, { sample: true });
    await load('2002', y2002);
    const rows = await listHeldReleases(database.sql, 'small-map');
    expect(rows.map(({ version, status }) => [version, status])).toEqual([
      ['2001', 'withdrawn'],
      ['2002', 'published'],
    ]);
    await expect(load('2003', y2001, { sample: true })).rejects.toMatchObject({ code: 'RELEASE_EXISTS' });
  });
});

describe('a published release of a map', () => {
  test.each([
    'update codeset.mapping set target_code = $$x$$',
    'update codeset.mapping_1 set target_code = $$x$$',
    'delete from codeset.mapping_1',
    'truncate codeset.mapping_1',
    'truncate codeset.mapping',
    'insert into codeset.mapping_1 select 1, 99, $$x$$, null, false, source_with, null, relationship, properties, place from codeset.mapping_1 limit 1',
    'update codeset.release set concept_map = concept_map || $$$$, version = $$1999$$',
    'delete from codeset.release',
    'insert into codeset.finding values (1, 99, $$info$$, $$x$$, $$x$$, null)',
  ])('refuses: %s', async (statement) => {
    await load('2001', y2001);
    await expect(database.sql.unsafe(statement)).rejects.toMatchObject({ code: '23001' });
  });

  test('can be withdrawn and published again, unchanged', async () => {
    const { digest } = await load('2001', y2001);
    await withdrawRelease(database.sql, await held('2001'));
    expect((await held('2001')).status).toBe('withdrawn');
    await expect(load('2001', y2001)).rejects.toMatchObject({ code: 'RELEASE_STATUS' });
    await database.sql.begin(async (tx) => publishRelease(tx, await held('2001')));
    expect(await verifyRelease(database.sql, await held('2001'))).toMatchObject({ digest, problems: [] });
  });

  test('has exactly the keys, indexes, checks and triggers of the table it is attached to', async () => {
    await load('2001', y2001);
    const [table] = await parts('mapping');
    const [part] = await parts('mapping_1');
    expect(part).toEqual({ ...table, checks: (table?.['checks'] ?? 0) + 1 });
  });

  function parts(table: string) {
    return database.sql<Record<string, number>[]>`
      select (select count(*) from pg_index where indrelid = c.oid)::integer as indexes,
        (select count(*) from pg_constraint where conrelid = c.oid and contype = 'f')::integer as "foreign keys",
        (select count(*) from pg_constraint where conrelid = c.oid and contype = 'c')::integer as checks,
        (select count(*) from pg_trigger where tgrelid = c.oid and not tgisinternal)::integer as triggers
      from pg_class c where oid = ${`codeset.${table}`}::regclass`;
  }
});

describe('verifyRelease', () => {
  test.each([
    ['a changed target', 'update codeset.mapping_1 set target_code = $$B9$$ where position = 0'],
    ['a changed property', `update codeset.mapping_1 set properties = '[]' where position = 0`],
    [
      'a changed order',
      'update codeset.mapping_1 set target_code = (array[$$B2$$, $$B1$$])[position + 1] where position < 2',
    ],
    ['a position that is none', 'update codeset.mapping_1 set position = 9 where position = 3'],
    ['a lost mapping', 'delete from codeset.mapping_1 where position = 3'],
  ])('finds %s', async (_, tampering) => {
    await load('2001', y2001);
    await database.sql.begin(async (tx) => {
      await tx.unsafe('alter table codeset.mapping_1 disable trigger user');
      await tx.unsafe(tampering);
    });
    const { problems } = await verifyRelease(database.sql, await held('2001'));
    expect(problems).toEqual([expect.stringContaining('mapping')]);
  });

  test.each([
    ['a changed mention', 'update codeset.mentioned_concept set title = $$Gamma$$', []],
    [
      'a lost mention',
      'delete from codeset.mentioned_concept where position = 0',
      ['The last of the mentions'],
    ],
    ['other versions', 'update codeset.release set target_version = null', []],
  ])('finds %s', async (_, tampering, further) => {
    await load('2001', [...y2001, 'mention source A1 Alpha', 'mention target B1 Beta', 'between 1999 2000']);
    await database.sql.begin(async (tx) => {
      await tx.unsafe('alter table codeset.mentioned_concept disable trigger user');
      await tx.unsafe('alter table codeset.release disable trigger user');
      await tx.unsafe(tampering);
    });
    const { problems } = await verifyRelease(database.sql, await held('2001'));
    const all = [...further, 'The digest of the mappings'];
    expect(problems).toEqual(all.map((problem) => expect.stringContaining(problem)));
  });
});
