// The GraphQL types of the alphabetic index: IndexEntry and its references.
import { findConcept } from '../answers/find-concept.ts';
import { listIndexChildren, listIndexPath } from '../answers/index-entries.ts';
import { findColumnTitle } from '../answers/release-texts.ts';
import { builder } from '../builder.ts';
import type { GatewayContext } from '../context.ts';
import { listSizeKey } from '../limits/list-size.ts';
import type { ReleaseIndexEntry } from '../pinned-release.ts';
import { Concept, IndexEntry, IndexReferenceRef } from './refs.ts';

const contentOf = ({ row }: ReleaseIndexEntry, { loaders }: GatewayContext) =>
  loaders.indexContents.load(row.contentId);

IndexEntry.implement({
  description: 'A line of an alphabetic index or table, leading to codes or to other lines.',
  fields: (t) => ({
    kind: t.string({
      description: 'Which index, as `codeSystem { indexKinds }` lists them.',
      resolve: ({ row }) => row.kind,
    }),
    term: t.string({
      description: 'The term of this line alone, without nonessential modifiers; `path` has the lines above.',
      resolve: async (entry, _args, context) => (await contentOf(entry, context)).term,
    }),
    title: t.string({
      description: 'The whole title of this line as published.',
      resolve: async (entry, _args, context) => (await contentOf(entry, context)).title,
    }),
    modifiers: t.stringList({
      description: 'The nonessential modifiers, in order: words that may be there without changing the code.',
      resolve: async (entry, _args, context) => [...(await contentOf(entry, context)).modifiers],
    }),
    letter: t.string({
      nullable: true,
      description: 'The letter that a main term stands under; null for the lines below.',
      resolve: async (entry, _args, context) => (await contentOf(entry, context)).letter,
    }),
    depth: t.int({
      description: '0 for a main term, 1 for the lines under it …',
      resolve: ({ row }) => row.depth,
    }),
    path: t.field({
      type: [IndexEntry],
      extensions: { [listSizeKey]: 4 },
      description: 'The lines that lead here, from the main term to this line itself.',
      resolve: (entry, _args, context) => listIndexPath(context, entry),
    }),
    parent: t.field({
      type: IndexEntry,
      nullable: true,
      description: 'The line directly above; null for a main term.',
      resolve: async (entry, _args, context) => (await listIndexPath(context, entry)).at(-2) ?? null,
    }),
    children: t.field({
      type: [IndexEntry],
      extensions: { [listSizeKey]: 12 },
      description: "The lines directly under this one, in the publisher's order.",
      resolve: (entry, _args, context) => listIndexChildren(context, entry),
    }),
    references: t.field({
      type: [IndexReferenceRef],
      extensions: { [listSizeKey]: 3 },
      description: 'Where this line leads, in document order; empty for a line that only heads others.',
      resolve: async (entry, _args, context) =>
        (await contentOf(entry, context)).references.map((reference) => ({ entry, reference })),
    }),
  }),
});

export const ReferenceKind = builder.enumType('IndexReferenceKind', {
  description: 'How a line of an index leads on.',
  values: {
    CODE: { value: 'code', description: 'To a code.' },
    MANIFESTATION: {
      value: 'manifestation',
      description: 'To the code of a manifestation, sent as second code.',
    },
    CELL: { value: 'cell', description: 'To the code in a cell of a table; the column says for which case.' },
    SEE: { value: 'see', description: 'To another line, which is to be used instead.' },
    SEE_ALSO: { value: 'seeAlso', description: 'To another line, which may fit better.' },
    SEE_CATEGORY: { value: 'seeCategory', description: 'To a category.' },
    SEE_SUBCATEGORY: { value: 'seeSubcategory', description: 'To a subcategory.' },
  } as const,
});

IndexReferenceRef.implement({
  description: 'One lead of an index entry.',
  fields: (t) => ({
    kind: t.field({
      type: ReferenceKind,
      description: 'To a code, a cell, or another line.',
      resolve: ({ reference }) => reference.kind,
    }),
    text: t.string({
      description: 'As published: `I70.-`, or words such as `Infarct, myocardium`.',
      resolve: ({ reference }) => reference.text,
    }),
    column: t.int({
      nullable: true,
      description: "The publisher's number of the column of a table's cell; null elsewhere.",
      resolve: ({ reference }) => reference.column,
    }),
    columnTitle: t.string({
      nullable: true,
      description: 'The title of that column; null elsewhere, or when the table gives none.',
      resolve: ({ entry, reference }, _args, context) => findColumnTitle(context, entry, reference.column),
    }),
    code: t.string({
      nullable: true,
      description:
        'The code that the text gives, without a trailing dash; null where it gives words or none.',
      resolve: ({ reference }) => reference.code,
    }),
    concept: t.field({
      type: Concept,
      nullable: true,
      description: 'Its concept in this release; null where there is no code, or the release has it not.',
      resolve: ({ entry, reference }, _args, context) =>
        reference.code === null ? null : findConcept(context, entry.release, reference.code),
    }),
    below: t.boolean({
      description:
        'True when a trailing dash says that the code is incomplete: further characters are needed.',
      resolve: ({ reference }) => reference.below,
    }),
  }),
});
