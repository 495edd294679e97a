// The texts, properties and dates of a code, from its record.
import type { ConceptContent, PropertyValue } from '@codeset/terminology';
import { type MainRecord, onlyValue } from './main-record.ts';
import { fieldProperties } from './properties.ts';
import type { Section } from './sections.ts';

/** A procedure or a modifier; both may be coded with. */
export function contentOfRecord(record: MainRecord): ConceptContent {
  const short = onlyValue(record, 'shortDescription');
  return {
    kind: record.isModifier ? 'modifier' : 'procedure',
    display: record.longDescription,
    designations: short === null ? [] : [{ use: 'short-description', language: 'en', value: short }],
    selectable: true,
    properties: propertiesOf(record),
    effectiveFrom: onlyValue(record, 'dateAdded'),
    effectiveTo: onlyValue(record, 'terminationDate'),
  };
}

/** A section; what it says is ours. */
export function contentOfSection({ title }: Section): ConceptContent {
  return {
    kind: 'section',
    display: title,
    designations: [],
    selectable: false,
    properties: [],
    effectiveFrom: null,
    effectiveTo: null,
  };
}

/** In the order of the record layout; a field that stands several times gives a property each time. */
function propertiesOf({ values }: MainRecord): PropertyValue[] {
  return fieldProperties.flatMap(({ code, type, field }) =>
    values[field].map((value) => ({ code, value: type === 'integer' ? Number(value) : value })),
  );
}
