// Why a publisher's list of changes and the releases disagree about a code, as far as the data tell.
import type { AnnouncedTexts } from './announcement.ts';
import { type CodeChange, type CodeTexts, sameTexts } from './code-changes.ts';
import type { SpokenUses } from './spoken-uses.ts';
import { textDifference } from './text-difference.ts';

export interface Explanation {
  /** What the data say of the reason, in sentences. */
  readonly explanation: string;
  /**
   * True where list and releases mean the same: the code is there or not, under its flag, as the list has it or leaves
   * it, and the displays differ in blanks, case and punctuation at most.
   */
  readonly explained: boolean;
}

/** A code on both sides. */
export interface CodeSides {
  /** In the release that the list starts from; null when that is not held, `texts` null when the code is not in it. */
  readonly base: { readonly texts: CodeTexts | null } | null;
  readonly release: CodeTexts | null;
  readonly uses: SpokenUses;
}

/** Why a change that is listed did not happen; null when it did. */
export function explainNotFound(listed: CodeChange, sides: CodeSides): Explanation | null {
  const { selectable, change } = listed;
  const { base, release } = sides;
  if (change === 'deletion') {
    if (release?.selectable === selectable) return unexplained('The release still has it.');
    if (!base || base.texts?.selectable === selectable) return null;
    return { explanation: sayOf('earlier release', base.texts), explained: base.texts === null };
  }
  if (release?.selectable !== selectable) return unexplained(sayOf('release', release));
  if (!base) return null;
  const isThere = base.texts?.selectable === selectable;
  if (change === 'addition')
    return isThere ? resolved(listed, release, 'The earlier release has it already.', sides) : null;
  if (!isThere) return resolved(listed, release, sayOf('earlier release', base.texts), sides);
  if (!base.texts || !sameTexts(base.texts, release, sides.uses)) return null;
  return resolved(listed, release, 'Its texts are the same in both releases.', sides);
}

/** How the texts of a change that happened differ from those that the list gives; null when they are the same. */
export function explainTexts(
  { before, after }: CodeChange,
  { base, release, uses }: CodeSides,
): Explanation | null {
  const [was, is] = [compared(before, base?.texts ?? null, uses), compared(after, release, uses)];
  if (!was && !is) return null;
  const told = [
    ...(was ? [`Against the earlier release: ${was.told}.`] : []),
    ...(is ? [`Against the release: ${is.told}.`] : []),
  ];
  return { explanation: told.join(' '), explained: was?.sameDisplay !== false && is?.sameDisplay !== false };
}

/** What the releases say of a change that the list is silent about. */
export function explainSilence(
  { change }: CodeChange,
  { before, after }: { readonly before: CodeTexts | null; readonly after: CodeTexts | null },
  uses: SpokenUses,
): Explanation {
  if (change === 'addition') return unexplained(sayOf('earlier release', before));
  if (change === 'deletion') return unexplained(sayOf('release', after));
  const difference = before && after && textDifference(before, after, uses);
  const told = `${difference?.told ?? 'nothing differs'}.`;
  return {
    explanation: told.slice(0, 1).toUpperCase() + told.slice(1),
    explained: difference?.sameDisplay ?? false,
  };
}

function compared(announced: AnnouncedTexts | null, held: CodeTexts | null, uses: SpokenUses) {
  return announced && held && textDifference(announced, held, uses);
}

/** The change did not happen, and the release has the code all the same: with the text that the list leads to? */
function resolved(
  { after }: CodeChange,
  release: CodeTexts,
  explanation: string,
  { uses }: CodeSides,
): Explanation {
  const difference = compared(after, release, uses);
  const told = difference ? ` Against the release: ${difference.told}.` : '';
  return { explanation: explanation + told, explained: difference?.sameDisplay !== false };
}

/** Said where a code is not there under the flag in question. */
function sayOf(which: 'release' | 'earlier release', code: CodeTexts | null): string {
  if (!code) return `The ${which} does not have it.`;
  return `The ${which} has it as ${code.selectable ? 'a selectable code' : 'a header'}.`;
}

function unexplained(explanation: string): Explanation {
  return { explanation, explained: false };
}
