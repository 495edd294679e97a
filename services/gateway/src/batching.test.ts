// How many SQL statements nested queries take.
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

/** SQL statements that the query took. */
async function count(selection: string, version = '2026'): Promise<number> {
  under.statements.length = 0;
  const query = `{ release(codeSystem: "icd-10-cm", version: "${version}") { ${selection} } }`;
  const { body } = await under.ask(query);
  expect(body.errors).toBeUndefined();
  return under.statements.length;
}

describe('a level of the query is a statement, however many concepts it has', () => {
  // Contents are asked for first, so that the counts below are those of a process that has seen them.
  beforeAll(async () => {
    await count(
      'roots(first: 4) { nodes { display notes { text } descendants(first: 20) { nodes { display notes { text } properties { value } indexEntries { path { term } } } } } }',
    );
  });

  test.each([
    ['parents', 'roots { nodes { children { parent { code } } } }', 4],
    ['children of children', 'roots(first: 4) { nodes { children { children { children { code } } } } }', 5],
    ['ancestors', 'concepts(codes: ["E119", "S52521A", "I219"]) { ancestors { code } }', 3],
    ['descendants', 'roots { nodes { descendants(first: 2) { nodes { code } } } }', 3],
    ['totals', 'roots { nodes { descendants(selectableOnly: true) { totalCount } } }', 4],
    [
      'inherited notes',
      'concepts(codes: ["E119", "S52521A"]) { notes(inherited: true) { origin { display } names { from { code } } } }',
      4,
    ],
    [
      '7th characters',
      'concepts(codes: ["S52521A", "S52521B"]) { seventhCharacters { concept { display } definedBy { code } } }',
      5,
    ],
    [
      'index entries',
      'concepts(codes: ["E119", "E1165", "I219"]) { indexEntries { path { term } references { concept { code } } } }',
      4,
    ],
    ['eras', 'concepts(codes: ["E119", "I219"]) { eras { display concept { parent { code } } } }', 4],
    ['languages', 'concepts(codes: ["E119", "I219"]) { displayIn(language: "en") effectiveFrom }', 2],
    ['releases', 'concepts(codes: ["E119", "I219"]) { releases { version } }', 3],
    [
      'look-ups',
      'a: lookUp(code: "E119") { message } b: lookUp(code: "S52521") { message } c: lookUp(code: "S52") { message } d: lookUp(code: "I21B") { message }',
      5,
    ],
  ])('%s', async (_name, selection, statements) => {
    await count(selection); // totals are counted once, and remembered
    const again = selection.includes('selectableOnly') ? statements - 1 : statements;
    expect([await count(selection), under.statements]).toEqual([again, expect.anything()]);
  });
});

test('a content that the process has seen is not read again, from whatever release', async () => {
  const selection = 'concept(code: "E11.65") { display notes { text } }';
  const first = await count(selection, '2026');
  expect(await count(selection, '2027')).toBe(2);
  expect(first).toBeGreaterThanOrEqual(2);
});
