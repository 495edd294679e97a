// What the lines of indexes say, read in batches when it is first needed, and kept while two indexes are compared.
import type { IndexContent } from '@codeset/terminology';
import { inChunks } from './in-chunks.ts';

/** Contents by id, of which those that were read can be looked at. */
export interface IndexContents {
  /** Reads those of the ids that were not read before. */
  readonly read: (ids: Iterable<number>) => Promise<void>;
  /** One that was read. */
  readonly of: (id: number) => IndexContent;
}

/** A content with its id, as `listIndexContents` gives it. */
type Identified = IndexContent & { readonly id: number };

/** Nothing is read yet. */
export function indexContents(
  list: (ids: readonly number[]) => Promise<readonly Identified[]>,
): IndexContents {
  const held = new Map<number, IndexContent>();
  return {
    async read(ids) {
      const missing = [...new Set(ids)].filter((id) => !held.has(id));
      for (const some of inChunks(missing)) for (const row of await list(some)) held.set(row.id, row);
    },
    of(id) {
      const content = held.get(id);
      if (!content) throw new Error(`the index content ${id} was not read`);
      return content;
    },
  };
}
