// A workbook (xlsx) → its sheets, and their rows one after the other.
import { type SourceLimits, sourceLimits } from './source-limits.ts';
import type { WorkbookRow } from './sheet-rows.ts';
import type { CellTables } from './workbook-cell.ts';
import { readContents, type WorkbookContents } from './workbook-contents.ts';
import { openWorkbookPackage, type WorkbookPackage } from './workbook-package.ts';
import { sheetCaps, sheetRows } from './workbook-sheet.ts';
import { sharedStrings } from './workbook-strings.ts';
import { dateStyles } from './workbook-styles.ts';

/** A workbook, opened. It holds the bytes it was given and the strings that its cells share. */
export interface Workbook {
  /** In the workbook's order, hidden ones too; never none. */
  readonly sheets: readonly WorkbookSheet[];
}

/** One sheet. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * Inflates the sheet, then gives its rows as they are drawn, in order, those without content left out; anew with each
   * call. Both the call and the drawing throw SourceFileError, naming the place: `codes.xlsx!Sheet1!C17`.
   */
  rows(): Promise<Generator<WorkbookRow>>;
}

/**
 * Opens a workbook; `name` is the file's as in SourceFile.name. Throws SourceFileError for what is no workbook, for an
 * encrypted one, and for damaged and hostile ones as far as that shows before the sheets are read.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  limits?: Partial<SourceLimits>,
): Promise<Workbook> {
  const pack = await openWorkbookPackage(bytes, name, sourceLimits(limits));
  const contents = await readContents(pack);
  const tables = await readTables(pack, contents);
  const sheets = contents.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    async rows() {
      const text = await pack.text(sheet.part, sheetCaps(pack.limits));
      const source = { text, part: `${name}!/${sheet.part}`, place: `${name}!${sheet.name}` };
      return sheetRows(source, tables, pack.limits);
    },
  }));
  return { sheets };
}

async function readTables(pack: WorkbookPackage, contents: WorkbookContents): Promise<CellTables> {
  const { stringsPart, stylesPart, from1904 } = contents;
  const { limits } = pack;
  const strings =
    stringsPart === null
      ? []
      : sharedStrings(await pack.text(stringsPart), `${pack.name}!/${stringsPart}`, limits);
  const styles = stylesPart === null ? [] : dateStyles(await pack.tree(stylesPart));
  return { strings, dateStyles: styles, from1904, cellLength: limits.cellLength };
}
