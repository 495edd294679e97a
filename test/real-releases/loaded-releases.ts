// Loads a release of the data folder, and gives what it had in hand on the way.
import { type IngestionService, type LoadReport, loadRelease, type RecognisedFile } from '@codeset/ingestion';
import { ingestionServiceOf } from '@codeset/operator';
import type { NormalizedRelease } from '@codeset/terminology';
import type { ThrowAwayDatabase } from '@codeset/test-kit';
import { dataFolder } from './icd-10-cm-editions.ts';

/** A release of the data folder. */
export interface EditionName {
  readonly codeSystem: string;
  readonly version: string;
}

/** What a load comes to, with the files it took and what it normalized them to. */
export interface LoadedRelease {
  readonly report: LoadReport;
  readonly files: readonly RecognisedFile[];
  readonly release: NormalizedRelease;
}

/** Loads it and publishes it; from 2025 on ICD-10-CM with the POA-exempt list. */
export async function loadEdition(
  { sql }: ThrowAwayDatabase,
  { codeSystem, version }: EditionName,
): Promise<LoadedRelease> {
  const poa = codeSystem === 'icd-10-cm' && version >= '2025' ? [`${dataFolder}/edits/poa-exempt/2025`] : [];
  const paths = [`${dataFolder}/${codeSystem}/${version}`, ...poa];
  const observer = { step: () => undefined, progress: () => undefined };
  const own = ingestionServiceOf(codeSystem);
  const onTheWay: Omit<LoadedRelease, 'report'>[] = [];
  const service: IngestionService = {
    ...own,
    async normalize(files, ...rest) {
      const release = await own.normalize(files, ...rest);
      onTheWay.push({ files, release });
      return release;
    },
  };
  const environment = { sql, observer, clock: () => performance.now() };
  const report = await loadRelease({ service, version, paths }, environment);
  const [found] = onTheWay;
  if (!found) throw new Error(`${codeSystem} ${version} was not normalized`);
  return { report, ...found };
}
