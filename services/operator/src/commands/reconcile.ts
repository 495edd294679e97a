// codeset reconcile: what the publisher announced with a release against what the releases hold, asked at any time.
import { compareReleases, contentReader, reconcileAnnouncements } from '@codeset/comparison';
import { openReader } from '@codeset/database/read';
import type { CommandRun } from '../command-run.ts';
import { releaseFacts } from '../comparison/release-facts.ts';
import { heldCodeSystem, publishedRelease } from '../published-releases.ts';
import { isAccountedFor, reconciledText } from '../reconciled-text.ts';

/** Exit code 0 where every number agrees or has differences that are explained; 1 where something is not. */
export async function reconcile(run: CommandRun, codeSystem: string, version: string): Promise<number> {
  const { output } = run;
  return await run.withDatabase(async (database) => {
    const reader = openReader(database.reader);
    const system = await heldCodeSystem(reader, codeSystem);
    const release = publishedRelease(system, version);
    const { definition, published: held } = system;
    output.progress.step(`reconcile ${version} of ${codeSystem}`);
    const reconciliations = await reconcileAnnouncements(reader, contentReader(reader), {
      definition,
      release,
      held,
      compare: (asked) => compareReleases(reader, asked),
    });
    const announced = await reader.listAnnouncements([release.id]);
    const withoutTotals = announced.filter(({ totals }) => totals.length === 0).map(({ file }) => file);
    const results = reconciliations.map(({ against, ...found }) => ({
      ...found,
      against: against?.version ?? null,
      accountedFor: isAccountedFor(found),
    }));
    output.result(
      { codeSystem, release: releaseFacts(release), withoutTotals, reconciliations: results },
      reconciledText({ codeSystem, release, withoutTotals, reconciliations: results }),
    );
    return results.every(({ accountedFor }) => accountedFor) ? 0 : 1;
  });
}
