// What changed in the alphabetic indexes from one release to another.
import { release2025, release2026, release2027, type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import type { IndexRecord } from '@codeset/terminology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

const code = (text: string) => ({ kind: 'code' as const, text, column: null, code: text, below: false });

/** The index of 2026, changed in every way: see the first test. */
const changed: readonly IndexRecord[] = (release2026.index ?? []).flatMap((record): IndexRecord[] => {
  const { content } = record;
  const say = (more: Partial<typeof content>) => ({ ...record, content: { ...content, ...more } });
  switch (content.term) {
    case 'Diabetes':
      return [say({ title: 'Diabetes, diabetic (mellitus)', modifiers: ['(mellitus)'] })];
    case 'type 2':
      return [say({ term: 'type II', title: 'type II' })];
    case 'Inflammation':
      return [];
    case 'Wrist 100%_':
      return [
        say({ references: [code('S52.52')] }),
        { ...record, depth: 1, content: { ...content, term: 'right', title: 'right', letter: null } },
      ];
    case 'Neoplasm':
      return [say({ title: 'NEOPLASM' })];
    default:
      return [record];
  }
});

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  const release2028 = {
    ...release2027,
    version: '2028',
    effectiveFrom: '2027-10-01',
    scheduledTo: '2028-09-30',
    index: changed,
  };
  under = await gatewayUnderTest(await smallDatabase([release2025, release2026, release2028]));
});
afterAll(() => under.close());

async function compare(selection: string, from = '2026', to = '2028') {
  const query = `{ compare(codeSystem: "icd-10-cm", from: "${from}", to: "${to}") { ${selection} } }`;
  const { status, body } = await under.ask(query);
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body.errors)}`);
  return body.data.compare;
}

/** Kinds and path of each change in a list. */
async function list(args: string, from?: string, to?: string): Promise<string[]> {
  const changes = await compare(`indexChanges${args} { totalCount nodes { kinds path } }`, from, to);
  const { totalCount, nodes } = changes.indexChanges;
  expect(totalCount).toBe(nodes.length);
  return nodes.map((node: { kinds: string[]; path: string[] }) => `${node.kinds} ${node.path.join('/')}`);
}

describe('index changes', () => {
  test('every kind, in the order of the second release with what is gone where it stood', async () => {
    expect(await list('')).toEqual([
      'REWORDED Diabetes',
      'REMOVED Diabetes/type 2',
      'REMOVED Diabetes/type 2/with',
      'ADDED Diabetes/type II',
      'ADDED Diabetes/type II/with',
      'MOVED Diabetes/type II/with/hyperglycemia',
      'REMOVED Inflammation',
      'LEADS_ELSEWHERE Wrist 100%_',
      'ADDED Wrist 100%_/right',
      'REWORDED Neoplasm',
    ]);
  });

  test('before and after: paths, words, leads, the entries themselves', async () => {
    const { indexChanges } = await compare(`indexChanges(first: 9) { nodes {
      index path pathBefore cosmetic from { term } to { term path { term } } titleWords { change text }
      referenceChanges { kind column before { text below concept { display } } after { code concept { code } } } } }`);
    const [diabetes, , , , , moved, , wrist] = indexChanges.nodes;
    expect(diabetes).toMatchObject({ index: 'diseases', cosmetic: false, referenceChanges: [] });
    expect(diabetes.titleWords).toContainEqual({ change: 'REMOVED', text: ' (sugar)' });
    expect(moved).toMatchObject({
      path: ['Diabetes', 'type II', 'with', 'hyperglycemia'],
      pathBefore: ['Diabetes', 'type 2', 'with', 'hyperglycemia'],
      from: { term: 'hyperglycemia' },
      titleWords: [{ change: 'SAME', text: 'hyperglycemia' }],
    });
    expect(wrist.referenceChanges).toEqual([
      {
        kind: 'CODE',
        column: null,
        before: { text: 'S52.5-', below: true, concept: { display: 'Fracture of lower end of radius' } },
        after: { code: 'S52.52', concept: null },
      },
    ]);
  });

  test('by kind, by index, by a code that an entry leads to or led to, by words of path and title', async () => {
    expect(await list('(kinds: [MOVED, LEADS_ELSEWHERE])')).toHaveLength(2);
    expect(await list('(index: "neoplasms")')).toEqual(['REWORDED Neoplasm']);
    expect(await list('(code: "s525")')).toEqual(['LEADS_ELSEWHERE Wrist 100%_', 'ADDED Wrist 100%_/right']);
    expect(await list('(code: "S52.52")')).toEqual(['LEADS_ELSEWHERE Wrist 100%_']);
    expect(await list('(index: "neoplasms", withoutCosmetic: true)')).toEqual([]);
    expect(await list('(text: "SUGAR")')).toEqual(['REWORDED Diabetes']);
    expect(await list('(text: "hyper type")')).toEqual(['MOVED Diabetes/type II/with/hyperglycemia']);
    expect(await list('(text: "nowhere")')).toEqual([]);
  });

  test('totals, in all and by index', async () => {
    const { indexTotals, left } = await compare(
      `indexTotals { entries cosmetic kinds { kind count } indexes { index entries cosmetic } }
       left: indexTotals(kinds: [REMOVED], index: "diseases") { entries indexes { index entries } }`,
    );
    expect(indexTotals).toEqual({
      entries: 10,
      cosmetic: 1,
      kinds: [
        { kind: 'ADDED', count: 3 },
        { kind: 'REMOVED', count: 3 },
        { kind: 'MOVED', count: 1 },
        { kind: 'REWORDED', count: 2 },
        { kind: 'LEADS_ELSEWHERE', count: 1 },
      ],
      indexes: [
        { index: 'diseases', entries: 9, cosmetic: 0 },
        { index: 'neoplasms', entries: 1, cosmetic: 1 },
      ],
    });
    expect(left).toEqual({ entries: 3, indexes: [{ index: 'diseases', entries: 3 }] });
  });

  test('page by page, with cursors of this list and of no other', async () => {
    const page = 'pageInfo { endCursor hasNextPage } nodes { path }';
    const first = (await compare(`indexChanges(first: 7) { ${page} }`)).indexChanges;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = `after: "${first.pageInfo.endCursor}"`;
    const second = (await compare(`indexChanges(first: 7, ${after}) { ${page} }`)).indexChanges;
    expect([first.nodes.length, second.nodes.length, second.pageInfo.hasNextPage]).toEqual([7, 3, false]);
    await expect(compare(`indexChanges(first: 7, kinds: [ADDED], ${after}) { totalCount }`)).rejects.toThrow(
      'belongs to another list',
    );
  });
});

describe('what is compared', () => {
  test('an index that one of the releases came without is named, and has no changes', async () => {
    const selection = 'indexesCompared { code } indexesNotCompared { code } indexTotals { entries }';
    expect(await compare(selection)).toEqual({
      indexesCompared: [{ code: 'diseases' }, { code: 'neoplasms' }],
      indexesNotCompared: [],
      indexTotals: { entries: 10 },
    });
    expect(await compare(selection, '2025', '2026')).toEqual({
      indexesCompared: [],
      indexesNotCompared: [{ code: 'diseases' }, { code: 'neoplasms' }],
      indexTotals: { entries: 0 },
    });
    expect(await list('(index: "diseases")', '2025', '2026')).toEqual([]);
  });

  test('a word that is no index is refused with those that are', async () => {
    await expect(compare('indexTotals(index: "disease") { entries }')).rejects.toThrow(
      '400: [{"message":"icd-10-cm has no index `disease`. Its indexes: diseases, neoplasms."',
    );
  });

  test('nothing is read of indexes unless it is asked for, and what was compared is kept', async () => {
    const count = async (selection: string) => {
      under.statements.length = 0;
      await compare(selection);
      return under.statements.filter((text) => /index_entry|index_content/.test(text)).length;
    };
    expect(await count('totals { concepts }')).toBe(0);
    await compare('indexTotals { entries }');
    expect(await count('indexesCompared { code }')).toBe(0);
    expect(await count('indexChanges { nodes { path titleWords { text } } }')).toBe(0);
  });
});
