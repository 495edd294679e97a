// Which codes were subdivided: they became headers over new codes, or their placeholder gave way to new characters.
import type { ConceptRow, Headline } from '@codeset/database/read';
import { lookUpForm, type PlaceholderForm } from '@codeset/terminology';

/** A concept that differs, with what tells whether its place was taken. */
export interface Differing {
  readonly key: string;
  readonly from: ConceptRow | null;
  readonly to: ConceptRow | null;
  readonly before: Headline | null;
  readonly after: Headline | null;
}

/** Gives the keys of the codes that took the place of a concept, in tabular order; empty where none did. */
export type HeirsOf = (concept: Differing) => readonly string[];

/** Takes all concepts that differ, so that each can be asked for afterwards. */
export function findHeirs(
  differing: readonly Differing[],
  placeholder: PlaceholderForm | undefined,
): HeirsOf {
  const came = differing
    .filter(({ before, after }) => after?.selectable === true && before?.selectable !== true)
    .map(({ key, to }) => ({ key, position: to?.position ?? 0, form: lookUpForm(to?.code ?? '') }))
    .sort((a, b) => a.position - b.position);
  const positions = came.map(({ position }) => position);
  const groups = new Map<string, Arrival[]>();
  for (const one of came) {
    const group = groups.get(groupOf(one.form));
    if (group) group.push(one);
    else groups.set(groupOf(one.form), [one]);
  }
  return ({ from, to, before, after }) => {
    if (before?.selectable !== true || after?.selectable === true) return [];
    if (to) {
      const below = came.slice(firstAfter(positions, to.position), firstAfter(positions, to.subtreeEnd));
      return below.map(({ key }) => key);
    }
    return placeholder && from?.code ? replacing(lookUpForm(from.code), placeholder, groups) : [];
  };
}

/** A code that may be coded with now. */
interface Arrival {
  readonly key: string;
  readonly position: number;
  readonly form: string;
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
function replacing(
  form: string,
  { character, from }: PlaceholderForm,
  groups: ReadonlyMap<string, readonly Arrival[]>,
): string[] {
  if (!form.includes(character, from - 1)) return [];
  const isHeir = (other: string) => {
    for (let i = 0; i < form.length; i += 1) {
      if (form[i] !== other[i] && (i < from - 1 || form[i] !== character)) return false;
    }
    return true;
  };
  return (groups.get(groupOf(form)) ?? []).filter((one) => isHeir(one.form)).map(({ key }) => key);
}

/** What a code shares with those that may replace its placeholder: it lies neither before nor at the end of any. */
function groupOf(form: string): string {
  return `${form.slice(0, 3)}${form.length}${form.slice(-1)}`;
}
