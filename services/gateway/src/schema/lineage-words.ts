// The GraphQL enums of lineage: relations, evidence, what became of a carried code.
import { builder } from '../builder.ts';

export const LineageRelation = builder.enumType('LineageRelation', {
  description: 'How a code leads to another.',
  values: {
    SPLIT: {
      value: 'split',
      description:
        'Its meaning went to several codes, or a part of it to a code beside the one that stays in use.',
    },
    MERGE: { value: 'merge', description: 'Several codes went into one.' },
    RENAME: { value: 'rename', description: 'The same under another code.' },
    REPLACE: { value: 'replace', description: 'One code for one.' },
  } as const,
});

export const EvidenceSource = builder.enumType('EvidenceSource', {
  description: 'Who says that a code leads to another: publishers, or reasons of ours, which have a score.',
  values: {
    CONVERSION_TABLE: {
      value: 'conversion-table',
      description: "The publisher's conversion table, which is made for the retrieval of data.",
    },
    CROSS_REFERENCE: {
      value: 'cross-reference',
      description: 'The ended code itself refers to the one to be used instead.',
    },
    ENTITY: { value: 'entity', description: 'The publisher identifies the entity apart from its code.' },
    ADDENDA: {
      value: 'addenda',
      description: 'The list of changes deletes the one and adds the other; it bears out another reason.',
    },
    STRUCTURE: {
      value: 'structure',
      description: 'The code became a header over the other, or its placeholder gave way to a character.',
    },
    SIMILARITY: { value: 'similarity', description: 'Nobody says anything, and the titles are alike.' },
  } as const,
});

export const CarriedStatus = builder.enumType('CarriedStatus', {
  description: 'What became of a code on the way from one release to a later one.',
  values: {
    UNCHANGED: { value: 'unchanged', description: 'The same code with the same display.' },
    REWORDED: { value: 'reworded', description: 'The same code with another display.' },
    SUBDIVIDED: { value: 'subdivided', description: 'New codes took its place.' },
    REPLACED: { value: 'replaced', description: 'Another code is used instead.' },
    ENDED: { value: 'ended', description: 'It ended, and no code of the release took its place.' },
    UNKNOWN: { value: 'unknown', description: 'The first release has no such code.' },
  } as const,
});
