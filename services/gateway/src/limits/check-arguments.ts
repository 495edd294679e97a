// Holds the arguments of a field to the limits on page size, length of lists, and length of texts.
import { CodesetError } from '@codeset/terminology';
import type { Values } from './argument-values.ts';
import type { Limits } from './limits.ts';
import { beyondLimit } from './refuse.ts';

/**
 * Checks the values and gives how many members the field asks for by `first` or `codes`; null when it asks for none.
 * Throws BAD_REQUEST for a negative `first` and for U+0000 in a text, QUERY_TOO_EXPENSIVE for what is beyond a limit.
 */
export function checkArguments(values: Values, limits: Limits): number | null {
  for (const value of Object.values(values)) {
    if (Array.isArray(value)) checkListLength(value.length, limits);
  }
  for (const text of textsIn(values)) checkText(text, limits);
  const { first, codes } = values;
  if (typeof first === 'number') return checkPageSize(first, limits);
  return Array.isArray(codes) ? codes.length : null;
}

/** An alias comes back once for every object of the answer. BAD_REQUEST for one that is longer than texts may be. */
export function checkAlias(alias: string, limits: Limits): void {
  if (alias.length <= limits.textLength) return;
  throw beyondLimit('textLength', limits, alias.length, 'Use a shorter alias.', 'BAD_REQUEST');
}

function checkListLength(count: number, limits: Limits): void {
  if (count <= limits.codes) return;
  throw beyondLimit('codes', limits, count, 'Ask for the others in a further request.');
}

/** Whether a text argument is none of those that are refused. */
export function fitsAsText(text: string, limits: Limits): boolean {
  return text.length <= limits.textLength && !text.includes('\u0000');
}

function checkText(text: string, limits: Limits): void {
  if (fitsAsText(text, limits)) return;
  if (text.length > limits.textLength) {
    throw beyondLimit('textLength', limits, text.length, 'No code or term is as long.', 'BAD_REQUEST');
  }
  // Postgres takes it in no text: without this the answer would be an internal error.
  throw new CodesetError('BAD_REQUEST', 'A text argument has the character U+0000: leave it out.');
}

/** The texts in arguments, those in lists and in input objects among them; without recursion, which clients could deepen. */
function* textsIn(values: unknown): Generator<string> {
  const open: unknown[] = [values];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') yield value;
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) open.push(inner);
    }
  }
}

function checkPageSize(first: number, limits: Limits): number {
  if (first > limits.pageSize) {
    throw beyondLimit('pageSize', limits, first, 'Ask for the rest page by page, with `after`.');
  }
  if (first >= 0) return first;
  throw new CodesetError('BAD_REQUEST', `\`first\` is ${first}; it must be 0 or more.`, {
    details: { found: first },
  });
}
