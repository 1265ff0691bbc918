-- Passkeys that staff are known by at a paired tablet, beside the short code. The public half only: nothing here lets
-- anybody in. One that was removed stays, so that it can be told from one that never was.

create table passkey (
  municipality text not null,
  passkey_id uuid not null,
  user_id uuid not null,
  -- As the authenticator calls it, in base64url.
  credential_id text not null check (credential_id <> ''),
  public_key bytea not null,
  -- Counts up at each use, where the authenticator counts at all.
  counter bigint not null check (counter >= 0),
  -- The host that it was made for, and works at alone.
  rp_id text not null check (rp_id <> ''),
  transports text[] not null,
  -- What its owner calls it.
  name text not null check (name <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz,
  removed_at timestamptz,
  primary key (municipality, passkey_id),
  unique (municipality, credential_id),
  foreign key (municipality, user_id) references staff_user
);
create index passkey_user on passkey (municipality, user_id);
call protect('passkey', writing => $$ (select scope_viewer()) = 'system' $$);
grant select, insert, update on passkey to hverdag_app;

-- What an authenticator is asked to sign: once, soon, and by the session or the tablet that asked.
create table passkey_challenge (
  municipality text not null check (municipality ~ '^\d{4}$'),
  challenge_hash bytea not null check (octet_length(challenge_hash) = 32),
  -- Which session or which tablet.
  bound_to bytea not null check (octet_length(bound_to) = 32),
  -- Whose passkey it has to be; null: of whoever is there.
  user_id uuid,
  expires_at timestamptz not null,
  primary key (municipality, challenge_hash)
);
create index passkey_challenge_expiry on passkey_challenge (municipality, expires_at);
call protect('passkey_challenge', writing => $$ (select scope_viewer()) = 'system' $$);
grant select, insert, delete on passkey_challenge to hverdag_app;

-- Who identified at which tablet: what is recorded there until it runs out is confirmed as theirs, however late it arrives.
create table passkey_use (
  municipality text not null,
  proof_hash bytea not null check (octet_length(proof_hash) = 32),
  passkey_id uuid not null,
  user_id uuid not null,
  device_id uuid not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (municipality, proof_hash),
  foreign key (municipality, passkey_id) references passkey,
  foreign key (municipality, device_id) references device
);
call protect('passkey_use', writing => $$ (select scope_viewer()) = 'system' $$);
grant select, insert on passkey_use to hverdag_app;
