// The totals in an addenda's footer: against the release, against themselves, and against the addenda's own lines.
import type { AnnouncedTotals, Finding, ReconciledNumber, Reconciliation } from '@codeset/terminology';

const rule = 'addenda-totals';

/** Errors where the release has another number of rows; warnings where the footer doesn't add up. */
export function addendaTotalsAgree(
  { file, counts, lines }: Reconciliation,
  totals: readonly AnnouncedTotals[],
): Finding[] {
  return totals.flatMap((block): Finding[] => {
    const where = `${file}:${block.line}`;
    const what = block.of === 'header' ? 'headers' : 'codes';
    const warnings = [
      addsUp(block, what),
      ...lines
        .filter(({ of }) => of === block.of)
        .flatMap((line) => [
          listsAsStated(line, `${line.change}s of ${what}`),
          ...line.ofWhich.map((part) => listsAsStated(part, `revisions of ${what} (${titles[part.texts]})`)),
        ]),
    ].filter((message) => message !== null);
    return [
      ...counts
        .filter(({ of, side, agrees }) => of === block.of && side === 'to' && !agrees)
        .map(({ announced, held }): Finding => {
          const message = `The addenda lead to ${announced} ${what}, the release has ${held}.`;
          return { severity: 'error', rule, message, where };
        }),
      ...warnings.map((message): Finding => ({ severity: 'warning', rule, message, where })),
    ];
  });
}

/** The publisher's words for the texts that a revision changes. */
const titles = {
  both: 'both',
  displayOnly: 'long title only',
  designationsOnly: 'short title only',
} as const;

function addsUp({ from, to, additions, deletions }: AnnouncedTotals, what: string): string | null {
  if (from + additions - deletions === to) return null;
  return `The footer's ${what} don't add up: ${from} + ${additions} − ${deletions} is not ${to}.`;
}

function listsAsStated({ announced, listed }: ReconciledNumber, what: string): string | null {
  if (announced === null || announced === listed) return null;
  return `The footer states ${announced} ${what}, the file lists ${listed}.`;
}
