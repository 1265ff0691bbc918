-- The job queue is graphile-worker's, in its own schema, and holds no personal data: ids only. Its tables have row-level
-- security without policies, so that only their owner gets at them: the application puts jobs in and sees failed ones
-- through these functions, and the worker gets policies.

create function enqueue_job(task text, payload json, key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if payload ->> 'municipality' is distinct from public.scope_municipality() then
    raise exception 'a job belongs to the municipality of its transaction';
  end if;
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 12);
end
$$;

create function failed_jobs() returns table (
  job_id bigint, task text, payload json, attempts integer, max_attempts integer,
  last_error text, failed_at timestamptz, next_try_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select j.id, t.identifier, j.payload, j.attempts::integer, j.max_attempts::integer, j.last_error, j.updated_at,
         case when j.attempts < j.max_attempts then j.run_at end
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  -- What belongs to no municipality puts the others' jobs in the queue: everybody sees it fail.
  where j.last_error is not null
    and coalesce(j.payload ->> 'municipality', public.scope_municipality()) = public.scope_municipality()
  order by j.updated_at desc
$$;

create function queue_state() returns table (
  waiting integer, failing integer, given_up integer, oldest_at timestamptz, last_run_at timestamptz
) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) filter (where j.last_error is null)::integer,
         count(*) filter (where j.last_error is not null and j.attempts < j.max_attempts)::integer,
         count(*) filter (where j.last_error is not null and j.attempts >= j.max_attempts)::integer,
         min(j.run_at) filter (where j.last_error is null and j.run_at <= now()),
         (select max(c.last_execution) from graphile_worker._private_known_crontabs c)
  from graphile_worker._private_jobs j
  where coalesce(j.payload ->> 'municipality', public.scope_municipality()) = public.scope_municipality()
    and public.scope_municipality() is not null
$$;

create function is_queued(task text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = task and j.last_error is null and j.run_at <= now() + interval '10 seconds'
      and j.payload ->> 'municipality' = public.scope_municipality())
$$;

create function retry_job(job bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from graphile_worker._private_jobs j
   where j.id = job
     and coalesce(j.payload ->> 'municipality', public.scope_municipality()) = public.scope_municipality();
  if not found then
    return false;
  end if;
  perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
  return true;
end
$$;

revoke execute on function enqueue_job, failed_jobs, is_queued, queue_state, retry_job from public;
grant execute on function enqueue_job, failed_jobs, is_queued, queue_state, retry_job to hverdag_app, hverdag_worker;

grant usage on schema graphile_worker to hverdag_worker;
grant select, insert, update, delete on all tables in schema graphile_worker to hverdag_worker;
grant usage, select on all sequences in schema graphile_worker to hverdag_worker;
do $$
declare
  queue_table regclass;
begin
  for queue_table in
    select oid from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
  loop
    execute format('create policy worker_may on %s to hverdag_worker using (true) with check (true)', queue_table);
  end loop;
end
$$;
