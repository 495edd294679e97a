// A release of a concept map as one request sees it, and the concepts that its mappings name.
import type { MappingRow, PublishedMap } from '@codeset/database/read';

/** A published release of a map that a request has pinned. */
export interface PinnedMap {
  readonly row: PublishedMap;
  /** All published releases of the map, this one among them, by effective date. */
  readonly held: readonly PublishedMap[];
}

/** A mapping of a pinned release, read forwards or backwards. */
export interface ReleaseMapping {
  readonly map: PinnedMap;
  readonly row: MappingRow;
  /** Read from target to source: not what the publisher says. */
  readonly reverse: boolean;
}

/** What a map names: by its code, by its key, or by both. */
export interface MappedConcept {
  readonly map: PinnedMap;
  readonly side: 'source' | 'target';
  readonly code: string | null;
  readonly key: string | null;
}
