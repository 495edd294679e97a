// For the tests: workbooks made from rows of texts and numbers, and the main file as one.
import { crc32 } from 'node:zlib';
import { mainFields } from './main-fields.ts';
import type { MadeCode } from './made-main-text.ts';
import { mainHeadings } from './parse-main-workbook.ts';

/** A text, a number, or nothing. */
export type MadeCell = string | number | null;

/** Rows with their numbers, from 1. */
export type MadeRows = readonly (readonly [row: number, cells: readonly MadeCell[]])[];

/** A workbook with these sheets. */
export function madeWorkbook(sheets: Readonly<Record<string, MadeRows>>): Buffer {
  const names = Object.keys(sheets);
  const office = 'http://schemas.openxmlformats.org';
  const rels = `${office}/officeDocument/2006/relationships`;
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const targets = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${rels}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return storedZip([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${rels}"><sheets>${list.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${targets.join('')}</Relationships>`],
    ...Object.values(sheets).map((rows, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
    ]),
  ]);
}

/** The main file: one row a code, texts whole, modifiers with three blanks before them, header on `headerRow`. */
export function madeMainWorkbook(codes: readonly MadeCode[], headerRow = 1): Buffer {
  return madeWorkbook({ A: mainRows(codes, headerRow) });
}

/** The rows of a main workbook, for tests that change some. */
export function mainRows(
  codes: readonly MadeCode[],
  headerRow = 1,
): (readonly [number, readonly MadeCell[]])[] {
  return [
    [headerRow, mainHeadings],
    ...codes.map(({ code, long, values = {} }, at): [number, MadeCell[]] => [
      headerRow + 1 + at,
      [
        code.padStart(5),
        '0010',
        code.length === 2 ? '7' : '3',
        long,
        ...mainFields.flatMap(({ name, headings }) => {
          const list = [values[name] ?? []].flat();
          return headings.map((_, index) => list[index] ?? null);
        }),
      ],
    ]),
  ];
}

function rowXml([row, cells]: readonly [number, readonly MadeCell[]]): string {
  const written = cells.map((cell) => {
    if (cell === null) return '<c/>';
    if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
    const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

/** A zip whose entries are stored, not deflated. */
function storedZip(entries: readonly (readonly [name: string, content: string])[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const data = Buffer.from(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const part = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, Buffer.from(name)]),
    );
    local.push(part);
    offset += part.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listed, end]);
}
