// The GraphQL enums of changes: kinds of change, what became of a note, runs of words.
import {
  changeKindMeanings,
  indexChangeKindMeanings,
  type MapChangeKind as MapChangeKindData,
  mapChangeMeanings,
} from '@codeset/terminology';
import { builder } from '../builder.ts';
import { enumValues } from './enum-values.ts';

/** The meanings as sentences. */
const mapChangeSentences = Object.fromEntries(
  Object.entries(mapChangeMeanings).map(([kind, words]) => [
    kind,
    `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`,
  ]),
) as Record<MapChangeKindData, string>;

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What became of a concept from one release to another; one concept can have several.',
  values: enumValues(changeKindMeanings),
});

export const IndexChangeKind = builder.enumType('IndexChangeKind', {
  description: 'What became of an index entry from one release to another; one entry can have several.',
  values: enumValues(indexChangeKindMeanings),
});

export const MapChangeKind = builder.enumType('MapChangeKind', {
  description: 'What became of a source from one release of a map to another; one source can have several.',
  values: enumValues(mapChangeSentences),
});

export const NoteChangeKind = builder.enumType('NoteChangeKind', {
  description: 'What became of a note.',
  values: {
    ADDED: { value: 'added', description: 'The concept has it now.' },
    REMOVED: { value: 'removed', description: 'The concept had it.' },
    REWORDED: { value: 'reworded', description: 'Half of its words at least are the same.' },
    MOVED_UP: { value: 'movedUp', description: 'It went from a concept to one above it.' },
    MOVED_DOWN: { value: 'movedDown', description: 'It went from a concept to one below it.' },
  } as const,
});

export const WordChange = builder.enumType('WordChange', {
  description: 'Whether words are in both texts.',
  values: {
    SAME: { value: 'same', description: 'In both.' },
    REMOVED: { value: 'removed', description: 'Only in the text before.' },
    ADDED: { value: 'added', description: 'Only in the text after.' },
  } as const,
});

export const ChangedField = builder.enumType('ChangedField', {
  description: 'Which fact about a concept differs.',
  values: {
    IDENTIFIER: { value: 'identifier', description: 'The identifier of a grouping, such as a BlockId.' },
    KIND: { value: 'kind', description: 'Its kind.' },
    EFFECTIVE_FROM: { value: 'effectiveFrom', description: 'The first day of its own.' },
    EFFECTIVE_TO: { value: 'effectiveTo', description: 'The last day of its own.' },
    PROPERTY: { value: 'property', description: 'A property; `name` is its code.' },
    SEVENTH_CHARACTER: {
      value: 'seventhCharacter',
      description: 'What a 7th character means; `name` is the character.',
    },
    PLACEHOLDER: { value: 'placeholder', description: 'Whether it is marked as a code with a placeholder.' },
    TABLE: { value: 'table', description: 'A table that hangs on it; `name` is its title.' },
    NOTE_ORDER: { value: 'noteOrder', description: 'The same notes in another order or in other lists.' },
  } as const,
});
