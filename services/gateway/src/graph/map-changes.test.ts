// Comparing releases of a map over GraphQL: totals, pages, both directions, and what is not there.
import { aMapping, buildMap, type SmallDatabase, smallDatabase, smallMap } from '@codeset/test-kit';
import type { Mapping, PlainDate } from '@codeset/terminology';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;

const said = (value: string) => ({ properties: [{ code: 'remark', value }] });
const of2001 = [
  aMapping('A1', 'B1', said('plain')),
  aMapping('A2', 'B2'),
  aMapping('A3', 'B3'),
  aMapping('A4', 'B4'),
  aMapping(null, 'B9'),
];
const of2002 = [
  aMapping('A1', 'B1', said('otherwise')),
  aMapping('A2', 'B2'),
  aMapping('A3', 'B4'),
  aMapping('A5', 'B5'),
  aMapping(null, 'B8'),
];

beforeAll(async () => {
  const database = await smallDatabase();
  const build = async (version: string, mappings: readonly Mapping[]) => {
    const name = { version, effectiveFrom: `${version}-01-01` as PlainDate, scheduledTo: null, draft: false };
    await buildMap(database.sql, { definition: smallMap, name, mappings });
  };
  await build('2002', of2002);
  await build('2001', of2001);
  under = await gatewayUnderTest(database);
});
afterAll(() => under.close());

const change = `kinds source { code } added { target { code } } removed { target { code } }
  changed { before { properties { value } } after { properties { value } } }`;
async function compare(from: string, to: string, selection: string, variables = {}) {
  const { status, body } = await under.ask(
    `query ${selection.includes('$after') ? '($after: String)' : ''} { compareMaps(conceptMap: "small-map", from: "${from}", to: "${to}") { ${selection} } }`,
    variables,
  );
  return { status, body, diff: body.data?.compareMaps };
}

test('tells what became of each source, in the order of the second release', async () => {
  const { diff, body } = await compare(
    '2001',
    '2002',
    `from { version } to { version } sources totals { kind sources } changes { totalCount nodes { ${change} } }`,
  );
  expect(diff).toMatchObject({ from: { version: '2001' }, to: { version: '2002' }, sources: 6 });
  expect(diff.totals.map((one: { sources: number }) => one.sources)).toEqual([2, 2, 1, 1, 1, 0]);
  expect(diff.changes.totalCount).toBe(6);
  expect(diff.changes.nodes).toMatchObject([
    {
      kinds: ['CHANGED'],
      source: { code: 'A1' },
      changed: [
        { before: { properties: [{ value: 'plain' }] }, after: { properties: [{ value: 'otherwise' }] } },
      ],
    },
    {
      kinds: ['TARGET_ADDED', 'TARGET_REMOVED'],
      source: { code: 'A3' },
      added: [{ target: { code: 'B4' } }],
      removed: [{ target: { code: 'B3' } }],
    },
    { kinds: ['SOURCE_ADDED'], source: { code: 'A5' } },
    { kinds: ['SOURCE_ADDED'], source: null, added: [{ target: { code: 'B8' } }] },
    { kinds: ['SOURCE_REMOVED'], source: { code: 'A4' } },
    { kinds: ['SOURCE_REMOVED'], source: null, removed: [{ target: { code: 'B9' } }] },
  ]);
  const served = body.extensions.conceptMaps.map(({ version }: { version: string }) => version);
  expect(served).toEqual(['2001', '2002']);
});

test('page by page, some kinds alone, and the other way round', async () => {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const page = `changes(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { source { code } } }`;
    const { diff } = await compare('2001', '2002', page, { after });
    for (const { source } of diff.changes.nodes) names.push(source?.code ?? 'none');
    after = diff.changes.pageInfo.hasNextPage ? diff.changes.pageInfo.endCursor : null;
  } while (after !== null);
  expect(names).toEqual(['A1', 'A3', 'A5', 'none', 'A4', 'none']);
  const some = await compare('2001', '2002', 'changes(kinds: [SOURCE_ADDED]) { totalCount }');
  expect(some.diff.changes.totalCount).toBe(2);
  const back = await compare('2002', '2001', 'changes(kinds: [SOURCE_ADDED]) { nodes { source { code } } }');
  expect(back.diff.changes.nodes).toEqual([{ source: { code: 'A4' } }, { source: null }]);
  const { diff } = await compare('2001', '2001', 'sources changes { nodes { kinds } }');
  expect(diff).toEqual({ sources: 0, changes: { nodes: [] } });
});

test('is kept by the process, bounded by the number of comparisons, and told what is not there', async () => {
  await compare('2001', '2002', 'sources');
  under.statements.length = 0;
  await compare('2001', '2002', 'sources');
  expect(under.statements.some((text) => text.includes('differing'))).toBe(false);
  const unknown = await compare('2001', '1999', 'sources');
  expect([unknown.status, unknown.body.errors[0].extensions.code]).toEqual([404, 'RELEASE_UNKNOWN']);
  const pairs = ['2001", to: "2001', '2001", to: "2002', '2002", to: "2001', '2002", to: "2002'].map(
    (pair, i) => `m${i}: compareMaps(conceptMap: "small-map", from: "${pair}") { sources }`,
  );
  const all = `${pairs.join(' ')} c: compare(codeSystem: "icd-10-cm", from: "2025", to: "2026") { totals { concepts } }`;
  const beyond = await under.ask(`{ ${all} }`);
  expect(beyond.body.errors[0].extensions).toMatchObject({ limit: 'comparisons', maximum: 4, found: 5 });
});
