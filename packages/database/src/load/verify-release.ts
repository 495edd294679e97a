// Recomputes what a stored release proves: every content's hash from its bytes, and the digest from the list.
import {
  type ConceptContent,
  type DesignationSet,
  type FrontMatter,
  hashConceptContent,
  hashDesignationSet,
  hashIndexContent,
  hashNoteSet,
  hashPropertySet,
  type IndexContent,
  type NoteSet,
  type PropertySet,
  ReleaseDigest,
} from '@codeset/terminology';
import type { Sql } from 'postgres';
import { checkStaged } from './check-staged.ts';
import type { ReleaseRow } from './held-releases.ts';
import { releaseTables } from './release-tables.ts';
import type { Verification } from './verification.ts';
import { verifyMap } from './verify-map.ts';

/** Problems listed one by one; the rest are counted. */
const problemsListed = 20;

/** Reads the whole release again; works on published, withdrawn and checked ones alike. */
export async function verifyRelease(sql: Sql, release: ReleaseRow): Promise<Verification> {
  if (release.conceptMap !== null) return await verifyMap(sql, release);
  const tally = { rowsRead: 0, problems: [] as string[] };
  for (const check of contentChecks) await verifyContents(sql, release, check, tally);
  tally.problems.push(...(await unsoundLists(sql, release)));
  const digest = await recomputeDigest(sql, release, tally);
  if (digest !== release.digest) {
    tally.problems.push(`The digest of the lists is ${digest}, but ${release.digest} was published.`);
  }
  const more = tally.problems.length - problemsListed;
  const problems = tally.problems.slice(0, problemsListed);
  if (more > 0) problems.push(`${more} more problems are not listed.`);
  return { digest, rowsRead: tally.rowsRead, problems };
}

/** What the digest does not see: places, depths and parents by key follow from the tree, and must fit it. */
async function unsoundLists(sql: Sql, { id, counts }: ReleaseRow): Promise<string[]> {
  const expected = { concepts: counts['concepts'] ?? 0, indexEntries: counts['index entries'] ?? 0 };
  return (await checkStaged(sql, id, expected)).map(({ message }) => message);
}

interface ContentCheck {
  readonly table: string;
  readonly list: (release: ReleaseRow) => string;
  readonly pointer: string;
  readonly columns: string;
  readonly hash: (row: never) => string;
}

interface ContentRow {
  readonly id: number;
  readonly hash: string;
}

const contentChecks: readonly ContentCheck[] = [
  {
    table: 'concept_content',
    list: ({ id }) => releaseTables(id).concepts,
    pointer: 'content_id',
    columns: `c.kind, c.display, c.designations, c.selectable, c.properties,
      c.effective_from::text as "effectiveFrom", c.effective_to::text as "effectiveTo", encode(c.wording_hash, 'hex') as wording, encode(c.meaning_hash, 'hex') as meaning`,
    hash: (row: ConceptContent & { wording: string; meaning: string }) => {
      const { content, wording, meaning } = hashConceptContent(row);
      return wording === row.wording && meaning === row.meaning ? content : 'other wording or meaning hash';
    },
  },
  {
    table: 'note_set',
    list: ({ id }) => releaseTables(id).concepts,
    pointer: 'note_set_id',
    columns: 'c.content',
    hash: (row: { content: NoteSet }) => hashNoteSet(row.content),
  },
  {
    table: 'property_set',
    list: ({ id }) => releaseTables(id).concepts,
    pointer: 'property_set_id',
    columns: 'c.properties',
    hash: ({ properties }: PropertySet) => hashPropertySet({ properties }),
  },
  {
    table: 'designation_set',
    list: ({ id }) => releaseTables(id).concepts,
    pointer: 'designation_set_id',
    columns: 'c.designations',
    hash: ({ designations }: DesignationSet) => hashDesignationSet({ designations }),
  },
  {
    table: 'index_content',
    list: ({ id }) => releaseTables(id).index,
    pointer: 'content_id',
    columns: 'c.term, c.title, c.modifiers, c.letter, c."references"',
    hash: ({ term, title, modifiers, letter, references }: IndexContent) =>
      hashIndexContent({ term, title, modifiers, letter, references }),
  },
];

async function verifyContents(
  sql: Sql,
  release: ReleaseRow,
  { table, list, pointer, columns, hash }: ContentCheck,
  tally: { rowsRead: number; problems: string[] },
): Promise<void> {
  const rows = sql.unsafe<(ContentRow & never)[]>(
    `select c.id, encode(c.hash, 'hex') as hash, ${columns} from codeset.${table} c
     where c.id in (select ${pointer} from ${list(release)}) order by c.id`,
  );
  for await (const batch of rows.cursor(5_000)) {
    tally.rowsRead += batch.length;
    for (const row of batch) {
      if (hash(row) === (row as ContentRow).hash) continue;
      tally.problems.push(`codeset.${table} ${(row as ContentRow).id} is not what its hash says.`);
    }
  }
}

async function recomputeDigest(sql: Sql, release: ReleaseRow, tally: { rowsRead: number }): Promise<string> {
  const digest = new ReleaseDigest();
  const { concepts, index } = releaseTables(release.id);
  const list = sql.unsafe(
    `select r.key, r.code, p.key as "parentKey", encode(c.hash, 'hex') as "contentHash",
       encode(n.hash, 'hex') as "noteSetHash", encode(s.hash, 'hex') as "propertySetHash",
       encode(d.hash, 'hex') as "designationSetHash"
     from ${concepts} r left join ${concepts} p on p.position = r.parent
     left join codeset.concept_content c on c.id = r.content_id
     left join codeset.note_set n on n.id = r.note_set_id left join codeset.property_set s on s.id = r.property_set_id
     left join codeset.designation_set d on d.id = r.designation_set_id
     order by r.position`,
  );
  for await (const batch of list.cursor(5_000)) {
    tally.rowsRead += batch.length;
    for (const row of batch) digest.addConcept(row as unknown as Parameters<ReleaseDigest['addConcept']>[0]);
  }
  const entries = sql.unsafe(
    `select i.kind, i.depth, encode(c.hash, 'hex') as "contentHash" from ${index} i
     left join codeset.index_content c on c.id = i.content_id order by i.position`,
  );
  for await (const batch of entries.cursor(5_000)) {
    tally.rowsRead += batch.length;
    for (const row of batch)
      digest.addIndexEntry(row as unknown as Parameters<ReleaseDigest['addIndexEntry']>[0]);
  }
  const [row] = await sql<{ frontMatter: FrontMatter }[]>`
    select front_matter as "frontMatter" from codeset.release where id = ${release.id}`;
  return digest.finish(row?.frontMatter ?? { introduction: [], indexes: [] });
}
