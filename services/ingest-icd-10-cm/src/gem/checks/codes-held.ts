// The ICD-10-CM codes of a GEM against the release that it maps: there, and codes that one may code with.
import type { HeldCodeSystem } from '@codeset/ingestion';
import type { Finding, Mapping } from '@codeset/terminology';
import { faultOf } from '../../conversion-table/checks/codes-held.ts';
import { placeInFile } from '../../conversion-table/table-rows.ts';

/** Which of a mapping's codes are of ICD-10-CM. */
export type Icd10Side = 'sourceCode' | 'targetCode';

/**
 * One finding for each code that the release of that version does not have (warning) or has as a header (info), with
 * the place where it is first named; one that says that nothing was compared where the release is not held.
 */
export async function codesHeld(
  mappings: readonly Mapping[],
  side: Icd10Side,
  held: HeldCodeSystem,
  version: string,
  file: string,
): Promise<Finding[]> {
  if (!held.releases.some((release) => release.version === version)) return [notCompared(version)];
  const firstPlace = new Map<string, string>();
  for (const { [side]: code, place } of mappings)
    if (code !== null && !firstPlace.has(code)) firstPlace.set(code, place);
  const found = await held.findCodes(version, [...firstPlace.keys()]);
  return [...firstPlace].flatMap(([code, place]) => {
    const fault = faultOf(found.get(code), false);
    if (fault === null) return [];
    const message = `${code} ${fault.words} release ${version} of ICD-10-CM.`;
    return [{ severity: fault.severity, rule: 'codes-held', message, where: placeInFile(file, place) }];
  });
}

function notCompared(version: string): Finding {
  const message = `The codes were not looked for, because release ${version} of ICD-10-CM is not held.`;
  return { severity: 'info', rule: 'codes-not-compared', message, where: null };
}
