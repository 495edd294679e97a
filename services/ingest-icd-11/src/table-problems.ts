// The problems of a table: a place is a field or a row, as the table writes it.
import { CollectedProblems } from '@codeset/ingestion/refusals';
import type { Table } from './table.ts';

const foundLength = 80;

/** What is wrong with a field, or with a row where index is null. */
export interface TableProblem {
  readonly row: number;
  /** From 0. */
  readonly index: number | null;
  readonly found: string;
  readonly expected: string;
}

/** The problems of one table, thrown together as CodesetError FILE_REFUSED. */
export class TableProblems extends CollectedProblems {
  readonly #table: Table;

  constructor(table: Table) {
    super(table.file);
    this.#table = table;
  }

  /** Notes a problem; throws when as many as are listed have come together. */
  add({ row, index, found, expected }: TableProblem): void {
    const shown = JSON.stringify(found.length > foundLength ? `${found.slice(0, foundLength)}…` : found);
    this.note(`${this.#table.place(row, index)}: found ${shown}, expected ${expected}`);
  }
}
