// Makes what searching takes before anybody searches: of each code system for the release in force today.
import { dateOf, releaseOn } from '@codeset/terminology';
import type { Logger } from 'pino';
import type { PublishedLists } from '../published-lists.ts';
import type { Searches } from './searches.ts';

export interface SearchableParts {
  readonly published: Pick<PublishedLists, 'releases' | 'codeSystems'>;
  readonly searches: Searches;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Milliseconds between two looks at what is in force. */
  readonly everyMs: number;
}

/**
 * Looks now and then what is in force, since releases are published and days pass. One is made after the other, each once:
 * what there is no room for is not made again and again. A database that is away is met again at the next look.
 */
export function keepSearchable(parts: SearchableParts): { stop(): void } {
  const made = new Set<number>();
  let state: 'waiting' | 'looking' | 'over' = 'waiting';
  const look = async () => {
    if (state !== 'waiting') return;
    state = 'looking';
    try {
      for (const one of await inForce(parts)) {
        if (isOver() || made.has(one.release.id)) continue;
        await make(parts, one);
        made.add(one.release.id);
      }
    } catch (error) {
      parts.log.debug({ err: error }, 'what searching takes is not made yet');
    }
    if (!isOver()) state = 'waiting';
  };
  const isOver = () => state === 'over'; // asked anew each time: it changes while something is waited for
  const timer = setInterval(look, parts.everyMs).unref();
  void look();
  return {
    stop() {
      state = 'over';
      clearInterval(timer);
    },
  };
}

type InForce = Awaited<ReturnType<typeof inForce>>[number];

async function inForce({ published, clock }: SearchableParts) {
  const [{ value: definitions }, { value: releases }] = await Promise.all([
    published.codeSystems(),
    published.releases(),
  ]);
  return definitions.flatMap((definition) => {
    const held = releases.byCodeSystem.get(definition.id) ?? [];
    const release = releaseOn(held, dateOf(clock()))?.release;
    return release ? [{ definition, release }] : [];
  });
}

async function make({ searches, log }: SearchableParts, { definition, release }: InForce): Promise<void> {
  const began = performance.now();
  await searches(definition, release);
  const milliseconds = Math.round(performance.now() - began);
  const { codeSystem, version } = release;
  log.info({ codeSystem, version, milliseconds }, 'ready to be searched');
}
