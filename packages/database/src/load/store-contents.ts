// Writes the contents that are not held yet, and says under which id each content of a release is held.
import { type ConceptContent, type ContentHash, hashConceptContent, lookUpForm } from '@codeset/terminology';
import type { TransactionSql } from 'postgres';
import { type CopyValue, copyRows, hexBytes, textArray } from './copy-rows.ts';
import type { HashedRelease } from './hashed-release.ts';

/** Ids by hash. */
export type ContentIds = ReadonlyMap<ContentHash, number>;

/** How many contents of one kind a release has, and how many of them were new. */
export interface StoredContents {
  readonly ids: ContentIds;
  readonly distinct: number;
  readonly added: number;
}

/** How one table of contents is written: its columns after id and hash, and a row's values for them. */
interface ContentTable<C> {
  readonly name: string;
  readonly columns: readonly string[];
  row(content: C): readonly CopyValue[];
}

/** Stores the texts and core properties of concepts. */
export function storeConceptContents(tx: TransactionSql, release: HashedRelease): Promise<StoredContents> {
  return storeContents(tx, release.contents, {
    name: 'concept_content',
    columns: [
      'wording_hash',
      'meaning_hash',
      'kind',
      'display',
      'designations',
      'selectable',
      'properties',
      'effective_from',
      'effective_to',
    ],
    row: conceptContentRow,
  });
}

/** The two partial hashes are computed again rather than kept: they would double the memory a load needs for hashes. */
function conceptContentRow(content: ConceptContent): readonly CopyValue[] {
  const { wording, meaning } = hashConceptContent(content);
  return [
    hexBytes(wording),
    hexBytes(meaning),
    content.kind,
    content.display,
    JSON.stringify(content.designations),
    content.selectable,
    JSON.stringify(content.properties),
    content.effectiveFrom,
    content.effectiveTo,
  ];
}

/** Stores what the tabular list says of concepts. */
export function storeNoteSets(tx: TransactionSql, release: HashedRelease): Promise<StoredContents> {
  return storeContents(tx, release.noteSets, {
    name: 'note_set',
    columns: ['content'],
    row: (noteSet) => [JSON.stringify(noteSet)],
  });
}

/** Stores the properties that come from lists of their own. */
export function storePropertySets(tx: TransactionSql, release: HashedRelease): Promise<StoredContents> {
  return storeContents(tx, release.propertySets, {
    name: 'property_set',
    columns: ['properties'],
    row: (propertySet) => [JSON.stringify(propertySet.properties)],
  });
}

/** Stores the texts that come from translations. */
export function storeDesignationSets(tx: TransactionSql, release: HashedRelease): Promise<StoredContents> {
  return storeContents(tx, release.designationSets, {
    name: 'designation_set',
    columns: ['designations'],
    row: (designationSet) => [JSON.stringify(designationSet.designations)],
  });
}

/** Stores the lines of indexes and tables. */
export function storeIndexContents(tx: TransactionSql, release: HashedRelease): Promise<StoredContents> {
  return storeContents(tx, release.indexContents, {
    name: 'index_content',
    columns: ['term', 'title', 'modifiers', 'letter', '"references"', 'codes'],
    row: (line) => [
      line.term,
      line.title,
      textArray(line.modifiers),
      line.letter,
      JSON.stringify(line.references),
      textArray([
        ...new Set(line.references.flatMap(({ code }) => (code === null ? [] : [lookUpForm(code)]))),
      ]),
    ],
  });
}

async function storeContents<C>(
  tx: TransactionSql,
  contents: ReadonlyMap<ContentHash, C>,
  table: ContentTable<C>,
): Promise<StoredContents> {
  const ids = await findHeldIds(tx, table.name, contents);
  const missing = [...contents].filter(([hash]) => !ids.has(hash));
  let id = await reserveIds(tx, table.name, missing.length);
  for (const [hash] of missing) ids.set(hash, id++);
  await copyRows(
    tx,
    `codeset.${table.name}`,
    ['id', 'hash', ...table.columns],
    contentRows(missing, ids, table),
  );
  return { ids, distinct: contents.size, added: missing.length };
}

function* contentRows<C>(
  missing: readonly (readonly [ContentHash, C])[],
  ids: ContentIds,
  table: ContentTable<C>,
): Generator<readonly CopyValue[]> {
  for (const [hash, content] of missing) {
    yield [ids.get(hash) ?? null, hexBytes(hash), ...table.row(content)];
  }
}

/** The ids of those contents that the table has already. An empty table is not asked hash by hash. */
async function findHeldIds<C>(
  tx: TransactionSql,
  table: string,
  contents: ReadonlyMap<ContentHash, C>,
): Promise<Map<ContentHash, number>> {
  const ids = new Map<ContentHash, number>();
  const [first] = await tx.unsafe(`select 1 from codeset.${table} limit 1`);
  if (!first || contents.size === 0) return ids;
  await tx.unsafe(
    'create temporary table asked (place integer not null, hash bytea not null) on commit drop',
  );
  await copyRows(tx, 'asked', ['place', 'hash'], askedRows(contents.keys()));
  const hashes = contents.keys();
  for (const answer of await askedIds(tx, table)) {
    for (const id of answer.split(',')) {
      const { value: hash } = hashes.next();
      if (hash !== undefined && id !== '') ids.set(hash, Number(id));
    }
  }
  await tx.unsafe('drop table asked');
  return ids;
}

/** Lists of ids in the order asked, empty for what is not held: a row a hash would take four times as long to read. */
async function askedIds(tx: TransactionSql, table: string): Promise<readonly string[]> {
  const rows = await tx.unsafe<{ ids: string }[]>(
    `select string_agg(coalesce(c.id::text, ''), ',' order by place) as ids
     from asked left join codeset.${table} c using (hash) group by place / 10000 order by place / 10000`,
  );
  return rows.map(({ ids }) => ids);
}

function* askedRows(hashes: Iterable<ContentHash>): Generator<readonly CopyValue[]> {
  let place = 0;
  for (const hash of hashes) yield [place++, hexBytes(hash)];
}

/** Takes `count` ids in a row from the table's sequence; safe because one load writes at a time. */
async function reserveIds(tx: TransactionSql, table: string, count: number): Promise<number> {
  if (count === 0) return 0;
  const [row] = await tx.unsafe<{ first: number }[]>(
    `with sequence as (select pg_get_serial_sequence('codeset.${table}', 'id')::regclass as name),
          first as (select nextval(name)::integer as first, name from sequence)
     select first, setval(name, first + ${count} - 1) from first`,
  );
  if (!row) throw new Error(`no sequence for codeset.${table}`);
  return row.first;
}
