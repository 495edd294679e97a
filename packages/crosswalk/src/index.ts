// What gateway and command line use of crosswalks.
export {
  compareMaps,
  type MapChange,
  type MapChangeKind,
  mapChangeKinds,
} from './compare-maps.ts';
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
export { type TargetTitles, readTitles } from './read-titles.ts';
export {
  type CodeToTranslate,
  type MapToRead,
  type TranslatedCode,
  translateCodes,
} from './translate-codes.ts';
