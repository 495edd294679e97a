// codeset load: from published files to a published release.
import { loadRelease } from '@codeset/ingestion';
import { ingestionServiceOf } from '../ingestion-services.ts';
import { reportText } from '../report-text.ts';
import type { CommandRun } from '../command-run.ts';

export interface LoadOptions {
  readonly dryRun?: boolean;
  readonly publish: boolean;
  readonly sample?: boolean;
}

/** Exit code 0 when the release is held as asked, 1 when the checks refused it. */
export async function load(
  run: CommandRun,
  codeSystem: string,
  version: string,
  paths: readonly string[],
  options: LoadOptions,
): Promise<number> {
  const service = ingestionServiceOf(codeSystem);
  service.releaseName(version);
  return await run.withDatabase(async ({ loader }) => {
    const { dryRun = false, publish, sample = false } = options;
    const request = { service, version, paths, dryRun, publish, sample };
    const report = await loadRelease(request, {
      sql: loader,
      observer: run.output.progress,
      clock: run.clock,
    });
    run.output.result(report, reportText(report));
    return report.outcome === 'refused' ? 1 : 0;
  });
}
