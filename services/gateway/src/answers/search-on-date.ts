// One search over several code systems: of each the release in force on a date, hits merged by rank.
import { CodesetError, type PlainDate } from '@codeset/terminology';
import type { MatchField, SearchAnswer } from '@codeset/search';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease } from '../pinned-release.ts';
import { hitsOf, type RankedHit, scopeOf } from './search.ts';

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
  const releases = await releasesInForce(context, asked);
  const { text, fields, selectableOnly } = asked;
  const answered: Answered[] = [];
  // One after the other: what searching a release needs is made at its first search, and takes memory.
  for (const release of releases) {
    const filters = { fields, selectableOnly, kinds: null, within: null, among: null };
    const scope = scopeOf(release, { ...asked, kinds: null }, [null, '[]']);
    answered.push({ release, hits: await hitsOf(context, release, { text, filters, scope }) });
  }
  const digests = releases.map(({ row }) => row.digest);
  const list = {
    scope: ['search', text, ...digests, fields?.join(' ') ?? null, selectableOnly],
    countAll: async () => answered.reduce((sum, { hits }) => sum + hits(0).total, 0),
    read: async (after: number | null, limit: number) => {
      const start = (after ?? -1) + 1;
      return merged(answered, start, start + limit).map((hit, i) => ({
        ...hit,
        row: { position: start + i },
      }));
    },
  };
  return await readPage(list, page);
}

/** Members `start` up to `end` of the merged list; of equally good ones those of the first release. */
function merged(answered: readonly Answered[], start: number, end: number): Omit<RankedHit, 'row'>[] {
  const ranked = answered.flatMap(({ release, hits }) => {
    const { hits: first, words } = hits(end);
    return first.slice(0, end).map((hit) => ({ release, hit, words }));
  });
  return ranked.sort((one, other) => one.hit.rank - other.hit.rank).slice(start, end);
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
