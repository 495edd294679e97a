// The footer of the addenda files: the blocks “Headers” and “Codes” with the totals of both sides.
import type { TextLine } from '@codeset/source-files';
import type { FooterBlock, FooterTotal } from './addenda.ts';
import type { LineProblems } from '@codeset/ingestion/refusals';

/** Which block a line opens, or null. */
export function footerHeading(text: string): 'headers' | 'codes' | null {
  const word = text.trim();
  if (word === 'Headers') return 'headers';
  return word === 'Codes' ? 'codes' : null;
}

/** True for a line that can only stand in a footer. */
export function isFooterLine(text: string): boolean {
  return text.trim() === 'of which' || /^\s*\d+ \S/.test(text);
}

/** Reads one block; a problem is noted and null given when a total is missing or a line is of no known form. */
export function parseFooterBlock(lines: readonly TextLine[], problems: LineProblems): FooterBlock | null {
  const totals: FooterTotal[] = [];
  const counts = new Map<string, number>();
  for (const { number, text } of lines) {
    if (text.trim() === '' || text.trim() === 'of which') continue;
    const match = /^\s*(\d+) (.*\S)\s*$/.exec(text);
    if (!match) {
      problems.add({ line: number, columns: null, found: text, expected: 'a number and what it counts' });
      continue;
    }
    const count = Number(match[1]);
    const what = match[2] ?? '';
    const total = /^(?:headers|codes) in (\S+)$/.exec(what);
    if (total) totals.push({ line: number, count, file: total[1] ?? null });
    else counts.set(what, count);
  }
  return assemble(totals, counts, lines[0]?.number ?? 0, problems);
}

function assemble(
  totals: readonly FooterTotal[],
  counts: ReadonlyMap<string, number>,
  line: number,
  problems: LineProblems,
): FooterBlock | null {
  const [from, to] = totals;
  const additions = counts.get('additions');
  const deletions = counts.get('deletions');
  const revisions = counts.get('revisions');
  if (!from || !to || additions === undefined || deletions === undefined || revisions === undefined) {
    problems.add({
      line,
      columns: null,
      found: 'a block of totals in which something is missing',
      expected: 'the totals of both order files, and the numbers of additions, deletions and revisions',
    });
    return null;
  }
  return { from, to, additions, deletions, revisions, ofWhich: division(counts) };
}

function division(counts: ReadonlyMap<string, number>): FooterBlock['ofWhich'] {
  const both = counts.get('revisions to both long and short titles');
  const longOnly = counts.get('revisions to long title only');
  const shortOnly = counts.get('revisions to short title only');
  if (both === undefined || longOnly === undefined || shortOnly === undefined) return null;
  return { both, longOnly, shortOnly };
}
