// The GraphQL type MappedConcept: a concept that a map names, and how it is known.
import { codeSystemOf, versionOf } from '@codeset/crosswalk';
import { expressionOf, heldConcept, mentionOf, standingOf } from '../answers/mapped-concept.ts';
import { ConceptStanding } from './mapping-words.ts';
import { Concept, Expression, MappedConcept } from './refs.ts';

MappedConcept.implement({
  description:
    'A concept that a map names, of a code system that need not be held: then all that is known of it is what the map says.',
  fields: (t) => ({
    codeSystem: t.string({
      description: 'Id of its code system.',
      resolve: ({ map, side }) => codeSystemOf(map, side),
    }),
    version: t.string({
      nullable: true,
      description: 'Version of the release that the map speaks of; null where its publisher does not say.',
      resolve: ({ map, side }) => versionOf(map, side),
    }),
    code: t.exposeString('code', {
      nullable: true,
      description:
        'Its code, or several that are needed together as the code system writes them (`expression` takes them apart); null for a concept without one.',
    }),
    key: t.exposeString('key', {
      nullable: true,
      description:
        'Its identity in the code system, where the map names it by more than its code; null otherwise.',
    }),
    standing: t.field({
      type: ConceptStanding,
      description: 'How it is known here.',
      resolve: (concept, _args, context) => standingOf(context, concept),
    }),
    title: t.string({
      nullable: true,
      description: 'Its title by the map; null where the map gives codes alone.',
      resolve: async (concept, _args, context) => (await mentionOf(context, concept))?.title ?? null,
    }),
    kind: t.string({
      nullable: true,
      description: "Its kind by the map, in the publisher's words (`modifiedcategory`); null when not said.",
      resolve: async (concept, _args, context) => (await mentionOf(context, concept))?.kind ?? null,
    }),
    depthInKind: t.int({
      nullable: true,
      description: 'Its depth within its kind by the map, from 1; null when not said.',
      resolve: async (concept, _args, context) => (await mentionOf(context, concept))?.depthInKind ?? null,
    }),
    chapter: t.string({
      nullable: true,
      description: 'The chapter that it stands in by the map, as published; null when not said.',
      resolve: async (concept, _args, context) => (await mentionOf(context, concept))?.chapter ?? null,
    }),
    publishedCode: t.string({
      nullable: true,
      description:
        'What stands in the place of its code in the map, which for a grouping can be its number; null when nothing does.',
      async resolve(concept, _args, context) {
        const mention = await mentionOf(context, concept);
        return mention ? mention.code : concept.code;
      },
    }),
    concept: t.field({
      type: Concept,
      nullable: true,
      description:
        'The concept in the release that the map speaks of; null where that is not told or not held, or has no such concept. No other release takes its place.',
      resolve: (concept, _args, context) => heldConcept(context, concept),
    }),
    expression: t.field({
      type: Expression,
      nullable: true,
      description:
        'Codes that are needed together, part by part in the release that the map speaks of; null for a single code, and where the release is not held.',
      resolve: (concept, _args, context) => expressionOf(context, concept),
    }),
  }),
});
