// The first hits of searches that were asked before: a release never changes, and all who type begin alike.
import type { SearchAnswer } from '@codeset/search';
import { createImmutableCache, type ImmutableCache } from '../immutable-cache.ts';

/** What a question finds, named so that no other has its name: so many hits at least, where there are as many. */
export type FindHits = (name: string, atLeast: number, find: (most: number) => SearchAnswer) => SearchAnswer;

export interface KeptHits {
  readonly find: FindHits;
  /** For the metrics. */
  readonly figures: Pick<ImmutableCache<never, never>, 'entries' | 'bytes' | 'hits' | 'misses'>;
}

interface Kept {
  readonly answer: SearchAnswer;
  readonly bytes: number;
}

/** Found at once, so that pages of usual sizes need no search of their own. */
const usualHits = 50;

/** A hit, and a word with its place in a set, by estimate. */
const hitBytes = 120;
const wordBytes = 80;
const entryBytes = 300;

/** None yet, and room for so many bytes. */
export function keptHits(bytes: number): KeptHits {
  const cache = createImmutableCache<string, Kept>({ entries: 100_000, bytes }, (kept) => kept.bytes);
  const find: FindHits = (name, atLeast, findHits) => {
    const kept = cache.get(name)?.answer;
    if (kept && kept.hits.length >= Math.min(atLeast, kept.total)) return kept;
    const answer = findHits(Math.max(atLeast, usualHits));
    const { hits, words } = answer;
    const size = entryBytes + 2 * name.length + hits.length * hitBytes + words.size * wordBytes;
    cache.set(name, { answer, bytes: size });
    return answer;
  };
  return { find, figures: cache };
}
