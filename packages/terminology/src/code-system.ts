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
  /** The language of everything but translations, BCP 47. */
  readonly language: string;
  /** How versions of it are written, in one sentence with an example. */
  readonly versionForm: string;
  readonly kinds: readonly KindDefinition[];
  readonly properties: readonly PropertyDefinition[];
  readonly noteKinds: readonly TermDefinition[];
  readonly designationUses: readonly TermDefinition[];
  readonly indexKinds: readonly TermDefinition[];
  /** The kinds of source a release may come with; a part that is absent is *not known*, never *none*. */
  readonly parts: readonly TermDefinition[];
  /** Other ways than the code to say which concept is meant, such as a URI; tried in order. */
  readonly identifierForms: readonly IdentifierForm[];
  /** How codes are combined to say more than one alone; null where they are not. */
  readonly expressions: ExpressionForm | null;
  /** What holds a place in codes that is to be filled by later releases; absent where codes hold none. */
  readonly placeholder?: PlaceholderForm;
}

/** A character that stands in a code for one that has no meaning yet, as the X in `T81.32XA`. */
export interface PlaceholderForm {
  readonly character: string;
  /** The first place in which it can stand, points not counted, from 1. */
  readonly from: number;
}

/** A form of identifier that leads to a concept's `key`. */
export interface IdentifierForm {
  /** What it is, `Foundation or linearization URI`. */
  readonly title: string;
  /** A regular expression over the whole identifier, `^http://id\\.who\\.int/icd/entity/(\\d+)$`. */
  readonly pattern: string;
  /** The key in the terms of String.replace, `$1`. */
  readonly key: string;
}

/** How codes are combined, as in `1A00&XN8P1/FA11.Y`: stems beside one another, each with its extensions. */
export interface ExpressionForm {
  /** Stands between stems, `/`. */
  readonly stemSeparator: string;
  /** Stands before each extension of a stem, `&`. */
  readonly extensionSeparator: string;
  /** The kinds of concepts that can be stems. */
  readonly stemKinds: readonly string[];
  /** The kinds of concepts that can be extensions. */
  readonly extensionKinds: readonly string[];
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

/** `code`: a value with a meaning; `concept`: the code of another concept of the code system. */
export type PropertyType = 'string' | 'boolean' | 'integer' | 'date' | 'code' | 'concept';

/** A typed fact that concepts may carry; `values` gives the meanings of a `code` property. */
export interface PropertyDefinition extends TermDefinition {
  readonly type: PropertyType;
  readonly values: readonly TermDefinition[];
  /** True where it names, on an ended code, a code to be used instead; absent elsewhere. */
  readonly successor?: true;
  /** The part that it comes with; absent when every release has it. In a release without the part it is not known. */
  readonly part?: string;
}
