// A path: what a code comes to through maps and releases one after the other, every step with who says it.
import type { LineageEdge } from '@codeset/comparison';
import type { MappingRow, PublishedMap, PublishedRelease } from '@codeset/database/read';
import type { MappingRelationship } from '@codeset/terminology';
import type { MapSide } from '../map-side.ts';

/** A concept on the way. */
export interface PathPoint {
  readonly codeSystem: string;
  /** Version of the release that it is of; null where nobody says. */
  readonly version: string | null;
  /** Null for a concept without one. */
  readonly code: string | null;
  /** Its identity, where it is known by more than its code. */
  readonly key: string | null;
  /** Null where it was not read on the way. */
  readonly title: string | null;
  /** The map that names it; null where a release does, or the asker. */
  readonly named: { readonly map: PublishedMap; readonly side: MapSide } | null;
}

/** What every step tells. */
interface StepFacts {
  readonly from: PathPoint;
  readonly to: PathPoint;
  /** How the one stands to the other, as the step is gone. */
  readonly relationship: MappingRelationship;
  /** Between how many ways the step was one to choose, itself among them: 1 where none was open. */
  readonly choices: number;
  /** What is not sure of it, in whole sentences; empty where nothing is. */
  readonly doubts: readonly string[];
}

/** A statement of a map. */
export interface MapStep extends StepFacts {
  readonly is: 'map';
  readonly map: PublishedMap;
  readonly reverse: boolean;
  readonly mapping: MappingRow;
  /** The publisher's numbers, where the target is needed together with others; null otherwise. */
  readonly scenario: number | null;
  readonly choiceList: number | null;
}

/** From release to release of a code system: what happened to the code, or that nothing did. */
export interface ReleasesStep extends StepFacts {
  readonly is: 'releases';
  /** The releases between which it happened, or those of the whole way where nothing did; null where it is not held. */
  readonly before: PublishedRelease | null;
  readonly after: PublishedRelease;
  /** What is said to lead there, or away from a code that stayed; empty where it is known by its identity. */
  readonly edges: readonly LineageEdge[];
  readonly reworded: { readonly before: string; readonly after: string } | null;
  /** What was needed together with the code for the step to be right; empty where it alone leads on. */
  readonly together: readonly string[];
}

export type PathStep = MapStep | ReleasesStep;

/** Why a path ends, with what each means in a sentence; shown in the schema. */
export const gapMeanings = {
  'unknown-code': 'There is no such code.',
  'not-covered': 'The map does not speak of it.',
  'no-map': 'The publisher of the map says that there is none.',
  'not-related': 'The publisher of the map says that the two must not be taken for each other.',
  ended: 'The code ended, and no publisher says what took its place.',
  reused: 'The same string was given to something else.',
  'several-for-a-part': 'Of codes that are needed together one became several.',
  'release-not-held': 'A release that the way needs is not held, or cannot be gone through.',
  'back-in-time': 'The map speaks of an earlier release than the code is of.',
  'too-many': 'It comes to more combinations of codes than can be told.',
} as const;

/** The reasons, as `gapMeanings` explains them. */
export type GapKind = keyof typeof gapMeanings;

/** Where and why a path ends before it arrives. */
export interface PathGap {
  readonly kind: GapKind;
  /** A whole sentence. */
  readonly reason: string;
  /** The concept that nothing leads on from. */
  readonly at: PathPoint;
}

/** One way from the code to one concept, or to where it ends. */
export interface Path {
  readonly steps: readonly PathStep[];
  /** Null where it does not arrive. */
  readonly end: PathPoint | null;
  /** Null where it arrives. */
  readonly gap: PathGap | null;
}

/** Paths any one of which will do. */
export interface PathNeed {
  readonly paths: readonly Path[];
}

/** One way to say the same: every need must be served. A single need is what most codes come to. */
export interface PathAlternative {
  readonly needs: readonly PathNeed[];
}

/** `arrived`: every path; `partly`: an alternative is whole, and some path ends in a gap; `gap`: no alternative is whole. */
export type PathStatus = 'arrived' | 'partly' | 'gap';

/** What a code comes to by a route. */
export interface FollowedCode {
  /** As it was asked for. */
  readonly asked: string;
  readonly status: PathStatus;
  /** Never empty: what leads nowhere has one alternative of one path that tells why. */
  readonly alternatives: readonly PathAlternative[];
}

/** Whether each of its needs has a path that arrives. */
export function isWhole({ needs }: PathAlternative): boolean {
  return needs.every(({ paths }) => paths.some(({ end }) => end !== null));
}

/** All paths, in their order. */
export function pathsOf(alternatives: readonly PathAlternative[]): Path[] {
  return alternatives.flatMap(({ needs }) => needs.flatMap(({ paths }) => paths));
}

/** What the alternatives come to. */
export function statusOf(alternatives: readonly PathAlternative[]): PathStatus {
  if (!alternatives.some(isWhole)) return 'gap';
  return pathsOf(alternatives).every(({ end }) => end !== null) ? 'arrived' : 'partly';
}
