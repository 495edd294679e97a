// The pipeline against a real database: outcomes, order of loading, races, immutability, and what verify finds.
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
import { lineCodeSystem, type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LoadRequest, loadRelease } from './load-release.ts';
import type { LoadReport } from './load-report.ts';

let folder: string;
let database: ThrowAwayDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeset-ingestion-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  database = await throwAwayDatabase();
});
afterEach(() => database.drop());

const y2001 = [
  'A||Alpha|0',
  'A1|A|Alpha one|1',
  'A2|A|Alpha two|1',
  'note A what alpha includes',
  'index alpha A1',
];
const y2002 = [
  'A||Alpha|0',
  'A1|A|Alpha one, reworded|1',
  'A2|A|Alpha two|1',
  'A3|A|Alpha three|1',
  'index alpha A1',
];
/** What the publisher says of 2002: one code more, one title; and nothing of a third. */
const addenda = ['totals 2 3 1 0 1', 'add A3 Alpha three', 'revise A1 Alpha one, reworded'];
const y2003 = ['A||Alpha|0', 'A2|A|Alpha two|0', 'A3|A2|Alpha three|1', 'index alpha A3'];

async function load(
  version: string,
  lines: readonly string[],
  options: Partial<LoadRequest> = {},
): Promise<LoadReport> {
  const path = join(folder, `${version}-${Math.random()}.txt`);
  await writeFile(path, [`codes ${version}`, ...lines].join('\n'));
  const observer = { step: () => undefined, progress: () => undefined };
  const environment = { sql: database.sql, observer, clock: () => performance.now() };
  return loadRelease({ service: lineCodeSystem, version, paths: [path], ...options }, environment);
}

async function held(version: string) {
  const release = await findHeldRelease(database.sql, 'icd-10-cm', version);
  if (!release) throw new Error(`${version} is not held`);
  return release;
}

/** Every row of the schema's tables and its partitions, by table. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await database.sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'codeset'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.sql<
      { rows: number }[]
    >`select count(*)::integer as rows from codeset.${database.sql(name)}`;
    counts[name] = row?.rows ?? 0;
  }
  return counts;
}

const nothing = {
  announcement: 0,
  code_system: 0,
  concept_content: 0,
  concept_map: 0,
  finding: 0,
  index_content: 0,
  mentioned_concept: 0,
  note_set: 0,
  property_set: 0,
  designation_set: 0,
  release: 0,
  source_file: 0,
};

describe('loadRelease', () => {
  test('publishes a release and reports what it wrote', async () => {
    const report = await load('2001', y2001);
    expect(report).toMatchObject({
      outcome: 'published',
      counts: { concepts: 3, selectable: 2, header: 1, notes: 1, 'index entries': 1 },
      contents: {
        concepts: { distinct: 3, added: 3 },
        noteSets: { distinct: 2, added: 2 },
        indexLines: { distinct: 1, added: 1 },
      },
      changes: null,
    });
    expect(await held('2001')).toMatchObject({
      status: 'published',
      digest: report.digest,
      effectiveFrom: '2001-01-01',
    });
  });

  test('a further release writes only the contents that are not held, and says what changed', async () => {
    await load('2001', y2001);
    const report = await load('2002', y2002);
    expect(report.contents['concepts']).toEqual({ distinct: 4, added: 2 });
    expect(report.contents['indexLines']).toEqual({ distinct: 1, added: 0 });
    expect(report.changes).toEqual({
      against: '2001',
      added: 1,
      removed: 0,
      removedWithoutEnd: 0,
      reworded: 1,
      displayChanged: 1,
      meaningChanged: 0,
      terminated: 0,
      recoded: 0,
      notesChanged: 1,
      moved: 0,
      unchanged: 1,
    });
  });

  test('what the publisher says changed is kept, and reconciled with what did', async () => {
    await load('2001', y2001);
    const report = await load('2002', [...y2002, ...addenda]);
    expect(report.reconciliations).toMatchObject([{ against: '2001', scope: 'selectable', differences: [] }]);
    const numbers = report.reconciliations[0]?.lines.map(({ announced, listed, computed, agrees }) => [
      announced,
      listed,
      computed,
      agrees,
    ]);
    expect(numbers).toEqual([
      [1, 1, 1, true],
      [0, 0, 0, true],
      [1, 1, 1, true],
    ]);
    const [row] = await database.sql`select position, file, scope, totals, changes from codeset.announcement`;
    expect(row).toMatchObject({
      position: 0,
      file: report.files[0]?.name,
      scope: 'selectable',
      totals: [{ of: 'selectable', from: 2, to: 3, additions: 1 }],
      changes: [
        { action: 'add', code: 'A3', before: null, after: { display: 'Alpha three' } },
        { action: 'revise', code: 'A1' },
      ],
    });
    const [stored] = await database.sql`
      select report -> 'reconciliations' -> 0 ->> 'against' as against from codeset.release where version = '2002'`;
    expect(stored).toEqual({ against: '2001' });
  });

  test('what it is silent about is told code by code; a base that is not held is said', async () => {
    await load('2001', y2001);
    const silent = await load('2002', [...y2002, 'totals 2 3 1 0 0', 'add A3 Alpha three'], { dryRun: true });
    expect(silent.reconciliations[0]?.differences).toMatchObject([
      { what: 'not-announced', change: 'revision', code: 'A1', explained: false },
    ]);
    const other = await load('2002', [...y2002, 'totals 7 3 1 5 1', ...addenda.slice(1)], { dryRun: true });
    expect(other.reconciliations).toMatchObject([{ against: null, differences: [] }]);
    expect((await load('2002', y2002)).reconciliations).toEqual([]);
  });

  test('the digest does not depend on what the publisher says', async () => {
    const plain = await load('2002', y2002, { dryRun: true });
    expect((await load('2002', [...y2002, ...addenda])).digest).toBe(plain.digest);
  });

  test('a release that lost or gained more than a fifth of its codes is doubted, not refused', async () => {
    await load('2001', y2001);
    const report = await load('2003', y2003);
    expect(report.outcome).toBe('published');
    const doubts = report.findings
      .filter(({ rule }) => rule === 'change-in-reason')
      .map(({ message }) => message);
    expect(doubts).toEqual([
      '1 of 3 codes (33 %) are gone since 2001.',
      '1 of 3 codes (33 %) are new since 2001.',
    ]);
  });

  test('any order of loading gives the same digests and the same dates', async () => {
    const lines: Record<string, readonly string[]> = { 2001: y2001, 2002: y2002, 2003: y2003 };
    const digests: string[][] = [];
    for (const order of [
      ['2001', '2002', '2003'],
      ['2003', '2001', '2002'],
      ['2002', '2003', '2001'],
    ]) {
      for (const version of order) await load(version, lines[version] ?? []);
      const rows = await listHeldReleases(database.sql, 'icd-10-cm');
      digests.push(rows.map(({ version, digest }) => `${version} ${digest}`));
      await database.drop();
      database = await throwAwayDatabase();
    }
    expect(digests[1]).toEqual(digests[0]);
    expect(digests[2]).toEqual(digests[0]);
  });

  test('the same files again do nothing', async () => {
    const first = await load('2001', y2001);
    const before = await rowCounts();
    const again = await load('2001', y2001);
    expect(again).toMatchObject({ outcome: 'already-published', digest: first.digest });
    expect(await rowCounts()).toEqual(before);
  });

  test('other files under a published version are refused, with both told apart', async () => {
    await load('2001', y2001);
    const before = await rowCounts();
    await expect(load('2001', y2003)).rejects.toMatchObject({
      code: 'RELEASE_EXISTS',
      message: expect.stringContaining('already published, from other files'),
    });
    expect(await rowCounts()).toEqual(before);
  });

  test('checks that find errors refuse the release and leave no row', async () => {
    const report = await load('2001', [...y2001, 'refuse']);
    expect(report.outcome).toBe('refused');
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'made-to-fail',
      'error',
    ]);
    expect(await rowCounts()).toEqual(nothing);
  });

  test.each([
    ['a code that stands twice', [...y2001, 'A1|A|again|1'], 'no-code-twice'],
    ['an orphan', ['A||Alpha|0', 'B1|B|Beta one|1'], 'parent-exists'],
    ['a code apart from its siblings', ['A||Alpha|0', 'B||Beta|0', 'A1|A|Alpha one|1'], 'pre-order'],
  ])('%s refuses the release and leaves no row', async (_, lines, rule) => {
    const report = await load('2001', lines);
    expect(report.outcome).toBe('refused');
    expect(
      report.findings.filter(({ severity }) => severity === 'error').map((finding) => finding.rule),
    ).toEqual([rule]);
    expect(await rowCounts()).toEqual(nothing);
  });

  test('files of another release are refused and leave no row', async () => {
    const path = join(folder, 'wrong.txt');
    await writeFile(path, ['codes 2009', ...y2001].join('\n'));
    await expect(load('2001', [], { paths: [path] })).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    expect(await rowCounts()).toEqual(nothing);
  });

  test('no file of the release among those given is said with what they are', async () => {
    const path = join(folder, 'letter.txt');
    await writeFile(path, 'Dear Sir');
    await expect(load('2001', [], { paths: [path] })).rejects.toMatchObject({
      code: 'FILE_MISSING',
      message: expect.stringContaining('letter.txt: not a list of codes'),
    });
  });

  test('two files of one role are refused', async () => {
    const paths = [join(folder, 'one.txt'), join(folder, 'two.txt')];
    await writeFile(paths[0] ?? '', 'codes 2001\nA||Alpha|1');
    await writeFile(paths[1] ?? '', 'codes 2001\nA||Alpha, otherwise|1');
    await expect(load('2001', [], { paths })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('2 different files that are each a codes'),
    });
  });

  test('the same bytes twice are one file', async () => {
    const paths = [join(folder, 'once.txt'), join(folder, 'twice.txt')];
    for (const path of paths) await writeFile(path, 'codes 2001\nA||Alpha|1');
    const report = await load('2001', [], { paths });
    expect(report.files.map(({ role, remark }) => [role, remark])).toEqual([
      ['codes', 'a list of codes'],
      [null, expect.stringContaining('the same bytes as')],
    ]);
  });

  test('a dry run reports as a load does and leaves no row', async () => {
    const dry = await load('2001', y2001, { dryRun: true });
    expect(dry.outcome).toBe('dry-run');
    expect(await rowCounts()).toEqual(nothing);
    const real = await load('2001', y2001);
    expect({ ...dry, files: [], steps: [], outcome: '' }).toEqual({
      ...real,
      files: [],
      steps: [],
      outcome: '',
    });
  });

  test('without publishing the release is checked; the same files again publish it', async () => {
    expect((await load('2001', y2001, { publish: false })).outcome).toBe('checked');
    expect((await held('2001')).status).toBe('checked');
    const report = await load('2001', y2001);
    expect(report.outcome).toBe('published');
    expect((await held('2001')).status).toBe('published');
  });

  test('other files take the place of a release that was only checked', async () => {
    await load('2001', y2001, { publish: false });
    const report = await load('2001', y2003);
    expect(report.outcome).toBe('published');
    expect((await held('2001')).digest).toBe(report.digest);
  });

  test('announcements go with a release that gives way', async () => {
    await load('2002', [...y2002, ...addenda], { publish: false });
    await load('2002', y2002);
    expect(await rowCounts()).toMatchObject({ announcement: 0, release: 1 });
  });

  test('two loads of one release at once: one publishes, the other finds it done', async () => {
    const reports = await Promise.all([load('2001', y2001), load('2001', y2001)]);
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['already-published', 'published']);
    expect(await rowCounts()).toMatchObject({ release: 1, concept_content: 3, release_concept_1: 3 });
  });

  test('two loads of other files under one version at once never mix', async () => {
    const outcomes = await Promise.allSettled([load('2001', y2001), load('2001', y2003)]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'RELEASE_EXISTS' });
    expect((await verifyRelease(database.sql, await held('2001'))).problems).toEqual([]);
  });

  test('different releases at once are all published', async () => {
    const reports = await Promise.all([load('2001', y2001), load('2002', y2002), load('2003', y2003)]);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['published', 'published', 'published']);
    for (const version of ['2001', '2002', '2003']) {
      expect((await verifyRelease(database.sql, await held(version))).problems).toEqual([]);
    }
  });
});

describe('samples', () => {
  test('give way to the first real release of their code system', async () => {
    await load('2001', y2001, { sample: true });
    await load('2002', y2002, { sample: true });
    const report = await load('2001', y2003);
    expect(report.outcome).toBe('published');
    const rows = await listHeldReleases(database.sql, 'icd-10-cm');
    expect(rows.map(({ version, sample, status }) => [version, sample, status])).toEqual([
      ['2001', false, 'published'],
      ['2001', true, 'withdrawn'],
      ['2002', true, 'withdrawn'],
    ]);
    const sample = await findHeldRelease(database.sql, 'icd-10-cm', '2002', true);
    const published = database.sql.begin(async (tx) => sample && publishRelease(tx, sample));
    await expect(published).rejects.toMatchObject({ code: 'RELEASE_STATUS' });
  });

  test('are not loaded beside real releases', async () => {
    await load('2001', y2001);
    await expect(load('2002', y2002, { sample: true })).rejects.toMatchObject({ code: 'RELEASE_EXISTS' });
  });
});

describe('a published release', () => {
  test.each([
    'update codeset.concept_content set display = $$x$$',
    'delete from codeset.concept_content',
    'truncate codeset.concept_content cascade',
    'update codeset.note_set set content = $${}$$',
    'delete from codeset.index_content',
    'update codeset.release_concept set code = $$x$$',
    'update codeset.release_concept_1 set code = $$x$$',
    'delete from codeset.release_concept_1',
    'truncate codeset.release_concept_1',
    'truncate codeset.release_concept',
    'insert into codeset.release_concept_1 select release_id, 99, 99, parent, content_id, note_set_id, property_set_id, depth, $$x$$, code, designation_set_id from codeset.release_concept_1 limit 1',
    'delete from codeset.index_entry_1',
    'update codeset.release set digest = digest || $$$$, version = $$1999$$',
    'update codeset.release set status = $$checked$$',
    'delete from codeset.release',
    'truncate codeset.release cascade',
    'update codeset.source_file set name = $$x$$',
    'delete from codeset.announcement',
    'update codeset.announcement set changes = $$[]$$',
    'truncate codeset.announcement',
    'insert into codeset.announcement values (1, 99, $$x$$, $$all$$, $$[]$$, $$[]$$)',
    'delete from codeset.finding',
    'insert into codeset.finding values (1, 99, $$info$$, $$x$$, $$x$$, null)',
  ])('refuses: %s', async (statement) => {
    await load('2001', [...y2001, 'totals 0 2 2 0 0', 'add A1 Alpha one', 'add A2 Alpha two']);
    await expect(database.sql.unsafe(statement)).rejects.toMatchObject({ code: '23001' });
  });

  test('can be withdrawn and published again, unchanged', async () => {
    const { digest } = await load('2001', y2001);
    await withdrawRelease(database.sql, await held('2001'));
    expect((await held('2001')).status).toBe('withdrawn');
    await expect(load('2001', y2001)).rejects.toMatchObject({ code: 'RELEASE_STATUS' });
    await database.sql.begin(async (tx) => publishRelease(tx, await held('2001')));
    expect(await held('2001')).toMatchObject({ status: 'published', digest });
    expect((await verifyRelease(database.sql, await held('2001'))).problems).toEqual([]);
  });

  test('has exactly the keys, indexes, checks and triggers of the table it is attached to', async () => {
    await load('2001', y2001);
    for (const table of ['release_concept', 'index_entry']) {
      const [whole] = await database.sql<Record<string, number>[]>`${parts(table)}`;
      const [part] = await database.sql<Record<string, number>[]>`${parts(`${table}_1`)}`;
      expect(part).toEqual({ ...whole, checks: (whole?.['checks'] ?? 0) + 1 });
    }
  });

  function parts(table: string) {
    return database.sql`
      select (select count(*) from pg_index where indrelid = c.oid)::integer as indexes,
        (select count(*) from pg_constraint where conrelid = c.oid and contype = 'f')::integer as "foreign keys",
        (select count(*) from pg_constraint where conrelid = c.oid and contype = 'c')::integer as checks,
        (select count(*) from pg_trigger where tgrelid = c.oid and not tgisinternal)::integer as triggers
      from pg_class c where oid = ${`codeset.${table}`}::regclass`;
  }
});

describe('verifyRelease', () => {
  test.each([
    [
      'a changed title',
      'concept_content',
      `update codeset.concept_content set display = display || ' ' where display = 'Alpha one'`,
    ],
    [
      'a changed note',
      'note_set',
      `update codeset.note_set set content = replace(content::text, 'alpha', 'beta')::jsonb`,
    ],
    ['a changed index line', 'index_content', `update codeset.index_content set term = 'beta'`],
    [
      'a moved concept',
      'release_concept_1',
      `update codeset.release_concept_1 set parent = 1 where position = 2`,
    ],
    [
      'another parent by key',
      'release_concept_1',
      `update codeset.release_concept_1 set parent_key = 'B' where parent is not null`,
    ],
    [
      'another depth',
      'release_concept_1',
      `update codeset.release_concept_1 set depth = 7 where position = 2`,
    ],
    ['a lost concept', 'release_concept_1', `delete from codeset.release_concept_1 where position = 2`],
    ['a lost index entry', 'index_entry_1', `delete from codeset.index_entry_1`],
  ])('finds %s', async (_, table, tampering) => {
    await load('2001', y2001);
    expect((await verifyRelease(database.sql, await held('2001'))).problems).toEqual([]);
    await database.sql.begin(async (tx) => {
      await tx.unsafe(`alter table codeset.${table} disable trigger user`);
      await tx.unsafe(tampering);
    });
    expect((await verifyRelease(database.sql, await held('2001'))).problems).not.toEqual([]);
  });
});
