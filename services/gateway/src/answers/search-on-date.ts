// One search over several code systems: of each the release in force on a date, hits merged by rank.
import { CodesetError, type PlainDate } from '@codeset/terminology';
import type { MatchField, SearchAnswer } from '@codeset/search';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease } from '../pinned-release.ts';
import { hitsOf, type RankedHit, refuseManyWords, scopeOf } from './search.ts';
import {
  type AskedProperty,
  findSubtree,
  positionsHaving,
  refuseUnknownKinds,
  type Subtree,
} from './search-filters.ts';

/** What a client asks for. */
export interface AskedOnDate {
  readonly text: string;
  /** Null for today. */
  readonly on: PlainDate | null;
  /** Ids; null for all that are held. */
  readonly codeSystems: readonly string[] | null;
  /** Null for all but notes. */
  readonly fields: readonly MatchField[] | null;
  readonly selectableOnly: boolean;
  /** Null for all; each must be known to one of the code systems. */
  readonly kinds: readonly string[] | null;
  /** The concept at the top of a subtree, in whichever releases have it; null for everything. */
  readonly under: string | null;
  /** Properties that a concept must have; all of the code systems must define them. */
  readonly properties: readonly AskedProperty[];
}

/** What one release answers. */
interface Answered {
  readonly release: PinnedRelease;
  /** So many of its hits at least, where there are as many. */
  readonly hits: (atLeast: number) => SearchAnswer;
}

/** A page of the hits of all of them, best first; of equally good ones those of the first code system by id. */
export async function searchOnDate(
  context: GatewayContext,
  asked: AskedOnDate,
  page: PageArguments,
): Promise<Connection<RankedHit>> {
  refuseManyWords(context, asked.text);
  const releases = await releasesInForce(context, asked);
  await refuseUnknownKinds(context, releases, asked.kinds);
  const { text, fields, selectableOnly, kinds, under, properties } = asked;
  const narrowed = [under, JSON.stringify(properties.map(({ code, value }) => [code, value]))];
  const answered: Answered[] = [];
  // One after the other: what searching a release needs is made at its first search, and takes memory.
  for (const { release, within } of await narrowedTo(context, releases, under)) {
    const among = await positionsHaving(context, release, properties);
    const filters = { fields, selectableOnly, kinds, within, among };
    const scope = scopeOf(release, asked, narrowed);
    answered.push({ release, hits: await hitsOf(context, release, { text, filters, scope }) });
  }
  const digests = releases.map(({ row }) => row.digest);
  const usual = [fields?.join(' ') ?? null, selectableOnly, kinds && JSON.stringify(kinds)];
  const list = {
    scope: ['search', text, ...digests, ...usual, ...narrowed],
    countAll: async () => answered.reduce((sum, { hits }) => sum + hits(0).total, 0),
    read: async (after: number | null, limit: number) => {
      const start = (after ?? -1) + 1;
      return merged(answered, start, start + limit).map((hit, i) => ({
        ...hit,
        typed: text,
        row: { position: start + i },
      }));
    },
  };
  return await readPage(list, page);
}

/** Members `start` up to `end` of the merged list; of equally good ones those of the first release. */
function merged(
  answered: readonly Answered[],
  start: number,
  end: number,
): Omit<RankedHit, 'row' | 'typed'>[] {
  const ranked = answered.flatMap(({ release, hits }) => {
    const { hits: first, words } = hits(end);
    return first.slice(0, end).map((hit) => ({ release, hit, words }));
  });
  return ranked.sort((one, other) => one.hit.rank - other.hit.rank).slice(start, end);
}

/** The releases that have the subtree, each with it; all where none is asked for. BAD_REQUEST where none has it. */
async function narrowedTo(
  context: GatewayContext,
  releases: readonly PinnedRelease[],
  under: string | null,
): Promise<readonly { readonly release: PinnedRelease; readonly within: Subtree | null }[]> {
  if (under === null) return releases.map((release) => ({ release, within: null }));
  const having = [];
  for (const release of releases) {
    const within = await findSubtree(context, release, under);
    if (within) having.push({ release, within });
  }
  if (having.length > 0) return having;
  const searched = releases.map(({ row }) => `${row.codeSystem} ${row.version}`).join(', ');
  throw new CodesetError(
    'BAD_REQUEST',
    `\`under: "${under}"\` is in none of the releases searched: ${searched}.`,
  );
}

/** By id of the code system. One that is named must have a release in force; of all that are held those that have none are left out. */
async function releasesInForce(
  { releases }: GatewayContext,
  { on, codeSystems }: AskedOnDate,
): Promise<PinnedRelease[]> {
  const named = codeSystems && [...new Set(codeSystems)].sort();
  const ids = named ?? (await releases.codeSystems()).map(({ id }) => id).sort();
  const pinned: PinnedRelease[] = [];
  for (const codeSystem of ids) {
    try {
      pinned.push(await releases.pin({ codeSystem, version: null, on }));
    } catch (problem) {
      if (named || !isUnknownRelease(problem)) throw problem;
    }
  }
  return pinned;
}

function isUnknownRelease(problem: unknown): boolean {
  return problem instanceof CodesetError && problem.code === 'RELEASE_UNKNOWN';
}
