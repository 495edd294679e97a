// What is wrong in one file, collected, so that a person sees twenty faults at once and not one at a time.
import { SourceFileError } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';

/** So many problems are listed before reading stops. */
const problemsListed = 20;

/** The problems of one file, thrown together as CodesetError FILE_REFUSED; who extends it says how a place is written. */
export class CollectedProblems {
  readonly #file: string;
  readonly #messages: string[] = [];
  #cause: unknown;

  constructor(file: string) {
    this.#file = file;
  }

  /** Notes what is wrong, in a sentence that begins with its place; throws when as many as are listed have come together. */
  note(message: string): void {
    this.#messages.push(message);
    if (this.#messages.length >= problemsListed) throw this.#refusal(true);
  }

  /** Notes what a reader of lines or fields threw; anything else is thrown on. */
  addThrown(error: unknown): void {
    if (!(error instanceof SourceFileError)) throw error;
    this.#cause ??= error;
    this.note(error.message);
  }

  /** Throws when there were problems. */
  throwIfAny(): void {
    if (this.#messages.length > 0) throw this.#refusal(false);
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
