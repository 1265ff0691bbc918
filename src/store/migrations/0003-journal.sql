-- What happened, in order, for ever. Application and worker may insert and select; nobody may update; the eraser may
-- take one payload away, and then has to say so in an event.

create table stream (
  municipality text not null check (municipality ~ '^\d{4}$'),
  stream_id uuid not null,
  kind text not null check (kind in ('case', 'municipality')),
  created timestamptz not null,
  primary key (municipality, stream_id)
);

create table event (
  municipality text not null,
  stream_id uuid not null,
  seq integer not null check (seq > 0),
  event_id uuid not null,
  type text not null check (type <> ''),
  type_version integer not null check (type_version > 0),
  occurred_on date not null,
  recorded_on date not null,
  recorded_at timestamptz not null,
  actor jsonb not null check (actor ->> 'kind' in ('citizen', 'staff', 'system')),
  on_behalf_of uuid,
  standard text not null,
  command_id uuid,
  payload_digest bytea not null check (octet_length(payload_digest) = 32),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  -- The optimistic lock: of two who append after the same event, one gets the number.
  primary key (municipality, stream_id, seq),
  unique (municipality, event_id),
  foreign key (municipality, stream_id) references stream
);

create table event_payload (
  municipality text not null,
  stream_id uuid not null,
  seq integer not null,
  salt bytea not null check (octet_length(salt) = 32),
  -- Text and not jsonb: the digest is over these very bytes.
  body text not null check (body <> ''),
  primary key (municipality, stream_id, seq),
  foreign key (municipality, stream_id, seq) references event
);

create table command_result (
  municipality text not null check (municipality ~ '^\d{4}$'),
  command_id uuid not null,
  stream_id uuid not null,
  result jsonb not null,
  primary key (municipality, command_id)
);

create table document (
  municipality text not null,
  stream_id uuid not null,
  hash text not null,
  media_type text not null,
  name text not null,
  byte_length integer not null,
  created timestamptz not null,
  bytes bytea not null,
  primary key (municipality, stream_id, hash),
  check (byte_length = octet_length(bytes)),
  check (hash = encode(sha256(bytes), 'hex')),
  -- At the end of the transaction: a document may be stored before the event that opens its case.
  foreign key (municipality, stream_id) references stream deferrable initially deferred
);
-- Pictures and PDF are packed already.
alter table document alter column bytes set storage external;

call protect(
  'stream',
  authority => 'true',
  citizen => $$ stream_id in (select * from cases_of_viewer()) $$
);
call protect(
  'event',
  authority => 'true',
  citizen => $$ stream_id in (select * from cases_of_viewer()) $$
);
call protect(
  'event_payload',
  authority => 'true',
  citizen => $$ stream_id in (select * from cases_of_viewer()) $$
);
call protect(
  'document',
  authority => 'true',
  citizen => $$ stream_id in (select * from cases_of_viewer()) $$
);
call protect('command_result');

grant select, insert on stream, event, event_payload, document, command_result to hverdag_app, hverdag_worker;
grant select, insert on event, event_payload to hverdag_eraser;
grant select on stream to hverdag_eraser;
grant delete on event_payload to hverdag_eraser;
