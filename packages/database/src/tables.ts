// The tables of schema codeset as drizzle sees them; the migrations are the truth, a test compares the two.
import type {
  AnnouncedChange,
  AnnouncedTotals,
  CodeSystemDefinition,
  ConceptMapDefinition,
  Designation,
  FrontMatter,
  IndexReference,
  MappingRelationship,
  MentionedConcept,
  NoteLink,
  NoteSet,
  PropertyValue,
  ReleaseStatus,
  Severity,
} from '@codeset/terminology';
import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgSchema,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const codeset = pgSchema('codeset');

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const codeSystem = codeset.table('code_system', {
  id: text('id').primaryKey(),
  uri: text('uri').notNull(),
  title: text('title').notNull(),
  publisher: text('publisher').notNull(),
  licence: text('licence').notNull(),
  attribution: text('attribution'),
  definition: jsonb('definition').$type<CodeSystemDefinition>().notNull(),
});

export const release = codeset.table('release', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  codeSystem: text('code_system'),
  conceptMap: text('concept_map'),
  version: text('version').notNull(),
  sample: boolean('sample').notNull(),
  effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
  scheduledTo: date('scheduled_to', { mode: 'string' }),
  draft: boolean('draft').notNull(),
  status: text('status').$type<ReleaseStatus>().notNull(),
  digest: text('digest').notNull(),
  sourceDigest: text('source_digest').notNull(),
  parts: text('parts').array().notNull(),
  counts: jsonb('counts').$type<Readonly<Record<string, number>>>().notNull(),
  frontMatter: jsonb('front_matter').$type<FrontMatter>().notNull(),
  report: jsonb('report').notNull(),
  loadedAt: timestamp('loaded_at', { withTimezone: true }).notNull(),
  publishedAt: timestamp('published_at', { withTimezone: true }),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  sourceVersion: text('source_version'),
  targetVersion: text('target_version'),
});

export const sourceFile = codeset.table('source_file', {
  releaseId: integer('release_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  sha256: text('sha256').notNull(),
  role: text('role'),
  remark: text('remark').notNull(),
});

export const finding = codeset.table('finding', {
  releaseId: integer('release_id').notNull(),
  position: integer('position').notNull(),
  severity: text('severity').$type<Severity>().notNull(),
  rule: text('rule').notNull(),
  message: text('message').notNull(),
  place: text('place'),
});

export const conceptContent = codeset.table('concept_content', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  hash: bytea('hash').notNull(),
  wordingHash: bytea('wording_hash').notNull(),
  meaningHash: bytea('meaning_hash').notNull(),
  kind: text('kind').notNull(),
  display: text('display').notNull(),
  designations: jsonb('designations').$type<readonly Designation[]>().notNull(),
  selectable: boolean('selectable').notNull(),
  properties: jsonb('properties').$type<readonly PropertyValue[]>().notNull(),
  effectiveFrom: date('effective_from', { mode: 'string' }),
  effectiveTo: date('effective_to', { mode: 'string' }),
});

export const noteSet = codeset.table('note_set', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  hash: bytea('hash').notNull(),
  content: jsonb('content').$type<NoteSet>().notNull(),
});

export const propertySet = codeset.table('property_set', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  hash: bytea('hash').notNull(),
  properties: jsonb('properties').$type<readonly PropertyValue[]>().notNull(),
});

export const designationSet = codeset.table('designation_set', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  hash: bytea('hash').notNull(),
  designations: jsonb('designations').$type<readonly Designation[]>().notNull(),
});

export const indexContent = codeset.table('index_content', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  hash: bytea('hash').notNull(),
  term: text('term').notNull(),
  title: text('title').notNull(),
  modifiers: text('modifiers').array().notNull(),
  letter: text('letter'),
  references: jsonb('references').$type<readonly IndexReference[]>().notNull(),
  codes: text('codes').array().notNull(),
});

export const releaseConcept = codeset.table('release_concept', {
  releaseId: integer('release_id').notNull(),
  position: integer('position').notNull(),
  subtreeEnd: integer('subtree_end').notNull(),
  parent: integer('parent'),
  contentId: integer('content_id').notNull(),
  noteSetId: integer('note_set_id'),
  propertySetId: integer('property_set_id'),
  designationSetId: integer('designation_set_id'),
  depth: smallint('depth').notNull(),
  key: text('key').notNull(),
  code: text('code'),
  parentKey: text('parent_key'),
});

export const indexEntry = codeset.table('index_entry', {
  releaseId: integer('release_id').notNull(),
  position: integer('position').notNull(),
  subtreeEnd: integer('subtree_end').notNull(),
  parent: integer('parent'),
  contentId: integer('content_id').notNull(),
  depth: smallint('depth').notNull(),
  kind: text('kind').notNull(),
});

export const announcement = codeset.table('announcement', {
  releaseId: integer('release_id').notNull(),
  position: smallint('position').notNull(),
  file: text('file').notNull(),
  scope: text('scope').$type<'all' | 'selectable'>().notNull(),
  totals: jsonb('totals').$type<readonly AnnouncedTotals[]>().notNull(),
  changes: jsonb('changes').$type<readonly AnnouncedChange[]>().notNull(),
});

export const conceptMap = codeset.table('concept_map', {
  id: text('id').primaryKey(),
  sourceCodeSystem: text('source_code_system').notNull(),
  targetCodeSystem: text('target_code_system').notNull(),
  title: text('title').notNull(),
  publisher: text('publisher').notNull(),
  licence: text('licence').notNull(),
  attribution: text('attribution'),
  definition: jsonb('definition').$type<ConceptMapDefinition>().notNull(),
});

export const mapping = codeset.table('mapping', {
  releaseId: integer('release_id').notNull(),
  position: integer('position').notNull(),
  sourceCode: text('source_code'),
  sourceTo: text('source_to'),
  sourceBelow: boolean('source_below').notNull(),
  sourceWith: jsonb('source_with').$type<readonly NoteLink[]>().notNull(),
  targetCode: text('target_code'),
  relationship: text('relationship').$type<MappingRelationship>().notNull(),
  properties: jsonb('properties').$type<readonly PropertyValue[]>().notNull(),
  place: text('place').notNull(),
  sourceKey: text('source_key'),
  targetKey: text('target_key'),
});

export const mentionedConcept = codeset.table('mentioned_concept', {
  releaseId: integer('release_id').notNull(),
  side: text('side').$type<MentionedConcept['side']>().notNull(),
  key: text('key').notNull(),
  position: integer('position').notNull(),
  code: text('code'),
  kind: text('kind'),
  depthInKind: smallint('depth_in_kind'),
  chapter: text('chapter'),
  title: text('title'),
});

/** Every table of the schema, for the test that holds them to the migrations. */
export const tables = [
  codeSystem,
  release,
  sourceFile,
  finding,
  conceptContent,
  noteSet,
  propertySet,
  designationSet,
  indexContent,
  releaseConcept,
  indexEntry,
  announcement,
  conceptMap,
  mapping,
  mentionedConcept,
];
