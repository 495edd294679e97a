// A release's reconciliations as a person reads them: the tables, every difference, and whether all is accounted for.
import type { ReleaseReconciliation } from '@codeset/ingestion';
import type {
  ReconciledCount,
  ReconciledDifference,
  ReconciledLine,
  Reconciliation,
} from '@codeset/terminology';
import { type ReleaseFacts, releaseLabel } from './comparison/release-facts.ts';
import { reconciliationText } from './reconciliation-text.ts';
import { tableText } from './table-text.ts';

/** What was found of one release. */
export interface ReleaseReconciled {
  readonly codeSystem: string;
  readonly release: ReleaseFacts;
  /** Names of the lists that cannot be reconciled, since they give no totals. */
  readonly withoutTotals: readonly string[];
  readonly reconciliations: readonly ReleaseReconciliation[];
}

/** A table and the differences of each list; what cannot be reconciled is said plainly. */
export function reconciledText({
  codeSystem,
  release,
  withoutTotals,
  reconciliations,
}: ReleaseReconciled): string {
  const name = `Release ${releaseLabel(release)} of ${codeSystem}`;
  const bare = withoutTotals.map(
    (file) => `${file} gives no totals, and so does not say which release it starts from: not reconciled.`,
  );
  if (reconciliations.length === 0 && bare.length === 0) {
    return `${name} came without a list of what its publisher changed: there is nothing to reconcile.`;
  }
  return [name, ...reconciliations.map(oneText), ...bare].join('\n\n');
}

function oneText(reconciliation: ReleaseReconciliation): string {
  const { against, differences } = reconciliation;
  const missing =
    against === null
      ? ['  Before and found are empty: no release is published that has as many codes as it starts from.']
      : [];
  const rows = differences.map(differenceRow);
  const table = rows.length === 0 ? [] : [tableText(rows)];
  const verdict = isAccountedFor(reconciliation)
    ? against === null
      ? 'What can be held against the release is accounted for.'
      : 'All of it is accounted for.'
    : 'Not all of it is accounted for.';
  return [reconciliationText(reconciliation), ...missing, ...table, `  ${verdict}`].join('\n');
}

const disagreements = {
  'not-announced': 'not announced',
  'not-found': 'not found',
  'texts-differ': 'texts differ',
} as const;

function differenceRow({ code, change, what, line, explanation, explained }: ReconciledDifference): string[] {
  const place = line === null ? '' : `line ${line}`;
  return [code, change, disagreements[what], place, explained ? 'explained' : 'unexplained', explanation];
}

/** Whether every difference is explained, and every number that differs has differences that explain it. */
export function isAccountedFor({ counts, lines, differences }: Reconciliation): boolean {
  if (differences.some(({ explained }) => !explained)) return false;
  const explains = (of: ReconciledLine['of'], changes: readonly string[]) =>
    differences.some(
      ({ selectable, change }) => selectable === (of === 'selectable') && changes.includes(change),
    );
  const byNumber = ({ of, agrees }: ReconciledCount) => agrees || explains(of, ['addition', 'deletion']);
  const byLine = ({ of, change, agrees, ofWhich }: ReconciledLine) =>
    (agrees && ofWhich.every((part) => part.agrees)) || explains(of, [change]);
  return counts.every(byNumber) && lines.every(byLine);
}
