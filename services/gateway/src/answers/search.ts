// What a search of a release finds: ranked hits, each with what matched of it.
import {
  countWords,
  type Highlight,
  highlight,
  type MatchField,
  otherTitles,
  type ReleaseSearch,
  search,
  type SearchAnswer,
  type SearchHit,
  type SearchQuestion,
} from '@codeset/search';
import { CodesetError, lookUpForm } from '@codeset/terminology';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { CursorScope } from '../cursor.ts';
import { beyondLimit } from '../limits/refuse.ts';
import type { PinnedRelease, ReleaseConcept, ReleaseIndexEntry } from '../pinned-release.ts';
import { listIndexPath } from './index-entries.ts';
import { type AskedProperty, positionsHaving, refuseUnknownKinds, subtreeOf } from './search-filters.ts';

/** What a client asks for. */
export interface AskedSearch {
  readonly text: string;
  /** Null for all but notes. */
  readonly fields: readonly MatchField[] | null;
  readonly selectableOnly: boolean;
  readonly kinds: readonly string[] | null;
  /** The concept at the top of a subtree; null for the whole release. */
  readonly under: string | null;
  /** Properties that a concept must have, all of them. */
  readonly properties: readonly AskedProperty[];
}

/** A hit at its place in the ranked list. */
export interface RankedHit {
  readonly release: PinnedRelease;
  readonly hit: SearchHit;
  /** What was asked for. */
  readonly typed: string;
  /** Forms of words that count as found. */
  readonly words: SearchAnswer['words'];
  readonly row: { readonly position: number };
}

/** What matched where nothing else is asked for. */
const usualFields: readonly MatchField[] = ['code', 'title', 'inclusionTerm', 'designation', 'index'];

/** A page of the hits, best first. QUERY_TOO_EXPENSIVE for too many words, BAD_REQUEST for a filter that cannot be. */
export async function searchRelease(
  context: GatewayContext,
  release: PinnedRelease,
  asked: AskedSearch,
  page: PageArguments,
): Promise<Connection<RankedHit>> {
  context.releases.serve(release);
  refuseManyWords(context, asked.text);
  await refuseUnknownKinds(context, [release], asked.kinds);
  const within = await subtreeOf(context, release, asked.under);
  const among = await positionsHaving(context, release, asked.properties);
  const { text, fields, selectableOnly, kinds, under, properties } = asked;
  const filters = { fields, selectableOnly, kinds, within, among };
  const scope = scopeOf(release, asked, [
    under,
    JSON.stringify(properties.map(({ code, value }) => [code, value])),
  ]);
  const hits = await hitsOf(context, release, { text, filters, scope });
  const list = {
    scope,
    countAll: async () => hits(0).total,
    read: async (after: number | null, limit: number) => {
      const start = (after ?? -1) + 1;
      const { hits: found, words } = hits(start + limit);
      return found
        .slice(start, start + limit)
        .map((hit, i) => ({ release, hit, typed: text, words, row: { position: start + i } }));
    },
  };
  return await readPage(list, page);
}

/** What tells a question from all others that can be asked of any release: its hits are kept by it. */
export function scopeOf(
  { row }: PinnedRelease,
  asked: Pick<AskedSearch, 'text' | 'fields' | 'selectableOnly' | 'kinds'>,
  narrowed: readonly (string | null)[],
): CursorScope {
  const { text, fields, selectableOnly, kinds } = asked;
  const usual = [text, fields?.join(' ') ?? null, selectableOnly, kinds && JSON.stringify(kinds)];
  return [row.digest, 'search', ...usual, ...narrowed];
}

/** Gives so many hits of a question at least, where there are as many, and how many there are. */
export async function hitsOf(
  context: GatewayContext,
  release: PinnedRelease,
  {
    text,
    filters,
    scope,
  }: { readonly text: string; readonly filters: SearchFilters; readonly scope: CursorScope },
): Promise<(atLeast: number) => SearchAnswer> {
  const made = await searchOf(context, release);
  const name = JSON.stringify(scope);
  return (atLeast) => context.hits(name, atLeast, (most) => searchText(made, text, { filters, most }));
}

/** What searching the release needs, noted as serving. */
export async function searchOf(context: GatewayContext, release: PinnedRelease): Promise<ReleaseSearch> {
  const definition = await context.releases.findCodeSystem(release.row.codeSystem);
  if (!definition) throw new CodesetError('INTERNAL', `no definition of ${release.row.codeSystem}`);
  context.releases.serve(release);
  return await context.searches(definition, release.row);
}

/** What narrows a search. */
export interface SearchFilters {
  /** Null for all but notes. */
  readonly fields: readonly MatchField[] | null;
  readonly selectableOnly: boolean;
  readonly kinds: readonly string[] | null;
  readonly within: SearchQuestion['within'];
  readonly among: SearchQuestion['among'];
}

/** Beyond the limit QUERY_TOO_EXPENSIVE, before what searching needs is made. */
export function refuseManyWords({ limits }: GatewayContext, text: string): void {
  const found = countWords(text);
  if (found > limits.searchWords) throw beyondLimit('searchWords', limits, found, 'Leave some of them out.');
}

function searchText(
  made: ReleaseSearch,
  text: string,
  { filters, most }: { readonly filters: SearchFilters; readonly most: number },
): SearchAnswer {
  const { fields, kinds } = filters;
  const question = {
    ...filters,
    text,
    fields: new Set(fields ?? usualFields),
    kinds: kinds && new Set(kinds),
  };
  return search(made, question, most);
}

/** The concept that was found. */
export async function conceptOfHit(
  { loaders }: GatewayContext,
  { release, hit }: RankedHit,
): Promise<ReleaseConcept> {
  const [row] = await loaders.of(release).conceptsAt.load(hit.position);
  if (!row) throw new CodesetError('INTERNAL', `no concept at ${hit.position}`);
  return { release, row };
}

/** The line of an index that matched; null where something else did. */
export async function indexEntryOfHit(
  { loaders }: GatewayContext,
  { release, hit }: RankedHit,
): Promise<ReleaseIndexEntry | null> {
  if (hit.field !== 'index') return null;
  const path = await loaders.of(release).indexPaths.load(hit.source);
  const row = path.at(-1);
  return row ? { release, row } : null;
}

/** The text that matched, as published: of an index the terms from the main term down. */
export async function textOfHit(context: GatewayContext, ranked: RankedHit): Promise<string> {
  const { hit } = ranked;
  const entry = await indexEntryOfHit(context, ranked);
  if (entry) {
    const path = await listIndexPath(context, entry);
    const lines = await Promise.all(path.map(({ row }) => context.loaders.indexContents.load(row.contentId)));
    return lines.map(({ title }) => title).join(', ');
  }
  const { row } = await conceptOfHit(context, ranked);
  const { loaders } = context;
  const [content, noteSet, translated] = await Promise.all([
    loaders.contents.load(row.contentId),
    row.noteSetId === null ? null : loaders.noteSets.load(row.noteSetId),
    row.designationSetId === null ? null : loaders.designationSets.load(row.designationSetId),
  ]);
  const { notes = [], title = null } = noteSet?.content ?? {};
  switch (hit.field) {
    case 'code':
      return row.code ?? '';
    case 'title':
    case 'index':
      return content.display;
    case 'designation':
      return (
        otherTitles({
          designations: content.designations.map(({ value }) => value),
          tabularTitle: title,
          translations: (translated?.designations ?? []).map(({ value }) => value),
        })[hit.source] ?? ''
      );
    case 'inclusionTerm':
    case 'note':
      return notes[hit.source]?.text ?? '';
    default:
      return hit.field satisfies never;
  }
}

/** What of that text is to be shown as matched; of a code what was typed. */
export async function highlightsOfHit(context: GatewayContext, ranked: RankedHit): Promise<Highlight[]> {
  const text = await textOfHit(context, ranked);
  if (ranked.hit.field !== 'code') return highlight(text, ranked.words);
  return [highlightOfCode(text, ranked.typed)];
}

/** What of a code was typed. */
export function highlightOfCode(code: string, typed: string): Highlight {
  return { start: 0, end: lengthMeant(code, typed) };
}

/** Characters of a code that a code or its beginning stands for, however it was typed: `e113` are five of `E11.319`. */
function lengthMeant(code: string, typed: string): number {
  const { length } = lookUpForm(typed);
  let end = 0;
  while (end < code.length && lookUpForm(code.slice(0, end)).length < length) end++;
  return end;
}
