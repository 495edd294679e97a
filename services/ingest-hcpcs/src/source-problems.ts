// The problems of a text or a workbook: a place is written as source-places.ts writes it.
import { CollectedProblems } from '@codeset/ingestion/refusals';
import { quoted } from '@codeset/source-files';

/** What is wrong, and where. */
export interface SourceProblem {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** The problems of one file, thrown together as CodesetError FILE_REFUSED. */
export class SourceProblems extends CollectedProblems {
  /** Notes a problem; throws when as many as are listed have come together. */
  add({ place, found, expected }: SourceProblem): void {
    this.note(`${place}: found ${quoted(found)}, expected ${expected}`);
  }
}
