-- Gateways keep the list of published releases: they are told on the channel codeset_published when it changes.

create function codeset.tell_published() returns trigger language plpgsql as $$
begin
  perform pg_notify('codeset_published', '');
  return null;
end;
$$;
comment on function codeset.tell_published() is 'Tells those who listen on codeset_published that what is published, or what is said of it, has changed.';

create trigger tell_published after update of status on codeset.release
  for each row when (old.status is distinct from new.status) execute function codeset.tell_published();
create trigger tell_published after insert or update or delete on codeset.code_system
  for each statement execute function codeset.tell_published();
create trigger tell_published after insert or update or delete on codeset.concept_map
  for each statement execute function codeset.tell_published();
