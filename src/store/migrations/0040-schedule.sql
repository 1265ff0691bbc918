-- The week of the people at a provider: who is expected on which weekday, and in which of its groups.

-- A group of people at a provider. A name and no more: who is in it stands in their schedules.
create table provider_group (
  municipality text not null check (municipality ~ '^\d{4}$'),
  provider_id text not null,
  group_id uuid not null,
  name text not null check (name <> ''),
  active_from date not null,
  -- The last day, included.
  active_to date check (active_to >= active_from),
  primary key (municipality, group_id)
);
create index provider_group_provider on provider_group (municipality, provider_id, name);

-- What the weekly schedules in the journal come to: a projection.
create table schedule_day (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  order_id uuid not null,
  provider_id text not null,
  person_id uuid not null,
  -- ISO: 1 is Monday.
  weekday smallint not null check (weekday between 1 and 7),
  part text not null check (part in ('full', 'morning', 'afternoon')),
  starts time not null,
  ends time not null check (ends > starts),
  group_id uuid,
  valid_from date not null,
  -- The last day, included.
  valid_to date check (valid_to >= valid_from),
  primary key (municipality, order_id, valid_from, weekday, part)
);
create index schedule_day_provider on schedule_day (municipality, provider_id, weekday, valid_from);
create index schedule_day_case on schedule_day (municipality, case_id);

-- A group's name is the citizen's to know too: it is where they go.
call protect(
  'provider_group',
  authority => 'true',
  citizen => 'true',
  provider => $$ provider_id = (select scope_subject()) $$
);
call protect(
  'schedule_day',
  authority => 'true',
  citizen => $$ case_id in (select * from cases_of_viewer()) $$,
  provider => $$ provider_id = (select scope_subject())
                and order_id in (select o.order_id from service_order o) $$
);

grant select, insert, update on provider_group to hverdag_app;
grant select on provider_group to hverdag_worker;
grant select, insert, update, delete on schedule_day to hverdag_app, hverdag_worker;
