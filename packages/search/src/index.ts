// What the gateway uses of search.
export { buildSearch, type ReleaseSearch } from './build-search.ts';
export { type Highlight, highlight } from './highlight.ts';
export { fieldWeights, type MatchField, matchFields } from './match-field.ts';
export {
  countWords,
  search,
  type SearchAnswer,
  type SearchHit,
  type SearchQuestion,
  wordsAtMost,
} from './search.ts';
