// What a cell of a workbook stores → what a person reads in it.
import { decimalText } from './decimal-text.ts';
import { serialDate } from './serial-date.ts';
import { quoted } from './source-file-error.ts';
import { wholeNumber } from './whole-number.ts';
import type { RefuseInWorkbook } from './workbook-fault.ts';
import { workbookText } from './workbook-text.ts';

/** `uncalculated` is a formula whose result the file does not store. */
export type WorkbookCellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated';

/** A cell that holds something. */
export interface WorkbookCell {
  /**
   * Texts as they are stored, blanks and line ends (LF) kept; numbers as shortest decimals without exponent, whatever
   * their style shows (`20170101`, `0.5`); dates `2017-01-01`, with a time `2017-01-01T13:30:00`; `TRUE` and `FALSE`;
   * errors as shown (`#N/A`). Empty for an empty text and where kind is `uncalculated`.
   */
  readonly text: string;
  /** As it is stored, without the `=`; null where there is none, or only a reference to another cell's. */
  readonly formula: string | null;
  readonly kind: WorkbookCellKind;
}

/** A cell as the sheet's XML has it; null where the element or attribute is not there. */
export interface StoredCell {
  readonly type: string | null;
  readonly style: string | null;
  readonly value: string | null;
  readonly inline: string | null;
  readonly formula: string | null;
}

/** What cells refer to. */
export interface CellTables {
  readonly strings: readonly string[];
  /** For each style whether it shows a date; empty where the workbook has no styles. */
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  /** Characters that a text may have. */
  readonly cellLength: number;
}

/** Reads it; null for a cell without content, styled or not. */
export function workbookCell(
  stored: StoredCell,
  tables: CellTables,
  refuse: RefuseInWorkbook,
): WorkbookCell | null {
  // An empty one only says that another cell has the formula.
  const formula = workbookText(stored.formula ?? '', tables.cellLength, refuse) || null;
  const content = contentOf(stored, tables, refuse);
  if (content !== null) return { text: content.text, formula, kind: content.kind };
  return formula === null ? null : { text: '', formula, kind: 'uncalculated' };
}

type Content = Pick<WorkbookCell, 'text' | 'kind'> | null;

/** By the cell's type, of which the format has seven; a value that is empty is none, but for an empty text. */
function contentOf(stored: StoredCell, tables: CellTables, refuse: RefuseInWorkbook): Content {
  const { type, value, inline } = stored;
  if (type === 'inlineStr') {
    if (value !== null && value !== '') refuse(`the value ${quoted(value)}`, 'a text in the cell itself');
    return inline === null ? null : text(workbookText(inline, tables.cellLength, refuse));
  }
  if (inline !== null) refuse(`a text in a cell of the type ${quoted(type ?? 'n')}`, 'the type "inlineStr"');
  if (type === 'str') return value === null ? null : text(workbookText(value, tables.cellLength, refuse));
  if (value === null || value === '') return isType(type) ? null : refuseType(type, refuse);
  switch (type) {
    case 's':
      return text(sharedString(value, tables.strings, refuse));
    case 'b':
      return { text: booleanText(value, refuse), kind: 'boolean' };
    case 'e':
      return { text: workbookText(value, tables.cellLength, refuse), kind: 'error' };
    case 'd':
      return { text: isoDate(value, refuse), kind: 'date' };
    case 'n':
    case null:
      return number(value, stored.style, tables, refuse);
    default:
      return refuseType(type, refuse);
  }
}

function text(content: string): Content {
  return { text: content, kind: 'text' };
}

function isType(type: string | null): boolean {
  return type === null || ['s', 'b', 'e', 'd', 'n'].includes(type);
}

function refuseType(type: string | null, refuse: RefuseInWorkbook): never {
  return refuse(`the type ${quoted(type ?? '')}`, 'one of b, d, e, inlineStr, n, s, str');
}

function sharedString(value: string, strings: readonly string[], refuse: RefuseInWorkbook): string {
  const string = strings[wholeNumber(value) ?? -1];
  if (string !== undefined) return string;
  return refuse(`the shared string ${quoted(value)}`, `one of the ${strings.length}, counted from 0`);
}

function booleanText(value: string, refuse: RefuseInWorkbook): string {
  if (value === '1' || value === 'true') return 'TRUE';
  if (value === '0' || value === 'false') return 'FALSE';
  return refuse(`the truth value ${quoted(value)}`, '0 or 1');
}

/** A date that is written as one; a time of midnight is none. */
function isoDate(value: string, refuse: RefuseInWorkbook): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(value);
  if (parts === null || Number.isNaN(Date.parse(value)))
    return refuse(`the date ${quoted(value)}`, 'yyyy-mm-dd');
  const [, day = '', time = '00:00:00'] = parts;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

function number(value: string, style: string | null, tables: CellTables, refuse: RefuseInWorkbook): Content {
  const decimal = decimalText(value) ?? refuse(`the number ${quoted(value)}`, 'a decimal number');
  const date = isDate(style, tables, refuse) ? serialDate(Number(value), tables.from1904) : null;
  return date === null ? { text: decimal, kind: 'number' } : { text: date, kind: 'date' };
}

function isDate(style: string | null, { dateStyles }: CellTables, refuse: RefuseInWorkbook): boolean {
  if (style === null || dateStyles.length === 0) return false;
  const shown = dateStyles[wholeNumber(style) ?? -1];
  return shown ?? refuse(`the style ${quoted(style)}`, `one of the ${dateStyles.length}, counted from 0`);
}
