// The ICD-10-CM editions at hand: where they are, and the publisher's own totals.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { icd10cm } from '@codeset/ingest-icd-10-cm';
import type { RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles } from '@codeset/source-files';

/** The folder of the published files. */
export const dataFolder =
  process.env['CODESET_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Why the tests over real releases are skipped; null when they run. On CI they must run. */
export const skipReason =
  existsSync(`${dataFolder}/icd-10-cm`) || process.env['CI'] ? null : `no published files in ${dataFolder}`;

/** The publisher's totals, from the footers of its addenda. */
export interface Edition {
  readonly version: string;
  readonly billable: number;
  readonly header: number;
  readonly tabular: boolean;
  /** Titles changed in silence, as the addenda applied to the release before tell; null where that is not at hand. */
  readonly silent: number | null;
}

const edition = (
  version: string,
  billable: number,
  header: number,
  tabular: boolean,
  silent: number | null,
): Edition => ({ version, billable, header, tabular, silent });

/** In the order of their effective dates. */
export const editions: readonly Edition[] = [
  edition('2014', 69_823, 21_914, true, null),
  edition('2016', 69_823, 21_914, true, null),
  edition('2017', 71_486, 22_344, true, 2),
  edition('2018', 71_704, 22_423, false, 12),
  edition('2019', 71_932, 22_512, false, 0),
  edition('2020', 72_184, 22_581, false, 0),
  edition('2021', 72_616, 22_736, true, 0),
  edition('2021-01', 72_621, 22_737, true, 0),
  edition('2022', 72_748, 22_776, false, 4),
  edition('2022-04', 72_750, 22_778, false, 0),
  edition('2023', 73_639, 23_106, true, 0),
  edition('2025', 74_260, 23_324, false, null),
  edition('2025-04', 74_260, 23_324, false, 0),
];

/** The files of an edition that take part in its load; from 2025 on with the POA-exempt list. */
export async function editionFiles(version: string): Promise<RecognisedFile[]> {
  const poa = version.startsWith('2025') ? [`${dataFolder}/edits/poa-exempt/2025`] : [];
  const files: RecognisedFile[] = [];
  for (const file of await listSourceFiles([`${dataFolder}/icd-10-cm/${version}`, ...poa])) {
    const { role, remark } = await icd10cm.recognise(file);
    if (role !== null) files.push({ file, role, remark });
  }
  return files;
}
