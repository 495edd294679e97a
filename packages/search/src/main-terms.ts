// The main terms of a release's indexes, as a search box offers them: each name once, with what it leads to.
import type { Turns } from '@codeset/comparison';
import { GrowingInts } from './growing-ints.ts';
import { type IndexLines, mainNameOf } from './index-leads.ts';
import { type PackedStrings, packStrings, placeIn, stringAt } from './packed-strings.ts';
import type { ReleaseConceptsBuilder } from './release-concepts.ts';
import type { TextIndex } from './text-index.ts';
import { inOrder, sortInTurns } from './sort-in-turns.ts';
import { wordsIn } from './words.ts';

/** Names in ascending order, with arrays of their length. */
export interface MainTerms {
  readonly names: PackedStrings;
  /** Position of the concept that the term itself leads to; -1 where only terms below it lead on. */
  readonly concepts: Int32Array;
  /** How many concepts the term and those below it lead to. */
  readonly counts: Int32Array;
  /** Numbers of the words of name i, in their order, from `ends[i - 1]` to `ends[i]`; those that no text has are left out. */
  readonly words: Int32Array;
  readonly ends: Int32Array;
}

interface Gathered {
  first: number;
  readonly led: Set<number>;
}

/** Names of one spelling are one, in whatever index they stand. */
export async function gatherMainTerms(
  lines: IndexLines,
  concepts: ReleaseConceptsBuilder,
  { texts, turns }: { readonly texts: TextIndex; readonly turns: Turns },
): Promise<MainTerms> {
  const gathered = new Map<string, Gathered>();
  let main: Gathered = { first: -1, led: new Set() };
  let count = 0;
  for (const line of lines.all) {
    if (line.parent === null) {
      const name = mainNameOf(line.term);
      main = gathered.get(name) ?? { first: -1, led: new Set() };
      gathered.set(name, main);
    }
    for (const { code } of lines.leadsOf(line)) {
      const position = concepts.positionOf(code);
      if (position === undefined) continue;
      if (line.parent === null && main.first < 0) main.first = position;
      main.led.add(position);
    }
    count += 1;
    if (count % 64 === 0) await turns.give();
  }
  return await pack(gathered, texts, turns);
}

async function pack(
  gathered: ReadonlyMap<string, Gathered>,
  texts: TextIndex,
  turns: Turns,
): Promise<MainTerms> {
  const leading = [...gathered.keys()].filter((name) => gathered.get(name)?.led.size !== 0);
  const names = await sortInTurns(leading, inOrder, turns);
  const numbers = () => new Int32Array(names.length);
  const words = new GrowingInts();
  const ends = new GrowingInts();
  for (const name of names) {
    for (const { form } of wordsIn(name)) {
      const place = placeIn(texts.forms, form);
      if (stringAt(texts.forms, place) === form) words.push(place);
    }
    ends.push(words.size);
    if (ends.size % 64 === 0) await turns.give();
  }
  return {
    names: await packStrings(names, turns),
    concepts: await turns.fill(numbers(), (place) => gathered.get(names[place] ?? '')?.first ?? -1),
    counts: await turns.fill(numbers(), (place) => gathered.get(names[place] ?? '')?.led.size ?? 0),
    words: words.taken().slice(),
    ends: ends.taken().slice(),
  };
}
