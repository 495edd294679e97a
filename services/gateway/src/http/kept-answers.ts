// Answers to GETs that will be the same for ever, kept as they are sent.
import type { Exchange } from '../exchange.ts';
import { createImmutableCache, type ImmutableCache } from '../immutable-cache.ts';

/** What the log says of it. */
export type Told = Pick<Exchange, 'operationName' | 'releases' | 'measure'>;

/** An answer as it is sent. */
export interface KeptAnswer {
  /** As text: node sends a text together with the headers, in one write. */
  readonly body: string;
  readonly bytes: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly tag: string;
  readonly told: Told;
  /** The number of the list of releases with which it is true: a release may be withdrawn. */
  readonly lastsWith: number;
}

/** By URL and media type. */
export interface KeptAnswers {
  get(url: string, mediaType: string): KeptAnswer | undefined;
  set(url: string, mediaType: string, answer: KeptAnswer): void;
  /** For the metrics. */
  readonly figures: Pick<ImmutableCache<never, never>, 'entries' | 'bytes' | 'hits' | 'misses'>;
}

/** An empty one of so many bytes. */
export function keptAnswers(bytes: number): KeptAnswers {
  const cache = createImmutableCache<string, { url: string; answer: KeptAnswer }>(
    { entries: 100_000, bytes },
    ({ url, answer }) => 2 * answer.bytes + 2 * url.length + 1_000,
  );
  const keyOf = (url: string, mediaType: string) => `${mediaType} ${url}`;
  return {
    get: (url, mediaType) => cache.get(keyOf(url, mediaType))?.answer,
    set: (url, mediaType, answer) => cache.set(keyOf(url, mediaType), { url, answer }),
    figures: cache,
  };
}
