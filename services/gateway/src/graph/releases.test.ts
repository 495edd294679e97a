// What code systems and releases say of themselves.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph, type Graph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
let graph: Graph;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
  graph = askGraph(under, 'icd-10-cm', '2026');
});
afterAll(() => under.close());
beforeEach(() => {
  under.statements.length = 0;
});

describe('releases', () => {
  test('a code system says what its words mean and which releases there are', async () => {
    const { body } = await under.ask(`{ codeSystem(id: "icd-10-cm") {
      uri cadence kinds { code isCode } properties { code type values { title } } parts { code }
      releases { version effectiveFrom effectiveTo scheduledTo status absentParts { code } selection { by } } } }`);
    const { releases, kinds, properties } = body.data.codeSystem;
    expect(releases.map((release: { version: string }) => release.version)).toEqual(['2025', '2026', '2027']);
    expect(releases[0]).toEqual({
      version: '2025',
      effectiveFrom: '2024-10-01',
      effectiveTo: '2025-09-30',
      scheduledTo: '2025-09-30',
      status: 'PUBLISHED',
      absentParts: [{ code: 'tabular-list' }, { code: 'poa-exempt-list' }],
      selection: { by: 'LIST' },
    });
    expect(kinds[0]).toEqual({ code: 'chapter', isCode: false });
    expect(properties[1]).toEqual({ code: 'course', type: 'CODE', values: [{ title: 'Chronic' }] });
  });

  test('a code system that is not held is null', async () => {
    expect((await under.ask('{ codeSystem(id: "x") { id } }')).body.data).toEqual({ codeSystem: null });
  });

  test('a release shows files, findings, counts and front matter, in a fixed number of statements', async () => {
    const release = await graph.ofRelease(
      '2025',
      'sourceFiles { name role bytes } findings { rule } warnings: findings(severity: WARNING) { rule where } counts { name count }',
    );
    expect(release).toEqual({
      sourceFiles: [{ name: 'order-2025.txt', role: 'order-file', bytes: 14 }],
      findings: [{ rule: 'order-only' }, { rule: 'addenda' }],
      warnings: [{ rule: 'order-only', where: null }],
      counts: [],
    });
    const front = await graph.ofRelease(
      '2026',
      'introduction { title instructions } indexHeadings { kind columns { column title } } counts { name count }',
    );
    expect(front.introduction).toEqual([{ title: 'Introduction', instructions: ['Read me first.'] }]);
    expect(front.indexHeadings[1].columns).toEqual([{ column: 2, title: 'Malignant Primary' }]);
    expect(front.counts).toEqual([
      { name: 'chapter', count: 4 },
      { name: 'selectable', count: 7 },
    ]);
    expect(under.statements).toHaveLength(3 + 2);
  });

  test('roots come page by page with their number', async () => {
    const { roots } = await graph.ofRelease(
      '2026',
      'roots(first: 3) { totalCount nodes { key } pageInfo { hasNextPage endCursor } }',
    );
    expect(roots).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const next = await graph.ofRelease(
      '2026',
      `roots(after: "${roots.pageInfo.endCursor}") { nodes { key } }`,
    );
    expect(next.roots.nodes).toEqual([{ key: 'chapter:19' }]);
  });
});
