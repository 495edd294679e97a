-- What crosswalks say: identities besides codes, the releases that they are between, and what they tell of concepts.

-- ---------------------------------------------------------------- mappings by identity

alter table codeset.mapping add column source_key text, add column target_key text;
comment on column codeset.mapping.source_key is 'Key of the concept mapped from, where the publisher names it by an identity other than its code; null where the code is all that is said.';
comment on column codeset.mapping.target_key is 'Key of the concept mapped to, as source_key.';
comment on column codeset.mapping.target_code is 'The code mapped to, or several that are needed together as the code system writes them; null for a concept without one, and when the publisher says that there is none.';

alter table codeset.mapping drop constraint mapping_check;
do $$
declare
  list record;
begin
  for list in
    select c.oid::regclass as name, c.relispartition as attached from pg_class c
    where c.relnamespace = 'codeset'::regnamespace and c.relkind = 'r' and c.relname ~ '^mapping_[0-9]+$'
  loop
    execute format('alter table %s drop constraint if exists mapping_check', list.name);
    if not list.attached then -- a release that is checked, not published
      execute format('alter table %s add column source_key text, add column target_key text', list.name);
      execute format('alter table %s add constraint mapping_check check (num_nonnulls(source_code, source_key, target_code, target_key) > 0)', list.name);
      execute format('create index on %s (release_id, source_key) where source_key is not null', list.name);
      execute format('create index on %s (release_id, target_key) where target_key is not null', list.name);
    end if;
  end loop;
end $$;
alter table codeset.mapping add constraint mapping_check
  check (num_nonnulls(source_code, source_key, target_code, target_key) > 0);
create index mapping_source_key on codeset.mapping (release_id, source_key) where source_key is not null;
create index mapping_target_key on codeset.mapping (release_id, target_key) where target_key is not null;

-- ---------------------------------------------------------------- between which releases

alter table codeset.release add column source_version text, add column target_version text;
comment on column codeset.release.source_version is 'Version of the code system that a map''s release leads from; null where its publisher does not say, and for releases of code systems.';
comment on column codeset.release.target_version is 'Version of the code system that it leads to, likewise.';

-- ---------------------------------------------------------------- what maps tell of concepts

create table codeset.mentioned_concept (
  release_id integer not null references codeset.release on delete cascade,
  side text not null check (side in ('source', 'target')),
  key text not null,
  position integer not null,
  code text,
  kind text,
  depth_in_kind smallint,
  chapter text,
  title text,
  primary key (release_id, side, key)
);
comment on table codeset.mentioned_concept is 'What a map''s release says of the concepts that it names: all that is known of code systems that are not held.';
comment on column codeset.mentioned_concept.side is 'Whether it is mapped from or mapped to.';
comment on column codeset.mentioned_concept.key is 'The mappings'' key of it, or the code where they have none.';
comment on column codeset.mentioned_concept.position is 'Its place in the order in which concepts of either side are first named, from 0.';
comment on column codeset.mentioned_concept.code is 'As published; null where it has none.';
comment on column codeset.mentioned_concept.kind is 'In the publisher''s words, such as block or modifiedcategory; null when not said.';
comment on column codeset.mentioned_concept.depth_in_kind is 'Depth within its kind, from 1; null when not said.';
comment on column codeset.mentioned_concept.chapter is 'Chapter that it stands in, as published; null when not said.';
comment on column codeset.mentioned_concept.title is 'As published; null when not said.';
create index mentioned_concept_look_up on codeset.mentioned_concept (release_id, side, codeset.look_up_form(code));
create trigger refuse_change before insert or update or delete on codeset.mentioned_concept
  for each row execute function codeset.refuse_release_part_change();
create trigger refuse_truncate before truncate on codeset.mentioned_concept execute function codeset.refuse_change();
