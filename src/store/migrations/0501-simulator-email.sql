-- The simulated outside world's mail server: what was handed over to it, and how it is told to fail.

create table simulator.email (
  municipality text not null check (municipality ~ '^\d{4}$'),
  nudge_id text not null,
  recipient text not null,
  subject text not null,
  text text not null,
  accepted_at timestamptz not null,
  primary key (municipality, nudge_id)
);

create table simulator.email_fault (
  municipality text not null primary key check (municipality ~ '^\d{4}$'),
  refuse_next integer not null default 0 check (refuse_next >= 0),
  outage boolean not null default false
);

call protect('simulator.email', authority => 'true');
call protect('simulator.email_fault', authority => 'true');
grant select, insert on simulator.email to hverdag_app, hverdag_worker;
grant select, insert, update on simulator.email_fault to hverdag_app, hverdag_worker;
