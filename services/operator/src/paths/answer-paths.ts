// Where a followed list goes: a summary to a person, paths to standard output or a file, everything to a program.
import { answerRows, type RowsOutlet } from '../answer-rows.ts';
import type { Output } from '../output.ts';
import { type PathRow, pathColumns, pathRows } from './path-rows.ts';
import { pathText, tallyPathOutcomes, tallyQualities } from './path-text.ts';
import { type FollowedList, type ListByRoute, releasesOf } from './read-paths.ts';

/** Gives the exit code: 1 where not one code of the list is known, else 0. */
export async function answerPaths(
  output: Output,
  followed: FollowedList,
  outlet: RowsOutlet,
): Promise<number> {
  const rows = {
    facts: factsOf(followed),
    columns: pathColumns,
    rows: () => allRows(followed),
    name: 'paths',
    text: pathText(followed),
    attributions: attributions(followed),
  };
  await answerRows(output, rows, outlet);
  const known = followed.routes.some(({ codes }) => codes.some(({ outcome }) => outcome !== 'unknown'));
  if (known) return 0;
  output.note(
    `Not one code of the list is known as one of ${followed.asked.from}: is it another code system's, or another column's?`,
  );
  return 1;
}

function* allRows({ routes }: FollowedList): Generator<PathRow> {
  for (const by of routes) yield* pathRows(by);
}

/** What must be shown with the data: of every map and every code system on the way. */
function attributions({ routes }: FollowedList): Set<string> {
  const all = routes.flatMap(({ route }) => [
    ...route.legs.map((leg) => (leg.is === 'map' ? leg.map.attribution : null)),
    ...releasesOf(route).map(({ attribution }) => attribution),
  ]);
  return new Set(all.flatMap((words) => words ?? []));
}

/** What results for programs say before they come to the paths. */
function factsOf({ list, asked, routes }: FollowedList) {
  const { from, to, fromVersion, toVersion, reverse } = asked;
  return {
    from,
    fromVersion,
    to,
    toVersion,
    reverse,
    list: { name: list.name, codes: list.codes.length },
    routes: routes.map((by) => ({
      legs: legFacts(by),
      outcomes: tallyPathOutcomes(by.codes),
      qualities: tallyQualities(by.codes),
    })),
  };
}

function legFacts({ route }: ListByRoute) {
  return route.legs.map((leg) => {
    if (leg.is === 'map') {
      const { conceptMap, version, sample, digest, sourceVersion, targetVersion, attribution } = leg.map;
      const map = { conceptMap, version, sample, digest, sourceVersion, targetVersion, attribution };
      return { ...map, reverse: leg.reverse };
    }
    const { codeSystem, fromVersion, toVersion, from, to, blocked } = leg;
    const digests = { fromDigest: from?.digest ?? null, toDigest: to?.digest ?? null };
    return { codeSystem, fromVersion, toVersion, ...digests, blocked: blocked?.reason ?? null };
  });
}
