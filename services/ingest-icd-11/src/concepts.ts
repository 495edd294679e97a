// Rows of a tabulation → concepts: kind, code, title, and the parent that the marks before the titles give.
import type { ConceptContent, ConceptRecord, DesignationSet } from '@codeset/terminology';
import type { Deviation } from './entity-links.ts';
import { PlaceProperties } from './place-properties.ts';
import { noCodeAssigned, type TabulationRow } from './tabulation-row.ts';

/** The chapter of the extension codes. */
const extensionChapter = 'X';

const residual: ConceptContent['properties'] = [{ code: 'residual', value: true }];
const notResidual: ConceptContent['properties'] = [{ code: 'residual', value: false }];

/** What a concept takes from elsewhere than its own row. */
export interface ConceptSources {
  /** Links that are not as the release's patterns give them. */
  deviationsOf(row: TabulationRow): readonly Deviation[];
  /** The texts of all translations; null for every row of a release without any. */
  designationsOf(row: TabulationRow): DesignationSet | null;
}

/** The concepts in the rows' order, which is the publisher's: 2018-12 has chapter 11 before chapter 10. */
export function conceptsOf(rows: readonly TabulationRow[], sources: ConceptSources): ConceptRecord[] {
  const places = new PlaceProperties();
  const parents = parentKeys(rows);
  return rows.map((row, at) => ({
    key: row.key,
    code: codeOf(row),
    parentKey: parents[at] ?? null,
    content: contentOf(row),
    noteSet: null,
    propertySet: places.of(row, sources.deviationsOf(row)),
    designationSet: sources.designationsOf(row),
  }));
}

/** Row by row: the key of the nearest earlier row with one mark fewer; null for a row without marks. */
export function parentKeys(rows: Iterable<TabulationRow>): (string | null)[] {
  const open: string[] = [];
  const parents: (string | null)[] = [];
  for (const { key, depth } of rows) {
    parents.push(depth === 0 ? null : (open[depth - 1] ?? null));
    open.length = depth;
    open.push(key);
  }
  return parents;
}

/** `chapter`, `block`, `category`, or `extensionCode` for the categories of chapter X. */
export function kindOf({ classKind, chapterNo }: TabulationRow): string {
  return classKind === 'category' && chapterNo === extensionChapter ? 'extensionCode' : classKind;
}

/** What a row is looked up by: a category by its code, a block by its BlockId, a chapter by its number. */
export function codeOf({ classKind, code, blockId, chapterNo }: TabulationRow): string | null {
  switch (classKind) {
    case 'chapter':
      return chapterNo;
    case 'block':
      return blockId;
    case 'category':
      return code === noCodeAssigned ? null : code;
    default:
      return classKind satisfies never;
  }
}

/**
 * Every category with a code may be coded with, those with categories below them too: 2,354 of the categories that
 * stand above others are in the primary tabulation (2024-01), and their residuals have codes of their own beside them.
 */
function contentOf(row: TabulationRow): ConceptContent {
  return {
    kind: kindOf(row),
    display: row.title,
    designations: [],
    selectable: row.classKind === 'category' && codeOf(row) !== null,
    properties: row.isResidual ? residual : notResidual,
    effectiveFrom: null,
    effectiveTo: null,
  };
}
