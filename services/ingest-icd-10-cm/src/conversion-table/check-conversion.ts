// What must hold of a conversion table beyond its form: against ICD-10-CM as held, and against the table's earlier releases.
import type { HeldForMap, Progress, RecognisedFile } from '@codeset/ingestion';
import type { Finding, NormalizedMap } from '@codeset/terminology';
import { codesHeld } from './checks/codes-held.ts';
import { cumulative } from './checks/cumulative.ts';
import { conversionDefinition } from './conversion-definition.ts';
import { conversionTableRole } from './recognise-conversion-table.ts';

/** All findings of a release of the table. */
export async function checkConversion(
  { name, mappings }: NormalizedMap,
  files: readonly RecognisedFile[],
  held: HeldForMap,
  progress: Progress,
): Promise<Finding[]> {
  const file = files.find(({ role }) => role === conversionTableRole)?.file.name ?? '';
  const codes = await held.codeSystem(conversionDefinition.targetCodeSystem);
  const earlier = held.releases.findLast(({ effectiveFrom }) => effectiveFrom < name.effectiveFrom);
  return [
    ...(await codesHeld(mappings, codes, file, progress)),
    ...(earlier ? cumulative(await held.listMappings(earlier.version), earlier.version, mappings, file) : []),
  ];
}
