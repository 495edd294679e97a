// The totals in an addenda's footer: against the release, against themselves, and against the addenda's own lines.
import type { Finding } from '@codeset/terminology';
import type { Addenda, AddendaLine, FooterBlock } from '../addenda.ts';

const rule = 'addenda-totals';

/** Errors where the release has another number of rows; warnings where the footer doesn't add up. */
export function addendaTotalsAgree(
  addenda: Addenda,
  counts: { readonly selectable: number; readonly header: number },
): Finding[] {
  const { headers, codes } = addenda;
  return [
    ...blockAgrees(addenda, codes, { what: 'codes', flag: '1', rows: counts.selectable }),
    ...(headers ? blockAgrees(addenda, headers, { what: 'headers', flag: '0', rows: counts.header }) : []),
  ];
}

interface Side {
  readonly what: 'codes' | 'headers';
  readonly flag: '0' | '1';
  /** Rows of that flag in the release. */
  readonly rows: number;
}

function blockAgrees({ file, lines }: Addenda, block: FooterBlock, { what, flag, rows }: Side): Finding[] {
  const findings: Finding[] = [];
  const { from, to, additions, deletions, revisions, ofWhich } = block;
  const where = `${file}:${to.line}`;
  if (to.count !== rows) {
    const message = `The addenda lead to ${to.count} ${what}, the release has ${rows}.`;
    findings.push({ severity: 'error', rule, message, where });
  }
  const warn = (message: string) => findings.push({ severity: 'warning', rule, message, where });
  if (from.count + additions - deletions !== to.count) {
    warn(
      `The footer's ${what} don't add up: ${from.count} + ${additions} − ${deletions} is not ${to.count}.`,
    );
  }
  const own = lines.filter(({ headerFlag }) => headerFlag === flag);
  for (const [label, stated, word] of [
    ['Add', additions, 'additions'],
    ['Delete', deletions, 'deletions'],
    ['Revise to', revisions, 'revisions'],
  ] as const) {
    const counted = own.filter((line) => line.label === label).length;
    if (counted !== stated)
      warn(`The footer states ${stated} ${word} of ${what}, the file lists ${counted}.`);
  }
  if (ofWhich) {
    const counted = divide(own);
    for (const [part, stated] of Object.entries(ofWhich)) {
      const listed = counted[part] ?? 0;
      if (listed !== stated)
        warn(`The footer states ${stated} revisions of ${what} (${part}), the file lists ${listed}.`);
    }
  }
  return findings;
}

/** Revisions by the titles that they change. */
function divide(lines: readonly AddendaLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [at, to] of lines.entries()) {
    const from = lines[at - 1];
    if (to.label !== 'Revise to' || !from) continue;
    const long = from.longTitle !== to.longTitle;
    const short = from.shortTitle !== to.shortTitle;
    const part = long && short ? 'both' : long ? 'longOnly' : 'shortOnly';
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}
