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

/** Which parts are wanted. */
export interface WantedParts {
  /** False where it is known to be the same as what it is compared with. */
  readonly content: boolean;
  readonly notes: boolean;
  readonly properties: boolean;
  readonly designations: boolean;
}

/** The content alone. */
export const contentOnly: WantedParts = {
  content: true,
  notes: false,
  properties: false,
  designations: false,
};

/** Stands for a content that is not wanted: it differs from itself in nothing. */
const unreadContent: ConceptParts['content'] = {
  kind: '',
  display: '',
  designations: [],
  selectable: false,
  properties: [],
  effectiveFrom: null,
  effectiveTo: null,
};

/** The parts of each line, by the line; a part that is not wanted is null, and such a content is empty. */
export async function readParts(
  reader: ContentReader,
  rows: readonly ConceptRow[],
  wanted: (row: ConceptRow) => WantedParts = () => contentOnly,
): Promise<Map<ConceptRow, ConceptParts>> {
  const asked = rows.map((row) => pointersOf(row, wanted(row)));
  const [contents, noteSets, propertySets, designationSets] = await Promise.all([
    reader.contents(distinct(asked, ({ contentId }) => contentId)),
    reader.noteSets(distinct(asked, ({ noteSetId }) => noteSetId)),
    reader.propertySets(distinct(asked, ({ propertySetId }) => propertySetId)),
    reader.designationSets(distinct(asked, ({ designationSetId }) => designationSetId)),
  ]);
  const parts = new Map<ConceptRow, ConceptParts>();
  for (const { row, contentId, noteSetId, propertySetId, designationSetId } of asked) {
    parts.set(row, {
      content: held(contents, contentId) ?? unreadContent,
      noteSet: held(noteSets, noteSetId),
      propertySet: held(propertySets, propertySetId),
      designationSet: held(designationSets, designationSetId),
    });
  }
  return parts;
}

/** The ids of the wanted parts; null where a part is not wanted, or the release came without it. */
interface Pointers {
  readonly row: ConceptRow;
  readonly contentId: number | null;
  readonly noteSetId: number | null;
  readonly propertySetId: number | null;
  readonly designationSetId: number | null;
}

function pointersOf(row: ConceptRow, { content, notes, properties, designations }: WantedParts): Pointers {
  return {
    row,
    contentId: content ? row.contentId : null,
    noteSetId: notes ? row.noteSetId : null,
    propertySetId: properties ? row.propertySetId : null,
    designationSetId: designations ? row.designationSetId : null,
  };
}

function distinct(asked: readonly Pointers[], idOf: (pointers: Pointers) => number | null): number[] {
  const ids = new Set<number>();
  for (const pointers of asked) {
    const id = idOf(pointers);
    if (id !== null) ids.add(id);
  }
  return [...ids];
}

function held<Content>(contents: ReadonlyMap<number, Content>, id: number | null): Content | null {
  if (id === null) return null;
  const content = contents.get(id);
  if (content === undefined) throw new Error(`no content has the id ${id}`);
  return content;
}
