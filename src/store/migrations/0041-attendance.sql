-- Who came, and whether the offer took place. High-volume facts, each with an id of its maker's own: added and read,
-- never changed. What was wrong is taken back or set aside by another fact.

create table attendance_fact (
  municipality text not null check (municipality ~ '^\d{4}$'),
  -- Made by whoever recorded it: sent again it is the same fact.
  fact_id uuid not null,
  provider_id text not null,
  order_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  day date not null,
  kind text not null check (kind in ('arrived', 'left', 'cancelled', 'noShow', 'late', 'undone', 'settled')),
  part text check (part in ('full', 'morning', 'afternoon')),
  reason text check (reason in ('illness', 'hospital', 'holiday', 'treatment', 'unwilling', 'other', 'unsaid')),
  said_by text check (said_by in ('citizen', 'relative', 'residence', 'staff')),
  late_by text check (late_by in ('transport', 'own')),
  -- As the clock of whoever recorded it said, and how far that was ahead of ours.
  at timestamptz not null,
  skew_seconds integer not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  actor jsonb not null check (actor ->> 'kind' in ('citizen', 'staff', 'system')),
  on_behalf_of uuid,
  device_id uuid,
  refers_to uuid,
  sets_aside uuid[],
  confirmed boolean not null,
  text text check (text <> ''),
  primary key (municipality, fact_id),
  check ((kind in ('undone', 'settled')) = (refers_to is not null)),
  check ((kind = 'settled') = (sets_aside is not null)),
  check ((kind = 'late') = (late_by is not null)),
  check (kind <> 'cancelled' or (reason is not null and said_by is not null))
);
-- A provider's day and month; a placement's, for the case and the citizen.
create index attendance_fact_provider on attendance_fact (municipality, provider_id, day);
create index attendance_fact_order on attendance_fact (municipality, order_id, day);

create table offer_fact (
  municipality text not null check (municipality ~ '^\d{4}$'),
  fact_id uuid not null,
  provider_id text not null,
  -- Null: the whole provider.
  group_id uuid,
  day date not null,
  kind text not null check (kind in ('closed', 'staffShortage', 'reopened')),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor jsonb not null check (actor ->> 'kind' in ('citizen', 'staff', 'system')),
  primary key (municipality, fact_id)
);
create index offer_fact_provider on offer_fact (municipality, provider_id, day);

call protect(
  'attendance_fact',
  authority => 'true',
  citizen => $$ case_id in (select * from cases_of_viewer()) $$,
  provider => $$ provider_id = (select scope_subject()) $$
);
-- Whether a provider was open is no secret, and who records why names nobody.
call protect(
  'offer_fact',
  authority => 'true',
  citizen => 'true',
  provider => $$ provider_id = (select scope_subject()) $$
);
grant select, insert on attendance_fact, offer_fact to hverdag_app, hverdag_worker;
