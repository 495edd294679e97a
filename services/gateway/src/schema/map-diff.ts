// The GraphQL type MapDiff: what changed from one release of a map to another, its totals and its pages.
import type { MapDiff } from '@codeset/crosswalk';
import type { MappingRow, PublishedMap } from '@codeset/database/read';
import type { ChangedMapping, MapKindTotal } from '@codeset/terminology';
import {
  compareMapVersions,
  readMapChanges,
  sourceOfChange,
  totalMapChanges,
} from '../answers/compare-maps.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import type { ReleaseMapping } from '../pinned-map.ts';
import { MapChangeKind } from './change-words.ts';
import { MapChangeConnection } from './connections.ts';
import { pageArguments } from './page-arguments.ts';
import { ConceptMapRelease, MapChange, MappedConcept, Mapping } from './refs.ts';

const MapKindTotalType = builder.objectRef<MapKindTotal>('MapKindTotal').implement({
  description: 'How many sources of a map have a kind of change.',
  fields: (t) => ({
    kind: t.expose('kind', { type: MapChangeKind, description: 'The kind of change.' }),
    sources: t.exposeInt('sources', { description: 'Sources that have it, others beside it or not.' }),
  }),
});

const MapDiffType = builder.objectRef<MapDiff>('MapDiff').implement({
  description:
    'What changed from one release of a map to another, source by source, in either direction. What names the release itself, and places in files, are not compared.',
  fields: (t) => ({
    from: t.field({
      type: ConceptMapRelease,
      description: 'The first release.',
      resolve: ({ from }) => from,
    }),
    to: t.field({ type: ConceptMapRelease, description: 'The second release.', resolve: ({ to }) => to }),
    sources: t.int({
      description: 'Sources of which something changed, each counted once.',
      resolve: ({ changes }) => changes.length,
    }),
    totals: t.field({
      type: [MapKindTotalType],
      extensions: { [listSizeKey]: 6 },
      description: 'By kind of change, every kind; a source can count under several.',
      resolve: totalMapChanges,
    }),
    changes: t.field({
      type: MapChangeConnection,
      args: {
        kinds: t.arg({
          type: [MapChangeKind],
          required: false,
          description: 'Only sources with one of these kinds of change; all without it.',
        }),
        ...pageArguments,
      },
      description:
        'The sources that changed, in the order of the second release, then those that are gone in that of the first.',
      resolve: (diff, { kinds, ...page }) => readMapChanges(diff, kinds ?? null, page),
    }),
  }),
});

interface Rewritten {
  readonly diff: MapDiff;
  readonly pair: ChangedMapping<MappingRow>;
}

const ChangedMappingType = builder.objectRef<Rewritten>('ChangedMapping').implement({
  description: 'A mapping of which something else is said.',
  fields: (t) => ({
    before: t.field({
      type: Mapping,
      description: 'As the first release has it.',
      resolve: ({ diff, pair }) => mappingOf(diff.from, pair.before),
    }),
    after: t.field({
      type: Mapping,
      description: 'As the second release has it.',
      resolve: ({ diff, pair }) => mappingOf(diff.to, pair.after),
    }),
  }),
});

MapChange.implement({
  description: 'A source of which two releases of a map do not say the same.',
  fields: (t) => ({
    source: t.field({
      type: MappedConcept,
      nullable: true,
      description:
        'The source; null where the publisher says that there is none: then it goes by its target.',
      resolve: sourceOfChange,
    }),
    kinds: t.field({
      type: [MapChangeKind],
      extensions: { [listSizeKey]: 2 },
      description: 'What became of it; never empty.',
      resolve: ({ change }) => [...change.kinds],
    }),
    added: t.field({
      type: [Mapping],
      extensions: { [listSizeKey]: 2 },
      description: 'Mappings that only the second release has.',
      resolve: ({ diff, change }) => change.added.map((row) => mappingOf(diff.to, row)),
    }),
    removed: t.field({
      type: [Mapping],
      extensions: { [listSizeKey]: 2 },
      description: 'Mappings that only the first release has.',
      resolve: ({ diff, change }) => change.removed.map((row) => mappingOf(diff.from, row)),
    }),
    changed: t.field({
      type: [ChangedMappingType],
      extensions: { [listSizeKey]: 1 },
      description: 'Mappings to the same target of which something else is said.',
      resolve: ({ diff, change }) => change.changed.map((pair) => ({ diff, pair })),
    }),
  }),
});

function mappingOf(map: PublishedMap, row: MappingRow): ReleaseMapping {
  return { map, row, reverse: false };
}

builder.queryField('compareMaps', (t) =>
  t.field({
    type: MapDiffType,
    args: {
      conceptMap: t.arg.string({ required: true, description: 'Id of the map, `gem-icd-9-cm-icd-10-cm`.' }),
      from: t.arg.string({ required: true, description: 'The version of the first release, `2016`.' }),
      to: t.arg.string({ required: true, description: 'The version of the second release, `2018`.' }),
    },
    description:
      'What changed between two published releases of a map, in the direction that is asked for. An error when one is not there.',
    resolve: (_root, { conceptMap, from, to }, context) =>
      compareMapVersions(context, conceptMap, { from, to }),
  }),
);
