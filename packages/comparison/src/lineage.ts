// What became of codes, and what they came from: edges from code to code, each with its evidence.
import type { PublishedRelease } from '@codeset/database/read';
import { lookUpForm, type NoteLink, type PlainDate } from '@codeset/terminology';

/**
 * Who says that a code leads to another. `structure`: the new code stands below, or in the place of, a placeholder;
 * `similarity`: nobody says anything, and the titles are alike.
 */
export type EvidenceSource =
  | 'conversion-table'
  | 'cross-reference'
  | 'entity'
  | 'addenda'
  | 'structure'
  | 'similarity';

/** One statement, or one reason, for an edge. */
export interface Evidence {
  readonly source: EvidenceSource;
  /** How sure a reason of ours is, above 0, at most 1; null for what a publisher says. */
  readonly score: number | null;
  /** What is said, as published, or the reason in words. */
  readonly statement: string;
  /** The release, of the code system or of a map, that it is taken from; null for a reason of ours. */
  readonly publication: { readonly id: string; readonly version: string } | null;
  /** Where it stands there: file and line, sheet and row; null where that is not told. */
  readonly place: string | null;
  /** First day of the new code by the publisher; null where it gives none. */
  readonly effectiveFrom: PlainDate | null;
}

/**
 * `split`: the meaning went to several codes, or a part of it to a code beside the one that stays; `merge`: several
 * codes went into one; `rename`: the same under another code; `replace`: one for one.
 */
export type LineageRelation = 'split' | 'merge' | 'rename' | 'replace';

/** Codes as a statement names them: one, a range, or one with all below it. */
export interface NamedCodes {
  readonly from: string;
  readonly to: string | null;
  readonly below: boolean;
}

export interface LineageEdge {
  readonly source: NamedCodes;
  /** What is needed together with the source; empty where the source alone leads on. */
  readonly sourceWith: readonly NoteLink[];
  readonly target: string;
  readonly relation: LineageRelation;
  /** The held releases between which it happened; null where none is held on that side. */
  readonly before: PublishedRelease | null;
  readonly after: PublishedRelease | null;
  /** What publishers say first; never empty. */
  readonly evidence: readonly Evidence[];
}

/** A statement that leads from no code or to no code that is held, with the reason. */
export interface Unresolved {
  readonly evidence: Evidence;
  readonly source: NamedCodes;
  readonly target: string;
  readonly reason: string;
}

/** Sources that do not say the same of a code. */
export interface Contradiction {
  readonly code: string;
  readonly message: string;
}

const none: readonly LineageEdge[] = [];

/** Everything that is known of the lineage of one code system's codes. */
export class Lineage {
  readonly edges: readonly LineageEdge[];
  readonly unresolved: readonly Unresolved[];
  readonly contradictions: readonly Contradiction[];
  readonly #bySource = new Map<string, LineageEdge[]>();
  readonly #byTarget = new Map<string, LineageEdge[]>();
  readonly #ranges: LineageEdge[] = [];
  readonly #contradictions = new Map<string, string[]>();

  constructor(
    edges: readonly LineageEdge[],
    unresolved: readonly Unresolved[],
    contradictions: readonly Contradiction[],
  ) {
    this.edges = edges;
    this.unresolved = unresolved;
    this.contradictions = contradictions;
    for (const edge of edges) {
      put(this.#byTarget, edge.target, edge);
      if (edge.source.to === null && !edge.source.below) put(this.#bySource, edge.source.from, edge);
      else this.#ranges.push(edge);
    }
    for (const { code, message } of contradictions) put(this.#contradictions, code, message);
  }

  /** Edges from this very code, in the order of time. */
  successorsOf(code: string): readonly LineageEdge[] {
    return this.successorsOfForm(lookUpForm(code));
  }

  /** The same for a code that is in its look-up form already. */
  successorsOfForm(form: string): readonly LineageEdge[] {
    return this.#bySource.get(form) ?? none;
  }

  /** Edges from ranges of codes that it may lie in: whether it does is a question to a release's order. */
  get ranges(): readonly LineageEdge[] {
    return this.#ranges;
  }

  /** Edges to this code, in the order of time. */
  predecessorsOf(code: string): readonly LineageEdge[] {
    return this.#byTarget.get(lookUpForm(code)) ?? [];
  }

  /** Where the sources do not say the same of the code. */
  contradictionsOf(code: string): readonly string[] {
    return this.#contradictions.get(lookUpForm(code)) ?? [];
  }
}

function put<T>(map: Map<string, T[]>, code: string, value: T): void {
  const form = lookUpForm(code);
  const values = map.get(form);
  if (values) values.push(value);
  else map.set(form, [value]);
}
