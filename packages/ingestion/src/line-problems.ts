// Collects what is wrong in one file, so that a person sees twenty faults at once and not one at a time.
import { SourceFileError } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';

/** So many problems are listed before reading stops. */
const problemsListed = 20;

/** What is wrong with part of a line. */
export interface LineProblem {
  readonly line: number;
  /** First and last column from 1; null for the whole line. */
  readonly columns: readonly [number, number] | null;
  readonly found: string;
  readonly expected: string;
}

/** The problems of one file, thrown together as CodesetError FILE_REFUSED. */
export class LineProblems {
  readonly #file: string;
  readonly #messages: string[] = [];
  #cause: unknown;

  constructor(file: string) {
    this.#file = file;
  }

  /** Notes a problem; throws when as many as are listed have come together. */
  add({ line, columns, found, expected }: LineProblem): void {
    const range = columns === null ? '' : `:${columns[0]}-${columns[1]}`;
    this.#note(`${this.#file}:${line}${range}: found ${shown(found)}, expected ${expected}`);
  }

  /** Notes what a reader of lines or fields threw; anything else is thrown on. */
  addThrown(error: unknown): void {
    if (!(error instanceof SourceFileError)) throw error;
    this.#cause ??= error;
    this.#note(error.message);
  }

  /** Throws when there were problems. */
  throwIfAny(): void {
    if (this.#messages.length > 0) throw this.#refusal(false);
  }

  #note(message: string): void {
    this.#messages.push(message);
    if (this.#messages.length >= problemsListed) throw this.#refusal(true);
  }

  #refusal(stopped: boolean): CodesetError {
    const list = this.#messages.join('\n');
    const message = stopped ? `${list}\nReading stopped after ${problemsListed} problems.` : list;
    return new CodesetError('FILE_REFUSED', message, {
      cause: this.#cause,
      details: { file: this.#file, problems: this.#messages.length },
    });
  }
}

/** What was found, in quotes, short enough for one line. */
function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
