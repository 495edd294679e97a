// A whole release in our words: what an ingestion service gives to the pipeline.
import type { Announcement } from './announcement.ts';
import type { ConceptRecord } from './concept.ts';
import type { Finding } from './finding.ts';
import type { IndexRecord } from './index-entry.ts';
import type { FrontMatter, ReleaseName } from './release.ts';

export interface NormalizedRelease {
  readonly name: ReleaseName;
  /** The parts of the definition that this release came with. */
  readonly parts: readonly string[];
  /** A pre-order walk in the publisher's order. */
  readonly concepts: readonly ConceptRecord[];
  /** In the publisher's order, kind after kind. */
  readonly index: readonly IndexRecord[];
  readonly frontMatter: FrontMatter;
  /** What the publisher says changed: a list each file; empty when it came with none. */
  readonly announcements: readonly Announcement[];
  /** Records met, by the publisher's name for them, for the report: `order file lines`, `diag elements`. */
  readonly sourceRecords: Readonly<Record<string, number>>;
  /** What parsing and normalizing already had to say. */
  readonly findings: readonly Finding[];
}
