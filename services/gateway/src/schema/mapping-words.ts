// The GraphQL enums of maps: relationships, how a concept is known, what a map says of a code.
import { builder } from '../builder.ts';

export const MappingRelationship = builder.enumType('MappingRelationship', {
  description:
    "How the source stands to the target, in the words of FHIR's ConceptMap. Only what is equivalent may be exchanged one for the other, and only in the direction of the map.",
  values: {
    EQUIVALENT: {
      value: 'equivalent',
      description:
        'The same by the publisher. It may stand for the source where the map leads; the way back is the business of another map.',
    },
    SOURCE_IS_NARROWER_THAN_TARGET: {
      value: 'source-is-narrower-than-target',
      description:
        'The target means more: good for counting in larger groups; what the source said beyond it is lost.',
    },
    SOURCE_IS_BROADER_THAN_TARGET: {
      value: 'source-is-broader-than-target',
      description:
        'The target means less than the source: to choose it needs knowledge that the code does not hold. Not for converting records by program.',
    },
    RELATED_TO: {
      value: 'related-to',
      description:
        'They have to do with each other, and the publisher does not say how. A start for a person who looks at the record; in statistics an approximation that must be named as one.',
    },
    NOT_RELATED_TO: {
      value: 'not-related-to',
      description: 'The publisher says that they must not be taken for each other.',
    },
    UNMAPPED: {
      value: 'unmapped',
      description: 'The publisher says that there is none: a statement, not a gap.',
    },
  } as const,
});

export const ConceptStanding = builder.enumType('ConceptStanding', {
  description: 'How a concept that a map names is known here.',
  values: {
    HELD: { description: 'The release that the map speaks of is held and has it: `concept` gives it.' },
    MENTIONED: {
      description: 'Known by what the map itself says of it: title, chapter, kind. Nobody else is asked.',
    },
    NAMED: { description: 'The map gives its code and nothing else.' },
  } as const,
});

export const TranslationStatus = builder.enumType('TranslationStatus', {
  description: 'What a map says of a code.',
  values: {
    MAPPED: { description: 'It leads to something: `options` has the alternatives.' },
    NO_MAP: { description: 'The publisher says that there is none.' },
    NOT_COVERED: { description: 'The code is one, and the map does not speak of it.' },
    UNKNOWN_CODE: { description: 'Neither the map nor a release that is held knows such a code.' },
  } as const,
});
