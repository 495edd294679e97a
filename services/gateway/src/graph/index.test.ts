// The alphabetic index and the tables.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph, type Graph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
let graph: Graph;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
  graph = askGraph(under, 'icd-10-cm', '2026');
});
afterAll(() => under.close());

describe('index', () => {
  test('entries that name a code, with their paths', async () => {
    const { indexEntries, none } = await graph.ofConcept(
      'E11.65',
      'indexEntries { kind term depth path { term } parent { term } references { kind text code concept { display } } } none: indexEntries(kind: "neoplasms") { term }',
    );
    expect(indexEntries).toEqual([
      {
        kind: 'diseases',
        term: 'hyperglycemia',
        depth: 3,
        path: [{ term: 'Diabetes' }, { term: 'type 2' }, { term: 'with' }, { term: 'hyperglycemia' }],
        parent: { term: 'with' },
        references: [
          {
            kind: 'CODE',
            text: 'E11.65',
            code: 'E11.65',
            concept: { display: 'Type 2 diabetes mellitus with hyperglycemia' },
          },
        ],
      },
    ]);
    expect(none).toEqual([]);
  });

  test('cells of tables have the title of their column', async () => {
    const { indexEntries } = await graph.ofConcept(
      'C7A.1',
      'indexEntries { term references { kind column columnTitle } }',
    );
    expect(indexEntries).toEqual([
      { term: 'Neoplasm', references: [{ kind: 'CELL', column: 2, columnTitle: 'Malignant Primary' }] },
    ]);
  });

  test('main terms by index and prefix, page by page', async () => {
    const { index } = await graph.ofRelease(
      '2026',
      'index(kind: "diseases", termPrefix: "IN", first: 1) { totalCount nodes { title modifiers letter children { term } references { text below } } pageInfo { endCursor hasNextPage } }',
    );
    expect(index).toMatchObject({
      totalCount: 2,
      nodes: [
        { title: 'Infarct', letter: 'I', modifiers: [], children: [{ term: 'myocardium' }], references: [] },
      ],
      pageInfo: { hasNextPage: true },
    });
    const next = await graph.ofRelease(
      '2026',
      `index(kind: "diseases", termPrefix: "in", after: "${index.pageInfo.endCursor}") { nodes { term references { kind code concept { code } } } }`,
    );
    expect(next.index.nodes).toEqual([
      { term: 'Inflammation', references: [{ kind: 'SEE', code: null, concept: null }] },
    ]);
  });
});
