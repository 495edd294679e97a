// A concept's titles besides its display, in the order by which a hit names them.

/** What sources give of them. */
export interface TitleSources {
  /** Further texts of the display's source. */
  readonly designations: readonly string[];
  /** Of the tabular list, where it differs; null otherwise. */
  readonly tabularTitle: string | null;
  readonly translations: readonly string[];
}

/** The place of a title in this list is the `source` of a hit that matched it. */
export function otherTitles({ designations, tabularTitle, translations }: TitleSources): string[] {
  return [...designations, ...(tabularTitle === null ? [] : [tabularTitle]), ...translations];
}
