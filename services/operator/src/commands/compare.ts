// codeset compare: how one held release differs from another, in numbers.
import { summarizeChanges } from '@codeset/database/load';
import type { CommandRun } from '../command-run.ts';
import { ingestionServiceOf } from '../ingestion-services.ts';
import { changesText } from '../report-text.ts';
import { heldRelease } from './held-release.ts';

/** Releases are compared in the direction that is asked for, in any order of time. */
export async function compare(
  run: CommandRun,
  codeSystem: string,
  from: string,
  to: string,
): Promise<number> {
  const { definition } = ingestionServiceOf(codeSystem);
  const codeKinds = definition.kinds.filter(({ isCode }) => isCode).map(({ code }) => code);
  return await run.withDatabase(async ({ sql }) => {
    const [before, after] = [
      await heldRelease(sql, codeSystem, from),
      await heldRelease(sql, codeSystem, to),
    ];
    const changes = await summarizeChanges(sql, before, after, codeKinds);
    run.output.result(
      { codeSystem, from, to, changes },
      `Release ${to} of ${codeSystem}\n\n${changesText(changes)}`,
    );
    return 0;
  });
}
