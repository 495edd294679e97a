// The definition's words: URIs lead to keys, every property, kind and part that a release uses is defined.
import { identifierKey, parseExpression } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { definition } from './definition.ts';
import { normalize } from './normalize.ts';
import { releaseName } from './release-name.ts';
import { sampleFiles } from './source-file-in-memory.ts';

describe('identifiers', () => {
  it.each([
    ['http://id.who.int/icd/entity/257068234', '257068234'],
    ['https://id.who.int/icd/entity/257068234', '257068234'],
    ['http://id.who.int/icd/entity/257068234/mms/other', '257068234/other'],
    ['http://id.who.int/icd/release/11/mms/257068234', '257068234'],
    ['https://id.who.int/icd/release/11/2024-01/mms/257068234/unspecified', '257068234/unspecified'],
    ['http://id.who.int/icd/release/11/beta/mms/257068234/other', '257068234/other'],
    ['http://id.who.int/icd/release/11/icf/257068234', null],
    ['http://id.who.int/icd/release/10/2019/A00', null],
    ['http://id.who.int.example/icd/entity/1', null],
    ['257068234', null],
  ])('%s is the entity %s', (uri, key) => {
    expect(identifierKey(definition.identifierForms, uri)).toBe(key);
  });
});

describe('expressions', () => {
  it('are stems beside one another, each with its extensions', () => {
    const { expressions } = definition;
    expect(expressions && parseExpression('1A00&XN8P1/FA11.Y', expressions)).toEqual([
      { stem: '1A00', extensions: ['XN8P1'] },
      { stem: 'FA11.Y', extensions: [] },
    ]);
  });
});

describe('the words of the samples', () => {
  it.each(['2026-01', '2027-01'] as const)('of %s are all defined', async (version) => {
    const release = await normalize(await sampleFiles(version), releaseName(version), () => undefined);
    const properties = release.concepts.flatMap(({ content, propertySet }) => [
      ...content.properties,
      ...(propertySet?.properties ?? []),
      ...(release.frontMatter.propertyPatterns ?? []),
    ]);
    const undefinedWords = [
      ...properties.filter(({ code }) => !definition.properties.some((property) => property.code === code)),
      ...release.concepts.filter(
        ({ content }) => !definition.kinds.some(({ code }) => code === content.kind),
      ),
      ...release.parts.filter((part) => !definition.parts.some(({ code }) => code === part)),
    ];
    expect(undefinedWords).toEqual([]);
    expect(properties.length).toBeGreaterThan(200);
  });
});
