// Makes the search of a release: reads all its texts and indexes once, giving others their turns.
import { Turns } from '@codeset/comparison';
import type { ConceptTextsRow, IndexLineRow, Reader } from '@codeset/database/read';
import {
  type CodeSystemDefinition,
  codeKindsOf,
  type IndexHeading,
  inclusionTermNote,
} from '@codeset/terminology';
import { IndexLines } from './index-leads.ts';
import { otherTitles } from './other-titles.ts';
import { type ReleaseConcepts, ReleaseConceptsBuilder } from './release-concepts.ts';
import { type TextIndex, TextIndexBuilder } from './text-index.ts';

/** Everything that a search of one release needs; it never changes. */
export interface ReleaseSearch {
  readonly texts: TextIndex;
  readonly concepts: ReleaseConcepts;
}

/** Rows read by one statement. */
const page = 2_000;

/** A line that says “see” gives its words to so many lines below the one it means, at most. */
const givenAtMost = 6_000;

/** Takes some seconds for a release of 97,000 concepts with its indexes. */
export async function buildSearch(
  reader: Pick<Reader, 'listReleaseTexts' | 'listIndexLines' | 'listFrontMatters'>,
  definition: CodeSystemDefinition,
  releaseId: number,
): Promise<ReleaseSearch> {
  const turns = new Turns();
  const texts = new TextIndexBuilder();
  const concepts = new ReleaseConceptsBuilder(codeKindsOf(definition));
  for (let after: number | null = null; ; ) {
    const rows: ConceptTextsRow[] = await reader.listReleaseTexts(releaseId, after, page);
    await turns.map(rows, (row) => {
      concepts.add(row);
      addTexts(texts, row);
    });
    after = rows.at(-1)?.position ?? null;
    if (rows.length < page) break;
  }
  const [frontMatter] = await reader.listFrontMatters([releaseId]);
  const headings = frontMatter?.frontMatter.indexes ?? [];
  const lines = await readLines(reader, releaseId, turns);
  await addLines(texts, lines, { concepts, headings, turns });
  await turns.give();
  return { texts: texts.build(), concepts: concepts.build() };
}

function addTexts(texts: TextIndexBuilder, row: ConceptTextsRow): void {
  const { position: concept, display, noteKinds, notes } = row;
  texts.add({ concept, field: 'title', source: 0, words: texts.numbersOf(display), instead: [] });
  for (const [source, text] of otherTitles(row).entries()) {
    texts.add({ concept, field: 'designation', source, words: texts.numbersOf(text), instead: [] });
  }
  for (const [source, text] of notes.entries()) {
    const field = noteKinds[source] === inclusionTermNote ? 'inclusionTerm' : 'note';
    texts.add({ concept, field, source, words: texts.numbersOf(text), instead: [] });
  }
}

async function readLines(
  reader: Pick<Reader, 'listIndexLines'>,
  releaseId: number,
  turns: Turns,
): Promise<IndexLines> {
  const lines = new IndexLines();
  for (let after: number | null = null; ; ) {
    const rows: IndexLineRow[] = await reader.listIndexLines(releaseId, after, page);
    await turns.map(rows, (row) => lines.add(row));
    after = rows.at(-1)?.position ?? null;
    if (rows.length < page) return lines;
  }
}

interface LinesToAdd {
  readonly concepts: ReleaseConceptsBuilder;
  readonly headings: readonly IndexHeading[];
  readonly turns: Turns;
}

/** A line is a text for each code that it leads to, with the words of the lines above it and of its column. */
async function addLines(
  texts: TextIndexBuilder,
  lines: IndexLines,
  { concepts, headings, turns }: LinesToAdd,
): Promise<void> {
  const given = wordsGiven(texts, lines);
  const columns = new Map<string, readonly number[]>(
    headings.flatMap(({ kind, columns: those }) =>
      those.map(({ column, title }) => [`${kind} ${column}`, texts.numbersOf(title)] as const),
    ),
  );
  await turns.map([...lines.all], (line) => {
    const leads = lines.leadsOf(line);
    if (leads.length === 0) return;
    const path = lines.pathOf(line);
    const own = path.flatMap(({ term }) => texts.numbersOf(term));
    // Nonessential modifiers may be asked for, and a text without them is no worse an answer.
    const more = path.flatMap(({ position, title, term }) => [
      ...(title === term ? [] : texts.numbersOf(title)),
      ...(given.get(position) ?? []),
    ]);
    for (const { code, column, kind } of leads) {
      const concept = concepts.positionOf(code);
      if (concept === undefined) continue;
      const words = new Set([...own, ...(columns.get(`${kind} ${column}`) ?? [])]);
      const instead = [...new Set(more)].filter((word) => !words.has(word));
      texts.add({ concept, field: 'index', source: line.position, words: [...words], instead });
    }
  });
}

/** Words that “see” and “see also” give to the line that they mean: who says broken may mean Fracture. */
function wordsGiven(texts: TextIndexBuilder, lines: IndexLines): Map<number, number[]> {
  const given = new Map<number, number[]>();
  for (const line of lines.all) {
    for (const meant of lines.meantBy(line)) {
      if (meant.subtreeEnd - meant.position > givenAtMost) continue;
      const words = lines.pathOf(line).flatMap(({ term }) => texts.numbersOf(term));
      given.set(meant.position, [...(given.get(meant.position) ?? []), ...words]);
    }
  }
  return given;
}
