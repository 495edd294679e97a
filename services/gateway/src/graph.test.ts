// What every part of the graph answers, over the small releases.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from './gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
});
afterAll(() => under.close());
beforeEach(() => {
  under.statements.length = 0;
});

/** What the query says of a release, by version. */
async function ofRelease(version: string, selection: string, variables = {}) {
  const query = `{ release(codeSystem: "icd-10-cm", version: "${version}") { ${selection} } }`;
  const { status, body } = await under.ask(query, variables);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data.release;
}

/** What the query says of a concept of 2026, or of another release. */
async function ofConcept(code: string, selection: string, version = '2026') {
  return (await ofRelease(version, `concept(code: "${code}") { ${selection} }`)).concept;
}

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
    const release = await ofRelease(
      '2025',
      'sourceFiles { name role bytes } findings { rule } warnings: findings(severity: WARNING) { rule where } counts { name count }',
    );
    expect(release).toEqual({
      sourceFiles: [{ name: 'order-2025.txt', role: 'order-file', bytes: 14 }],
      findings: [{ rule: 'order-only' }, { rule: 'addenda' }],
      warnings: [{ rule: 'order-only', where: null }],
      counts: [],
    });
    const front = await ofRelease(
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
    const { roots } = await ofRelease(
      '2026',
      'roots(first: 3) { totalCount nodes { key } pageInfo { hasNextPage endCursor } }',
    );
    expect(roots).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const next = await ofRelease('2026', `roots(after: "${roots.pageInfo.endCursor}") { nodes { key } }`);
    expect(next.roots.nodes).toEqual([{ key: 'chapter:19' }]);
  });
});

describe('concepts', () => {
  test.each(['E11.9', 'e11.9', 'E119', ' e119 '])('%s finds E11.9', async (code) => {
    expect(await ofConcept(code, 'code key lookUpForm kind')).toEqual({
      code: 'E11.9',
      key: 'E11.9',
      lookUpForm: 'E119',
      kind: 'code',
    });
  });

  test('what is not there is null', async () => {
    for (const code of ['X99.9', '', '.', '%', 'E11.9.9']) expect(await ofConcept(code, 'code')).toBeNull();
  });

  test('the code wins over the block of the same id, unless a kind is given', async () => {
    const release = await ofRelease(
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
    const { concepts } = await ofRelease(
      '2026',
      'concepts(codes: ["s52", "nope", "E119", "S52"]) { code parent { key } }',
    );
    expect(concepts).toEqual([
      { code: 'S52', parent: { key: 'chapter:19' } },
      null,
      { code: 'E11.9', parent: { key: 'E11' } },
      { code: 'S52', parent: { key: 'chapter:19' } },
    ]);
    expect(under.statements).toHaveLength(3); // releases, concepts, parents
  });

  test('texts: display, short title, tabular title, inclusion terms', async () => {
    const concept = await ofConcept(
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
    const concept = await ofConcept(
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
    const concept = await ofConcept(
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
    const first = await ofConcept(
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
    const rest = await ofConcept(
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
    const { descendants } = await ofConcept(
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
    const { descendants } = await ofConcept('S52', 'descendants(first: 1) { edges { cursor } }');
    const cursor = descendants.edges[0].cursor;
    const query = `{ release(codeSystem: "icd-10-cm", version: "2026") { ${selection.replace('CURSOR', cursor)} } }`;
    const answer = await under.ask(query);
    expect([answer.status, answer.body.data]).toEqual([400, null]);
    expect(answer.body.errors[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
    expect(answer.body.errors[0].message).toContain('belongs to another list');
  });

  test('a cursor of another release is refused, and so is any other text', async () => {
    const { descendants } = await ofConcept('E11', 'descendants(first: 1) { edges { cursor } }');
    for (const [cursor, message] of [
      [descendants.edges[0].cursor, 'belongs to another list'],
      ['x', 'is not a cursor'],
    ]) {
      const query = `{ release(codeSystem: "icd-10-cm", version: "2027") { concept(code: "E11") { descendants(after: "${cursor}") { totalCount } } } }`;
      expect((await under.ask(query)).body.errors[0].message).toContain(message);
    }
  });

  test("subsumption, in FHIR's words", async () => {
    const concept = await ofConcept(
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
    const release = await ofRelease(
      '2026',
      'subsumes(codeA: "E11.9", codeB: "E11") none: subsumes(codeA: "E11", codeB: "X")',
    );
    expect(release).toEqual({ subsumes: 'SUBSUMED_BY', none: null });
  });

  test('all releases that have it, by effective date', async () => {
    const { concepts } = await ofRelease(
      '2026',
      'concepts(codes: ["E11.9", "T81.32XA"]) { releases { version } }',
    );
    expect(concepts).toEqual([
      { releases: [{ version: '2025' }, { version: '2026' }, { version: '2027' }] },
      { releases: [{ version: '2026' }] },
    ]);
  });
});

describe('notes', () => {
  test('own notes with the codes they name', async () => {
    const { notes } = await ofConcept(
      'E11',
      'notes { kind title list text names { text fromCode from { display } toCode to { code } below } }',
    );
    expect(notes).toEqual([
      { kind: 'includes', title: 'includes', list: 0, text: 'diabetes NOS', names: [] },
      {
        kind: 'useAdditionalCode',
        title: 'useAdditionalCode',
        list: 1,
        text: 'control using insulin (E11.65)',
        names: [
          {
            text: 'E11.65',
            fromCode: 'E11.65',
            from: { display: 'Type 2 diabetes mellitus with hyperglycemia' },
            toCode: null,
            to: null,
            below: false,
          },
        ],
      },
    ]);
  });

  test('inherited notes come from the root down, each with its origin', async () => {
    const { notes, some } = await ofConcept(
      'E11.9',
      'notes(inherited: true) { text origin { key } names { toCode to { key } } } some: notes(inherited: true, kinds: ["includes"]) { text }',
    );
    expect(
      notes.map((note: { text: string; origin: { key: string } }) => [note.origin.key, note.text]),
    ).toEqual([
      ['chapter:4', 'transitory disorders of newborn (P70-P74)'],
      ['E11', 'diabetes NOS'],
      ['E11', 'control using insulin (E11.65)'],
      ['E11.9', 'Type 2 diabetes, plain'],
    ]);
    expect(notes[0].names).toEqual([{ toCode: 'P74', to: null }]);
    expect(some).toEqual([{ text: 'diabetes NOS' }]);
  });

  test('of a release without its tabular list, notes are not known, which is not none', async () => {
    const selection =
      'notes { text } seventhCharacters { character } seventhCharacter { character } placeholder tables { title } propertiesComplete properties { code } indexEntries { term }';
    expect(await ofConcept('E11.9', selection, '2025')).toEqual({
      notes: null,
      seventhCharacters: null,
      seventhCharacter: null,
      placeholder: null,
      tables: null,
      propertiesComplete: false,
      properties: [],
      indexEntries: [],
    });
    expect(await ofConcept('I21', selection)).toMatchObject({
      notes: [],
      seventhCharacters: [],
      tables: [],
      placeholder: false,
    });
  });

  test('tables and placeholders', async () => {
    expect(await ofConcept('19', 'tables { title rows }')).toEqual({
      tables: [{ title: 'A table', rows: [['left', 'right']] }],
    });
    expect(await ofConcept('T81.32', 'placeholder')).toEqual({ placeholder: true });
  });
});

describe('7th characters', () => {
  test('are in force below the concept that defines them, and make codes where they exist', async () => {
    const { seventhCharacters } = await ofConcept(
      'S52.521',
      'seventhCharacters { character meaning notes definedBy { code } concept { code } }',
    );
    expect(
      seventhCharacters.map((c: { character: string; concept: unknown }) => [c.character, c.concept]),
    ).toEqual([
      ['A', { code: 'S52.521A' }],
      ['B', { code: 'S52.521B' }],
      ['D', null],
    ]);
    expect(seventhCharacters[1]).toMatchObject({
      meaning: 'initial encounter for open fracture type I or II',
      notes: ['Default for open'],
      definedBy: { code: 'S52' },
    });
  });

  test('are overridden by nearer definitions', async () => {
    const { seventhCharacters } = await ofConcept(
      'S52.01',
      'seventhCharacters { character definedBy { code } }',
    );
    expect(seventhCharacters).toEqual([{ character: 'A', definedBy: { code: 'S52.01' } }]);
  });

  test('a category has them in force, but no code of its own with them', async () => {
    const { seventhCharacters } = await ofConcept('S52', 'seventhCharacters { character concept { code } }');
    expect(seventhCharacters.map((c: { concept: unknown }) => c.concept)).toEqual([null, null, null]);
  });

  test('of a code that has one: its meaning, and its siblings', async () => {
    const concept = await ofConcept(
      'S52.521A',
      'seventhCharacter { character meaning definedBy { code } concept { code } } seventhCharacters { concept { code } }',
    );
    expect(concept.seventhCharacter).toEqual({
      character: 'A',
      meaning: 'initial encounter for closed fracture',
      definedBy: { code: 'S52' },
      concept: { code: 'S52.521A' },
    });
    expect(concept.seventhCharacters).toEqual([
      { concept: { code: 'S52.521A' } },
      { concept: { code: 'S52.521B' } },
      { concept: null },
    ]);
  });
});

describe('looking a code up', () => {
  const lookUp = async (code: string, version = '2026') =>
    (
      await ofRelease(
        version,
        `lookUp(code: "${code}") { __typename asked lookUpForm message
          ... on SelectableCode { concept { code } }
          ... on HeaderCode { concept { code } selectable(first: 2) { totalCount nodes { code } } }
          ... on SeventhCharacterNeeded { concept { code } fitting { character meaning concept { code selectable } } }
          ... on CodeInOtherReleases { standing releases { version } concept { code display release { version } } }
          ... on UnknownCode { nearest { code } } }`,
      )
    ).lookUp;

  test('one that may be coded with', async () => {
    expect(await lookUp('e119')).toEqual({
      __typename: 'SelectableCode',
      asked: 'e119',
      lookUpForm: 'E119',
      message: 'E11.9 may be coded with in release 2026.',
      concept: { code: 'E11.9' },
    });
  });

  test('a header, with the selectable codes below', async () => {
    expect(await lookUp('E11')).toMatchObject({
      __typename: 'HeaderCode',
      message: 'E11 is a header in release 2026; selectable codes below it: 2.',
      selectable: { totalCount: 2, nodes: [{ code: 'E11.65' }, { code: 'E11.9' }] },
    });
  });

  test('one that needs a 7th character, with those that fit', async () => {
    expect(await lookUp('S52.521')).toMatchObject({
      __typename: 'SeventhCharacterNeeded',
      message: 'S52.521 needs a 7th character in release 2026; these fit: A, B.',
      fitting: [
        { character: 'A', concept: { code: 'S52.521A', selectable: true } },
        { character: 'B', concept: { code: 'S52.521B', selectable: true } },
      ],
    });
  });

  test('one that needs X placeholders before its 7th character', async () => {
    expect(await lookUp('T81.32')).toMatchObject({
      __typename: 'SeventhCharacterNeeded',
      fitting: [{ character: 'A', concept: { code: 'T81.32XA' } }],
    });
    expect(await lookUp('T81.32', '2027')).toMatchObject({ __typename: 'HeaderCode' });
  });

  test('one that was given up', async () => {
    expect(await lookUp('T8132xa', '2027')).toMatchObject({
      __typename: 'CodeInOtherReleases',
      message: 'T81.32XA is not in release 2027, but in earlier ones: 2026.',
      standing: 'EARLIER',
      releases: [{ version: '2026' }],
      concept: { code: 'T81.32XA', release: { version: '2026' } },
    });
  });

  test('one that is not yet effective', async () => {
    expect(await lookUp('I21.B', '2025')).toMatchObject({
      standing: 'LATER',
      concept: { display: 'Myocardial infarction with coronary microvascular dysfunction' },
    });
  });

  test('one that is unknown, with the nearest code', async () => {
    expect(await lookUp('T81.32X')).toEqual({
      __typename: 'UnknownCode',
      asked: 'T81.32X',
      lookUpForm: 'T8132X',
      message: 'T81.32X is in no published release of icd-10-cm. The nearest code that there is: T81.32.',
      nearest: { code: 'T81.32' },
    });
    expect(await lookUp('19Z')).toMatchObject({ nearest: null });
  });

  test('a header of a release without its tabular list', async () => {
    expect(await lookUp('E11', '2025')).toMatchObject({
      __typename: 'HeaderCode',
      selectable: { totalCount: 1 },
    });
  });
});

describe('index', () => {
  test('entries that name a code, with their paths', async () => {
    const { indexEntries, none } = await ofConcept(
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
    const { indexEntries } = await ofConcept(
      'C7A.1',
      'indexEntries { term references { kind column columnTitle } }',
    );
    expect(indexEntries).toEqual([
      { term: 'Neoplasm', references: [{ kind: 'CELL', column: 2, columnTitle: 'Malignant Primary' }] },
    ]);
  });

  test('main terms by index and prefix, page by page', async () => {
    const { index } = await ofRelease(
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
    const next = await ofRelease(
      '2026',
      `index(kind: "diseases", termPrefix: "in", after: "${index.pageInfo.endCursor}") { nodes { term references { kind code concept { code } } } }`,
    );
    expect(next.index.nodes).toEqual([
      { term: 'Inflammation', references: [{ kind: 'SEE', code: null, concept: null }] },
    ]);
  });
});
