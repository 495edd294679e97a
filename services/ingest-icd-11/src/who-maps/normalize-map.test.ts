// The tables in our words: how sides are named, what is kept of a row, and what normalizing has to say.
import { describe, expect, it } from 'vitest';
import { back, multiple, normalizeText, one, withField, withLine } from './map-in-memory.ts';

const said = (findings: readonly { severity: string; rule: string; where: string | null }[]) =>
  findings.map(({ severity, rule, where }) => `${severity} ${rule} ${where}`);
const tableDate = 'info table-date t.txt:1';

/** The One table with a column Relation, whose word for each line but the header is given. */
function withRelation(words: (line: number) => string): string {
  let line = 0;
  return withLine(one.text, null, (fields) => {
    line += 1;
    return line === 1 ? fields.toSpliced(-1, 0, 'Relation') : [...fields, words(line)];
  });
}

describe('a row of 10To11', () => {
  it('names the source by its code, the target by its entity and code', async () => {
    const { map } = await normalizeText(one.service, one.text);
    expect(map.between).toEqual({ source: null, target: '2027-01' });
    expect(map.mappings[3]).toEqual({
      sourceCode: 'A00.0',
      sourceKey: null,
      sourceTo: null,
      sourceBelow: false,
      sourceWith: [],
      targetCode: '1A00',
      targetKey: '9000000004',
      relationship: 'related-to',
      properties: [
        { code: 'foundation-uri', value: 'http://id.who.int/icd/entity/9000000005' },
        { code: 'linearization-uri', value: 'http://id.who.int/icd/release/11/2027-01/mms/9000000004' },
      ],
      place: 'line 5',
    });
  });

  it('gives chapters and blocks of ICD-11 no code, residuals a key of their own', async () => {
    const { map } = await normalizeText(one.service, one.text);
    const targets = map.mappings.map(({ targetCode, targetKey }) => [targetCode, targetKey]);
    expect(targets[0]).toEqual([null, '9000000001']);
    expect(targets[1]).toEqual([null, '9000000003']);
    expect(targets[5]).toEqual(['1A00.Z', '9000000004/unspecified']);
    expect(targets[11]).toEqual(['XS11', '9000000043']);
  });

  it('names codes that are needed together by these alone', async () => {
    const { map } = await normalizeText(one.service, one.text);
    expect(map.mappings[4]).toMatchObject({ targetCode: '1A00&XS11', targetKey: null });
    expect(map.mappings[7]).toMatchObject({ targetCode: '1A10/1B00', targetKey: null });
    expect(map.mentions).toContainEqual({
      side: 'target',
      key: '1A10/1B00',
      code: '1A10/1B00',
      kind: 'category',
      depthInKind: 1,
      chapter: '01',
      title: 'Green smoke [Loose scale]',
    });
  });

  it('that says No Mapping is unmapped', async () => {
    const { map } = await normalizeText(one.service, one.text);
    expect(map.mappings[8]).toMatchObject({
      sourceCode: 'A09',
      targetCode: null,
      targetKey: null,
      relationship: 'unmapped',
      properties: [],
    });
  });
});

describe('a row of 11To10', () => {
  it('names the source by its entity, chapters and blocks without a code', async () => {
    const { map } = await normalizeText(back.service, back.text);
    expect(map.between).toEqual({ source: '2027-01', target: null });
    expect(map.mappings.slice(0, 2)).toMatchObject([
      { sourceCode: null, sourceKey: '9000000001', targetCode: 'I', targetKey: null },
      { sourceCode: null, sourceKey: '9000000002', targetCode: 'I' },
    ]);
    expect(map.mappings[3]).toMatchObject({
      sourceCode: '1A00',
      sourceKey: '9000000004',
      properties: [
        { code: 'linearization-uri', value: 'http://id.who.int/icd/release/11/2027-01/mms/9000000004' },
      ],
    });
    expect(map.mappings[9]).toMatchObject({ sourceCode: '1B05', targetCode: null, relationship: 'unmapped' });
  });

  it('says no kind and no depth; the number of a chapter is kept as published', async () => {
    const { map } = await normalizeText(back.service, back.text);
    expect(map.mentions[0]).toEqual({
      side: 'source',
      key: '9000000001',
      code: '01',
      kind: null,
      depthInKind: null,
      chapter: '01',
      title: 'Ailments of dragons',
    });
  });
});

describe('the concepts mentioned', () => {
  it('are each there once, in the order in which they are first named', async () => {
    const { map } = await normalizeText(multiple.service, multiple.text);
    const named = map.mentions.map(({ side, key }) => `${side} ${key}`);
    expect(named).toHaveLength(new Set(named).size);
    expect(named.slice(0, 5)).toEqual([
      'source I',
      'target 9000000001',
      'source A00-A09',
      'target 9000000003',
      'target 9000000009',
    ]);
    expect(map.sourceRecords).toEqual({
      'table rows': 14,
      'rows that say No Mapping': 1,
      'rows with several ICD-11 codes together': 1,
    });
  });

  it('are as their first row says; another title stays with its mapping, and is told', async () => {
    const { map } = await normalizeText(one.service, withField(one.text, 5, 11, 'Weak flame / '));
    expect(map.mentions.filter(({ key }) => key === '9000000004')).toMatchObject([{ title: 'Weak flame' }]);
    expect(map.mappings[3]?.properties.at(-1)).toEqual({ code: 'target-title', value: 'Weak flame / ' });
    expect(map.findings.slice(1)).toEqual([
      {
        severity: 'warning',
        rule: 'concept-said-otherwise',
        message:
          '1A00 has "Weak flame / " as title, expected "Weak flame", as t.txt:4 says first: that is kept.',
        where: 't.txt:5',
      },
    ]);
  });

  it('of another depth or kind are told too', async () => {
    const { map } = await normalizeText(multiple.service, withField(multiple.text, 4, 1, '2'));
    expect(said(map.findings)).toEqual([tableDate, 'warning concept-said-otherwise t.txt:4']);
  });
});

describe('the table as a whole', () => {
  it('has its day told', async () => {
    const { map } = await normalizeText(one.service, one.text);
    expect(map.findings).toEqual([
      expect.objectContaining({ message: 'The table is of 2027-01-19, as its header says.' }),
    ]);
  });

  it('keeps both of two equal rows where a source may have several, and tells', async () => {
    const doubled = multiple.text.replace(/(category\t1\tB00[^\r]*\r\n)/, '$1$1');
    const { map } = await normalizeText(multiple.service, doubled);
    expect(map.mappings.slice(-2).map(({ place }) => place)).toEqual(['line 15', 'line 16']);
    expect(said(map.findings)).toEqual([tableDate, 'info row-twice t.txt:16']);
    expect(map.findings[1]?.message).toContain('t.txt:15');
  });

  it('has its columns found by name, in any order', async () => {
    const turned = withLine(back.text, null, (fields) => [
      ...fields.slice(4, 7),
      ...fields.slice(0, 4),
      ...fields.slice(7),
    ]);
    const [given, expected] = [
      await normalizeText(back.service, turned),
      await normalizeText(back.service, back.text),
    ];
    expect(given.map.mappings).toEqual(expected.map.mappings);
  });

  it('tells of a column that is not known', async () => {
    const wider = withLine(one.text, null, (fields) =>
      fields.length === 13 ? fields.toSpliced(-1, 0, 'Remarks') : [...fields, 'see there'],
    );
    const { map } = await normalizeText(one.service, wider);
    expect(said(map.findings)).toEqual([tableDate, 'warning not-captured t.txt:1']);
  });
});

describe('a column Relation', () => {
  it.each([
    ['Equivalent', 'equivalent'],
    ['Subclass', 'source-is-narrower-than-target'],
    ['Superclass', 'source-is-broader-than-target'],
  ])('that says %s makes it %s, the word kept', async (word, relationship) => {
    const { map } = await normalizeText(
      one.service,
      withRelation((line) => (line === 2 ? word : '')),
    );
    expect(map.mappings[0]).toMatchObject({ relationship });
    expect(map.mappings[0]?.properties.at(-1)).toEqual({ code: 'relation', value: word });
    expect(map.mappings[1]).toMatchObject({ relationship: 'related-to' });
    expect(said(map.findings)).toEqual([tableDate]);
  });

  it('with another word makes it related, with one warning for the word', async () => {
    const { map } = await normalizeText(
      one.service,
      withRelation(() => 'Overlapping'),
    );
    expect(map.mappings.filter(({ relationship }) => relationship === 'related-to')).toHaveLength(11);
    expect(map.mappings[8]).toMatchObject({ relationship: 'unmapped' });
    expect(said(map.findings)).toEqual([tableDate, 'warning relation-unknown t.txt:2']);
    expect(map.findings[1]?.message).toMatch(/^12 rows have "Overlapping"/);
  });
});

describe('the definitions', () => {
  it.each([one, multiple, back])(
    'of $service.definition.id have all words that its sample uses',
    async ({ service, text }) => {
      const { map } = await normalizeText(service, text);
      const defined = new Set(service.definition.properties.map(({ code }) => code));
      const used = map.mappings.flatMap(({ properties }) => properties.map(({ code }) => code));
      expect(used.filter((code) => !defined.has(code))).toEqual([]);
      expect(used.length).toBeGreaterThan(10);
      expect(service.definition.attribution).toContain('World Health Organization');
    },
  );

  it('ask for a release of ICD-11 as version, and no draft', () => {
    expect(one.service.releaseName('2024-01')).toEqual({
      version: '2024-01',
      effectiveFrom: '2024-01-01',
      scheduledTo: null,
      draft: false,
    });
    for (const version of ['2024', '2024-13', 'draft-2024-01-11', '2024-01-21'])
      expect(() => one.service.releaseName(version)).toThrow(/is no(?:t a)? version/);
  });
});
