// Texts in several languages: the original one and translations that not every release has, nor every concept.
import { icd11Of2018, icd11Of2024, type SmallDatabase, smallDatabase } from '@codeset/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type GatewayUnderTest, gatewayUnderTest } from '../gateway-under-test.ts';
import { askGraph, type Graph } from './ask-graph.ts';

let under: GatewayUnderTest<SmallDatabase>;
let graph: Graph;
beforeAll(async () => {
  under = await gatewayUnderTest(await smallDatabase([icd11Of2024, icd11Of2018]));
  graph = askGraph(under, 'icd-11-mms', '2024-01');
});
afterAll(() => under.close());
beforeEach(() => {
  under.statements.length = 0;
});

test('a release tells its languages, the original one first', async () => {
  expect(await graph.ofRelease('2024-01', 'languages')).toEqual({ languages: ['en', 'es'] });
  expect(await graph.ofRelease('2018-12', 'languages')).toEqual({ languages: ['en'] });
});

test('the text to show in a language, in any case; null where there is none', async () => {
  const selection =
    'en: displayIn(language: "en") EN: displayIn(language: "EN") es: displayIn(language: "es") ES: displayIn(language: "ES") fr: displayIn(language: "fr")';
  expect(await graph.ofConcept('1A01', selection)).toEqual({
    en: 'Tangle',
    EN: 'Tangle',
    es: 'Enredo',
    ES: 'Enredo',
    fr: null,
  });
  expect(await graph.ofConcept('1A02', selection)).toMatchObject({ en: 'Moss', es: null });
  expect(await graph.ofConcept('1A00', selection, '2018-12')).toMatchObject({ en: 'Tangle', es: null });
});

test('translations are designations, filtered by language and use', async () => {
  const spanish = { use: 'title', language: 'es', value: 'Enredo' };
  const concept = await graph.ofConcept(
    '1A01',
    'designations { use language value } es: designations(language: "Es", use: "title") { value } none: designations(language: "es", use: "other") { value } en: designations(language: "en") { value }',
  );
  expect(concept).toEqual({ designations: [spanish], es: [{ value: 'Enredo' }], none: [], en: [] });
});

test('the texts of many concepts are one statement', async () => {
  const fresh = await gatewayUnderTest(await smallDatabase([icd11Of2024]));
  try {
    const ask = askGraph(fresh, 'icd-11-mms', '2024-01');
    await ask.ofRelease('2024-01', 'concepts(codes: ["01", "1A01", "1A02"]) { displayIn(language: "es") }');
    expect(fresh.statements).toHaveLength(3); // releases, concepts, texts
  } finally {
    await fresh.close();
  }
});
