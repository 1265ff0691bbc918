-- The simulated outside world: Digital Post's mailboxes and the printing centre. Another system's data, not ours: it
-- stands in a schema of its own, no case refers to it, and a real adapter leaves it empty. The key starts with the
-- sending municipality, so that two municipalities of a demonstration do not see each other here either.

create schema simulator;
grant usage on schema simulator to hverdag_app, hverdag_worker;

-- Only mailboxes that are not simply open are listed.
create table simulator.mailbox (
  municipality text not null check (municipality ~ '^\d{4}$'),
  cpr text not null check (cpr ~ '^\d{10}$'),
  state text not null check (state in ('exempt', 'closed')),
  primary key (municipality, cpr)
);

create table simulator.message (
  municipality text not null check (municipality ~ '^\d{4}$'),
  message_id text not null,
  cpr text not null check (cpr ~ '^\d{10}$'),
  sender text not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  bytes bytea not null,
  accepted_at timestamptz not null,
  -- Absent: it never came into the mailbox.
  available_at timestamptz,
  opened_at timestamptz,
  primary key (municipality, message_id),
  check (available_at >= accepted_at)
);
create index message_mailbox on simulator.message (municipality, cpr, available_at);

create table simulator.receipt (
  municipality text not null,
  message_id text not null,
  kind text not null check (kind in ('delivered', 'failed')),
  -- When it happened, which is also when it can be collected.
  at timestamptz not null,
  code text,
  reason text,
  acknowledged_at timestamptz,
  primary key (municipality, message_id, kind),
  foreign key (municipality, message_id) references simulator.message,
  check ((kind = 'failed') = (code is not null)),
  check ((kind = 'failed') = (reason is not null))
);
create index receipt_waiting on simulator.receipt (municipality, at) where acknowledged_at is null;

create table simulator.print_job (
  municipality text not null check (municipality ~ '^\d{4}$'),
  message_id text not null,
  name text not null,
  address text[] not null check (cardinality(address) > 0),
  bytes bytea not null,
  handed_over_at timestamptz not null,
  primary key (municipality, message_id)
);

-- The switches of the administrator of a demonstration, and of tests.
create table simulator.fault (
  municipality text not null primary key check (municipality ~ '^\d{4}$'),
  refuse_next integer not null default 0 check (refuse_next >= 0),
  lose_receipts integer not null default 0 check (lose_receipts >= 0),
  delay_days integer not null default 0 check (delay_days >= 0),
  outage boolean not null default false
);

do $$
declare
  simulated regclass;
begin
  for simulated in
    select oid from pg_class where relnamespace = 'simulator'::regnamespace and relkind = 'r'
  loop
    call protect(simulated, authority => 'true');
  end loop;
end
$$;

grant select, insert, update, delete on simulator.mailbox to hverdag_app, hverdag_worker;
grant select, insert, update on simulator.message, simulator.receipt, simulator.print_job, simulator.fault
  to hverdag_app, hverdag_worker;
