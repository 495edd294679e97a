// Chapters and blocks as concepts: what stands above the categories, in document order.
import type { ConceptRecord, Finding } from '@codeset/terminology';
import { splitRange } from './fold-text.ts';
import { nestSections } from './nest-sections.ts';
import { type NoteReading, noteSetOfEntry } from './note-set-of-entry.ts';
import { type PoaExemptCodes, poaPropertySet } from './poa-exempt-codes.ts';
import type { TabularChapter, TabularEntry, TabularSection } from './tabular.ts';

export interface Groupings {
  /** Chapters and blocks, a pre-order walk. */
  readonly concepts: readonly ConceptRecord[];
  /** By category: the index of its block in `concepts`. */
  readonly blockOf: ReadonlyMap<string, number>;
}

/** The groupings of a tabular list; findings go to `reading`. */
export function groupingConcepts(
  chapters: readonly TabularChapter[],
  reading: NoteReading,
  poaExempt: PoaExemptCodes,
): Groupings {
  const concepts: ConceptRecord[] = [];
  const blockOf = new Map<string, number>();
  for (const chapter of chapters) {
    const number = chapterNumber(chapter);
    const key = `chapter:${number}`;
    concepts.push(
      grouping({ key, code: number, parentKey: null, kind: 'chapter' }, chapter, reading, poaExempt),
    );
    const { sections, leftFlat } = nestSections(chapter.sections);
    for (const { section, parent, isHeading } of sections) {
      const parentKey = parent === null ? key : blockKey(sections[parent]?.section ?? section);
      const place = { key: blockKey(section), code: section.id, parentKey, kind: 'block', isHeading };
      for (const { name } of section.diags) blockOf.set(name, concepts.length);
      concepts.push(grouping(place, section, reading, poaExempt));
    }
    reading.findings.push(...leftFlat.map((id) => headingLeftFlat(id, reading.file)));
  }
  reading.findings.push(...oddForms(chapters, reading.file));
  return { concepts, blockOf };
}

interface Place {
  readonly key: string;
  readonly code: string;
  readonly parentKey: string | null;
  readonly kind: string;
  readonly isHeading?: boolean;
}

/** The display is the published text without the range that ends it; the whole text stays as the tabular title. */
function grouping(
  { key, code, parentKey, kind, isHeading = false }: Place,
  entry: TabularEntry,
  reading: NoteReading,
  poaExempt: PoaExemptCodes,
): ConceptRecord {
  const display = splitRange(entry.desc).text;
  return {
    key,
    code,
    parentKey,
    content: {
      kind,
      display,
      designations: [],
      selectable: false,
      properties: isHeading ? [{ code: 'group-heading', value: true }] : [],
      effectiveFrom: null,
      effectiveTo: null,
    },
    noteSet: noteSetOfEntry(entry, display, {}, reading),
    propertySet: poaPropertySet(poaExempt, code, false),
    designationSet: null,
  };
}

function blockKey({ id }: TabularSection): string {
  return `block:${id}`;
}

/** `1` for `1` and `01`. */
function chapterNumber({ name }: TabularChapter): string {
  return name.replace(/^0+(?=\d)/, '');
}

function headingLeftFlat(id: string, file: string): Finding {
  return {
    severity: 'info',
    rule: 'heading-left-flat',
    message: `The heading ${id} embraces blocks that don't follow it without a gap; it stands beside them.`,
    where: file,
  };
}

/** Forms of one older edition: chapter numbers with a zero, sections without ids. */
function oddForms(chapters: readonly TabularChapter[], file: string): Finding[] {
  const padded = chapters.filter(({ name }) => name.startsWith('0')).length;
  const nameless = chapters.flatMap(({ sections }) => sections).filter(({ hasId }) => !hasId).length;
  const findings: Finding[] = [];
  const add = (rule: string, message: string) =>
    findings.push({ severity: 'info', rule, message, where: file });
  if (padded > 0) add('padded-chapter', `${padded} chapter numbers are written with a zero; dropped.`);
  if (nameless > 0)
    add('section-without-id', `${nameless} sections have no id; it is taken from their title's range.`);
  return findings;
}
