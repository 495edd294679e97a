// What must hold between a release and those already held; within the files, normalize has checked it.
import type { HeldReleases, Progress, RecognisedFile } from '@codeset/ingestion';
import type { Finding, NormalizedRelease } from '@codeset/terminology';
import { codesReused, entitiesRecoded } from './checks/entities-and-codes.ts';
import { entitiesOfHeld, entitiesOfRelease } from './held-entities.ts';

/** Codes are compared with every held release, codes of entities with the one before. */
export async function check(
  release: NormalizedRelease,
  _files: readonly RecognisedFile[],
  held: HeldReleases,
  progress: Progress,
): Promise<Finding[]> {
  const { version, effectiveFrom } = release.name;
  const others = held.releases.filter((other) => other.version !== version);
  const before = others.findLast((other) => other.effectiveFrom < effectiveFrom);
  const now = entitiesOfRelease(release);
  const findings: Finding[] = [];
  for (const other of others) {
    progress(`comparing with release ${other.version}`);
    const entities = entitiesOfHeld(await held.listCodes(other.version));
    findings.push(...codesReused(now, entities, other.version));
    if (other === before) findings.push(...entitiesRecoded(now, entities, other.version));
  }
  return findings;
}
