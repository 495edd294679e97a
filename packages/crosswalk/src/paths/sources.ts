// What following a path reads from: the database, and what a process remembers of lineages.
import type { ContentReader, Lineage } from '@codeset/comparison';
import type { ReleaseDiff, ReleasesToCompare } from '@codeset/comparison';
import type { PublishedRelease, Reader } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { Published } from './plan-routes.ts';

export interface PathSources {
  readonly reader: Reader;
  readonly contents: ContentReader;
  readonly published: Published;
  /** The lineage of a code system over releases that are or were in force. */
  readonly lineageOf: (
    definition: CodeSystemDefinition,
    held: readonly PublishedRelease[],
  ) => Promise<Lineage>;
  /** Makes or remembers the diff of two releases. */
  readonly compare: (asked: ReleasesToCompare) => Promise<ReleaseDiff>;
}
