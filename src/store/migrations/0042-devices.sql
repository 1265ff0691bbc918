-- Tablets of a provider, the short codes that its staff are known by at them, and what a tablet delivered that was no
-- longer to be believed by itself.

create table device (
  municipality text not null check (municipality ~ '^\d{4}$'),
  device_id uuid not null,
  provider_id text not null,
  -- What stands on its back, such as "Tablet 2, Haven".
  name text not null check (name <> ''),
  added_by uuid not null,
  added_at timestamptz not null,
  -- SHA-256 of the code that pairs it. The code is shown once, used once, and runs out.
  pairing_hash bytea check (octet_length(pairing_hash) = 32),
  pairing_expires_at timestamptz,
  -- SHA-256 of the cookie that it got for the code.
  secret_hash bytea check (octet_length(secret_hash) = 32),
  paired_at timestamptz,
  last_seen_at timestamptz,
  -- Staff closed it at the end of the day; any of them opens it again, with their code.
  closed_at timestamptz,
  -- Locked from afar; only from afar it is unlocked.
  locked_at timestamptz,
  unpaired_at timestamptz,
  primary key (municipality, device_id),
  unique (municipality, secret_hash),
  check ((pairing_hash is null) = (pairing_expires_at is null)),
  check ((secret_hash is null) = (paired_at is null))
);
create unique index device_pairing on device (municipality, pairing_hash) where pairing_hash is not null;
create index device_provider on device (municipality, provider_id, added_at);

call protect(
  'device',
  provider => $$ provider_id = (select scope_subject()) $$,
  writing => $$ (select scope_viewer()) = 'system'
                or ((select scope_viewer()) = 'provider' and provider_id = (select scope_subject())) $$
);
grant select, insert, update on device to hverdag_app;

-- What a member of staff is known by at a paired tablet. Nobody reads it but the check itself.
create table personal_code (
  municipality text not null,
  user_id uuid not null,
  salt bytea not null check (octet_length(salt) = 16),
  -- scrypt of the code.
  hash bytea not null check (octet_length(hash) = 32),
  set_at timestamptz not null,
  -- Wrong ones in a row.
  failures integer not null check (failures >= 0),
  -- Too many were wrong: only its owner ends that, by a new code.
  blocked_at timestamptz,
  primary key (municipality, user_id),
  foreign key (municipality, user_id) references staff_user
);

call protect('personal_code', writing => $$ (select scope_viewer()) = 'system' $$);
grant select, insert, update on personal_code to hverdag_app;

-- Delivered by a tablet that is locked or unpaired, or refused by the rules: kept as it came, for a person to settle.
create table attendance_quarantine (
  municipality text not null,
  fact_id uuid not null,
  device_id uuid not null,
  provider_id text not null,
  received_at timestamptz not null,
  -- The exact text that the tablet sent.
  sealed text not null,
  -- What it says, without the code; null when the seal could not be opened.
  opened jsonb,
  why text not null check (why <> ''),
  primary key (municipality, fact_id),
  foreign key (municipality, device_id) references device
);
create index attendance_quarantine_provider on attendance_quarantine (municipality, provider_id, received_at);

create table attendance_quarantine_settlement (
  municipality text not null,
  fact_id uuid not null,
  provider_id text not null,
  outcome text not null check (outcome in ('accepted', 'rejected')),
  reason text not null check (reason <> ''),
  settled_by uuid not null,
  settled_at timestamptz not null,
  primary key (municipality, fact_id),
  foreign key (municipality, fact_id) references attendance_quarantine
);

call protect(
  'attendance_quarantine',
  authority => 'true',
  provider => $$ provider_id = (select scope_subject()) $$,
  writing => $$ (select scope_viewer()) = 'system' $$
);
call protect(
  'attendance_quarantine_settlement',
  authority => 'true',
  provider => $$ provider_id = (select scope_subject()) $$,
  writing => $$ (select scope_viewer()) = 'system'
                or ((select scope_viewer()) = 'provider' and provider_id = (select scope_subject())) $$
);
grant select, insert on attendance_quarantine, attendance_quarantine_settlement to hverdag_app;
