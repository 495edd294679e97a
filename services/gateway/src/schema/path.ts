// Following codes through maps and releases: Query.translationPaths, and what an answer is made of.
import {
  type FollowedCode,
  isWhole,
  type Leg,
  type MapLeg,
  type Path,
  type PathAlternative,
  type PathNeed,
  pathsOf,
  qualityOf,
  type ReleasesLeg,
} from '@codeset/crosswalk';
import { followPaths, type ToldRoute, toldRelease } from '../answers/paths.ts';
import { builder } from '../builder.ts';
import { countAnswer } from '../limits/count-answer.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { MappingRelationship } from './mapping-words.ts';
import { PathGapType, PathPointType, PathStepType } from './path-step.ts';
import { PathStatus } from './path-words.ts';
import { ConceptMap, ConceptMapRelease, Release } from './refs.ts';

const MapLegType = builder.objectRef<MapLeg>('MapLeg').implement({
  description: 'Through a release of a map.',
  fields: (t) => ({
    map: t.field({
      type: ConceptMapRelease,
      description: 'The release of the map.',
      resolve: ({ map }) => map,
    }),
    conceptMap: t.field({
      type: ConceptMap,
      description: 'The map itself.',
      resolve: ({ map }) => map.definition,
    }),
    reverse: t.exposeBoolean('reverse', {
      description: 'True where it is read backwards: not what its publisher says.',
    }),
  }),
});

const ReleasesLegType = builder.objectRef<ReleasesLeg>('ReleasesLeg').implement({
  description: 'From one release of a code system to another, by the lineage of its codes.',
  fields: (t) => ({
    codeSystem: t.exposeString('codeSystem', { description: 'Id of the code system.' }),
    fromVersion: t.exposeString('fromVersion', {
      nullable: true,
      description: 'Version that the codes are of; null where the map that led there does not say.',
    }),
    toVersion: t.exposeString('toVersion', { description: 'Version that they are led to.' }),
    from: t.field({
      type: Release,
      nullable: true,
      description: 'The first release; null where it is not held.',
      resolve: ({ from }, _args, context) => toldRelease(context, from),
    }),
    to: t.field({
      type: Release,
      nullable: true,
      description: 'The last release, likewise.',
      resolve: ({ to }, _args, context) => toldRelease(context, to),
    }),
    blocked: t.string({
      nullable: true,
      description:
        'Why no lineage leads there, in a sentence: only what has an identity of its own is found again. Null where it does.',
      resolve: ({ blocked }) => blocked?.reason ?? null,
    }),
  }),
});

const RouteLeg = builder.unionType('RouteLeg', {
  types: [MapLegType, ReleasesLegType],
  description: 'A part of a route.',
  resolveType: ({ is }: Leg) => (is === 'map' ? MapLegType : ReleasesLegType),
});

const PathType = builder.objectRef<Path>('TranslationPath').implement({
  description: 'One way from a code to one concept, or to where it ends.',
  fields: (t) => ({
    steps: t.field({
      type: [PathStepType],
      extensions: { [listSizeKey]: 2 },
      description: 'Every step, in the order in which they are gone.',
      resolve: ({ steps }) => steps,
    }),
    end: t.field({
      type: PathPointType,
      nullable: true,
      description: 'Where it arrives; null where it ends before.',
      resolve: ({ end }) => end,
    }),
    gap: t.field({
      type: PathGapType,
      nullable: true,
      description: 'Why it ends before; null where it arrives.',
      resolve: ({ gap }) => gap,
    }),
    quality: t.field({
      type: MappingRelationship,
      nullable: true,
      description:
        'What may be said of the whole: no more than its worst step says. A wider and a narrower meaning after one another leave nothing sure and come to `RELATED_TO`. Null where it does not arrive.',
      resolve: (path) => qualityOf(path).relationship,
    }),
    worstStep: t.int({
      nullable: true,
      description: 'Which of the steps says least, from 0, the first of equals; null where there is no step.',
      resolve: (path) => qualityOf(path).worstStep,
    }),
    reverse: t.boolean({
      description: 'Whether a map is read backwards on it: not what its publisher says.',
      resolve: (path) => qualityOf(path).reverse,
    }),
    openChoices: t.int({
      description: 'At how many of its steps a choice was open (`choices`).',
      resolve: (path) => qualityOf(path).openChoices,
    }),
  }),
});

const PathNeedType = builder.objectRef<PathNeed>('PathNeed').implement({
  description: 'Paths any one of which will do, of those that arrive.',
  fields: (t) => ({
    paths: t.field({
      type: [PathType],
      extensions: { [listSizeKey]: 2 },
      description: "In the publishers' order.",
      resolve: ({ paths }) => [...paths],
    }),
  }),
});

const PathAlternativeType = builder.objectRef<PathAlternative>('PathAlternative').implement({
  description: 'One way to say the same: each of its needs must be served. Most codes come to a single need.',
  fields: (t) => ({
    whole: t.boolean({
      description:
        'Whether each need has a path that arrives; where one has none, the alternative is of no use.',
      resolve: (alternative) => isWhole(alternative),
    }),
    needs: t.field({
      type: [PathNeedType],
      extensions: { [listSizeKey]: 1 },
      description: 'What is needed together.',
      resolve: ({ needs }) => [...needs],
    }),
  }),
});

const FollowedCodeType = builder.objectRef<FollowedCode>('FollowedCode').implement({
  description: 'What a code comes to by a route.',
  fields: (t) => ({
    asked: t.exposeString('asked', { description: 'The code as it was asked for.' }),
    status: t.expose('status', { type: PathStatus, description: 'Whether it arrives.' }),
    alternatives: t.field({
      type: [PathAlternativeType],
      extensions: { [listSizeKey]: 1 },
      description:
        'Any one of those that are whole will do. Never empty: what leads nowhere has one path that tells why.',
      resolve({ alternatives }, _args, context) {
        const steps = pathsOf(alternatives).map((path) => path.steps.length + 1);
        countAnswer(
          context,
          steps.reduce((sum, count) => sum + count, 0),
        );
        return [...alternatives];
      },
    }),
  }),
});

const TranslationRoute = builder.objectRef<ToldRoute>('TranslationRoute').implement({
  description: 'A way from code system to code system, with what the codes come to by it.',
  fields: (t) => ({
    legs: t.field({
      type: [RouteLeg],
      extensions: { [listSizeKey]: 3 },
      description: 'The maps and releases that it goes through, in their order.',
      resolve: ({ route }) => [...route.legs],
    }),
    codes: t.field({
      type: [FollowedCodeType],
      extensions: { [listSizeKey]: 1 }, // `codes` has been counted where the paths are asked for
      description: 'What each code comes to, in the order in which they are asked for.',
      resolve: ({ codes }) => [...codes],
    }),
  }),
});

const NamedMapInput = builder.inputType('NamedMap', {
  description: 'A map to go through.',
  fields: (t) => ({
    map: t.string({ required: true, description: 'Id of the map.' }),
    version: t.string({ required: false, description: 'Its version; without it the one that fits best.' }),
  }),
});

builder.queryField('translationPaths', (t) =>
  t.field({
    type: [TranslationRoute],
    args: {
      codes: t.arg.stringList({ required: true, description: 'Codes in any form.' }),
      from: t.arg.string({
        required: true,
        description: 'Id of the code system of the codes; it need not be held.',
      }),
      fromVersion: t.arg.string({
        required: false,
        description:
          'Version of the release that the codes are of; without it that which the first map speaks of.',
      }),
      to: t.arg.string({ required: true, description: 'Id of the code system to come to.' }),
      toVersion: t.arg.string({
        required: false,
        description: 'Version of the release to come to; without it that which the last map speaks of.',
      }),
      through: t.arg({
        type: [NamedMapInput],
        required: false,
        description:
          'The maps to go through, in their order; without it every way through the fewest maps is gone.',
      }),
      reverse: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Maps may be read backwards: such steps are marked.',
      }),
    },
    description:
      'What codes come to through maps and releases one after the other: from ICD-9-CM through the GEM to ICD-10-CM and on to a later release, say. One answer for each route; none where no maps lead there. Every step tells who says it; where nobody does, the path ends and tells why.',
    resolve: (_root, { fromVersion, toVersion, through, ...asked }, context) =>
      followPaths(context, {
        ...asked,
        fromVersion: fromVersion ?? null,
        toVersion: toVersion ?? null,
        through: through?.map(({ map, version }) => ({ map, version: version ?? null })) ?? null,
      }),
  }),
);
