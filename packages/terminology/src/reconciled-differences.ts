// Every code where a publisher's list of changes and the releases disagree, with what the data say of the reason.
import type { AnnouncedTexts } from './announcement.ts';
import { type CodeChange, type CodesOfRelease, type CodeTexts, nameOfChange } from './code-changes.ts';
import { type Explanation, explainNotFound, explainSilence, explainTexts } from './explain-difference.ts';
import type { ListedChange } from './listed-changes.ts';
import type { SpokenUses } from './spoken-uses.ts';

/** One code of one list. */
export interface ReconciledDifference extends Explanation {
  /** The list is silent about it; it lists what did not happen; or it happened, with other texts. */
  readonly what: 'not-announced' | 'not-found' | 'texts-differ';
  readonly change: CodeChange['change'];
  readonly code: string;
  readonly selectable: boolean;
  /** Line of the list; null for what it is silent about. */
  readonly line: number | null;
  /** The texts that the list gives; null for what it is silent about. */
  readonly announced: {
    readonly before: AnnouncedTexts | null;
    readonly after: AnnouncedTexts | null;
  } | null;
  /** The code in the release that the list starts from, under whatever flag; null where it is not there, or not held. */
  readonly before: CodeTexts | null;
  /** The code in the release that it leads to. */
  readonly after: CodeTexts | null;
}

/** What is held against what. */
export interface ChangesToReconcile {
  readonly listed: readonly ListedChange[];
  /** By name; null when the release that the list starts from is not held. */
  readonly computed: ReadonlyMap<string, CodeChange> | null;
  readonly base: CodesOfRelease | null;
  readonly release: CodesOfRelease;
  readonly uses: SpokenUses;
}

/** Lines of the list in its order, then what it is silent about. */
export function reconciledDifferences(changes: ChangesToReconcile): ReconciledDifference[] {
  const { listed, computed, base, release } = changes;
  const lines = new Map<string, number>();
  const differences: ReconciledDifference[] = [];
  const held = (code: string) => ({ before: textsIn(base, code), after: textsIn(release, code) });
  for (const announced of listed) {
    const { change, code, selectable, line, before, after } = announced;
    const name = nameOfChange(announced);
    const found = differenceOf(announced, lines.get(name) ?? null, changes);
    if (!lines.has(name)) lines.set(name, line);
    if (!found) continue;
    differences.push({
      change,
      code,
      selectable,
      line,
      announced: { before, after },
      ...held(code),
      ...found,
    });
  }
  for (const [name, made] of computed ?? []) {
    if (lines.has(name)) continue;
    const { change, code, selectable } = made;
    const silent = { what: 'not-announced', change, code, selectable, line: null, announced: null } as const;
    differences.push({ ...silent, ...held(code), ...explainSilence(made, held(code), changes.uses) });
  }
  return differences;
}

function differenceOf(
  announced: ListedChange,
  earlierLine: number | null,
  { base, release, uses }: ChangesToReconcile,
): (Explanation & { readonly what: 'not-found' | 'texts-differ' }) | null {
  if (earlierLine !== null) {
    return { what: 'not-found', explanation: `Line ${earlierLine} lists it already.`, explained: true };
  }
  const sides = {
    base: base && { texts: base.get(announced.code) ?? null },
    release: release.get(announced.code) ?? null,
    uses,
  };
  const notFound = explainNotFound(announced, sides);
  if (notFound) return { what: 'not-found', ...notFound };
  const texts = explainTexts(announced, sides);
  return texts && { what: 'texts-differ', ...texts };
}

/** Of what else is known of the code nothing is kept. */
function textsIn(codes: CodesOfRelease | null, code: string): CodeTexts | null {
  const found = codes?.get(code);
  if (!found) return null;
  const { selectable, display, designations } = found;
  return { selectable, display, designations };
}
