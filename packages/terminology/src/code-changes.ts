// What came, went and was reworded from one list of codes to another, as publishers count it in their addenda.
import type { AnnouncedTexts, Announcement } from './announcement.ts';
import type { ConceptContent, Designation } from './concept.ts';
import { isSpokenOf, type SpokenUses } from './spoken-uses.ts';

/** Of a code, what publishers' lists speak of. */
export type CodeTexts = Pick<ConceptContent, 'selectable' | 'display' | 'designations'>;

/** By code as the code system writes it; groupings left out. */
export type CodesOfRelease = ReadonlyMap<string, CodeTexts>;

/** In the order in which publishers total them. */
export const changesOfList = ['addition', 'deletion', 'revision'] as const;

export type ChangeOfList = (typeof changesOfList)[number];

/** One change; a code whose flag changes is deleted with the one and added with the other. */
export interface CodeChange {
  readonly change: ChangeOfList;
  readonly code: string;
  readonly selectable: boolean;
  /** Null for an addition. */
  readonly before: AnnouncedTexts | null;
  /** Null for a deletion. */
  readonly after: AnnouncedTexts | null;
}

/** The name of a change, under which it is found again: no list makes one twice. */
export function nameOfChange({
  change,
  code,
  selectable,
}: Pick<CodeChange, 'change' | 'code' | 'selectable'>): string {
  return `${change} ${selectable} ${code}`;
}

/** Changes by name: deletions and revisions in the order of the first list, then additions in the second's. */
export function changesBetween(
  base: CodesOfRelease,
  release: CodesOfRelease,
  scope: Announcement['scope'],
  uses: SpokenUses,
): Map<string, CodeChange> {
  const changes = new Map<string, CodeChange>();
  const add = (change: ChangeOfList, code: string, before: CodeTexts | null, after: CodeTexts | null) => {
    const selectable = (after ?? before)?.selectable ?? false;
    if (scope === 'selectable' && !selectable) return;
    const found = { change, code, selectable, before, after };
    changes.set(nameOfChange(found), found);
  };
  for (const [code, before] of base) {
    const after = release.get(code);
    if (after?.selectable !== before.selectable) add('deletion', code, before, null);
    else if (!sameTexts(before, after, uses)) add('revision', code, before, after);
  }
  for (const [code, after] of release) {
    if (base.get(code)?.selectable !== after.selectable) add('addition', code, null, after);
  }
  return changes;
}

/** Character by character, designations that are not spoken of left out. */
export function sameTexts(a: AnnouncedTexts, b: AnnouncedTexts, uses: SpokenUses): boolean {
  return a.display === b.display && sameDesignations(a, b, uses);
}

/** The same of the designations alone. */
export function sameDesignations(a: AnnouncedTexts, b: AnnouncedTexts, uses: SpokenUses): boolean {
  return allAmong(a.designations, b.designations, uses) && allAmong(b.designations, a.designations, uses);
}

function allAmong(texts: readonly Designation[], others: readonly Designation[], uses: SpokenUses): boolean {
  return texts.every(
    ({ use, language, value }) =>
      !isSpokenOf(use, uses) ||
      others.some((other) => other.value === value && other.use === use && other.language === language),
  );
}
