-- Which people and providers have to do with which case: a projection of the journal, on which row-level security rests.

create table case_access (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  -- Whom the case is about.
  person_id uuid not null,
  relation text not null check (relation in ('citizen', 'representative', 'provider')),
  -- A person's id or a provider's short name.
  subject text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (municipality, case_id, relation, subject, valid_from)
);
create index case_access_subject on case_access (municipality, subject, relation);

call protect(
  'case_access',
  authority => 'true',
  citizen => $$ subject = (select scope_subject()) or person_id::text = (select scope_subject()) $$,
  provider => $$ relation = 'provider' and subject = (select scope_subject())
                and valid_from <= (select app_today())
                and (valid_to is null or valid_to >= (select app_today())) $$
);
grant select, insert, update, delete on case_access to hverdag_app, hverdag_worker;
grant select on case_access to hverdag_eraser;

-- The cases that the citizen or representative in front of the screen has to do with today.
create function cases_of_viewer() returns setof uuid language sql stable
begin atomic
  select case_id
  from case_access
  where municipality = (select scope_municipality())
    and subject = (select scope_subject())
    and relation in ('citizen', 'representative')
    and valid_from <= (select app_today())
    and (valid_to is null or valid_to >= (select app_today()));
end;
