// Lists carried forward over GraphQL: what cannot be carried is told to the client, never an error of ours.
import { icd11Draft, icd11Of2018, icd11Of2024, type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;

beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([icd11Draft, icd11Of2024, icd11Of2018]));
});
afterAll(() => under.close());

const carry = (from: string, to: string, rest: string) =>
  under.ask(
    `{ carryForward(codeSystem: "icd-11-mms", from: "${from}", to: "${to}", ${rest}) { codes { asked status into { code } } } }`,
  );

test.each([
  ['2024-01', '2024-11-draft'],
  ['2024-11-draft', '2024-11-draft'],
])('from %s to %s: a draft has no part in it', async (from, to) => {
  const { status, body } = await carry(from, to, 'codes: ["1A00"]');
  expect(status).toBe(400);
  expect(body.errors[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
  expect(body.errors[0].message).toContain('2024-11-draft is a draft');
});

test('a count below zero is refused', async () => {
  const { status, body } = await carry('2018-12', '2024-01', 'codes: ["1A00"], counts: [-1]');
  expect(status).toBe(400);
  expect(body.errors[0].message).toContain('found -1');
});

test('the id of a grouping is no code', async () => {
  const blocks = icd11Of2018.concepts.filter(
    ({ code, content }) => content.kind === 'block' && code !== null,
  );
  expect(blocks.length).toBeGreaterThan(0);
  const { body } = await carry('2018-12', '2024-01', `codes: ["${blocks[0]?.code}"]`);
  expect(body.data.carryForward.codes[0]).toMatchObject({ status: 'UNKNOWN', into: [] });
});
