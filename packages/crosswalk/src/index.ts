// What gateway and command line use of crosswalks.
export {
  type ChangedMapping,
  compareMaps,
  type MapChange,
  type MapChangeKind,
  mapChangeKinds,
} from './compare-maps.ts';
export { type MapSide, codeSystemOf, keyAndCodeOf, sideFrom, sideTo, versionOf } from './map-side.ts';
export { type MapWish, mapsLeading, pinMap, unknownMap } from './maps-leading.ts';
export {
  type OutcomeCount,
  outcomeOf,
  outcomes,
  type TranslationOutcome,
  tallyOutcomes,
} from './outcomes.ts';
export { type TargetTitles, readTitles } from './read-titles.ts';
export {
  type CodeToTranslate,
  type MapToRead,
  type TranslatedCode,
  type TranslationStatus,
  translateCodes,
} from './translate-codes.ts';
