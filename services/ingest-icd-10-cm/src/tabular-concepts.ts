// Order file and tabular list together → concepts: codes and texts from the one, place and notes from the other.
import { type ConceptRecord, emptyNoteSet, type NoteSet } from '@codeset/terminology';
import { dotted } from './code-form.ts';
import { contentOfRow } from './concept-content.ts';
import type { DerivedCode } from './derive-codes.ts';
import { type Groupings, groupingConcepts } from './grouping-concepts.ts';
import { type NoteReading, noteSetOfEntry, seventhCharacterOf } from './note-set-of-entry.ts';
import type { OrderRows } from './order-rows.ts';
import { parentsByPrefix } from './parents-by-prefix.ts';
import type { OrderFileLine } from './parse-order-file.ts';
import { type PoaExemptCodes, poaPropertySet } from './poa-exempt-codes.ts';
import type { TabularChapter } from './tabular.ts';

/** What the concepts of a release with a tabular list are made of. */
export interface TabularSources {
  readonly order: OrderRows;
  readonly chapters: readonly TabularChapter[];
  readonly derived: ReadonlyMap<string, DerivedCode>;
  readonly poaExempt: PoaExemptCodes;
  readonly reading: NoteReading;
}

/**
 * The concepts in the order of the order file's rows, each chapter and block before its first category. Where the
 * tabular list lacks a row's code, which a check reports as an error, the code's own characters give its parent.
 */
export function tabularConcepts(sources: TabularSources): ConceptRecord[] {
  const { order, chapters, poaExempt, reading } = sources;
  const groupings = groupingConcepts(chapters, reading, poaExempt);
  const parents = parentsOf(sources);
  const withChildren = new Set(parents);
  const concepts: ConceptRecord[] = [];
  let emitted = 0;
  for (const [at, row] of order.rows.entries()) {
    const block = row.code.length === 3 ? (groupings.blockOf.get(row.code) ?? null) : null;
    if (block !== null) emitted = emit(groupings, emitted, block + 1, concepts);
    const parent = parents[at] ?? null;
    const blockKey = groupings.concepts[block ?? -1]?.key ?? null;
    const parentKey = parent === null ? blockKey : dotted(parent);
    concepts.push(conceptOf(row, parentKey, withChildren.has(row.code), sources));
  }
  emit(groupings, emitted, groupings.concepts.length, concepts);
  return concepts;
}

/** Puts the groupings from one index up to another behind the concepts; gives the index where it goes on. */
function emit(
  { concepts: groupings }: Groupings,
  from: number,
  to: number,
  concepts: ConceptRecord[],
): number {
  concepts.push(...groupings.slice(from, to));
  return Math.max(from, to);
}

function conceptOf(
  row: OrderFileLine,
  parentKey: string | null,
  hasChildren: boolean,
  { derived, poaExempt, reading }: TabularSources,
): ConceptRecord {
  const code = dotted(row.code);
  return {
    key: code,
    code,
    parentKey,
    content: contentOfRow(row, hasChildren),
    noteSet: noteSetOf(row, derived.get(row.code), reading),
    propertySet: poaPropertySet(poaExempt, code, row.headerFlag === '1'),
    designationSet: null,
  };
}

function noteSetOf(row: OrderFileLine, derived: DerivedCode | undefined, reading: NoteReading): NoteSet {
  if (!derived) return emptyNoteSet;
  const { diag, extension } = derived;
  if (diag) {
    const { placeholder, visualImpairment } = diag;
    return noteSetOfEntry(diag, row.longTitle, { extension, placeholder, visualImpairment }, reading);
  }
  if (extension === null) return emptyNoteSet;
  const shared = reading.ofExtension.get(extension) ?? {
    ...emptyNoteSet,
    seventhCharacter: seventhCharacterOf(extension),
  };
  reading.ofExtension.set(extension, shared);
  return shared;
}

/** Row by row: the nearest code above it in the tabular list that is a row, else the longest prefix that is. */
function parentsOf({ order, derived }: TabularSources): (string | null)[] {
  const complete = order.rows.every(({ code }) => derived.has(code));
  const byPrefix = complete ? null : parentsByPrefix(order.rows.map(({ code }) => code)).parentOf;
  return order.rows.map(({ code }) => {
    let parent = derived.get(code)?.parent;
    while (parent != null && !order.byCode.has(parent)) parent = derived.get(parent)?.parent;
    return parent ?? byPrefix?.get(code) ?? null;
  });
}
