// Cross-references should lead to a code of the release; CPT codes, of five digits, are not in it by agreement.
import type { Finding } from '@codeset/terminology';
import type { MainRecord } from '../main-record.ts';

/** A warning each; one info with the number of CPT codes. */
export function crossReferencesLead(records: readonly MainRecord[]): Finding[] {
  const codes = new Set(records.map(({ code }) => code));
  const findings: Finding[] = [];
  let cpt = 0;
  for (const { code, place, values } of records) {
    for (const reference of values.crossReference) {
      if (codes.has(reference)) continue;
      if (/^\d{4}[0-9A-Z]$/.test(reference)) cpt += 1;
      else {
        const message = `${code} refers to ${reference}, which is not in the release.`;
        findings.push({ severity: 'warning', rule: 'cross-reference-missing', message, where: place });
      }
    }
  }
  if (cpt > 0) {
    const message = `Cross-references to CPT codes, which this code system does not hold: ${cpt}.`;
    findings.push({ severity: 'info', rule: 'cross-reference-to-cpt', message, where: null });
  }
  return findings;
}
