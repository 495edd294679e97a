// Where the real releases are: CODESET_DATA, or ../shared/data beside the repository.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of an edition's files; throws when the data are not there. */
export function dataFolder(codeSystem: string, version: string): string {
  const folder = join(resolve(root, process.env['CODESET_DATA'] ?? '../shared/data'), codeSystem, version);
  if (!existsSync(folder))
    throw new Error(`no ${codeSystem} ${version} in the data folder: set CODESET_DATA`);
  return folder;
}

/** The editions of ICD-10-CM in the data folder, in the order of their dates. */
export const icd10cmEditions = [
  '2014',
  '2016',
  '2017',
  '2018',
  '2019',
  '2020',
  '2021',
  '2021-01',
  '2022',
  '2022-04',
  '2023',
  '2025',
  '2025-04',
] as const;
