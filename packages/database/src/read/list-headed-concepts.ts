// The concepts of a release at the given positions, each with what a list shows of it: one statement for both.
import type { ConceptContent, Designation, PlainDate, PropertyValue } from '@codeset/terminology';
import type { ConceptRow } from './concept-row.ts';
import type { ReadDatabase } from './read-database.ts';

/** What a list shows of a concept, and what filters ask. */
export interface Headline {
  readonly kind: string;
  readonly display: string;
  readonly selectable: boolean;
  /** First and last day of the code's own; null where none is given. */
  readonly effectiveFrom: PlainDate | null;
  readonly effectiveTo: PlainDate | null;
}

/** A line of a release's list with the headline of its content. */
export interface HeadedConcept {
  readonly row: ConceptRow;
  readonly headline: Headline;
  /** Null where only the headline was asked for. */
  readonly content: ConceptContent | null;
}

/** Which concepts. */
export interface HeadedConceptsAsked {
  readonly releaseId: number;
  readonly positions: readonly number[];
  /** Whether the rest of their contents is wanted, too. */
  readonly contents: boolean;
}

/** The members of rows and headlines, each as a list with all concepts. */
interface Columns {
  readonly position: readonly number[];
  readonly subtreeEnd: readonly number[];
  readonly parent: readonly (number | null)[];
  readonly contentId: readonly number[];
  readonly noteSetId: readonly (number | null)[];
  readonly propertySetId: readonly (number | null)[];
  readonly designationSetId: readonly (number | null)[];
  readonly depth: readonly number[];
  readonly key: readonly string[];
  readonly code: readonly (string | null)[];
  readonly parentKey: readonly (string | null)[];
  readonly kind: readonly string[];
  readonly display: readonly string[];
  readonly selectable: readonly boolean[];
  readonly effectiveFrom: readonly (PlainDate | null)[];
  readonly effectiveTo: readonly (PlainDate | null)[];
  /** Null where only headlines were asked for. */
  readonly designations: readonly (readonly Designation[])[] | null;
  readonly properties: readonly (readonly PropertyValue[])[] | null;
}

const columns: Record<keyof Columns, string> = {
  position: 'array_agg(c.position)',
  subtreeEnd: 'array_agg(c.subtree_end)',
  parent: 'array_agg(c.parent)',
  contentId: 'array_agg(c.content_id)',
  noteSetId: 'array_agg(c.note_set_id)',
  propertySetId: 'array_agg(c.property_set_id)',
  designationSetId: 'array_agg(c.designation_set_id)',
  depth: 'array_agg(c.depth)',
  key: 'array_agg(c.key)',
  code: 'array_agg(c.code)',
  parentKey: 'array_agg(c.parent_key)',
  kind: 'array_agg(t.kind)',
  display: 'array_agg(t.display)',
  selectable: 'array_agg(t.selectable)',
  effectiveFrom: 'array_agg(t.effective_from)',
  effectiveTo: 'array_agg(t.effective_to)',
  designations: 'case when $3 then array_agg(t.designations) end',
  properties: 'case when $3 then array_agg(t.properties) end',
};

// Column by column in one JSON text: rows take the client three times as long, JSON of rows the server a quarter longer.
// The positions are selected once more, so that the planner takes them for few: else it starts workers for each call.
const text = `
  select json_build_object(${Object.entries(columns).map(([name, list]) => `'${name}', ${list}`)})::text as columns
  from codeset.release_concept c join codeset.concept_content t on t.id = c.content_id
  where c.release_id = $1 and c.position = any ((select $2::integer[])::integer[])
  having count(*) > 0`;

/** Prepares: the concepts at the given positions, in no particular order. */
export function listHeadedConcepts(
  database: ReadDatabase,
): (asked: HeadedConceptsAsked) => Promise<HeadedConcept[]> {
  return async ({ releaseId, positions, contents }) => {
    const given = [releaseId, [...positions], contents];
    const [found] = await database.$client.unsafe<{ columns: string }[]>(text, given, { prepare: true });
    return found ? toHeadedConcepts(JSON.parse(found.columns) as Columns) : [];
  };
}

function toHeadedConcepts(found: Columns): HeadedConcept[] {
  return found.position.map((position, i) => {
    const headline: Headline = {
      kind: found.kind[i] ?? '',
      display: found.display[i] ?? '',
      selectable: found.selectable[i] === true,
      effectiveFrom: found.effectiveFrom[i] ?? null,
      effectiveTo: found.effectiveTo[i] ?? null,
    };
    return { row: toConceptRow(found, position, i), headline, content: toContent(found, headline, i) };
  });
}

function toConceptRow(found: Columns, position: number, i: number): ConceptRow {
  return {
    position,
    subtreeEnd: found.subtreeEnd[i] ?? position,
    parent: found.parent[i] ?? null,
    contentId: found.contentId[i] ?? 0,
    noteSetId: found.noteSetId[i] ?? null,
    propertySetId: found.propertySetId[i] ?? null,
    designationSetId: found.designationSetId[i] ?? null,
    depth: found.depth[i] ?? 0,
    key: found.key[i] ?? '',
    code: found.code[i] ?? null,
    parentKey: found.parentKey[i] ?? null,
  };
}

function toContent(
  { designations, properties }: Columns,
  headline: Headline,
  i: number,
): ConceptContent | null {
  const [texts, values] = [designations?.[i], properties?.[i]];
  if (!texts || !values) return null;
  const { kind, display, selectable, effectiveFrom, effectiveTo } = headline;
  return { kind, display, designations: texts, selectable, properties: values, effectiveFrom, effectiveTo };
}
