// The new list: codes of the second release that need no decision, to be used and carried again later.
import { byteOrderMark, csvLines } from '../csv-text.ts';
import type { Carried } from './read-carried.ts';

/** As CSV, with the counts of the codes that went into each where the list has counts. */
export function newListCsv({ codes, newList, list }: Carried): string {
  const counted = list.columns.count !== null;
  const counts = new Map<string, number>();
  for (const { decisions, into, count } of codes) {
    const [only] = into; // what needs no decision went into a single code
    if (decisions.length === 0 && only) counts.set(only.key, (counts.get(only.key) ?? 0) + (count ?? 0));
  }
  const head = ['code', 'display', ...(counted ? ['count'] : [])];
  const rows = newList.map(({ key, code, display }) => [
    code,
    display,
    ...(counted ? [counts.get(key) ?? 0] : []),
  ]);
  return `${byteOrderMark}${csvLines([head, ...rows])}`;
}
