// Which columns of a list hold the codes and the counts, and whether its first line names them.
import { quoted } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';

/** As asked for: a name, or a number from 1; null where nothing is said. */
export interface AskedColumns {
  readonly code: string | null;
  readonly count: string | null;
}

/** A column that is read. */
export interface ListColumn {
  /** From 1. */
  readonly number: number;
  /** Null where the list has no header. */
  readonly name: string | null;
}

export interface ListColumns {
  readonly header: boolean;
  readonly code: ListColumn;
  /** Null where the list has no counts. */
  readonly count: ListColumn | null;
}

/** A column that is asked for and not there. */
export interface MissingColumn {
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

/** Names that a column of counts goes by. */
const countNames = ['count', 'counts', 'volume', 'volumes', 'n', 'cases'];

/** USAGE where one column is asked for twice, or by a number below 1. */
export function refuseColumns({ code, count }: AskedColumns): void {
  for (const [option, asked] of Object.entries({ '--code-column': code, '--count-column': count })) {
    if (asked === null || (asked.trim() !== '' && !/^0+$/.test(asked))) continue;
    throw new CodesetError(
      'USAGE',
      `${option}: found ${quoted(asked)}, expected a name, or a number from 1.`,
    );
  }
  if (code === null || code !== count) return;
  throw new CodesetError('USAGE', `--code-column and --count-column: both are ${code}.`);
}

/** By the first line of the list, and by what is asked for. */
export function chooseColumns(first: readonly string[], asked: AskedColumns): ListColumns | MissingColumn {
  const names = first.map((cell) => cell.trim().toLowerCase());
  const namedCode = asked.code === null ? firstOf(names, ['code', 'codes']) : placeOf(names, asked.code);
  const namedCount = asked.count === null ? null : placeOf(names, asked.count);
  for (const [wanted, place] of [
    [asked.code, namedCode],
    [asked.count, namedCount],
  ] as const) {
    if (wanted !== null && place === null) return missing(first, wanted);
  }
  const code = namedCode ?? 0;
  const byName = [asked.code, asked.count].some((wanted) => wanted !== null && names.includes(lower(wanted)));
  const header = byName || isHeading(names[code] ?? '');
  const count = namedCount ?? (header ? firstOf(names, countNames, code) : null);
  const columnAt = (place: number): ListColumn => ({
    number: place + 1,
    name: header ? (first[place]?.trim() ?? null) : null,
  });
  return { header, code: columnAt(code), count: count === null ? null : columnAt(count) };
}

/** The place of a column by its name, or else by its number. */
function placeOf(names: readonly string[], asked: string): number | null {
  const place = names.indexOf(lower(asked));
  if (place >= 0) return place;
  const number = /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  return number >= 1 && number <= names.length ? number - 1 : null;
}

function firstOf(names: readonly string[], wanted: readonly string[], but = -1): number | null {
  const place = names.findIndex((name, i) => i !== but && wanted.includes(name));
  return place < 0 ? null : place;
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}

/** Whether it names a column and is no code: codes have a digit, but for modifiers, which have two letters. */
function isHeading(cell: string): boolean {
  if (/^(icd|dx|diag|hcpcs|proc)|\bcodes?\b|_codes?\b|\bcode_/.test(cell)) return true;
  return cell.length > 2 && !/\d/.test(cell);
}

function missing(first: readonly string[], wanted: string): MissingColumn {
  const columns = first.map((cell) => quoted(cell.trim())).join(', ');
  return {
    found: first.length === 1 ? `one column, ${columns}` : `${first.length} columns, ${columns}`,
    expected: `a column ${wanted}`,
    advice: 'Name one of those, or give its number.',
  };
}
