// How many SQL statements nested queries take.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from './gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
});
afterAll(() => under.close());

const inRelease = (selection: string, version = '2026') =>
  `{ release(codeSystem: "icd-10-cm", version: "${version}") { ${selection} } }`;

/** SQL statements that the query took of a gateway that has answered others. */
async function count(selection: string, version = '2026'): Promise<number> {
  under.statements.length = 0;
  const { body } = await under.ask(inRelease(selection, version));
  expect(body.errors).toBeUndefined();
  return under.statements.length;
}

describe('a level of the query is a statement, however many concepts it has', () => {
  test.each([
    ['parents', 'roots { nodes { children { parent { code } } } }', 4],
    ['children of children', 'roots(first: 4) { nodes { children { children { children { code } } } } }', 5],
    ['ancestors', 'concepts(codes: ["E119", "S52521A", "I219"]) { ancestors { code } }', 3],
    ['descendants', 'roots { nodes { descendants(first: 2) { nodes { code } } } }', 3],
    ['totals', 'roots { nodes { descendants(selectableOnly: true) { totalCount } } }', 4],
    [
      'inherited notes',
      'concepts(codes: ["E119", "S52521A"]) { notes(inherited: true) { origin { display } names { from { code } } } }',
      6,
    ],
    [
      '7th characters',
      'concepts(codes: ["S52521A", "S52521B"]) { seventhCharacters { concept { display } definedBy { code } } }',
      8,
    ],
    [
      'index entries',
      'concepts(codes: ["E119", "E1165", "I219"]) { indexEntries { path { term } references { concept { code } } } }',
      6,
    ],
    ['eras', 'concepts(codes: ["E119", "I219"]) { eras { display concept { parent { code } } } }', 7],
    ['languages', 'concepts(codes: ["E119", "I219"]) { displayIn(language: "en") effectiveFrom }', 3],
    ['releases', 'concepts(codes: ["E119", "I219"]) { releases { version } }', 3],
    [
      'look-ups',
      'a: lookUp(code: "E119") { message } b: lookUp(code: "S52521") { message } c: lookUp(code: "S52") { message } d: lookUp(code: "I21B") { message }',
      10,
    ],
  ])('%s', async (_name, selection, statements) => {
    expect([await under.countAfresh(inRelease(selection)), under.statements]).toEqual([
      statements,
      expect.anything(),
    ]);
  });
});

describe('what the process has seen', () => {
  test('of a release is not read again', async () => {
    const selection =
      'concepts(codes: ["E119", "S52521A"]) { display parent { code } children { code } ancestors { code } descendants(first: 2) { totalCount nodes { code } } notes(inherited: true) { text } indexEntries { path { term } } }';
    expect(await count(selection)).toBeGreaterThan(5);
    expect(await count(selection)).toBe(1); // which releases there are: of age 0 here
    const some = 'concepts(codes: ["E119", "E1165"]) { parent { code } }';
    expect([await count(some), under.statements]).toEqual([3, expect.anything()]); // releases, E11.65, its parent
  });

  test.each([
    'roots(first: 2) { totalCount nodes { display } }',
    'index(first: 2, termPrefix: "d") { totalCount nodes { term } }',
    'sourceFiles { sha256 } findings { rule } introduction { instructions }',
  ])('of a release as a whole is not read again: %s', async (selection) => {
    expect(await count(selection)).toBeGreaterThan(1);
    expect(await count(selection)).toBe(1);
  });

  test('of codes that are not there is read again: they would drive out those that are', async () => {
    expect([
      await count('concept(code: "X99") { code }'),
      await count('concept(code: "X99") { code }'),
    ]).toEqual([2, 2]);
  });

  test('of contents is not read again, from whatever release', async () => {
    const selection = 'concept(code: "E11.65") { display notes { text } }';
    const first = await count(selection, '2026');
    expect(await count(selection, '2027')).toBe(2);
    expect(first).toBeGreaterThanOrEqual(2);
  });
});
