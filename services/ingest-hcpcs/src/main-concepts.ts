// Records → concepts: sections in the order in which the file comes to them, each with its codes in the file's order.
import type { ConceptRecord, PropertySet } from '@codeset/terminology';
import { contentOfRecord, contentOfSection } from './concept-content.ts';
import type { MainRecord } from './main-record.ts';
import { type NoteSources, noteSets } from './note-sets.ts';
import { type Section, sectionOf } from './sections.ts';

const listed: PropertySet = { properties: [{ code: 'not-otherwise-classified', value: true }] };
const notListed: PropertySet = { properties: [{ code: 'not-otherwise-classified', value: false }] };
const none: PropertySet = { properties: [] };

/** A pre-order walk; `nocCodes` is null when the release came without the list. */
export function mainConcepts(
  records: readonly MainRecord[],
  sources: NoteSources,
  nocCodes: ReadonlySet<string> | null,
): ConceptRecord[] {
  const noteSetOf = noteSets(sources, records);
  const members = new Map<string, { section: Section; records: MainRecord[] }>();
  for (const record of records) {
    const section = sectionOf(record.code, record.isModifier);
    const entry = members.get(section.key) ?? { section, records: [] };
    entry.records.push(record);
    members.set(section.key, entry);
  }
  return [...members.values()].flatMap(({ section, records: codes }) => [
    {
      key: section.key,
      code: section.letter,
      parentKey: null,
      content: contentOfSection(section),
      noteSet: noteSetOf(null),
      propertySet: nocCodes === null ? null : none,
      designationSet: null,
    },
    ...codes.map((record) => ({
      key: record.code,
      code: record.code,
      parentKey: section.key,
      content: contentOfRecord(record),
      noteSet: noteSetOf(record),
      propertySet: nocCodes === null ? null : nocCodes.has(record.code) ? listed : notListed,
      designationSet: null,
    })),
  ]);
}
