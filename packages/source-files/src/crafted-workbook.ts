// For tests only: writes workbooks by hand, so that every part can be wrong.
import { type CraftedEntry, craftedZip } from './crafted-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook; what is left out is written as it should be. */
export interface CraftedWorkbook {
  /** What stands in the sheet data of `Sheet1`, such as `<row r="1"><c r="A1"><v>1</v></c></row>`. */
  readonly rows?: string;
  /** What stands in the list of shared strings; left out, there is no such part. */
  readonly strings?: string;
  /** Number formats of the styles, by number or by format; left out, there are no styles. */
  readonly styles?: readonly (number | string)[];
  readonly from1904?: boolean;
  /** Parts that replace those of the same name, or stand beside them; null takes a part out. */
  readonly parts?: Readonly<Record<string, Partial<CraftedEntry> | string | null>>;
}

/** The bytes of a workbook with one sheet, `Sheet1`, unless `parts` say otherwise. */
export function craftedWorkbook(workbook: CraftedWorkbook = {}): Buffer {
  const { rows = '', strings, styles, from1904 = false } = workbook;
  const parts = new Map<string, Partial<CraftedEntry> | string | null>([
    ['[Content_Types].xml', '<Types/>'],
    ['xl/workbook.xml', workbookXml([['Sheet1', 'rId1']], from1904)],
    ['xl/_rels/workbook.xml.rels', relationshipsXml(related(strings !== undefined, styles !== undefined))],
    ['xl/worksheets/sheet1.xml', sheetXml(rows)],
  ]);
  if (strings !== undefined) parts.set('xl/sharedStrings.xml', `<sst xmlns="${main}">${strings}</sst>`);
  if (styles !== undefined) parts.set('xl/styles.xml', stylesXml(styles));
  for (const [name, part] of Object.entries(workbook.parts ?? {})) parts.set(name, part);
  return craftedZip([...parts].flatMap(([name, part]) => entryOf(name, part)));
}

/** The part that lists sheets, each with its name and the id of its relationship. */
export function workbookXml(sheets: readonly (readonly [string, string])[], from1904 = false): string {
  const list = sheets.map(
    ([name, id], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="${id}"/>`,
  );
  const date = from1904 ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${main}" xmlns:r="${relationships}">${date}<sheets>${list.join('')}</sheets></workbook>`;
}

/** The part that says where others are: id, the last word of the type, and target. */
export function relationshipsXml(list: readonly (readonly [string, string, string])[]): string {
  const written = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${written.join('')}</Relationships>`;
}

/** A sheet with these rows. */
export function sheetXml(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\r\n<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
}

function related(strings: boolean, styles: boolean): (readonly [string, string, string])[] {
  return [
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ...(strings ? [['rId2', 'sharedStrings', 'sharedStrings.xml'] as const] : []),
    ...(styles ? [['rId3', 'styles', 'styles.xml'] as const] : []),
  ];
}

function stylesXml(formats: readonly (number | string)[]): string {
  const custom = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`] : [],
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 164 + index : format}"/>`,
  );
  const decoy = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
  return `<styleSheet xmlns="${main}"><numFmts>${custom.join('')}</numFmts>${decoy}<cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

function entryOf(name: string, part: Partial<CraftedEntry> | string | null): CraftedEntry[] {
  if (part === null) return [];
  return [typeof part === 'string' ? { name, content: part } : { name, ...part }];
}
