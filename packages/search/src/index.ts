// What the gateway uses of search.
export { countWords } from './asked-words.ts';
export { buildSearch, type ReleaseSearch } from './build-search.ts';
export { mainNameOf } from './index-leads.ts';
export { type Highlight, highlight } from './highlight.ts';
export type { MatchField } from './match-field.ts';
export { otherTitles } from './other-titles.ts';
export {
  search,
  type SearchAnswer,
  type SearchHit,
  type SearchQuestion,
  wordsAtMost,
} from './search.ts';
export { type SuggestedText, suggest } from './suggest.ts';
export { searchBytes } from './search-bytes.ts';
