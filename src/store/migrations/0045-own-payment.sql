-- Trips and events that a provider offers beside the stay, each at a price from the approved list. About no person; taken
-- off by a date and a reason, never by deletion.
create table outing (
  municipality text not null check (municipality ~ '^\d{4}$'),
  outing_id uuid not null,
  provider_id text not null,
  name text not null check (name <> ''),
  about text not null check (about <> ''),
  place text not null check (place <> ''),
  day date not null,
  starts time not null,
  ends time not null check (ends > starts),
  answer_by date not null check (answer_by <= day),
  -- As it stood in the approved list when the trip was planned.
  item jsonb not null check ((item ->> 'priceOere')::int > 0),
  price_list_from date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  called_off_on date,
  called_off_because text,
  primary key (municipality, outing_id),
  check ((called_off_on is null) = (called_off_because is null))
);
create index outing_provider on outing (municipality, provider_id, day);

-- What citizens have said yes to buy, laid out for reading: the journal says it, and this can be made again.
create table purchase (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  purchase_id uuid not null,
  order_id uuid not null,
  person_id uuid not null,
  provider_id text not null,
  kind text not null check (kind in ('event', 'trip', 'material')),
  name text not null,
  price_oere integer not null check (price_oere > 0),
  outing_id uuid,
  outing_day date,
  answer_by date,
  agreed_on date not null,
  gone_on date,
  settled_on date,
  took_part boolean,
  amount_oere integer check (amount_oere >= 0),
  primary key (municipality, case_id, purchase_id),
  check ((kind = 'material') = (outing_id is null)),
  check ((settled_on is null) = (amount_oere is null))
);
create index purchase_outing on purchase (municipality, outing_id);
create index purchase_settled on purchase (municipality, settled_on) where amount_oere > 0;

-- A trip is no secret: it names nobody.
call protect(
  'outing',
  authority => 'true',
  citizen => 'true',
  provider => $$ provider_id = (select scope_subject()) $$
);
call protect(
  'purchase',
  authority => 'true',
  citizen => $$ case_id in (select * from cases_of_viewer()) $$,
  provider => $$ order_id in (select o.order_id from service_order o) $$
);
grant select, insert, update (called_off_on, called_off_because) on outing to hverdag_app;
grant select on outing to hverdag_worker;
grant select, insert, update, delete on purchase to hverdag_app, hverdag_worker;
