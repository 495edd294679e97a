// A row of texts → a row of the tabulation; every field that is not what it must be is a problem with its place.
import type { ColumnName, Columns } from './columns.ts';
import { parseFoundationUri, parseLinearizationUri } from './entity-uri.ts';
import { linkOf } from './link-formula.ts';
import type { TableRow } from './table.ts';
import type { TableProblems } from './table-problems.ts';
import { type ClassKind, classKinds, type TabulationRow } from './tabulation-row.ts';
import { readMarkedTitle } from './title-marks.ts';

/** What the reading of all rows of one table shares. */
export interface RowReading {
  readonly columns: Columns;
  /** Whether the titles in English stand in a column of their own, beside translated ones. */
  readonly translated: boolean;
  readonly problems: TableProblems;
}

/** Reads it; null where something in it was noted as a problem. */
export function readRow(row: TableRow, reading: RowReading): TabulationRow | null {
  const { columns, translated } = reading;
  const fields = new Fields(row, reading);
  const uri = fields.read('linearizationUri', parseLinearizationUri, linearizationForm);
  const english = fields.read(
    translated ? 'titleEn' : 'title',
    readTitle,
    'a title, `- ` before it for each level',
  );
  const translation = translated ? readMarkedTitle(fields.text('title')) : null;
  const read: TabulationRow = {
    row: row.row,
    key: uri?.key ?? '',
    linearizationBase: uri?.base ?? '',
    foundationUri: fields.read('foundationUri', readFoundationUri, foundationForm) || null,
    code: fields.text('code') || null,
    blockId: fields.text('blockId') || null,
    depth: english?.depth ?? 0,
    title: english?.title ?? '',
    translation: translation?.title || null,
    translationDepth: translation?.title ? translation.depth : null,
    classKind: fields.read('classKind', readClassKind, 'chapter, block or category') ?? 'category',
    depthInKind: fields.read('depthInKind', readCount, 'a whole number from 1') ?? 1,
    isResidual: fields.read('isResidual', readBoolean, 'True or False') ?? false,
    chapterNo: fields.read('chapterNo', readChapter, 'a chapter, 01 to 26, V or X') ?? '',
    browserLink: fields.link('browserLink'),
    isLeaf: fields.read('isLeaf', readBoolean, 'True or False') ?? false,
    primaryTabulation: fields.boolean('primaryTabulation'),
    groupings: columns.groupings.map((index) => fields.at(index)).filter((id) => id !== ''),
    anyPostCoordination: fields.boolean('anyPostCoordination'),
    primaryLocation: fields.boolean('primaryLocation'),
    iCatLink: columns.at.iCatLink === undefined ? null : fields.link('iCatLink'),
    noOfNonResidualChildren: fields.optional('noOfNonResidualChildren', readNumber, 'a whole number'),
  };
  return fields.sound ? read : null;
}

const linearizationForm = 'a URI like http://id.who.int/icd/release/11/mms/257068234';
const foundationForm = 'a URI like http://id.who.int/icd/entity/257068234, or nothing for a residual';

/** The fields of one row by their columns. */
class Fields {
  readonly #row: TableRow;
  readonly #reading: RowReading;
  sound = true;

  constructor(row: TableRow, reading: RowReading) {
    this.#row = row;
    this.#reading = reading;
  }

  at(index: number | undefined): string {
    return index === undefined ? '' : (this.#row.fields[index] ?? '');
  }

  /** A field that is kept as it is; it may not hold a line end or blanks around it. */
  text(name: ColumnName): string {
    const text = this.at(this.#reading.columns.at[name]);
    return this.#isClean(text)
      ? text
      : (this.#refuse(name, 'a text on one line without blanks around it') ?? '');
  }

  /** What `parse` makes of the field; a problem where it makes null of it. */
  read<Value>(name: ColumnName, parse: (text: string) => Value | null, expected: string): Value | null {
    return parse(this.at(this.#reading.columns.at[name])) ?? this.#refuse(name, expected);
  }

  /** As `read`, but blank fields and missing columns are null without a problem. */
  optional<Value>(name: ColumnName, parse: (text: string) => Value | null, expected: string): Value | null {
    return this.at(this.#reading.columns.at[name]) === '' ? null : this.read(name, parse, expected);
  }

  boolean(name: ColumnName): boolean | null {
    return this.optional(name, readBoolean, 'True, False or nothing');
  }

  link(name: ColumnName): string | null {
    const link = linkOf(this.at(this.#reading.columns.at[name]));
    return link === undefined ? this.#refuse(name, '=hyperlink("…","…")') : link;
  }

  #isClean(text: string): boolean {
    return text === '' || (text.trim().length === text.length && !text.includes('\n'));
  }

  #refuse(name: ColumnName, expected: string): null {
    const index = this.#reading.columns.at[name] ?? null;
    this.sound = false;
    const found = this.at(index ?? undefined);
    this.#reading.problems.add({ row: this.#row.row, index, found, expected });
    return null;
  }
}

function readTitle(text: string): { depth: number; title: string } | null {
  const read = readMarkedTitle(text);
  return read.title === '' || read.title.trim() !== read.title || text.includes('\n') ? null : read;
}

function readFoundationUri(text: string): string | null {
  return text === '' || parseFoundationUri(text) !== null ? text : null;
}

function readClassKind(text: string): ClassKind | null {
  return classKinds.find((kind) => kind === text) ?? null;
}

/** A workbook may hold truth values in place of words. */
function readBoolean(text: string): boolean | null {
  if (text === 'True' || text === 'TRUE') return true;
  return text === 'False' || text === 'FALSE' ? false : null;
}

function readCount(text: string): number | null {
  const number = readNumber(text);
  return number === 0 ? null : number;
}

function readNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** A workbook may hold numbers in place of `01`. */
function readChapter(text: string): string | null {
  if (/^(?:\d\d|[A-Z])$/.test(text)) return text;
  return /^[1-9]$/.test(text) ? `0${text}` : null;
}
