// Loads releases of any code system at hand into one database, in the order given.
import { type LoadReport, loadRelease } from '@codeset/ingestion';
import { ingestionServiceOf } from '@codeset/operator';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { dataFolder } from './icd-10-cm-editions.ts';

/** A release of the data folder. */
export interface EditionName {
  readonly codeSystem: string;
  readonly version: string;
}

export interface LoadedReleases {
  readonly database: ThrowAwayDatabase;
  /** In the order of loading. */
  readonly reports: readonly LoadReport[];
}

/** Loads and publishes them one after the other into a database of their own. */
export async function loadReleases(editions: readonly EditionName[]): Promise<LoadedReleases> {
  const database = await throwAwayDatabase();
  const observer = { step: () => undefined, progress: () => undefined };
  const environment = { sql: database.sql, observer, clock: () => performance.now() };
  const reports: LoadReport[] = [];
  for (const { codeSystem, version } of editions) {
    const paths = [`${dataFolder}/${codeSystem}/${version}`];
    const service = ingestionServiceOf(codeSystem);
    reports.push(await loadRelease({ service, version, paths }, environment));
  }
  return { database, reports };
}
