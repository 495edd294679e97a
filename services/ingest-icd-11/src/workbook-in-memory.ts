// For the tests: a workbook with the fields of a tab-separated text, written as WHO writes its own.
import { crc32 } from 'node:zlib';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A cell's text, or the XML of the cell's inside with its type. */
export type CellContent = string | { readonly type: string; readonly xml: string };

/** The fields of a tab-separated text, row by row; fields may stand in double quotes. */
export function fieldsOf(text: string): string[][] {
  const rows = text.replace(/^\ufeff/, '').split('\r\n');
  return rows
    .filter((row) => row !== '')
    .map((row) => row.split('\t').map((field) => field.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));
}

/** The bytes of a workbook with one sheet; a field that begins with `=` becomes a formula without a result. */
export function workbookOf(rows: readonly (readonly CellContent[])[]): Buffer {
  const sheet = rows.map((cells, row) => `<row r="${row + 1}">${cells.map(cell).join('')}</row>`).join('');
  return storedZip([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="MMS" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`],
  ]);
}

function cell(content: CellContent): string {
  if (typeof content !== 'string') return `<c t="${content.type}">${content.xml}</c>`;
  if (content === '') return '<c/>';
  if (content.startsWith('=')) return `<c><f>${escaped(content.slice(1))}</f><v></v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A zip whose entries are not compressed. */
function storedZip(entries: readonly (readonly [string, string])[]): Buffer {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [entry, text] of entries) {
    const [name, content] = [Buffer.from(entry), Buffer.from(text)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(offset, 42);
    locals.push(local, name, content);
    directory.push(central, name);
    offset += local.length + name.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
