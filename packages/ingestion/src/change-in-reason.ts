// A release that lost or gained a great part of its codes is more likely a wrong file than news.
import type { ChangeSummary } from '@codeset/database/load';
import type { Finding } from '@codeset/terminology';

/** The greatest share of codes that come or go between two releases without a question. */
const share = 0.2;

/** Warnings when more than a fifth of the codes came or went since the published release before. */
export function changeInReason(changes: ChangeSummary, codesBefore: number, codesNow: number): Finding[] {
  const findings: Finding[] = [];
  const warn = (count: number, of: number, what: string) => {
    if (count <= of * share) return;
    const percent = Math.round((100 * count) / of);
    const message = `${count} of ${of} codes (${percent} %) are ${what} ${changes.against}.`;
    findings.push({ severity: 'warning', rule: 'change-in-reason', message, where: null });
  };
  warn(changes.removed, codesBefore, 'gone since');
  warn(changes.added, codesNow, 'new since');
  return findings;
}
