// The form the addenda had in 2014: lines marked O (old), N (new), D (deleted), A (added), then totals.
import { decodedLines, type TextLine } from '@codeset/source-files';
import type { Addenda, AddendaLabel, AddendaLine, FooterBlock } from './addenda.ts';
import { LineProblems } from '@codeset/ingestion/refusals';
import { checkCode, checkPairs } from './parse-addenda-lines.ts';

const marks: Readonly<Record<string, AddendaLabel>> = {
  A: 'Add',
  D: 'Delete',
  O: 'Revise from',
  N: 'Revise to',
};

/** Mark in column 1, code in 3-9, long title from 11; billable codes only. Throws CodesetError FILE_REFUSED. */
export function parseDiff2014(bytes: Buffer, file: string): Addenda {
  const problems = new LineProblems(file);
  const lines: AddendaLine[] = [];
  const counts = new Map<string, { line: number; count: number }>();
  for (const line of decodedLines(bytes, file)) {
    if (line.text.trim() === '') continue;
    const total = /^\s*(\d+) (\S+)\s*$/.exec(line.text);
    if (total) counts.set(total[2] ?? '', { line: line.number, count: Number(total[1]) });
    else readLine(line, lines, problems);
  }
  checkPairs(lines, problems);
  const codes = totals(counts, problems);
  problems.throwIfAny();
  return { file, lines, headers: null, codes };
}

function readLine(line: TextLine, lines: AddendaLine[], problems: LineProblems): void {
  const label = marks[line.text[0] ?? ''];
  if (label === undefined || line.text[1] !== ' ') {
    problems.add({
      line: line.number,
      columns: [1, 2],
      found: line.text.slice(0, 2),
      expected: 'A, D, O or N and a blank',
    });
    return;
  }
  const code = line.text.slice(2, 9).trimEnd().replaceAll('x', 'X');
  if (!checkCode(code, line, [3, 9], problems)) return;
  const longTitle = line.text.slice(10).trimEnd();
  lines.push({ line: line.number, label, headerFlag: '1', code, shortTitle: null, longTitle });
}

function totals(
  counts: ReadonlyMap<string, { line: number; count: number }>,
  problems: LineProblems,
): FooterBlock {
  const read = (word: string) => {
    const total = counts.get(word);
    if (!total) {
      problems.add({
        line: 1,
        columns: null,
        found: `no total of ${word}`,
        expected: 'one at the end of the file',
      });
    }
    return { line: total?.line ?? 0, count: total?.count ?? 0, file: null };
  };
  return {
    from: read('old_lines_read'),
    to: read('new_lines_read'),
    additions: read('additions').count,
    deletions: read('deletions').count,
    revisions: read('changes').count,
    ofWhich: null,
  };
}
