// Every question of the read side, over the small releases.
import { readdirSync, readFileSync } from 'node:fs';
import { connectDatabase, type Database } from '@codeset/database';
import { lookUpForm } from '@codeset/terminology';
import {
  buildRelease,
  icd11Draft,
  icd11Of2024,
  release2025,
  release2026,
  release2027,
  smallCodeSystem,
  smallIcd11,
  type ThrowAwayDatabase,
  throwAwayDatabase,
} from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReader, type Reader } from './open-reader.ts';

let database: ThrowAwayDatabase;
let client: Database;
let reader: Reader;
const statements: string[] = [];
const ids = { 2025: 0, 2026: 0, 2027: 0 };

beforeAll(async () => {
  database = await throwAwayDatabase();
  // Built newest first: ids must not stand for order.
  ids[2027] = await buildRelease(database.sql, release2027);
  ids[2026] = await buildRelease(database.sql, release2026);
  ids[2025] = await buildRelease(database.sql, release2025);
  client = connectDatabase({ url: database.url, applicationName: 'read test', readOnly: true });
  client.options.debug = (_connection, text) => statements.push(text);
  reader = openReader(client);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const codes = (rows: readonly { readonly code: string | null }[]) => rows.map(({ code }) => code);
const keys = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);

async function at(key: string, release = ids[2026]) {
  const [row] = await reader.listConceptsByKey(release, [key]);
  if (!row) throw new Error(`no ${key}`);
  return row;
}

test('a question is one statement, prepared once on its connection', async () => {
  const one = connectDatabase({ url: database.url, applicationName: 'read test', readOnly: true, max: 1 });
  const sent: string[] = [];
  one.options.debug = (_connection, text) => text.includes('codeset') && sent.push(text);
  const alone = openReader(one);
  await alone.listConceptsByLookUp(ids[2026], ['E119']);
  await alone.listConceptsByLookUp(ids[2026], ['E119', 'I219']);
  await alone.listAncestors(ids[2026], [3]);
  expect(sent).toHaveLength(3);
  const held = await one<{ asked: number }[]>`
    select (generic_plans + custom_plans)::int as asked from pg_prepared_statements
    where (statement like '%look_up_form%' or statement like '%recursive%')
      and statement not like '%pg_prepared_statements%'
    order by asked desc`;
  expect(held.map(({ asked }) => asked)).toEqual([2, 1]);
  await one.end();
});

test('the README names every question, and no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const table = readme.split('## Reading')[1]?.split('\n## ')[0] ?? '';
  const named = [...table.matchAll(/`((?:list|count)-[a-z-]+\.ts)`/g)].map((match) => match[1] ?? '');
  const files = readdirSync(new URL('./', import.meta.url)).filter((file) => /^(list|count)-/.test(file));
  expect(named.sort()).toEqual(files.sort());
});

describe('releases', () => {
  test('definitions come back as they were stored', async () => {
    expect(await reader.listCodeSystems()).toEqual([smallCodeSystem]);
  });

  test('published releases stand in the order of their effective dates, whatever order they were loaded in', async () => {
    const releases = await reader.listPublishedReleases();
    expect(releases.map(({ version }) => version)).toEqual(['2025', '2026', '2027']);
    expect(releases[0]).toMatchObject({
      codeSystem: 'icd-10-cm',
      effectiveFrom: '2024-10-01',
      scheduledTo: '2025-09-30',
      sample: false,
      parts: ['order-file'],
    });
    expect(releases[0]?.publishedAt).toBeInstanceOf(Date);
  });

  test('each brings what every answer needs of its code system', async () => {
    const [first] = await reader.listPublishedReleases();
    expect(first).toMatchObject({ draft: false, attribution: null, identifierForms: [] });
    const other = await throwAwayDatabase();
    const otherClient = connectDatabase({ url: other.url, applicationName: 'read test', readOnly: true });
    try {
      const ofDraft = await buildRelease(other.sql, icd11Draft);
      const of2024 = await buildRelease(other.sql, icd11Of2024);
      await buildRelease(other.sql, release2026);
      const otherReader = openReader(otherClient);
      const listed = await otherReader.listPublishedReleases();
      const { attribution, identifierForms } = smallIcd11;
      expect(listed).toMatchObject([
        { version: '2024-01', draft: false, attribution, identifierForms },
        { version: '2024-11-draft', draft: true, attribution, identifierForms },
        { version: '2026', draft: false, attribution: null, identifierForms: [] },
      ]);
      await readIdentified(otherReader, ofDraft, of2024);
    } finally {
      await otherClient.end();
      await other.drop();
    }
  });

  /** Keys that are not codes, translations, and patterns of properties. */
  async function readIdentified(of: Reader, draft: number, final: number) {
    const rows = await of.listConceptsByKeyInReleases([draft, final], ['104', '107', 'nope']);
    expect(new Set(rows.map(({ releaseId, key, code }) => `${releaseId} ${key} ${code}`))).toEqual(
      new Set([`${draft} 104 1A01`, `${draft} 107 XD1`, `${final} 104 1A01`]),
    );
    const sets = rows.map(({ designationSetId }) => designationSetId).filter((id) => id !== null);
    expect(await of.listDesignationSets(sets)).toEqual([
      { id: sets[0], designations: [{ use: 'title', language: 'es', value: 'Enredo' }] },
    ]);
    expect(await of.listPropertyPatterns([final])).toEqual([
      { id: final, patterns: icd11Of2024.frontMatter?.propertyPatterns },
    ]);
  }

  test('property patterns are empty where a release has none', async () => {
    expect(await reader.listPropertyPatterns([ids[2026]])).toEqual([{ id: ids[2026], patterns: [] }]);
    expect(await reader.listPropertyPatterns([-1])).toEqual([]);
  });

  test('a withdrawn release is not listed', async () => {
    await database.sql`update codeset.release set status = 'withdrawn' where version = '2027'`;
    const releases = await reader.listPublishedReleases();
    await database.sql`update codeset.release set status = 'published' where version = '2027'`;
    expect(releases.map(({ version }) => version)).toEqual(['2025', '2026']);
  });

  test('announcements come back as they were stored, told apart by release', async () => {
    const texts = { display: 'Beta', designations: [{ use: 'short-title', language: 'en', value: 'B' }] };
    const totals = {
      from: 1,
      to: 2,
      fromFile: 'a.txt',
      toFile: 'b.txt',
      additions: 1,
      deletions: 0,
      revisions: 0,
    };
    const change = { words: null, code: 'B', selectable: true, before: null, after: texts, line: 3 } as const;
    const fullest = {
      file: 'order-addenda.txt',
      scope: 'all',
      totals: [{ of: 'selectable', ...totals, ofWhich: null, line: 9 }],
      changes: [{ action: 'add', ...change }],
    } as const;
    const other = { file: 'codes-addenda.txt', scope: 'selectable', totals: [], changes: [] } as const;
    const owner = await throwAwayDatabase();
    const otherClient = connectDatabase({
      url: owner.url,
      applicationName: 'read test',
      role: 'codeset_reader',
    });
    try {
      const without = await buildRelease(owner.sql, release2026);
      const id = await buildRelease(owner.sql, { ...release2027, announcements: [fullest, other] });
      expect(await openReader(otherClient).listAnnouncements([without, id])).toEqual([
        { releaseId: id, position: 0, ...fullest },
        { releaseId: id, position: 1, ...other },
      ]);
    } finally {
      await otherClient.end();
      await owner.drop();
    }
  });

  test('front matter, source files and findings are told apart by release', async () => {
    const all = Object.values(ids);
    const [front] = await reader.listFrontMatters([ids[2026]]);
    expect(front?.frontMatter.introduction[0]?.instructions).toEqual(['Read me first.']);
    const files = await reader.listSourceFiles(all);
    expect(files.filter(({ releaseId }) => releaseId === ids[2026])).toHaveLength(2);
    expect(files.find(({ releaseId }) => releaseId === ids[2025])).toMatchObject({ bytes: 14 });
    const findings = await reader.listFindings(all);
    expect(findings.map(({ releaseId, rule, where }) => [releaseId, rule, where])).toEqual([
      [ids[2025], 'order-only', null],
      [ids[2025], 'addenda', null],
    ]);
  });
});

describe('concepts', () => {
  test('a look-up form finds the code in one release only, and says what found it', async () => {
    const rows = await reader.listConceptsByLookUp(ids[2026], ['T8132XA', 'E119', 'NONE']);
    expect(rows.map(({ key, lookUpForm: form }) => [key, form])).toEqual([
      ['E11.9', 'E119'],
      ['T81.32XA', 'T8132XA'],
    ]);
    expect(await reader.listConceptsByLookUp(ids[2027], ['T8132XA'])).toEqual([]);
  });

  test('a block and a category of the same id are both found', async () => {
    expect(keys(await reader.listConceptsByLookUp(ids[2026], ['C7A']))).toEqual(['block:C7A', 'C7A']);
  });

  test('the look-up form of SQL is that of terminology', async () => {
    for (const code of ['e11.9', ' E11.9 ', 'E119', 'S52.521A', 'a00-b99', 'É1.2']) {
      const [row] = await database.sql<{ form: string }[]>`select codeset.look_up_form(${code}) as form`;
      expect(row?.form).toBe(lookUpForm(code));
    }
  });

  test('parents, children and roots are found by position, in tabular order', async () => {
    const parent = await at('E11');
    expect(codes(await reader.listChildren(ids[2026], [parent.position]))).toEqual(['E11.6', 'E11.9']);
    expect(keys(await reader.listConceptsAt(ids[2026], [parent.parent ?? -1]))).toEqual(['block:E08-E13']);
    expect(keys(await reader.listRoots(ids[2026], { after: null, limit: 100 }))).toEqual([
      'chapter:2',
      'chapter:4',
      'chapter:9',
      'chapter:19',
    ]);
    const [, second] = await reader.listRoots(ids[2026], { after: null, limit: 2 });
    const after = second?.position ?? -1;
    expect(keys(await reader.listRoots(ids[2026], { after, limit: 1 }))).toEqual(['chapter:9']);
    expect(await reader.countRoots(ids[2026])).toBe(4);
  });

  test('ancestors that several concepts share come once', async () => {
    const concepts = [await at('S52.521A'), await at('S52.521B')];
    const rows = await reader.listAncestors(
      ids[2026],
      concepts.map(({ position }) => position),
    );
    expect(keys(rows)).toEqual(['chapter:19', 'S52', 'S52.5', 'S52.521', 'S52.521A', 'S52.521B']);
    expect(rows[0]).toEqual((await reader.listRoots(ids[2026], { after: null, limit: 10 }))[3]);
  });

  test('descendants come page by page, for several concepts in one statement', async () => {
    const ranges = [await at('E11'), await at('S52')];
    statements.length = 0;
    const page = { selectableOnly: false, after: null, limit: 2 };
    const rows = await reader.listDescendants(ids[2026], ranges, page);
    expect(statements).toHaveLength(1);
    expect(rows.map(({ of, code }) => [of, code])).toEqual([
      [ranges[0]?.position, 'E11.6'],
      [ranges[0]?.position, 'E11.65'],
      [ranges[1]?.position, 'S52.0'],
      [ranges[1]?.position, 'S52.01'],
    ]);
    const after = rows[3]?.position ?? 0;
    const rest = await reader.listDescendants(ids[2026], ranges.slice(1), { ...page, after, limit: 50 });
    expect(codes(rest)).toEqual(['S52.5', 'S52.521', 'S52.521A', 'S52.521B']);
  });

  test('selectable descendants leave headers out, and are counted so', async () => {
    const ranges = [await at('chapter:19'), await at('E11.9')];
    const page = { selectableOnly: true, after: null, limit: 10 };
    expect(codes(await reader.listDescendants(ids[2026], ranges, page))).toEqual([
      'S52.521A',
      'S52.521B',
      'T81.32XA',
    ]);
    const counts = await reader.countSelectableDescendants(ids[2026], ranges);
    expect(counts.map(({ count }) => count)).toEqual([3, 0]);
  });

  test('descendants of a block are those of one release only', async () => {
    const page = { selectableOnly: false, after: null, limit: 10 };
    const range2027 = [await at('I21', ids[2027])];
    expect(codes(await reader.listDescendants(ids[2027], range2027, page))).toEqual(['I21.9', 'I21.B']);
    const range2026 = [await at('I21')];
    expect(codes(await reader.listDescendants(ids[2026], range2026, page))).toEqual(['I21.9']);
  });

  test('the releases that have a concept are told by key and by look-up form', async () => {
    const holding = await reader.listReleasesHoldingKeys(Object.values(ids), ['E11.9', 'I21.B']);
    expect(new Set(holding.map(({ releaseId, key }) => `${releaseId} ${key}`))).toEqual(
      new Set([`${ids[2025]} E11.9`, `${ids[2026]} E11.9`, `${ids[2027]} E11.9`, `${ids[2027]} I21.B`]),
    );
    const found = await reader.listConceptsInReleases([ids[2025], ids[2027]], ['I21A1']);
    expect(found).toMatchObject([{ releaseId: ids[2025], code: 'I21.A1', lookUpForm: 'I21A1' }]);
  });
});

describe('contents', () => {
  test('a concept that did not change is one content in all releases', async () => {
    const rows = await Promise.all([at('E11.65', ids[2026]), at('E11.65', ids[2027])]);
    expect(new Set(rows.map(({ contentId }) => contentId)).size).toBe(1);
  });

  test('texts, notes and properties come back as they were stored', async () => {
    const { contentId, noteSetId, propertySetId } = await at('E11.9');
    const original = release2026.concepts.find(({ key }) => key === 'E11.9');
    expect(await reader.listConceptContents([contentId])).toEqual([{ id: contentId, ...original?.content }]);
    expect(await reader.listNoteSets([noteSetId ?? -1])).toEqual([
      { id: noteSetId, content: original?.noteSet },
    ]);
    expect(await reader.listPropertySets([propertySetId ?? -1])).toEqual([
      { id: propertySetId, ...original?.propertySet },
    ]);
  });

  test('parts that the release came without are null', async () => {
    expect(await at('E11.9', ids[2025])).toMatchObject({ noteSetId: null, propertySetId: null });
  });
});

describe('index', () => {
  const terms = async (rows: readonly { readonly contentId: number }[]) => {
    const contents = await reader.listIndexContents(rows.map(({ contentId }) => contentId));
    return rows.map(({ contentId }) => contents.find(({ id }) => id === contentId)?.term);
  };

  test('entries are found by the codes they name', async () => {
    const rows = await reader.listIndexEntriesNaming(ids[2026], ['E119', 'C7A1']);
    expect(await terms(rows)).toEqual(['Diabetes', 'type 2', 'Neoplasm']);
    expect(rows.map(({ codes: named }) => named)).toEqual([['E119'], ['E119'], ['C7A1']]);
    expect(await reader.listIndexEntriesNaming(ids[2025], ['E119'])).toEqual([]);
  });

  test('the lines above and below an entry are found', async () => {
    const [entry] = await reader.listIndexEntriesNaming(ids[2026], ['E1165']);
    if (!entry) throw new Error('no entry');
    const path = await reader.listIndexAncestors(ids[2026], [entry.position]);
    expect(await terms(path)).toEqual(['Diabetes', 'type 2', 'with', 'hyperglycemia']);
    expect(path.at(-1)).toEqual({ ...entry, codes: undefined });
    const below = await reader.listIndexChildren(ids[2026], [path[0]?.position ?? -1]);
    expect(await terms(below)).toEqual(['type 2']);
  });

  test('main terms are found by prefix in any case, with signs of `like` taken as they are', async () => {
    const page = { kind: null, after: null, limit: 10 };
    const find = async (prefix: string) => terms(await reader.listMainTerms(ids[2026], { ...page, prefix }));
    expect(await find('inf')).toEqual(['Infarct', 'Inflammation']);
    expect(await find('INFL')).toEqual(['Inflammation']);
    expect(await find('%')).toEqual([]);
    expect(await find('wrist 100%_')).toEqual(['Wrist 100%_']);
    expect(await find('')).toEqual(['Diabetes', 'Infarct', 'Inflammation', 'Wrist 100%_', 'Neoplasm']);
  });

  test('main terms come page by page and are counted', async () => {
    const filter = { kind: 'diseases', prefix: '' };
    const first = await reader.listMainTerms(ids[2026], { ...filter, after: null, limit: 3 });
    const after = first.at(-1)?.position ?? -1;
    const second = await reader.listMainTerms(ids[2026], { ...filter, after, limit: 3 });
    expect(await terms([...first, ...second])).toEqual([
      'Diabetes',
      'Infarct',
      'Inflammation',
      'Wrist 100%_',
    ]);
    expect(await reader.countMainTerms(ids[2026], filter)).toBe(4);
    expect(await reader.countMainTerms(ids[2026], { kind: 'diseases', prefix: 'in' })).toBe(2);
    expect(await reader.countMainTerms(ids[2025], filter)).toBe(0);
  });
});

describe('what comparing indexes asks', () => {
  test('which indexes releases came with, by their headings and by their entries', async () => {
    const kinds = await reader.listIndexKinds([ids[2025], ids[2026]]);
    expect(kinds).toEqual(['diseases', 'neoplasms'].map((kind) => ({ releaseId: ids[2026], kind })));
    const id = await buildRelease(database.sql, {
      ...release2026,
      version: '2030',
      effectiveFrom: '2029-10-01',
      frontMatter: { introduction: [], indexes: [{ kind: 'diseases', title: null, columns: [] }] },
      index: (release2026.index ?? []).filter(({ kind }) => kind === 'neoplasms'),
    });
    expect((await reader.listIndexKinds([id])).map(({ kind }) => kind)).toEqual(['diseases', 'neoplasms']);
  });

  test('the outline of one index, page by page', async () => {
    const ask = async (after: number | null, limit: number, kind = 'diseases') =>
      await reader.listIndexOutline(ids[2026], { kind, after, limit });
    const whole = await ask(null, 100);
    expect(whole.positions).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(whole.subtreeEnds).toEqual([3, 3, 3, 3, 5, 5, 6, 7]);
    const entries = await reader.listIndexAncestors(ids[2026], whole.positions);
    expect(whole.contentIds).toEqual(entries.map(({ contentId }) => contentId));
    const page = await ask(2, 3);
    expect(page.positions).toEqual([3, 4, 5]);
    expect(page.contentIds).toEqual(whole.contentIds.slice(3, 6));
    expect((await ask(null, 100, 'neoplasms')).positions).toEqual([8]);
    expect(await ask(7, 3)).toEqual({ positions: [], subtreeEnds: [], contentIds: [] });
  });
});

describe('what two releases differ in', () => {
  const asked = async (fromId: number, toId: number, compareRoots = true) =>
    await reader.listDifferences({ fromId, toId, compareRoots });

  test('places in either list', async () => {
    const { gone, came, both } = await asked(ids[2026], ids[2027]);
    expect(codes(await reader.listConceptsAt(ids[2027], came))).toContain('I21.B');
    expect(codes(await reader.listConceptsAt(ids[2026], gone))).toContain('T81.32XA');
    const [old, now] = await Promise.all([
      reader.listConceptsAt(
        ids[2026],
        both.map(({ fromPosition }) => fromPosition),
      ),
      reader.listConceptsAt(
        ids[2027],
        both.map(({ toPosition }) => toPosition),
      ),
    ]);
    expect(old.length).toBeGreaterThan(0);
    expect(codes(old)).toEqual(codes(now));
    expect(both.filter(({ moved }) => moved)).toEqual([]);
  });

  test('nothing of a release and itself', async () => {
    const nothing = { gone: [], came: [], both: [], noted: false };
    expect(await asked(ids[2026], ids[2026])).toEqual(nothing);
  });

  test('a part that one release came without is not compared', async () => {
    const { both } = await asked(ids[2025], ids[2026], false);
    expect(both.filter(({ moved }) => moved)).toEqual([]);
    expect(both).toHaveLength(1); // a text that the order file itself has
    const withRoots = await asked(ids[2025], ids[2026], true);
    expect(withRoots.both.some(({ moved }) => moved)).toBe(true);
  });

  test('whether notes are known in both', async () => {
    const noted = async (fromId: number, toId: number) =>
      (await reader.listDifferences({ fromId, toId, compareRoots: true })).noted;
    expect(await noted(ids[2026], ids[2027])).toBe(true);
    expect(await noted(ids[2025], ids[2026])).toBe(false);
    expect(await noted(ids[2026], ids[2026])).toBe(false);
  });

  test('concepts with their headlines, as the list and the contents have them', async () => {
    const positions = [0, 1, 2, 3, 4, 5];
    const releaseId = ids[2026];
    const headed = await reader.listHeadedConcepts({ releaseId, positions, contents: false });
    const whole = await reader.listHeadedConcepts({ releaseId, positions, contents: true });
    const rows = await reader.listConceptsAt(releaseId, positions);
    const contents = await reader.listConceptContents(rows.map(({ contentId }) => contentId));
    for (const found of [headed, whole]) {
      expect(found.map(({ row }) => row).sort((a, b) => a.position - b.position)).toEqual(rows);
    }
    for (const { row, headline, content } of headed) {
      expect(contents.find(({ id }) => id === row.contentId)).toMatchObject(headline);
      expect(content).toBeNull();
    }
    for (const { row, content } of whole) {
      expect({ id: row.contentId, ...content }).toEqual(contents.find(({ id }) => id === row.contentId));
    }
    expect(await reader.listHeadedConcepts({ releaseId, positions: [-1], contents: true })).toEqual([]);
  });

  test('roots that are no codes, and depths', async () => {
    const roots = await reader.listRootHeadlines(ids[2026], ['category', 'subcategory', 'code']);
    expect(roots.map(({ kind }) => kind)).toEqual(roots.map(() => 'chapter'));
    expect(await reader.listRootHeadlines(ids[2025], ['category', 'subcategory', 'code'])).toEqual([]);
    expect(await reader.countRelevelled(ids[2026], ids[2027])).toMatchObject({ depth: 0 });
  });
});
