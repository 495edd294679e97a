// A made-up extract in the manner of ICD-11 MMS, in two releases and a draft: entities with identities of their own.
import type { CodeSystemDefinition, ConceptRecord, FrontMatter } from '@codeset/terminology';
import type { ReleaseToBuild } from './build-release.ts';
import { kind, property, term } from './small-words.ts';

/** A definition in the manner of ICD-11's. */
export const smallIcd11: CodeSystemDefinition = {
  id: 'icd-11-mms',
  uri: 'http://id.who.int/icd/release/11/mms',
  title: 'A few entities in the manner of ICD-11 MMS',
  publisher: 'WHO',
  licence: 'CC BY-ND 3.0 IGO.',
  attribution: 'Made up in the shape of ICD-11; nothing of it is by WHO.',
  cadence: 'Once a year.',
  hierarchyMeaning: 'is-a',
  language: 'en',
  versionForm: 'Year and month, 2024-01.',
  kinds: [kind('chapter', false), kind('block', false), kind('category', true), kind('extension-code', true)],
  properties: [
    property('primary-tabulation', 'Primary tabulation', 'boolean'),
    property('grouping', 'Grouping', 'concept'),
    property('foundation-uri', 'Foundation URI', 'string'),
    property('browser-link', 'Browser link', 'string'),
  ],
  noteKinds: [],
  designationUses: [term('title', 'Title')],
  indexKinds: [],
  parts: [term('simple-tabulation', 'Simple tabulation')],
  identifierForms: [
    {
      title: 'Foundation or linearization URI',
      pattern:
        '^https?://id\\.who\\.int/icd/(?:entity|release/11/(?:[^/]+/)?mms)/(\\d+(?:/(?:other|unspecified))?)$',
      key: '$1',
    },
  ],
  expressions: {
    stemSeparator: '/',
    extensionSeparator: '&',
    stemKinds: ['category'],
    extensionKinds: ['extension-code'],
  },
};

interface EntityToBuild {
  readonly code?: string;
  readonly selectable?: boolean;
  readonly grouping?: string;
}

function entity(
  key: string,
  parentKey: string | null,
  kindOf: string,
  display: string,
  more: EntityToBuild = {},
): ConceptRecord {
  const properties = [
    { code: 'primary-tabulation', value: kindOf === 'category' },
    ...(more.grouping ? [{ code: 'grouping', value: more.grouping }] : []),
  ];
  const selectable = more.selectable ?? ['category', 'extension-code'].includes(kindOf);
  const dates = { effectiveFrom: null, effectiveTo: null };
  const content = { kind: kindOf, display, designations: [], selectable, properties, ...dates };
  const code = more.code ?? null;
  return { key, code, parentKey, content, noteSet: null, propertySet: null, designationSet: null };
}

/** The entity 104 had the code 1A00 at first and has the code 1A01 now; 121 and 122 are a block and a category of one id. */
function entities(codeOf104: string): ConceptRecord[] {
  return [
    entity('101', null, 'chapter', 'Ailments of gnomes', { code: '01' }),
    entity('102', '101', 'block', 'Ailments of the beard', { code: 'BlockL1-1A0' }),
    entity('103', '102', 'block', 'Ailments of the tip of the beard'),
    entity('104', '103', 'category', 'Tangle', { code: codeOf104, grouping: 'BlockL1-1A0' }),
    entity('105', '102', 'category', 'Moss', { code: '1A02', selectable: false }),
    entity('105/other', '105', 'category', 'Other moss', { code: '1A02.Y' }),
    entity('105/unspecified', '105', 'category', 'Moss, unspecified', { code: '1A02.Z' }),
    entity('120', null, 'chapter', 'Ailments of trolls', { code: '02' }),
    entity('121', '120', 'block', 'Petrifaction', { code: 'FA11' }),
    entity('122', '121', 'category', 'Petrifaction', { code: 'FA11' }),
    entity('190', null, 'chapter', 'Extension codes', { code: 'X' }),
    entity('191', '190', 'extension-code', 'By moonlight', { code: 'XN8P1' }),
    entity('192', '190', 'extension-code', 'On the left', { code: 'XK9' }),
  ];
}

const frontMatter: FrontMatter = {
  introduction: [],
  indexes: [],
  propertyPatterns: [
    { code: 'foundation-uri', forms: [{ key: '^\\d+$', value: 'http://id.who.int/icd/entity/$&' }] },
    {
      code: 'browser-link',
      forms: [
        { key: '^(\\d+)$', value: 'https://browser.example/#$1' },
        { key: '^(\\d+)/(other|unspecified)$', value: 'https://browser.example/#$1%2F$2' },
      ],
    },
  ],
};

const spanish = new Map([
  ['101', 'Dolencias de los gnomos'],
  ['104', 'Enredo'],
  ['122', 'Petrificación'],
]);

const shared = { definition: smallIcd11, scheduledTo: null, parts: ['simple-tabulation'] };

/** In English alone; the entity 104 has the code 1A00. */
export const icd11Of2018: ReleaseToBuild = {
  ...shared,
  version: '2018-12',
  effectiveFrom: '2018-12-18',
  frontMatter,
  concepts: entities('1A00'),
};

/** With Spanish texts, not for every entity; the entity 104 has the code 1A01. */
export const icd11Of2024: ReleaseToBuild = {
  ...shared,
  version: '2024-01',
  effectiveFrom: '2024-01-21',
  frontMatter: { ...frontMatter, translations: ['es'] },
  concepts: entities('1A01').map((record) => {
    const value = spanish.get(record.key);
    const designations = value === undefined ? [] : [{ use: 'title', language: 'es', value }];
    return { ...record, designationSet: { designations } };
  }),
};

/** A draft: the entity 107 is in no other release. */
export const icd11Draft: ReleaseToBuild = {
  ...shared,
  version: '2024-11-draft',
  effectiveFrom: '2024-11-01',
  draft: true,
  frontMatter,
  concepts: [...entities('1A01'), entity('107', '190', 'extension-code', 'At dawn', { code: 'XD1' })],
};
