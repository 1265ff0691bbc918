-- What supervision drew and why, and each time that the chains of the journal were gone through. Neither touches a case.
create table supervision_sample (
  municipality text not null check (municipality ~ '^\d{4}$'),
  sample_id uuid not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  on_day date not null,
  purpose text not null check (purpose <> ''),
  seed text not null check (seed <> ''),
  -- Null for all units.
  unit text,
  received_from date not null,
  received_to date not null check (received_to >= received_from),
  population integer not null check (population >= cardinality(cases)),
  cases uuid[] not null,
  primary key (municipality, sample_id)
);
create index supervision_sample_by on supervision_sample (municipality, drawn_by, drawn_at);

call protect('supervision_sample', authority => 'true');
grant select, insert on supervision_sample to hverdag_app;
grant select on supervision_sample to hverdag_worker;

-- Gone through some streams at a time; `after_stream` is where the next part goes on from.
create table chain_check (
  municipality text not null check (municipality ~ '^\d{4}$'),
  check_id uuid not null,
  started_at timestamptz not null,
  started_by uuid not null,
  total integer not null check (total >= 0),
  checked integer not null default 0 check (checked >= 0),
  after_stream uuid,
  -- [{kind, what, caseNumber}]
  faults jsonb not null default '[]',
  -- The day of the signed list that the ends were compared with, and whether its signature could be tried.
  heads_of date,
  heads_signed boolean,
  finished_at timestamptz,
  primary key (municipality, check_id)
);
create index chain_check_started on chain_check (municipality, started_at);

call protect('chain_check', authority => 'true');
grant select, insert, update on chain_check to hverdag_app;
grant select on chain_check to hverdag_worker;

-- A page of the log reads from its newest line.
create index access_log_at on access_log (municipality, at desc, id);
