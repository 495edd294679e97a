// The concepts that a question finds, each at its best rank, and the list of them, best first.
import { sortSmallest } from './best-first.ts';
import type { ReleaseSearch } from './build-search.ts';
import { type MatchField, matchFields } from './match-field.ts';
import type { SearchHit, SearchQuestion } from './search.ts';

/** How a concept was found, better first: its code, all words in one text, all words in several texts, all but one. */
export const tiers = { code: 0, text: 1, texts: 2, most: 3 } as const;

/** Scores are kept in steps of this size, so that equal texts come out equal. */
const steps = 1 << 18;

/** The rank of what was not found; no other is as high. */
const notFound = 0x7fffffff;

/** Positions of concepts are below this. */
const positionsBelow = 1 << 24;

/** Arrays that one question leaves for the next, by position or by place in the order of finding. */
interface Arrays {
  /** All are `notFound`. */
  readonly ranks: Int32Array;
  readonly texts: Int32Array;
  readonly positions: Int32Array;
  readonly keys: Float64Array;
}

let left: Arrays | null = null;

/** Arrays for so many concepts; whoever takes them leaves them again, or the next question makes new ones. */
function takeArrays(concepts: number): Arrays {
  const taken = left;
  left = null;
  if (taken !== null && taken.ranks.length >= concepts) return taken;
  return {
    ranks: new Int32Array(concepts).fill(notFound),
    texts: new Int32Array(concepts),
    positions: new Int32Array(concepts),
    keys: new Float64Array(concepts),
  };
}

/** What was found so far: of each concept the best. It is asked for the best once, in the turn in which it was made. */
export class Found {
  readonly #release: ReleaseSearch;
  readonly #question: SearchQuestion;
  readonly #kinds: Uint8Array;
  /** Rank and text of each concept found, and the concepts in the order of finding. */
  readonly #arrays: Arrays;
  #size = 0;

  constructor(release: ReleaseSearch, question: SearchQuestion) {
    this.#release = release;
    this.#question = question;
    const { kinds } = question;
    this.#kinds = Uint8Array.from(release.concepts.kindNames, (kind) =>
      kinds === null || kinds.has(kind) ? 1 : 0,
    );
    this.#arrays = takeArrays(release.concepts.size);
  }

  get size(): number {
    return this.#size;
  }

  /** Takes a concept, maybe not for the last time; the text that matched is -1 for the code. */
  add(position: number, tier: number, score: number, text: number): void {
    const rank = tier * steps * 2 + (steps - Math.round(Math.min(1, score) * steps));
    const { ranks, texts, positions } = this.#arrays;
    const held = ranks[position] ?? 0;
    if (held <= rank) return;
    if (held === notFound) {
      if (!this.#isAsked(position)) return;
      positions[this.#size] = position;
      this.#size += 1;
    }
    ranks[position] = rank;
    texts[position] = text;
  }

  #isAsked(position: number): boolean {
    const { selectableOnly, within, among } = this.#question;
    const { selectable, kinds } = this.#release.concepts;
    if (selectableOnly && selectable[position] !== 1) return false;
    if (within && (position < within.first || position > within.last)) return false;
    if (among && among[position] !== 1) return false;
    return this.#kinds[kinds[position] ?? 0] === 1;
  }

  /** So many at most, best first, concepts of one rank in tabular order; and how many were found. */
  best(most: number): { readonly total: number; readonly hits: readonly SearchHit[] } {
    const { ranks, positions } = this.#arrays;
    const keys = this.#arrays.keys.subarray(0, this.#size);
    for (let i = 0; i < keys.length; i += 1) {
      const position = positions[i] ?? 0;
      keys[i] = (ranks[position] ?? 0) * positionsBelow + position;
      ranks[position] = notFound;
    }
    sortSmallest(keys, most);
    const hits = Array.from(keys.subarray(0, most), (key) => this.#hit(key));
    left = this.#arrays;
    return { total: keys.length, hits };
  }

  #hit(key: number): SearchHit {
    const position = key % positionsBelow;
    const rank = Math.floor(key / positionsBelow);
    const text = this.#arrays.texts[position] ?? -1;
    const { fields, sources } = this.#release.texts;
    const field: MatchField = text < 0 ? 'code' : (matchFields[fields[text] ?? 0] ?? 'note');
    const tier = Math.floor(rank / (steps * 2));
    const score = 1 - (rank % (steps * 2)) / steps;
    return { position, field, source: text < 0 ? 0 : (sources[text] ?? 0), text, tier, score, rank };
  }
}
