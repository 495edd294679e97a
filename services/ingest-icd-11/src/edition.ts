// Which edition the files are, held against the version that was asked for, and against one another.
import { CodesetError, type Finding, type ReleaseName } from '@codeset/terminology';
import { stampDay } from './edition-stamp.ts';
import { releasePart } from './entity-uri.ts';
import type { Tabulation } from './parse-tabulation.ts';

/** Throws CodesetError FILE_REFUSED, naming the header field, where stamp or draft marks speak against the version. */
export function checkEdition(tabulation: Tabulation, base: string, name: ReleaseName): Finding[] {
  checkDraft(tabulation, base, name);
  const { stamp, file } = tabulation;
  const day = stamp === null ? null : stampDay(stamp);
  if (day === null) return [unknownEdition(tabulation, name)];
  if (name.draft ? day === name.effectiveFrom : day.startsWith(name.version)) return [];
  throw refusal(
    `${tabulation.place(tabulation.headerRow, 'stamp')}: found the edition “${stamp}”, expected one of ${expectedDay(name)} for ` +
      `version ${name.version}. Name the version that ${file} is of, or take the files of ${name.version}.`,
    file,
  );
}

/** Throws CodesetError FILE_REFUSED where two files of one load are of different editions. */
export function checkSameEdition(first: Tabulation, other: Tabulation): void {
  if (first.stamp === other.stamp) return;
  throw refusal(
    `${other.place(other.headerRow, 'stamp')}: found the edition “${other.stamp ?? 'unknown'}”, expected ` +
      `“${first.stamp ?? 'unknown'}” as in ${first.file}. Name only files of one release.`,
    other.file,
  );
}

/** Drafts are built on another server, and have columns for those who edit them. */
function checkDraft(
  { columns, file, place, headerRow }: Tabulation,
  base: string,
  { version, draft }: ReleaseName,
): void {
  const isDraft = releasePart(base) === 'beta' || columns.at.iCatLink !== undefined;
  if (isDraft === draft) return;
  const found = isDraft ? 'a draft edition' : 'a published edition';
  const expected = draft ? 'a draft' : 'no draft';
  const advice = isDraft ? 'A draft is loaded as `draft-` and its day.' : 'Leave out `draft-`.';
  throw refusal(
    `${place(headerRow, 'linearizationUri')}: found ${found} (${base}…), expected ${expected} for version ` +
      `${version}. ${advice}`,
    file,
  );
}

function expectedDay({ draft, effectiveFrom, version }: ReleaseName): string {
  return draft ? effectiveFrom : `the month ${version}`;
}

function unknownEdition({ stamp, place, headerRow }: Tabulation, { version }: ReleaseName): Finding {
  const header = stamp === null ? 'no edition' : `the edition “${stamp}”, which is no date`;
  return {
    severity: 'warning',
    rule: 'edition-unknown',
    message: `The header tells ${header}: whether the file is of ${version} was not checked.`,
    where: place(headerRow, stamp === null ? null : 'stamp'),
  };
}

function refusal(message: string, file: string): CodesetError {
  return new CodesetError('FILE_REFUSED', message, { details: { file } });
}
