// codeset load: from published files to a published release, of a code system or a map.
import { loadMap, loadRelease } from '@codeset/ingestion';
import { publicationServiceOf } from '../ingestion-services.ts';
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
  publication: string,
  version: string,
  paths: readonly string[],
  options: LoadOptions,
): Promise<number> {
  const found = publicationServiceOf(publication);
  found.service.releaseName(version);
  return await run.withDatabase(async ({ loader }) => {
    const { dryRun = false, publish, sample = false } = options;
    const request = { version, paths, dryRun, publish, sample };
    const environment = { sql: loader, observer: run.output.progress, clock: run.clock };
    const report =
      found.of === 'map'
        ? await loadMap({ ...request, service: found.service }, environment)
        : await loadRelease({ ...request, service: found.service }, environment);
    run.output.result(report, reportText(report));
    return report.outcome === 'refused' ? 1 : 0;
  });
}
