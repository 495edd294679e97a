// How what is wrong inside a workbook is refused.
import { SourceFileError } from './source-file-error.ts';

/** Throws the SourceFileError of the place where it was made. */
export type RefuseInWorkbook = (found: string, expected: string, advice?: string) => never;

/** A refusal that names `place`: `codes.xlsx!Sheet1!C17`. */
export function refusingAt(place: () => string): RefuseInWorkbook {
  return (
    found,
    expected,
    advice = 'The workbook is damaged or hostile; take it as the publisher released it.',
  ) => {
    throw new SourceFileError({ file: place(), found, expected, advice });
  };
}
