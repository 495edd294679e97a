// The POA-exempt list must be of the release's year, name its codes, and have as many as its readme says.
import type { Finding } from '@codeset/terminology';
import { undotted } from '../code-form.ts';
import type { OrderRows } from '../order-rows.ts';
import type { PoaExemptList } from '../parse-poa-exempt.ts';
import type { PoaReadme } from '../parse-poa-readme.ts';
import { fiscalYear } from '../release-name.ts';

/** Warnings for codes that are not in the release or are headers. */
export function poaListHasKnownCodes(
  { rows }: PoaExemptList,
  { byCode }: OrderRows,
  file: string,
): Finding[] {
  return rows.flatMap(({ code, line }): Finding[] => {
    const row = byCode.get(undotted(code));
    if (row?.headerFlag === '1') return [];
    const message = row
      ? `${code} is listed as POA-exempt and is a header.`
      : `${code} is listed and not in the release.`;
    return [{ severity: 'warning', rule: 'poa-list-codes', message, where: `${file}:${line}` }];
  });
}

/** A list of another year is an error, unless it is one year back and all its codes are still there. */
export function poaListYear(
  list: PoaExemptList,
  allKnown: boolean,
  version: string,
  file: string,
): Finding[] {
  const rule = 'poa-list-year';
  const year = fiscalYear(version);
  if (list.year === year) return [];
  if (list.year === null) {
    const message = "The heading of the POA-exempt list names no year: it can't be compared.";
    return [{ severity: 'info', rule, message, where: file }];
  }
  const severity = list.year === year - 1 && allKnown ? 'warning' : 'error';
  const message = `The POA-exempt list is of ${list.year} by its heading, expected ${year}.`;
  return [{ severity, rule, message, where: file }];
}

/** A warning when the readme states another number of codes, or speaks of another year. */
export function poaListEqualsReadme(list: PoaExemptList, readme: PoaReadme, file: string): Finding[] {
  const rule = 'poa-list-readme';
  const findings: Finding[] = [];
  if (readme.count !== null && readme.count !== list.rows.length) {
    const message = `The list has ${list.rows.length} codes, its readme says ${readme.count}.`;
    findings.push({ severity: 'warning', rule, message, where: file });
  }
  if (readme.year !== null && list.year !== null && readme.year !== list.year) {
    const message = `The list is of ${list.year}, its readme of ${readme.year}.`;
    findings.push({ severity: 'warning', rule, message, where: file });
  }
  return findings;
}
