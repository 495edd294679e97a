// The releases of one request: one snapshot of what is published, releases pinned once, those that served it noted.
import type { PublishedRelease } from '@codeset/database/read';
import { type CodeSystemDefinition, CodesetError, type PlainDate } from '@codeset/terminology';
import { chooseRelease, type ReleaseWish } from './choose-release.ts';
import type { Limits } from './limits/limits.ts';
import { beyondLimit } from './limits/refuse.ts';
import type { PinnedRelease, ReleaseSelection } from './pinned-release.ts';
import type { PublishedLists } from './published-lists.ts';

/** What an answer says of a release that served it. */
export interface ServedRelease extends ReleaseSelection {
  readonly codeSystem: string;
  readonly version: string;
  readonly digest: string;
  readonly sample: boolean;
  /** What must be shown with the data; absent when nothing must. */
  readonly attribution?: string;
}

/** Those that a request chose as they came up; those out of lists after them by name, since they come up by chance. */
function inOrder(served: readonly ServedRelease[]): ServedRelease[] {
  const listed = served.filter(({ by }) => by === 'LIST');
  const nameIn = ({ codeSystem, version }: ServedRelease) => `${codeSystem} ${version}`;
  listed.sort((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1));
  return [...served.filter(({ by }) => by !== 'LIST'), ...listed];
}

export interface RequestReleases {
  /** The definitions of all code systems held, pinned when they are first asked for. */
  codeSystems(): Promise<readonly CodeSystemDefinition[]>;
  /** The definition of a code system; null when it is not held. */
  findCodeSystem(id: string): Promise<CodeSystemDefinition | null>;
  /** The release that is wished for, noted as serving. CODE_SYSTEM_UNKNOWN, RELEASE_UNKNOWN, BAD_REQUEST. */
  pin(wish: ReleaseWish): Promise<PinnedRelease>;
  /** All published releases of a code system, by effective date; empty when there are none. */
  list(codeSystem: string): Promise<readonly PinnedRelease[]>;
  /** Notes that the request reads this release. QUERY_TOO_EXPENSIVE beyond the limit. */
  serve(release: PinnedRelease): void;
  /** Notes that the answer shows something of this release that was not asked of it alone: it is not counted. */
  show(release: PinnedRelease): void;
  /** Notes that the answer depends on more than the releases that serve it, such as which others are published. */
  dependOnMore(): void;
  /**
   * Whether the answer will be the same for ever: every release that serves it was named by its version, and nothing
   * else that may change was read. The number is that of the list of releases it was chosen from.
   */
  lasting(): { readonly generation: number } | null;
  /** The releases read so far: those chosen in the order in which they came up, then those out of lists by name. */
  served(): readonly ServedRelease[];
}

/** The releases of a new request; nothing is read before the first question. */
export function requestReleases(
  lists: Pick<PublishedLists, 'releases' | 'codeSystems'>,
  limits: Limits,
  today: PlainDate,
): RequestReleases {
  const served = new Map<string, ServedRelease>();
  const ids = new Set<number>();
  let more = false;
  let generation = 0;
  const dependOnMore = () => {
    more = true;
  };
  const published = once(lists.releases);
  const describedSystems = once(lists.codeSystems);
  const codeSystems = async () => (await describedSystems()).value;
  const heldOf = async (codeSystem: string) => {
    const reading = await published();
    generation = reading.generation;
    return reading.value.byCodeSystem.get(codeSystem) ?? [];
  };
  const show = (release: PinnedRelease) => {
    served.set(nameOf(release), servedRelease(release));
  };
  const serve = (release: PinnedRelease) => {
    show(release);
    ids.add(release.row.id);
    if (ids.size > limits.releases)
      throw beyondLimit('releases', limits, ids.size, 'Ask in several requests.');
  };
  return {
    codeSystems,
    findCodeSystem: async (id) => (await codeSystems()).find((system) => system.id === id) ?? null,
    serve,
    show,
    dependOnMore,
    lasting() {
      const named = served.size > 0 && [...served.values()].every(({ by }) => by === 'VERSION');
      return named && !more ? { generation } : null;
    },
    served: () => inOrder([...served.values()]),
    async list(codeSystem) {
      dependOnMore();
      return (await heldOf(codeSystem)).map(listed);
    },
    async pin(wish) {
      const held = await heldOf(wish.codeSystem);
      if (held.length === 0) await refuseUnknown(wish.codeSystem, await codeSystems());
      const pinned = watchHeld(chooseRelease(held, wish, today), dependOnMore);
      serve(pinned);
      return pinned;
    },
  };
}

/** The same release; it is told when the list that it was chosen from is looked at. */
function watchHeld({ row, selection, held }: PinnedRelease, looked: () => void): PinnedRelease {
  return {
    row,
    selection,
    get held() {
      looked();
      return held;
    },
  };
}

function listed(row: PublishedRelease, _index: number, held: readonly PublishedRelease[]): PinnedRelease {
  return { row, held, selection: { by: 'LIST', date: null, doubt: null } };
}

function nameOf({ row, selection }: PinnedRelease): string {
  return `${row.id} ${selection.by} ${selection.date}`;
}

function servedRelease({ row, selection }: PinnedRelease): ServedRelease {
  const { codeSystem, version, digest, sample, attribution } = row;
  const served = { codeSystem, version, digest, sample, ...selection };
  return attribution === null ? served : { ...served, attribution };
}

async function refuseUnknown(codeSystem: string, held: readonly CodeSystemDefinition[]): Promise<void> {
  if (held.some(({ id }) => id === codeSystem)) return;
  const ids = held.map(({ id }) => id);
  const there = ids.length === 0 ? 'None is loaded yet.' : `There are: ${ids.join(', ')}.`;
  throw new CodesetError('CODE_SYSTEM_UNKNOWN', `There is no code system ${codeSystem}. ${there}`, {
    details: { codeSystem, held: ids },
  });
}

/** Asks at the first call, and gives the same answer afterwards. */
function once<T>(ask: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}
