-- Code systems, releases as thin lists of pointers, and the contents that releases share.
-- Everything stands in the schema codeset, so that a server shared with others stays tidy.

create schema if not exists codeset;

create function codeset.look_up_form(code text) returns text
  language sql immutable parallel safe
  return upper(replace(btrim(code), '.', ''));
comment on function codeset.look_up_form(text) is
  'The form codes are compared in: no points, upper case, no outer blanks; the same as lookUpForm in terminology.';

-- ---------------------------------------------------------------- code systems and releases

create table codeset.code_system (
  id text primary key,
  uri text not null unique,
  title text not null,
  publisher text not null,
  licence text not null,
  attribution text,
  definition jsonb not null
);
comment on table codeset.code_system is 'A named set of codes over all time, as its ingestion service defines it.';
comment on column codeset.code_system.id is 'Short id, such as icd-10-cm.';
comment on column codeset.code_system.uri is 'Canonical URI as FHIR uses it.';
comment on column codeset.code_system.title is 'The publisher''s title.';
comment on column codeset.code_system.publisher is 'Who publishes it.';
comment on column codeset.code_system.licence is 'The publisher''s terms, in one sentence.';
comment on column codeset.code_system.attribution is 'What must be shown wherever the data are served; null when nothing must.';
comment on column codeset.code_system.definition is 'The whole definition: kinds, properties, note kinds, designation uses, index kinds, parts.';

create table codeset.release (
  id integer generated always as identity primary key,
  code_system text not null references codeset.code_system,
  version text not null,
  sample boolean not null,
  effective_from date not null,
  scheduled_to date,
  status text not null check (status in ('staged', 'checked', 'published', 'withdrawn')),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  source_digest text not null check (source_digest ~ '^[0-9a-f]{64}$'),
  parts text[] not null,
  counts jsonb not null,
  front_matter jsonb not null,
  report jsonb not null,
  loaded_at timestamptz not null default now(),
  published_at timestamptz,
  withdrawn_at timestamptz,
  unique (code_system, version, sample)
);
comment on table codeset.release is 'One published edition of a code system; immutable once published, but for its status.';
comment on column codeset.release.version is 'The release''s label: 2025, or 2025-04 for a mid-year update.';
comment on column codeset.release.sample is 'True for the made-up sample releases of the repository; never served beside real ones.';
comment on column codeset.release.effective_from is 'First day on which the release is to be used.';
comment on column codeset.release.scheduled_to is 'Last day by the publisher''s calendar; null when it has none.';
comment on column codeset.release.status is 'staged, checked, published or withdrawn; readers see published releases only.';
comment on column codeset.release.digest is 'sha256 over the release''s concepts, index entries and front matter; depends on content alone.';
comment on column codeset.release.source_digest is 'sha256 over the sorted sha256 of the files that were used.';
comment on column codeset.release.parts is 'The kinds of source it came with; what belongs to an absent part is not known.';
comment on column codeset.release.counts is 'Numbers of concepts by kind, selectable ones, notes by kind, index entries by kind.';
comment on column codeset.release.front_matter is 'Introduction and headings of indexes and tables.';
comment on column codeset.release.report is 'The report of the load: records met, steps with times and rows, what was new in content.';
comment on column codeset.release.loaded_at is 'When we loaded it; says nothing of when it is in force.';
comment on column codeset.release.published_at is 'When we last published it; null before.';
comment on column codeset.release.withdrawn_at is 'When we last withdrew it; null when it was never withdrawn.';

create table codeset.source_file (
  release_id integer not null references codeset.release on delete cascade,
  position integer not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  role text,
  remark text not null,
  primary key (release_id, position)
);
comment on table codeset.source_file is 'A file that was given to a load, used or ignored.';
comment on column codeset.source_file.name is 'Path as given, with the path inside its container after an exclamation mark.';
comment on column codeset.source_file.bytes is 'Size of the file as published, unpacked.';
comment on column codeset.source_file.role is 'What it was recognised as, by content; null when it was ignored.';
comment on column codeset.source_file.remark is 'What it is, or why it was ignored, in a few words.';

create table codeset.finding (
  release_id integer not null references codeset.release on delete cascade,
  position integer not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  rule text not null,
  message text not null,
  place text,
  primary key (release_id, position)
);
comment on table codeset.finding is 'What a check had to say of a release.';
comment on column codeset.finding.rule is 'The rule''s id, stable over time.';
comment on column codeset.finding.message is 'What was found and what was expected.';
comment on column codeset.finding.place is 'File with line, code, or release; null when it is about the release as a whole.';

-- ---------------------------------------------------------------- contents, stored once

create table codeset.concept_content (
  id integer generated always as identity primary key,
  hash bytea not null unique,
  wording_hash bytea not null,
  meaning_hash bytea not null,
  kind text not null,
  display text not null,
  designations jsonb not null,
  selectable boolean not null,
  properties jsonb not null
);
comment on table codeset.concept_content is 'Distinct texts and core properties of concepts, shared by all releases.';
comment on column codeset.concept_content.hash is 'sha256 over wording and meaning hash: equal hash, equal concept.';
comment on column codeset.concept_content.wording_hash is 'sha256 over display and designations.';
comment on column codeset.concept_content.meaning_hash is 'sha256 over kind, selectable and properties.';
comment on column codeset.concept_content.kind is 'Kind of concept, as the code system''s definition lists them.';
comment on column codeset.concept_content.display is 'The text chosen to show.';
comment on column codeset.concept_content.designations is 'Further texts: use, language, value.';
comment on column codeset.concept_content.selectable is 'May be coded with (billable), not only a header.';
comment on column codeset.concept_content.properties is 'Typed facts: code, value.';

create table codeset.note_set (
  id integer generated always as identity primary key,
  hash bytea not null unique,
  content jsonb not null
);
comment on table codeset.note_set is 'Distinct sets of what a tabular list says of a concept besides its title.';
comment on column codeset.note_set.hash is 'sha256 over the canonical form of the content.';
comment on column codeset.note_set.content is 'title where it differs, notes with links, 7th characters, placeholder flag, tables.';

create table codeset.property_set (
  id integer generated always as identity primary key,
  hash bytea not null unique,
  properties jsonb not null
);
comment on table codeset.property_set is 'Distinct sets of properties that come from lists of their own, such as POA-exempt.';
comment on column codeset.property_set.hash is 'sha256 over the canonical form of the properties.';

create table codeset.index_content (
  id integer generated always as identity primary key,
  hash bytea not null unique,
  term text not null,
  title text not null,
  modifiers text[] not null,
  letter text,
  "references" jsonb not null,
  codes text[] not null
);
comment on table codeset.index_content is 'Distinct lines of alphabetic indexes and tables, without the lines above them.';
comment on column codeset.index_content.hash is 'sha256 over the canonical form of the line.';
comment on column codeset.index_content.term is 'The term without its nonessential modifiers.';
comment on column codeset.index_content.title is 'The whole title as published.';
comment on column codeset.index_content.modifiers is 'The nonessential modifiers, in order.';
comment on column codeset.index_content.letter is 'The letter a main term stands under; null below main terms.';
comment on column codeset.index_content."references" is 'Where the line leads: codes, manifestations, cells, see, see also.';
comment on column codeset.index_content.codes is 'The look-up forms of the codes among the references.';
create index index_content_codes on codeset.index_content using gin (codes) with (fastupdate = off);
create index index_content_term on codeset.index_content (lower(term) text_pattern_ops) where letter is not null;

-- Statistics belong to a table's owner; a loader that fills the contents may have them made.
create function codeset.analyze_contents() returns void language plpgsql security definer set search_path = '' as $$
begin
  analyze codeset.concept_content;
  analyze codeset.note_set;
  analyze codeset.property_set;
  analyze codeset.index_content;
end $$;
comment on function codeset.analyze_contents() is 'Makes the planner''s statistics on the contents, with the rights of their owner.';

-- ---------------------------------------------------------------- releases as lists, one partition each

create table codeset.release_concept (
  release_id integer not null references codeset.release,
  position integer not null,
  subtree_end integer not null,
  parent integer,
  content_id integer not null references codeset.concept_content,
  note_set_id integer references codeset.note_set,
  property_set_id integer references codeset.property_set,
  depth smallint not null,
  key text not null,
  code text,
  primary key (release_id, position),
  unique (release_id, key),
  check (subtree_end >= position),
  check (parent < position)
) partition by list (release_id);
comment on table codeset.release_concept is 'The concepts of a release in tabular order: thin rows that point to contents.';
comment on column codeset.release_concept.position is 'Place in the pre-order walk of the tree, from 0.';
comment on column codeset.release_concept.subtree_end is 'Last position below this concept; its own when it is a leaf.';
comment on column codeset.release_concept.parent is 'Position of the parent; null for a root.';
comment on column codeset.release_concept.content_id is 'Texts and core properties.';
comment on column codeset.release_concept.note_set_id is 'What the tabular list says; null when the release came without one.';
comment on column codeset.release_concept.property_set_id is 'Properties from lists of their own; null when the release came without them.';
comment on column codeset.release_concept.depth is 'Distance from the root, 0 for a root.';
comment on column codeset.release_concept.key is 'Identity over all releases: the code, or kind:id for what is not a code.';
comment on column codeset.release_concept.code is 'The code as published; null when the concept has none.';
create index release_concept_parent on codeset.release_concept (release_id, parent, position);
create index release_concept_look_up on codeset.release_concept (release_id, codeset.look_up_form(code));

create table codeset.index_entry (
  release_id integer not null references codeset.release,
  position integer not null,
  subtree_end integer not null,
  parent integer,
  content_id integer not null references codeset.index_content,
  depth smallint not null,
  kind text not null,
  primary key (release_id, position),
  check (subtree_end >= position),
  check (parent < position)
) partition by list (release_id);
comment on table codeset.index_entry is 'The lines of a release''s alphabetic indexes and tables, in the publisher''s order.';
comment on column codeset.index_entry.position is 'Place in the pre-order walk over all indexes of the release, from 0.';
comment on column codeset.index_entry.subtree_end is 'Last position below this line.';
comment on column codeset.index_entry.parent is 'Position of the line above; null for a main term.';
comment on column codeset.index_entry.content_id is 'What the line says by itself.';
comment on column codeset.index_entry.depth is '0 for a main term.';
comment on column codeset.index_entry.kind is 'Which index: as the code system''s definition lists them.';
create index index_entry_content on codeset.index_entry (release_id, content_id);
create index index_entry_parent on codeset.index_entry (release_id, parent, position);

-- ---------------------------------------------------------------- immutability, held by the database

create function codeset.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: published releases and the contents they share never change', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', hint = 'Load a corrected release, or withdraw this one.';
end $$;
comment on function codeset.refuse_change() is 'Refuses the statement it is fired by; put on what must never change.';

create function codeset.refuse_release_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status in ('published', 'withdrawn') then
      raise exception 'release % of % is % and cannot be deleted', old.version, old.code_system, old.status
        using errcode = 'restrict_violation', hint = 'Withdraw it instead.';
    end if;
    return old;
  end if;
  if old.status in ('published', 'withdrawn')
     and (to_jsonb(new) - '{status,published_at,withdrawn_at}'::text[]) is distinct from (to_jsonb(old) - '{status,published_at,withdrawn_at}'::text[])
     or old.status in ('published', 'withdrawn') and new.status in ('staged', 'checked') then
    raise exception 'release % of % is % and cannot be changed but for its status', old.version, old.code_system, old.status
      using errcode = 'restrict_violation', hint = 'Load a corrected release, or withdraw this one.';
  end if;
  return new;
end $$;
comment on function codeset.refuse_release_change() is 'Lets a published release change its status only, between published and withdrawn.';

create function codeset.refuse_release_part_change() returns trigger language plpgsql as $$
declare
  held codeset.release;
begin
  select * into held from codeset.release where id = case when tg_op = 'INSERT' then new.release_id else old.release_id end;
  if held.status in ('published', 'withdrawn') then
    raise exception '% of % is refused: release % of % is %', tg_op, tg_table_name, held.version, held.code_system, held.status
      using errcode = 'restrict_violation', hint = 'Published releases never change.';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
comment on function codeset.refuse_release_part_change() is 'Refuses changes of rows that belong to a published release.';

create trigger refuse_release_change before update or delete on codeset.release
  for each row execute function codeset.refuse_release_change();
create trigger refuse_truncate before truncate on codeset.release execute function codeset.refuse_change();

create trigger refuse_change before insert or update or delete on codeset.source_file
  for each row execute function codeset.refuse_release_part_change();
create trigger refuse_truncate before truncate on codeset.source_file execute function codeset.refuse_change();
create trigger refuse_change before insert or update or delete on codeset.finding
  for each row execute function codeset.refuse_release_part_change();
create trigger refuse_truncate before truncate on codeset.finding execute function codeset.refuse_change();

create trigger refuse_change before update or delete on codeset.concept_content
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.concept_content execute function codeset.refuse_change();
create trigger refuse_change before update or delete on codeset.note_set
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.note_set execute function codeset.refuse_change();
create trigger refuse_change before update or delete on codeset.property_set
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.property_set execute function codeset.refuse_change();
create trigger refuse_change before update or delete on codeset.index_content
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.index_content execute function codeset.refuse_change();

-- Partitions are filled before they are attached and never afterwards; attaching clones these row triggers.
create trigger refuse_change before insert or update or delete on codeset.release_concept
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.release_concept execute function codeset.refuse_change();
create trigger refuse_change before insert or update or delete on codeset.index_entry
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.index_entry execute function codeset.refuse_change();
