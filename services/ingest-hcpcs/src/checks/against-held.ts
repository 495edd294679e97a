// Compared with the release before: codes that are called new and are not, and codes that left without a last day.
import type { HeldCode, HeldRelease, HeldReleases } from '@codeset/ingestion';
import type { Finding, ReleaseName } from '@codeset/terminology';
import { listCodes } from '../list-codes.ts';
import { type MainRecord, onlyValue } from '../main-record.ts';

/** Against the newest held release that is older than this one; nothing without one. */
export async function agreesWithHeld(
  records: readonly MainRecord[],
  { effectiveFrom }: ReleaseName,
  held: HeldReleases,
): Promise<Finding[]> {
  const before = held.releases.findLast((release) => release.effectiveFrom < effectiveFrom);
  if (!before) return [];
  const codes = await held.listCodes(before.version);
  return [...notNew(records, codes, before), ...goneWithoutTermination(records, codes, before)];
}

/** Codes added by action and date that the release before had: the same thing, or another under the same code. */
function notNew(
  records: readonly MainRecord[],
  codes: ReadonlyMap<string, HeldCode>,
  { version, effectiveFrom }: HeldRelease,
): Finding[] {
  return records
    .filter((record) => onlyValue(record, 'actionCode') === 'A')
    .filter((record) => (onlyValue(record, 'actionEffectiveDate') ?? '') > effectiveFrom)
    .flatMap((record): Finding[] => {
      const { code, place, longDescription } = record;
      const held = codes.get(code);
      if (!held) return [];
      if (held.display === longDescription && held.effectiveFrom === onlyValue(record, 'dateAdded')) {
        const message = `${code} is called added, and release ${version} has it already.`;
        return [{ severity: 'warning', rule: 'added-but-held', message, where: place }];
      }
      const message = `${code} is used anew: it was “${held.display}” in release ${version}.`;
      return [{ severity: 'info', rule: 'code-re-used', message, where: place }];
    });
}

/** Up to 2018 terminated codes left the file after four years; a code that leaves without an end is another matter. */
function goneWithoutTermination(
  records: readonly MainRecord[],
  codes: ReadonlyMap<string, HeldCode>,
  { version }: HeldRelease,
): Finding[] {
  const here = new Set(records.map(({ code }) => code));
  const gone = [...codes].filter(([code, { effectiveTo }]) => !here.has(code) && effectiveTo === null);
  if (gone.length === 0) return [];
  const list = listCodes(gone.map(([code]) => code));
  const message = `Codes of release ${version} that are gone and were never terminated (${gone.length}): ${list}.`;
  return [{ severity: 'warning', rule: 'gone-without-termination', message, where: null }];
}
