// What is remembered of a query's measure changes no verdict: the same variables get the same answer before and after.
import { type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase());
});
afterAll(() => under.close());

type Variables = Readonly<Record<string, unknown>>;

async function answerTo(query: string, variables: Variables) {
  const { status, body } = await under.ask(query, variables);
  return { status, data: body.data, cost: body.extensions?.cost, errors: withoutIds(body.errors) };
}

/** Errors without what differs from request to request. */
function withoutIds(errors: readonly { readonly message: string; readonly extensions: Variables }[] = []) {
  return errors.map(({ message, extensions: { requestId: _id, ...others } }) => ({ message, ...others }));
}

const byCode = `query ($code: String!, $display: Boolean!) {
  release(codeSystem: "icd-10-cm", version: "2026") { concept(code: $code) { code display @include(if: $display) } } }`;
const byCodeOrNone = `query ($code: String!, $under: String) {
  release(codeSystem: "icd-10-cm", version: "2026") { concept(code: $code) { code } search(text: "diabetes", under: $under) { totalCount } } }`;
const bySearch = `query ($only: Boolean) {
  release(codeSystem: "icd-10-cm", version: "2026") { search(text: "diabetes", selectableOnly: $only) { totalCount } } }`;
const byPage = `query ($code: String!, $first: Int!) {
  release(codeSystem: "icd-10-cm", version: "2026") { concept(code: $code) { descendants(first: $first) { nodes { code } } } } }`;
const byDefault = `query ($code: String! = "E11.9") {
  release(codeSystem: "icd-10-cm", version: "2026") { concept(code: $code) { code } } }`;
const byCodes = `query ($codes: [String!]!) {
  release(codeSystem: "icd-10-cm", version: "2026") { concepts(codes: $codes) { code } } }`;

const right: readonly [string, Variables][] = [
  [byCode, { code: 'E11.9', display: true }],
  [byCodeOrNone, { code: 'E11.9', under: 'E11' }],
  [bySearch, { only: true }],
  [byPage, { code: 'E11', first: 2 }],
  [byDefault, {}],
  [byCodes, { codes: ['E11.9'] }],
];

const others: readonly (readonly [string, string, Variables])[] = [
  ['another code', byCode, { code: 'E11', display: false }],
  ['a code that is not there', byCode, { code: 'Z99.99', display: true }],
  ['a text that is too long', byCode, { code: 'x'.repeat(5_000), display: true }],
  ['U+0000', byCode, { code: 'E11\u0000', display: true }],
  ['a number for a text', byCode, { code: 5, display: true }],
  ['a text for a truth value', byCode, { code: 'E11', display: 'true' }],
  ['null', byCode, { code: null, display: true }],
  ['none', byCode, { display: true }],
  ['one that is not declared', byCode, { code: 'E11', display: true, other: '\u0000' }],
  ['null where there may be none', byCodeOrNone, { code: 'E11', under: null }],
  ['none where there may be none', byCodeOrNone, { code: 'E11' }],
  ['null for an argument with a default', bySearch, { only: null }],
  ['none for an argument with a default', bySearch, {}],
  ['a page that is too long', byPage, { code: 'E11', first: 100_000 }],
  ['a negative page', byPage, { code: 'E11', first: -1 }],
  ['a longer page', byPage, { code: 'E11', first: 40 }],
  ['a text for a default', byDefault, { code: '\u0000' }],
  ['more codes', byCodes, { codes: ['E11.9', 'E11'] }],
  ['too many codes', byCodes, { codes: Array.from({ length: 5_000 }, () => 'E11') }],
];

test.each(others)('%s', async (name, query, variables) => {
  const first = await answerTo(`${query} # ${name}`, variables);
  for (const [known, some] of right) if (known === query) await answerTo(query, some);
  expect(await answerTo(query, variables)).toEqual(first);
});

test('the pages of these differ, and so does what they are said to cost', async () => {
  const costs = await Promise.all(
    [2, 40].map(async (first) => (await answerTo(byPage, { code: 'E11', first })).cost.objects),
  );
  expect(costs[0]).toBeLessThan(costs[1]);
});
