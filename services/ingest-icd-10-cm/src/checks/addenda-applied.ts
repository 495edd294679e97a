// The addenda applied to the release that they start from must give this one; what they keep silent about is listed.
import type { AnnouncedTotals, Finding, ReconciledDifference, Reconciliation } from '@codeset/terminology';
import { wrongInRelease } from './addenda-lines.ts';
import { titleChanges } from './title-changes.ts';

const rule = 'addenda-applied';

/** Says that the base is not held, so that nothing was applied. */
export function baseNotHeld(file: string, totals: readonly AnnouncedTotals[]): Finding {
  const sides = totals.map(({ of, from }) => `${from} ${of === 'header' ? 'headers' : 'codes'}`);
  const named = totals[0]?.fromFile ?? null;
  const told = named === null ? '' : ` (${named})`;
  const message = `The release that the addenda start from, with ${sides.join(' and ')}${told}, is not held: they were not applied.`;
  return { severity: 'info', rule, message, where: file };
}

/**
 * Errors for codes and flags that don't come out as in the release; warnings for titles changed in silence, and for
 * lines that don't fit the release that the addenda start from.
 */
export function addendaAppliedGive(reconciliation: Reconciliation, baseVersion: string): Finding[] {
  const { file, differences } = reconciliation;
  const silent = { addition: new Set<string>(), deletion: new Set<string>(), revision: new Set<string>() };
  for (const { what, change, code } of differences) if (what === 'not-announced') silent[change].add(code);
  const findings: Finding[] = [];
  for (const difference of differences) {
    const told = difference.announced
      ? wrongInBase(difference)
      : inSilence(difference, reconciliation, silent);
    for (const [severity, message] of told) {
      const where = difference.line === null ? file : `${file}:${difference.line}`;
      findings.push({
        severity,
        rule,
        message: `${message} (addenda applied to ${baseVersion})`,
        where,
      });
    }
  }
  return findings;
}

type Told = readonly [Finding['severity'], string];

/** What the addenda are silent about; a flag that changes is told once, with the addition. */
function inSilence(
  { change, code, before, after }: ReconciledDifference,
  { scope }: Reconciliation,
  silent: Readonly<Record<'addition' | 'deletion', ReadonlySet<string>>>,
): Told[] {
  switch (change) {
    case 'revision':
      return titleChanges(before, after).map(({ name, before: from, after: to }) => [
        'warning',
        `The ${name} of ${code} changed in silence from “${from}” to “${to}”.`,
      ]);
    case 'addition': {
      const flagOnly = silent.deletion.has(code);
      return [
        [
          'error',
          `${code} ${flagOnly ? 'changed its flag in silence' : 'is new in the release, without an Add'}.`,
        ],
      ];
    }
    case 'deletion': {
      if (!after) return [['error', `${code} is gone from the release, without a Delete.`]];
      if (silent.addition.has(code)) return [];
      const message = `${code} has another flag in the release, without a Delete.`;
      return [[scope === 'all' ? 'warning' : 'error', message]];
    }
    default:
      return change satisfies never;
  }
}

/** What does not fit the release that the addenda start from, where the line fits the release that they lead to. */
function wrongInBase(difference: ReconciledDifference): Told[] {
  if (wrongInRelease(difference) !== null) return [];
  const { what, change, code, explanation, announced, before } = difference;
  if (what === 'not-found') return [['warning', `${code} stands in the addenda (${change}). ${explanation}`]];
  return titleChanges(announced?.before ?? null, before).map(({ name, before: addenda, after: held }) => [
    'warning',
    `${code} had the ${name} “${addenda}” by the addenda, “${held}” in the release that they start from.`,
  ]);
}
