// The lines of alphabetic indexes and tables as texts of the codes that they lead to.
import type { Turns } from '@codeset/comparison';
import type { IndexLineRow } from '@codeset/database/read';
import type { IndexHeading } from '@codeset/terminology';
import { type IndexLines, mainNameOf } from './index-leads.ts';
import type { ReleaseConceptsBuilder } from './release-concepts.ts';
import type { TextIndexBuilder } from './text-index-builder.ts';

/** A line that says “see” gives its words to so many lines below the one it means, at most. */
const givenAtMost = 6_000;

/** How well a main term is met by the word that says “see” it: Neoplasm by cancer. */
const seenQuality = 0.7;

export interface LinesToAdd {
  readonly concepts: ReleaseConceptsBuilder;
  readonly headings: readonly IndexHeading[];
  readonly turns: Turns;
}

/** The words of a line and of those above it, each once. */
interface PathWords {
  readonly line: IndexLineRow;
  readonly own: readonly number[];
  /** Nonessential modifiers and further names: they may be asked for, and it is no worse without. */
  readonly optional: readonly number[];
  /** Words of lines that say “see” it. */
  readonly seen: readonly number[];
}

/** A line is a text for each code that it leads to, with the words of the lines above it and of its column. */
export async function addIndexLines(
  texts: TextIndexBuilder,
  lines: IndexLines,
  { concepts, headings, turns }: LinesToAdd,
): Promise<void> {
  const given = await wordsGiven(texts, lines, turns);
  const columns = new Map<string, readonly number[]>(
    headings.flatMap(({ kind, columns: those }) =>
      those.map(({ column, title }) => [`${kind} ${column}`, texts.numbersOf(title)] as const),
    ),
  );
  let path: PathWords[] = [];
  let count = 0;
  for (const line of lines.all) {
    path = path.filter((above) => above.line.subtreeEnd >= line.position);
    const words = wordsOf(texts, line, { above: path.at(-1), given: given.get(line.position) ?? [] });
    path.push(words);
    for (const { code, column, kind } of lines.leadsOf(line)) {
      const concept = concepts.positionOf(code);
      if (concept === undefined) continue;
      const cell = columns.get(`${kind} ${column}`) ?? [];
      const { optional, seen } = words;
      texts.add({
        concept,
        field: 'index',
        source: line.position,
        words: joined(words.own, cell),
        optional,
        seen,
      });
    }
    count += 1;
    if (count % 16 === 0) await turns.give();
  }
}

interface LineWords {
  readonly above: PathWords | undefined;
  /** By lines that say “see” this one. */
  readonly given: readonly number[];
}

function wordsOf(texts: TextIndexBuilder, line: IndexLineRow, { above, given }: LineWords): PathWords {
  const name = line.parent === null ? mainNameOf(line.term) : line.term;
  const whole = name === line.title ? [] : texts.numbersOf(line.title);
  const own = joined(above?.own ?? [], texts.numbersOf(name));
  const seen = joined(above?.seen ?? [], given);
  return { line, own, optional: joined(above?.optional ?? [], whole), seen };
}

/** Each number once; the first list itself where the other adds nothing. */
function joined(numbers: readonly number[], others: readonly number[]): readonly number[] {
  const added = others.filter((number, i) => !numbers.includes(number) && others.indexOf(number) === i);
  return added.length === 0 ? numbers : [...numbers, ...added];
}

/** Words that “see” and “see also” give to the line that they mean: who says broken may mean Fracture. */
async function wordsGiven(
  texts: TextIndexBuilder,
  lines: IndexLines,
  turns: Turns,
): Promise<Map<number, readonly number[]>> {
  const given = new Map<number, readonly number[]>();
  let count = 0;
  for (const line of lines.all) {
    for (const meant of lines.meantBy(line)) {
      if (sayFor(texts, line, meant)) continue;
      if (meant.subtreeEnd - meant.position > givenAtMost) continue;
      const words = lines.pathOf(line).flatMap(({ term }) => texts.numbersOf(term));
      given.set(meant.position, joined(given.get(meant.position) ?? [], words));
    }
    count += 1;
    if (count % 16 === 0) await turns.give();
  }
  return given;
}

/** A main term of one word that says “see” another of one word stands for it wherever it is, in titles too. */
function sayFor(texts: TextIndexBuilder, line: IndexLineRow, meant: IndexLineRow): boolean {
  if (line.parent !== null || meant.parent !== null) return false;
  const [word, ...others] = texts.numbersOf(mainNameOf(line.term));
  const [other, ...further] = texts.numbersOf(mainNameOf(meant.term));
  if (word === undefined || other === undefined || others.length + further.length > 0) return false;
  texts.standFor(word, { word: other, quality: seenQuality });
  return true;
}
