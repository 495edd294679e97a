// Makes the search of a release: reads all its texts and indexes once, giving others their turns.
import { Turns } from '@codeset/comparison';
import type { ConceptTextsRow, Reader } from '@codeset/database/read';
import { type CodeSystemDefinition, codeKindsOf, inclusionTermNote } from '@codeset/terminology';
import { Abbreviations, initialsForm, initialsOf } from './abbreviations.ts';
import { addIndexLines } from './add-index-lines.ts';
import { IndexLines } from './index-leads.ts';
import { gatherMainTerms, type MainTerms } from './main-terms.ts';
import { otherTitles } from './other-titles.ts';
import { type ReleaseConcepts, ReleaseConceptsBuilder } from './release-concepts.ts';
import type { TextIndex } from './text-index.ts';
import { TextIndexBuilder } from './text-index-builder.ts';

/** Everything that a search of one release needs; it never changes. */
export interface ReleaseSearch {
  readonly texts: TextIndex;
  readonly concepts: ReleaseConcepts;
  readonly mainTerms: MainTerms;
}

/** Rows read by one statement. */
const page = 500;

/** Takes some seconds for a release of 97,000 concepts with its indexes. */
export async function buildSearch(
  reader: Pick<Reader, 'listReleaseTexts' | 'listIndexLines' | 'listFrontMatters'>,
  definition: CodeSystemDefinition,
  releaseId: number,
): Promise<ReleaseSearch> {
  const turns = new Turns();
  const texts = new TextIndexBuilder();
  const abbreviations = new Abbreviations(texts);
  const concepts = new ReleaseConceptsBuilder(codeKindsOf(definition));
  const readTexts = (after: number | null) => reader.listReleaseTexts(releaseId, after, page);
  await eachRow(readTexts, turns, (row) => {
    concepts.add(row);
    addTexts(texts, abbreviations, row);
  });
  abbreviations.tell();
  const lines = new IndexLines((text) => texts.formsOf(text));
  const readLines = (after: number | null) => reader.listIndexLines(releaseId, after, page);
  await eachRow(readLines, turns, (row) => lines.add(row));
  const [frontMatter] = await reader.listFrontMatters([releaseId]);
  await addIndexLines(texts, lines, { concepts, headings: frontMatter?.frontMatter.indexes ?? [], turns });
  const index = await texts.build(turns);
  const mainTerms = await gatherMainTerms(lines, concepts, { texts: index, turns });
  return { texts: index, concepts: await concepts.build(turns), mainTerms };
}

/** Takes all rows, page by page; the next page is read while one is worked on. */
async function eachRow<Row extends { readonly position: number }>(
  read: (after: number | null) => Promise<Row[]>,
  turns: Turns,
  step: (row: Row) => void,
): Promise<void> {
  for (let coming = read(null); ; ) {
    const rows = await coming;
    const last = rows.at(-1);
    const isLast = last === undefined || rows.length < page;
    if (!isLast) coming = read(last.position);
    // What fails meanwhile is told when it is waited for.
    coming.catch(() => undefined);
    for (const [i, row] of rows.entries()) {
      step(row);
      if (i % 16 === 15) await turns.give();
    }
    if (isLast) return;
  }
}

function addTexts(texts: TextIndexBuilder, abbreviations: Abbreviations, row: ConceptTextsRow): void {
  const { position: concept, display, designations, tabularTitle } = row;
  const translations = row.translations ?? [];
  const title = texts.numbersOf(display);
  texts.add({ concept, field: 'title', source: 0, words: title, initials: initials(texts, display) });
  for (const [source, text] of otherTitles({ designations, tabularTitle, translations }).entries()) {
    const words = texts.numbersOf(text);
    if (source < designations.length) abbreviations.read(words, title);
    texts.add({ concept, field: 'designation', source, words });
  }
  for (const [source, text] of (row.notes ?? []).entries()) {
    const isTerm = row.noteKinds?.[source] === inclusionTermNote;
    const field = isTerm ? 'inclusionTerm' : 'note';
    texts.add({
      concept,
      field,
      source,
      words: texts.numbersOf(text),
      initials: isTerm ? initials(texts, text) : [],
    });
  }
}

/** Initials may be asked for instead of the words. */
function initials(texts: TextIndexBuilder, text: string): number[] {
  const letters = initialsOf(text);
  return letters === null ? [] : [texts.numberOf(initialsForm(letters))];
}
