// A workbook of the tables: loaded where it comes alone, compared with the text where that is given too.
import { digestOfMap, type NormalizedMap } from '@codeset/terminology';
import { describe, expect, it } from 'vitest';
import { type CellContent, fieldsOf, workbookOf } from '../workbook-in-memory.ts';
import {
  back,
  multiple,
  normalizeForms,
  normalizeText,
  one,
  sampleWorkbook,
  withField,
  withLine,
} from './map-in-memory.ts';

/** The findings of both forms, without the day of the text that each table has. */
async function findingsOf({ service, text }: typeof one, workbook: Buffer) {
  const { map } = await normalizeForms(service, { text, workbook });
  const [tableDate, ...findings] = map.findings;
  expect(tableDate).toMatchObject({ rule: 'table-date', where: 't.txt:1' });
  return findings;
}

const bookWith = (line: number, index: number, value: string) =>
  sampleWorkbook(withField(one.text, line, index, value));

/** As if all had been read from a text: the place of a mapping is part of the digest. */
function placedInText({ mappings, ...map }: NormalizedMap): NormalizedMap {
  const placed = mappings.map(({ place, ...mapping }) => ({
    ...mapping,
    place: place.replace(/^MMS!row /, 'line '),
  }));
  return { ...map, mappings: placed };
}

/** The second column `Depth` as the first, as in WHO's workbook of 2019-04. */
const depthRepeated = withLine(multiple.text, null, (fields) =>
  fields[0] === '10ClassKind' ? fields : fields.with(6, fields[1] ?? ''),
);

describe('a workbook alone', () => {
  it.each([one, multiple, back])(
    'gives $service.definition.id the digest of the text but for the places',
    async ({ service, text }) => {
      const { map } = await normalizeForms(service, { workbook: sampleWorkbook(text) });
      const { map: ofText } = await normalizeText(service, text);
      expect(map.mappings.map(({ place }) => place)).toEqual(
        ofText.mappings.map(({ place }) => place.replace('line ', 'MMS!row ')),
      );
      expect(digestOfMap(map)).not.toBe(digestOfMap(ofText));
      expect(digestOfMap(placedInText(map))).toBe(digestOfMap(ofText));
      expect(map.sourceRecords).toEqual(ofText.sourceRecords);
      expect(map.findings).toEqual([
        {
          severity: 'info',
          rule: 'table-date',
          message: 'The table is of 2027-01-19, as its header says.',
          where: 't.xlsx!MMS!row 1',
        },
      ]);
    },
  );

  it('has the cells of its findings told, also when codes are looked for', async () => {
    const { map, files } = await normalizeForms(one.service, { workbook: sampleWorkbook(one.text) });
    const releases = [one.service.releaseName('2027-01')];
    const codeSystem = async () => ({
      releases,
      findCodes: async () => new Map(),
      findKeys: async () => new Map(),
    });
    const held = { releases: [], listMappings: async () => [], codeSystem };
    const findings = await one.service.check(map, files, held, () => undefined);
    expect(findings[0]).toMatchObject({ rule: 'codes-held', where: 't.xlsx!MMS!row 4' });
  });

  it('whose second Depth repeats the first has no depths of ICD-11, and one finding with the number of rows', async () => {
    const { map } = await normalizeForms(multiple.service, { workbook: sampleWorkbook(depthRepeated) });
    const { map: ofText } = await normalizeText(multiple.service, multiple.text);
    expect(map.mentions).toEqual(
      ofText.mentions.map((concept) =>
        concept.side === 'target' ? { ...concept, depthInKind: null } : concept,
      ),
    );
    expect(map.findings.slice(1)).toEqual([
      {
        severity: 'warning',
        rule: 'depth-repeated',
        message:
          'The second column Depth has the depth in ICD-10 once more, in all 14 rows: the depth in ICD-11 is not taken from it.',
        where: 't.xlsx!MMS!G1',
      },
    ]);
  });

  it('whose second Depth stands beside No Mapping is refused where it does not repeat the first everywhere', async () => {
    const once = withField(depthRepeated, 2, 6, '7');
    await expect(normalizeForms(multiple.service, { workbook: sampleWorkbook(once) })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('expected nothing beside No Mapping'),
    });
    await expect(normalizeText(multiple.service, depthRepeated)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
    });
  });
});

describe('a workbook beside the text', () => {
  it.each([one, multiple, back])(
    'of $service.definition.id that says the same adds nothing, and the text is loaded',
    async (table) => {
      expect(await findingsOf(table, sampleWorkbook(table.text))).toEqual([]);
      const { map } = await normalizeForms(table.service, {
        text: table.text,
        workbook: sampleWorkbook(table.text),
      });
      expect(digestOfMap(map)).toBe(digestOfMap((await normalizeText(table.service, table.text)).map));
    },
  );

  it('may have numbers as numbers, its columns in another order, and rows and cells that hold nothing', async () => {
    const [header = [], ...rows] = fieldsOf(one.text);
    const moved = (fields: readonly CellContent[]) => [...fields.slice(5, 12), ...fields.slice(0, 5)];
    const numbered = rows.map(([kind = '', depth = '', ...others]) => [
      kind,
      { type: 'n', xml: `<v>${depth}.0</v>` },
      ...others,
    ]);
    const workbook = workbookOf([
      [...moved(header), header[12] ?? ''],
      ...numbered.map(moved),
      ['', { type: 'inlineStr', xml: '<is><t></t></is>' }, ''],
    ]);
    expect(await findingsOf(one, workbook)).toEqual([]);
  });

  it('that says otherwise has a warning for each field, with the cell and both values', async () => {
    const text = withField(one.text, 5, 11, 'Weaker flame');
    const findings = await findingsOf(one, sampleWorkbook(withField(text, 7, 9, '1A01')));
    expect(findings).toEqual([
      {
        severity: 'warning',
        rule: 'workbook-differs',
        message: `A00.0: found "Weaker flame", expected ${JSON.stringify(fieldsOf(one.text)[4]?.[11])} as in t.txt:5.`,
        where: 't.xlsx!MMS!L5',
      },
      {
        severity: 'warning',
        rule: 'workbook-differs',
        message: 'A00.9: found "1A01", expected "1A00.Z" as in t.txt:7.',
        where: 't.xlsx!MMS!J7',
      },
    ]);
  });

  it('that has another blank, another depth, No Mapping or another day says otherwise too', async () => {
    const [title = '', depth] = [fieldsOf(one.text)[4]?.[4], fieldsOf(one.text)[4]?.[6]];
    expect(depth).not.toBe('9');
    for (const [workbook, places] of [
      [bookWith(5, 4, `${title} `), ['E5']],
      [bookWith(5, 6, '9'), ['G5']],
      [bookWith(1, 12, '2027-Jan-20'), ['M1']],
      [
        sampleWorkbook(
          withLine(one.text, 5, (fields) => [...fields.slice(0, 5), '', '', 'No Mapping', '', '', '', '']),
        ),
        ['F5', 'G5', 'H5', 'I5', 'J5', 'K5', 'L5'],
      ],
    ] as const) {
      const findings = await findingsOf(one, workbook);
      expect(findings.map(({ where }) => where)).toEqual(places.map((place) => `t.xlsx!MMS!${place}`));
      expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['workbook-differs']));
    }
  });

  it('that has a row less, a row more or another order says so, and is compared in the others', async () => {
    const lines = one.text.split('\r\n');
    const without = sampleWorkbook(lines.toSpliced(4, 1).join('\r\n'));
    expect(await findingsOf(one, without)).toEqual([
      expect.objectContaining({ message: 'A00.0 is in t.txt:5 and not in the workbook.', where: 't.xlsx' }),
    ]);
    const more = sampleWorkbook(`${one.text}${lines[4]?.replace('A00.0', 'A00.8')}`);
    expect(await findingsOf(one, more)).toEqual([
      expect.objectContaining({ message: 'A00.8 is not in t.txt.', where: 't.xlsx!MMS!row 14' }),
    ]);
    const turned = sampleWorkbook(
      lines
        .with(3, lines[4] ?? '')
        .with(4, lines[3] ?? '')
        .join('\r\n'),
    );
    expect(await findingsOf(one, turned)).toEqual([
      expect.objectContaining({
        message: 'A00.0 stands where t.txt has A00: the order differs from here on.',
        where: 't.xlsx!MMS!row 4',
      }),
    ]);
  });

  it('has the rows of one source compared in their order', async () => {
    const lines = multiple.text.split('\r\n');
    const second = lines.findIndex(
      (line, at) => line.includes('\tA05\t') && lines[at - 1]?.includes('\tA05\t'),
    );
    const without = sampleWorkbook(lines.toSpliced(second, 1).join('\r\n'));
    expect(await findingsOf(multiple, without)).toEqual([
      expect.objectContaining({
        message: `A05, row 2 of it, is in t.txt:${second + 1} and not in the workbook.`,
      }),
    ]);
  });

  it('whose second Depth repeats the first has one finding, and is compared in all other columns', async () => {
    const workbook = sampleWorkbook(withField(depthRepeated, 5, 4, 'Other words'));
    const findings = await findingsOf(multiple, workbook);
    expect(findings.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
      'depth-repeated t.xlsx!MMS!G1',
      'workbook-differs t.xlsx!MMS!E5',
    ]);
  });

  it('may have a column that is not known, or Relation, which the text has not', async () => {
    const wider = (name: string) =>
      sampleWorkbook(
        withLine(one.text, null, (fields) =>
          fields.length === 13 ? fields.toSpliced(-1, 0, name) : [...fields, 'Equivalent'],
        ),
      );
    expect(await findingsOf(one, wider('Remarks'))).toMatchObject([
      { severity: 'warning', rule: 'not-captured', where: 't.xlsx!MMS!row 1' },
    ]);
    expect(await findingsOf(one, wider('Relation'))).toMatchObject([
      {
        rule: 'workbook-differs',
        message: 'The column Relation is in t.xlsx and not in t.txt.',
        where: 't.xlsx!MMS!M1',
      },
    ]);
  });

  it('of another release is refused', async () => {
    const workbook = sampleWorkbook(one.text.replaceAll('/11/2027-01/', '/11/2026-01/'));
    await expect(normalizeForms(one.service, { text: one.text, workbook })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringMatching(/^t\.xlsx!MMS!row 2: found release 2026-01, expected release 2027-01/),
    });
  });
});
