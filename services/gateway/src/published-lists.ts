// What is published, as the process knows it: releases, code systems and maps, each never older than a given time.
import type { PublishedMap, PublishedRelease, Reader } from '@codeset/database/read';
import type { CodeSystemDefinition } from '@codeset/terminology';
import { type FreshReading, freshValue } from './fresh-value.ts';

/** All published releases. */
export interface PublishedReleases {
  /** By id of the code system, by effective date; a code system without one is missing. */
  readonly byCodeSystem: ReadonlyMap<string, readonly PublishedRelease[]>;
}

/** Which reading of each list something was made with; another number says something else. */
export interface ListNumbers {
  readonly releases: number;
  /** Null where no definition of a code system was looked at. */
  readonly codeSystems: number | null;
}

type Current<Value> = () => FreshReading<Value> | Promise<FreshReading<Value>>;

/** Each is read when it is first asked for. */
export interface PublishedLists {
  readonly releases: Current<PublishedReleases>;
  /** Whether the lists of these numbers still say the same; no, too, where one would have to be read for that. */
  readonly stillSay: (numbers: ListNumbers) => boolean;
  readonly codeSystems: Current<readonly CodeSystemDefinition[]>;
  readonly maps: Current<readonly PublishedMap[]>;
  /** Says that something may have been published, withdrawn or described anew: nothing read before now is used. */
  readonly expire: () => void;
}

/** The lists over a reader that no request owns. `maxAgeMs` 0 reads them for each request. */
export function publishedLists(reader: Reader, maxAgeMs: number, now: () => number): PublishedLists {
  const bounds = { maxAgeMs, now };
  const releases = freshValue({
    ...bounds,
    read: async () => ({ byCodeSystem: groupedBySystem(await reader.listPublishedReleases()) }),
    describe: describeReleases,
  });
  const codeSystems = freshValue({ ...bounds, read: reader.listCodeSystems, describe: JSON.stringify });
  const maps = freshValue({ ...bounds, read: reader.listPublishedMaps, describe: JSON.stringify });
  return {
    releases: releases.current,
    stillSay: (numbers) =>
      releases.known()?.generation === numbers.releases &&
      (numbers.codeSystems === null || codeSystems.known()?.generation === numbers.codeSystems),
    codeSystems: codeSystems.current,
    maps: maps.current,
    expire() {
      for (const list of [releases, codeSystems, maps]) list.expire();
    },
  };
}

function groupedBySystem(
  releases: readonly PublishedRelease[],
): ReadonlyMap<string, readonly PublishedRelease[]> {
  const groups = new Map<string, PublishedRelease[]>();
  for (const release of releases) {
    const group = groups.get(release.codeSystem) ?? [];
    group.push(release);
    groups.set(release.codeSystem, group);
  }
  return groups;
}

function describeReleases({ byCodeSystem }: PublishedReleases): string {
  return JSON.stringify([...byCodeSystem]);
}
