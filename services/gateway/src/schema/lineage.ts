// The fields of Concept about lineage, and the GraphQL types LineageEdge and LineageEvidence.
import type { Evidence } from '@codeset/comparison';
import { findInRelease, listContradictions, listPredecessors, listSuccessors } from '../answers/lineage.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { EvidenceSource, LineageRelation } from './lineage-words.ts';
import { Concept, LineageEdge, NamedCodes, Release } from './refs.ts';

const edges = { [listSizeKey]: 6 };

builder.objectFields(Concept, (t) => ({
  successors: t.field({
    type: [LineageEdge],
    extensions: edges,
    description:
      'What its code led to over all published releases, in the order of time, each with the evidence: codes that took its place, and codes that took over a part of its meaning while it stays in use. Empty where nothing is known.',
    resolve: (concept, _args, context) => listSuccessors(context, concept),
  }),
  predecessors: t.field({
    type: [LineageEdge],
    extensions: edges,
    description:
      'What led to its code, in the order of time, each with the evidence. Empty where nothing is known.',
    resolve: (concept, _args, context) => listPredecessors(context, concept),
  }),
  lineageContradictions: t.stringList({
    description:
      'Where the sources do not say the same of what became of its code, a sentence each; empty where they agree.',
    resolve: (concept, _args, context) => listContradictions(context, concept),
  }),
}));

LineageEdge.implement({
  description: 'One code that leads to another.',
  fields: (t) => ({
    relation: t.field({
      type: LineageRelation,
      description: 'How the one leads to the other.',
      resolve: ({ edge }) => edge.relation,
    }),
    sourceCode: t.string({
      description: 'The code that leads on, or the first of a range.',
      resolve: ({ edge }) => edge.source.from,
    }),
    sourceTo: t.string({
      nullable: true,
      description: 'The last code of a range; null for a single code.',
      resolve: ({ edge }) => edge.source.to,
    }),
    sourceBelow: t.boolean({
      description: 'Whether all codes below the source are meant as well.',
      resolve: ({ edge }) => edge.source.below,
    }),
    source: t.field({
      type: Concept,
      nullable: true,
      description: 'The concept that leads on, in the release before; null when it is not there.',
      resolve: ({ edge, before }, _args, context) => findInRelease(context, before, edge.source.from),
    }),
    sourceWith: t.field({
      type: [NamedCodes],
      extensions: { [listSizeKey]: 1 },
      description:
        'What was needed together with the source: each of these codes, and one code of each of these ranges. Empty where the source alone leads on.',
      resolve: ({ edge, before, after }) => {
        const release = before ?? after;
        return release ? edge.sourceWith.map((link) => ({ link, release })) : [];
      },
    }),
    targetCode: t.string({
      description: 'The code that it leads to; of another code system where it is not held.',
      resolve: ({ edge }) => edge.target,
    }),
    target: t.field({
      type: Concept,
      nullable: true,
      description: 'The concept that it leads to, in the release after; null when it is not there.',
      resolve: ({ edge, after }, _args, context) => findInRelease(context, after, edge.target),
    }),
    before: t.field({
      type: Release,
      nullable: true,
      description: 'The last published release from before; null when none is held.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: Release,
      nullable: true,
      description: 'The first published release from then on; null when none is held.',
      resolve: ({ after }) => after,
    }),
    evidence: t.field({
      type: [LineageEvidence],
      extensions: { [listSizeKey]: 2 },
      description: 'Why it is said to lead there: what publishers say first, then reasons of ours.',
      resolve: ({ edge }) => [...edge.evidence],
    }),
  }),
});

const LineageEvidence = builder.objectRef<Evidence>('LineageEvidence').implement({
  description: 'One reason for an edge.',
  fields: (t) => ({
    source: t.expose('source', { type: EvidenceSource, description: 'Who says it.' }),
    score: t.float({
      nullable: true,
      description: 'How sure a reason of ours is, above 0, at most 1; null for what a publisher says.',
      resolve: ({ score }) => score,
    }),
    statement: t.exposeString('statement', {
      description: 'What is said, as published, or the reason in words.',
    }),
    publication: t.string({
      nullable: true,
      description:
        'Id and version of the publication, `icd-10-cm-conversion 2025`; null for a reason of ours.',
      resolve: ({ publication }) => publication && `${publication.id} ${publication.version}`,
    }),
    place: t.exposeString('place', {
      nullable: true,
      description: 'Where it stands: file and lines, sheet and row; null where that is not told.',
    }),
    effectiveFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of the new code by the publisher; null where it gives none.',
      resolve: ({ effectiveFrom }) => effectiveFrom,
    }),
  }),
});
