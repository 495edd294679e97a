// The GraphQL type SeventhCharacter: an extension of a code with its meaning.
import { Concept, SeventhCharacter } from './refs.ts';

SeventhCharacter.implement({
  description: 'A 7th character with its meaning, where it is defined, and the code that it makes.',
  fields: (t) => ({
    character: t.exposeString('character', { description: 'The character.' }),
    meaning: t.exposeString('meaning', { description: 'What it means.' }),
    notes: t.exposeStringList('notes', { description: 'Notes that belong to this character.' }),
    definedBy: t.field({
      type: Concept,
      nullable: true,
      description:
        'The concept whose definitions are in force; null when neither this one nor any above defines any.',
      resolve: ({ definedBy }) => definedBy,
    }),
    concept: t.field({
      type: Concept,
      nullable: true,
      description:
        'The code with this 7th character, padded with X where needed; null where the code must be subdivided first or the release does not have it.',
      resolve: ({ concept }) => concept,
    }),
  }),
});
