// The GraphQL type CodeSystem: a named set of codes over all time.
import { listSizeKey } from '../limits/list-size.ts';
import { CodeSystem, Kind, PropertyDefinition, Release, Term } from './refs.ts';

const terms = { [listSizeKey]: 10 };

CodeSystem.implement({
  description:
    'A named set of codes over all time, such as ICD-10-CM. What it says of codes stands in its releases.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Short id used in queries, `icd-10-cm`.' }),
    uri: t.exposeString('uri', {
      description: 'Canonical URI as FHIR uses it, `http://hl7.org/fhir/sid/icd-10-cm`.',
    }),
    title: t.exposeString('title', { description: "The publisher's title." }),
    publisher: t.exposeString('publisher', { description: 'Who publishes it.' }),
    licence: t.exposeString('licence', { description: "The publisher's terms, in one sentence." }),
    attribution: t.exposeString('attribution', {
      nullable: true,
      description: 'What must be shown wherever the data are served; null when nothing must.',
    }),
    cadence: t.exposeString('cadence', { description: 'How often releases come out, in one sentence.' }),
    hierarchyMeaning: t.exposeString('hierarchyMeaning', {
      description:
        "What parent and child mean here, in FHIR's words: `is-a`, `grouped-by`, `part-of`, `classified-with`.",
    }),
    versionForm: t.exposeString('versionForm', {
      description: 'How versions of it are written, in one sentence with an example.',
    }),
    kinds: t.field({
      type: [Kind],
      extensions: terms,
      description: 'The kinds of concepts, as the publisher has them: chapter, block, category …',
      resolve: (system) => system.kinds,
    }),
    properties: t.field({
      type: [PropertyDefinition],
      extensions: terms,
      description:
        'The properties that concepts may carry, with their types and the meanings of coded values.',
      resolve: (system) => system.properties,
    }),
    noteKinds: t.field({
      type: [Term],
      extensions: terms,
      description: 'The kinds of notes that stand on concepts.',
      resolve: (system) => system.noteKinds,
    }),
    designationUses: t.field({
      type: [Term],
      extensions: terms,
      description: 'The uses of texts for concepts: short title, inclusion term …',
      resolve: (system) => system.designationUses,
    }),
    indexKinds: t.field({
      type: [Term],
      extensions: terms,
      description: 'The alphabetic indexes and tables that a release may have.',
      resolve: (system) => system.indexKinds,
    }),
    parts: t.field({
      type: [Term],
      extensions: terms,
      description:
        'The kinds of source that a release may come with. What belongs to a part that a release came without is not known of it, which is not the same as none.',
      resolve: (system) => system.parts,
    }),
    releases: t.field({
      type: [Release],
      extensions: { [listSizeKey]: 15 },
      description:
        'All published releases, in the order of their effective dates; empty when none is published.',
      resolve: (system, _args, { releases }) => releases.list(system.id),
    }),
  }),
});
