// The questions of `pnpm bench search` with their right answers: drawn from a release's indexes, and written by hand.
import { readFileSync } from 'node:fs';
import type { IndexLineRow } from '@codeset/database/read';
import type { IndexHeading } from '@codeset/terminology';

/** A question; any of the codes is a right answer. */
export interface Query {
  /** Which list of questions it belongs to. */
  readonly sort: string;
  readonly text: string;
  readonly right: readonly RightCode[];
}

export interface RightCode {
  readonly code: string;
  /** Whether codes below it are right as well: the index says `-` behind it. */
  readonly below: boolean;
}

/** Our own list, see its head. */
export function handQueries(): Query[] {
  const file = new URL('./search-hand-queries.tsv', import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [sort = '', text = '', codes = ''] = line.split('\t');
    if (line.startsWith('#') || codes === '') return [];
    const right = codes.split(' ').map((code) => ({ code: code.replace(/-$/, ''), below: /-$/.test(code) }));
    return [{ sort, text, right }];
  });
}

/** What questions are drawn from. */
export interface DrawnFrom {
  readonly lines: readonly IndexLineRow[];
  readonly headings: readonly IndexHeading[];
  /** Codes of the release: a line that leads elsewhere asks nothing. */
  readonly isCode: (code: string) => boolean;
  /** A number from 0 to under 1, the same row of them in each run. */
  readonly random: () => number;
}

/** So many different questions of each index. */
export function indexQueries(from: DrawnFrom, ofEach: number): Query[] {
  const lines = new Map(from.lines.map((line) => [line.position, line]));
  return [...new Set(from.lines.map(({ kind }) => kind))].flatMap((kind) => {
    const right = rightAnswers(from, lines, kind);
    const texts = [...right.keys()];
    const drawn = new Map<string, Query>();
    while (drawn.size < Math.min(ofEach, texts.length)) {
      const words = texts[Math.floor(from.random() * texts.length)] ?? '';
      const terms = words.split('|');
      const text = (from.random() < 0.5 ? terms : terms.reverse()).join(' '); // main term first or last
      if (!drawn.has(words)) drawn.set(words, { sort: kind, text, right: right.get(words) ?? [] });
    }
    return [...drawn.values()];
  });
}

/** The questions that an index answers: the terms of a line divided by bars, and where all lines of these terms lead. */
function rightAnswers(
  { headings, isCode, lines: all }: DrawnFrom,
  lines: ReadonlyMap<number, IndexLineRow>,
  kind: string,
): Map<string, RightCode[]> {
  const columns = headings.find((heading) => heading.kind === kind)?.columns ?? [];
  const right = new Map<string, RightCode[]>();
  for (const line of all) {
    if (line.kind !== kind) continue;
    for (const { kind: of, code, below, column } of line.references) {
      if (code === null || of === 'see' || of === 'seeAlso' || !isCode(code)) continue;
      const title = columns.find((one) => one.column === column)?.title;
      const terms = [...pathOf(line, lines), ...(title === undefined ? [] : [title])];
      const words = terms.map(typed).join('|');
      right.set(words, [...(right.get(words) ?? []), { code, below }]);
    }
  }
  return right;
}

function pathOf(line: IndexLineRow, lines: ReadonlyMap<number, IndexLineRow>): string[] {
  const above = line.parent === null ? undefined : lines.get(line.parent);
  return above ? [...pathOf(above, lines), line.term] : [line.term];
}

/** As a person types it: without capitals and brackets, and of several names of one root (`Attack, attacks`) the first. */
function typed(term: string): string {
  const plain = term.toLowerCase().replace(/\(.*?\)|\[.*?\]/g, ' ');
  const [first = '', ...others] = plain.split(',').map((name) => name.trim());
  const sameRoot = others.every((name) => name.startsWith(first.slice(0, 4)));
  return (sameRoot ? first : plain.replaceAll(',', ' ')).replace(/\s+/g, ' ').trim();
}
