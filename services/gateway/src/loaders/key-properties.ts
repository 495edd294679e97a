// The properties that follow from a concept's key: the patterns of a release, made ready once for all concepts.
import type { PropertiesOfKey } from '@codeset/terminology';

/** The patterns of one release, ready. */
export interface KeyProperties {
  /** Id of the release. */
  readonly id: number;
  readonly propertiesOf: PropertiesOfKey;
}
