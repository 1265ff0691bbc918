-- Who drives, what it was told, and what became of it. The rides themselves are not stored: they follow from orders,
-- schedules and attendance.

create table transport_operator (
  municipality text not null check (municipality ~ '^\d{4}$'),
  operator_id uuid not null,
  name text not null check (name <> ''),
  phone text check (phone <> ''),
  cancel_minutes integer not null check (cancel_minutes between 0 and 10080),
  window_minutes integer not null check (window_minutes between 5 and 180),
  primary key (municipality, operator_id)
);

-- One operator a provider, by the key: a ride is on one list.
create table transport_route (
  municipality text not null check (municipality ~ '^\d{4}$'),
  provider_id text not null,
  operator_id uuid not null,
  primary key (municipality, provider_id),
  foreign key (municipality, operator_id) references transport_operator
);

-- What became of a ride, as the provider saw it. Added and read, never changed.
create table transport_fact (
  municipality text not null check (municipality ~ '^\d{4}$'),
  fact_id uuid not null,
  order_id uuid not null,
  case_id uuid not null,
  provider_id text not null,
  day date not null,
  direction text not null check (direction in ('there', 'home')),
  part text not null check (part in ('full', 'morning', 'afternoon')),
  kind text not null check (kind in ('noShow', 'late', 'delivered', 'undone')),
  refers_to uuid,
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor jsonb not null check (actor ->> 'kind' in ('citizen', 'staff', 'system')),
  primary key (municipality, fact_id),
  check ((kind = 'undone') = (refers_to is not null))
);
create index transport_fact_day on transport_fact (municipality, day, provider_id);

-- The list as it was given to an operator: when, by whom, and what stood in it. Addresses are not kept: the version of the
-- person says which they were.
create table transport_handover (
  municipality text not null check (municipality ~ '^\d{4}$'),
  handover_id uuid not null,
  operator_id uuid not null,
  day date not null,
  given_at timestamptz not null,
  given_on date not null,
  given_by uuid not null,
  primary key (municipality, handover_id),
  foreign key (municipality, operator_id) references transport_operator
);
create index transport_handover_day on transport_handover (municipality, day, operator_id, given_at);

create table transport_handover_leg (
  municipality text not null check (municipality ~ '^\d{4}$'),
  handover_id uuid not null,
  order_id uuid not null,
  person_id uuid not null,
  provider_id text not null,
  day date not null,
  direction text not null check (direction in ('there', 'home')),
  part text not null check (part in ('full', 'morning', 'afternoon')),
  earliest time not null,
  latest time not null check (latest >= earliest),
  needs jsonb,
  state text not null check (state in ('planned', 'cancelled', 'wasted')),
  person_version integer not null,
  primary key (municipality, handover_id, order_id, direction, part),
  foreign key (municipality, handover_id) references transport_handover
);

-- Operators and when a list was given name no citizen.
call protect('transport_operator', authority => 'true', provider => 'true');
call protect('transport_route', authority => 'true', provider => 'true');
call protect('transport_handover', authority => 'true', provider => 'true');
call protect(
  'transport_fact',
  authority => 'true',
  citizen => $$ case_id in (select * from cases_of_viewer()) $$,
  provider => $$ provider_id = (select scope_subject()) and order_id in (select o.order_id from service_order o) $$
);
call protect(
  'transport_handover_leg',
  authority => 'true',
  provider => $$ provider_id = (select scope_subject()) and order_id in (select o.order_id from service_order o) $$
);

grant select, insert, update on transport_operator to hverdag_app;
grant select, insert, update, delete on transport_route to hverdag_app;
grant select, insert on transport_fact, transport_handover, transport_handover_leg to hverdag_app;
grant select on transport_operator, transport_route, transport_fact, transport_handover, transport_handover_leg
  to hverdag_worker;
