// A change, made of a concept that differs and of what the other concepts and releases say of it.
import type { DifferingConcept } from './differing-concepts.ts';
import { isOfCode } from './differing-concepts.ts';
import { kindsOfChange } from './kinds-of-change.ts';
import type { Change } from './release-diff.ts';

/** What is known from the other concepts and releases. */
export interface ChangeSurroundings extends Pick<Change, 'heirs' | 'chapterKey' | 'noteMoves'> {
  /** A release before the first one had it. */
  readonly reinstated: boolean;
  /** The second release is not in force before the first. */
  readonly forward: boolean;
}

/** Null where nothing differs that both releases know. */
export function toChange(
  concept: DifferingConcept,
  codeKinds: ReadonlySet<string>,
  { heirs, reinstated, forward, chapterKey, noteMoves }: ChangeSurroundings,
): Change | null {
  const { key, from, to, before, after, difference } = concept;
  const isCode = isOfCode(concept, codeKinds);
  const circumstances = { heirs: heirs.length > 0, reinstated, forward, isCode };
  const kinds = kindsOfChange(concept, circumstances);
  if (kinds.length === 0) return null;
  const onlyTexts = kinds.length === 1 && kinds[0] === 'reworded';
  return {
    key,
    from,
    to,
    kinds,
    before,
    after,
    chapterKey,
    cosmetic: onlyTexts && (difference?.rewordings ?? []).every(({ cosmetic }) => cosmetic),
    heirs,
    noteMoves,
  };
}
