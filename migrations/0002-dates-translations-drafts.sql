-- What HCPCS and ICD-11 need said: dates of codes, texts from translations, drafts, identifiers and expressions.

alter table codeset.release add column draft boolean not null default false;
comment on column codeset.release.draft is 'The publisher calls it a draft: never in force, served by its version alone.';

alter table codeset.concept_content add column effective_from date, add column effective_to date;
comment on column codeset.concept_content.effective_from is 'First day on which the code may be used; null when the publisher gives none.';
comment on column codeset.concept_content.effective_to is 'Last such day; null when no end is given.';
comment on column codeset.concept_content.meaning_hash is 'sha256 over kind, selectable, properties and dates.';

create table codeset.designation_set (
  id integer generated always as identity primary key,
  hash bytea not null unique,
  designations jsonb not null
);
comment on table codeset.designation_set is 'Distinct sets of texts that come from translations.';
comment on column codeset.designation_set.hash is 'sha256 over the canonical form of the texts.';
comment on column codeset.designation_set.designations is 'Texts: use, language, value.';
create trigger refuse_change before update or delete on codeset.designation_set
  for each row execute function codeset.refuse_change();
create trigger refuse_truncate before truncate on codeset.designation_set execute function codeset.refuse_change();

alter table codeset.release_concept add column designation_set_id integer references codeset.designation_set;
comment on column codeset.release_concept.designation_set_id is 'Texts from translations; null when the release came without any.';
comment on column codeset.release_concept.key is 'Identity over all releases: the code, kind:id for what is not a code, or the publisher''s own.';

create or replace function codeset.analyze_contents() returns void language plpgsql security definer set search_path = '' as $$
begin
  analyze codeset.concept_content;
  analyze codeset.note_set;
  analyze codeset.property_set;
  analyze codeset.designation_set;
  analyze codeset.index_content;
end $$;

-- Definitions are written anew with every load; those held already lack the new words.
update codeset.code_system set definition = '{"language": "en", "identifierForms": [], "expressions": null}'::jsonb || definition;
