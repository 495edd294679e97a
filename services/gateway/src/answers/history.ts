// The history of a concept over all published releases that are or were in force.
import { historyOf } from '@codeset/comparison';
import { CodesetError, codeKindsOf } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { type ComparedChange, detailsLoader, loadedContents } from './compare.ts';

/** One step of a history. */
export interface ToldEvent {
  /** The release before; null at the first release that is held. */
  readonly from: PinnedRelease | null;
  readonly to: PinnedRelease;
  /** Null where the concept is in the first release that is held. */
  readonly change: ComparedChange | null;
}

/** The events in the order of time; drafts have no part in them. */
export async function listHistory(
  context: GatewayContext,
  { release, row }: ReleaseConcept,
): Promise<ToldEvent[]> {
  const { releases, loaders, reader } = context;
  const definition = await releases.findCodeSystem(release.row.codeSystem);
  if (!definition) throw new CodesetError('INTERNAL', `release ${release.row.id} has no code system`);
  const listed = (await releases.list(release.row.codeSystem)).filter((other) => !other.row.draft);
  const held = listed.map((other) => other.row);
  const events = await historyOf(reader, loadedContents(loaders), { definition, held, key: row.key });
  const pinned = new Map(listed.map((other) => [other.row.id, other]));
  const codeKinds = codeKindsOf(definition);
  return events.flatMap(({ from, to, change, scope }): ToldEvent[] => {
    const [before, after] = [from ? (pinned.get(from.id) ?? null) : null, pinned.get(to.id)];
    if (!after) return [];
    releases.show(after);
    if (!before || !change) return [{ from: before, to: after, change: null }];
    releases.show(before);
    const details = detailsLoader(loaders, async () => ({ scope, codeKinds }));
    return [
      { from: before, to: after, change: { comparison: { from: before, to: after, details }, change } },
    ];
  });
}
