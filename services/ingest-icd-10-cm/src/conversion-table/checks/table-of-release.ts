// The table must be the release's own: told by the fiscal year in its prose, and by its newest date.
import { CodesetError, type ReleaseName } from '@codeset/terminology';
import { fiscalYear } from '../../release-name.ts';
import type { ParsedConversionTable } from '../parse-conversion-table.ts';

/**
 * Throws CodesetError FILE_REFUSED for the table of another release. The name of file and sheet is not asked: the sheet
 * of 2023 is called FY22.
 */
export function refuseOtherRelease(
  { year, rows }: ParsedConversionTable,
  { version, effectiveFrom }: ReleaseName,
  file: string,
): void {
  if (year !== null && year !== fiscalYear(version))
    throw refusal(file, `the table of fiscal year ${year}`, `that of release ${version}`);
  const newest = rows
    .map((row) => row.effectiveFrom)
    .sort()
    .at(-1);
  if (newest === effectiveFrom) return;
  throw refusal(
    file,
    `codes that take effect on ${newest} as the newest`,
    `some of ${effectiveFrom}, when release ${version} takes effect`,
  );
}

function refusal(file: string, found: string, expected: string): CodesetError {
  return new CodesetError('FILE_REFUSED', `${file}: found ${found}, expected ${expected}.`, {
    details: { file },
  });
}
