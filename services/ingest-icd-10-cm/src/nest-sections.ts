// Group headings: sections without categories of their own (C00-C96, V00-V99) stand above the sections they embrace.
import type { TabularSection } from './tabular.ts';

/** The place of one section in its chapter's tree. */
export interface NestedSection {
  readonly section: TabularSection;
  /** Index of the group heading that it stands under; null where it stands under the chapter. */
  readonly parent: number | null;
  readonly isHeading: boolean;
}

export interface NestedSections {
  /** In document order, which is a pre-order walk. */
  readonly sections: readonly NestedSection[];
  /** Ids of headings left beside the others, because what they embrace doesn't follow them without a gap. */
  readonly leftFlat: readonly string[];
}

/** First and last position among the chapter's categories in tabular order; null for a heading over none. */
type Bounds = readonly [number, number] | null;

/** Nests the sections of one chapter. Positions are compared, not codes: C7A stands between C75 and C76. */
export function nestSections(sections: readonly TabularSection[]): NestedSections {
  const categories = sections.flatMap(({ diags }) => diags.map(({ name }) => name));
  const bounds = sections.map((section) => boundsOf(section, categories));
  const flat = new Set<number>();
  for (;;) {
    const parents = parentsOf(sections, bounds, flat);
    const torn = findTorn(sections, bounds, parents, flat);
    if (torn === null) {
      return {
        sections: sections.map((section, at) => ({
          section,
          parent: parents[at] ?? null,
          isHeading: section.diags.length === 0,
        })),
        leftFlat: [...flat].map((at) => sections[at]?.id ?? ''),
      };
    }
    flat.add(torn);
  }
}

/** The nearest open heading that embraces each section; a heading is closed by the first section outside it. */
function parentsOf(
  sections: readonly TabularSection[],
  bounds: readonly Bounds[],
  flat: ReadonlySet<number>,
): (number | null)[] {
  const open: number[] = [];
  return sections.map(({ diags }, at) => {
    while (open.length > 0 && !embraces(bounds[open.at(-1) ?? -1], bounds[at])) open.pop();
    const parent = open.at(-1) ?? null;
    if (diags.length === 0 && !flat.has(at)) open.push(at);
    return parent;
  });
}

/** A heading that embraces a section which does not stand under it: what it embraces is not one stretch after it. */
function findTorn(
  sections: readonly TabularSection[],
  bounds: readonly Bounds[],
  parents: readonly (number | null)[],
  flat: ReadonlySet<number>,
): number | null {
  for (const [heading, { diags }] of sections.entries()) {
    if (diags.length > 0 || flat.has(heading)) continue;
    const torn = sections.some(
      (section, at) =>
        at !== heading &&
        (at > heading || section.diags.length > 0) &&
        embraces(bounds[heading], bounds[at]) &&
        !isUnder(at, heading, parents),
    );
    if (torn) return heading;
  }
  return null;
}

function isUnder(section: number, heading: number, parents: readonly (number | null)[]): boolean {
  for (let at = parents[section] ?? null; at !== null; at = parents[at] ?? null) {
    if (at === heading) return true;
  }
  return false;
}

function embraces(outer: Bounds | undefined, inner: Bounds | undefined): boolean {
  return outer != null && inner != null && outer[0] <= inner[0] && inner[1] <= outer[1];
}

function boundsOf({ id, diags }: TabularSection, categories: readonly string[]): Bounds {
  const [first = '', last = first] = diags.length > 0 ? [diags[0]?.name, diags.at(-1)?.name] : id.split('-');
  const from = positionFrom(first, categories);
  const to = positionTo(last, categories);
  return from === -1 || to === -1 || to < from ? null : [from, to];
}

/** Where a range starts: its category, or the first one after it where there is none (letters in third place aside). */
function positionFrom(category: string, categories: readonly string[]): number {
  const exact = categories.indexOf(category);
  return exact !== -1 ? exact : categories.findIndex((other) => isPlain(other) && other >= category);
}

/** Where a range ends: its category, or the last one before it where there is none. */
function positionTo(category: string, categories: readonly string[]): number {
  const exact = categories.lastIndexOf(category);
  return exact !== -1 ? exact : categories.findLastIndex((other) => isPlain(other) && other <= category);
}

/** True for categories whose order is that of their characters. */
function isPlain(category: string): boolean {
  return /^[A-Z][0-9]{2}$/.test(category);
}
