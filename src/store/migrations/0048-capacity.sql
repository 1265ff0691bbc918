-- How many people each provider has room for on each weekday, from a day on. Told anew it is a new row: what was told before
-- stands. It is for planning and informs; nothing that decides reads it (K1.0-1).
create table provider_place (
  municipality text not null check (municipality ~ '^\d{4}$'),
  version_id uuid not null,
  provider_id text not null,
  valid_from date not null,
  -- Monday first.
  places integer[] not null check (
    cardinality(places) = 7 and array_position(places, null) is null and 0 <= all (places)
  ),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (municipality, version_id)
);
create index provider_place_provider on provider_place (municipality, provider_id, valid_from);

call protect(
  'provider_place',
  authority => 'true',
  provider => $$ provider_id = (select scope_subject()) $$
);
grant select, insert on provider_place to hverdag_app;
grant select on provider_place to hverdag_worker;
