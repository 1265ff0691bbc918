-- Who looked at what, whom they opened, and what the journal's chains ended in on each day.

create table access_log (
  municipality text not null check (municipality ~ '^\d{4}$'),
  id uuid not null,
  at timestamptz not null,
  on_day date not null,
  actor jsonb not null check (actor ->> 'kind' in ('citizen', 'staff', 'system')),
  on_behalf_of uuid,
  route text not null,
  case_id uuid,
  person_id uuid,
  purpose text,
  outcome text not null check (outcome in ('allowed', 'refused')),
  primary key (municipality, id)
);
create index access_log_person on access_log (municipality, person_id, at) where person_id is not null;
create index access_log_case on access_log (municipality, case_id, at) where case_id is not null;
create index access_log_day on access_log (municipality, on_day, at);

-- Everybody's looks are logged, so everybody's transactions may; the person looked at may read about it.
call protect(
  'access_log',
  authority => 'true',
  citizen => $$ person_id::text = (select scope_subject()) $$,
  writing => 'true'
);
grant select, insert on access_log to hverdag_app, hverdag_worker, hverdag_eraser;

-- Break-glass: a case outside one's unit, opened with a reason and for a time.
create table case_opening (
  municipality text not null check (municipality ~ '^\d{4}$'),
  user_id uuid not null,
  case_id uuid not null,
  reason text not null check (reason <> ''),
  opened_at timestamptz not null,
  until timestamptz not null check (until > opened_at),
  primary key (municipality, user_id, case_id, opened_at)
);
create index case_opening_case on case_opening (municipality, case_id);

call protect('case_opening', authority => 'true');
grant select, insert on case_opening to hverdag_app;
grant select on case_opening to hverdag_worker;

create table chain_head_list (
  municipality text not null check (municipality ~ '^\d{4}$'),
  day date not null,
  -- The exact text that was signed.
  body text not null,
  signature bytea not null check (octet_length(signature) = 64),
  primary key (municipality, day)
);

call protect('chain_head_list', authority => 'true');
grant select, insert on chain_head_list to hverdag_app, hverdag_worker;
