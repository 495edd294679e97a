// The problems of a text: a place is a line, or columns of it.
import { CollectedProblems } from './collected-problems.ts';

/** What is wrong with part of a line. */
export interface LineProblem {
  readonly line: number;
  /** First and last column from 1; null for the whole line. */
  readonly columns: readonly [number, number] | null;
  readonly found: string;
  readonly expected: string;
}

/** The problems of one text, thrown together as CodesetError FILE_REFUSED. */
export class LineProblems extends CollectedProblems {
  readonly #name: string;

  constructor(file: string) {
    super(file);
    this.#name = file;
  }

  /** Notes a problem; throws when as many as are listed have come together. */
  add({ line, columns, found, expected }: LineProblem): void {
    const range = columns === null ? '' : `:${columns[0]}-${columns[1]}`;
    this.note(`${this.#name}:${line}${range}: found ${shown(found)}, expected ${expected}`);
  }
}

/** What was found, in quotes, short enough for one line. */
function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
