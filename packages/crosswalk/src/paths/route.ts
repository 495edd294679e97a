// The way of a path before a code goes it: maps from code system to code system, and the releases between them.
import type { PublishedMap, PublishedRelease } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import type { GapKind } from './path.ts';

/** Through one release of a map. */
export interface MapLeg {
  readonly is: 'map';
  readonly map: PublishedMap;
  /** Read from target to source: not what its publisher says. */
  readonly reverse: boolean;
}

/** From one release of a code system to another, by its lineage. */
export interface ReleasesLeg {
  readonly is: 'releases';
  readonly codeSystem: string;
  /** Null where no release of the code system is held. */
  readonly definition: CodeSystemDefinition | null;
  /** Version that the codes are of; null where the map that led there does not say. */
  readonly fromVersion: string | null;
  readonly toVersion: string;
  /** Null where they are not held. */
  readonly from: PublishedRelease | null;
  readonly to: PublishedRelease | null;
  /** Why no lineage leads there; null where it does. What is known by an identity of its own may still be found. */
  readonly blocked: BlockedLeg | null;
}

/** Why no lineage leads from the one release to the other. */
export interface BlockedLeg {
  readonly kind: GapKind;
  /** A whole sentence. */
  readonly reason: string;
}

export type Leg = MapLeg | ReleasesLeg;

/** One way from code system to code system; none of its legs is left out, those that cannot be gone among them. */
export interface Route {
  readonly from: string;
  /** Null where it is not said of which release the codes are. */
  readonly fromRelease: PublishedRelease | null;
  readonly to: string;
  /** In the order in which they are gone; never empty. */
  readonly legs: readonly Leg[];
}
