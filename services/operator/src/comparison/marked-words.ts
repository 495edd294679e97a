// A text before and after as one line of Markdown: ~~what went~~ **what came**.
import { diffOfWords } from '@codeset/comparison';
import { oneLine, plain } from './markdown-text.ts';

/**
 * Marks whole words, blanks outside: Markdown takes `**,**` behind a letter for stars. Texts that differ in spacing
 * alone have nothing to mark, and say so.
 */
export function markedWords(before: string | null, after: string | null): string {
  if (before === null) return `**${plain(after ?? '')}**`;
  if (after === null) return `~~${plain(before)}~~`;
  if (oneLine(before) === oneLine(after)) return `${plain(after)} (spacing only)`;
  const runs = chunksOf(before, after).map(({ old, now }) => {
    if (old === now) return plain(now);
    return [old && `~~${plain(old)}~~`, now && `**${plain(now)}**`].filter(Boolean).join(' ');
  });
  return runs.join(' ');
}

/** Words that belong together: the same in both texts, or what stands in place of what. */
interface Chunk {
  readonly old: string;
  readonly now: string;
}

function chunksOf(before: string, after: string): Chunk[] {
  const chunks: Chunk[] = [];
  let [old, now] = ['', ''];
  const close = () => {
    chunks.push(...withoutCommonEnds(wordsOf(old), wordsOf(now)));
    [old, now] = ['', ''];
  };
  for (const { change, text } of diffOfWords(oneLine(before), oneLine(after))) {
    for (const piece of text.split(/(\s)/)) {
      if (change === 'same' && piece === ' ') close();
      else {
        if (change !== 'added') old += piece;
        if (change !== 'removed') now += piece;
      }
    }
  }
  close();
  return mergeAlike(chunks);
}

/** A chunk reaches from blank to blank: words at its ends may be the same after all. */
function withoutCommonEnds(old: string[], now: string[]): Chunk[] {
  const shorter = Math.min(old.length, now.length);
  let [start, end] = [0, 0];
  while (start < shorter && old[start] === now[start]) start += 1;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const same = (words: string[]) => ({ old: words.join(' '), now: words.join(' ') });
  const differing = {
    old: old.slice(start, old.length - end).join(' '),
    now: now.slice(start, now.length - end).join(' '),
  };
  const chunks = [same(now.slice(0, start)), differing, same(now.slice(now.length - end))];
  return chunks.filter(({ old: left, now: came }) => left !== '' || came !== '');
}

/** Neighbours that differ become one: `~~a b~~ **c d**`, not `~~a~~ **c** ~~b~~ **d**`. */
function mergeAlike(chunks: readonly Chunk[]): Chunk[] {
  const merged: Chunk[] = [];
  for (const chunk of chunks) {
    const last = merged.at(-1);
    const alike = last && (last.old === last.now) === (chunk.old === chunk.now);
    if (!alike) merged.push(chunk);
    else merged.splice(-1, 1, { old: joined(last.old, chunk.old), now: joined(last.now, chunk.now) });
  }
  return merged;
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

function joined(left: string, right: string): string {
  return [left, right].filter(Boolean).join(' ');
}
