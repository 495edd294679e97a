// What the publisher says changed, held against the releases that its lists lead from and to.
import {
  baseOfAnnouncement,
  type CodeSystemDefinition,
  type CodesOfRelease,
  type CodeTexts,
  type NormalizedRelease,
  type Reconciliation,
  reconcile,
  codeKindsOf,
} from '@codeset/terminology';
import type { HeldReleases, Progress } from './ingestion-service.ts';

/** One list of changes, reconciled. */
export interface ReleaseReconciliation extends Reconciliation {
  /** Version of the held release that the list starts from; null when none has as many codes as it says. */
  readonly against: string | null;
}

/** In the order of the announcements; lists without totals name no release to start from, and are left out. */
export async function reconcileRelease(
  release: NormalizedRelease,
  definition: CodeSystemDefinition,
  held: HeldReleases,
  progress: Progress,
): Promise<ReleaseReconciliation[]> {
  const announcements = release.announcements.filter(({ totals }) => totals.length > 0);
  if (announcements.length === 0) return [];
  const codes = codesOfRelease(release, definition);
  const bases = new Map<string, CodesOfRelease>();
  const reconciliations: ReleaseReconciliation[] = [];
  for (const announcement of announcements) {
    const against =
      baseOfAnnouncement(announcement, held.releases, release.name.effectiveFrom)?.version ?? null;
    progress(
      `reconciling ${announcement.file} with ${against === null ? 'the release' : `release ${against}`}`,
    );
    const base = against === null ? null : (bases.get(against) ?? (await held.listCodes(against)));
    if (against !== null && base) bases.set(against, base);
    reconciliations.push({ ...reconcile(announcement, base, codes), against });
  }
  return reconciliations;
}

/** The codes of a normalized release, groupings left out. */
function codesOfRelease({ concepts }: NormalizedRelease, definition: CodeSystemDefinition): CodesOfRelease {
  const codeKinds = codeKindsOf(definition);
  const codes = new Map<string, CodeTexts>();
  for (const { code, content } of concepts) {
    if (code !== null && codeKinds.has(content.kind)) codes.set(code, content);
  }
  return codes;
}
