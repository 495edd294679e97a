// The not-otherwise-classified list should name codes of the release, with the same dates and descriptions.
import type { Finding } from '@codeset/terminology';
import { listCodes } from '../list-codes.ts';
import { type MainRecord, onlyValue } from '../main-record.ts';
import type { NocCode, NocList } from '../noc-list.ts';

/** One warning for codes that the release lacks, one for dental codes, one for each code that is described otherwise. */
export function nocListAgrees(records: readonly MainRecord[], list: NocList): Finding[] {
  const byCode = new Map(records.map((record) => [record.code, record]));
  const lacking = list.codes.filter(({ code }) => !byCode.has(code)).map(({ code }) => code);
  const dental = lacking.filter((code) => code.startsWith('D'));
  return [
    ...notThere(
      lacking.filter((code) => !code.startsWith('D')),
      'warning',
      'which the release lacks',
      list,
    ),
    ...notThere(dental, 'info', 'dental ones of CDT, which the main file never has', list),
    ...list.codes.flatMap((listed) => describedOtherwise(listed, byCode.get(listed.code))),
  ];
}

function notThere(
  codes: readonly string[],
  severity: 'warning' | 'info',
  what: string,
  { file }: NocList,
): Finding[] {
  if (codes.length === 0) return [];
  const message = `The list has codes (${codes.length}), ${what}: ${listCodes(codes)}.`;
  return [{ severity, rule: 'noc-list-codes', message, where: file }];
}

function describedOtherwise(listed: NocCode, record: MainRecord | undefined): Finding[] {
  if (!record) return [];
  const pairs: [string, string | null, string][] = [
    ['description', listed.description, record.longDescription],
    ['date added', listed.dateAdded, (onlyValue(record, 'dateAdded') ?? '').replaceAll('-', '')],
    [
      'termination date',
      listed.terminationDate,
      (onlyValue(record, 'terminationDate') ?? '').replaceAll('-', ''),
    ],
  ];
  return pairs
    .filter(([, there, here]) => there !== null && there !== here)
    .map(([title, there, here]) => ({
      severity: 'info',
      rule: 'noc-list-differs',
      message: `The ${title} of ${listed.code} is “${there}” in the list, “${here}” in the main file.`,
      where: listed.place,
    }));
}
