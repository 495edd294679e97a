// Writes a release beside the published ones: its row, its new contents, its lists in tables of their own.
import type { TransactionSql } from 'postgres';
import { type CopyValue, copyRowsIntoNew } from './copy-rows.ts';
import type { HashedRelease, LoadedFile } from './hashed-release.ts';
import { insertAnnouncements } from './insert-announcements.ts';
import { insertFiles } from './insert-files.ts';
import { saveDefinition } from './save-definition.ts';
import { createReleaseTables, finishReleaseTables, releaseTables } from './release-tables.ts';
import {
  type ContentIds,
  type StoredContents,
  storeConceptContents,
  storeDesignationSets,
  storeIndexContents,
  storeNoteSets,
  storePropertySets,
} from './store-contents.ts';

/** What one kind of content came to: how many distinct ones the release has, how many were not held before. */
export interface ContentTally {
  readonly distinct: number;
  readonly added: number;
}

export interface StagedRelease {
  readonly id: number;
  readonly contents: Readonly<
    Record<'concepts' | 'noteSets' | 'propertySets' | 'designationSets' | 'indexLines', ContentTally>
  >;
}

/** Called when a step of the staging ends, with the rows it wrote. */
export type StepEnd = (step: string, rows: number) => void;

/** Stages a release inside the caller's transaction; status `staged`, invisible to readers. */
export async function stageRelease(
  tx: TransactionSql,
  release: HashedRelease,
  files: readonly LoadedFile[],
  sourceDigest: string,
  stepEnd: StepEnd,
): Promise<StagedRelease> {
  await saveDefinition(tx, release.definition);
  const id = await insertRelease(tx, release, sourceDigest);
  await insertFiles(tx, id, files);
  await insertAnnouncements(tx, id, release.announcements);
  const concepts = await storeConceptContents(tx, release);
  stepEnd('store concept contents', concepts.added);
  const noteSets = await storeNoteSets(tx, release);
  const propertySets = await storePropertySets(tx, release);
  const designationSets = await storeDesignationSets(tx, release);
  stepEnd('store sets', noteSets.added + propertySets.added + designationSets.added);
  const indexLines = await storeIndexContents(tx, release);
  stepEnd('store index lines', indexLines.added);
  await analyzeContents(tx, [concepts, noteSets, propertySets, designationSets, indexLines]);
  await createReleaseTables(tx, id);
  const rows = conceptRows(id, release, {
    contents: concepts.ids,
    noteSets: noteSets.ids,
    propertySets: propertySets.ids,
    designationSets: designationSets.ids,
  });
  stepEnd('list concepts', await copyRowsIntoNew(tx, releaseTables(id).concepts, conceptColumns, rows));
  const entries = indexRows(id, release, indexLines.ids);
  stepEnd('list index entries', await copyRowsIntoNew(tx, releaseTables(id).index, indexColumns, entries));
  await finishReleaseTables(tx, id);
  stepEnd('build keys and indexes', 0);
  return {
    id,
    contents: {
      concepts: tally(concepts),
      noteSets: tally(noteSets),
      propertySets: tally(propertySets),
      designationSets: tally(designationSets),
      indexLines: tally(indexLines),
    },
  };
}

/** Until statistics are made, the planner takes the contents for empty; small additions may wait for autovacuum. */
async function analyzeContents(tx: TransactionSql, stored: readonly StoredContents[]): Promise<void> {
  if (stored.some(({ added, distinct }) => added * 10 > distinct))
    await tx`select codeset.analyze_contents()`;
}

function tally({ distinct, added }: StoredContents): ContentTally {
  return { distinct, added };
}

async function insertRelease(
  tx: TransactionSql,
  release: HashedRelease,
  sourceDigest: string,
): Promise<number> {
  const { definition, name, sample, digest, parts, counts, frontMatter } = release;
  const [row] = await tx<{ id: number }[]>`
    insert into codeset.release (code_system, version, sample, effective_from, scheduled_to, draft, status, digest,
      source_digest, parts, counts, front_matter, report)
    values (${definition.id}, ${name.version}, ${sample}, ${name.effectiveFrom}, ${name.scheduledTo}, ${name.draft}, 'staged', ${digest},
      ${sourceDigest}, ${[...parts]}, ${tx.json(counts)}, ${tx.json(frontMatter as never)}, '{}')
    returning id`;
  if (!row) throw new Error('insert into codeset.release gave no id');
  return row.id;
}

const conceptColumns = [
  'release_id',
  'position',
  'subtree_end',
  'parent',
  'content_id',
  'note_set_id',
  'property_set_id',
  'designation_set_id',
  'depth',
  'key',
  'code',
  'parent_key',
];

/** Under which ids the parts of concepts are held. */
interface ConceptContentIds {
  readonly contents: ContentIds;
  readonly noteSets: ContentIds;
  readonly propertySets: ContentIds;
  readonly designationSets: ContentIds;
}

function* conceptRows(
  id: number,
  release: HashedRelease,
  { contents, noteSets, propertySets, designationSets }: ConceptContentIds,
): Generator<readonly CopyValue[]> {
  for (const { record, place, content, noteSet, propertySet, designationSet } of release.concepts) {
    yield [
      id,
      place.position,
      place.subtreeEnd,
      place.parent,
      contents.get(content) ?? null,
      noteSet === null ? null : (noteSets.get(noteSet) ?? null),
      propertySet === null ? null : (propertySets.get(propertySet) ?? null),
      designationSet === null ? null : (designationSets.get(designationSet) ?? null),
      place.depth,
      record.key,
      record.code,
      record.parentKey,
    ];
  }
}

const indexColumns = ['release_id', 'position', 'subtree_end', 'parent', 'content_id', 'depth', 'kind'];

function* indexRows(
  id: number,
  release: HashedRelease,
  contents: ContentIds,
): Generator<readonly CopyValue[]> {
  for (const { record, place, content } of release.index) {
    const contentId = contents.get(content) ?? null;
    yield [id, place.position, place.subtreeEnd, place.parent, contentId, place.depth, record.kind];
  }
}
