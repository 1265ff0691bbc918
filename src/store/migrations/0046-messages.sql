-- The thread of a placement, laid out for reading: the journal says it, and this can be dropped and made again.

create table message (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  order_id uuid not null,
  message_id uuid not null,
  -- The event's own, which is the thread's order.
  seq integer not null,
  sent_on date not null,
  -- Which side wrote, and which was asked.
  from_side text not null check (from_side in ('citizen', 'provider', 'authority')),
  to_side text not null check (to_side in ('citizen', 'provider', 'authority') and to_side <> from_side),
  answer boolean not null,
  text text not null,
  actor jsonb not null,
  on_behalf_of uuid,
  -- Who has read it and when: [{actor, side, on}].
  reads jsonb not null,
  primary key (municipality, case_id, message_id)
);
create index message_thread on message (municipality, order_id, seq);

call protect(
  'message',
  authority => 'true',
  citizen => $$ case_id in (select * from cases_of_viewer()) $$,
  provider => $$ order_id in (select o.order_id from service_order o) $$
);
grant select, insert, update, delete on message to hverdag_app, hverdag_worker;

-- What a person has asked for: an e-mail when something new waits. No row is a no.
create table contact_preference (
  municipality text not null check (municipality ~ '^\d{4}$'),
  person_id uuid not null,
  email_nudge boolean not null,
  changed_on date not null,
  primary key (municipality, person_id)
);

-- The job of the transaction that a message is recorded in asks here; nobody but the person changes it.
call protect(
  'contact_preference',
  citizen => $$ person_id::text = (select scope_subject()) $$,
  writing => $$ (select scope_viewer()) = 'citizen' and person_id::text = (select scope_subject()) $$
);
grant select, insert, update on contact_preference to hverdag_app;
grant select on contact_preference to hverdag_worker;

-- A person's feed for their own calendar: the secret stands here as a hash only. Renewed, the former is no more.
create table calendar_feed (
  municipality text not null check (municipality ~ '^\d{4}$'),
  person_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  -- Whether the place stands in it, which the person chooses.
  shows_place boolean not null,
  made_at timestamptz not null,
  primary key (municipality, person_id)
);
create unique index calendar_feed_token on calendar_feed (municipality, token_hash);

call protect(
  'calendar_feed',
  citizen => $$ person_id::text = (select scope_subject()) $$,
  writing => $$ (select scope_viewer()) = 'citizen' and person_id::text = (select scope_subject()) $$
);
grant select, insert, update, delete on calendar_feed to hverdag_app;
