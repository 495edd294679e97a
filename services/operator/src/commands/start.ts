// codeset start: something to look at on a fresh machine. Loads the samples where nothing real is held, and serves.
import { fileURLToPath } from 'node:url';
import { listHeldReleases } from '@codeset/database/load';
import { loadMap, loadRelease } from '@codeset/ingestion';
import type { CommandRun } from '../command-run.ts';
import { ingestionServices, mapServices, type PublicationService } from '../ingestion-services.ts';
import type { OpenDatabase } from '../open-database.ts';
import { type ServeOptions, serveUntilStopped } from './serve.ts';

export async function start(run: CommandRun, options: ServeOptions): Promise<number> {
  return await run.withDatabase(
    async (database) => {
      for (const service of ingestionServices)
        await loadSamples(run, database, { of: 'code system', service });
      for (const service of mapServices) await loadSamples(run, database, { of: 'map', service });
      return await serveUntilStopped(run, database, options, true);
    },
    { migrateNow: true, readers: run.environment.POOL_SIZE },
  );
}

async function loadSamples(
  run: CommandRun,
  { loader }: OpenDatabase,
  found: PublicationService,
): Promise<void> {
  const { id } = found.service.definition;
  const real = (await listHeldReleases(loader, id)).filter((row) => !row.sample);
  if (real.length > 0) {
    run.output.note(`${id}: ${real.length} real releases are held; the samples are left out.`);
    return;
  }
  const environment = { sql: loader, observer: run.output.progress, clock: run.clock };
  for (const { version, folder } of found.service.samples) {
    const request = { version, paths: [fileURLToPath(folder)], sample: true };
    const { outcome, counts } =
      found.of === 'map'
        ? await loadMap({ ...request, service: found.service }, environment)
        : await loadRelease({ ...request, service: found.service }, environment);
    run.output.note(`${id}: sample release ${version} ${outcome}${sizeText(counts)}`);
  }
}

/** Empty for a release that was loaded before: nothing was counted. */
function sizeText({ selectable, mappings }: Readonly<Record<string, number>>): string {
  if (selectable !== undefined) return `, ${selectable} selectable codes`;
  return mappings === undefined ? '' : `, ${mappings} mappings`;
}
