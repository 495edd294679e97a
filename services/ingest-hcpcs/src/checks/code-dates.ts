// The dates of each code: a code can't end before it begins, and one that is discontinued has an end.
import type { Finding } from '@codeset/terminology';
import { type MainRecord, onlyValue } from '../main-record.ts';

export function codeDatesAgree(records: readonly MainRecord[]): Finding[] {
  return records.flatMap((record): Finding[] => {
    const { code, place } = record;
    const added = onlyValue(record, 'dateAdded');
    const ended = onlyValue(record, 'terminationDate');
    const findings: Finding[] = [];
    if (added !== null && ended !== null && ended < added) {
      const message = `${code} was added on ${added} and terminated on ${ended}, before it.`;
      findings.push({ severity: 'error', rule: 'terminated-before-added', message, where: place });
    }
    if (ended === null && onlyValue(record, 'actionCode') === 'D') {
      const message = `${code} is discontinued by its action code and has no termination date.`;
      findings.push({ severity: 'warning', rule: 'discontinued-without-end', message, where: place });
    }
    return findings;
  });
}
