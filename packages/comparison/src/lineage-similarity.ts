// Traces where nobody says anything: new codes whose titles are like the title of a code that is gone.
import { setImmediate as others } from 'node:timers/promises';
import { wordsOf } from '@codeset/terminology';
import type { EdgeDraft } from './edge-drafts.ts';
import type { Change, ReleaseDiff } from './release-diff.ts';

/** Titles less alike than this are not taken for a trace: twice the common words by the words of both. */
const leastLikeness = 0.6;

/** At most so many of the most alike. */
const mostTraces = 3;

/** Codes looked at before others have their turn in the process. */
const turn = 100;

/** The new codes of the same chapter with the most alike titles, for each lost code that is not known otherwise. */
export async function similarityEdges(
  diff: ReleaseDiff,
  isKnown: (code: string) => boolean,
): Promise<EdgeDraft[]> {
  const lost = diff.changes.filter(
    ({ from, before, after, heirs }) =>
      before?.selectable === true && after?.selectable !== true && heirs.length === 0 && from?.code,
  );
  const asked = lost.filter(({ from }) => !isKnown(from?.code ?? ''));
  if (asked.length === 0) return [];
  const titles = titlesByGroup(diff.changes);
  const drafts: EdgeDraft[] = [];
  for (const [i, change] of asked.entries()) {
    if (i % turn === turn - 1) await others();
    const alike = titles.get(groupOf(change))?.mostAlike(change.before?.display ?? '') ?? [];
    for (const { change: candidate, score } of alike) drafts.push(draftOf(diff, change, candidate, score));
  }
  return drafts;
}

/** Titles by their words, so that only those with a word in common are looked at. */
class Titles {
  readonly #titles: { readonly change: Change; readonly words: number }[] = [];
  readonly #having = new Map<string, number[]>();

  add(change: Change): void {
    const words = new Set(wordsOf(change.after?.display ?? ''));
    for (const word of words) {
      const having = this.#having.get(word);
      if (having) having.push(this.#titles.length);
      else this.#having.set(word, [this.#titles.length]);
    }
    this.#titles.push({ change, words: words.size });
  }

  mostAlike(title: string): { change: Change; score: number }[] {
    const words = new Set(wordsOf(title));
    const common = new Map<number, number>();
    for (const word of words) {
      for (const i of this.#having.get(word) ?? []) common.set(i, (common.get(i) ?? 0) + 1);
    }
    return [...common]
      .flatMap(([i, count]) => {
        const candidate = this.#titles[i];
        if (!candidate) return [];
        const score = (2 * count) / (words.size + candidate.words);
        return score >= leastLikeness ? [{ change: candidate.change, score, i }] : [];
      })
      .sort((a, b) => b.score - a.score || a.i - b.i)
      .slice(0, mostTraces);
  }
}

function titlesByGroup(changes: readonly Change[]): Map<string, Titles> {
  const groups = new Map<string, Titles>();
  for (const change of changes) {
    if (change.before?.selectable === true || change.after?.selectable !== true || !change.to?.code) continue;
    const group = groups.get(groupOf(change)) ?? new Titles();
    group.add(change);
    groups.set(groupOf(change), group);
  }
  return groups;
}

/** Where no chapters are known, the first character of the code stands for one. */
function groupOf({ chapterKey, from, to }: Change): string {
  return chapterKey ?? (from ?? to)?.code?.slice(0, 1) ?? '';
}

function draftOf(diff: ReleaseDiff, change: Change, candidate: Change, score: number): EdgeDraft {
  return {
    source: { from: change.from?.code ?? '', to: null, below: false },
    sourceWith: [],
    target: candidate.to?.code ?? '',
    before: diff.from,
    after: diff.to,
    stays: false,
    evidence: [
      {
        source: 'similarity',
        score: Math.round(score * 100) / 100,
        statement: `The titles “${change.before?.display ?? ''}” and “${candidate.after?.display ?? ''}” have words in common.`,
        publication: null,
        place: null,
        effectiveFrom: null,
      },
    ],
  };
}
