// What a mapping of the conversion table carries as properties, read back.
import type { Mapping, PlainDate } from '@codeset/terminology';

/** The first day of the current code. */
export function effectiveFromOf(mapping: Mapping): PlainDate {
  return textOf(mapping, 'effective-from');
}

/** What its row says of previous codes, as published. */
export function previousCodesOf(mapping: Mapping): string {
  return textOf(mapping, 'previous-codes');
}

function textOf({ properties }: Mapping, code: string): string {
  return String(properties.find((property) => property.code === code)?.value ?? '');
}
