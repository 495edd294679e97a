// What a row says of an entity's place in this release, and what only some editions say: apart from the content.
import type { PropertySet, PropertyValue } from '@codeset/terminology';
import type { Deviation } from './entity-links.ts';
import type { TabulationRow } from './tabulation-row.ts';

/**
 * The sets of properties of one release, one object for each distinct set. They change when an entity moves or gets
 * descendants (4,652 entities changed their depth from 2018-12 to 2024-01, 320 became or ceased to be leaves), and
 * editions have different columns; kept apart, the contents of 29,000 entities are the same in both releases.
 */
export class PlaceProperties {
  readonly #sets = new Map<string, PropertySet>();

  /** The set of a row, with a property of its own for each link that deviates from the release's patterns. */
  of(row: TabulationRow, own: readonly Deviation[]): PropertySet {
    const form = formOf(row, own);
    const known = this.#sets.get(form);
    if (known !== undefined) return known;
    const set = { properties: [...placeOf(row), ...ownLinks(own)] };
    this.#sets.set(form, set);
    return set;
  }
}

/** Tells sets apart without building them: most rows share theirs with others. */
function formOf(row: TabulationRow, own: readonly Deviation[]): string {
  const { chapterNo, depthInKind, isLeaf, primaryTabulation, groupings, anyPostCoordination } = row;
  const usual = `${chapterNo} ${depthInKind} ${isLeaf} ${primaryTabulation} ${anyPostCoordination} ${groupings.join(' ')}`;
  const { primaryLocation, noOfNonResidualChildren, iCatLink } = row;
  const published = iCatLink === null && primaryLocation === null && noOfNonResidualChildren === null;
  if (published && own.length === 0) return usual;
  return JSON.stringify([usual, primaryLocation, noOfNonResidualChildren, iCatLink, own]);
}

function placeOf(row: TabulationRow): PropertyValue[] {
  const values: readonly (readonly [string, string | number | boolean | null])[] = [
    ['chapter', row.chapterNo],
    ['depth-in-kind', row.depthInKind],
    ['leaf', row.isLeaf],
    ['primary-tabulation', row.primaryTabulation],
    ...row.groupings.map((blockId) => ['grouping', blockId] as const),
    ['post-coordination', row.anyPostCoordination],
    ['primary-location', row.primaryLocation],
    ['non-residual-children', row.noOfNonResidualChildren],
    ['icat-link', row.iCatLink],
  ];
  return values.flatMap(([code, value]) => (value === null ? [] : [{ code, value }]));
}

function ownLinks(own: readonly Deviation[]): PropertyValue[] {
  return own.flatMap(({ code, found }) => (found === null ? [] : [{ code, value: found }]));
}
