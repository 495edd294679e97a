// What a search of a release finds: ranked hits, each with what matched of it.
import {
  countWords,
  type Highlight,
  highlight,
  type MatchField,
  otherTitles,
  search,
  type SearchAnswer,
  type SearchHit,
  wordsAtMost,
} from '@codeset/search';
import { CodesetError } from '@codeset/terminology';
import { type Connection, type PageArguments, readPage } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { PinnedRelease, ReleaseConcept, ReleaseIndexEntry } from '../pinned-release.ts';
import { findConcept } from './find-concept.ts';
import { listIndexPath } from './index-entries.ts';

/** What a client asks for. */
export interface AskedSearch {
  readonly text: string;
  /** Null for all but notes. */
  readonly fields: readonly MatchField[] | null;
  readonly selectableOnly: boolean;
  readonly kinds: readonly string[] | null;
  /** The concept at the top of a subtree; null for the whole release. */
  readonly under: string | null;
}

/** A hit at its place in the ranked list. */
export interface RankedHit {
  readonly release: PinnedRelease;
  readonly hit: SearchHit;
  readonly matched: SearchAnswer['matched'];
  readonly row: { readonly position: number };
}

/** What matched where nothing else is asked for. */
const usualFields: readonly MatchField[] = ['code', 'title', 'inclusionTerm', 'designation', 'index'];

/** A page of the hits, best first. BAD_REQUEST for a question of too many words, and for a subtree that is not there. */
export async function searchRelease(
  context: GatewayContext,
  release: PinnedRelease,
  asked: AskedSearch,
  page: PageArguments,
): Promise<Connection<RankedHit>> {
  const words = countWords(asked.text);
  if (words > wordsAtMost) {
    throw new CodesetError(
      'BAD_REQUEST',
      `\`text\` has ${words} words, at most ${wordsAtMost} can be searched.`,
    );
  }
  const definition = await context.releases.findCodeSystem(release.row.codeSystem);
  if (!definition) throw new CodesetError('INTERNAL', `no definition of ${release.row.codeSystem}`);
  context.releases.serve(release);
  const within = await subtreeOf(context, release, asked.under);
  const made = await context.searches(definition, release.row);
  const { text, selectableOnly, kinds } = asked;
  const fields = asked.fields ?? usualFields;
  const answer = search(made, {
    text,
    fields: new Set(fields),
    selectableOnly,
    kinds: kinds ? new Set(kinds) : null,
    within,
    among: null,
  });
  const filter = [fields.join(' '), selectableOnly, kinds?.join(' ') ?? null, asked.under];
  const list = {
    scope: [release.row.digest, 'search', text, ...filter],
    countAll: async () => answer.total,
    read: async (after: number | null, limit: number) => {
      const start = (after ?? -1) + 1;
      return answer
        .page(start, limit)
        .map((hit, i) => ({ release, hit, matched: answer.matched, row: { position: start + i } }));
    },
  };
  return await readPage(list, page);
}

async function subtreeOf(context: GatewayContext, release: PinnedRelease, under: string | null) {
  if (under === null) return null;
  const top = await findConcept(context, release, under);
  if (top) return { first: top.row.position, last: top.row.subtreeEnd };
  throw new CodesetError('BAD_REQUEST', `\`under: "${under}"\` is not in release ${release.row.version}.`);
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
  return ranked.hit.field === 'code' ? [{ start: 0, end: text.length }] : highlight(text, ranked.matched);
}
