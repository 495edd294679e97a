// One leg of a path: what a release of a map says of many concepts.
import type { MappingRow, PublishedRelease, Reader } from '@codeset/database/read';
import { reversedRelationship, translationOptions } from '@codeset/terminology';
import {
  codeSystemOf,
  keyAndCodeOf,
  type MapSide,
  releaseToLookIn,
  sideFrom,
  sideTo,
  versionOf,
} from '../map-side.ts';
import { translateCodes, type TranslatedCode } from '../translate-codes.ts';
import { type Continuation, onwardToGap, type Onward } from './alternatives.ts';
import type { MapStep, PathGap, PathPoint } from './path.ts';
import type { MapLeg } from './route.ts';

/** How it goes on from each of the concepts, in their order; all are of one version. */
export async function throughMap(
  reader: Pick<Reader, 'listMappingsNaming' | 'listMentions' | 'listConceptsByLookUp'>,
  releases: readonly PublishedRelease[],
  leg: MapLeg,
  points: readonly PathPoint[],
): Promise<Onward[]> {
  const { map, reverse } = leg;
  const codeSystem = codeSystemOf(map, sideFrom(reverse));
  const held = releases.filter((release) => release.codeSystem === codeSystem);
  const version = points[0]?.version ?? null;
  const release = held.find((one) => one.version === version) ?? releaseToLookIn(held, map, reverse);
  const translated = await translateCodes(reader, { map, reverse, release }, points, version);
  return points.map((point, i) => {
    const found = translated[i];
    if (!found) throw new Error('a concept was not translated');
    return onwardOf(leg, point, found);
  });
}

function onwardOf(leg: MapLeg, point: PathPoint, found: TranslatedCode): Onward {
  const { map } = leg;
  const from = { ...point, code: found.code, key: found.key };
  const name = from.code ?? from.key ?? '';
  const gap = (kind: PathGap['kind'], reason: string) => onwardToGap({ kind, reason, at: from });
  switch (found.status) {
    case 'UNKNOWN_CODE':
      return gap('unknown-code', `Neither ${nameOf(leg)} nor a release that is held knows a code ${name}.`);
    case 'NOT_COVERED':
      return gap('not-covered', `${nameOf(leg)} does not speak of ${name}.`);
    case 'NO_MAP':
      return gap(
        'no-map',
        `By ${nameOf(leg)} there is nothing in ${codeSystemOf(map, sideTo(leg.reverse))} for ${name}.`,
      );
    case 'MAPPED':
      return mappedOnward(leg, from, found);
    default:
      return found.status satisfies never;
  }
}

/** The single targets together, any one of which will do; then each combination. */
function mappedOnward(leg: MapLeg, from: PathPoint, { mappings, doubt }: TranslatedCode): Onward {
  const options = translationOptions(
    mappings.map((row) => ({
      row,
      relationship: row.relationship,
      properties: leg.reverse ? [] : row.properties,
    })),
  );
  const doubts = [...(doubt === null ? [] : [doubt]), ...versionDoubts(leg, from)];
  const onward = (row: MappingRow, rest: Pick<MapStep, 'choices' | 'scenario' | 'choiceList'>) =>
    continuation(leg, { from, row, doubts, ...rest });
  const singles = options.flatMap((option) =>
    option.is === 'target'
      ? [onward(option.mapping.row, { choices: options.length, scenario: null, choiceList: null })]
      : [],
  );
  const combinations = options.flatMap((option) => {
    if (option.is === 'target') return [];
    const { scenario, choiceLists } = option;
    return [
      choiceLists.map(({ number, choices }) =>
        choices.map(({ row }) =>
          onward(row, { choices: options.length - 1 + choices.length, scenario, choiceList: number }),
        ),
      ),
    ];
  });
  return [...(singles.length > 0 ? [[singles]] : []), ...combinations];
}

function continuation(
  { map, reverse }: MapLeg,
  step: Pick<MapStep, 'from' | 'choices' | 'scenario' | 'choiceList' | 'doubts'> & {
    readonly row: MappingRow;
  },
): Continuation {
  const { row, from, ...rest } = step;
  const side = sideTo(reverse);
  const to = pointOf(map, side, row);
  if (row.relationship === 'not-related-to') {
    const reason = `By ${nameOf({ map })} ${from.code ?? from.key} and ${to.code ?? to.key} must not be taken for each other.`;
    return { steps: [], end: null, gap: { kind: 'not-related', reason, at: from } };
  }
  const relationship = reverse ? reversedRelationship(row.relationship) : row.relationship;
  return {
    steps: [{ is: 'map', map, reverse, mapping: row, from, to, relationship, ...rest }],
    end: to,
    gap: null,
  };
}

function pointOf(map: MapLeg['map'], side: MapSide, row: MappingRow): PathPoint {
  return {
    codeSystem: codeSystemOf(map, side),
    version: versionOf(map, side),
    ...keyAndCodeOf(row, side),
    title: null,
    named: { map, side },
  };
}

/** Where the map before does not say which release it leads to, and this one does, or the other way round. */
function versionDoubts({ map, reverse }: MapLeg, { named, version, codeSystem }: PathPoint): string[] {
  const speaksOf = versionOf(map, sideFrom(reverse));
  if (!named || version !== null || speaksOf === null) return [];
  return [
    `${nameOf({ map: named.map })} does not say to which release of ${codeSystem} it leads; ${nameOf({ map })} speaks of ${speaksOf}.`,
  ];
}

function nameOf({ map }: Pick<MapLeg, 'map'>): string {
  return `${map.conceptMap} ${map.version}`;
}
