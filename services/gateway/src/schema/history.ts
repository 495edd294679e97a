// The field Concept.history and the GraphQL type HistoryEvent: what became of a concept, release by release.
import { listHistory } from '../answers/history.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { Concept, ConceptChange, HistoryEvent, Release } from './refs.ts';

builder.objectFields(Concept, (t) => ({
  history: t.field({
    type: [HistoryEvent],
    extensions: { [listSizeKey]: 4 },
    description:
      'What became of the concept over all published releases but drafts, from first to last: when it came, each change, when it left, and when it came back. An entity that the publisher identifies apart from its code is followed through all its codes; for a code that was used again for something else see `eras` as well. Notes that moved to a concept above or below are told as removed and added.',
    resolve: (concept, _args, context) => listHistory(context, concept),
  }),
}));

HistoryEvent.implement({
  description:
    'One step in the history of a concept: how a release differs from the published one before it.',
  fields: (t) => ({
    release: t.field({
      type: Release,
      description: 'The release that shows it.',
      resolve: ({ to }) => to,
    }),
    previous: t.field({
      type: Release,
      nullable: true,
      description:
        'The published release before; null at the first one that is held: when the concept came is then not known.',
      resolve: ({ from }) => from,
    }),
    change: t.field({
      type: ConceptChange,
      nullable: true,
      description: 'What changed; null where the concept is in the first release that is held.',
      resolve: ({ change }) => change,
    }),
  }),
});
