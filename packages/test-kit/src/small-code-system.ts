// A made-up extract of ICD-10-CM in three releases, for tests that need something to read.
import type {
  CodeSystemDefinition,
  ConceptRecord,
  IndexContent,
  IndexRecord,
  Note,
  NoteLink,
  NoteSet,
  PropertyValue,
  SeventhCharacter,
} from '@codeset/terminology';
import { emptyNoteSet } from '@codeset/terminology';
import type { ReleaseToBuild } from './build-release.ts';
import { kind, property, term } from './small-words.ts';

/** A definition in the manner of ICD-10-CM's. */
export const smallCodeSystem: CodeSystemDefinition = {
  id: 'icd-10-cm',
  uri: 'http://hl7.org/fhir/sid/icd-10-cm',
  title: 'A few codes of ICD-10-CM',
  publisher: 'NCHS and CMS',
  licence: 'Public domain.',
  attribution: null,
  cadence: 'Once a year on 1 October.',
  hierarchyMeaning: 'is-a',
  language: 'en',
  versionForm: 'The fiscal year, 2026.',
  kinds: [
    kind('chapter', false),
    kind('block', false),
    kind('category', true),
    kind('subcategory', true),
    kind('code', true),
  ],
  properties: [
    property('poa-exempt', 'POA exempt', 'boolean', [], 'poa-exempt-list'),
    property('course', 'Course', 'code', [term('C', 'Chronic')]),
  ],
  noteKinds: ['includes', 'excludes1', 'useAdditionalCode', 'inclusionTerm', 'seventhCharacter'].map((code) =>
    term(code, code),
  ),
  designationUses: ['short-title', 'tabular-title', 'inclusion-term'].map((code) => term(code, code)),
  indexKinds: [term('diseases', 'Index to Diseases and Injuries'), term('neoplasms', 'Table of Neoplasms')],
  parts: [
    term('order-file', 'Order file'),
    term('tabular-list', 'Tabular list'),
    term('poa-exempt-list', 'POA list'),
  ],
  identifierForms: [],
  expressions: null,
  placeholder: { character: 'X', from: 4 },
};

interface ConceptToBuild {
  readonly notes?: readonly Note[];
  readonly seventhCharacters?: readonly SeventhCharacter[];
  readonly seventhCharacter?: SeventhCharacter;
  readonly title?: string;
  readonly shortTitle?: string;
  readonly selectable?: boolean;
  readonly placeholder?: boolean;
  readonly poaExempt?: boolean;
  readonly properties?: readonly PropertyValue[];
  readonly tables?: NoteSet['tables'];
}

function concept(
  parentKey: string | null,
  kindOf: string,
  code: string,
  display: string,
  more: ConceptToBuild = {},
): ConceptRecord {
  const isCode = ['category', 'subcategory', 'code'].includes(kindOf);
  const { title = null, notes = [], seventhCharacters = null, seventhCharacter = null } = more;
  return {
    key: isCode ? code : `${kindOf}:${code}`,
    code,
    parentKey,
    content: {
      kind: kindOf,
      display,
      designations: more.shortTitle ? [{ use: 'short-title', language: 'en', value: more.shortTitle }] : [],
      selectable: more.selectable ?? kindOf === 'code',
      properties: more.properties ?? [],
      effectiveFrom: null,
      effectiveTo: null,
    },
    noteSet: {
      ...emptyNoteSet,
      title,
      notes,
      seventhCharacters,
      seventhCharacter,
      placeholder: more.placeholder ?? false,
      tables: more.tables ?? [],
    },
    propertySet: { properties: more.poaExempt ? [{ code: 'poa-exempt', value: true }] : [] },
    designationSet: null,
  };
}

const link = (text: string, from: string, to: string | null = null): NoteLink => ({
  text,
  from,
  to,
  below: text.endsWith('-'),
});

const encounters: readonly SeventhCharacter[] = [
  { character: 'A', meaning: 'initial encounter for closed fracture', notes: [] },
  {
    character: 'B',
    meaning: 'initial encounter for open fracture type I or II',
    notes: ['Default for open'],
  },
  { character: 'D', meaning: 'subsequent encounter for closed fracture with routine healing', notes: [] },
];
const torus: readonly SeventhCharacter[] = [
  { character: 'A', meaning: 'initial encounter for closed fracture', notes: [] },
];
const [initial, open] = encounters;

const neoplasms: readonly ConceptRecord[] = [
  concept(null, 'chapter', '2', 'Neoplasms (C00-D49)'),
  concept('chapter:2', 'block', 'C7A', 'Malignant neuroendocrine tumors (C7A)'),
  concept('block:C7A', 'category', 'C7A', 'Malignant neuroendocrine tumors'),
  concept('C7A', 'code', 'C7A.1', 'Malignant poorly differentiated neuroendocrine tumors'),
];

const diabetes: readonly ConceptRecord[] = [
  concept(null, 'chapter', '4', 'Endocrine, nutritional and metabolic diseases (E00-E89)', {
    notes: [
      {
        kind: 'excludes1',
        list: 0,
        text: 'transitory disorders of newborn (P70-P74)',
        links: [link('P70-P74', 'P70', 'P74')],
      },
    ],
  }),
  concept('chapter:4', 'block', 'E08-E13', 'Diabetes mellitus (E08-E13)'),
  concept('block:E08-E13', 'category', 'E11', 'Type 2 diabetes mellitus', {
    notes: [
      { kind: 'includes', list: 0, text: 'diabetes NOS', links: [] },
      {
        kind: 'useAdditionalCode',
        list: 1,
        text: 'control using insulin (E11.65)',
        links: [link('E11.65', 'E11.65')],
      },
    ],
  }),
  concept('E11', 'subcategory', 'E11.6', 'Type 2 diabetes mellitus with other specified complications'),
  concept('E11.6', 'code', 'E11.65', 'Type 2 diabetes mellitus with hyperglycemia', {
    shortTitle: 'Type 2 diabetes w hyperglycemia',
  }),
  concept('E11', 'code', 'E11.9', 'Type 2 diabetes mellitus without complications', {
    shortTitle: 'Type 2 diabetes w/o complications',
    title: 'Diabetes mellitus, type 2, uncomplicated',
    notes: [{ kind: 'inclusionTerm', list: 0, text: 'Type 2 diabetes, plain', links: [] }],
    properties: [{ code: 'course', value: 'C' }],
    poaExempt: true,
  }),
];

const infarctions: readonly ConceptRecord[] = [
  concept(null, 'chapter', '9', 'Diseases of the circulatory system (I00-I99)'),
  concept('chapter:9', 'category', 'I21', 'Acute myocardial infarction'),
  concept('I21', 'code', 'I21.9', 'Acute myocardial infarction, unspecified'),
];

const fractures: readonly ConceptRecord[] = [
  concept(null, 'chapter', '19', 'Injury, poisoning (S00-T88)', {
    tables: [{ title: 'A table', rows: [['left', 'right']] }],
  }),
  concept('chapter:19', 'category', 'S52', 'Fracture of forearm', { seventhCharacters: encounters }),
  concept('S52', 'subcategory', 'S52.0', 'Fracture of upper end of ulna'),
  concept('S52.0', 'subcategory', 'S52.01', 'Torus fracture of upper end of ulna', {
    seventhCharacters: torus,
  }),
  concept('S52', 'subcategory', 'S52.5', 'Fracture of lower end of radius'),
  concept('S52.5', 'subcategory', 'S52.521', 'Torus fracture of lower end of right radius'),
  concept('S52.521', 'code', 'S52.521A', 'Torus fracture, initial encounter for closed fracture', {
    ...(initial ? { seventhCharacter: initial } : {}),
  }),
  concept('S52.521', 'code', 'S52.521B', 'Torus fracture, initial encounter for open fracture', {
    ...(open ? { seventhCharacter: open } : {}),
  }),
];

const disruptionOf2026: readonly ConceptRecord[] = [
  concept('chapter:19', 'category', 'T81', 'Complications of procedures', { seventhCharacters: torus }),
  concept('T81', 'subcategory', 'T81.32', 'Disruption of internal operation wound', { placeholder: true }),
  concept('T81.32', 'code', 'T81.32XA', 'Disruption of internal wound, initial encounter', {
    ...(initial ? { seventhCharacter: initial } : {}),
  }),
];

const disruptionOf2027: readonly ConceptRecord[] = [
  concept('chapter:19', 'category', 'T81', 'Complications of procedures', { seventhCharacters: torus }),
  concept('T81', 'subcategory', 'T81.32', 'Disruption of internal operation wound'),
  concept('T81.32', 'subcategory', 'T81.320', 'Disruption of fascia', {}),
  concept('T81.320', 'code', 'T81.320A', 'Disruption of fascia, initial encounter', {
    ...(initial ? { seventhCharacter: initial } : {}),
  }),
];

function line(depth: number, text: string, more: Partial<IndexContent> = {}): IndexRecord {
  const letter = depth === 0 ? (text[0] ?? null) : null;
  const content = { term: text, title: text, modifiers: [], letter, references: [], ...more };
  return { kind: 'diseases', depth, content };
}

const reference = (kindOf: 'code' | 'see', text: string, code: string | null) => ({
  kind: kindOf,
  text,
  column: null,
  code,
  below: text.endsWith('-'),
});

const index: readonly IndexRecord[] = [
  line(0, 'Diabetes', {
    title: 'Diabetes, diabetic (mellitus) (sugar)',
    modifiers: ['(mellitus)', '(sugar)'],
    references: [reference('code', 'E11.9', 'E11.9')],
  }),
  line(1, 'type 2', { references: [reference('code', 'E11.9', 'E11.9')] }),
  line(2, 'with', {}),
  line(3, 'hyperglycemia', { references: [reference('code', 'E11.65', 'E11.65')] }),
  line(0, 'Infarct', { references: [] }),
  line(1, 'myocardium', { references: [reference('code', 'I21.9', 'I21.9')] }),
  line(0, 'Inflammation', { references: [reference('see', 'Infarct, myocardium', null)] }),
  line(0, 'Wrist 100%_', { references: [reference('code', 'S52.5-', 'S52.5')] }),
  {
    kind: 'neoplasms',
    depth: 0,
    content: {
      term: 'Neoplasm',
      title: 'Neoplasm',
      modifiers: [],
      letter: 'N',
      references: [{ kind: 'cell', text: 'C7A.1', column: 2, code: 'C7A.1', below: false }],
    },
  },
];

const frontMatter = {
  introduction: [{ type: 'title', title: 'Introduction', instructions: ['Read me first.'] }],
  indexes: [
    { kind: 'diseases', title: 'Index to Diseases and Injuries', columns: [] },
    { kind: 'neoplasms', title: 'Table of Neoplasms', columns: [{ column: 2, title: 'Malignant Primary' }] },
  ],
};

const shared = { definition: smallCodeSystem, frontMatter, counts: { selectable: 7, chapter: 4 } };

/** Of 2025 there is the order file alone: no chapters, no notes, no properties from lists; I21.A1 was dropped later. */
export const release2025: ReleaseToBuild = {
  definition: smallCodeSystem,
  version: '2025',
  effectiveFrom: '2024-10-01',
  scheduledTo: '2025-09-30',
  parts: ['order-file'],
  files: ['order-2025.txt'],
  findings: [
    {
      severity: 'warning',
      rule: 'order-only',
      message: 'The release came without its tabular list.',
      where: null,
    },
    { severity: 'info', rule: 'addenda', message: 'No addenda was given.', where: null },
  ],
  concepts: [
    concept(null, 'category', 'E11', 'Type 2 diabetes mellitus'),
    concept('E11', 'code', 'E11.9', 'Type 2 diabetes mellitus without complications'),
    concept(null, 'category', 'I21', 'Acute myocardial infarction'),
    concept('I21', 'code', 'I21.A1', 'Myocardial infarction type 2'),
  ].map((record) => ({ ...record, noteSet: null, propertySet: null })),
};

/** The complete release of 2026. */
export const release2026: ReleaseToBuild = {
  ...shared,
  version: '2026',
  effectiveFrom: '2025-10-01',
  scheduledTo: '2026-09-30',
  parts: ['order-file', 'tabular-list', 'poa-exempt-list'],
  files: ['order-2026.txt', 'tabular-2026.xml'],
  concepts: [...neoplasms, ...diabetes, ...infarctions, ...fractures, ...disruptionOf2026],
  index,
};

/** 2027: T81.32XA became T81.320 with a code of its own below, and I21.B is new. */
export const release2027: ReleaseToBuild = {
  ...shared,
  version: '2027',
  effectiveFrom: '2026-10-01',
  scheduledTo: '2027-09-30',
  parts: ['order-file', 'tabular-list', 'poa-exempt-list'],
  concepts: [
    ...neoplasms,
    ...diabetes,
    ...infarctions,
    concept('I21', 'code', 'I21.B', 'Myocardial infarction with coronary microvascular dysfunction'),
    ...fractures,
    ...disruptionOf2027,
  ],
  index,
};
