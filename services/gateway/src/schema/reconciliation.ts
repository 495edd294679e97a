// The field Release.reconciliations and its GraphQL types: what a publisher announced against what the releases hold.
import { reconcileAnnouncements, type ReconciledAnnouncement } from '@codeset/comparison';
import { CodesetError } from '@codeset/terminology';
import { loadedContents } from '../answers/compare.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { Reconciliation, Release } from './refs.ts';

const AnnouncementScope = builder.enumType('AnnouncementScope', {
  description: 'Which codes a list of changes speaks of.',
  values: {
    ALL: { value: 'all', description: 'Selectable codes and headers.' },
    SELECTABLE: { value: 'selectable', description: 'Selectable codes only.' },
  } as const,
});

const CodeSort = builder.enumType('CodeSort', {
  description: 'The two sorts of code that publishers count apart.',
  values: {
    SELECTABLE: { value: 'selectable', description: 'Codes that may be coded with.' },
    HEADER: { value: 'header', description: 'Codes over others.' },
  } as const,
});

const AnnouncedChangeKind = builder.enumType('AnnouncedChangeKind', {
  description:
    'What a list of changes does to a code; one whose flag changes is deleted under the one and added under the other.',
  values: {
    ADDITION: { value: 'addition', description: 'It comes into the list.' },
    DELETION: { value: 'deletion', description: 'It leaves the list.' },
    REVISION: { value: 'revision', description: 'One of its texts changes.' },
  } as const,
});

const DifferenceKind = builder.enumType('ReconciledDifferenceKind', {
  description: 'How a list of changes and the releases disagree.',
  values: {
    NOT_ANNOUNCED: { value: 'not-announced', description: 'It happened, and the list is silent about it.' },
    NOT_FOUND: { value: 'not-found', description: 'The list has it, and it did not happen.' },
    TEXTS_DIFFER: { value: 'texts-differ', description: 'It happened, with other texts than the list has.' },
  } as const,
});

const ReconciledCount = builder
  .objectRef<ReconciledAnnouncement['counts'][number]>('ReconciledCount')
  .implement({
    description: 'How many codes of one sort there are, before or after.',
    fields: (t) => ({
      of: t.expose('of', { type: CodeSort, description: 'Which codes.' }),
      after: t.boolean({
        description: 'Whether it is the release that the list leads to, not the one that it starts from.',
        resolve: ({ side }) => side === 'to',
      }),
      announced: t.exposeInt('announced', {
        nullable: true,
        description: "By the publisher's totals; null when it gives none.",
      }),
      held: t.exposeInt('held', {
        nullable: true,
        description: 'In the release; null when it is not held.',
      }),
      agrees: t.exposeBoolean('agrees', { description: 'Whether the numbers known are the same.' }),
    }),
  });

const ReconciledLine = builder
  .objectRef<ReconciledAnnouncement['lines'][number]>('ReconciledLine')
  .implement({
    description: 'Additions, deletions or revisions of one sort of code, counted in three ways.',
    fields: (t) => ({
      of: t.expose('of', { type: CodeSort, description: 'Which codes.' }),
      change: t.expose('change', { type: AnnouncedChangeKind, description: 'Which changes.' }),
      announced: t.exposeInt('announced', {
        nullable: true,
        description: "By the publisher's totals; null when it gives none.",
      }),
      listed: t.exposeInt('listed', { description: 'Lines of the list.' }),
      computed: t.exposeInt('computed', {
        nullable: true,
        description:
          'By comparing the two releases; null when the one that the list starts from is not held.',
      }),
      agrees: t.exposeBoolean('agrees', { description: 'Whether the numbers known are the same.' }),
    }),
  });

const ReconciledDifference = builder
  .objectRef<ReconciledAnnouncement['differences'][number]>('ReconciledDifference')
  .implement({
    description: 'One code of which the list and the releases do not say the same.',
    fields: (t) => ({
      what: t.expose('what', { type: DifferenceKind, description: 'How they disagree.' }),
      change: t.expose('change', { type: AnnouncedChangeKind, description: 'Which change it is about.' }),
      code: t.exposeString('code', { description: 'The code.' }),
      line: t.exposeInt('line', {
        nullable: true,
        description: 'Line of the list, from 1; null for what it is silent about.',
      }),
      displayBefore: t.string({
        nullable: true,
        description: 'The display in the release that the list starts from; null where it is not there.',
        resolve: ({ before }) => before?.display ?? null,
      }),
      displayAfter: t.string({
        nullable: true,
        description: 'The display in the release that the list leads to; null where it is not there.',
        resolve: ({ after }) => after?.display ?? null,
      }),
      explanation: t.exposeString('explanation', {
        description: 'What the data say of the reason, in words.',
      }),
      explained: t.exposeBoolean('explained', {
        description: 'Whether list and releases mean the same all the same.',
      }),
    }),
  });

Reconciliation.implement({
  description: 'A list of changes that the publisher gave out with a release, held against the releases.',
  fields: (t) => ({
    file: t.string({ description: 'The name of its file.', resolve: ({ found }) => found.file }),
    scope: t.field({
      type: AnnouncementScope,
      description: 'Which codes it speaks of.',
      resolve: ({ found }) => found.scope,
    }),
    against: t.field({
      type: Release,
      nullable: true,
      description:
        'The published release that it starts from: the newest before with as many codes as it says; null when none has.',
      resolve: ({ against }) => against,
    }),
    counts: t.field({
      type: [ReconciledCount],
      extensions: { [listSizeKey]: 4 },
      description: 'How many codes there were, and how many there are.',
      resolve: ({ found }) => [...found.counts],
    }),
    lines: t.field({
      type: [ReconciledLine],
      extensions: { [listSizeKey]: 6 },
      description: 'How many changes there are of each kind.',
      resolve: ({ found }) => [...found.lines],
    }),
    differences: t.field({
      type: [ReconciledDifference],
      extensions: { [listSizeKey]: 20 },
      description: 'Every code of which list and releases do not say the same; lines of the list first.',
      resolve: ({ found }) => [...found.differences],
    }),
  }),
});

builder.objectFields(Release, (t) => ({
  reconciliations: t.field({
    type: [Reconciliation],
    extensions: { [listSizeKey]: 2 },
    description:
      "The publisher's lists of changes that came with it, each held against the published releases; lists without totals are left out.",
    async resolve(pinned, _args, { releases, loaders, reader, diffs }) {
      const definition = await releases.findCodeSystem(pinned.row.codeSystem);
      if (!definition) throw new CodesetError('INTERNAL', `no definition of ${pinned.row.codeSystem}`);
      const asked = { definition, release: pinned.row, held: pinned.held, compare: diffs };
      const listed = await releases.list(pinned.row.codeSystem);
      return (await reconcileAnnouncements(reader, loadedContents(loaders), asked)).map((found) => ({
        found,
        against: listed.find(({ row }) => row.id === found.against?.id) ?? null,
      }));
    },
  }),
}));
