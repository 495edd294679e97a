// The table must be of the release that is loaded: told by the linearization URIs, in which WHO writes the release.
import { CodesetError, type ReleaseName } from '@codeset/terminology';
import type { MapRow } from './map-row.ts';

/** Throws CodesetError FILE_REFUSED, naming the first row of another release, and for a table that names none. */
export function refuseOtherRelease(
  rows: readonly MapRow[],
  { version }: ReleaseName,
  file: string,
  placeOf: (row: number) => string,
): void {
  const named = rows.flatMap(({ row, icd11 }) => (icd11 === null ? [] : [{ row, release: icd11.release }]));
  const [first] = named;
  if (!first)
    throw refusal(file, `${file}: found no linearization URI, expected those of release ${version}.`);
  const other = named.find(({ release }) => release !== version);
  if (!other) return;
  const found = other.release === null ? 'a linearization URI without a release' : `release ${other.release}`;
  throw refusal(
    file,
    `${placeOf(other.row)}: found ${found}, expected release ${version} in every linearization URI. ` +
      adviceFor(other.release, first.release, version, file),
  );
}

function adviceFor(other: string | null, first: string | null, version: string, file: string): string {
  if (first === version || other === null) return `Take ${file} as the publisher released it.`;
  return `Load it as version ${other}, or take the table of ${version}.`;
}

function refusal(file: string, message: string): CodesetError {
  return new CodesetError('FILE_REFUSED', message, { details: { file } });
}
