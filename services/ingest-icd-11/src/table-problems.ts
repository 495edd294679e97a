// Collects what is wrong in one table, so that a person sees twenty faults at once and not one at a time.
import { CodesetError } from '@codeset/terminology';
import type { Table } from './table.ts';

/** So many problems are listed before reading stops. */
const problemsListed = 20;
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
export class TableProblems {
  readonly #table: Table;
  readonly #messages: string[] = [];

  constructor(table: Table) {
    this.#table = table;
  }

  /** Notes a problem; throws when as many as are listed have come together. */
  add({ row, index, found, expected }: TableProblem): void {
    const shown = JSON.stringify(found.length > foundLength ? `${found.slice(0, foundLength)}…` : found);
    this.#messages.push(`${this.#table.place(row, index)}: found ${shown}, expected ${expected}`);
    if (this.#messages.length >= problemsListed) throw this.#refusal(true);
  }

  /** Throws when there were problems. */
  throwIfAny(): void {
    if (this.#messages.length > 0) throw this.#refusal(false);
  }

  #refusal(stopped: boolean): CodesetError {
    const list = this.#messages.join('\n');
    const message = stopped ? `${list}\nReading stopped after ${problemsListed} problems.` : list;
    return new CodesetError('FILE_REFUSED', message, {
      details: { file: this.#table.file, problems: this.#messages.length },
    });
  }
}
