// Completions for a search box: codes, whole terms and titles, each with what it leads to.
import {
  type Highlight,
  highlight,
  mainNameOf,
  type SearchHit,
  type SuggestedText,
  suggest,
} from '@codeset/search';
import { CodesetError } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import { beyondLimit } from '../limits/refuse.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { highlightOfCode, refuseManyWords, searchOf } from './search.ts';

/** A completion. */
export interface Suggestion {
  readonly text: string;
  readonly of: SuggestionSource;
  readonly highlights: readonly Highlight[];
  /** The concept that it names or leads to by itself; null for a main term of which only those below it lead on. */
  readonly concept: ReleaseConcept | null;
  /** How many concepts it leads to. */
  readonly conceptCount: number;
}

/** Where a suggested text stands. */
export type SuggestionSource = 'code' | 'mainTerm' | 'title' | 'inclusionTerm' | 'indexLine';

/** Texts that are looked at for those that begin with what is typed. */
const textsLookedAt = 40;

/** A suggestion whose concept is not read yet. */
interface Offered extends Omit<Suggestion, 'concept' | 'highlights'> {
  readonly position: number | null;
  readonly begins: boolean;
}

/**
 * Codes first; then what begins with the text before what has its words elsewhere, of either main terms before others;
 * a text once, whatever its capitals. QUERY_TOO_EXPENSIVE for more than the limits `suggestions`
 * and `searchWords`.
 */
export async function listSuggestions(
  context: GatewayContext,
  release: PinnedRelease,
  { text, first }: { readonly text: string; readonly first: number },
): Promise<Suggestion[]> {
  const { limits } = context;
  if (first > limits.suggestions) throw beyondLimit('suggestions', limits, first, 'Ask for fewer.');
  refuseManyWords(context, text);
  const { codes, terms, texts, words } = suggest(await searchOf(context, release), text, textsLookedAt);
  const offered: Offered[] = [
    ...(await Promise.all(codes.map((position) => offeredCode(context, release, position)))),
    ...terms.map(({ name, begins, position, count }) => {
      return { text: name, of: 'mainTerm' as const, begins, position, conceptCount: count };
    }),
    ...(await Promise.all(texts.map((found) => offeredText(context, release, { found, typed: text })))),
  ];
  const seen = new Set<string>();
  const inOrder = [...offered.filter(({ begins }) => begins), ...offered.filter(({ begins }) => !begins)];
  // One that shows nothing of what was typed, though an index leads there, would only puzzle.
  const highlightsOf = (one: Offered) =>
    one.of === 'code' ? [highlightOfCode(one.text, text)] : highlight(one.text, words);
  const shown = inOrder.filter((one) => highlightsOf(one).length > 0);
  const given = shown.filter((one) => !seen.has(plain(one.text)) && seen.add(plain(one.text)));
  return await Promise.all(
    given.slice(0, first).map(async (one) => ({
      text: one.text,
      of: one.of,
      conceptCount: one.conceptCount,
      highlights: highlightsOf(one),
      concept: one.position === null ? null : await conceptAt(context, release, one.position),
    })),
  );
}

/** As it is compared: without capitals and blanks before it. */
function plain(text: string): string {
  return text.trimStart().toLowerCase();
}

async function offeredCode(
  context: GatewayContext,
  release: PinnedRelease,
  position: number,
): Promise<Offered> {
  const { row } = await conceptAt(context, release, position);
  return { text: row.code ?? '', of: 'code', begins: true, position, conceptCount: 1 };
}

interface TextToOffer {
  readonly found: SuggestedText;
  readonly typed: string;
}

async function offeredText(
  context: GatewayContext,
  release: PinnedRelease,
  { found: { hit, count }, typed }: TextToOffer,
): Promise<Offered> {
  const text =
    hit.field === 'index' ? await termsOf(context, release, hit.source) : await textAt(context, release, hit);
  const of = hit.field === 'index' ? 'indexLine' : hit.field === 'inclusionTerm' ? 'inclusionTerm' : 'title';
  return {
    text,
    of,
    begins: plain(text).startsWith(plain(typed)),
    position: hit.position,
    conceptCount: count,
  };
}

/** The terms of a line from the main term down, without nonessential modifiers. */
async function termsOf({ loaders }: GatewayContext, release: PinnedRelease, line: number): Promise<string> {
  const path = await loaders.of(release).indexPaths.load(line);
  const contents = await Promise.all(path.map(({ contentId }) => loaders.indexContents.load(contentId)));
  return contents.map(({ term }, depth) => (depth === 0 ? mainNameOf(term) : term)).join(', ');
}

async function textAt(context: GatewayContext, release: PinnedRelease, hit: SearchHit): Promise<string> {
  const { row } = await conceptAt(context, release, hit.position);
  const { loaders } = context;
  if (hit.field === 'title') return (await loaders.contents.load(row.contentId)).display;
  const noteSet = row.noteSetId === null ? null : await loaders.noteSets.load(row.noteSetId);
  return noteSet?.content.notes[hit.source]?.text ?? '';
}

async function conceptAt(
  { loaders }: GatewayContext,
  release: PinnedRelease,
  position: number,
): Promise<ReleaseConcept> {
  const [row] = await loaders.of(release).conceptsAt.load(position);
  if (!row) throw new CodesetError('INTERNAL', `no concept at ${position}`);
  return { release, row };
}
