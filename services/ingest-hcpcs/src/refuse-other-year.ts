// A file that says it is of another year than the release is refused.
import { yearOf } from './release-name.ts';
import { SourceProblems } from './source-problems.ts';

/** What a file says of its year; null where it says nothing. */
export interface DatedFile {
  readonly file: string;
  readonly year: number | null;
  readonly yearPlace: string | null;
}

/** Throws CodesetError FILE_REFUSED when the file names another year than that of the version. */
export function refuseOtherYear(dated: DatedFile, version: string): void {
  if (dated.year === null || dated.year === yearOf(version)) return;
  const problems = new SourceProblems(dated.file);
  problems.add({
    place: dated.yearPlace ?? dated.file,
    found: `the year ${dated.year}`,
    expected: `${yearOf(version)}, the year of the release ${version}`,
  });
  problems.throwIfAny();
}
