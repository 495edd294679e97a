// What ICD-10-CM is, who publishes it, and the words its data use.
import type { CodeSystemDefinition, TermDefinition } from '@codeset/terminology';
import { versionForm } from './release-name.ts';

function term(code: string, title: string, description: string): TermDefinition {
  return { code, title, description };
}

/** Kinds tell the level in the tabular list; whether a concept may be coded with is `selectable`, another question. */
const kinds = [
  { ...term('chapter', 'Chapter', 'One of the 21 chapters (22 since 2021).'), isCode: false },
  {
    ...term(
      'block',
      'Block',
      'A section of a chapter: a range of categories, or one category; some stand over others.',
    ),
    isCode: false,
  },
  {
    ...term('category', 'Category', 'A code of three characters, with or without codes below it.'),
    isCode: true,
  },
  {
    ...term('subcategory', 'Subcategory', 'A code of more than three characters that has codes below it.'),
    isCode: true,
  },
  {
    ...term(
      'code',
      'Code',
      'A code of more than three characters with none below it, final with all its characters.',
    ),
    isCode: true,
  },
];

const noteKinds = [
  term('includes', 'Includes', 'Defines further, or gives examples of, what is classified here.'),
  term('excludes1', 'Excludes1', 'Not coded here: what is named is never coded together with this code.'),
  term('excludes2', 'Excludes2', 'Not included here: what is named may be coded beside this code.'),
  term('codeFirst', 'Code first', 'What is named, an underlying condition, is coded before this code.'),
  term(
    'useAdditionalCode',
    'Use additional code',
    'What is named is coded after this code, where it applies.',
  ),
  term('codeAlso', 'Code also', 'What is named may be needed as a second code, in either order.'),
  term('notes', 'Note', 'A free note.'),
  term('inclusionTerm', 'Inclusion term', 'A condition that the code is used for.'),
  term('seventhCharacter', '7th character', 'Which codes need a 7th character from the list given here.'),
  term('sectionIndexNote', 'Note on the overview', "A note on the list of blocks at a chapter's head."),
];

const parts = [
  term(
    'order-file',
    'Order file',
    'All codes with their titles, headers and selectable ones, in tabular order (CMS).',
  ),
  term('tabular-list', 'Tabular list', 'Chapters, blocks, notes and 7th-character definitions (NCHS).'),
  term('index-to-diseases', 'Index to diseases and injuries', 'The alphabetic index (NCHS).'),
  term('external-cause-index', 'Index to external causes', 'The alphabetic index of external causes (NCHS).'),
  term('neoplasm-table', 'Table of neoplasms', 'Sites by behaviour of the neoplasm (NCHS).'),
  term('drug-table', 'Table of drugs and chemicals', 'Substances by circumstance of poisoning (NCHS).'),
  term('poa-exempt-list', 'POA-exempt list', 'Codes exempt from present-on-admission reporting (CMS).'),
];

export const definition: CodeSystemDefinition = {
  id: 'icd-10-cm',
  uri: 'http://hl7.org/fhir/sid/icd-10-cm',
  title: 'International Classification of Diseases, Tenth Revision, Clinical Modification',
  publisher:
    'National Center for Health Statistics (CDC/NCHS), with the Centers for Medicare & Medicaid Services (CMS)',
  licence: 'A work of the United States government, in the public domain.',
  attribution: null,
  cadence: 'Each fiscal year on 1 October, with updates on 1 April and, rarely, at other times.',
  hierarchyMeaning: 'is-a',
  language: 'en',
  versionForm,
  kinds,
  properties: [
    {
      ...term('group-heading', 'Group heading', 'True for a block that is only a heading over other blocks.'),
      type: 'boolean',
      values: [],
      part: 'tabular-list',
    },
    {
      ...term('poa-exempt', 'POA exempt', 'Whether the code is exempt from present-on-admission reporting.'),
      type: 'boolean',
      values: [],
      part: 'poa-exempt-list',
    },
  ],
  noteKinds,
  designationUses: [
    term('short-title', 'Short title', 'The title in 60 characters at most, from the order file.'),
    term(
      'tabular-title',
      'Tabular title',
      'The title in the tabular list, where it differs from the long title.',
    ),
    term('inclusion-term', 'Inclusion term', 'A condition that the code is used for, from the tabular list.'),
  ],
  indexKinds: [
    term('diseases', 'Index to diseases and injuries', 'Conditions by name.'),
    term('external-causes', 'Index to external causes', 'Events and circumstances by name.'),
    term('neoplasms', 'Table of neoplasms', 'Sites; six columns: malignant primary to unspecified behavior.'),
    term(
      'drugs',
      'Table of drugs and chemicals',
      'Substances; six columns: poisoning, adverse effect, underdosing.',
    ),
  ],
  parts,
  identifierForms: [],
  expressions: null,
  placeholder: { character: 'X', from: 4 },
};
