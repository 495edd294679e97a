// Which codes were subdivided: they became headers over new codes, or their placeholder gave way to new characters.
import { type CodeSystemDefinition, lookUpForm } from '@codeset/terminology';
import type { ConceptRow } from '@codeset/database/read';
import type { Headline } from './release-diff.ts';

/** A concept that differs, with what tells whether its place was taken. */
export interface Differing {
  readonly key: string;
  readonly from: ConceptRow | null;
  readonly to: ConceptRow | null;
  readonly before: Headline | null;
  readonly after: Headline | null;
}

/** The keys of the codes that took the place of each subdivided concept, in tabular order. */
export function findHeirs(
  differing: readonly Differing[],
  placeholder: CodeSystemDefinition['placeholder'],
): Map<string, string[]> {
  const came = differing
    .filter(({ before, after }) => after?.selectable === true && before?.selectable !== true)
    .sort((a, b) => (a.to?.position ?? 0) - (b.to?.position ?? 0));
  const positions = came.map(({ to }) => to?.position ?? 0);
  const byCategory = groupByCategory(came);
  const heirs = new Map<string, string[]>();
  for (const { key, from, to, before, after } of differing) {
    if (before?.selectable !== true || after?.selectable === true) continue;
    const found = to
      ? came.slice(firstAfter(positions, to.position), firstAfter(positions, to.subtreeEnd))
      : placeholder && from
        ? replacingPlaceholder(from, placeholder, byCategory)
        : [];
    if (found.length > 0)
      heirs.set(
        key,
        found.map((heir) => heir.key),
      );
  }
  return heirs;
}

/** How many of the sorted positions are not beyond `position`. */
function firstAfter(positions: readonly number[], position: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Codes that are the same but for characters in the places of the placeholder, `T81.32XA` → `T81.320A`. */
function replacingPlaceholder(
  { code }: ConceptRow,
  { character, from }: NonNullable<CodeSystemDefinition['placeholder']>,
  byCategory: ReadonlyMap<string, readonly Differing[]>,
): readonly Differing[] {
  const form = lookUpForm(code ?? '');
  if (!form.includes(character, from - 1)) return [];
  return (byCategory.get(categoryOf(form)) ?? []).filter(({ to }) => {
    const other = lookUpForm(to?.code ?? '');
    return (
      other.length === form.length &&
      [...form].every((char, i) => char === other[i] || (i >= from - 1 && char === character))
    );
  });
}

/** Long enough to keep groups small, short enough to lie before any placeholder. */
function categoryOf(form: string): string {
  return form.slice(0, 3);
}

function groupByCategory(came: readonly Differing[]): Map<string, Differing[]> {
  const groups = new Map<string, Differing[]>();
  for (const one of came) {
    const category = categoryOf(lookUpForm(one.to?.code ?? ''));
    const group = groups.get(category);
    if (group) group.push(one);
    else groups.set(category, [one]);
  }
  return groups;
}
