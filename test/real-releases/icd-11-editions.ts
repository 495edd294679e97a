// The ICD-11 MMS editions at hand: where they are, and what is known of them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { icd11 } from '@codeset/ingest-icd-11';
import type { RecognisedFile } from '@codeset/ingestion';
import { listSourceFiles } from '@codeset/source-files';
import type { NormalizedRelease } from '@codeset/terminology';

/** The folder of the published files. */
export const dataFolder =
  process.env['CODESET_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Why the tests over real releases are skipped; null when they run. On CI they must run. */
export const skipReason =
  existsSync(`${dataFolder}/icd-11-mms`) || process.env['CI'] ? null : `no published files in ${dataFolder}`;

/** An edition with the figures of the manifest. */
export interface Edition {
  readonly version: string;
  readonly rows: number;
  readonly codes: number;
  readonly parts: readonly string[];
  /** What normalizing says of it: severity, rule, message. */
  readonly findings: readonly string[];
}

/** In the order of their effective dates. */
export const editions: readonly Edition[] = [
  {
    version: '2018-12',
    rows: 32_935,
    codes: 31_632,
    parts: ['tabulation', 'post-coordination'],
    findings: [
      'info odd-characters 45 titles hold no-break spaces, kept as published.',
      'info odd-characters 1 titles hold zero-width spaces, kept as published.',
    ],
  },
  {
    version: '2024-01',
    rows: 36_044,
    codes: 34_663,
    parts: ['tabulation', 'primary-tabulation', 'groupings', 'translations'],
    findings: [
      'info odd-characters 63 titles hold no-break spaces, kept as published.',
      'info odd-characters 2 titles hold zero-width spaces, kept as published.',
      'info titles-missing 144 of 36044 rows have no title in es.',
    ],
  },
  {
    version: 'draft-2024-01-11',
    rows: 36_753,
    codes: 35_309,
    parts: ['tabulation', 'primary-tabulation', 'groupings', 'editing'],
    findings: [
      'info no-code-assigned The category 358980461 has no code; it cannot be coded with.',
      'info odd-characters 63 titles hold no-break spaces, kept as published.',
      'info odd-characters 2 titles hold zero-width spaces, kept as published.',
    ],
  },
];

/** The files of an edition that take part in its load; those of the given roles alone where there are any. */
export async function editionFiles(version: string, ...roles: readonly string[]): Promise<RecognisedFile[]> {
  const recognised = recognisedOnce.get(version) ?? recogniseEdition(version);
  recognisedOnce.set(version, recognised);
  return (await recognised).filter(({ role }) => roles.length === 0 || roles.includes(role));
}

/** A workbook takes a second to be recognised, and the tests ask for the same files again and again. */
const recognisedOnce = new Map<string, Promise<RecognisedFile[]>>();

async function recogniseEdition(version: string): Promise<RecognisedFile[]> {
  const files: RecognisedFile[] = [];
  for (const file of await listSourceFiles([`${dataFolder}/icd-11-mms/${version}`])) {
    const { role, remark } = await icd11.recognise(file);
    if (role !== null) files.push({ file, role, remark });
  }
  return files;
}

/** An edition in our words. */
export async function normalizedEdition(
  version: string,
  ...roles: readonly string[]
): Promise<NormalizedRelease> {
  const files = await editionFiles(version, ...roles);
  return await icd11.normalize(files, icd11.releaseName(version), () => undefined);
}
