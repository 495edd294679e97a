// Titles of the index: the term itself, and the nonessential modifiers that stand in it.
import type { TitlePart } from './index-file.ts';
import { foldText } from './fold-text.ts';

export interface IndexTitle {
  /** The term without its modifiers; the whole title where nothing else would be left, as in `(taser)`. */
  readonly term: string;
  /** Everything in its place, as published: `Abasia(-astasia) (hysterical)`. */
  readonly title: string;
  /** Each in its parentheses, in order. */
  readonly modifiers: readonly string[];
}

const noModifiers: IndexTitle['modifiers'] = [];

/** Puts a title's parts together. */
export function indexTitle(parts: readonly TitlePart[]): IndexTitle {
  const title = foldText(parts.map(({ text }) => text).join(''));
  if (parts.every(({ nemod }) => !nemod)) return { term: title, title, modifiers: noModifiers };
  const own = parts.reduce((term, { nemod, text }) => (nemod ? term : joined(term, text)), '');
  const modifiers = parts.filter(({ nemod }) => nemod).flatMap(({ text }) => splitModifiers(foldText(text)));
  return { term: foldText(own) || title, title, modifiers };
}

/** Text may go on after a modifier with no blank between: one is put there before a word, none before a comma. */
function joined(before: string, after: string): string {
  const open = before === '' || /\s$/.test(before) || /^[\s,;:.)\]/-]/.test(after);
  return open ? before + after : `${before} ${after}`;
}

/** `(acute) (on) chronic` can't be parted; `(-astasia) (hysterical)` gives two. */
function splitModifiers(text: string): string[] {
  const groups: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && character !== ')' && character !== ' ')) return [text];
    if (depth > 0 || character !== ')') continue;
    groups.push(
      [...text]
        .slice(start, at + 1)
        .join('')
        .trim(),
    );
    start = at + 1;
  }
  return depth === 0 && groups.length > 0 ? groups : [text];
}
