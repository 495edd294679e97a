// Loads the indexes and tables of ICD-10-CM editions, with a code list of one line: it saves two thirds of the time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { icd10cm } from '@codeset/ingest-icd-10-cm';
import { type IngestionService, loadRelease } from '@codeset/ingestion';
import { type ThrowAwayDatabase, throwAwayDatabase } from '@codeset/test-kit';
import { dataFolder } from './icd-10-cm-editions.ts';

/** What is read of an edition, in the words of the service's roles. */
export const indexRoles = ['index-to-diseases', 'external-cause-index', 'neoplasm-table', 'drug-table'];

const oneCode = '00001 A00     0 Cholera                                                      Cholera\r\n';

/** The service of ICD-10-CM, which takes the indexes alone, and the code list of one line. */
function indexesOnly(codeList: string): IngestionService {
  return {
    ...icd10cm,
    async recognise(file) {
      const found = await icd10cm.recognise(file);
      const wanted =
        found.role === 'order-file' ? file.name === codeList : indexRoles.includes(found.role ?? '');
      return wanted ? found : { role: null, remark: 'left out' };
    },
  };
}

/** Loads the versions one after the other into a database of their own; throws where one is not published. */
export async function loadIndexes(versions: readonly string[]): Promise<ThrowAwayDatabase> {
  const database = await throwAwayDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'codeset-one-code-'));
  try {
    const codeList = join(folder, 'one-code.txt');
    writeFileSync(codeList, oneCode);
    const service = indexesOnly('one-code.txt');
    const observer = { step: () => undefined, progress: () => undefined };
    const environment = { sql: database.sql, observer, clock: () => performance.now() };
    for (const version of versions) {
      const paths = [codeList, `${dataFolder}/icd-10-cm/${version}`];
      const { outcome, findings } = await loadRelease({ service, version, paths }, environment);
      if (outcome !== 'published') throw new Error(`${version} is ${outcome}: ${findings[0]?.message}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return database;
}
