// The GraphQL types of what a path is made of: points, steps through maps and through releases, gaps.
import type { MapStep, PathGap, PathPoint, PathStep, ReleasesStep } from '@codeset/crosswalk';
import { conceptAt, titleAt, toldRelease } from '../answers/paths.ts';
import { builder } from '../builder.ts';
import { listSizeKey } from '../limits/list-size.ts';
import { MappingRelationship } from './mapping-words.ts';
import { PathGapKind } from './path-words.ts';
import { Concept, ConceptMap, ConceptMapRelease, LineageEdge, Mapping, Release } from './refs.ts';

export const PathPointType = builder.objectRef<PathPoint>('PathPoint').implement({
  description: 'A concept on a path, of a code system that need not be held.',
  fields: (t) => ({
    codeSystem: t.exposeString('codeSystem', { description: 'Id of its code system.' }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'Version of the release that it is of; null where nobody says.',
    }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'Its code, or several that are needed together; null for a concept without one.',
    }),
    key: t.exposeString('key', {
      nullable: true,
      description: 'Its identity, where it is known by more than its code; null otherwise.',
    }),
    title: t.string({
      nullable: true,
      description: 'Its title in that release, else by the map that names it; null where nobody says one.',
      resolve: (point, _args, context) => titleAt(context, point),
    }),
    concept: t.field({
      type: Concept,
      nullable: true,
      description: 'The concept in that release; null where that is not said or not held, or has none such.',
      resolve: (point, _args, context) => conceptAt(context, point),
    }),
  }),
});

export const PathStepType = builder.interfaceRef<PathStep>('PathStep').implement({
  description: 'One step of a path, with who says it.',
  resolveType: ({ is }) => (is === 'map' ? 'MapStep' : 'ReleasesStep'),
  fields: (t) => ({
    from: t.field({
      type: PathPointType,
      description: 'The concept that it leads from.',
      resolve: ({ from }) => from,
    }),
    to: t.field({
      type: PathPointType,
      description: 'The concept that it leads to.',
      resolve: ({ to }) => to,
    }),
    relationship: t.field({
      type: MappingRelationship,
      description: 'How the one stands to the other, as the step is gone.',
      resolve: ({ relationship }) => relationship,
    }),
    choices: t.int({
      description:
        'Between how many ways this one had to be chosen, itself among them; 1 where no choice was open. What is needed together is no choice.',
      resolve: ({ choices }) => choices,
    }),
    doubts: t.stringList({
      description: 'What is not sure of it, a sentence each; empty where nothing is.',
      resolve: ({ doubts }) => [...doubts],
    }),
  }),
});

builder.objectRef<MapStep>('MapStep').implement({
  interfaces: [PathStepType],
  description: 'A statement of a map.',
  fields: (t) => ({
    map: t.field({
      type: ConceptMapRelease,
      description: 'The release of the map that says it.',
      resolve: ({ map }) => map,
    }),
    conceptMap: t.field({
      type: ConceptMap,
      description: 'The map itself.',
      resolve: ({ map }) => map.definition,
    }),
    reverse: t.exposeBoolean('reverse', {
      description: 'True where the map is read backwards: not what its publisher says.',
    }),
    mapping: t.field({
      type: Mapping,
      description: 'The mapping, with all that its publisher says of it.',
      resolve: ({ map, mapping, reverse }) => ({ map, row: mapping, reverse }),
    }),
    scenario: t.exposeInt('scenario', {
      nullable: true,
      description: "The publisher's number of the scenario; null where the target stands for itself.",
    }),
    choiceList: t.exposeInt('choiceList', {
      nullable: true,
      description: "The publisher's number of the choice list, of which one code is needed; null likewise.",
    }),
  }),
});

builder.objectRef<ReleasesStep>('ReleasesStep').implement({
  interfaces: [PathStepType],
  description: 'What became of a code from release to release of its code system, or that nothing did.',
  fields: (t) => ({
    before: t.field({
      type: Release,
      nullable: true,
      description:
        'The last release before it happened, or the first of the way where nothing did; null where that is not held.',
      resolve: ({ before }, _args, context) => toldRelease(context, before),
    }),
    after: t.field({
      type: Release,
      nullable: true,
      description: 'The first release after it happened, or the last of the way where nothing did.',
      resolve: ({ after }, _args, context) => toldRelease(context, after),
    }),
    edges: t.field({
      type: [LineageEdge],
      extensions: { [listSizeKey]: 0.2 }, // most codes stay as they are
      description:
        'What is said to lead there, or away from a code that stayed, each with its evidence; empty where nothing happened.',
      resolve: ({ edges }, _args, context) =>
        Promise.all(
          edges.map(async (edge) => ({
            edge,
            before: await toldRelease(context, edge.before),
            after: await toldRelease(context, edge.after),
          })),
        ),
    }),
    displayBefore: t.string({
      nullable: true,
      description: 'The display before, where the code was reworded; null otherwise.',
      resolve: ({ reworded }) => reworded?.before ?? null,
    }),
    displayAfter: t.string({
      nullable: true,
      description: 'The display after, likewise.',
      resolve: ({ reworded }) => reworded?.after ?? null,
    }),
    together: t.stringList({
      description:
        'Codes, one of each of which was needed together with this one for the step to be right; empty where it alone leads on.',
      resolve: ({ together }) => [...together],
    }),
  }),
});

export const PathGapType = builder.objectRef<PathGap>('PathGap').implement({
  description: 'Where and why a path ends before it arrives. No step is invented to close it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PathGapKind, description: 'Why, in a word.' }),
    reason: t.exposeString('reason', { description: 'Why, in a sentence.' }),
    at: t.field({
      type: PathPointType,
      description: 'The concept that nothing leads on from.',
      resolve: ({ at }) => at,
    }),
  }),
});
