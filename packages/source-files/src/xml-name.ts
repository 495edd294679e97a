// Names of XML elements and attributes, and the prefixes that stand before them.

/** A name without its prefix: `x:row` → `row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** What stands before the name, its colon included: `x:row` → `x:`; empty where there is nothing. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}
