// What is wrong in a list of codes: line, column, what was found, what was expected, what to do.
import { CollectedProblems } from '@codeset/ingestion/refusals';
import { quoted, SourceFileError } from '@codeset/source-files';
import { CodesetError } from '@codeset/terminology';

/** What is wrong in a list, as phrases that fit into “found X, expected Y. Advice.” */
export interface ListProblem {
  /** From 1; null for the whole list. */
  readonly line: number | null;
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

  /** Notes what a reader of bytes or fields threw; anything else is thrown on. */
  override addThrown(error: unknown): void {
    super.addThrown(error instanceof SourceFileError ? ofOwnList(error) : error);
  }

  /** The error for a problem after which there is no use in reading on. */
  refusalOf(problem: ListProblem): CodesetError {
    return listRefusal(this.#name, problem);
  }
}

/** The error for a single problem of the list of this name. */
export function listRefusal(name: string, problem: ListProblem): CodesetError {
  return new CodesetError('FILE_REFUSED', messageOf(name, problem), { details: { file: name, problems: 1 } });
}

function messageOf(name: string, { line, column, found, expected, advice }: ListProblem): string {
  const place = [
    name,
    ...(line === null ? [] : [`:${line}`]),
    ...(column === null ? [] : [`, column ${column}`]),
  ];
  return `${place.join('')}: found ${found}, expected ${expected}. ${advice}`;
}

/** As for publishers' files, but the list is a person's own: it is not to be taken from a publisher again. */
function ofOwnList({ file, line, column, offset, found, expected }: SourceFileError): SourceFileError {
  return new SourceFileError({
    file,
    line: line ?? undefined,
    column: column ?? undefined,
    offset: offset ?? undefined,
    found,
    expected,
    advice: 'Mend it there, or save the list again as text or CSV in UTF-8.',
  });
}

/** What a cell holds, as a problem tells it. */
export function foundIn(cell: string): string {
  return cell === '' ? 'nothing' : quoted(cell);
}
