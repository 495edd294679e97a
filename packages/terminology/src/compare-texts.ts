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
export function compareTexts(before: ConceptParts, after: ConceptParts, scope: ComparisonScope): Rewording[] {
  const rewordings: Rewording[] = [];
  const { language, unknownLanguages } = scope;
  if (before.content.display !== after.content.display) {
    const pair = { before: before.content.display, after: after.content.display };
    rewordings.push({ use: displayUse, language, ...pair, cosmetic: isCosmetic(pair) });
  }
  const { left, came } = surplus(
    textsOf(before, after, language),
    textsOf(after, before, language),
    identityOf,
  );
  if (left.length + came.length === 0) return rewordings;
  const [old, now] = [byName(left), byName(came)];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [use = '', of = ''] = name.split(' ');
    if (unknownLanguages.has(of)) continue;
    for (const pair of inOrder(old.get(name) ?? [], now.get(name) ?? [])) {
      rewordings.push({ use, language: of, ...pair, cosmetic: isCosmetic(pair) });
    }
  }
  return rewordings;
}

/** The texts besides the display; those of parts that the other side lacks are left out. */
function textsOf(parts: ConceptParts, other: ConceptParts, language: string): readonly Designation[] {
  const { content, noteSet, designationSet } = parts;
  const title = noteSet && other.noteSet ? noteSet.title : null;
  const translations = designationSet && other.designationSet ? designationSet.designations : [];
  if (title === null && translations.length === 0) return content.designations;
  const titles = title === null ? [] : [{ use: tabularTitleUse, language, value: title }];
  return [...content.designations, ...titles, ...translations];
}

function identityOf({ use, language, value }: Designation): string {
  return `${use} ${language} ${value}`;
}

/** Values by use and language. */
function byName(texts: readonly Designation[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { use, language, value } of texts) {
    const name = `${use} ${language}`;
    const held = values.get(name);
    if (held) held.push(value);
    else values.set(name, [value]);
  }
  return values;
}

function isCosmetic({ before, after }: { before: string | null; after: string | null }): boolean {
  return before !== null && after !== null && sameWords(before, after);
}
