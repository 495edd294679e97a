// Changes of indexes in every form, hostile texts among them: the same rows in CSV and Parquet, nothing taken for marks.
import { parquetReadObjects } from 'hyparquet';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type IndexComparison, writeIndexForm } from './index-forms.ts';
import type { IndexRecord } from './index-record.ts';

const side = (title: string, leads: readonly string[] = [], path: readonly string[] = ['Pain', title]) => ({
  path,
  title,
  leads,
});

const records: readonly IndexRecord[] = [
  {
    index: 'diseases',
    kinds: ['added'],
    before: null,
    after: side('=1+1 | "quoted"', ['R52']),
    cosmetic: false,
  },
  { index: 'diseases', kinds: ['removed'], before: side('*old* <b>'), after: null, cosmetic: false },
  {
    index: 'diseases',
    kinds: ['reworded', 'leadsElsewhere'],
    before: side('knee', ['M25.56-']),
    after: side('knee, acute', ['see Arthralgia']),
    cosmetic: false,
  },
  {
    index: 'drugs',
    kinds: ['moved'],
    before: side('Élixir', ['column 2: T50.9'], ['Tonic', 'Élixir']),
    after: side('Élixir', ['column 2: T50.9'], ['Élixir']),
    cosmetic: false,
  },
];

const release = (version: string) => ({
  version,
  sample: true,
  draft: false,
  effectiveFrom: '2026-10-01',
  digest: 'a'.repeat(64),
});

const comparison: IndexComparison = {
  codeSystem: 'icd-10-cm',
  from: release('2026'),
  to: release('2027'),
  titles: new Map([
    ['diseases', 'Index to diseases'],
    ['drugs', 'Table of drugs'],
  ]),
  notCompared: ['neoplasms'],
  totals: {
    entries: 4,
    cosmetic: 0,
    kinds: [],
    indexes: ['diseases', 'drugs'].map((index) => ({ index, entries: 2, cosmetic: 0, kinds: [] })),
  },
  records,
};

async function written(form: Parameters<typeof writeIndexForm>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await writeIndexForm(form, comparison, async (piece) => void pieces.push(Buffer.from(piece)));
  return Buffer.concat(pieces);
}

describe('the forms of index changes', () => {
  test('CSV has a row for each thing that differs, and no cell that runs', async () => {
    const csv = (await written('csv')).toString().replace(/^\uFEFF/, '');
    const rows = papaparse.parse<Record<string, string>>(csv.trim(), { header: true }).data;
    expect(rows.map(({ differs, before, after }) => [differs, before, after])).toEqual([
      ['entry', '', `'=1+1 | "quoted": R52`],
      ['entry', '*old* <b>', ''],
      ['title', 'knee', 'knee, acute'],
      ['leads', 'M25.56-', 'see Arthralgia'],
      ['path', 'Tonic › Élixir', 'Élixir'],
    ]);
  });

  test('Parquet has the same rows, with booleans as booleans', async () => {
    const bytes = await written('parquet');
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = (await parquetReadObjects({ file })) as Record<string, unknown>[];
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      differs: 'entry',
      after: '=1+1 | "quoted": R52',
      cosmetic: false,
      sample: true,
    });
    expect(rows[4]).toMatchObject({ index: 'drugs', differs: 'path', before: 'Tonic › Élixir' });
  });

  test('ndjson and JSON hold the records as they are', async () => {
    const lines = (await written('ndjson')).toString().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as IndexRecord)).toMatchObject(records as IndexRecord[]);
    expect(JSON.parse((await written('json')).toString())).toMatchObject({
      changes: records,
      notCompared: ['neoplasms'],
    });
  });

  test('Markdown marks what differs and escapes what could be marks', async () => {
    expect((await written('markdown')).toString().split('\n').slice(8)).toMatchInlineSnapshot(`
      [
        "",
        "## Index to diseases",
        "",
        "### Added",
        "",
        "- Pain › =1+1 \\| "quoted": \`R52\`",
        "",
        "### Removed",
        "",
        "- Pain › \\*old\\* \\<b\\>",
        "",
        "### Reworded",
        "",
        "- Pain › knee, acute: ~~knee~~ **knee, acute**; \`M25.56-\` → see Arthralgia",
        "",
        "## Table of drugs",
        "",
        "### Moved",
        "",
        "- Élixir: from Tonic › Élixir",
        "",
        "",
      ]
    `);
  });
});
