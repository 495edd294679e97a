// What a publisher announced with a release, reconciled with what the releases hold: asked of the database at any time.
import type { PublishedRelease, Reader } from '@codeset/database/read';
import {
  type Announcement,
  baseOfAnnouncement,
  type CodeSystemDefinition,
  type CodesOfRelease,
  type CodeTexts,
  lookUpForm,
  type Reconciliation,
  reconcile,
  codeKindsOf,
} from '@codeset/terminology';
import type { ReleasesToCompare } from './compare-releases.ts';
import { type ContentReader, readParts } from './concept-parts.ts';
import { inChunks } from './in-chunks.ts';
import type { ReleaseDiff } from './release-diff.ts';

/** One list of changes, reconciled. */
export interface ReconciledAnnouncement extends Reconciliation {
  /** The held release that the list starts from; null when none has as many codes as it says. */
  readonly against: PublishedRelease | null;
}

/** Whose announcements are reconciled. */
export interface ReleaseToReconcile {
  readonly definition: CodeSystemDefinition;
  readonly release: PublishedRelease;
  /** Published releases of the code system, by effective date. */
  readonly held: readonly PublishedRelease[];
  readonly compare: (asked: ReleasesToCompare) => Promise<ReleaseDiff>;
}

/** In the order of the announcements; lists without totals name no release to start from, and are left out. */
export async function reconcileAnnouncements(
  reader: Reader,
  contents: ContentReader,
  { definition, release, held, compare }: ReleaseToReconcile,
): Promise<ReconciledAnnouncement[]> {
  const announcements = (await reader.listAnnouncements([release.id])).filter(
    ({ totals }) => totals.length > 0,
  );
  const others = held.filter(({ sample, draft }) => sample === release.sample && !draft);
  const reconciled: ReconciledAnnouncement[] = [];
  for (const announcement of announcements) {
    const against = baseOfAnnouncement(announcement, others, release.effectiveFrom);
    const diff = against && (await compare({ definition, from: against, to: release, held }));
    const wanted = codesThatMatter(announcement, diff);
    const codes = await readCodes(reader, contents, definition, release.id, wanted);
    const base = against && (await readCodes(reader, contents, definition, against.id, wanted));
    const found = reconcile(announcement, base, codes);
    reconciled.push({ ...found, counts: wholeCounts(found, against, release), against });
  }
  return reconciled;
}

/** Codes that are listed or differ: all others are the same on both sides, and listed by nobody. */
function codesThatMatter({ changes }: Announcement, diff: ReleaseDiff | null): string[] {
  const differing = (diff?.changes ?? []).flatMap(({ from, to }) => [from?.code, to?.code]);
  const all = [...changes.map(({ code }) => code), ...differing];
  return [...new Set(all.flatMap((code) => (code ? [lookUpForm(code)] : [])))];
}

async function readCodes(
  reader: Reader,
  contents: ContentReader,
  definition: CodeSystemDefinition,
  releaseId: number,
  forms: readonly string[],
): Promise<CodesOfRelease> {
  const codeKinds = codeKindsOf(definition);
  const codes = new Map<string, CodeTexts>();
  for (const some of inChunks(forms)) {
    const rows = await reader.listConceptsByLookUp(releaseId, some);
    const parts = await readParts(contents, rows);
    for (const row of rows) {
      const content = parts.get(row)?.content;
      if (row.code !== null && content && codeKinds.has(content.kind)) codes.set(row.code, content);
    }
  }
  return codes;
}

/** The numbers of all codes of the releases, which were counted when they were loaded. */
function wholeCounts(
  { counts }: Reconciliation,
  against: PublishedRelease | null,
  release: PublishedRelease,
): Reconciliation['counts'] {
  return counts.map((count) => {
    const held = (count.side === 'from' ? against : release)?.counts[count.of] ?? null;
    return { ...count, held, agrees: held === null || count.announced === null || held === count.announced };
  });
}
