// What the ICD-10-CM conversion table is, and the words its mappings use.
import type { ConceptMapDefinition } from '@codeset/terminology';
import { definition as icd10cm } from '../definition.ts';
import { versionForm } from '../release-name.ts';

export const conversionDefinition: ConceptMapDefinition = {
  id: 'icd-10-cm-conversion',
  title: 'ICD-10-CM Conversion Table',
  publisher: 'National Center for Health Statistics (CDC/NCHS)',
  licence: icd10cm.licence,
  attribution: null,
  sourceCodeSystem: icd10cm.id,
  targetCodeSystem: icd10cm.id,
  purpose:
    'For each code that is new since 1 October 2016: from when it is used, and with which code or codes the same was ' +
    'coded before. A mapping leads from a previous code to the current one. The table is made for the retrieval of ' +
    'data: it does not say that the two mean the same, and each release holds all that the earlier ones held.',
  versionForm,
  properties: [
    {
      code: 'effective-from',
      title: 'Effective from',
      description:
        'The first day on which the current code is used, as a date; the table gives a year for 1 October of it.',
    },
    {
      code: 'previous-codes',
      title: 'Previous codes',
      description:
        'All that the table says of previous codes in this row, as published: lists, ranges, combinations, None.',
    },
  ],
};
