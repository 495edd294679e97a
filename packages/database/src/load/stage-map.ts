// Writes a map's release beside the published ones: its row, its files, its mappings in a table of their own.
import type {
  ConceptMapDefinition,
  FrontMatter,
  MappedVersions,
  Mapping,
  MentionedConcept,
  ReleaseName,
} from '@codeset/terminology';
import type { TransactionSql } from 'postgres';
import { type CopyValue, copyRows, copyRowsIntoNew } from './copy-rows.ts';
import type { LoadedFile } from './hashed-release.ts';
import { insertFiles } from './insert-files.ts';
import { createMappingTable, finishMappingTable, mappingTable } from './mapping-table.ts';
import { saveMapDefinition } from './save-map-definition.ts';
import type { StepEnd } from './stage-release.ts';

/** A map's release made ready to be stored: its digest known, its mappings counted. */
export interface DigestedMap {
  readonly definition: ConceptMapDefinition;
  readonly name: ReleaseName;
  readonly sample: boolean;
  readonly digest: string;
  readonly counts: Readonly<Record<string, number>>;
  /** In the publisher's order: `position` is the place in this list. */
  readonly mappings: readonly Mapping[];
  readonly between: MappedVersions;
  /** In the order in which they are first named. */
  readonly mentions: readonly MentionedConcept[];
}

/** Stages a map's release inside the caller's transaction, and gives its id; status `staged`, invisible to readers. */
export async function stageMap(
  tx: TransactionSql,
  map: DigestedMap,
  files: readonly LoadedFile[],
  sourceDigest: string,
  stepEnd: StepEnd,
): Promise<number> {
  await saveMapDefinition(tx, map.definition);
  const id = await insertRelease(tx, map, sourceDigest);
  await insertFiles(tx, id, files);
  await createMappingTable(tx, id);
  const rows = mappingRows(id, map.mappings);
  stepEnd('list mappings', await copyRowsIntoNew(tx, mappingTable(id), mappingColumns, rows));
  const mentioned = mentionRows(id, map.mentions);
  stepEnd('list mentions', await copyRows(tx, 'codeset.mentioned_concept', mentionColumns, mentioned));
  await finishMappingTable(tx, id);
  stepEnd('build keys and indexes', 0);
  return id;
}

/** A map has no texts of a whole. */
const noFrontMatter: FrontMatter = { introduction: [], indexes: [] };

async function insertRelease(tx: TransactionSql, map: DigestedMap, sourceDigest: string): Promise<number> {
  const { definition, name, sample, digest, counts, between } = map;
  const [row] = await tx<{ id: number }[]>`
    insert into codeset.release (concept_map, version, sample, effective_from, scheduled_to, draft, status, digest,
      source_digest, parts, counts, front_matter, report, source_version, target_version)
    values (${definition.id}, ${name.version}, ${sample}, ${name.effectiveFrom}, ${name.scheduledTo}, ${name.draft},
      'staged', ${digest}, ${sourceDigest}, '{}', ${tx.json(counts)}, ${tx.json(noFrontMatter as never)}, '{}', ${between.source},
      ${between.target})
    returning id`;
  if (!row) throw new Error('insert into codeset.release gave no id');
  return row.id;
}

const mappingColumns = [
  'release_id',
  'position',
  'source_code',
  'source_to',
  'source_below',
  'source_with',
  'target_code',
  'relationship',
  'properties',
  'place',
  'source_key',
  'target_key',
];

function* mappingRows(id: number, mappings: readonly Mapping[]): Generator<readonly CopyValue[]> {
  for (const [position, mapping] of mappings.entries()) {
    yield [
      id,
      position,
      mapping.sourceCode,
      mapping.sourceTo,
      mapping.sourceBelow,
      JSON.stringify(mapping.sourceWith),
      mapping.targetCode,
      mapping.relationship,
      JSON.stringify(mapping.properties),
      mapping.place,
      mapping.sourceKey,
      mapping.targetKey,
    ];
  }
}

const mentionColumns = [
  'release_id',
  'side',
  'key',
  'position',
  'code',
  'kind',
  'depth_in_kind',
  'chapter',
  'title',
];

function* mentionRows(id: number, mentions: readonly MentionedConcept[]): Generator<readonly CopyValue[]> {
  for (const [position, { side, key, code, kind, depthInKind, chapter, title }] of mentions.entries()) {
    yield [id, side, key, position, code, kind, depthInKind, chapter, title];
  }
}
