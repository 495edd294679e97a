// A change of an index entry as files and programs get it: where it stands, what it says and where it leads, on either side.
import type { IndexChange, IndexLine } from '@codeset/comparison';
import type { IndexChangeKind, IndexReference } from '@codeset/terminology';

/** What an entry says on one side. */
export interface IndexSide {
  /** The terms from the main term down to the entry's own. */
  readonly path: readonly string[];
  /** As published, nonessential modifiers in their places. */
  readonly title: string;
  /** Where it leads, in words: a code, `see …`, a cell of a table. */
  readonly leads: readonly string[];
}

/** One entry that changed; a side is null where it is not there. */
export interface IndexRecord {
  /** Which index, one of the code system's `indexKinds`. */
  readonly index: string;
  readonly kinds: readonly IndexChangeKind[];
  readonly before: IndexSide | null;
  readonly after: IndexSide | null;
  /** Nothing differs but case, punctuation or spacing of its title. */
  readonly cosmetic: boolean;
}

/** The record of a change of that index. */
export function indexRecord(index: string, { kinds, before, after, cosmetic }: IndexChange): IndexRecord {
  return { index, kinds, before: before && sideOf(before), after: after && sideOf(after), cosmetic };
}

function sideOf({ path, content }: IndexLine): IndexSide {
  return { path, title: content.title, leads: content.references.map(leadInWords) };
}

/** A reference as a reader of the index sees it. */
function leadInWords({ kind, text, column }: IndexReference): string {
  switch (kind) {
    case 'code':
      return text;
    case 'manifestation':
      return `[${text}]`;
    case 'cell':
      return `column ${column ?? ''}: ${text}`;
    case 'see':
      return `see ${text}`;
    case 'seeAlso':
      return `see also ${text}`;
    case 'seeCategory':
      return `see category ${text}`;
    case 'seeSubcategory':
      return `see subcategory ${text}`;
    default:
      return kind satisfies never;
  }
}
