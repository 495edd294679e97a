// Completions for a search box over GraphQL: which terms, in which order, and what they lead to.
import { icd11Of2024, release2026, type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';

let under: GatewayUnderTest<SmallDatabase>;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([release2026, icd11Of2024]));
});
afterAll(() => under.close());

async function suggest(text: string, rest = '', release = 'codeSystem: "icd-10-cm", version: "2026"') {
  const { status, body } = await under.ask(
    `query ($text: String!) { release(${release}) { suggest(text: $text${rest}) {
      text of highlights { start end } concept { code } conceptCount } } }`,
    { text },
  );
  return { status, body, found: body.data?.release.suggest };
}
const texts = async (...asked: Parameters<typeof suggest>) =>
  (await suggest(...asked)).found.map(({ text }: { text: string }) => text);

test('what begins with the text comes first: main terms of the index, then titles', async () => {
  const { found } = await suggest('diab');
  expect(found[0]).toEqual({
    text: 'Diabetes',
    of: 'MAIN_TERM',
    highlights: [{ start: 0, end: 8 }],
    concept: { code: 'E11.9' },
    conceptCount: 2,
  });
  expect(found[1]).toMatchObject({ text: 'Diabetes mellitus (E08-E13)', of: 'TITLE', conceptCount: 1 });
  expect(found.slice(2).map(({ text }: { text: string }) => text)).toContain('Type 2 diabetes mellitus');
  expect(await texts('type 2 dia')).toContain('Type 2 diabetes mellitus');
});

test('a code is completed, in any form, where a digit says that one is meant', async () => {
  const { found } = await suggest('e11.65');
  expect(found[0]).toEqual({
    text: 'E11.65',
    of: 'CODE',
    highlights: [{ start: 0, end: 6 }],
    concept: { code: 'E11.65' },
    conceptCount: 1,
  });
  expect((await texts('E11')).slice(0, 3)).toEqual(['E11', 'E11.6', 'E11.65']);
  expect(await texts('e')).not.toContain('E11');
  expect(await texts('e116', ', first: 1')).toEqual(['E11.6']);
});

test('a main term of which only those below it lead on says how many, and names no concept', async () => {
  const [infarct] = (await suggest('infarct')).found;
  expect(infarct).toMatchObject({ text: 'Infarct', of: 'MAIN_TERM', concept: null, conceptCount: 1 });
});

test('slips and accents do not matter, each text is given once, the number is bounded', async () => {
  expect((await texts('diabtes'))[0]).toBe('Diabetes');
  expect((await texts('Fracturé'))[0]).toBe('Fracture of forearm');
  const twice = await texts('petrifaction', '', 'codeSystem: "icd-11-mms", version: "2024-01"');
  expect(twice).toEqual(['Petrifaction']);
  expect(await texts('fracture', ', first: 2')).toHaveLength(2);
  expect(await texts('fracture', ', first: 0')).toEqual([]);
  for (const text of ['', ' ', '—', 'qqqqqqqq']) expect(await texts(text)).toEqual([]);
  const many = await suggest('fracture', ', first: 26');
  expect(many.body.errors[0].extensions).toMatchObject({ limit: 'suggestions', maximum: 25, found: 26 });
  const long = await suggest(Array.from({ length: 17 }, (_none, i) => `w${i}`).join(' '));
  expect(long.body.errors[0].extensions).toMatchObject({ limit: 'searchWords', maximum: 16, found: 17 });
  expect([many.status, long.status]).toEqual([400, 400]);
});
