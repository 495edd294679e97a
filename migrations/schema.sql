create table codeset.announcement (
  release_id integer not null,
  "position" smallint not null,
  file text not null,
  scope text not null,
  totals jsonb not null,
  changes jsonb not null,
  constraint announcement_pkey PRIMARY KEY (release_id, "position"),
  constraint announcement_release_id_fkey FOREIGN KEY (release_id) REFERENCES codeset.release(id) ON DELETE CASCADE,
  constraint announcement_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'selectable'::text])))
);
comment on table codeset.announcement is 'A list of changes that the publisher gave out with a release, such as addenda: what he says changed, not what we found.';
comment on column codeset.announcement."position" is 'Its place among the lists of the release, from 0.';
comment on column codeset.announcement.file is 'Name of the source file.';
comment on column codeset.announcement.scope is 'Whether it speaks of all codes or of selectable ones only.';
comment on column codeset.announcement.totals is 'The publisher''s own totals: of selectable codes and of headers; empty when it gives none.';
comment on column codeset.announcement.changes is 'Additions, deletions and revisions in the file''s order: action, code, selectable, texts before and after, line.';
CREATE TRIGGER refuse_change BEFORE INSERT OR DELETE OR UPDATE ON codeset.announcement FOR EACH ROW EXECUTE FUNCTION codeset.refuse_release_part_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.announcement FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.code_system (
  id text not null,
  uri text not null,
  title text not null,
  publisher text not null,
  licence text not null,
  attribution text,
  definition jsonb not null,
  constraint code_system_pkey PRIMARY KEY (id),
  constraint code_system_uri_key UNIQUE (uri)
);
comment on table codeset.code_system is 'A named set of codes over all time, as its ingestion service defines it.';
comment on column codeset.code_system.id is 'Short id, such as icd-10-cm.';
comment on column codeset.code_system.uri is 'Canonical URI as FHIR uses it.';
comment on column codeset.code_system.title is 'The publisher''s title.';
comment on column codeset.code_system.publisher is 'Who publishes it.';
comment on column codeset.code_system.licence is 'The publisher''s terms, in one sentence.';
comment on column codeset.code_system.attribution is 'What must be shown wherever the data are served; null when nothing must.';
comment on column codeset.code_system.definition is 'The whole definition: kinds, properties, note kinds, designation uses, index kinds, parts.';
CREATE TRIGGER tell_published AFTER INSERT OR DELETE OR UPDATE ON codeset.code_system FOR EACH STATEMENT EXECUTE FUNCTION codeset.tell_published();

create table codeset.concept_content (
  id integer not null generated always as identity,
  hash bytea not null,
  wording_hash bytea not null,
  meaning_hash bytea not null,
  kind text not null,
  display text not null,
  designations jsonb not null,
  selectable boolean not null,
  properties jsonb not null,
  effective_from date,
  effective_to date,
  constraint concept_content_pkey PRIMARY KEY (id),
  constraint concept_content_hash_key UNIQUE (hash)
);
comment on table codeset.concept_content is 'Distinct texts and core properties of concepts, shared by all releases.';
comment on column codeset.concept_content.hash is 'sha256 over wording and meaning hash: equal hash, equal concept.';
comment on column codeset.concept_content.wording_hash is 'sha256 over display and designations.';
comment on column codeset.concept_content.meaning_hash is 'sha256 over kind, selectable, properties and dates.';
comment on column codeset.concept_content.kind is 'Kind of concept, as the code system''s definition lists them.';
comment on column codeset.concept_content.display is 'The text chosen to show.';
comment on column codeset.concept_content.designations is 'Further texts: use, language, value.';
comment on column codeset.concept_content.selectable is 'May be coded with (billable), not only a header.';
comment on column codeset.concept_content.properties is 'Typed facts: code, value.';
comment on column codeset.concept_content.effective_from is 'First day on which the code may be used; null when the publisher gives none.';
comment on column codeset.concept_content.effective_to is 'Last such day; null when no end is given.';
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON codeset.concept_content FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.concept_content FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.concept_map (
  id text not null,
  source_code_system text not null,
  target_code_system text not null,
  title text not null,
  publisher text not null,
  licence text not null,
  attribution text,
  definition jsonb not null,
  constraint concept_map_pkey PRIMARY KEY (id)
);
comment on table codeset.concept_map is 'A published set of mappings over all time, with releases of its own, as its ingestion service defines it.';
comment on column codeset.concept_map.id is 'Short id, such as icd-10-cm-conversion.';
comment on column codeset.concept_map.source_code_system is 'Id of the code system that is mapped from; it need not be held.';
comment on column codeset.concept_map.target_code_system is 'Id of the code system that is mapped to; the same one where a map leads from release to release.';
comment on column codeset.concept_map.title is 'The publisher''s title.';
comment on column codeset.concept_map.publisher is 'Who publishes it.';
comment on column codeset.concept_map.licence is 'The publisher''s terms, in one sentence.';
comment on column codeset.concept_map.attribution is 'What must be shown wherever the data are served; null when nothing must.';
comment on column codeset.concept_map.definition is 'The whole definition: what its properties mean, how versions are written.';
CREATE TRIGGER tell_published AFTER INSERT OR DELETE OR UPDATE ON codeset.concept_map FOR EACH STATEMENT EXECUTE FUNCTION codeset.tell_published();

create table codeset.designation_set (
  id integer not null generated always as identity,
  hash bytea not null,
  designations jsonb not null,
  constraint designation_set_pkey PRIMARY KEY (id),
  constraint designation_set_hash_key UNIQUE (hash)
);
comment on table codeset.designation_set is 'Distinct sets of texts that come from translations.';
comment on column codeset.designation_set.hash is 'sha256 over the canonical form of the texts.';
comment on column codeset.designation_set.designations is 'Texts: use, language, value.';
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON codeset.designation_set FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.designation_set FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.finding (
  release_id integer not null,
  "position" integer not null,
  severity text not null,
  rule text not null,
  message text not null,
  place text,
  constraint finding_pkey PRIMARY KEY (release_id, "position"),
  constraint finding_release_id_fkey FOREIGN KEY (release_id) REFERENCES codeset.release(id) ON DELETE CASCADE,
  constraint finding_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'info'::text])))
);
comment on table codeset.finding is 'What a check had to say of a release.';
comment on column codeset.finding.rule is 'The rule''s id, stable over time.';
comment on column codeset.finding.message is 'What was found and what was expected.';
comment on column codeset.finding.place is 'File with line, code, or release; null when it is about the release as a whole.';
CREATE TRIGGER refuse_change BEFORE INSERT OR DELETE OR UPDATE ON codeset.finding FOR EACH ROW EXECUTE FUNCTION codeset.refuse_release_part_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.finding FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.index_content (
  id integer not null generated always as identity,
  hash bytea not null,
  term text not null,
  title text not null,
  modifiers text[] not null,
  letter text,
  "references" jsonb not null,
  codes text[] not null,
  constraint index_content_pkey PRIMARY KEY (id),
  constraint index_content_hash_key UNIQUE (hash)
);
comment on table codeset.index_content is 'Distinct lines of alphabetic indexes and tables, without the lines above them.';
comment on column codeset.index_content.hash is 'sha256 over the canonical form of the line.';
comment on column codeset.index_content.term is 'The term without its nonessential modifiers.';
comment on column codeset.index_content.title is 'The whole title as published.';
comment on column codeset.index_content.modifiers is 'The nonessential modifiers, in order.';
comment on column codeset.index_content.letter is 'The letter a main term stands under; null below main terms.';
comment on column codeset.index_content."references" is 'Where the line leads: codes, manifestations, cells, see, see also.';
comment on column codeset.index_content.codes is 'The look-up forms of the codes among the references.';
CREATE INDEX index_content_codes ON codeset.index_content USING gin (codes) WITH (fastupdate=off);
CREATE INDEX index_content_term ON codeset.index_content USING btree (lower(term) text_pattern_ops) WHERE (letter IS NOT NULL);
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON codeset.index_content FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.index_content FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.index_entry (
  release_id integer not null,
  "position" integer not null,
  subtree_end integer not null,
  parent integer,
  content_id integer not null,
  depth smallint not null,
  kind text not null,
  constraint index_entry_pkey PRIMARY KEY (release_id, "position"),
  constraint index_entry_content_id_fkey FOREIGN KEY (content_id) REFERENCES codeset.index_content(id),
  constraint index_entry_release_id_fkey FOREIGN KEY (release_id) REFERENCES codeset.release(id),
  constraint index_entry_check CHECK ((subtree_end >= "position")),
  constraint index_entry_check1 CHECK ((parent < "position"))
) partition by list (release_id);
comment on table codeset.index_entry is 'The lines of a release''s alphabetic indexes and tables, in the publisher''s order.';
comment on column codeset.index_entry."position" is 'Place in the pre-order walk over all indexes of the release, from 0.';
comment on column codeset.index_entry.subtree_end is 'Last position below this line.';
comment on column codeset.index_entry.parent is 'Position of the line above; null for a main term.';
comment on column codeset.index_entry.content_id is 'What the line says by itself.';
comment on column codeset.index_entry.depth is '0 for a main term.';
comment on column codeset.index_entry.kind is 'Which index: as the code system''s definition lists them.';
CREATE INDEX index_entry_content ON ONLY codeset.index_entry USING btree (release_id, content_id);
CREATE INDEX index_entry_parent ON ONLY codeset.index_entry USING btree (release_id, parent, "position");
CREATE TRIGGER refuse_change BEFORE INSERT OR DELETE OR UPDATE ON codeset.index_entry FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.index_entry FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.mapping (
  release_id integer not null,
  "position" integer not null,
  source_code text,
  source_to text,
  source_below boolean not null,
  source_with jsonb not null,
  target_code text,
  relationship text not null,
  properties jsonb not null,
  place text not null,
  source_key text,
  target_key text,
  constraint mapping_pkey PRIMARY KEY (release_id, "position"),
  constraint mapping_release_id_fkey FOREIGN KEY (release_id) REFERENCES codeset.release(id),
  constraint mapping_check CHECK ((num_nonnulls(source_code, source_key, target_code, target_key) > 0)),
  constraint mapping_relationship_check CHECK ((relationship = ANY (ARRAY['equivalent'::text, 'source-is-narrower-than-target'::text, 'source-is-broader-than-target'::text, 'related-to'::text, 'not-related-to'::text, 'unmapped'::text])))
) partition by list (release_id);
comment on table codeset.mapping is 'The mappings of a map''s release, in the publisher''s order.';
comment on column codeset.mapping."position" is 'Place in the publisher''s order, from 0; a row of the source that names several codes makes several mappings.';
comment on column codeset.mapping.source_code is 'The code mapped from, or the first of a range; null when the publisher says that there is none.';
comment on column codeset.mapping.source_to is 'The last code of a range; null for a single code.';
comment on column codeset.mapping.source_below is 'True when all codes below the source are meant as well, as in A00.-.';
comment on column codeset.mapping.source_with is 'What is needed together with the source: each of these codes, and one code of each of these ranges: text, from, to, below.';
comment on column codeset.mapping.target_code is 'The code mapped to, or several that are needed together as the code system writes them; null for a concept without one, and when the publisher says that there is none.';
comment on column codeset.mapping.relationship is 'In FHIR''s words; unmapped where the publisher says that there is none.';
comment on column codeset.mapping.properties is 'What else the publisher says of it: code, value.';
comment on column codeset.mapping.place is 'Where the source says it: sheet and row, or line.';
comment on column codeset.mapping.source_key is 'Key of the concept mapped from, where the publisher names it by an identity other than its code; null where the code is all that is said.';
comment on column codeset.mapping.target_key is 'Key of the concept mapped to, as source_key.';
CREATE INDEX mapping_source ON ONLY codeset.mapping USING btree (release_id, codeset.look_up_form(source_code));
CREATE INDEX mapping_source_key ON ONLY codeset.mapping USING btree (release_id, source_key) WHERE (source_key IS NOT NULL);
CREATE INDEX mapping_target ON ONLY codeset.mapping USING btree (release_id, codeset.look_up_form(target_code));
CREATE INDEX mapping_target_key ON ONLY codeset.mapping USING btree (release_id, target_key) WHERE (target_key IS NOT NULL);
CREATE TRIGGER refuse_change BEFORE INSERT OR DELETE OR UPDATE ON codeset.mapping FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.mapping FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.mentioned_concept (
  release_id integer not null,
  side text not null,
  key text not null,
  "position" integer not null,
  code text,
  kind text,
  depth_in_kind smallint,
  chapter text,
  title text,
  constraint mentioned_concept_pkey PRIMARY KEY (release_id, side, key),
  constraint mentioned_concept_release_id_fkey FOREIGN KEY (release_id) REFERENCES codeset.release(id) ON DELETE CASCADE,
  constraint mentioned_concept_side_check CHECK ((side = ANY (ARRAY['source'::text, 'target'::text])))
);
comment on table codeset.mentioned_concept is 'What a map''s release says of the concepts that it names: all that is known of code systems that are not held.';
comment on column codeset.mentioned_concept.side is 'Whether it is mapped from or mapped to.';
comment on column codeset.mentioned_concept.key is 'The mappings'' key of it, or the code where they have none.';
comment on column codeset.mentioned_concept."position" is 'Its place in the order in which concepts of either side are first named, from 0.';
comment on column codeset.mentioned_concept.code is 'As published; null where it has none.';
comment on column codeset.mentioned_concept.kind is 'In the publisher''s words, such as block or modifiedcategory; null when not said.';
comment on column codeset.mentioned_concept.depth_in_kind is 'Depth within its kind, from 1; null when not said.';
comment on column codeset.mentioned_concept.chapter is 'Chapter that it stands in, as published; null when not said.';
comment on column codeset.mentioned_concept.title is 'As published; null when not said.';
CREATE INDEX mentioned_concept_look_up ON codeset.mentioned_concept USING btree (release_id, side, codeset.look_up_form(code));
CREATE TRIGGER refuse_change BEFORE INSERT OR DELETE OR UPDATE ON codeset.mentioned_concept FOR EACH ROW EXECUTE FUNCTION codeset.refuse_release_part_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.mentioned_concept FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);
comment on table codeset.migration is 'The files of migrations/ that this database has been through.';
comment on column codeset.migration.number is 'Number of the file, from 1.';
comment on column codeset.migration.name is 'Name of the file.';
comment on column codeset.migration.sha256 is 'sha256 of the file as applied, with LF line ends.';
comment on column codeset.migration.applied_at is 'When it was applied to this database.';

create table codeset.note_set (
  id integer not null generated always as identity,
  hash bytea not null,
  content jsonb not null,
  constraint note_set_pkey PRIMARY KEY (id),
  constraint note_set_hash_key UNIQUE (hash)
);
comment on table codeset.note_set is 'Distinct sets of what a tabular list says of a concept besides its title.';
comment on column codeset.note_set.hash is 'sha256 over the canonical form of the content.';
comment on column codeset.note_set.content is 'title where it differs, notes with links, 7th characters, placeholder flag, tables.';
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON codeset.note_set FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.note_set FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.property_set (
  id integer not null generated always as identity,
  hash bytea not null,
  properties jsonb not null,
  constraint property_set_pkey PRIMARY KEY (id),
  constraint property_set_hash_key UNIQUE (hash)
);
comment on table codeset.property_set is 'Distinct sets of properties that come from lists of their own, such as POA-exempt.';
comment on column codeset.property_set.hash is 'sha256 over the canonical form of the properties.';
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON codeset.property_set FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.property_set FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.release (
  id integer not null generated always as identity,
  code_system text,
  version text not null,
  sample boolean not null,
  effective_from date not null,
  scheduled_to date,
  status text not null,
  digest text not null,
  source_digest text not null,
  parts text[] not null,
  counts jsonb not null,
  front_matter jsonb not null,
  report jsonb not null,
  loaded_at timestamp with time zone not null default now(),
  published_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  draft boolean not null default false,
  concept_map text,
  source_version text,
  target_version text,
  constraint release_pkey PRIMARY KEY (id),
  constraint release_code_system_version_sample_key UNIQUE (code_system, version, sample),
  constraint release_concept_map_version_sample_key UNIQUE (concept_map, version, sample),
  constraint release_code_system_fkey FOREIGN KEY (code_system) REFERENCES codeset.code_system(id),
  constraint release_concept_map_fkey FOREIGN KEY (concept_map) REFERENCES codeset.concept_map(id),
  constraint release_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint release_of_one_thing CHECK ((num_nonnulls(code_system, concept_map) = 1)),
  constraint release_source_digest_check CHECK ((source_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint release_status_check CHECK ((status = ANY (ARRAY['staged'::text, 'checked'::text, 'published'::text, 'withdrawn'::text])))
);
comment on table codeset.release is 'One published edition of a code system or of a concept map; immutable once published, but for its status.';
comment on column codeset.release.version is 'The release''s label: 2025, or 2025-04 for a mid-year update.';
comment on column codeset.release.sample is 'True for the made-up sample releases of the repository; never served beside real ones.';
comment on column codeset.release.effective_from is 'First day on which the release is to be used.';
comment on column codeset.release.scheduled_to is 'Last day by the publisher''s calendar; null when it has none.';
comment on column codeset.release.status is 'staged, checked, published or withdrawn; readers see published releases only.';
comment on column codeset.release.digest is 'sha256 over the release''s concepts, index entries and front matter, or over its mappings; depends on content alone.';
comment on column codeset.release.source_digest is 'sha256 over the sorted sha256 of the files that were used.';
comment on column codeset.release.parts is 'The kinds of source it came with; what belongs to an absent part is not known.';
comment on column codeset.release.counts is 'Numbers of concepts by kind, selectable ones, notes by kind, index entries by kind.';
comment on column codeset.release.front_matter is 'Introduction and headings of indexes and tables.';
comment on column codeset.release.report is 'The report of the load: records met, steps with times and rows, what was new in content.';
comment on column codeset.release.loaded_at is 'When we loaded it; says nothing of when it is in force.';
comment on column codeset.release.published_at is 'When we last published it; null before.';
comment on column codeset.release.withdrawn_at is 'When we last withdrew it; null when it was never withdrawn.';
comment on column codeset.release.draft is 'The publisher calls it a draft: never in force, served by its version alone.';
comment on column codeset.release.concept_map is 'The map it is a release of; null when it is one of a code system.';
comment on column codeset.release.source_version is 'Version of the code system that a map''s release leads from; null where its publisher does not say, and for releases of code systems.';
comment on column codeset.release.target_version is 'Version of the code system that it leads to, likewise.';
CREATE TRIGGER refuse_release_change BEFORE DELETE OR UPDATE ON codeset.release FOR EACH ROW EXECUTE FUNCTION codeset.refuse_release_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.release FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER tell_published AFTER UPDATE OF status ON codeset.release FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION codeset.tell_published();

create table codeset.release_concept (
  release_id integer not null,
  "position" integer not null,
  subtree_end integer not null,
  parent integer,
  content_id integer not null,
  note_set_id integer,
  property_set_id integer,
  depth smallint not null,
  key text not null,
  code text,
  designation_set_id integer,
  parent_key text,
  constraint release_concept_pkey PRIMARY KEY (release_id, "position"),
  constraint release_concept_release_id_key_key UNIQUE (release_id, key),
  constraint release_concept_content_id_fkey FOREIGN KEY (content_id) REFERENCES codeset.concept_content(id),
  constraint release_concept_designation_set_id_fkey FOREIGN KEY (designation_set_id) REFERENCES codeset.designation_set(id),
  constraint release_concept_note_set_id_fkey FOREIGN KEY (note_set_id) REFERENCES codeset.note_set(id),
  constraint release_concept_property_set_id_fkey FOREIGN KEY (property_set_id) REFERENCES codeset.property_set(id),
  constraint release_concept_release_id_fkey FOREIGN KEY (release_id) REFERENCES codeset.release(id),
  constraint release_concept_check CHECK ((subtree_end >= "position")),
  constraint release_concept_check1 CHECK ((parent < "position"))
) partition by list (release_id);
comment on table codeset.release_concept is 'The concepts of a release in tabular order: thin rows that point to contents.';
comment on column codeset.release_concept."position" is 'Place in the pre-order walk of the tree, from 0.';
comment on column codeset.release_concept.subtree_end is 'Last position below this concept; its own when it is a leaf.';
comment on column codeset.release_concept.parent is 'Position of the parent; null for a root.';
comment on column codeset.release_concept.content_id is 'Texts and core properties.';
comment on column codeset.release_concept.note_set_id is 'What the tabular list says; null when the release came without one.';
comment on column codeset.release_concept.property_set_id is 'Properties from lists of their own; null when the release came without them.';
comment on column codeset.release_concept.depth is 'Distance from the root, 0 for a root.';
comment on column codeset.release_concept.key is 'Identity over all releases: the code, kind:id for what is not a code, or the publisher''s own.';
comment on column codeset.release_concept.code is 'The code as published; null when the concept has none.';
comment on column codeset.release_concept.designation_set_id is 'Texts from translations; null when the release came without any.';
comment on column codeset.release_concept.parent_key is 'Key of the parent, for comparing releases; null for a root.';
CREATE INDEX release_concept_look_up ON ONLY codeset.release_concept USING btree (release_id, codeset.look_up_form(code));
CREATE INDEX release_concept_parent ON ONLY codeset.release_concept USING btree (release_id, parent, "position");
CREATE TRIGGER refuse_change BEFORE INSERT OR DELETE OR UPDATE ON codeset.release_concept FOR EACH ROW EXECUTE FUNCTION codeset.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.release_concept FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

create table codeset.source_file (
  release_id integer not null,
  "position" integer not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  role text,
  remark text not null,
  constraint source_file_pkey PRIMARY KEY (release_id, "position"),
  constraint source_file_release_id_fkey FOREIGN KEY (release_id) REFERENCES codeset.release(id) ON DELETE CASCADE,
  constraint source_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table codeset.source_file is 'A file that was given to a load, used or ignored.';
comment on column codeset.source_file.name is 'Path as given, with the path inside its container after an exclamation mark.';
comment on column codeset.source_file.bytes is 'Size of the file as published, unpacked.';
comment on column codeset.source_file.role is 'What it was recognised as, by content; null when it was ignored.';
comment on column codeset.source_file.remark is 'What it is, or why it was ignored, in a few words.';
CREATE TRIGGER refuse_change BEFORE INSERT OR DELETE OR UPDATE ON codeset.source_file FOR EACH ROW EXECUTE FUNCTION codeset.refuse_release_part_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON codeset.source_file FOR EACH STATEMENT EXECUTE FUNCTION codeset.refuse_change();

CREATE OR REPLACE FUNCTION codeset.analyze_contents()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  analyze codeset.concept_content;
  analyze codeset.note_set;
  analyze codeset.property_set;
  analyze codeset.designation_set;
  analyze codeset.index_content;
end $function$;
comment on function codeset.analyze_contents() is 'Makes the planner''s statistics on the contents, with the rights of their owner.';

CREATE OR REPLACE FUNCTION codeset.look_up_form(code text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN upper(replace(btrim(code), '.'::text, ''::text));
comment on function codeset.look_up_form(text) is 'The form codes are compared in: no points, upper case, no outer blanks; the same as lookUpForm in terminology.';

CREATE OR REPLACE FUNCTION codeset.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% of %.% is refused: published releases and the contents they share never change', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', hint = 'Load a corrected release, or withdraw this one.';
end $function$;
comment on function codeset.refuse_change() is 'Refuses the statement it is fired by; put on what must never change.';

CREATE OR REPLACE FUNCTION codeset.refuse_release_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  name text := coalesce(old.code_system, old.concept_map);
begin
  if tg_op = 'DELETE' then
    if old.status in ('published', 'withdrawn') then
      raise exception 'release % of % is % and cannot be deleted', old.version, name, old.status
        using errcode = 'restrict_violation', hint = 'Withdraw it instead.';
    end if;
    return old;
  end if;
  if old.status in ('published', 'withdrawn')
     and (to_jsonb(new) - '{status,published_at,withdrawn_at}'::text[]) is distinct from (to_jsonb(old) - '{status,published_at,withdrawn_at}'::text[])
     or old.status in ('published', 'withdrawn') and new.status in ('staged', 'checked') then
    raise exception 'release % of % is % and cannot be changed but for its status', old.version, name, old.status
      using errcode = 'restrict_violation', hint = 'Load a corrected release, or withdraw this one.';
  end if;
  return new;
end $function$;
comment on function codeset.refuse_release_change() is 'Lets a published release change its status only, between published and withdrawn.';

CREATE OR REPLACE FUNCTION codeset.refuse_release_part_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  held codeset.release;
begin
  select * into held from codeset.release where id = case when tg_op = 'INSERT' then new.release_id else old.release_id end;
  if held.status in ('published', 'withdrawn') then
    raise exception '% of % is refused: release % of % is %', tg_op, tg_table_name, held.version,
        coalesce(held.code_system, held.concept_map), held.status
      using errcode = 'restrict_violation', hint = 'Published releases never change.';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$;
comment on function codeset.refuse_release_part_change() is 'Refuses changes of rows that belong to a published release.';

CREATE OR REPLACE FUNCTION codeset.tell_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('codeset_published', '');
  return null;
end;
$function$;
comment on function codeset.tell_published() is 'Tells those who listen on codeset_published that what is published, or what is said of it, has changed.';
