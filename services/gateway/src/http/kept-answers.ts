// Answers that will be the same for ever, kept as they are sent.
import type { Exchange } from '../exchange.ts';
import { createImmutableCache, type ImmutableCache } from '../immutable-cache.ts';
import type { ListNumbers } from '../published-lists.ts';
import { askedLately } from './asked-lately.ts';

/** What is known of it: for the log, and with which lists it is true, since a release may be withdrawn. */
export interface Told extends Pick<Exchange, 'operationName' | 'releases' | 'measure'> {
  readonly lastsWith: ListNumbers;
}

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

/** All of a request that its answer depends on. */
export interface Question {
  readonly method: string;
  /** Of the answer. */
  readonly mediaType: string;
  /** The URL of a GET; the body of a POST as it came. */
  readonly asked: string;
}

/** By question; of those that ask the same in the same words, the last one's. */
export interface KeptAnswers {
  get(question: Question): KeptAnswer | undefined;
  /** Whether its answer is worth keeping: it is asked for the second time, and is not long. */
  wants(question: Question): boolean;
  set(question: Question, answer: KeptAnswer): void;
  /** For the metrics. */
  readonly figures: Pick<ImmutableCache<never, never>, 'entries' | 'bytes' | 'hits' | 'misses'>;
}

/** An empty one of so many bytes. */
export function keptAnswers(bytes: number): KeptAnswers {
  // By what is asked alone: a key put together of all three would have to be put together again for every request.
  const cache = createImmutableCache<string, { question: Question; answer: KeptAnswer }>(
    { entries: 100_000, bytes },
    ({ question, answer }) => 2 * answer.bytes + 2 * question.asked.length + 1_000,
  );
  const isKnown = askedLately();
  return {
    get({ method, mediaType, asked }) {
      const kept = cache.get(asked);
      const isSame = kept?.question.method === method && kept.question.mediaType === mediaType;
      return isSame ? kept.answer : undefined;
    },
    wants: ({ asked }) => asked.length <= longestQuestion && isKnown(asked),
    set: (question, answer) => cache.set(question.asked, { question, answer }),
    figures: cache,
  };
}

/** Characters. V8 tells longer texts (16,383 and more) apart by their length alone: a table of them is a list. */
const longestQuestion = 8_192;
