// A carried list as a person reads it in a terminal: the summary, what is to be decided, the way.
import type { CarriedCode, CarriedSummary } from '@codeset/comparison';
import { formats } from '../comparison/asked-comparison.ts';
import { forceOf, releaseLabel } from '../comparison/release-facts.ts';
import { tableText } from '../table-text.ts';
import { listWords, statusNames, summaryInAll, toDecide } from './carried-words.ts';
import type { Carried } from './read-carried.ts';

/** Decisions that are shown one by one. */
const decisionsShown = 50;

/** Summary, decisions, releases on the way. */
export function carriedText(carried: Carried): string {
  const { definition, list, from, to, through } = carried;
  const { toDecide: open, codes } = summaryInAll(carried);
  const head = [
    `${codes === 1 ? '1 code' : `${codes} codes`} of ${definition.id} carried from ${releaseLabel(from)}, ${forceOf(from)}, to ${releaseLabel(to)}, ${forceOf(to)}`,
    ...listWords(list),
  ];
  return [
    head.join('\n'),
    tableText(summaryRows(carried)),
    ...(open === 0 ? ['Nobody must decide anything.'] : [decisionsText(carried)]),
    `Through ${through.map(releaseLabel).join(', ')}`,
    `Every code, with its way and who says so: --format ${formats.join(', ')}, or --json; the codes to go on with: --new-list FILE.`,
  ].join('\n\n');
}

function summaryRows(carried: Carried): string[][] {
  const inAll = summaryInAll(carried);
  const counted = inAll.volume !== null;
  const row = (name: string, numbers: Omit<CarriedSummary, 'status'>, meaning: string) => [
    name,
    String(numbers.codes),
    ...(counted ? [String(numbers.volume)] : []),
    String(numbers.toDecide),
    ...(counted ? [String(numbers.volumeToDecide)] : []),
    meaning,
  ];
  return [
    ['', 'codes', ...(counted ? ['volume'] : []), 'to decide', ...(counted ? ['volume to decide'] : []), ''],
    ...carried.summary.map((line) => row(line.status, line, statusNames[line.status])),
    row('in all', inAll, ''),
  ];
}

function decisionsText(carried: Carried): string {
  const open = toDecide(carried);
  const order = carried.list.columns.count ? ', the largest volume first' : '';
  const rest = open.length - decisionsShown;
  return [
    `To be decided by a person${order}`,
    ...open.slice(0, decisionsShown).flatMap(decisionLines),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
}

function decisionLines({ asked, origin, count, status, into, decisions }: CarriedCode): string[] {
  const name = origin ? `${origin.code} ${origin.display}` : asked;
  const volume = count === null ? '' : ` (${count})`;
  return [
    `  ${name}${volume}: ${status}`,
    ...decisions.map((sentence) => `    ${sentence}`),
    ...into.map(({ code, display }) => `    → ${code} ${display}`),
  ];
}
