-- Who let whom in, with which roles, and who changed it: each change with what stood before and after. Added to, never
-- changed; names stand in it as they were.

create table staff_user_change (
  municipality text not null,
  user_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  on_day date not null,
  actor jsonb not null check (actor ->> 'kind' in ('staff', 'system')),
  -- Null when the user was new.
  before jsonb,
  after jsonb not null,
  primary key (municipality, user_id, number),
  foreign key (municipality, user_id) references staff_user
);

call protect('staff_user_change', authority => 'true');
grant select, insert on staff_user_change to hverdag_app;
