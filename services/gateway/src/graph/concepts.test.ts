// Concepts: how they are found, their texts and properties, where they sit.
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

describe('concepts', () => {
  test.each(['E11.9', 'e11.9', 'E119', ' e119 '])('%s finds E11.9', async (code) => {
    expect(await graph.ofConcept(code, 'code key lookUpForm kind')).toEqual({
      code: 'E11.9',
      key: 'E11.9',
      lookUpForm: 'E119',
      kind: 'code',
    });
  });

  test('what is not there is null', async () => {
    for (const code of ['X99.9', '', '.', '%', 'E11.9.9'])
      expect(await graph.ofConcept(code, 'code')).toBeNull();
  });

  test('the code wins over the block of the same id, unless a kind is given', async () => {
    const release = await graph.ofRelease(
      '2026',
      'code: concept(code: "c7a") { key } block: concept(code: "c7a", kind: "block") { key } none: concept(code: "c7a", kind: "chapter") { key } chapter: concept(code: "19", kind: "chapter") { key }',
    );
    expect(release).toEqual({
      code: { key: 'C7A' },
      block: { key: 'block:C7A' },
      none: null,
      chapter: { key: 'chapter:19' },
    });
  });

  test('many codes keep their order, with null for what is not there', async () => {
    const selection = 'concepts(codes: ["s52", "nope", "E119", "S52"]) { code parent { key } }';
    const { concepts } = await graph.ofRelease('2026', selection);
    expect(concepts).toEqual([
      { code: 'S52', parent: { key: 'chapter:19' } },
      null,
      { code: 'E11.9', parent: { key: 'E11' } },
      { code: 'S52', parent: { key: 'chapter:19' } },
    ]);
    const query = `{ release(codeSystem: "icd-10-cm", version: "2026") { ${selection} } }`;
    expect(await under.countAfresh(query)).toBe(3); // releases, concepts, parents
  });

  test('texts: display, short title, tabular title, inclusion terms', async () => {
    const concept = await graph.ofConcept(
      'E11.9',
      'display designations { use language value } one: designations(use: "inclusion-term") { value }',
    );
    expect(concept.display).toBe('Type 2 diabetes mellitus without complications');
    expect(concept.designations).toEqual([
      { use: 'short-title', language: 'en', value: 'Type 2 diabetes w/o complications' },
      { use: 'tabular-title', language: 'en', value: 'Diabetes mellitus, type 2, uncomplicated' },
      { use: 'inclusion-term', language: 'en', value: 'Type 2 diabetes, plain' },
    ]);
    expect(concept.one).toEqual([{ value: 'Type 2 diabetes, plain' }]);
  });

  test('properties of both sources, with titles and meanings', async () => {
    const concept = await graph.ofConcept(
      'E11.9',
      'propertiesComplete properties { code title type value valueMeaning } some: properties(codes: ["course"]) { value }',
    );
    expect(concept).toEqual({
      propertiesComplete: true,
      properties: [
        { code: 'course', title: 'Course', type: 'CODE', value: 'C', valueMeaning: 'Chronic' },
        { code: 'poa-exempt', title: 'POA exempt', type: 'BOOLEAN', value: 'true', valueMeaning: null },
      ],
      some: [{ value: 'C' }],
    });
  });

  test('where it sits', async () => {
    const concept = await graph.ofConcept(
      'S52.521A',
      'position depth parent { code } ancestors { key depth } children { code } selectable',
    );
    expect(concept).toMatchObject({
      depth: 4,
      parent: { code: 'S52.521' },
      ancestors: [
        { key: 'chapter:19', depth: 0 },
        { key: 'S52', depth: 1 },
        { key: 'S52.5', depth: 2 },
        { key: 'S52.521', depth: 3 },
      ],
      children: [],
      selectable: true,
    });
  });

  test('descendants page by page, selectable ones alone, with honest totals', async () => {
    const first = await graph.ofConcept(
      '19',
      'all: descendants(first: 4) { totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage endCursor } } selectable: descendants(selectableOnly: true) { totalCount edges { cursor node { code } } }',
    );
    expect(first.all).toMatchObject({
      totalCount: 10,
      nodes: [{ code: 'S52' }, { code: 'S52.0' }, { code: 'S52.01' }, { code: 'S52.5' }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    expect(first.selectable.totalCount).toBe(3);
    expect(first.selectable.edges.map((edge: { node: { code: string } }) => edge.node.code)).toEqual([
      'S52.521A',
      'S52.521B',
      'T81.32XA',
    ]);
    const after = first.all.pageInfo.endCursor;
    const rest = await graph.ofConcept(
      '19',
      `descendants(after: "${after}") { totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage } }`,
    );
    expect(rest.descendants).toMatchObject({
      totalCount: 10,
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(rest.descendants.nodes).toHaveLength(6);
  });

  test('a page of none has the total and says that more follows', async () => {
    const { descendants } = await graph.ofConcept(
      'S52',
      'descendants(first: 0) { totalCount nodes { code } pageInfo { hasNextPage startCursor endCursor } }',
    );
    expect(descendants).toEqual({
      totalCount: 6,
      nodes: [],
      pageInfo: { hasNextPage: true, startCursor: null, endCursor: null },
    });
  });

  test.each([
    ['another concept', 'concept(code: "E11") { descendants(after: "CURSOR") { totalCount } }'],
    [
      'another filter',
      'concept(code: "S52") { descendants(selectableOnly: true, after: "CURSOR") { totalCount } }',
    ],
    ['another field', 'roots(after: "CURSOR") { totalCount }'],
  ])('a cursor of %s is refused', async (_name, selection) => {
    const { descendants } = await graph.ofConcept('S52', 'descendants(first: 1) { edges { cursor } }');
    const cursor = descendants.edges[0].cursor;
    const query = `{ release(codeSystem: "icd-10-cm", version: "2026") { ${selection.replace('CURSOR', cursor)} } }`;
    const answer = await under.ask(query);
    expect([answer.status, answer.body.data]).toEqual([400, null]);
    expect(answer.body.errors[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
    expect(answer.body.errors[0].message).toContain('belongs to another list');
  });

  test('a cursor of another release is refused, and so is any other text', async () => {
    const { descendants } = await graph.ofConcept('E11', 'descendants(first: 1) { edges { cursor } }');
    for (const [cursor, message] of [
      [descendants.edges[0].cursor, 'belongs to another list'],
      ['x', 'is not a cursor'],
    ]) {
      const query = `{ release(codeSystem: "icd-10-cm", version: "2027") { concept(code: "E11") { descendants(after: "${cursor}") { totalCount } } } }`;
      expect((await under.ask(query)).body.errors[0].message).toContain(message);
    }
  });

  test("subsumption, in FHIR's words", async () => {
    const concept = await graph.ofConcept(
      'E11',
      'same: subsumes(code: "e11") below: subsumes(code: "E119") above: subsumes(code: "4") aside: subsumes(code: "I21") none: subsumes(code: "X")',
    );
    expect(concept).toEqual({
      same: 'EQUIVALENT',
      below: 'SUBSUMES',
      above: 'SUBSUMED_BY',
      aside: 'NOT_SUBSUMED',
      none: null,
    });
    const release = await graph.ofRelease(
      '2026',
      'subsumes(codeA: "E11.9", codeB: "E11") none: subsumes(codeA: "E11", codeB: "X")',
    );
    expect(release).toEqual({ subsumes: 'SUBSUMED_BY', none: null });
  });

  test('all releases that have it, by effective date', async () => {
    const { concepts } = await graph.ofRelease(
      '2026',
      'concepts(codes: ["E11.9", "T81.32XA"]) { releases { version } }',
    );
    expect(concepts).toEqual([
      { releases: [{ version: '2025' }, { version: '2026' }, { version: '2027' }] },
      { releases: [{ version: '2026' }] },
    ]);
  });
});
