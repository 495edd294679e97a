// GEM lines as mappings: relationship, properties, combinations, and what is told of slips.
import type { Mapping } from '@codeset/terminology';
import { describe, expect, test } from 'vitest';
import { normalizeLines, sampleGemFiles } from './gem-in-memory.ts';
import { gemIcd10ToIcd9, gemIcd9ToIcd10 } from './gem-service.ts';

/** `819.0 > S12.8XXA related-to 1/2`: with scenario and choice list. */
function shown({ sourceCode, targetCode, relationship, properties }: Mapping): string {
  const value = (code: string) => properties.find((property) => property.code === code)?.value;
  const place = value('scenario') === undefined ? '' : ` ${value('scenario')}/${value('choice-list')}`;
  return `${sourceCode} > ${targetCode} ${relationship}${place}`;
}

describe('the lines', () => {
  test('become mappings with all that they say', async () => {
    const { map } = await normalizeLines(['0010  A000    00000', '8190  S128XXA 10112']);
    const bare = { sourceKey: null, sourceTo: null, sourceBelow: false, sourceWith: [], targetKey: null };
    expect(map.mappings).toEqual([
      {
        ...bare,
        sourceCode: '001.0',
        targetCode: 'A00.0',
        relationship: 'equivalent',
        properties: [
          { code: 'approximate', value: false },
          { code: 'flags', value: '00000' },
        ],
        place: 'line 1',
      },
      {
        ...bare,
        sourceCode: '819.0',
        targetCode: 'S12.8XXA',
        relationship: 'related-to',
        properties: [
          { code: 'approximate', value: true },
          { code: 'scenario', value: 1 },
          { code: 'choice-list', value: 2 },
          { code: 'flags', value: '10112' },
        ],
        place: 'line 2',
      },
    ]);
  });

  test.each([
    ['0010  A000    00000', '001.0 > A00.0 equivalent'],
    ['0010  A000    10000', '001.0 > A00.0 related-to'],
    ['0010  A000    00111', '001.0 > A00.0 related-to 1/1'],
    ['0010  NoDx    11000', '001.0 > null unmapped'],
    ['0010  NoDx    01000', '001.0 > null unmapped'],
  ])('%s: %s', async (line, expected) => {
    expect((await normalizeLines([line])).map.mappings.map(shown)).toEqual([expected]);
  });

  test('may name one target alone and in combinations, in each scenario once', async () => {
    const lines = [
      'A1801   01500 10000',
      'A1801   01500 10111',
      'A1801   01500 10121',
      'A1801   71148 10112',
    ];
    const { map } = await normalizeLines([...lines, 'A1801   71149 10122'], gemIcd10ToIcd9);
    expect(map.mappings.map(shown)).toEqual([
      'A18.01 > 015.00 related-to',
      'A18.01 > 015.00 related-to 1/1',
      'A18.01 > 015.00 related-to 2/1',
      'A18.01 > 711.48 related-to 1/2',
      'A18.01 > 711.49 related-to 2/2',
    ]);
    expect(map.findings).toEqual([]);
  });

  test('say nothing of the edition of ICD-9-CM', async () => {
    expect((await normalizeLines(['0010  A000    00000'])).map.between).toEqual({
      source: null,
      target: '2018',
    });
    const { map } = await normalizeLines(['A000    0010  00000'], gemIcd10ToIcd9);
    expect(map.between).toEqual({ source: '2018', target: null });
    expect(map.mentions).toEqual([]);
  });
});

describe('a finding tells of', () => {
  test.each([
    [
      'a first choice list that is missing (N139 in 2016)',
      ['N139    5929  10112', 'N139    59373 10000'],
      ['N13.9 has choice list 2 in scenario 1, expected two or more from 1 on without a gap.'],
    ],
    [
      'a choice list without another',
      ['N139    5929  10111'],
      ['N13.9 has choice list 1 in scenario 1, expected two or more from 1 on without a gap.'],
    ],
    [
      'a list left out',
      ['N139    5929  10111', 'N139    59373 10113'],
      ['N13.9 has choice lists 1, 3 in scenario 1, expected two or more from 1 on without a gap.'],
    ],
    [
      'a scenario left out',
      ['N139    5929  10131', 'N139    59373 10132', 'N139    59960 10111', 'N139    59969 10112'],
      ['N13.9 has scenarios 1, 3, expected scenarios from 1 on without a gap.'],
    ],
  ])('%s', async (_, lines, messages) => {
    const { map } = await normalizeLines(['A000    0010  00000', ...lines], gemIcd10ToIcd9);
    expect(map.findings).toEqual(
      messages.map((message) => ({
        severity: 'warning',
        rule: 'combination-gaps',
        message,
        where: 'gem.txt:2',
      })),
    );
  });

  test('a code in lower case, which is read in upper case (v5889 in 2018)', async () => {
    const { map } = await normalizeLines(['T8853XD v5889 10000'], gemIcd10ToIcd9);
    expect(map.mappings[0]?.targetCode).toBe('V58.89');
    expect(map.findings).toEqual([
      {
        severity: 'info',
        rule: 'lower-case-code',
        message: 'v5889 is written with a lower-case letter; upper-cased.',
        where: 'gem.txt:1',
      },
    ]);
  });
});

describe('the sample release', () => {
  const normalizeSample = async (service: typeof gemIcd9ToIcd10) => {
    for (const file of await sampleGemFiles()) {
      const { role, remark } = await service.recognise(file);
      if (role === null) continue;
      return await service.normalize([{ file, role, remark }], service.releaseName('2027'), () => undefined);
    }
    throw new Error('no file of the sample was recognised');
  };

  test('shows every kind of line, from ICD-9-CM', async () => {
    const map = await normalizeSample(gemIcd9ToIcd10);
    expect(map.findings).toEqual([]);
    expect(map.sourceRecords).toEqual({
      lines: 17,
      'lines without a map': 1,
      'lines of combinations': 7,
      'approximate lines': 14,
    });
    expect(map.mappings.map(shown)).toEqual([
      '001.0 > A00.0 equivalent',
      '365.70 > null unmapped',
      '427.0 > I47.10 related-to',
      '819.0 > S06.1X0A related-to 2/3',
      '819.0 > S12.01XA related-to 2/2',
      '819.0 > S12.8XXA related-to 2/2',
      '819.0 > S52.011A related-to 1/1',
      '819.0 > S52.501A related-to 1/1',
      '819.0 > S52.521A related-to 2/1',
      '819.0 > S62.101A related-to 1/2',
      '969.4 > T42.4X1A related-to',
      '969.4 > T42.4X2A related-to',
      '969.4 > T42.4X3A related-to',
      '969.4 > T42.4X4A related-to',
      '998.31 > T81.329A related-to',
      'E000.0 > Y99.0 equivalent',
      'V58.67 > Z79.4 equivalent',
    ]);
  });

  test('shows every kind of line, from ICD-10-CM', async () => {
    const map = await normalizeSample(gemIcd10ToIcd9);
    expect(map.findings).toEqual([]);
    expect(map.sourceRecords).toMatchObject({
      lines: 15,
      'lines without a map': 1,
      'lines of combinations': 7,
    });
    expect(map.mappings.slice(0, 9).map(shown)).toEqual([
      'A00.0 > 001.0 equivalent',
      'A37.01 > 033.0 related-to 1/1',
      'A37.01 > 033.8 related-to 2/1',
      'A37.01 > 033.9 related-to 2/1',
      'A37.01 > 484.3 related-to 1/2',
      'A37.01 > 484.3 related-to 2/2',
      'E11.40 > 250.60 related-to',
      'E11.40 > 250.60 related-to 1/1',
      'E11.40 > 357.2 related-to 1/2',
    ]);
  });
});
