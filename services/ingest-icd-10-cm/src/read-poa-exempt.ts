// The POA-exempt list of a release, where given, with its checks.
import type { RecognisedFile } from '@codeset/ingestion';
import type { Finding } from '@codeset/terminology';
import { poaListEqualsReadme, poaListHasKnownCodes, poaListYear } from './checks/poa-list.ts';
import type { OrderRows } from './order-rows.ts';
import { parsePoaExempt } from './parse-poa-exempt.ts';
import { parsePoaReadme } from './parse-poa-readme.ts';
import type { PoaExemptCodes } from './poa-exempt-codes.ts';

export interface PoaExempt {
  /** Null when the release came without the list. */
  readonly codes: PoaExemptCodes;
  readonly sourceRecords: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

/** Reads the list and its readme; throws as the parsers do. */
export async function readPoaExempt(
  files: readonly RecognisedFile[],
  order: OrderRows,
  version: string,
): Promise<PoaExempt> {
  const file = files.find(({ role }) => role === 'poa-exempt-list')?.file;
  if (!file) return { codes: null, sourceRecords: {}, findings: [] };
  const list = parsePoaExempt(await file.read(), file.name);
  const unknown = poaListHasKnownCodes(list, order, file.name);
  const readme = files.find(({ role }) => role === 'poa-exempt-readme')?.file;
  return {
    codes: new Set(list.rows.map(({ code }) => code)),
    sourceRecords: { 'POA-exempt list lines': list.rows.length },
    findings: [
      ...unknown,
      ...poaListYear(list, unknown.length === 0, version, file.name),
      ...(readme
        ? poaListEqualsReadme(list, parsePoaReadme(await readme.read(), readme.name), file.name)
        : []),
    ],
  };
}
