// Answers that will be the same for ever, kept as they are sent.
import type { Exchange } from '../exchange.ts';
import { createImmutableCache, type ImmutableCache } from '../immutable-cache.ts';

/** What is known of it: for the log, and with which list of releases it is true, since one may be withdrawn. */
export type Told = Pick<Exchange, 'operationName' | 'releases' | 'measure' | 'lastsWith'>;

/** An answer as it is sent. */
export interface KeptAnswer {
  /** As text: node sends a text together with the headers, in one write. */
  readonly body: string;
  readonly bytes: number;
  /** Name, value, name, value: a list is written faster than an object is. */
  readonly headers: readonly string[];
  /** What a client may say that it has; null for a POST, of which no client keeps anything. */
  readonly tag: string | null;
  readonly told: Told;
}

/** By question: all of a request that its answer depends on, see `questionOf`. */
export interface KeptAnswers {
  get(question: string): KeptAnswer | undefined;
  set(question: string, answer: KeptAnswer): void;
  /** For the metrics. */
  readonly figures: Pick<ImmutableCache<never, never>, 'entries' | 'bytes' | 'hits' | 'misses'>;
}

/** An empty one of so many bytes. */
export function keptAnswers(bytes: number): KeptAnswers {
  const cache = createImmutableCache<string, { question: string; answer: KeptAnswer }>(
    { entries: 100_000, bytes },
    ({ question, answer }) => 2 * answer.bytes + 2 * question.length + 1_000,
  );
  return {
    get: (question) => cache.get(question)?.answer,
    set(question, answer) {
      if (question.length <= longestQuestion) cache.set(question, { question, answer });
    },
    figures: cache,
  };
}

/** Characters. V8 tells longer texts (16,383 and more) apart by their length alone: a table of them is a list. */
const longestQuestion = 8_192;

/** A request's method, the media type of its answer, and its URL or, of a POST, its body as it came. */
export function questionOf(method: 'GET' | 'POST', mediaType: string, asked: string): string {
  return `${method} ${mediaType} ${asked}`;
}
