// The text of a list of codes → its codes, each once, with their counts.
import { delimitedRecords } from '@codeset/source-files';
import { lookUpForm } from '@codeset/terminology';
import { type AskedColumns, chooseColumns, type ListColumns } from './list-columns.ts';
import { foundIn, ListProblems } from './list-problems.ts';

/** A code of the list. */
export interface CodeOfList {
  /** As it was given first. */
  readonly code: string;
  /** Summed up where it was given more than once; null where the list has no counts. */
  readonly count: number | null;
  /** Lines that it begins on, from 1. */
  readonly lines: readonly number[];
}

export interface CodeList {
  readonly name: string;
  readonly columns: ListColumns;
  /** In the order in which they were first given. */
  readonly codes: readonly CodeOfList[];
}

/** Rows that are read at most, unless a test says otherwise. */
const mostRows = 2_000_000;

/** Characters of the longest code, post-coordinated ones among them. */
const longestCode = 500;

/** FILE_REFUSED with up to twenty problems, each with its place. */
export function parseCodeList(name: string, text: string, asked: AskedColumns, most = mostRows): CodeList {
  const problems = new ListProblems(name);
  const codes = new Map<string, { code: string; count: number | null; lines: number[] }>();
  let columns: ListColumns | null = null;
  let [width, rows] = [0, 0];
  try {
    for (const { line, fields } of readRecords(name, text)) {
      if (columns === null) {
        const chosen = chooseColumns(fields, asked);
        if ('found' in chosen) {
          problems.add({ line, column: null, ...chosen, advice: 'Name one of those, or give its number.' });
          break;
        }
        [columns, width] = [chosen, fields.length];
        if (chosen.header) continue;
      }
      rows += 1;
      if (rows > most) {
        problems.add({ line, column: null, ...tooMany(most) });
        break;
      }
      const row = readRow({ line, fields }, width, columns, problems);
      if (row) addCode(codes, row, line);
    }
  } catch (error) {
    problems.addThrown(error);
  }
  problems.throwIfAny();
  if (columns !== null && codes.size > 0) return { name, columns, codes: [...codes.values()] };
  problems.add({ line: 1, column: null, found: 'no code', expected: 'one code a line', advice: 'Check the file.' });
  problems.throwIfAny();
  throw new Error('unreachable: a problem was noted');
}
