// The searches that a process has made: a release never changes, so they are kept.
import { buildSearch, type ReleaseSearch, searchBytes } from '@codeset/search';
import type { PublishedRelease, Reader } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { MadeThings } from './made-once.ts';

/** Gives what searching a release needs, reading all its texts where it is not kept. */
export type Searches = (
  definition: CodeSystemDefinition,
  release: PublishedRelease,
) => Promise<ReleaseSearch>;

/** Searches over a reader that no request owns. */
export function searches(reader: Reader, things: MadeThings): Searches {
  const made = things.of<ReleaseSearch>('search', searchBytes);
  return (definition, { id }) => made(String(id), () => buildSearch(reader, definition, id));
}
