// The XML of a sheet → its rows, as a stream.
import type { SaxesTagPlain } from 'saxes';
import { rowsInOrder, type RowsInOrder, type WorkbookRow } from './sheet-rows.ts';
import { quoted } from './source-file-error.ts';
import type { SourceLimits } from './source-limits.ts';
import { stringItem } from './string-item.ts';
import type { CellTables } from './workbook-cell.ts';
import { isBlank } from './xml-element.ts';
import { type XmlHandlers, xmlEvents } from './xml-events.ts';
import { localName, prefixOf } from './xml-name.ts';

/** What is read, for those who read it and for messages. */
export interface SheetSource {
  readonly text: string;
  /** The part's name, for faults of the XML: `codes.xlsx!/xl/worksheets/sheet1.xml`. */
  readonly part: string;
  /** The sheet's name, for faults of cells: `codes.xlsx!Sheet1`. */
  readonly place: string;
}

/** The caps on the XML of a sheet: its cells are capped by themselves, and each has a tag or two inside. */
export function sheetCaps(limits: SourceLimits): SourceLimits {
  return { ...limits, xmlElements: 3 * limits.sheetCells };
}

/**
 * The rows in order; those without content are passed over, whatever the sheet says of its size. Cells and rows without
 * a reference follow the one before. Throws SourceFileError for rows and cells out of order or beyond the last ones,
 * for content that is none, for elements that do not belong there, and as xmlEvents does.
 */
export function* sheetRows(
  source: SheetSource,
  tables: CellTables,
  limits: SourceLimits,
): Generator<WorkbookRow> {
  const rows: WorkbookRow[] = [];
  const handlers = sheetHandlers(rowsInOrder(source.place, tables, limits.sheetCells, rows));
  for (const _ of xmlEvents(source.text, source.part, handlers, sheetCaps(limits))) {
    yield* rows;
    rows.length = 0;
  }
}

// How deep the elements stand that hold data: worksheet, sheetData, row, c, and in the cell v, f or is.
const rootDepth = 1;
const dataDepth = 2;
const rowDepth = 3;
const cellDepth = 4;
const fieldDepth = 5;

/** A cell of which not all is read yet. */
interface OpenCell {
  type: string | null;
  style: string | null;
  value: string | null;
  inline: string | null;
  formula: string | null;
}

/** Leads the events inside `sheetData` to the rows; whatever else a sheet holds is layout. */
function sheetHandlers(rows: RowsInOrder): XmlHandlers {
  let prefix = '';
  let names = namesIn(prefix);
  let item = stringItem(prefix);
  let depth = 0;
  let inData = false;
  let extension = 0;
  let cell: OpenCell = emptyCell();
  let field: 'value' | 'formula' | 'inline' = 'value';

  const openField = ({ name }: SaxesTagPlain) => {
    const found = names.fields.get(name);
    if (found === undefined) return void refuseElement(rows, name);
    if (cell[found] !== null) rows.refuse(`the element ${quoted(name)} twice`, 'once in a cell');
    cell[found] = '';
    field = found;
  };
  const openInData = (tag: SaxesTagPlain) => {
    if (tag.name === names.extensions) extension = depth;
    else if (depth === rowDepth && tag.name === names.row) rows.startRow(tag.attributes['r'] ?? null);
    else if (depth === cellDepth && tag.name === names.cell) {
      rows.startCell(tag.attributes['r'] ?? null);
      cell = emptyCell(tag.attributes['t'] ?? null, tag.attributes['s'] ?? null);
    } else if (depth === fieldDepth) openField(tag);
    else if (depth > fieldDepth && field === 'inline') item.open(tag.name);
    else refuseElement(rows, tag.name);
  };
  const closeInData = (name: string) => {
    if (depth === rowDepth) rows.endRow();
    else if (depth === cellDepth) rows.endCell(cell);
    else if (depth === fieldDepth && field === 'inline') cell.inline = item.take();
    else if (depth > fieldDepth) item.close(name);
  };

  return {
    open(tag) {
      depth += 1;
      if (depth === rootDepth) {
        prefix = prefixOf(tag.name);
        names = namesIn(prefix);
        item = stringItem(prefix);
        if (!sheetRoots.includes(localName(tag.name))) rows.refuse(`a ${quoted(tag.name)}`, 'a worksheet');
      } else if (depth === dataDepth) inData = tag.name === names.data;
      else if (inData && extension === 0) openInData(tag);
    },
    text(text) {
      if (!inData || extension !== 0) return;
      if (depth === fieldDepth && field !== 'inline') cell[field] += text;
      else if (depth > fieldDepth) item.text(text);
      else if (!isBlank(text)) rows.refuse(`the text ${quoted(text)}`, 'texts in the fields of cells');
    },
    close(name) {
      if (depth === extension) extension = 0;
      else if (inData && extension === 0) closeInData(name);
      if (depth === dataDepth) inData = false;
      depth -= 1;
    },
    aside() {},
  };
}

// A sheet that is nothing but a chart has no rows.
const sheetRoots = ['worksheet', 'chartsheet'];

function namesIn(prefix: string) {
  return {
    data: `${prefix}sheetData`,
    row: `${prefix}row`,
    cell: `${prefix}c`,
    fields: new Map([
      [`${prefix}v`, 'value' as const],
      [`${prefix}f`, 'formula' as const],
      [`${prefix}is`, 'inline' as const],
    ]),
    extensions: `${prefix}extLst`,
  };
}

function emptyCell(type: string | null = null, style: string | null = null): OpenCell {
  return { type, style, value: null, inline: null, formula: null };
}

function refuseElement(rows: RowsInOrder, name: string): void {
  rows.refuse(`the element ${quoted(name)}`, 'rows of cells with value, formula or text');
}
