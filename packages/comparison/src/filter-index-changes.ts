// Which changes of index diffs are asked for.
import { setImmediate as others } from 'node:timers/promises';
import { type IndexChangeKind, lookUpForm } from '@codeset/terminology';
import type { IndexChange, IndexLine } from './index-diff.ts';

/** What is asked for; null asks for everything. */
export interface IndexChangeFilter {
  /** Those that have one of these kinds. */
  readonly kinds: readonly IndexChangeKind[] | null;
  /** Those that lead to this code, in any form, before or after; one with a trailing dash is the code before the dash. */
  readonly code: string | null;
  /** Leaves out what differs in case, punctuation or spacing of the title only. */
  readonly withoutCosmetic: boolean;
  /** Those whose path or title, before or after, has all of these words. */
  readonly text: string | null;
}

/** Changes looked at before others have their turn in the process. */
const turn = 2_000;

/** The changes that the filter asks for, in their order. */
export async function filterIndexChanges(
  changes: readonly IndexChange[],
  { kinds, code, withoutCosmetic, text }: IndexChangeFilter,
): Promise<readonly IndexChange[]> {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (!kinds && code === null && !withoutCosmetic && words.length === 0) return changes;
  const wanted = new Set(kinds ?? []);
  const form = code === null ? null : lookUpForm(code);
  const found: IndexChange[] = [];
  for (const [i, change] of changes.entries()) {
    if (i % turn === turn - 1) await others();
    const lines = [change.before, change.after].filter((line) => line !== null);
    if (
      (!kinds || change.kinds.some((kind) => wanted.has(kind))) &&
      (!withoutCosmetic || !change.cosmetic) &&
      (form === null || lines.some((line) => leadsTo(line, form))) &&
      (words.length === 0 || hasWords(lines, words))
    )
      found.push(change);
  }
  return found;
}

function leadsTo({ content }: IndexLine, form: string): boolean {
  return content.references.some(({ code }) => code !== null && lookUpForm(code) === form);
}

function hasWords(lines: readonly IndexLine[], words: readonly string[]): boolean {
  const text = lines
    .flatMap(({ path, content }) => [...path, content.title])
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
