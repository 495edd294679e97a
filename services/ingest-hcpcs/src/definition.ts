// What HCPCS Level II is, who publishes it, and the words its data use.
import type { CodeSystemDefinition, PropertyDefinition, TermDefinition } from '@codeset/terminology';
import { type FieldProperty, fieldProperties, notOtherwiseClassified } from './properties.ts';
import { versionForm } from './release-name.ts';

function term(code: string, title: string, description: string): TermDefinition {
  return { code, title, description };
}

const kinds = [
  { ...term('section', 'Section', 'The codes of one letter, or the modifiers.'), isCode: false },
  {
    ...term('procedure', 'Procedure', 'A code of a letter and four digits: a product, supply or service.'),
    isCode: true,
  },
  {
    ...term('modifier', 'Modifier', 'Two characters that say more of the procedure they are put behind.'),
    isCode: true,
  },
];

function withoutField({ field: _, ...property }: FieldProperty): PropertyDefinition {
  return property;
}

export const definition: CodeSystemDefinition = {
  id: 'hcpcs',
  uri: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  title: 'Healthcare Common Procedure Coding System (HCPCS) Level II',
  publisher: 'Centers for Medicare & Medicaid Services (CMS)',
  licence:
    'A work of the United States government, in the public domain; it holds neither CPT nor CDT codes of the AMA and the ADA.',
  attribution: null,
  cadence:
    'Each quarter, on the first of January, April, July and October; up to 2019 once a year in January.',
  hierarchyMeaning: 'grouped-by',
  language: 'en',
  versionForm,
  kinds,
  properties: [...fieldProperties.map(withoutField), notOtherwiseClassified],
  noteKinds: [
    term('processingNote', 'Processing note', 'An instruction for those who pay claims, kept by number.'),
    term(
      'correction',
      'Correction',
      'What CMS corrected after publishing the file; the file itself stays as published.',
    ),
  ],
  designationUses: [
    term('short-description', 'Short description', 'The description in 28 characters at most.'),
  ],
  indexKinds: [],
  parts: [
    term('main-file', 'Main file', 'All procedure codes and modifiers with their data, as text or workbook.'),
    term('processing-notes', 'Processing notes', 'The texts of the processing notes.'),
    term('corrections', 'Corrections', 'Corrections to the main file; of several versions, the latest.'),
    term('noc-list', 'Not-otherwise-classified list', 'Codes for what has no code of its own.'),
  ],
  identifierForms: [],
  expressions: null,
};
