// Puts small releases straight into a migrated database, without files or the loader, for tests of the read side.
import type { Database } from '@codeset/database';
import {
  type Announcement,
  type CodeSystemDefinition,
  type ConceptRecord,
  canonicalJson,
  type Finding,
  type FrontMatter,
  hashConceptContent,
  hashDesignationSet,
  hashIndexContent,
  hashNoteSet,
  hashPropertySet,
  type IndexRecord,
  layOut,
  lookUpForm,
  type PlainDate,
  sha256,
} from '@codeset/terminology';

/** A release as a test writes it down. */
export interface ReleaseToBuild {
  readonly definition: CodeSystemDefinition;
  readonly version: string;
  readonly effectiveFrom: PlainDate;
  readonly scheduledTo: PlainDate | null;
  readonly sample?: boolean;
  readonly draft?: boolean;
  readonly parts: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly frontMatter?: FrontMatter;
  readonly findings?: readonly Finding[];
  readonly announcements?: readonly Announcement[];
  /** Names of source files; size and hash are made up. */
  readonly files?: readonly string[];
  /** A pre-order walk. */
  readonly concepts: readonly ConceptRecord[];
  readonly index?: readonly IndexRecord[];
}

/** Builds and publishes the release; returns its id. Throws when the walk cannot be laid out. */
export async function buildRelease(sql: Database, release: ReleaseToBuild): Promise<number> {
  await insertCodeSystem(sql, release.definition);
  const id = await insertRelease(sql, release);
  await insertFilesAndFindings(sql, id, release);
  await insertAnnouncements(sql, id, release);
  await fillPartition(sql, id, 'release_concept', await conceptRows(sql, id, release));
  await fillPartition(sql, id, 'index_entry', await indexRows(sql, id, release.index ?? []));
  await sql`update codeset.release set status = 'published', published_at = now() where id = ${id}`;
  return id;
}

async function insertCodeSystem(sql: Database, definition: CodeSystemDefinition): Promise<void> {
  const { id, uri, title, publisher, licence, attribution } = definition;
  await sql`
    insert into codeset.code_system (id, uri, title, publisher, licence, attribution, definition)
    values (${id}, ${uri}, ${title}, ${publisher}, ${licence}, ${attribution}, ${sql.json(json(definition))})
    on conflict (id) do nothing`;
}

async function insertRelease(sql: Database, release: ReleaseToBuild): Promise<number> {
  const { definition, version, effectiveFrom, scheduledTo, sample = false, draft = false, parts } = release;
  const digest = sha256(canonicalJson([release.concepts, release.index ?? []]));
  const frontMatter = release.frontMatter ?? { introduction: [], indexes: [] };
  const [row] = await sql<{ id: number }[]>`
    insert into codeset.release (code_system, version, sample, effective_from, scheduled_to, draft, status, digest,
      source_digest, parts, counts, front_matter, report)
    values (${definition.id}, ${version}, ${sample}, ${effectiveFrom}, ${scheduledTo}, ${draft}, 'checked', ${digest},
      ${sha256(version)}, ${[...parts]}, ${sql.json(json(release.counts ?? {}))}, ${sql.json(json(frontMatter))}, '{}')
    returning id`;
  if (!row) throw new Error('the release was not inserted');
  return row.id;
}

async function insertFilesAndFindings(sql: Database, id: number, release: ReleaseToBuild): Promise<void> {
  for (const [position, name] of (release.files ?? []).entries()) {
    await sql`
      insert into codeset.source_file (release_id, position, name, bytes, sha256, role, remark)
      values (${id}, ${position}, ${name}, ${name.length}, ${sha256(name)}, 'order-file', 'made up for a test')`;
  }
  for (const [position, finding] of (release.findings ?? []).entries()) {
    await sql`
      insert into codeset.finding (release_id, position, severity, rule, message, place)
      values (${id}, ${position}, ${finding.severity}, ${finding.rule}, ${finding.message}, ${finding.where})`;
  }
}

async function insertAnnouncements(
  sql: Database,
  id: number,
  { announcements = [] }: ReleaseToBuild,
): Promise<void> {
  for (const [position, { file, scope, totals, changes }] of announcements.entries()) {
    await sql`
      insert into codeset.announcement (release_id, position, file, scope, totals, changes)
      values (${id}, ${position}, ${file}, ${scope}, ${sql.json(json(totals))}, ${sql.json(json(changes))})`;
  }
}

async function conceptRows(sql: Database, id: number, release: ReleaseToBuild): Promise<object[]> {
  const { places, problems } = layOut(release.concepts);
  if (problems[0]) throw new Error(problems[0].message);
  const rows: object[] = [];
  for (const [
    i,
    { key, code, parentKey, content, noteSet, propertySet, designationSet },
  ] of release.concepts.entries()) {
    const hashes = hashConceptContent(content);
    const contentId = await storeContent(sql, 'concept_content', hashes.content, {
      ...content,
      effective_from: content.effectiveFrom,
      effective_to: content.effectiveTo,
      wording_hash: hex(hashes.wording),
      meaning_hash: hex(hashes.meaning),
    });
    const noteSetId =
      noteSet && (await storeContent(sql, 'note_set', hashNoteSet(noteSet), { content: noteSet }));
    const propertySetId =
      propertySet && (await storeContent(sql, 'property_set', hashPropertySet(propertySet), propertySet));
    const designationSetId =
      designationSet &&
      (await storeContent(sql, 'designation_set', hashDesignationSet(designationSet), designationSet));
    rows.push({
      release_id: id,
      ...columnsOf(places[i]),
      content_id: contentId,
      note_set_id: noteSetId,
      property_set_id: propertySetId,
      designation_set_id: designationSetId,
      key,
      code,
      parent_key: parentKey,
    });
  }
  return rows;
}

async function indexRows(sql: Database, id: number, index: readonly IndexRecord[]): Promise<object[]> {
  const { places } = layOut(walkOfIndex(index));
  const rows: object[] = [];
  for (const [i, { kind, content }] of index.entries()) {
    const codes = content.references.flatMap(({ code }) => (code === null ? [] : [lookUpForm(code)]));
    const contentId = await storeContent(sql, 'index_content', hashIndexContent(content), {
      ...content,
      codes,
    });
    rows.push({ release_id: id, ...columnsOf(places[i]), content_id: contentId, kind });
  }
  return rows;
}

/** Depths turned into parents: the nearest earlier line that is one less deep. */
function walkOfIndex(index: readonly IndexRecord[]): { key: string; parentKey: string | null }[] {
  const open: string[] = [];
  return index.map(({ depth }, i) => {
    open.length = depth;
    const parentKey = open.at(-1) ?? null;
    open.push(String(i));
    return { key: String(i), parentKey };
  });
}

function columnsOf(place: ReturnType<typeof layOut>['places'][number] | undefined): object {
  if (!place) throw new Error('a record has no place');
  const { position, subtreeEnd, parent, depth } = place;
  return { position, subtree_end: subtreeEnd, parent, depth };
}

/** The id under which a content is held, storing it when it is new. */
async function storeContent(sql: Database, table: string, hash: string, content: object): Promise<number> {
  const row = json({ ...content, hash: hex(hash) });
  await sql`
    insert into ${sql(`codeset.${table}`)} overriding system value
    select (jsonb_populate_record(null::${sql(`codeset.${table}`)},
      ${sql.json(row)} || jsonb_build_object('id', nextval(pg_get_serial_sequence(${`codeset.${table}`}, 'id'))))).*
    on conflict (hash) do nothing`;
  const [held] = await sql<{ id: number }[]>`
    select id from ${sql(`codeset.${table}`)} where hash = ${Buffer.from(hash, 'hex')}`;
  if (!held) throw new Error(`a row of ${table} was not stored`);
  return held.id;
}

/** Fills a table of its own, then attaches it: rows cannot be added to a release that is attached. */
async function fillPartition(
  sql: Database,
  id: number,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const [parent, partition] = [sql(`codeset.${table}`), sql(`codeset.${table}_${id}`)];
  await sql`create table ${partition} (like ${parent} including all)`;
  await sql`
    insert into ${partition}
    select * from jsonb_populate_recordset(null::${parent}, ${sql.json(json(rows))})`;
  await sql.unsafe(
    `alter table codeset.${table} attach partition codeset.${table}_${id} for values in (${id})`,
  );
}

function hex(hash: string): string {
  return `\\x${hash}`;
}

/** The value as JSON has it, in the type that postgres.js asks for. */
function json(value: unknown): never {
  return JSON.parse(JSON.stringify(value)) as never;
}
