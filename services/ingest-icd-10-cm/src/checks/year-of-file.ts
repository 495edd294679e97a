// What a file says of its own year, held against the version that the operator gave.
import type { Finding } from '@codeset/terminology';
import { fiscalYear } from '../release-name.ts';

/**
 * The `<version>` of an XML file holds the year only, the same for the update of the year. It is `0` or missing in
 * some editions and one year stale in another; any other year means a file of another release.
 */
export function xmlVersionAgrees(found: string | null, version: string, file: string): Finding[] {
  const rule = 'xml-version';
  const year = fiscalYear(version);
  const written = /^\d{4}/.exec(found ?? '')?.[0];
  if (written === String(year)) return [];
  if (found === null || written === undefined) {
    const what = found === null ? 'has no <version>' : `has “${found}” as its <version>`;
    return [
      { severity: 'info', rule, message: `The file ${what}: its year can't be compared.`, where: file },
    ];
  }
  const stale = Number(written) === year - 1;
  const message = `The file's <version> is ${found}, expected ${year}${stale ? '; one year back, as happens' : ''}.`;
  return [{ severity: stale ? 'warning' : 'error', rule, message, where: file }];
}

/** The order file that an addenda's footer names last, such as `icd10cm_order_2021jan.txt`, must be of the version's year. */
export function footerYearAgrees(named: string | null, version: string, where: string): Finding[] {
  const written = /(?:^|\D)(20\d{2})(?!\d)/.exec(named ?? '')?.[1];
  const year = fiscalYear(version);
  if (written === undefined || Number(written) === year) return [];
  const message = `The addenda lead to ${named}, a release of ${written}, expected one of ${year}.`;
  return [{ severity: 'error', rule: 'footer-year', message, where }];
}
