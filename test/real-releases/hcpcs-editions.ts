// The HCPCS editions at hand: where they are, and what is counted in them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hcpcs } from '@codeset/ingest-hcpcs';
import type { RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles } from '@codeset/source-files';

const dataFolder =
  process.env['CODESET_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Why the tests over real releases are skipped; null when they run. On CI they must run. */
export const skipReason =
  existsSync(`${dataFolder}/hcpcs`) || process.env['CI'] ? null : `no published files in ${dataFolder}/hcpcs`;

/** What an edition comes to, counted in its files apart from the parsers. */
export interface Edition {
  readonly version: string;
  readonly procedures: number;
  readonly modifiers: number;
  readonly sections: number;
  /** Codes with a termination date. */
  readonly terminated: number;
  readonly text: boolean;
}

const edition = (
  version: string,
  [procedures, modifiers, sections, terminated]: readonly [number, number, number, number],
  text: boolean,
): Edition => ({ version, procedures, modifiers, sections, terminated, text });

/** In the order of their effective dates; the first two come as text and workbook, the others as workbook alone. */
export const editions: readonly Edition[] = [
  edition('2017-01', [6_155, 343, 17, 530], true),
  edition('2018-01', [6_205, 354, 17, 466], true),
  edition('2020-04', [6_728, 369, 18, 616], false),
  edition('2020-07', [6_789, 369, 18, 625], false),
];

/** The files of an edition that take part in its load. */
export async function editionFiles(version: string): Promise<RecognisedFile[]> {
  const files: RecognisedFile[] = [];
  for (const file of await listSourceFiles([`${dataFolder}/hcpcs/${version}`])) {
    const { role, remark } = await hcpcs.recognise(file);
    if (role !== null) files.push({ file, role, remark });
  }
  return files;
}
