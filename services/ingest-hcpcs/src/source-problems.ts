// Collects what is wrong in one file, so that a person sees twenty faults at once and not one at a time.
import { quoted, SourceFileError } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';

/** So many problems are listed before reading stops. */
const problemsListed = 20;

/** What is wrong, and where: `place` as source-places.ts writes it. */
export interface SourceProblem {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** The problems of one file, thrown together as CodesetError FILE_REFUSED. */
export class SourceProblems {
  readonly #file: string;
  readonly #messages: string[] = [];
  #cause: unknown;

  constructor(file: string) {
    this.#file = file;
  }

  /** Notes a problem; throws when as many as are listed have come together. */
  add({ place, found, expected }: SourceProblem): void {
    this.#note(`${place}: found ${quoted(found)}, expected ${expected}`);
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
