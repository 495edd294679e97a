// The fields of a record as values: dates checked and written as dates, blanks left out.
import { isPlainDate } from '@codeset/terminology';
import { type MainField, type MainFieldName, mainFields } from './main-fields.ts';
import type { PublishedRow } from './published-row.ts';
import type { SourceProblems } from './source-problems.ts';

export interface FieldValues {
  readonly values: Readonly<Record<MainFieldName, readonly string[]>>;
  /** True when the ASC date stood two columns early. */
  readonly shifted: boolean;
}

/** All fields of a record's first row; null when one of them is wrong, which is noted. */
export function fieldValues(row: PublishedRow, problems: SourceProblems): FieldValues | null {
  const shifted = ascDateBeginsEarly(row);
  const cells = shifted ? withAscDateSetRight(row.cells) : row.cells;
  const values: Partial<Record<MainFieldName, string[]>> = {};
  let sound = true;
  for (const field of mainFields) {
    const list: string[] = [];
    for (const heading of field.headings) {
      const text = cells.get(heading) ?? '';
      if (text === '') continue;
      const value = valueIn(field, text);
      if (value !== null) list.push(value);
      else problems.add({ place: row.placeOf(heading), found: text, expected: expectedOf(field) });
      sound &&= value !== null;
    }
    values[field.name] = list;
  }
  return sound ? { values: complete(values), shifted } : null;
}

function valueIn({ form, width }: MainField, text: string): string | null {
  if (text.length > width) return null;
  switch (form) {
    case 'text':
      return /\p{Cc}/u.test(text) ? null : text;
    case 'padded':
      return /^[\x20-\x7e]+$/.test(text) ? text : null;
    case 'number':
      return /^\d+$/.test(text) ? String(Number(text)) : null;
    case 'date':
      return dateIn(text);
    default:
      return form satisfies never;
  }
}

function expectedOf({ form, title, width }: MainField): string {
  if (form === 'date') return `the ${title}: a date as yyyymmdd, or blanks`;
  if (form === 'number') return `the ${title}: a whole number`;
  return `the ${title}: at most ${width} characters`;
}

/** `20170101` → `2017-01-01`; null when it is no date. */
function dateIn(text: string): string | null {
  if (!/^\d{8}$/.test(text)) return null;
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return isPlainDate(date) ? date : null;
}

/** In 2018-01 five codes have the ASC date in the columns of the group and the first six of its own (C9488: `20170401`). */
function ascDateBeginsEarly({ cells }: PublishedRow): boolean {
  const date = cells.get('ASC_DT') ?? '';
  return date.length === 6 && dateIn((cells.get('ASC_GRP') ?? '') + date) !== null;
}

function withAscDateSetRight(cells: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const date = `${cells.get('ASC_GRP')}${cells.get('ASC_DT')}`;
  return new Map([...cells, ['ASC_GRP', ''], ['ASC_DT', date]]);
}

function complete(
  values: Partial<Record<MainFieldName, string[]>>,
): Readonly<Record<MainFieldName, readonly string[]>> {
  const empty = Object.fromEntries(mainFields.map(({ name }) => [name, []]));
  return { ...(empty as unknown as Record<MainFieldName, readonly string[]>), ...values };
}
