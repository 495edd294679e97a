// Hashes depend on what is said, not on how the object that says it was built.
import { describe, expect, test } from 'vitest';
import type { ConceptContent } from './concept.ts';
import { canonicalJson, hashConceptContent, hashNoteSet } from './content-hash.ts';
import { emptyNoteSet } from './note-set.ts';

const content: ConceptContent = {
  kind: 'code',
  display: 'Type 2 diabetes mellitus without complications',
  designations: [
    { use: 'short-title', language: 'en', value: 'Type 2 diabetes mellitus without complications' },
  ],
  selectable: true,
  properties: [],
  effectiveFrom: null,
  effectiveTo: null,
};

describe('hashConceptContent', () => {
  test('the order of members does not matter', () => {
    const { properties, selectable, ...rest } = content;
    expect(hashConceptContent({ selectable, properties, ...rest })).toEqual(hashConceptContent(content));
  });

  test('other words change wording, not meaning', () => {
    const before = hashConceptContent(content);
    const after = hashConceptContent({ ...content, display: `${content.display}.` });
    expect(after.wording).not.toBe(before.wording);
    expect(after.meaning).toBe(before.meaning);
    expect(after.content).not.toBe(before.content);
  });

  test('becoming a header changes meaning, not wording', () => {
    const before = hashConceptContent(content);
    const after = hashConceptContent({ ...content, selectable: false });
    expect(after.wording).toBe(before.wording);
    expect(after.meaning).not.toBe(before.meaning);
    expect(after.content).not.toBe(before.content);
  });
});

describe('dates of a code', () => {
  test('change meaning, not wording', () => {
    const before = hashConceptContent(content);
    const after = hashConceptContent({ ...content, effectiveTo: '2017-12-31' });
    expect(after.wording).toBe(before.wording);
    expect(after.meaning).not.toBe(before.meaning);
  });

  test('first day and last day are told apart', () => {
    const from = hashConceptContent({ ...content, effectiveFrom: '2017-12-31' });
    const to = hashConceptContent({ ...content, effectiveTo: '2017-12-31' });
    expect(from.content).not.toBe(to.content);
  });

  test('that are not given leave the hash that was before there were any', () => {
    expect(hashConceptContent(content).content).toBe(
      '9515525aa2bebce2b5836b28b9258501359e566c6c4ea9cdf306eba915a4b4dd',
    );
  });
});

test('the canonical form sorts members and keeps the order of lists', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'x"' } })).toBe('{"a":{"c":"x\\"","d":null},"b":[2,1]}');
});

test('a note more is another note set', () => {
  const note = { kind: 'includes', list: 0, text: 'x', links: [] };
  expect(hashNoteSet({ ...emptyNoteSet, notes: [note] })).not.toBe(hashNoteSet(emptyNoteSet));
});
