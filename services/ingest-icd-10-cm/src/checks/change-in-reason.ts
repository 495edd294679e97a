// A release that lost or gained a great part of its codes is more likely a wrong file than news.
import type { Finding } from '@codeset/terminology';
import type { ReleaseCodes } from '../release-codes.ts';

const rule = 'change-in-reason';

/** The greatest share of codes that come or go between two releases without a question. */
const share = 0.2;

/** Warnings when more than a fifth of the codes came or went since the previous held release. */
export function changeInReason(
  codes: ReleaseCodes,
  previous: ReleaseCodes,
  previousVersion: string,
): Finding[] {
  const gone = countMissing(previous, codes);
  const added = countMissing(codes, previous);
  const findings: Finding[] = [];
  const warn = (count: number, of: number, what: string) => {
    if (count <= of * share) return;
    const percent = Math.round((100 * count) / of);
    const message = `${count} of ${of} codes (${percent} %) are ${what} ${previousVersion}.`;
    findings.push({ severity: 'warning', rule, message, where: null });
  };
  warn(gone, previous.size, 'gone since');
  warn(added, codes.size, 'new since');
  return findings;
}

function countMissing(codes: ReleaseCodes, others: ReleaseCodes): number {
  let count = 0;
  for (const code of codes.keys()) if (!others.has(code)) count += 1;
  return count;
}
