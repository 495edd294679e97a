// What ICD-11 MMS is, who publishes it, and the words its data use.
import type { CodeSystemDefinition, KindDefinition, TermDefinition } from '@codeset/terminology';
import { parts } from './parts.ts';
import { properties } from './properties.ts';
import { versionForm } from './release-name.ts';

function term(code: string, title: string, description: string): TermDefinition {
  return { code, title, description };
}

const kinds: readonly KindDefinition[] = [
  { ...term('chapter', 'Chapter', 'One of the 26 chapters, the sections V and X.'), isCode: false },
  {
    ...term('block', 'Block', 'A grouping without a code; about half of the blocks have a BlockId.'),
    isCode: false,
  },
  {
    ...term(
      'category',
      'Category',
      'A stem code: a condition or circumstance, residual categories included.',
    ),
    isCode: true,
  },
  {
    ...term(
      'extensionCode',
      'Extension code',
      'A code of chapter X: it adds detail to a stem code, never stands alone.',
    ),
    isCode: true,
  },
];

export const definition: CodeSystemDefinition = {
  id: 'icd-11-mms',
  uri: 'http://id.who.int/icd/release/11/mms',
  title: 'International Classification of Diseases, Eleventh Revision, Mortality and Morbidity Statistics',
  publisher: 'World Health Organization (WHO)',
  licence:
    'Creative Commons Attribution-NoDerivs 3.0 IGO (CC BY-ND 3.0 IGO): to be passed on whole and unchanged, naming WHO.',
  attribution:
    'ICD-11 for Mortality and Morbidity Statistics (ICD-11 MMS), World Health Organization, under the licence ' +
    'CC BY-ND 3.0 IGO (https://creativecommons.org/licenses/by-nd/3.0/igo/). Codes and titles are shown as WHO published them; WHO has not reviewed this service.',
  cadence: 'Once a year, as a rule in January or February; drafts now and then, which are never in force.',
  hierarchyMeaning: 'classified-with',
  language: 'en',
  versionForm,
  kinds,
  properties,
  noteKinds: [],
  designationUses: [
    term('title', 'Title', 'The title in another language, from a translation of the tabulation.'),
  ],
  indexKinds: [],
  parts,
  identifierForms: [
    {
      title: 'Foundation URI',
      pattern: '^https?://id\\.who\\.int/icd/entity/(\\d+)(?:/mms)?(/other|/unspecified)?$',
      key: '$1$2',
    },
    {
      title: 'Linearization URI, with or without a release part',
      pattern: '^https?://id\\.who\\.int/icd/release/11/(?:[^/\\s]+/)?mms/(\\d+)(/other|/unspecified)?$',
      key: '$1$2',
    },
  ],
  expressions: {
    stemSeparator: '/',
    extensionSeparator: '&',
    stemKinds: ['category'],
    extensionKinds: ['extensionCode'],
  },
};
