// What must hold of a GEM beyond its form: its ICD-10-CM codes are in the release that it maps.
import type { HeldForMap, RecognisedFile } from '@codeset/ingestion';
import type { Finding, NormalizedMap } from '@codeset/terminology';
import { definition as icd10cm } from '../definition.ts';
import { codesHeld } from './checks/codes-held.ts';
import type { GemDirection } from './gem-direction.ts';
import { gemRole } from './recognise-gem.ts';

/** All findings of a release; the codes of ICD-9-CM, which is not held, are not looked for. */
export async function checkGem(
  { name, mappings }: NormalizedMap,
  files: readonly RecognisedFile[],
  held: HeldForMap,
  { source }: GemDirection,
): Promise<Finding[]> {
  const file = files.find(({ role }) => role === gemRole)?.file.name ?? '';
  const side = source.codeSystem === icd10cm.id ? 'sourceCode' : 'targetCode';
  return await codesHeld(mappings, side, await held.codeSystem(icd10cm.id), name.version, file);
}
