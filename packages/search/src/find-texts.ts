// Texts, and concepts, that have all asked words or all but one.
import type { AskedWord } from './asked-words.ts';
import type { ReleaseSearch } from './build-search.ts';
import { type Found, tiers } from './found.ts';
import { fieldWeights, type MatchField, matchFields } from './match-field.ts';
import { ways } from './text-index.ts';

/** Fields that may match and what they count, by their places in `matchFields`; 0 for those that may not. */
type Weights = Float32Array;

/** How well a word is met in each of the `ways` in which a text may have it. */
const wayQualities = [1, 0.9, 0.6, 1] as const;

/** Initials stand for most of what a text says: for words of this weight. */
const initialsWeight = 20;

/** What was met so far of each text and each concept: how many of the words, one after the other, and how well. */
class Met {
  readonly textWords: Uint8Array;
  readonly textGains: Float32Array;
  /** Weight of the words of the text that were met. */
  readonly textWeights: Float32Array;
  readonly conceptWords: Uint8Array;
  /** The last word that was met, counted from 1; only where words need not come one after the other. */
  readonly conceptLast: Uint8Array;
  readonly conceptGains: Float32Array;
  readonly conceptTexts: Int32Array;

  constructor(texts: number, concepts: number) {
    this.textWords = new Uint8Array(texts);
    this.textGains = new Float32Array(texts);
    this.textWeights = new Float32Array(texts);
    this.conceptWords = new Uint8Array(concepts);
    this.conceptLast = new Uint8Array(concepts);
    this.conceptGains = new Float32Array(concepts);
    this.conceptTexts = new Int32Array(concepts);
  }
}

/** Arrays of one question are used by the next: a search has no pause in it. They grow to the largest release. */
let kept = new Met(0, 0);

function metNothing({ texts, concepts }: ReleaseSearch): Met {
  if (kept.textWords.length < texts.texts || kept.conceptWords.length < concepts.size) {
    kept = new Met(
      Math.max(kept.textWords.length, texts.texts),
      Math.max(kept.conceptWords.length, concepts.size),
    );
  }
  kept.textWords.fill(0);
  kept.conceptWords.fill(0);
  return kept;
}

/** Adds what has all words, in one text or in several of a concept; the words come rarest first. */
export function findTexts(
  release: ReleaseSearch,
  asked: readonly AskedWord[],
  fields: ReadonlySet<MatchField>,
  found: Found,
): void {
  const met = metNothing(release);
  const weights = weightsOf(fields);
  const all = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  let [texts, concepts] = [true, asked.length > 1];
  for (const [i, word] of asked.entries()) {
    const meeting = { met, weights, found, i, isLast: i + 1 === asked.length, all };
    // Where none had the words before, none has them all: common words need not be gone through.
    if (texts) texts = meetInTexts(release, meeting, word);
    if (concepts) concepts = meetInConcepts(release, meeting, word);
    if (!texts && !concepts) return;
  }
}

function weightsOf(fields: ReadonlySet<MatchField>): Weights {
  return Float32Array.from(matchFields, (field) => (fields.has(field) ? fieldWeights[field] : 0));
}

/** One word being looked for. */
interface Meeting {
  readonly met: Met;
  readonly weights: Weights;
  readonly found: Found;
  /** Its place among the asked words. */
  readonly i: number;
  readonly isLast: boolean;
  /** What all asked words tell together. */
  readonly all: number;
}

/** Texts that had all words before have this one as well: once for the best that it means. Gives whether any has. */
function meetInTexts({ texts }: ReleaseSearch, meeting: Meeting, { meant, rarity }: AskedWord): boolean {
  const { met, weights, found, i, isLast, all } = meeting;
  const { textWords, textGains, textWeights } = met;
  const { postings, starts, fields, concepts } = texts;
  let any = false;
  for (const { word, quality } of meant) {
    const gain = rarity * quality;
    const weight = texts.rarity[word] ?? 0;
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const entry = postings[at] ?? 0;
      const text = entry >> 2;
      if (textWords[text] !== i) continue;
      const way = entry & 3;
      const fieldWeight = weights[fields[text] ?? 0] ?? 0;
      if (fieldWeight === 0) continue;
      const more = gain * (wayQualities[way] ?? 0);
      const moreWeight = way === ways.own ? weight : way === ways.initials ? initialsWeight : 0;
      const gains = i === 0 ? more : (textGains[text] ?? 0) + more;
      const weightMet = i === 0 ? moreWeight : (textWeights[text] ?? 0) + moreWeight;
      textWords[text] = i + 1;
      any = true;
      if (!isLast) {
        textGains[text] = gains;
        textWeights[text] = weightMet;
        continue;
      }
      const coverage = Math.min(1, weightMet / (texts.weights[text] || 1));
      const score = fieldWeight * (gains / all) * (0.35 + 0.65 * coverage);
      found.add(concepts[text] ?? 0, tiers.text, score, text);
    }
  }
  return any;
}

/** The same for concepts, whose words may stand in several texts; the hit shows the one with the rarest word. */
function meetInConcepts({ texts }: ReleaseSearch, meeting: Meeting, { meant, rarity }: AskedWord): boolean {
  const { met, weights, found, i, isLast, all } = meeting;
  const { conceptWords, conceptGains, conceptTexts } = met;
  const { postings, starts, fields, concepts } = texts;
  let any = false;
  for (const { word, quality } of meant) {
    const gain = rarity * quality;
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const text = (postings[at] ?? 0) >> 2;
      const concept = concepts[text] ?? 0;
      if (conceptWords[concept] !== i || weights[fields[text] ?? 0] === 0) continue;
      const gains = i === 0 ? gain : (conceptGains[concept] ?? 0) + gain;
      conceptWords[concept] = i + 1;
      any = true;
      conceptGains[concept] = gains;
      if (i === 0) conceptTexts[concept] = text;
      if (isLast) found.add(concept, tiers.texts, gains / all, conceptTexts[concept] ?? 0);
    }
  }
  return any;
}

/** Adds concepts that have all words but one. A single letter says too little: it is met beside other words only. */
export function findMost(
  release: ReleaseSearch,
  asked: readonly AskedWord[],
  fields: ReadonlySet<MatchField>,
  found: Found,
): void {
  const { concepts } = release;
  const met = metNothing(release);
  met.conceptLast.fill(0);
  const weights = weightsOf(fields);
  const isLetter = ({ form }: AskedWord) => form.length === 1;
  const inOrder = asked.filter((word) => !isLetter(word)).concat(asked.filter(isLetter));
  for (const [i, word] of inOrder.entries()) countInConcepts(release, { met, weights, i }, word);
  const { conceptWords, conceptGains, conceptTexts } = met;
  const all = asked.reduce((sum, { rarity }) => sum + rarity, 0);
  for (let position = 0; position < concepts.size; position += 1) {
    if (conceptWords[position] !== asked.length - 1) continue;
    found.add(position, tiers.most, (conceptGains[position] ?? 0) / all, conceptTexts[position] ?? 0);
  }
}

/** Counts the word for the concepts that have it; a single letter for those that had others. */
function countInConcepts(
  { texts }: ReleaseSearch,
  { met, weights, i }: Pick<Meeting, 'met' | 'weights' | 'i'>,
  { form, meant, rarity }: AskedWord,
): void {
  const { conceptWords, conceptLast, conceptGains, conceptTexts } = met;
  const { postings, starts, fields, concepts } = texts;
  for (const { word, quality } of meant) {
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at += 1) {
      const text = (postings[at] ?? 0) >> 2;
      const concept = concepts[text] ?? 0;
      if (conceptLast[concept] === i + 1 || weights[fields[text] ?? 0] === 0) continue;
      const before = conceptWords[concept] ?? 0;
      if (before === 0 && form.length === 1) continue;
      if (before === 0) conceptTexts[concept] = text;
      conceptLast[concept] = i + 1;
      conceptWords[concept] = before + 1;
      conceptGains[concept] = (before === 0 ? 0 : (conceptGains[concept] ?? 0)) + rarity * quality;
    }
  }
}
