// The searches that a process has made: a release never changes, so they are kept.
import { buildSearch, type ReleaseSearch, searchBytes } from '@codeset/search';
import type { PublishedRelease, Reader } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import { madeOnce } from './made-once.ts';

/** Gives what searching a release needs, reading all its texts where it is not kept. */
export type Searches = (
  definition: CodeSystemDefinition,
  release: PublishedRelease,
) => Promise<ReleaseSearch>;

/** Searches over a reader that no request owns; together at most about 120 MB. */
export function searches(reader: Reader): Searches {
  const made = madeOnce<ReleaseSearch>({ entries: 40, bytes: 120 * 1024 * 1024 }, searchBytes);
  return (definition, { id }) => made(String(id), () => buildSearch(reader, definition, id));
}
