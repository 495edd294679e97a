// The fields of Concept about time, and the GraphQL type Era: what one code meant, and when.
import { effectiveStateOn } from '@codeset/terminology';
import { codesOf, listEras } from '../answers/eras.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { Concept, Era, Release } from './refs.ts';

builder.objectFields(Concept, (t) => ({
  effectiveFrom: t.field({
    type: 'Date',
    nullable: true,
    description:
      "First day on which the code itself may be used, apart from the release's dates; null where codes have no dates of their own, or none is given.",
    resolve: async ({ row }, _args, { loaders }) =>
      (await loaders.contents.load(row.contentId)).effectiveFrom,
  }),
  effectiveTo: t.field({
    type: 'Date',
    nullable: true,
    description: 'Last day on which the code itself may be used; null when this release gives no end.',
    resolve: async ({ row }, _args, { loaders }) => (await loaders.contents.load(row.contentId)).effectiveTo,
  }),
  effectiveOn: t.boolean({
    args: { date: t.arg({ type: 'Date', required: true, description: 'The day in question.' }) },
    description:
      'Whether a day lies within the dates of the code itself, where a date that is not given sets no bound. A header is asked the same: `selectable` is another question.',
    resolve: async ({ row }, { date }, { loaders }) =>
      effectiveStateOn(await loaders.contents.load(row.contentId), date) === 'effective',
  }),
  eras: t.field({
    type: [Era],
    extensions: { [listSizeKey]: 2 },
    description:
      'What the code meant over all published releases but drafts, in the order of time: one era for each first day that the code itself was given, one where it was given none. A code that was used again for something else has several. An entity that the publisher identifies apart from its code is followed through all its codes. Empty for what is in drafts alone.',
    resolve: (concept, _args, context) => listEras(context, concept),
  }),
}));

Era.implement({
  description: 'A time in which a code has one first day, as the releases of that time give it.',
  fields: (t) => ({
    effectiveFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day on which the code may be used; null where none is given.',
      resolve: ({ content }) => content.effectiveFrom,
    }),
    effectiveTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last such day, as the newest release of the era says; null when it gives no end.',
      resolve: ({ content }) => content.effectiveTo,
    }),
    display: t.string({
      description: 'The text to show, as the newest release of the era has it.',
      resolve: ({ content }) => content.display,
    }),
    codes: t.stringList({
      description:
        'The codes that the concept has in the era, each once, in the order of time: several where an entity changed its code, none where it never had one.',
      resolve: codesOf,
    }),
    concept: t.field({
      type: Concept,
      description: 'The concept in the newest release of the era.',
      resolve: ({ newest }) => newest,
    }),
    releases: t.field({
      type: [Release],
      extensions: { [listSizeKey]: 15 },
      description: 'The releases that have the code with this first day, by effective date.',
      resolve: ({ concepts }) => concepts.map(({ release }) => release),
    }),
    current: t.exposeBoolean('current', {
      description: 'True for the era that the concept which was asked belongs to.',
    }),
  }),
});
