// How much memory the search of a release takes.
import type { ReleaseSearch } from './build-search.ts';
import type { PackedStrings } from './packed-strings.ts';

/** Bytes: arrays and strings as they are, small things by estimate. */
export function searchBytes({ texts, concepts, mainTerms }: ReleaseSearch): number {
  const arrays = [
    texts.concepts,
    texts.fields,
    texts.sources,
    texts.weights,
    texts.rarity,
    texts.starts,
    texts.postings,
    texts.letters,
    concepts.selectable,
    concepts.kinds,
    concepts.codePositions,
    mainTerms.concepts,
    mainTerms.counts,
    mainTerms.words,
    mainTerms.ends,
  ];
  const held = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const strings = [texts.forms, concepts.codes, mainTerms.names].reduce(
    (sum, one) => sum + packedBytes(one),
    0,
  );
  return 10_000 + held + strings + 200 * texts.standIns.size;
}

function packedBytes({ text, starts }: PackedStrings): number {
  return 2 * text.length + starts.byteLength;
}
