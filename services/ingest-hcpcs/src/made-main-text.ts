// For the tests: lines of the main file made from values, in the published columns.
import { type MainFieldName, mainFields } from './main-fields.ts';

/** A code to be written; fields left out are blank. */
export interface MadeCode {
  /** Two characters make a modifier. */
  readonly code: string;
  readonly long: string;
  /** Several values where a field stands several times; dates as yyyymmdd. */
  readonly values?: Partial<Readonly<Record<MainFieldName, string | readonly string[]>>>;
}

/** How lines are written: continuations padded to 320 columns or ended at 91. */
export interface MadeForm {
  readonly padded?: boolean;
}

/** The lines of one code, without line ends. */
export function madeLines(
  { code, long, values = {} }: MadeCode,
  { padded = false }: MadeForm = {},
): string[] {
  const isModifier = code.length === 2;
  const [first = '', ...rest] = descriptionLines(long);
  const fields = new Array<string>(320).fill(' ');
  put(fields, 1, lead(code, 1, isModifier ? '7' : '3') + first);
  for (const { name, from, width } of mainFields) {
    const list = [values[name] ?? []].flat();
    for (const [at, value] of list.entries()) put(fields, from + at * width, value);
  }
  const more = rest.map((text, at) => {
    const line = lead(code, at + 2, isModifier ? '8' : '4') + text.padEnd(80);
    return padded ? line.padEnd(320) : line;
  });
  return [fields.join(''), ...more];
}

/** The text of a main file; lines end with CRLF. */
export function madeMainText(codes: readonly MadeCode[], form: MadeForm = {}): string {
  return codes
    .flatMap((code) => madeLines(code, form))
    .map((line) => `${line}\r\n`)
    .join('');
}

function lead(code: string, ordinal: number, recordId: string): string {
  return `${code.padStart(5)}${String(ordinal).padStart(3, '0')}00${recordId}`;
}

function put(fields: string[], from: number, text: string): void {
  for (const [at, character] of [...text].entries()) fields[from - 1 + at] = character;
}

/** At most 80 characters each, broken at blanks. */
function descriptionLines(long: string): string[] {
  const lines: string[] = [];
  for (const word of long.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 80) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
