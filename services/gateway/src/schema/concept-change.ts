// The GraphQL types of one change: ConceptChange and its details, before and after.
import { diffOfWords, type DetailedNoteChange, type WordRun } from '@codeset/comparison';
import { findByKey, findChapter, listHeirs } from '../answers/compare.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { ChangedField, ChangeKind, NoteChangeKind, WordChange } from './change-words.ts';
import { Concept, ConceptChange, FieldChange, NoteChange, PropertyDefinition, Rewording } from './refs.ts';

ConceptChange.implement({
  description: 'One concept that differs between two releases, with everything that differs in it.',
  fields: (t) => ({
    kinds: t.field({
      type: [ChangeKind],
      description: 'What became of it; never empty.',
      resolve: ({ change }) => [...change.kinds],
    }),
    code: t.string({
      nullable: true,
      description: 'Its code in the second release, else in the first; null for a concept without one.',
      resolve: ({ change }) => (change.to ?? change.from)?.code ?? null,
    }),
    from: t.field({
      type: Concept,
      nullable: true,
      description: 'The concept in the first release; null when it is not there.',
      resolve: ({ comparison, change }) => change.from && { release: comparison.from, row: change.from },
    }),
    to: t.field({
      type: Concept,
      nullable: true,
      description: 'The concept in the second release; null when it is not there.',
      resolve: ({ comparison, change }) => change.to && { release: comparison.to, row: change.to },
    }),
    chapter: t.field({
      type: Concept,
      nullable: true,
      description:
        'The grouping at the top of its tree, in the second release where it is there; null where the releases hold no groupings.',
      resolve: (compared, _args, context) => findChapter(context, compared),
    }),
    cosmetic: t.boolean({
      description: 'Nothing differs but case, punctuation or spacing of texts.',
      resolve: ({ change }) => change.cosmetic,
    }),
    subdividedInto: t.field({
      type: [Concept],
      extensions: { [listSizeKey]: 4 },
      description:
        'The new codes of the second release that took its place, in tabular order; empty unless it was subdivided.',
      resolve: (compared, _args, context) => listHeirs(context, compared),
    }),
    rewordings: t.field({
      type: [Rewording],
      extensions: { [listSizeKey]: 2 },
      description: 'The texts that differ, the display first; empty for what is in one release only.',
      resolve: async ({ comparison, change }) => [...(await comparison.details.load(change)).rewordings],
    }),
    fieldChanges: t.field({
      type: [FieldChange],
      extensions: { [listSizeKey]: 2 },
      description: 'The facts that differ besides texts, notes and `selectable`.',
      resolve: async ({ comparison, change }) =>
        (await comparison.details.load(change)).fieldChanges.map((field) => ({ comparison, field })),
    }),
    noteChanges: t.field({
      type: [NoteChange],
      extensions: { [listSizeKey]: 2 },
      description:
        'The notes that differ, in the publisher’s order. Of a concept that is in one release only those that moved.',
      resolve: async ({ comparison, change }) =>
        (await comparison.details.load(change)).noteChanges.map((note) => ({ comparison, change, note })),
    }),
  }),
});

export const WordRunType = builder.objectRef<WordRun>('WordRun').implement({
  description: 'A run of words of a text that differs.',
  fields: (t) => ({
    change: t.expose('change', { type: WordChange, description: 'Whether it is in both texts.' }),
    text: t.exposeString('text', { description: 'The words with the blanks and signs among them.' }),
  }),
});

Rewording.implement({
  description: 'One text that differs.',
  fields: (t) => ({
    use: t.exposeString('use', {
      description: '`display`, or a use that `codeSystem { designationUses }` lists.',
    }),
    language: t.exposeString('language', { description: 'The language of the text, BCP 47.' }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'The text in the first release; null when there was none.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'The text in the second release; null when there is none.',
    }),
    cosmetic: t.exposeBoolean('cosmetic', {
      description: 'Only case, punctuation or spacing differ.',
    }),
    words: t.field({
      type: [WordRunType],
      extensions: { [listSizeKey]: 6 },
      description: 'Both texts word by word, in reading order.',
      resolve: ({ before, after }) => diffOfWords(before ?? '', after ?? ''),
    }),
  }),
});

FieldChange.implement({
  description: 'One fact that differs, besides texts and notes.',
  fields: (t) => ({
    field: t.field({
      type: ChangedField,
      description: 'Which fact.',
      resolve: ({ field }) => field.field,
    }),
    name: t.string({
      nullable: true,
      description: 'The code of the property, the 7th character, or the title of the table.',
      resolve: ({ field }) => field.name,
    }),
    property: t.field({
      type: PropertyDefinition,
      nullable: true,
      description: 'What the code system says of the property; null for other facts.',
      async resolve({ comparison, field }, _args, { releases }) {
        if (field.field !== 'property') return null;
        const system = await releases.findCodeSystem(comparison.to.row.codeSystem);
        return system?.properties.find(({ code }) => code === field.name) ?? null;
      },
    }),
    before: t.string({
      nullable: true,
      description: 'Its value in the first release as text; null when there was none.',
      resolve: ({ field }) => field.before,
    }),
    after: t.string({
      nullable: true,
      description: 'Its value in the second release as text; null when there is none.',
      resolve: ({ field }) => field.after,
    }),
  }),
});

/** Whether the note left the concept that the change is about. */
function hasLeft({ before, change }: DetailedNoteChange): boolean {
  return before !== null && change !== 'reworded';
}

NoteChange.implement({
  description: 'One note that differs.',
  fields: (t) => ({
    change: t.field({
      type: NoteChangeKind,
      description: 'What became of it.',
      resolve: ({ note }) => note.change,
    }),
    kind: t.string({
      description: 'Its kind, as `codeSystem { noteKinds }` lists them.',
      resolve: ({ note }) => note.kind,
    }),
    before: t.string({
      nullable: true,
      description: 'Its text on this concept in the first release; null when it had none.',
      resolve: ({ note }) => note.before,
    }),
    after: t.string({
      nullable: true,
      description: 'Its text on this concept in the second release; null when it has none.',
      resolve: ({ note }) => note.after,
    }),
    cosmetic: t.boolean({
      description: 'Only case, punctuation or spacing differ; false but for a reworded note.',
      resolve: ({ note }) => note.cosmetic,
    }),
    other: t.field({
      type: Concept,
      nullable: true,
      description: 'The concept that it moved to, or came from; null unless it moved.',
      resolve: ({ comparison, note }, _args, context) =>
        note.otherKey === null
          ? null
          : findByKey(context, hasLeft(note) ? comparison.to : comparison.from, note.otherKey),
    }),
    words: t.field({
      type: [WordRunType],
      extensions: { [listSizeKey]: 6 },
      description: 'Both texts word by word; one run for a note that is in one release only.',
      resolve: ({ note }) => diffOfWords(note.before ?? '', note.after ?? ''),
    }),
  }),
});
