// What the three maps are, what each may be used for, and the words their mappings use.
import type { ConceptMapDefinition, TermDefinition } from '@codeset/terminology';
import { definition as icd11 } from '../definition.ts';
import { mapVersionForm } from './map-release-name.ts';
import { elevenToTenOne, type MapTable, tenToElevenMultiple, tenToElevenOne } from './map-tables.ts';

const foundationUri: TermDefinition = {
  code: 'foundation-uri',
  title: 'Foundation URI',
  description:
    'The entity of the foundation that the row means; it may be finer than the category mapped to.',
};

const properties: readonly TermDefinition[] = [
  {
    code: 'linearization-uri',
    title: 'Linearization URI',
    description:
      'The concept in this release of ICD-11; where several codes are needed together, that of the first stem code.',
  },
  {
    code: 'relation',
    title: 'Relation',
    description: 'The publisher’s word in the column Relation, which only some editions have.',
  },
  {
    code: 'source-title',
    title: 'Title of the source in this row',
    description: 'As published; only where the first row that names the source gives it another title.',
  },
  {
    code: 'target-title',
    title: 'Title of the target in this row',
    description: 'As published; only where the first row that names the target gives it another title.',
  },
];

const related =
  'The tables at hand do not say how source and target stand to one another: a mapping is no more than that the two ' +
  'belong together, unless the edition has a column Relation.';

/** Their definitions, by the tables' ids. */
export const mapDefinitions: Readonly<Record<MapTable['id'], ConceptMapDefinition>> = {
  'who-icd-10-icd-11-one': definitionOf(tenToElevenOne, {
    title: 'ICD-10 to ICD-11, one category (WHO)',
    purpose:
      'For each chapter, block and category of ICD-10 the one place in ICD-11 that comes nearest: to carry statistics ' +
      'and coded data over as a whole. The place may be wider than the source, or a combination of codes. Read in ' +
      `reverse it is not WHO’s table from ICD-11 to ICD-10. ${related}`,
  }),
  'who-icd-10-icd-11-multiple': definitionOf(tenToElevenMultiple, {
    title: 'ICD-10 to ICD-11, several categories (WHO)',
    purpose:
      'For each chapter, block and category of ICD-10 all places in ICD-11 that hold a part of it: to choose from by ' +
      'hand, with the record in view. The targets of one source are alternatives, not needed together. Read in ' +
      `reverse it is not WHO’s table from ICD-11 to ICD-10. ${related}`,
  }),
  'who-icd-11-icd-10-one': definitionOf(elevenToTenOne, {
    title: 'ICD-11 to ICD-10, one category (WHO)',
    purpose:
      'For each chapter, block and category of ICD-11, extension codes left out, the one place in ICD-10 that comes ' +
      'nearest: to compare data coded in ICD-11 with earlier ones. Read in reverse it is neither of WHO’s tables from ' +
      `ICD-10 to ICD-11. ${related}`,
  }),
};

function definitionOf(
  { id, from }: MapTable,
  { title, purpose }: Pick<ConceptMapDefinition, 'title' | 'purpose'>,
): ConceptMapDefinition {
  const fromTen = from === 'icd-10';
  return {
    id,
    title,
    publisher: icd11.publisher,
    licence: icd11.licence,
    attribution: icd11.attribution,
    sourceCodeSystem: fromTen ? 'icd-10' : icd11.id,
    targetCodeSystem: fromTen ? icd11.id : 'icd-10',
    purpose,
    versionForm: mapVersionForm,
    properties: fromTen ? [foundationUri, ...properties] : properties,
    ofRelease: ['linearization-uri'],
  };
}
