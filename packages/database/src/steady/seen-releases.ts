// Which releases were answered from the database that stands in: the first must hold them before it is read again.
import type { SourceName } from './reader-settings.ts';

export interface SeenReleases {
  /** Whether the answer tells which releases there are; whatever else is read follows from such a list. */
  isList(question: string): boolean;
  /** Remembers what a list told; gives how many releases it told of. */
  note(question: string, source: SourceName, answer: unknown): number;
  /** Ids of the releases that the last lists of the stand-in told of; empty when the first one told them. */
  ids(): readonly number[];
  /** Goes up with every list that differs from the one before. */
  readonly edition: number;
}

const lists = new Set(['listPublishedReleases', 'listPublishedMaps']);

/** Nothing is seen yet. */
export function seenReleases(): SeenReleases {
  const seen = new Map<string, readonly number[]>();
  let edition = 0;
  return {
    isList: (question) => lists.has(question),
    note(question, source, answer) {
      const told = idsOf(answer);
      const ids = source === 'fallback' ? told : [];
      if (String(seen.get(question) ?? []) !== String(ids)) edition += 1;
      seen.set(question, ids);
      return told.length;
    },
    ids: () => [...seen.values()].flat(),
    get edition() {
      return edition;
    },
  };
}

function idsOf(answer: unknown): readonly number[] {
  return (answer as readonly { readonly id: number }[]).map(({ id }) => id);
}
