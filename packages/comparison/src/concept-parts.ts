// What releases say of many concepts, all parts of each: read in few statements, through a cache where one is given.
import type { ConceptRow, Reader } from '@codeset/database/read';
import type { ConceptParts } from '@codeset/terminology';
import { inChunks } from './in-chunks.ts';

/** What reads contents by id; the gateway's loaders with their caches fit as well as a reader. */
export interface ContentReader {
  readonly contents: ContentsById<ConceptParts['content']>;
  readonly noteSets: ContentsById<NonNullable<ConceptParts['noteSet']>>;
  readonly propertySets: ContentsById<NonNullable<ConceptParts['propertySet']>>;
  readonly designationSets: ContentsById<NonNullable<ConceptParts['designationSet']>>;
}

export type ContentsById<Content> = (ids: readonly number[]) => Promise<ReadonlyMap<number, Content>>;

/** Reads straight from the database. */
export function contentReader(reader: Reader): ContentReader {
  return {
    contents: byId(reader.listConceptContents, (row) => row),
    noteSets: byId(reader.listNoteSets, ({ content }) => content),
    propertySets: byId(reader.listPropertySets, (row) => row),
    designationSets: byId(reader.listDesignationSets, (row) => row),
  };
}

function byId<Row extends { readonly id: number }, Content>(
  list: (ids: readonly number[]) => Promise<readonly Row[]>,
  contentOf: (row: Row) => Content,
): ContentsById<Content> {
  return async (ids) => {
    const found = new Map<number, Content>();
    for (const some of inChunks(ids)) for (const row of await list(some)) found.set(row.id, contentOf(row));
    return found;
  };
}

/** Which parts are wanted besides the content. */
export interface WantedParts {
  readonly notes: boolean;
  readonly properties: boolean;
  readonly designations: boolean;
}

/** The content alone. */
export const contentOnly: WantedParts = { notes: false, properties: false, designations: false };

/** The parts of each line, by the line; a part that is not wanted is null. */
export async function readParts(
  reader: ContentReader,
  rows: readonly ConceptRow[],
  wanted: (row: ConceptRow) => WantedParts = () => contentOnly,
): Promise<Map<ConceptRow, ConceptParts>> {
  const ids = (idOf: (row: ConceptRow) => number | null) => [
    ...new Set(rows.flatMap((row) => idOf(row) ?? [])),
  ];
  const noteSetOf = (row: ConceptRow) => (wanted(row).notes ? row.noteSetId : null);
  const propertySetOf = (row: ConceptRow) => (wanted(row).properties ? row.propertySetId : null);
  const designationSetOf = (row: ConceptRow) => (wanted(row).designations ? row.designationSetId : null);
  const [contents, noteSets, propertySets, designationSets] = await Promise.all([
    reader.contents(ids(({ contentId }) => contentId)),
    reader.noteSets(ids(noteSetOf)),
    reader.propertySets(ids(propertySetOf)),
    reader.designationSets(ids(designationSetOf)),
  ]);
  const parts = new Map<ConceptRow, ConceptParts>();
  for (const row of rows) {
    const content = contents.get(row.contentId);
    if (!content) throw new Error(`no content has the id ${row.contentId}`);
    parts.set(row, {
      content,
      noteSet: held(noteSets, noteSetOf(row)),
      propertySet: held(propertySets, propertySetOf(row)),
      designationSet: held(designationSets, designationSetOf(row)),
    });
  }
  return parts;
}

function held<Content>(contents: ReadonlyMap<number, Content>, id: number | null): Content | null {
  if (id === null) return null;
  const content = contents.get(id);
  if (content === undefined) throw new Error(`no content has the id ${id}`);
  return content;
}
