// What is wrong in a list of codes: line, column, what was found, what was expected, what to do.
import { CollectedProblems } from '@codeset/ingestion/refusals';
import { quoted, SourceFileError } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';

/** What is wrong in one line. */
export interface ListProblem {
  readonly line: number;
  /** From 1; null for the whole line. */
  readonly column: number | null;
  readonly found: string;
  readonly expected: string;
  /** A sentence with its full stop: what to do. */
  readonly advice: string;
}

/** The problems of one list, thrown together as CodesetError FILE_REFUSED. */
export class ListProblems extends CollectedProblems {
  readonly #name: string;

  constructor(name: string) {
    super(name);
    this.#name = name;
  }

  /** Notes a problem; throws when as many as are listed have come together. */
  add(problem: ListProblem): void {
    this.note(messageOf(this.#name, problem));
  }

  /** The error for a problem after which there is no use in reading on. */
  refusalOf(problem: ListProblem): CodesetError {
    const details = { file: this.#name, problems: 1 };
    return new CodesetError('FILE_REFUSED', messageOf(this.#name, problem), { details });
  }

  /** As for publishers' files, but the list is a person's own: it is not to be taken from a publisher again. */
  override addThrown(error: unknown): void {
    super.addThrown(error instanceof SourceFileError ? ofOwnList(error) : error);
  }
}

function messageOf(name: string, { line, column, found, expected, advice }: ListProblem): string {
  const place = column === null ? `${name}:${line}` : `${name}:${line}, column ${column}`;
  return `${place}: found ${found}, expected ${expected}. ${advice}`;
}

function ofOwnList({ file, line, column, offset, found, expected, cause }: SourceFileError): SourceFileError {
  return new SourceFileError({
    file,
    line: line ?? undefined,
    column: column ?? undefined,
    offset: offset ?? undefined,
    found,
    expected,
    advice: 'Mend it there, or save the list again as text or CSV in UTF-8.',
    cause,
  });
}

/** What a cell holds, as a problem tells it. */
export function foundIn(cell: string): string {
  return cell === '' ? 'nothing' : quoted(cell);
}
