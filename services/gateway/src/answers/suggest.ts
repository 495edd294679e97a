// Completions for a search box: whole terms and titles, each with what it leads to.
import { type Highlight, highlight, suggest } from '@codeset/search';
import { CodesetError } from '@codeset/terminology';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept } from '../pinned-release.ts';
import { searchOf } from './search.ts';

/** A completion. */
export interface Suggestion {
  readonly text: string;
  readonly of: 'mainTerm' | 'title';
  readonly highlights: readonly Highlight[];
  /** The concept that it names or leads to by itself; null for a main term of which only those below it lead on. */
  readonly concept: ReleaseConcept | null;
  /** How many concepts it leads to. */
  readonly conceptCount: number;
}

/** More are no help to who types. */
export const suggestionsAtMost = 25;

/** Titles that are looked at for those that begin with what is typed. */
const titlesLookedAt = 40;

/**
 * What begins with the text before what has its words elsewhere, of either main terms before titles; a text once,
 * whatever its capitals. BAD_REQUEST for more than `suggestionsAtMost`.
 */
export async function listSuggestions(
  context: GatewayContext,
  release: PinnedRelease,
  { text, first }: { readonly text: string; readonly first: number },
): Promise<Suggestion[]> {
  if (first > suggestionsAtMost) {
    const message = `\`first\` is ${first}; at most ${suggestionsAtMost} suggestions are given.`;
    throw new CodesetError('BAD_REQUEST', message);
  }
  const { terms, titles, matched } = suggest(await searchOf(context, release), text, titlesLookedAt);
  const displays = await Promise.all(titles.map((position) => titleAt(context, release, position)));
  const offered = [
    ...terms.map(({ name, begins, position, count }) => ({
      name,
      begins,
      position,
      count,
      of: 'mainTerm' as const,
    })),
    ...displays.map(({ name, position }) => {
      const begins = begun(name).startsWith(begun(text));
      return { name, begins, position, count: 1, of: 'title' as const };
    }),
  ];
  const seen = new Set<string>();
  const given = [
    ...offered.filter(({ begins }) => begins),
    ...offered.filter(({ begins }) => !begins),
  ].filter(({ name }) => !seen.has(begun(name)) && seen.add(begun(name)));
  return await Promise.all(
    given.slice(0, first).map(async ({ name, of, position, count }) => ({
      text: name,
      of,
      highlights: highlight(name, matched),
      concept: position === null ? null : await conceptAt(context, release, position),
      conceptCount: count,
    })),
  );
}

function begun(text: string): string {
  return text.trimStart().toLowerCase();
}

async function titleAt(context: GatewayContext, release: PinnedRelease, position: number) {
  const { row } = await conceptAt(context, release, position);
  const { display } = await context.loaders.contents.load(row.contentId);
  return { name: display, position };
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
