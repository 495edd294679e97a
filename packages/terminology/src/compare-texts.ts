// The texts of a concept in two releases: which differ, and whether in words or only in how they are written.
import type { Designation } from './concept.ts';
import type { ComparisonScope, ConceptParts } from './concept-difference.ts';
import { inOrder, surplus } from './paired.ts';
import { sameWords } from './same-words.ts';

/** The use under which a rewording names the text chosen to show. */
export const displayUse = 'display';

/** The use under which it names the title of the tabular list. */
const tabularTitleUse = 'tabular-title';

/** One text that differs. */
export interface Rewording {
  /** `display`, or one of the code system's `designationUses`. */
  readonly use: string;
  /** BCP 47. */
  readonly language: string;
  /** Null for a text that was not there. */
  readonly before: string | null;
  /** Null for a text that is gone. */
  readonly after: string | null;
  /** Only case, punctuation or spacing differ. */
  readonly cosmetic: boolean;
}

/** The display first, then the other texts by use and language. */
export function compareTexts(
  before: ConceptParts,
  after: ConceptParts,
  { language, unknownLanguages }: ComparisonScope,
): Rewording[] {
  const rewordings: Rewording[] = [];
  const compare = (use: string, of: string, left: readonly string[], came: readonly string[]) => {
    const changed = surplus(left, came, (text) => text);
    for (const pair of inOrder(changed.left, changed.came)) {
      rewordings.push({ use, language: of, ...pair, cosmetic: isCosmetic(pair) });
    }
  };
  compare(displayUse, language, [before.content.display], [after.content.display]);
  const [old, now] = [textsOf(before, after, language), textsOf(after, before, language)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [use = '', of = ''] = name.split(' ');
    if (!unknownLanguages.has(of)) compare(use, of, old.get(name) ?? [], now.get(name) ?? []);
  }
  return rewordings;
}

/** The texts besides the display by use and language; those of parts that the other side lacks are left out. */
function textsOf(parts: ConceptParts, other: ConceptParts, language: string): Map<string, string[]> {
  const all: Designation[] = [...parts.content.designations];
  if (parts.noteSet && other.noteSet && parts.noteSet.title !== null) {
    all.push({ use: tabularTitleUse, language, value: parts.noteSet.title });
  }
  if (parts.designationSet && other.designationSet) all.push(...parts.designationSet.designations);
  const texts = new Map<string, string[]>();
  for (const { use, language: of, value } of all) {
    const name = `${use} ${of}`;
    texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  return texts;
}

function isCosmetic({ before, after }: { before: string | null; after: string | null }): boolean {
  return before !== null && after !== null && sameWords(before, after);
}
