// The releases of one request: one snapshot of what is published, releases pinned once, those that served it noted.
import type { PublishedRelease } from '@codeset/database/read';
import { type CodeSystemDefinition, CodesetError, type PlainDate } from '@codeset/terminology';
import { chooseRelease, type ReleaseWish } from './choose-release.ts';
import type { Limits } from './limits/limits.ts';
import { beyondLimit } from './limits/refuse.ts';
import type { PinnedRelease, ReleaseSelection } from './pinned-release.ts';
import type { ListNumbers, PublishedLists } from './published-lists.ts';

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
  if (listed.length === 0) return [...served];
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
   * The lists with which the answer stays the same: every release that serves it was named by its version, and nothing
   * else that may change was read. Null where that is not so.
   */
  lasting(): ListNumbers | null;
  /** The releases read so far: those chosen in the order in which they came up, then those out of lists by name. */
  served(): readonly ServedRelease[];
}

/** The releases of a new request; nothing is read before the first question. */
export function requestReleases(
  lists: Pick<PublishedLists, 'releases' | 'codeSystems'>,
  limits: Limits,
  today: () => PlainDate,
): RequestReleases {
  return new Releases(lists, limits, today);
}

/** A class, since one is made for every request: it shares its functions with all others. */
class Releases implements RequestReleases {
  readonly #lists: Pick<PublishedLists, 'releases' | 'codeSystems'>;
  readonly #limits: Limits;
  readonly #today: () => PlainDate;
  readonly #served = new Map<string, ServedRelease>();
  readonly #ids = new Set<number>();
  #published: ReturnType<PublishedLists['releases']> | undefined;
  #codeSystems: ReturnType<PublishedLists['codeSystems']> | undefined;
  #more = false;
  #numbers: ListNumbers = { releases: 0, codeSystems: null };

  constructor(
    lists: Pick<PublishedLists, 'releases' | 'codeSystems'>,
    limits: Limits,
    today: () => PlainDate,
  ) {
    this.#lists = lists;
    this.#limits = limits;
    this.#today = today;
  }

  async codeSystems(): Promise<readonly CodeSystemDefinition[]> {
    this.#codeSystems ??= this.#lists.codeSystems();
    const { value, generation } = await this.#codeSystems;
    this.#numbers = { ...this.#numbers, codeSystems: generation };
    return value;
  }

  async findCodeSystem(id: string): Promise<CodeSystemDefinition | null> {
    return (await this.codeSystems()).find((system) => system.id === id) ?? null;
  }

  async pin(wish: ReleaseWish): Promise<PinnedRelease> {
    const held = await this.#heldOf(wish.codeSystem);
    if (held.length === 0) await refuseUnknown(wish.codeSystem, await this.codeSystems());
    const pinned = new Pinned(chooseRelease(held, wish, this.#today), this);
    this.serve(pinned);
    return pinned;
  }

  async list(codeSystem: string): Promise<readonly PinnedRelease[]> {
    this.dependOnMore();
    return (await this.#heldOf(codeSystem)).map(listed);
  }

  serve(release: PinnedRelease): void {
    this.show(release);
    const { size } = this.#ids.add(release.row.id);
    if (size > this.#limits.releases) {
      throw beyondLimit('releases', this.#limits, size, 'Ask in several requests.');
    }
  }

  show(release: PinnedRelease): void {
    const name = nameOf(release);
    if (!this.#served.has(name)) this.#served.set(name, servedRelease(release));
  }

  dependOnMore(): void {
    this.#more = true;
  }

  lasting(): ListNumbers | null {
    if (this.#more || this.#served.size === 0) return null;
    for (const { by } of this.#served.values()) if (by !== 'VERSION') return null;
    return this.#numbers;
  }

  served(): readonly ServedRelease[] {
    return inOrder([...this.#served.values()]);
  }

  async #heldOf(codeSystem: string): Promise<readonly PublishedRelease[]> {
    this.#published ??= this.#lists.releases();
    const { value, generation } = await this.#published;
    this.#numbers = { ...this.#numbers, releases: generation };
    return value.byCodeSystem.get(codeSystem) ?? [];
  }
}

/** A release that tells when the list it was chosen from is looked at: the answer depends on more than it then. */
class Pinned implements PinnedRelease {
  readonly row: PublishedRelease;
  readonly selection: ReleaseSelection;
  readonly #held: readonly PublishedRelease[];
  readonly #releases: RequestReleases;

  constructor({ row, selection, held }: PinnedRelease, releases: RequestReleases) {
    this.row = row;
    this.selection = selection;
    this.#held = held;
    this.#releases = releases;
  }

  get held(): readonly PublishedRelease[] {
    this.#releases.dependOnMore();
    return this.#held;
  }
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
