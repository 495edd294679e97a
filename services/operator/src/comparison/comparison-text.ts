// A comparison's totals as a person reads them in a terminal.
import { tableText } from '../table-text.ts';
import { formats } from './asked-comparison.ts';
import { askedWords, changedInAll, kindNames, namedTotals, notCompared } from './comparison-words.ts';
import type { Comparison } from './read-comparison.ts';
import { forceOf, releaseLabel } from './release-facts.ts';

/** Totals by kind, of codes, by chapter, and what was not compared; empty sections are left out. */
export function comparisonText(comparison: Comparison): string {
  const { definition, from, to, asked, totals } = comparison;
  const only = askedWords(asked);
  const head = [
    `Changes of ${definition.id} from ${releaseLabel(from)}, ${forceOf(from)}, to ${releaseLabel(to)}, ${forceOf(to)}`,
    ...(only.length === 0 ? [] : [`Only: ${only.join('; ')}`]),
    changedInAll(comparison),
  ];
  const counted =
    totals.concepts === 0 ? [] : [kindsText(comparison), codesText(comparison), chaptersText(comparison)];
  const last =
    totals.concepts === 0
      ? []
      : [`One by one: --format ${formats.join(', ')}, or --json; --help has the filters.`];
  return [head.join('\n'), ...counted, notComparedText(comparison), ...last].filter(Boolean).join('\n\n');
}

function kindsText({ totals }: Comparison): string {
  const rows = totals.kinds
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => [kind, String(count), kindNames[kind]]);
  return `Kinds of change; a concept can have several\n${tableText(rows)}`;
}

function codesText({ totals }: Comparison): string {
  const rows = namedTotals(totals).map(({ name, count, part }) => [part ? `  ${name}` : name, String(count)]);
  return `Codes\n${tableText(rows)}`;
}

function chaptersText({ totals: { chapters } }: Comparison): string {
  if (chapters.every(({ chapter }) => chapter === null)) return '';
  const rows = chapters.map(({ chapter, concepts, kinds }) => [
    chapter ? (chapter.code ?? '') : 'not known',
    String(concepts),
    kinds.map(({ kind, count }) => `${kind} ${count}`).join(', '),
    chapter?.display ?? '',
  ]);
  return `By chapter\n${tableText(rows)}`;
}

function notComparedText(comparison: Comparison): string {
  const sentences = notCompared(comparison);
  return sentences.length === 0 ? '' : `Not compared\n${sentences.map((line) => `  ${line}`).join('\n')}`;
}
