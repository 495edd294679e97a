// codeset start: something to look at on a fresh machine. Loads the samples where nothing real is held, and serves.
import { fileURLToPath } from 'node:url';
import { listHeldReleases } from '@codeset/database/load';
import { loadRelease } from '@codeset/ingestion';
import type { CommandRun } from '../command-run.ts';
import { ingestionServices } from '../ingestion-services.ts';
import type { OpenDatabase } from '../open-database.ts';
import { type ServeOptions, serveUntilStopped } from './serve.ts';

export async function start(run: CommandRun, options: ServeOptions): Promise<number> {
  return await run.withDatabase(
    async (database) => {
      for (const service of ingestionServices) await loadSamples(run, database, service);
      return await serveUntilStopped(run, database, options, true);
    },
    { migrateNow: true, readers: run.environment.POOL_SIZE },
  );
}

async function loadSamples(
  run: CommandRun,
  { loader }: OpenDatabase,
  service: (typeof ingestionServices)[number],
): Promise<void> {
  const { id } = service.definition;
  const real = (await listHeldReleases(loader, id)).filter((row) => !row.sample);
  if (real.length > 0) {
    run.output.note(`${id}: ${real.length} real releases are held; the samples are left out.`);
    return;
  }
  for (const { version, folder } of service.samples) {
    const request = { service, version, paths: [fileURLToPath(folder)], sample: true };
    const report = await loadRelease(request, {
      sql: loader,
      observer: run.output.progress,
      clock: run.clock,
    });
    const codes = report.counts['selectable'];
    run.output.note(
      `${id}: sample release ${version} ${report.outcome}${codes === undefined ? '' : `, ${codes} selectable codes`}`,
    );
  }
}
