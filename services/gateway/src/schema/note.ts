// The GraphQL types of notes: Note, NamedCodes, NoteTable.
import { findConcept } from '../answers/find-concept.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { Concept, NamedCodes, Note, NoteTable } from './refs.ts';

Note.implement({
  description: 'An instruction on a concept.',
  fields: (t) => ({
    kind: t.string({
      description:
        'Its kind, as `codeSystem { noteKinds }` lists them: `includes`, `excludes1`, `codeFirst` …',
      resolve: ({ note }) => note.kind,
    }),
    title: t.string({
      nullable: true,
      description: 'Its kind as people read it; null when the definition lacks the kind.',
      async resolve({ note, origin }, _args, { releases }) {
        const system = await releases.findCodeSystem(origin.release.row.codeSystem);
        return system?.noteKinds.find(({ code }) => code === note.kind)?.title ?? null;
      },
    }),
    list: t.int({
      description: 'Number of the list it stands in among the lists of its concept, from 0.',
      resolve: ({ note }) => note.list,
    }),
    text: t.string({ description: 'As published.', resolve: ({ note }) => note.text }),
    origin: t.field({
      type: Concept,
      description: 'The concept on which it stands; one above for an inherited note.',
      resolve: ({ origin }) => origin,
    }),
    names: t.field({
      type: [NamedCodes],
      extensions: { [listSizeKey]: 2 },
      description: 'The codes and ranges that its text names, in order.',
      resolve: ({ note, origin }) => note.links.map((link) => ({ link, release: origin.release })),
    }),
  }),
});

NamedCodes.implement({
  description: 'A code or a range of codes that a note names.',
  fields: (t) => ({
    text: t.string({ description: 'As written: `S52.-`, `A00-B99`.', resolve: ({ link }) => link.text }),
    fromCode: t.string({
      description: 'The code named, or the first of a range, without a trailing dash.',
      resolve: ({ link }) => link.from,
    }),
    from: t.field({
      type: Concept,
      nullable: true,
      description: 'Its concept in this release; null when the release has none.',
      resolve: ({ link, release }, _args, context) => findConcept(context, release, link.from),
    }),
    toCode: t.string({
      nullable: true,
      description: 'The last code of a range; null for a single code.',
      resolve: ({ link }) => link.to,
    }),
    to: t.field({
      type: Concept,
      nullable: true,
      description: 'Its concept in this release; null for a single code, or when the release has none.',
      resolve: ({ link, release }, _args, context) =>
        link.to === null ? null : findConcept(context, release, link.to),
    }),
    below: t.boolean({
      description: 'True when a dash says that further characters are needed: the code and all below it.',
      resolve: ({ link }) => link.below,
    }),
  }),
});

NoteTable.implement({
  description: 'A table that hangs on a concept.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title.' }),
    rows: t.field({
      type: t.listRef(t.listRef('String')),
      description: 'Its rows, each a list of cells; the first is the head.',
      resolve: ({ rows }) => rows.map((row) => [...row]),
    }),
  }),
});
