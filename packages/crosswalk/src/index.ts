// What gateway and command line use of crosswalks.
export { compareMapReleases, type MapDiff } from './compare-map-releases.ts';
export {
  type MapSide,
  codeSystemOf,
  keyAndCodeOf,
  releaseToLookIn,
  sideFrom,
  sideTo,
  versionOf,
} from './map-side.ts';
export { type MapWish, mapsLeading, pinMap } from './maps-leading.ts';
export { outcomeOf, type TranslationOutcome, tallyOutcomes } from './outcomes.ts';
export { followRoute } from './paths/follow-route.ts';
export {
  type FollowedCode,
  type GapKind,
  gapMeanings,
  isWhole,
  type MapStep,
  type Path,
  type PathAlternative,
  type PathGap,
  type PathNeed,
  type PathPoint,
  type PathStatus,
  type PathStep,
  pathsOf,
  type ReleasesStep,
} from './paths/path.ts';
export { outcomeOfPaths, type PathOutcome, pathOutcomes } from './paths/path-outcomes.ts';
export { type PathQuality, qualityOf } from './paths/path-quality.ts';
export { type NamedMap, type PathWish, planRoutes, type Published } from './paths/plan-routes.ts';
export type { Leg, MapLeg, ReleasesLeg, Route } from './paths/route.ts';
export type { PathSources } from './paths/sources.ts';
export { type TargetTitles, readTitles } from './read-titles.ts';
export {
  type CodeToTranslate,
  type MapToRead,
  type TranslatedCode,
  translateCodes,
} from './translate-codes.ts';
