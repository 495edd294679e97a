// A text before and after as one line of Markdown: ~~what went~~ **what came**.
import { diffOfWords } from '@codeset/comparison';
import { oneLine, plain } from './markdown-text.ts';

/** What is said of texts in which no word differs. */
export const spacingOnly = '(spacing only)';

/**
 * Marks whole words, blanks outside: Markdown takes `**,**` behind a letter for stars. Texts that differ in spacing
 * alone have nothing to mark, and say so.
 */
export function markedWords(before: string | null, after: string | null): string {
  if (before === null) return `**${plain(after ?? '')}**`;
  if (after === null) return `~~${plain(before)}~~`;
  if (oneLine(before) === oneLine(after)) return `${plain(after)} ${spacingOnly}`;
  return chunksOf(oneLine(before), oneLine(after)).map(marked).join(' ');
}

/** Words that belong together: the same in both texts, or what stands in place of what. */
interface Chunk {
  readonly old: string;
  readonly now: string;
  /** Signs at the end of both that need no mark. */
  readonly tail: string;
}

function marked({ old, now, tail }: Chunk): string {
  if (old === now) return plain(now + tail);
  return [old && `~~${plain(old)}~~`, now && `**${plain(now)}**`].filter(Boolean).join(' ') + plain(tail);
}

/** Cut where a blank is in both texts; neighbours that differ become one, `~~a b~~ **c d**`. */
function chunksOf(before: string, after: string): Chunk[] {
  const chunks: Chunk[] = [];
  let [old, now] = ['', ''];
  const close = () => {
    for (const chunk of cutChunk(old.trim(), now.trim())) {
      const last = chunks.at(-1);
      const alike = last && (last.old === last.now) === (chunk.old === chunk.now);
      if (alike) chunks.splice(-1, 1, joined(last, chunk));
      else chunks.push(chunk);
    }
    [old, now] = ['', ''];
  };
  for (const { change, text } of diffOfWords(before, after)) {
    for (const piece of text.split(/( )/)) {
      if (change === 'same' && piece === ' ') close();
      if (change !== 'added') old += piece;
      if (change !== 'removed') now += piece;
    }
  }
  close();
  return chunks;
}

/** A chunk reaches from blank to blank: its first and last words, and the signs behind it, may be the same after all. */
function cutChunk(old: string, now: string): Chunk[] {
  if (old === now) return old === '' ? [] : [{ old, now, tail: '' }];
  const tail = commonSigns(old, now);
  const [left, came] = [wordsBefore(old, tail), wordsBefore(now, tail)];
  const shorter = Math.min(left.length, came.length);
  let [start, end] = [0, 0];
  while (start < shorter && left[start] === came[start]) start += 1;
  while (end < shorter - start && left.at(-1 - end) === came.at(-1 - end)) end += 1;
  const between = (words: string[], from: number, to: number) => words.slice(from, to).join(' ');
  const same = (text: string): Chunk => ({ old: text, now: text, tail: '' });
  const chunks = [
    same(between(came, 0, start)),
    { old: between(left, start, left.length - end), now: between(came, start, came.length - end), tail: '' },
    same(between(came, came.length - end, came.length)),
  ].filter((chunk) => chunk.old !== '' || chunk.now !== '');
  return chunks.map((chunk, i) => (i === chunks.length - 1 ? { ...chunk, tail } : chunk));
}

/** Closing signs that both end with; `.5` is not one of them. */
function commonSigns(old: string, now: string): string {
  const signs = /[\])}.,;:!?]*$/.exec(old)?.[0] ?? '';
  const starts = Array.from({ length: signs.length + 1 }, (_none, i) => signs.slice(i));
  return starts.find((tail) => now.endsWith(tail)) ?? '';
}

function joined(last: Chunk, next: Chunk): Chunk {
  const join = (left: string, right: string) => [left + last.tail, right].filter(Boolean).join(' ');
  return { old: join(last.old, next.old), now: join(last.now, next.now), tail: next.tail };
}

function wordsBefore(text: string, tail: string): string[] {
  return text
    .slice(0, text.length - tail.length)
    .split(' ')
    .filter(Boolean);
}
