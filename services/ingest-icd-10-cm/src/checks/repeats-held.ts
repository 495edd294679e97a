// Some updates repeat the release before them to the letter; that is said, so that nobody looks for the difference.
import type { HeldRelease } from '@codeset/ingestion';
import type { Finding } from '@codeset/terminology';
import { countCodes, type ReleaseCodes } from '../release-codes.ts';

/** The held releases that could have the same codes: those with the same numbers of them. */
export function likelyRepeats(codes: ReleaseCodes, held: readonly HeldRelease[]): HeldRelease[] {
  const { selectable, header } = countCodes(codes);
  return held.filter(({ counts }) => counts['selectable'] === selectable && counts['header'] === header);
}

/** An info finding when codes, flags and titles are all those of the held release. */
export function repeatsHeld(
  codes: ReleaseCodes,
  version: string,
  held: ReleaseCodes,
  heldVersion: string,
): Finding[] {
  for (const [code, { selectable, longTitle, shortTitle }] of codes) {
    const row = held.get(code);
    if (row?.selectable !== selectable || row.longTitle !== longTitle || row.shortTitle !== shortTitle)
      return [];
  }
  const message = `${version} repeats ${heldVersion}: all codes, flags and titles of the order file are the same.`;
  return [{ severity: 'info', rule: 'repeats-held', message, where: null }];
}
