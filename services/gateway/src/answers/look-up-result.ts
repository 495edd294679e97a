// The answers that looking a code up can have.
import type { PlainDate } from '@codeset/terminology';
import type { ReleaseConcept } from '../pinned-release.ts';
import type { OtherReleases } from './other-releases.ts';
import type { DefinedProperty } from './properties.ts';
import type { SeventhCharacterHere } from './seventh-characters.ts';

/** What was asked. */
export interface LookUpQuestion {
  /** The code as the client wrote it. */
  readonly asked: string;
  readonly lookUpForm: string;
  /** The day that the answer is for. */
  readonly on: PlainDate;
}

/** A code that was asked and that the release has. */
export interface FoundCode extends LookUpQuestion {
  readonly concept: ReleaseConcept;
}

/** What every answer has. */
interface LookUpAnswer extends LookUpQuestion {
  /** The answer in words. */
  readonly message: string;
}

interface FoundAnswer extends LookUpAnswer, FoundCode {}

export interface SelectableCode extends FoundAnswer {
  readonly type: 'SelectableCode';
}

export interface NotYetEffectiveCode extends FoundAnswer {
  readonly type: 'NotYetEffectiveCode';
  /** The first day on which it may be used. */
  readonly effectiveFrom: PlainDate;
}

export interface TerminatedCode extends FoundAnswer {
  readonly type: 'TerminatedCode';
  /** The last day on which it might be used. */
  readonly effectiveTo: PlainDate;
  /** Its properties of type `concept`. */
  readonly related: readonly DefinedProperty[];
}

export interface HeaderCode extends FoundAnswer {
  readonly type: 'HeaderCode';
}

export interface SeventhCharacterNeeded extends FoundAnswer {
  readonly type: 'SeventhCharacterNeeded';
  readonly fitting: readonly SeventhCharacterHere[];
}

export interface CodeInOtherReleases extends LookUpAnswer, OtherReleases {
  readonly type: 'CodeInOtherReleases';
}

export interface UnknownCode extends LookUpAnswer {
  readonly type: 'UnknownCode';
  /** The concept with the longest code that the asked one begins with; null when there is none. */
  readonly nearest: ReleaseConcept | null;
}

export type LookUpResult =
  | SelectableCode
  | NotYetEffectiveCode
  | TerminatedCode
  | HeaderCode
  | SeventhCharacterNeeded
  | CodeInOtherReleases
  | UnknownCode;
