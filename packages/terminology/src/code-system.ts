// What an ingestion service says of its code system: identity, publisher, and the words its data use.

/** A code system as its ingestion service defines it; stored with the first release and served by the gateway. */
export interface CodeSystemDefinition {
  /** Short id used in commands and queries, `icd-10-cm`. */
  readonly id: string;
  /** Canonical URI as FHIR uses it. */
  readonly uri: string;
  readonly title: string;
  readonly publisher: string;
  /** The terms the publisher puts on the content, in one sentence. */
  readonly licence: string;
  /** The attribution that must be shown wherever the data are served; null when none is asked for. */
  readonly attribution: string | null;
  /** How often releases come out, in one sentence. */
  readonly cadence: string;
  /** What parent and child mean here, in FHIR's words: `is-a`, `grouped-by`, `part-of`, `classified-with`. */
  readonly hierarchyMeaning: string;
  /** How versions of it are written, in one sentence with an example. */
  readonly versionForm: string;
  readonly kinds: readonly KindDefinition[];
  readonly properties: readonly PropertyDefinition[];
  readonly noteKinds: readonly TermDefinition[];
  readonly designationUses: readonly TermDefinition[];
  readonly indexKinds: readonly TermDefinition[];
  /** The kinds of source a release may come with; a part that is absent is *not known*, never *none*. */
  readonly parts: readonly TermDefinition[];
}

/** A word of the code system with its meaning. */
export interface TermDefinition {
  readonly code: string;
  readonly title: string;
  readonly description: string;
}

/** A kind of concept, as the publisher has them. */
export interface KindDefinition extends TermDefinition {
  /** True when concepts of the kind are codes of the code system; false for groupings such as chapters and blocks. */
  readonly isCode: boolean;
}

export type PropertyType = 'string' | 'boolean' | 'integer' | 'date' | 'code';

/** A typed fact that concepts may carry; `values` gives the meanings of a `code` property. */
export interface PropertyDefinition extends TermDefinition {
  readonly type: PropertyType;
  readonly values: readonly TermDefinition[];
}
