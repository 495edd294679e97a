// A concept map: a published set of mappings between codes, with releases of its own.
import type { TermDefinition } from './code-system.ts';
import type { PropertyValue } from './concept.ts';
import type { Finding } from './finding.ts';
import type { NoteLink } from './note-set.ts';
import type { ReleaseName } from './release.ts';

/** What a map is, as its ingestion service defines it. */
export interface ConceptMapDefinition {
  /** Short id, `icd-10-cm-conversion`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** What must be shown wherever the data are served; null when nothing must. */
  readonly attribution: string | null;
  /** Ids of the code systems mapped from and to; the same one where a map leads from release to release. */
  readonly sourceCodeSystem: string;
  readonly targetCodeSystem: string;
  /** What it is for and how it may be read, in a few sentences. */
  readonly purpose: string;
  /** How versions of it are written, in one sentence with an example. */
  readonly versionForm: string;
  /** What the properties of its mappings mean. */
  readonly properties: readonly TermDefinition[];
  /** Properties that name the release itself, so that they differ where nothing changed; absent where none do. */
  readonly ofRelease?: readonly string[];
}

/** How the source stands to the target, in FHIR's words; `unmapped` where the publisher says that there is none. */
export type MappingRelationship =
  | 'equivalent'
  | 'source-is-narrower-than-target'
  | 'source-is-broader-than-target'
  | 'related-to'
  | 'not-related-to'
  | 'unmapped';

/** One mapping; a row of the source that names several codes makes several. */
export interface Mapping {
  /**
   * The code mapped from, or the first of a range; null when the publisher says that there is none (`unmapped`), or
   * says it in words that could not be read (`related-to`, with a finding).
   */
  readonly sourceCode: string | null;
  /**
   * Key of the concept mapped from, where the publisher names it by an identity other than its code, as WHO does the
   * entities of ICD-11: some of these have no code. Null where the code is all that is said.
   */
  readonly sourceKey: string | null;
  /** The last code of a range; null for a single code. */
  readonly sourceTo: string | null;
  /** True when all codes below the source are meant as well, `A00.-`. */
  readonly sourceBelow: boolean;
  /** What is needed together with the source: each of these codes, and one code of each of these ranges. */
  readonly sourceWith: readonly NoteLink[];
  /**
   * The code mapped to, or several that are needed together as the code system writes them (`1A00&XN8P1`); null for a
   * concept without one, and when the publisher says that there is none.
   */
  readonly targetCode: string | null;
  /** As sourceKey, of the concept mapped to. */
  readonly targetKey: string | null;
  readonly relationship: MappingRelationship;
  /** What else the publisher says of it. */
  readonly properties: readonly PropertyValue[];
  /** Where the source says it: sheet and row, or line. */
  readonly place: string;
}

/** What a map says of a concept that it names: all that is known of code systems that are not held. */
export interface MentionedConcept {
  /** Of which side of the map. */
  readonly side: 'source' | 'target';
  /** The mappings' key of it, or the code where they have none: one mention for each. */
  readonly key: string;
  /** As published; null where it has none. */
  readonly code: string | null;
  /** In the publisher's words: `chapter`, `block`, `category`, `modifiedcategory`; null when not said. */
  readonly kind: string | null;
  /** Depth within its kind, from 1; null when not said. */
  readonly depthInKind: number | null;
  /** Chapter that it stands in, as published; null when not said. */
  readonly chapter: string | null;
  /** Null when not said. */
  readonly title: string | null;
}

/** Between which releases a map's release is; null where its publisher does not say. */
export interface MappedVersions {
  readonly source: string | null;
  readonly target: string | null;
}

/** The property that says of which scenario a mapping is; a mapping without it stands for itself. */
export const scenarioProperty = 'scenario';

/** The property that says in which choice list of its scenario a mapping stands: one of each list is needed. */
export const choiceListProperty = 'choice-list';

/** A whole release of a map in our words. */
export interface NormalizedMap {
  readonly name: ReleaseName;
  readonly between: MappedVersions;
  /** None where the publisher gives codes alone; in the order in which they are first named. */
  readonly mentions: readonly MentionedConcept[];
  /** In the publisher's order. */
  readonly mappings: readonly Mapping[];
  /** Records met, by the publisher's name for them. */
  readonly sourceRecords: Readonly<Record<string, number>>;
  /** What parsing and normalizing already had to say. */
  readonly findings: readonly Finding[];
}
