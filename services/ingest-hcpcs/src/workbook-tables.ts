// Tables in the sheets of a workbook, found by the words of their header, wherever it stands.
import type { Workbook, WorkbookCell, WorkbookRow } from '@codeset/source-files';

/** The header is looked for in so many rows that hold something. */
const rowsLookedAt = 60;

/** A table of a sheet; its rows can be drawn once. */
export interface WorkbookTable {
  readonly sheet: string;
  readonly headerRow: number;
  /** Folded and in upper case; empty where a cell holds nothing. */
  readonly headings: readonly string[];
  /** The rows above the header. */
  readonly above: readonly WorkbookRow[];
  readonly rows: Iterable<WorkbookRow>;
}

/** What the sheets of a workbook come to. */
export interface WorkbookTables {
  readonly tables: readonly WorkbookTable[];
  /** Rows that hold something of sheets without a table, by sheet; of long ones the first. */
  readonly otherSheets: ReadonlyMap<string, number>;
}

/** The first table of each sheet whose header is one of those asked for. */
export async function findTables(
  workbook: Workbook,
  isHeader: (headings: readonly string[]) => boolean,
): Promise<WorkbookTables> {
  const tables: WorkbookTable[] = [];
  const otherSheets = new Map<string, number>();
  for (const sheet of workbook.sheets) {
    const rows = await sheet.rows();
    const above: WorkbookRow[] = [];
    for (let next = rows.next(); next.done !== true && above.length < rowsLookedAt; next = rows.next()) {
      const headings = headingsOf(next.value);
      if (isHeader(headings)) {
        tables.push({ sheet: sheet.name, headerRow: next.value.row, headings, above, rows });
        break;
      }
      above.push(next.value);
    }
    if (tables.at(-1)?.sheet !== sheet.name && above.length > 0) otherSheets.set(sheet.name, above.length);
  }
  return { tables, otherSheets };
}

/** A row's texts, as headings are compared. */
export function headingsOf({ cells }: WorkbookRow): string[] {
  return cells.map((cell) => cellText(cell).replace(/\s+/g, ' ').trim().toUpperCase());
}

/** What a cell shows; empty where it holds nothing. */
export function cellText(cell: WorkbookCell | null | undefined): string {
  return cell?.text ?? '';
}
