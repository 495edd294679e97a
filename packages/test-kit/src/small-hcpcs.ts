// A made-up extract in the manner of HCPCS Level II, in three releases: codes with dates of their own.
import type { CodeSystemDefinition, ConceptRecord, PlainDate, PropertyValue } from '@codeset/terminology';
import type { ReleaseToBuild } from './build-release.ts';
import { kind, property, term } from './small-words.ts';

/** A definition in the manner of HCPCS's. */
export const smallHcpcs: CodeSystemDefinition = {
  id: 'hcpcs',
  uri: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  title: 'A few codes in the manner of HCPCS',
  publisher: 'CMS',
  licence: 'Public domain.',
  attribution: null,
  cadence: 'Every quarter.',
  hierarchyMeaning: 'grouped-by',
  language: 'en',
  versionForm: 'Year and month, 2018-01.',
  kinds: [kind('section', false), kind('procedure', true), kind('modifier', true)],
  properties: [
    property('coverage', 'Coverage', 'code', [
      term('C', "Contractor's judgement"),
      term('I', 'Not payable by Medicare'),
    ]),
    property('cross-reference', 'Cross-reference', 'concept'),
    property('not-otherwise-classified', 'Not otherwise classified', 'boolean', [], 'noc-list'),
  ],
  noteKinds: [],
  designationUses: [term('short-description', 'Short description')],
  indexKinds: [],
  parts: [term('record-file', 'Record file'), term('noc-list', 'Not-otherwise-classified list')],
  identifierForms: [],
  expressions: null,
};

interface CodeToBuild {
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly kind?: 'procedure' | 'modifier';
  readonly coverage?: string;
  readonly crossReferences?: readonly string[];
}

const neither = { noteSet: null, propertySet: null, designationSet: null };

function section(id: string, display: string): ConceptRecord {
  const dates = { effectiveFrom: null, effectiveTo: null };
  const content = { kind: 'section', display, designations: [], selectable: false, properties: [], ...dates };
  return { key: `section:${id}`, code: id.length === 1 ? id : null, parentKey: null, content, ...neither };
}

function code(parent: string, text: string, display: string, more: CodeToBuild): ConceptRecord {
  const properties: PropertyValue[] = [
    ...(more.coverage ? [{ code: 'coverage', value: more.coverage }] : []),
    ...(more.crossReferences ?? []).map((value) => ({ code: 'cross-reference', value })),
  ];
  const content = {
    kind: more.kind ?? 'procedure',
    display,
    designations: [{ use: 'short-description', language: 'en', value: display.slice(0, 28) }],
    selectable: true,
    properties,
    effectiveFrom: more.from,
    effectiveTo: more.to ?? null,
  };
  return { key: text, code: text, parentKey: `section:${parent}`, content, ...neither };
}

const ambulance = section('A', 'Transport and supplies');
const drugs = section('J', 'Drugs by injection');
const modifiers = section('modifiers', 'Modifiers');
const lasting = code('A', 'A0001', 'Ride by sledge', { from: '1990-01-01', coverage: 'C' });
const single = code('modifiers', 'A1', 'One wound', { from: '1995-01-01', kind: 'modifier' });

const shared = { definition: smallHcpcs, scheduledTo: null, parts: ['record-file'] };

/** What later releases terminate, drop and use again is still there: A0002, A0003 and A0004, J0010. */
export const hcpcs2017: ReleaseToBuild = {
  ...shared,
  version: '2017-01',
  effectiveFrom: '2017-01-01',
  concepts: [
    ambulance,
    lasting,
    code('A', 'A0002', 'Ride by barge', { from: '1990-01-01' }),
    code('A', 'A0003', 'Ride by balloon', { from: '2001-01-01' }),
    code('A', 'A0004', 'Ride by camel', { from: '2001-01-01', to: '2018-06-30' }),
    drugs,
    code('J', 'J0010', 'Injection of the first thing', { from: '1985-01-01' }),
    modifiers,
    single,
  ],
};

/** A0002 and J0010 ended with 2017 and are still listed; A0003 left without a last day, A0004 before its own. */
export const hcpcs2018: ReleaseToBuild = {
  ...shared,
  version: '2018-01',
  effectiveFrom: '2018-01-01',
  concepts: [
    ambulance,
    lasting,
    code('A', 'A0002', 'Ride by barge', {
      from: '1990-01-01',
      to: '2017-12-31',
      coverage: 'I',
      crossReferences: ['A0001', 'A9999'],
    }),
    drugs,
    code('J', 'J0010', 'Injection of the first thing', { from: '1985-01-01', to: '2017-12-31' }),
    modifiers,
    single,
  ],
};

/** A0002 is gone for good, J0010 is another thing now, A0005 begins in the middle of the quarter, A0006 is new. */
export const hcpcs2018April: ReleaseToBuild = {
  ...shared,
  version: '2018-04',
  effectiveFrom: '2018-04-01',
  parts: ['record-file', 'noc-list'],
  concepts: [
    ambulance,
    lasting,
    code('A', 'A0005', 'Ride by swan', { from: '2018-05-15' }),
    code('A', 'A0006', 'Ride, not otherwise classified', { from: '2018-04-01' }),
    drugs,
    code('J', 'J0010', 'Injection of the second thing', { from: '2018-04-01' }),
    modifiers,
    single,
  ].map((record) => ({
    ...record,
    propertySet: {
      properties: record.code === 'A0006' ? [{ code: 'not-otherwise-classified', value: true }] : [],
    },
  })),
};
