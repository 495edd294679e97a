// How much memory the search of a release takes.
import type { ReleaseSearch } from './build-search.ts';

/** Bytes: arrays as they are; a form or a code with its string by estimate. */
export function searchBytes({ texts, concepts }: ReleaseSearch): number {
  const arrays = 4 * texts.postings.length + 13 * texts.texts + 12 * texts.forms.length + 6 * concepts.size;
  return 10_000 + arrays + 60 * (texts.forms.length + concepts.codes.length);
}
