// A line of an index file → an index record in our words.
import type { IndexRecord, IndexReference, IndexReferenceKind } from '@codeset/terminology';
import { readWrittenCode } from './code-form.ts';
import { foldText } from './fold-text.ts';
import type { IndexFileReference, IndexFileTerm, ReferenceElement } from './index-file.ts';
import { indexTitle } from './index-title.ts';

/** `etiology` is what one older edition calls `manif`. */
const kindOfElement: Readonly<Record<ReferenceElement, IndexReferenceKind>> = {
  code: 'code',
  manif: 'manifestation',
  etiology: 'manifestation',
  cell: 'cell',
  see: 'see',
  seeAlso: 'seeAlso',
  seecat: 'seeCategory',
  subcat: 'seeSubcategory',
};

/** The record of a main term or a term of an index of one kind. */
export function indexRecordOf(
  kind: string,
  { depth, letter, title, references }: IndexFileTerm,
): IndexRecord {
  // Members written out, not spread: V8 gives a spread object that grows a shape of its own, 20 MB for one index.
  const { term, title: whole, modifiers } = indexTitle(title);
  return {
    kind,
    depth,
    content: { term, title: whole, modifiers, letter, references: references.map(referenceOf) },
  };
}

/** `see` and `seeAlso` are free text; a cell's `-` or `--` means that there is no code, and is kept. */
function referenceOf({ element, text: published, col }: IndexFileReference): IndexReference {
  const text = foldText(published);
  const inWords = element === 'see' || element === 'seeAlso';
  const { code, below } = inWords ? { code: null, below: false } : readWrittenCode(text);
  return { kind: kindOfElement[element], text, column: col, code, below };
}
