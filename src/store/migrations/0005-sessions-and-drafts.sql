-- What a log-in lives in, and what somebody has begun to write and not sent. Both may be changed and both run out.

create table session (
  municipality text not null check (municipality ~ '^\d{4}$'),
  -- SHA-256 of the cookie's value: the row alone lets nobody in.
  session_hash bytea not null check (octet_length(session_hash) = 32),
  issuer text not null,
  subject text,
  person_id uuid,
  user_id uuid,
  -- The citizen that a representative acts for.
  acting_for uuid check (acting_for is null or person_id is not null),
  csrf text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  revoked_at timestamptz,
  -- What a log-in under way has to remember: state, nonce, verifier, where to go afterwards.
  data jsonb not null,
  primary key (municipality, session_hash),
  check (num_nonnulls(person_id, user_id) = num_nonnulls(subject))
);
create index session_expiry on session (municipality, expires_at);
create index session_of_user on session (municipality, user_id) where user_id is not null;

call protect('session');
grant select, insert, update, delete on session to hverdag_app;
grant select, delete on session to hverdag_worker;

create table draft (
  municipality text not null check (municipality ~ '^\d{4}$'),
  draft_id uuid not null,
  author text not null,
  form text not null,
  case_id uuid,
  body jsonb not null,
  version integer not null check (version > 0),
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (municipality, draft_id),
  unique nulls not distinct (municipality, author, form, case_id)
);
create index draft_expiry on draft (municipality, expires_at);

-- A file added to a form that is not sent yet: it can be taken away again, and goes when the draft goes.
create table draft_file (
  municipality text not null,
  draft_id uuid not null,
  hash text not null check (hash = encode(sha256(bytes), 'hex')),
  name text not null,
  media_type text not null,
  byte_length integer not null check (byte_length = octet_length(bytes)),
  added_at timestamptz not null,
  bytes bytea not null,
  primary key (municipality, draft_id, hash),
  foreign key (municipality, draft_id) references draft on delete cascade
);
alter table draft_file alter column bytes set storage external;

call protect(
  'draft',
  authority => $$ author = (select scope_author()) $$,
  citizen => $$ author = (select scope_author()) $$,
  provider => $$ author = (select scope_author()) $$,
  writing => $$ author = (select scope_author()) or (select scope_viewer()) in ('command', 'system') $$
);
call protect(
  'draft_file',
  authority => $$ draft_id in (select draft_id from draft) $$,
  citizen => $$ draft_id in (select draft_id from draft) $$,
  provider => $$ draft_id in (select draft_id from draft) $$,
  writing => $$ draft_id in (select draft_id from draft) $$
);
grant select, insert, update, delete on draft to hverdag_app;
grant select, insert, delete on draft_file to hverdag_app;
grant select, delete on draft, draft_file to hverdag_worker;
