// Which file is whose: told by columns and codes, whatever it is called.
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../source-file-in-memory.ts';
import { sampleGemFiles } from './gem-in-memory.ts';
import { gemIcd10ToIcd9, gemIcd9ToIcd10 } from './gem-service.ts';

const recognise = async (name: string, text: string) => {
  const file = sourceFile(name, text);
  return [await gemIcd9ToIcd10.recognise(file), await gemIcd10ToIcd9.recognise(file)] as const;
};

describe('a file is recognised', () => {
  test('by each service as its own or as that of the other way', async () => {
    const seen: string[] = [];
    for (const file of await sampleGemFiles())
      for (const { definition, recognise: ask } of [gemIcd9ToIcd10, gemIcd10ToIcd9]) {
        const { role, remark } = await ask(file);
        seen.push(`${file.name.split('/').at(-1)} in ${definition.id}: ${role}, ${remark}`);
      }
    expect(seen).toEqual([
      '2027_I10gem.txt in gem-icd-9-cm-icd-10-cm: null, the General Equivalence Mapping the other way, ICD-10-CM to ICD-9-CM',
      '2027_I10gem.txt in gem-icd-10-cm-icd-9-cm: gem, General Equivalence Mapping, ICD-10-CM to ICD-9-CM',
      '2027_I9gem.txt in gem-icd-9-cm-icd-10-cm: gem, General Equivalence Mapping, ICD-9-CM to ICD-10-CM',
      '2027_I9gem.txt in gem-icd-10-cm-icd-9-cm: null, the General Equivalence Mapping the other way, ICD-9-CM to ICD-10-CM',
    ]);
  });

  test.each([
    ['a V code, to a Z code', 'V5867 Z794    00000', 'gem', null],
    ['a Z code, to a V code', 'Z794    V5867 00000', null, 'gem'],
    ['an E code of five characters', 'E0000 Y990    00000', 'gem', null],
    ['an E code of ICD-10-CM, without a map', 'E0800   NoDx  11000', null, 'gem'],
  ])('with %s alone, whatever its name', async (_, line, nine, ten) => {
    const [first, second] = await recognise('2018_I10gem_I9gem.txt', `${line}\r\n`);
    expect([first.role, second.role]).toEqual([nine, ten]);
  });

  test('although a line in it is damaged', async () => {
    const [first] = await recognise('x', '0010  A000    00000\r\n0011  A001\r\n0019  A009    00000\r\n');
    expect(first.role).toBe('gem');
  });

  test.each([
    ['nothing', '', 'empty'],
    ['a PDF', '%PDF-1.5', 'a PDF'],
    [
      'a mapping of procedures',
      '0001  6A750Z4 10000\r\n0002  6A750Z5 10000\r\n',
      'a General Equivalence Mapping of other codes than diagnoses',
    ],
    [
      'a mapping of procedures, the other way',
      '0016070 0234  10000\r\n0016071 0234  10000\r\n',
      'a General Equivalence Mapping of other codes than diagnoses',
    ],
    ['an order file', '00001 A00     0 Cholera', 'no General Equivalence Mapping'],
    ['a codes file', 'A000    Cholera due to Vibrio cholerae 01', 'no General Equivalence Mapping'],
  ])('not in %s', async (_, text, remark) => {
    expect(await recognise('2018_I9gem.txt', text)).toEqual([
      { role: null, remark },
      { role: null, remark },
    ]);
  });
});
