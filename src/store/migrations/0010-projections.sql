-- What the journal says, laid out for reading. All of it can be dropped, rebuilt and compared.

create table case_number_counter (
  municipality text not null check (municipality ~ '^\d{4}$'),
  year integer not null,
  last integer not null check (last > 0),
  primary key (municipality, year)
);

create table case_file (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  case_number text not null check (case_number ~ '^\d{4}-\d{4,}$'),
  person_id uuid not null,
  unit text not null,
  assigned_to uuid,
  phase text not null,
  received_on date not null,
  decision_due_on date,
  closed_on date,
  provider_id text,
  -- The number of the last event it was made from.
  version integer not null,
  changed_on date not null,
  summary jsonb not null,
  primary key (municipality, case_id),
  unique (municipality, case_number)
);
create index case_file_person on case_file (municipality, person_id);
create index case_file_unit on case_file (municipality, unit, decision_due_on) where closed_on is null;
create index case_file_assigned on case_file (municipality, assigned_to, decision_due_on) where closed_on is null;

create table obligation (
  municipality text not null check (municipality ~ '^\d{4}$'),
  -- The stream that owes it: a case, or the municipality itself.
  case_id uuid not null,
  key text not null,
  clause text not null,
  actor text not null check (actor in ('citizen', 'authority', 'provider', 'management', 'appealsBoard')),
  towards text not null check (towards in ('citizen', 'authority', 'provider', 'management', 'appealsBoard')),
  arises_on date not null,
  due_on date,
  met_on date,
  void_on date,
  void_reason text,
  needs_judgement boolean not null,
  derivation jsonb not null,
  evidence integer[] not null,
  task text,
  -- Of the case, so that a worklist is read in order from one index.
  unit text,
  assigned_to uuid,
  -- What a worklist is sorted by: what has no date comes last.
  due_sort date not null generated always as (coalesce(due_on, 'infinity')) stored,
  -- The day nobody owes it any more.
  closed_on date generated always as (least(met_on, void_on)) stored,
  primary key (municipality, case_id, key),
  check ((void_on is null) = (void_reason is null))
);
create index obligation_open on obligation (municipality, actor, due_sort, case_id, key) where closed_on is null;
create index obligation_open_assigned on obligation (municipality, assigned_to, actor, due_sort, case_id, key)
  where closed_on is null;
create index obligation_open_unit on obligation (municipality, unit, actor, due_sort, case_id, key)
  where closed_on is null;
create index obligation_clause on obligation (municipality, clause)
  include (arises_on, due_on, met_on, void_on, needs_judgement);

-- The status on a day: the same as `statusOn` in src/domain/standard/obligation.ts, held equal by a property test.
create function obligation_status(
  arises_on date, due_on date, met_on date, void_on date, needs_judgement boolean, day date
) returns text language sql immutable parallel safe
  return case
    when day < arises_on then 'not yet'
    when met_on <= day then case when met_on > due_on then 'kept late' else 'kept' end
    when void_on <= day then case when void_on > due_on then 'broken' else 'void' end
    when needs_judgement then 'needs judgement'
    when day > due_on then 'broken'
    else 'due'
  end;

-- What a provider may know of a case, and only that.
create table service_order (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  order_id uuid not null,
  provider_id text not null,
  person_id uuid not null,
  sent_on date not null,
  -- The first day on which it is no concern of the provider's: said no to, replaced by another, or the case over.
  closed_on date,
  state jsonb not null,
  content jsonb not null,
  primary key (municipality, case_id, order_id)
);
create index service_order_provider on service_order (municipality, provider_id, sent_on);

-- One row a copy of a letter: a failed one is shown until somebody has dealt with it.
create table post (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  letter_id uuid not null,
  recipient uuid not null,
  kind text not null,
  channel text,
  state text not null check (state in ('queued', 'sent', 'delivered', 'failed', 'handled')),
  issued_on date not null,
  sent_on date,
  delivered_on date,
  failed_on date,
  handled_on date,
  failure text,
  document text not null,
  primary key (municipality, case_id, letter_id, recipient),
  check (state <> 'failed' or failure is not null)
);
create index post_unfinished on post (municipality, state, issued_on) where state in ('queued', 'sent', 'failed');
create index post_recipient on post (municipality, recipient, issued_on);

call protect('case_number_counter');
call protect(
  'case_file',
  authority => 'true',
  citizen => $$ case_id in (select * from cases_of_viewer()) $$
);
call protect(
  'service_order',
  authority => 'true',
  provider => $$ provider_id = (select scope_subject())
                and (closed_on is null or closed_on > (select app_today())) $$
);
call protect(
  'obligation',
  authority => 'true',
  citizen => $$ case_id in (select * from cases_of_viewer()) $$,
  provider => $$ actor = 'provider' and case_id in (select o.case_id from service_order o) $$
);
call protect(
  'post',
  authority => 'true',
  citizen => $$ recipient::text = (select scope_subject()) $$
);

-- A provider sees the people in the orders it holds today, without CPR number and without a protected address: the
-- orders in these conditions are those that row-level security lets the provider see.
-- A citizen sees themselves, the people whose cases they have to do with, and who has to do with their own.
call protect(
  'person',
  authority => 'true',
  citizen => $$ person_id::text = (select scope_subject()) $$
);
call protect(
  'person_version',
  authority => 'true',
  citizen => $$ person_id::text = (select scope_subject())
                or person_id in (select c.person_id from case_file c)
                or person_id::text in (select a.subject from case_access a where a.relation <> 'provider') $$,
  provider => $$ person_id in (select o.person_id from service_order o) $$
);
call protect(
  'person_address',
  authority => 'true',
  citizen => $$ person_id::text = (select scope_subject()) $$,
  provider => $$ not protected and person_id in (select o.person_id from service_order o) $$
);
call protect('person_name_token', authority => 'true');

grant select, insert, update on case_number_counter to hverdag_app;
grant select, insert, update, delete on case_file, obligation, service_order, post to hverdag_app, hverdag_worker;
grant select, insert on person_version, person_address to hverdag_app, hverdag_worker;
grant select, insert, update (cpr) on person to hverdag_app, hverdag_worker;
grant select, insert, delete on person_name_token to hverdag_app, hverdag_worker;
