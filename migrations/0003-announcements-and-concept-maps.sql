-- What comparing releases needs: parents by key; what publishers say of changes: the lists that come with a release,
-- and maps, which have releases of their own.

-- ---------------------------------------------------------------- parents by key

-- Positions differ from release to release: two lists can tell what moved only by the parent's key. With the key in
-- the list that is one comparison; joining each list with itself made a diff three times as slow.
alter table codeset.release_concept add column parent_key text;
comment on column codeset.release_concept.parent_key is 'Key of the parent, for comparing releases; null for a root.';

do $$
declare
  list record;
begin
  alter table codeset.release_concept disable trigger refuse_change;
  for list in
    select c.oid::regclass as name, c.relispartition as attached from pg_class c
    where c.relnamespace = 'codeset'::regnamespace and c.relkind = 'r' and c.relname ~ '^release_concept_[0-9]+$'
  loop
    if not list.attached then -- a release that is checked, not published
      execute format('alter table %s add column parent_key text', list.name);
    end if;
    execute format('update %1$s c set parent_key = p.key from %1$s p where p.position = c.parent', list.name);
  end loop;
  alter table codeset.release_concept enable trigger refuse_change;
end $$;

-- ---------------------------------------------------------------- announcements

create table codeset.announcement (
  release_id integer not null references codeset.release on delete cascade,
  position smallint not null,
  file text not null,
  scope text not null check (scope in ('all', 'selectable')),
  totals jsonb not null,
  changes jsonb not null,
  primary key (release_id, position)
);
comment on table codeset.announcement is 'A list of changes that the publisher gave out with a release, such as addenda: what he says changed, not what we found.';
comment on column codeset.announcement.position is 'Its place among the lists of the release, from 0.';
comment on column codeset.announcement.file is 'Name of the source file.';
comment on column codeset.announcement.scope is 'Whether it speaks of all codes or of selectable ones only.';
comment on column codeset.announcement.totals is 'The publisher''s own totals: of selectable codes and of headers; empty when it gives none.';
comment on column codeset.announcement.changes is 'Additions, deletions and revisions in the file''s order: action, code, selectable, texts before and after, line.';
create trigger refuse_change before insert or update or delete on codeset.announcement
  for each row execute function codeset.refuse_release_part_change();
create trigger refuse_truncate before truncate on codeset.announcement execute function codeset.refuse_change();

-- ---------------------------------------------------------------- concept maps

create table codeset.concept_map (
  id text primary key,
  source_code_system text not null,
  target_code_system text not null,
  title text not null,
  publisher text not null,
  licence text not null,
  attribution text,
  definition jsonb not null
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

alter table codeset.release
  add column concept_map text references codeset.concept_map,
  alter column code_system drop not null,
  add constraint release_of_one_thing check (num_nonnulls(code_system, concept_map) = 1),
  add constraint release_concept_map_version_sample_key unique (concept_map, version, sample);
comment on column codeset.release.concept_map is 'The map it is a release of; null when it is one of a code system.';
comment on table codeset.release is 'One published edition of a code system or of a concept map; immutable once published, but for its status.';
comment on column codeset.release.digest is 'sha256 over the release''s concepts, index entries and front matter, or over its mappings; depends on content alone.';

create table codeset.mapping (
  release_id integer not null references codeset.release,
  position integer not null,
  source_code text,
  source_to text,
  source_below boolean not null,
  source_with jsonb not null,
  target_code text,
  relationship text not null check (relationship in ('equivalent', 'source-is-narrower-than-target',
    'source-is-broader-than-target', 'related-to', 'not-related-to', 'unmapped')),
  properties jsonb not null,
  place text not null,
  primary key (release_id, position),
  check (source_code is not null or target_code is not null)
) partition by list (release_id);
comment on table codeset.mapping is 'The mappings of a map''s release, in the publisher''s order.';
comment on column codeset.mapping.position is 'Place in the publisher''s order, from 0; a row of the source that names several codes makes several mappings.';
comment on column codeset.mapping.source_code is 'The code mapped from, or the first of a range; null when the publisher says that there is none.';
comment on column codeset.mapping.source_to is 'The last code of a range; null for a single code.';
comment on column codeset.mapping.source_below is 'True when all codes below the source are meant as well, as in A00.-.';
comment on column codeset.mapping.source_with is 'What is needed together with the source: each of these codes, and one code of each of these ranges: text, from, to, below.';
comment on column codeset.mapping.target_code is 'The code mapped to; null when the publisher says that there is none.';
comment on column codeset.mapping.relationship is 'In FHIR''s words; unmapped where the publisher says that there is none.';
comment on column codeset.mapping.properties is 'What else the publisher says of it: code, value.';
comment on column codeset.mapping.place is 'Where the source says it: sheet and row, or line.';
create index mapping_source on codeset.mapping (release_id, codeset.look_up_form(source_code));
create index mapping_target on codeset.mapping (release_id, codeset.look_up_form(target_code));
create trigger refuse_change before insert or update or delete on codeset.mapping
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.mapping execute function codeset.refuse_change();

-- The triggers' messages name what the release is of.

create or replace function codeset.refuse_release_change() returns trigger language plpgsql as $$
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
end $$;

create or replace function codeset.refuse_release_part_change() returns trigger language plpgsql as $$
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
end $$;
