-- What a provider offers: each activity, and when in the week it is. Who takes part stands in the journal.
create table activity (
  municipality text not null check (municipality ~ '^\d{4}$'),
  provider_id text not null,
  activity_id uuid not null,
  name text not null check (name <> ''),
  sharing text not null check (sharing in ('individual', 'shared')),
  -- KL's intervention (FFB) that it is.
  kind text not null check (kind <> ''),
  domains text[] not null check (
    cardinality(domains) > 0 and domains <@ array['social', 'psychological', 'intellectual', 'motor']
  ),
  -- Health-promoting or preventive.
  health boolean not null,
  active_from date not null,
  -- The last day, included.
  active_to date check (active_to >= active_from),
  -- Weekday (ISO), from, to and place, as the plan of the week shows them.
  slots jsonb not null check (jsonb_typeof(slots) = 'array'),
  primary key (municipality, activity_id)
);
create index activity_provider on activity (municipality, provider_id, name);

-- What an offer consists of is no secret: it names nobody.
call protect(
  'activity',
  authority => 'true',
  citizen => 'true',
  provider => $$ provider_id = (select scope_subject()) $$
);
grant select, insert, update on activity to hverdag_app;
grant select on activity to hverdag_worker;
