// The codes file must be the billable rows of the order file, in the same order and with the same long titles.
import type { Finding } from '@codeset/terminology';
import { dotted } from '../code-form.ts';
import type { CodesFileLine } from '../parse-codes-file.ts';
import type { ReleaseCodes } from '../release-codes.ts';

const rule = 'order-equals-codes-file';

/** Errors for codes on one side only, other titles, and the first place where the order differs. */
export function orderEqualsCodesFile(
  codes: ReleaseCodes,
  lines: Iterable<CodesFileLine>,
  file: string,
): Finding[] {
  const findings: Finding[] = [];
  const add = (message: string, where: string) => findings.push({ severity: 'error', rule, message, where });
  const billable = [...codes].filter(([, { selectable }]) => selectable).map(([code]) => code);
  const seen = new Set<string>();
  let ordered = true;
  for (const { line, code, longTitle } of lines) {
    const where = `${file}:${line}`;
    const row = codes.get(code);
    if (seen.has(code)) add(`${dotted(code)} stands twice in the codes file.`, where);
    else if (!row?.selectable)
      add(`${dotted(code)} is in the codes file and not billable in the order file.`, where);
    else if (row.longTitle !== longTitle) {
      add(
        `${dotted(code)} is “${longTitle}” in the codes file, “${row.longTitle}” in the order file.`,
        where,
      );
    } else if (ordered && billable[seen.size] !== code) {
      ordered = false;
      add(
        `${dotted(code)} stands where the order file has ${dotted(billable[seen.size] ?? 'no more codes')}.`,
        where,
      );
    }
    seen.add(code);
  }
  for (const code of billable) {
    if (!seen.has(code))
      add(`${dotted(code)} is billable in the order file and not in the codes file.`, file);
  }
  return findings;
}
