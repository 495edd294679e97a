// How the memory for what never changes is shared among those who keep it.

/** Bytes, by estimate. */
export interface CacheShares {
  /** Contents and answers about releases: `immutableCaches`. */
  readonly contents: number;
  /** Whole answers, as they are sent. */
  readonly answers: number;
  /** Hits of searches: `keptHits`. */
  readonly hits: number;
  /** What takes long to make: searches, diffs, lineages. */
  readonly made: number;
}

/** So that a process stays below 512 MB: it takes some 200 itself. */
export const defaultCacheBytes = 256 * 1024 * 1024;

/** The shares of so many bytes. A release of ICD-10-CM that is searched takes 25 MB, a diff of two years apart 10. */
export function cacheShares(bytes: number): CacheShares {
  return { contents: 0.42 * bytes, answers: 0.05 * bytes, hits: 0.03 * bytes, made: 0.5 * bytes };
}
