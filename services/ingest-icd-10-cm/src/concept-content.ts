// A row of the order file → the content of a concept; and what decides its kind.
import type { ConceptContent } from '@codeset/terminology';
import type { OrderFileLine } from './parse-order-file.ts';

/** The language of everything the publisher writes. */
export const language = 'en';

/** One list for all: a release has some 100,000 concepts. */
const noProperties: ConceptContent['properties'] = [];

/** Texts and flag as in the order file; the short title is kept also where it equals the long one. */
export function contentOfRow(row: OrderFileLine, hasChildren: boolean): ConceptContent {
  return {
    kind: kindOfCode(row.code, hasChildren),
    display: row.longTitle,
    designations: [{ use: 'short-title', language, value: row.shortTitle }],
    selectable: row.headerFlag === '1',
    properties: noProperties,
    effectiveFrom: null,
    effectiveTo: null,
  };
}

/** `category` has three characters; longer ones are `subcategory` with codes below them, else `code`. */
function kindOfCode(code: string, hasChildren: boolean): string {
  if (code.length === 3) return 'category';
  return hasChildren ? 'subcategory' : 'code';
}
