-- Who looks, and at which municipality: set with set_config(…, true) at the start of each transaction.
-- Without it every function here is null and no policy lets a row through.

create function scope_municipality() returns text language sql stable parallel safe
  return nullif(current_setting('app.municipality', true), '');

-- citizen | provider | authority | command | system
create function scope_viewer() returns text language sql stable parallel safe
  return nullif(current_setting('app.viewer', true), '');

-- What relations are about: the citizen's (or representative's) person, the provider's short name, the user.
create function scope_subject() returns text language sql stable parallel safe
  return nullif(current_setting('app.subject', true), '');

-- The person in front of the screen: whose drafts they are.
create function scope_author() returns text language sql stable parallel safe
  return nullif(current_setting('app.author', true), '');

create table demo_clock (
  municipality text not null primary key check (municipality ~ '^\d{4}$'),
  today date not null,
  -- The day that the demonstration's people were made around.
  anchor date not null,
  check (today >= anchor)
);

-- The product's day: the demonstration's where there is one, otherwise the day it is in Copenhagen.
create function app_today() returns date language sql stable
  return coalesce(
    (select today from demo_clock where municipality = scope_municipality()),
    (now() at time zone 'Europe/Copenhagen')::date
  );

-- Forces row-level security on a table: the municipality holds for everybody, and on top of it each kind of viewer sees
-- what its own condition lets through. `command` and `system` see all of their municipality, and only they write unless
-- `writing` says otherwise. The functions stand in (select …) so that they are asked once a statement and not once a
-- row, and the conditions in a CASE, because the planner takes a CASE for likely and a chain of OR for next to
-- impossible, and would then sort ten thousand rows where an index has them in order.
create procedure protect(
  target regclass,
  authority text default 'false',
  citizen text default 'false',
  provider text default 'false',
  writing text default $$ (select scope_viewer()) in ('command', 'system') $$
) language plpgsql as $procedure$
declare
  mine constant text := 'municipality = (select scope_municipality())';
  reading constant text := format(
    $$ case (select scope_viewer())
         when 'authority' then (%s) when 'citizen' then (%s) when 'provider' then (%s)
         when 'command' then true when 'system' then true else false end $$,
    authority, citizen, provider);
begin
  execute format('alter table %s enable row level security, force row level security', target);
  execute format('create policy may_read on %s for select using (%s and %s)', target, mine, reading);
  execute format('create policy may_insert on %s for insert with check (%s and (%s))', target, mine, writing);
  execute format('create policy may_update on %1$s for update using (%2$s and (%3$s)) with check (%2$s and (%3$s))',
    target, mine, writing);
  execute format('create policy may_delete on %s for delete using (%s and (%s))', target, mine, writing);
end
$procedure$;
revoke execute on procedure protect from public;

call protect('demo_clock', authority => 'true', citizen => 'true', provider => 'true');
grant select on demo_clock to hverdag_app, hverdag_worker, hverdag_eraser;
grant insert, update on demo_clock to hverdag_app;
