-- People are ordinary, dated rows beside the journal: events carry a person's id and nothing else of them.

create table person (
  municipality text not null check (municipality ~ '^\d{4}$'),
  person_id uuid not null,
  cpr text check (cpr ~ '^\d{10}$'),
  created timestamptz not null,
  primary key (municipality, person_id),
  unique (municipality, cpr)
);

create table person_version (
  municipality text not null,
  person_id uuid not null,
  version integer not null check (version > 0),
  valid_from date not null,
  recorded_at timestamptz not null,
  given_name text not null,
  family_name text not null,
  birth_date date not null,
  died_on date check (died_on >= birth_date),
  resident_municipality text check (resident_municipality ~ '^\d{4}$'),
  phone text,
  email text,
  -- What letters and pages are written in.
  language text not null check (language in ('da', 'en')),
  -- The language an interpreter is needed for; null when none is.
  interpreter text check (interpreter <> ''),
  digital_post_exempt boolean not null,
  easy_read boolean not null,
  primary key (municipality, person_id, version),
  foreign key (municipality, person_id) references person
);

-- A table of its own, so that a protected address is a row that others do not see, and not a column to be left out.
create table person_address (
  municipality text not null,
  person_id uuid not null,
  version integer not null,
  street text not null,
  postal_code text not null,
  town text not null,
  protected boolean not null,
  primary key (municipality, person_id, version),
  foreign key (municipality, person_id, version) references person_version
);

-- Names in search form, one row a word. Under row-level security a LIKE or trigram index is not used, for its
-- operators are not leakproof; the plain comparison of text is, and on collation C it finds beginnings.
create table person_name_token (
  municipality text not null,
  token text not null collate "C",
  person_id uuid not null,
  primary key (municipality, token, person_id),
  foreign key (municipality, person_id) references person
);
create index person_name_token_person on person_name_token (municipality, person_id);

create table staff_user (
  municipality text not null check (municipality ~ '^\d{4}$'),
  user_id uuid not null,
  -- Who it is at the staff issuer.
  subject text not null,
  name text not null,
  phone text,
  email text,
  unit text,
  roles text[] not null,
  provider_id text,
  active boolean not null,
  primary key (municipality, user_id),
  unique (municipality, subject)
);

call protect('staff_user', authority => 'true', citizen => 'true', provider => 'true');
grant select, insert, update on staff_user to hverdag_app;
grant select on staff_user to hverdag_worker, hverdag_eraser;
