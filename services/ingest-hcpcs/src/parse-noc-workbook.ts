// The not-otherwise-classified list as a workbook: a title, headings on row 4, codes from row 6.
import { readWorkbook } from '@codeset/source-files';
import { foldText } from './fold-text.ts';
import { type NocCode, type NocList, nocCodeForm } from './noc-list.ts';
import { yearBesideHcpcs } from './preamble.ts';
import { cellPlace } from './source-places.ts';
import { SourceProblems } from './source-problems.ts';
import { cellText, findTables } from './workbook-tables.ts';

const headings = ['HCPCS', 'LONG DESCRIPTION', 'ADD DATE', 'TERM DATE'];

export function isNocHeadings(found: readonly string[]): boolean {
  return headings.every((heading, at) => found[at] === heading);
}

/** Reads it; a row that repeats the code before goes on with its text (J1566 in 2018-01). Throws CodesetError FILE_REFUSED for rows without a code. */
export async function parseNocWorkbook(bytes: Buffer, file: string): Promise<NocList> {
  const problems = new SourceProblems(file);
  const codes: NocCode[] = [];
  const { tables } = await findTables(await readWorkbook(bytes, file), isNocHeadings);
  const [table] = tables;
  for (const { row, cells } of table?.rows ?? []) {
    const [code = '', description = '', dateAdded = '', terminationDate = ''] = cells.map((cell) =>
      cellText(cell).trim(),
    );
    if (code === '' && description === '') continue;
    const place = cellPlace(file, table?.sheet ?? '', row);
    const before = codes.at(-1);
    if (before?.code === code && dateAdded === '' && terminationDate === '')
      codes[codes.length - 1] = {
        ...before,
        description: foldText(`${before.description ?? ''} ${description}`),
      };
    else if (nocCodeForm.test(code))
      codes.push({ place, code, description: foldText(description), dateAdded, terminationDate });
    else problems.add({ place, found: code, expected: 'a code: a letter and four digits' });
  }
  problems.throwIfAny();
  const title = table?.above.find(({ cells }) => yearBesideHcpcs(cells.map(cellText).join(' ')) !== null);
  return {
    file,
    year: title ? yearBesideHcpcs(title.cells.map(cellText).join(' ')) : null,
    yearPlace: title ? cellPlace(file, table?.sheet ?? '', title.row) : null,
    codes,
  };
}
