// Each line of an addenda, held against the release that it leads to.
import type { Finding, ReconciledDifference, Reconciliation } from '@codeset/terminology';
import { titleChanges } from './title-changes.ts';

const rule = 'addenda-lines';

/** What is added or revised must be there, with its flag and titles; what is deleted must be gone, or flagged otherwise. */
export function addendaLinesAgree({ file, differences }: Reconciliation): Finding[] {
  return differences.flatMap((difference): Finding[] => {
    if (difference.announced === null) return [];
    const where = `${file}:${difference.line}`;
    const wrong = wrongInRelease(difference);
    if (wrong !== null) return [{ severity: 'error', rule, message: wrong, where }];
    return otherTitles(difference).map((message) => ({ severity: 'warning', rule, message, where }));
  });
}

/** Null where the release is as the line says. */
export function wrongInRelease({ change, code, selectable, after }: ReconciledDifference): string | null {
  const flag = selectable ? 1 : 0;
  if (change === 'deletion') {
    if (after?.selectable !== selectable) return null;
    return `${code} is deleted by the addenda and still in the release with the flag ${flag}.`;
  }
  if (after?.selectable === selectable) return null;
  const label = change === 'addition' ? 'Add' : 'Revise';
  const found = after ? 'has another flag in the release' : 'is not in the release';
  return `${code} stands in the addenda (${label}) with the flag ${flag} and ${found}.`;
}

function otherTitles({ code, announced, after }: ReconciledDifference): string[] {
  return titleChanges(announced?.after ?? null, after).map(
    ({ name, before: addenda, after: release }) =>
      `${code} has the ${name} “${addenda}” in the addenda, “${release}” in the release.`,
  );
}
