// Which published release a request means: the one it names, or the one in force on a date.
import type { PublishedRelease } from '@codeset/database/read';
import { CodesetError, type PlainDate, releaseOn } from '@codeset/terminology';
import type { PinnedRelease, SelectedBy } from './pinned-release.ts';

/** What a request says of the release it wants: a version, a date, or neither, which means today. */
export interface ReleaseWish {
  readonly codeSystem: string;
  readonly version: string | null;
  readonly on: PlainDate | null;
}

/**
 * The release of `held` (all published ones of the code system, by effective date). BAD_REQUEST for a wish with both
 * a version and a date, RELEASE_UNKNOWN with what there is when no release fits.
 */
export function chooseRelease(
  held: readonly PublishedRelease[],
  wish: ReleaseWish,
  today: () => PlainDate,
): PinnedRelease {
  const { codeSystem, version, on } = wish;
  if (version !== null && on !== null) {
    const message =
      'Ask for a release by `version` or by `on`, not by both; with neither it is the one in force today.';
    throw new CodesetError('BAD_REQUEST', message);
  }
  if (held.length === 0)
    throw new CodesetError('RELEASE_UNKNOWN', `No release of ${codeSystem} is published.`);
  if (version !== null) return chooseByVersion(held, codeSystem, version);
  return on === null
    ? chooseByDate(held, codeSystem, today(), 'TODAY')
    : chooseByDate(held, codeSystem, on, 'DATE');
}

function chooseByVersion(
  held: readonly PublishedRelease[],
  codeSystem: string,
  version: string,
): PinnedRelease {
  const row = held.find((release) => release.version === version);
  if (row) return { row, held, selection: { by: 'VERSION', date: null, doubt: null } };
  const published = held.map((release) => release.version);
  throw new CodesetError(
    'RELEASE_UNKNOWN',
    `Release ${version} of ${codeSystem} is not published. Published: ${published.join(', ')}.`,
    { details: { codeSystem, version, published } },
  );
}

function chooseByDate(
  held: readonly PublishedRelease[],
  codeSystem: string,
  date: PlainDate,
  by: SelectedBy,
): PinnedRelease {
  const selection = releaseOn(held, date);
  if (selection) return { row: selection.release, held, selection: { by, date, doubt: selection.doubt } };
  const first = held.find(({ draft }) => !draft);
  if (!first) throw onlyDrafts(held, codeSystem, date);
  throw new CodesetError(
    'RELEASE_UNKNOWN',
    `No published release of ${codeSystem} was in force on ${date}: the first, ${first.version}, is effective from ${first.effectiveFrom}.`,
    { details: { codeSystem, date, published: held.map(({ version }) => version) } },
  );
}

/** A draft is never in force, whatever its date: it must be named. */
function onlyDrafts(held: readonly PublishedRelease[], codeSystem: string, date: PlainDate): CodesetError {
  const published = held.map(({ version }) => version);
  return new CodesetError(
    'RELEASE_UNKNOWN',
    `No published release of ${codeSystem} was in force on ${date}: all that are published are drafts, which are never in force. Ask for one by its version: ${published.join(', ')}.`,
    { details: { codeSystem, date, published } },
  );
}
