// The GraphQL type CodeSystem, a named set of codes over all time, with the forms of its identifiers and expressions.
import { listSizeKey } from '../limits/list-size.ts';
import {
  CodeSystem,
  ExpressionForm,
  IdentifierForm,
  Kind,
  PropertyDefinition,
  Release,
  Term,
} from './refs.ts';

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
      description:
        'What must be shown wherever the data are served; null when nothing must. Answers repeat it under `extensions.releases`.',
    }),
    cadence: t.exposeString('cadence', { description: 'How often releases come out, in one sentence.' }),
    hierarchyMeaning: t.exposeString('hierarchyMeaning', {
      description:
        "What parent and child mean here, in FHIR's words: `is-a`, `grouped-by`, `part-of`, `classified-with`.",
    }),
    language: t.exposeString('language', {
      description: 'The language of everything but translations, BCP 47.',
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
    identifierForms: t.field({
      type: [IdentifierForm],
      extensions: { [listSizeKey]: 2 },
      description:
        'Other ways than the code to say which concept is meant, such as a URI: every `code` argument takes them too. Empty when there are none.',
      resolve: (system) => system.identifierForms,
    }),
    expressions: t.field({
      type: ExpressionForm,
      nullable: true,
      description:
        'How codes are combined to say more than one alone, which `release { expression }` reads; null where they are not.',
      resolve: (system) => system.expressions,
    }),
    releases: t.field({
      type: [Release],
      extensions: { [listSizeKey]: 15 },
      description:
        'All published releases, drafts among them, in the order of their effective dates; empty when none is published.',
      resolve: (system, _args, { releases }) => releases.list(system.id),
    }),
  }),
});

IdentifierForm.implement({
  description: 'A form of identifier that leads to a concept, whatever code it has in a release.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What it is.' }),
    pattern: t.exposeString('pattern', {
      description:
        'A regular expression (of ECMAScript, with its flag `u`) that the whole identifier matches.',
    }),
  }),
});

ExpressionForm.implement({
  description:
    'How codes are combined, as in `1A00&XN8P1/FA11.Y`: stems beside one another, each with its extensions.',
  fields: (t) => ({
    stemSeparator: t.exposeString('stemSeparator', { description: 'Stands between stems, `/`.' }),
    extensionSeparator: t.exposeString('extensionSeparator', {
      description: 'Stands before each extension of a stem, `&`.',
    }),
    stemKinds: t.exposeStringList('stemKinds', {
      description: 'The kinds of concepts that can be stems, as `codeSystem { kinds }` lists them.',
    }),
    extensionKinds: t.exposeStringList('extensionKinds', {
      description: 'The kinds of concepts that can be extensions.',
    }),
  }),
});
