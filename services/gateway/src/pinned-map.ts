// What a request reads of concept maps: mappings, forwards or backwards, and the concepts that they name.
import type { MappingRow, PublishedMap } from '@codeset/database/read';
import type { MapSide } from '@codeset/crosswalk';

/** A mapping of a published release, read forwards or backwards. */
export interface ReleaseMapping {
  readonly map: PublishedMap;
  readonly row: MappingRow;
  /** Read from target to source: not what the publisher says. */
  readonly reverse: boolean;
}

/** What a map names: by its code, by its key, or by both. */
export interface MappedConcept {
  readonly map: PublishedMap;
  readonly side: MapSide;
  readonly code: string | null;
  readonly key: string | null;
}
