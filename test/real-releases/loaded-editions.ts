// Loads the editions at hand into a database, in any order, and holds their digests to those that are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { icd10cm } from '@codeset/ingest-icd-10-cm';
import { type LoadReport, loadRelease } from '@codeset/ingestion';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { dataFolder } from './icd-10-cm-editions.ts';

const digestFile = fileURLToPath(new URL('icd-10-cm-digests.json', import.meta.url));

/** Digest by version, as committed: the same in every database, whatever was loaded before. */
export function committedDigests(): Record<string, string> {
  return JSON.parse(readFileSync(digestFile, 'utf8')) as Record<string, string>;
}

/** Writes them anew where UPDATE_GOLDENS asks for it; never in CI. */
export function updateDigests(digests: Record<string, string>): void {
  if (!process.env['UPDATE_GOLDENS'] || process.env['CI']) return;
  const sorted = Object.fromEntries(Object.entries(digests).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(digestFile, `${JSON.stringify(sorted, null, 2)}\n`);
}

export interface LoadedEditions {
  readonly database: ThrowAwayDatabase;
  /** In the order of loading. */
  readonly reports: readonly LoadReport[];
}

/** Loads the versions one after the other into a database of their own. */
export async function loadEditions(versions: readonly string[]): Promise<LoadedEditions> {
  const database = await throwAwayDatabase();
  const observer = { step: () => undefined, progress: () => undefined };
  const reports: LoadReport[] = [];
  for (const version of versions) {
    const poa = version.startsWith('2025') ? [`${dataFolder}/edits/poa-exempt/2025`] : [];
    const paths = [`${dataFolder}/icd-10-cm/${version}`, ...poa];
    const environment = { sql: database.sql, observer, clock: () => performance.now() };
    reports.push(await loadRelease({ service: icd10cm, version, paths }, environment));
  }
  return { database, reports };
}
