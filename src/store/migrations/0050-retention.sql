-- How long closed cases are kept, and what is left of one that was erased. A case is erased whole, by one function that
-- asks the journal itself whether it may be: the eraser calls it, and no role of ours may delete any of it otherwise.

-- A row a closed case, laid out for reading: the journal says it, and this can be dropped and made again.
create table case_retention (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  closed_on date not null,
  -- The first day on which it may be erased.
  kept_until date not null check (kept_until >= closed_on),
  -- The delivery that holds the whole case as it is; null when there is none.
  delivered_on date,
  reference text,
  package text,
  approved_on date,
  -- What holds it, by kind.
  holds text[] not null,
  primary key (municipality, case_id),
  check (num_nonnulls(delivered_on, reference, package) in (0, 3)),
  check (approved_on is null or delivered_on is not null)
);
create index case_retention_until on case_retention (municipality, kept_until, case_id);

call protect('case_retention', authority => 'true');
grant select, insert, update, delete on case_retention to hverdag_app, hverdag_worker;
grant select on case_retention to hverdag_eraser;

-- What is left: that there was a case, what was erased when and by whose word, and where it lies. Nothing of a person.
-- The municipality's own stream says the same in its chain, and `verify` compares the two.
create table case_tombstone (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  case_number text not null check (case_number ~ '^\d{4}-\d{4,}$'),
  erased_on date not null,
  -- Which of the day's: with the bound, no day has more, whoever asks and however often.
  ordinal integer not null check (ordinal between 1 and 25),
  closed_on date not null,
  kept_until date not null,
  delivered_on date not null,
  reference text not null,
  package text not null check (package ~ '^[0-9a-f]{64}$'),
  delivered_by uuid not null,
  approved_on date not null,
  approved_by uuid not null check (approved_by <> delivered_by),
  last_seq integer not null check (last_seq > 0),
  head text not null check (head ~ '^[0-9a-f]{64}$'),
  -- How many rows of each table.
  erased jsonb not null,
  primary key (municipality, case_id),
  unique (municipality, case_number),
  unique (municipality, erased_on, ordinal),
  check (erased_on >= kept_until)
);

call protect('case_tombstone', authority => 'true');
grant select on case_tombstone to hverdag_app, hverdag_worker, hverdag_eraser;
-- The municipality's own stream, where it has said nothing before.
grant insert on stream to hverdag_eraser;

-- People whom no case, no power and no draft knows any more.
create function erase_people(people uuid[]) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[];
begin
  select coalesce(array_agg(p.person_id), '{}') into gone from person p
  where p.person_id = any (people)
    and not exists (select from case_file c where c.person_id = p.person_id)
    and not exists (select from case_access a where a.person_id = p.person_id or a.subject = p.person_id::text)
    and not exists (select from draft d where d.author = p.person_id::text);
  delete from session where person_id = any (gone) or acting_for = any (gone);
  delete from contact_preference where person_id = any (gone);
  delete from calendar_feed where person_id = any (gone);
  delete from person_name_token where person_id = any (gone);
  delete from person_address where person_id = any (gone);
  delete from person_version where person_id = any (gone);
  delete from person where person_id = any (gone);
  return cardinality(gone);
end
$$;
revoke execute on function erase_people from public;

-- Erases one case whole and leaves its tombstone. `most` is the standard's daily number. Raises where the journal does
-- not say that the case may be erased: in the archive after its last event, approved by another person after that, not
-- held, kept long enough.
create function erase_case(target uuid, most integer) returns case_tombstone
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  keeping constant text[] := '{archiveDelivered,erasureHeld,erasureReleased,erasureApproved}';
  kept case_retention;
  delivery event;
  approval event;
  last event;
  stone case_tombstone;
  people uuid[];
  orders uuid[];
  counts jsonb := '{}';
  rows integer;
begin
  if scope_viewer() is distinct from 'system' then raise exception 'only the sweep erases'; end if;
  select * into kept from case_retention where case_id = target;
  select * into delivery from event where stream_id = target and type = 'archiveDelivered' order by seq desc limit 1;
  select * into approval from event where stream_id = target and type = 'erasureApproved' order by seq desc limit 1;
  select * into last from event where stream_id = target order by seq desc limit 1;
  if kept.case_id is null then raise exception 'case % is not closed', target; end if;
  if kept.kept_until > app_today() then raise exception 'case % is kept until %', target, kept.kept_until; end if;
  if delivery.seq is null or delivery.seq < (
    select max(e.seq) from event e where e.stream_id = target and e.type <> all (keeping)
  ) then raise exception 'case % is not in the archive as it is', target; end if;
  if cardinality(kept.holds) > 0
    or (select count(*) from event e where e.stream_id = target and e.type = 'erasureHeld')
       <> (select count(*) from event e where e.stream_id = target and e.type = 'erasureReleased')
    then raise exception 'case % is held', target; end if;
  if approval.seq is null or approval.seq < delivery.seq or kept.approved_on is null or exists (
    select from event e where e.stream_id = target and e.type = 'erasureHeld' and e.seq > approval.seq
  ) then raise exception 'nobody has approved that case % is erased', target; end if;

  stone.municipality := scope_municipality();
  stone.case_id := target;
  select c.case_number into stone.case_number from case_file c where c.case_id = target;
  stone.erased_on := app_today();
  select count(*) + 1 into stone.ordinal from case_tombstone t where t.erased_on = stone.erased_on;
  if stone.ordinal > most then raise exception 'no more than % cases are erased in a day', most; end if;
  stone.closed_on := kept.closed_on;
  stone.kept_until := kept.kept_until;
  stone.delivered_on := kept.delivered_on;
  stone.reference := kept.reference;
  stone.package := kept.package;
  stone.delivered_by := delivery.actor ->> 'userId';
  stone.approved_on := approval.occurred_on;
  stone.approved_by := approval.actor ->> 'userId';
  stone.last_seq := last.seq;
  stone.head := encode(last.hash, 'hex');

  select array_agg(distinct p) into people from (
    select c.person_id from case_file c where c.case_id = target
    union select a.subject::uuid from case_access a where a.case_id = target and a.relation <> 'provider'
  ) as of(p);
  select coalesce(array_agg(o.order_id), '{}') into orders from service_order o where o.case_id = target;

  delete from attendance_quarantine_settlement s using attendance_quarantine q
  where s.fact_id = q.fact_id and (q.opened -> 'fact' ->> 'orderId')::uuid = any (orders);
  delete from attendance_quarantine q where (q.opened -> 'fact' ->> 'orderId')::uuid = any (orders);
  delete from attendance_fact where case_id = target;
  get diagnostics rows = row_count;
  counts := counts || jsonb_build_object('attendance', rows);
  delete from transport_fact where case_id = target;
  get diagnostics rows = row_count;
  delete from transport_handover_leg where order_id = any (orders);
  counts := counts || jsonb_build_object('rides', rows);
  delete from draft where case_id = target;
  delete from case_opening where case_id = target;
  delete from message where case_id = target;
  delete from purchase where case_id = target;
  delete from complaint where case_id = target;
  delete from provider_report where case_id = target;
  delete from post where case_id = target;
  delete from schedule_day where case_id = target;
  delete from service_order where case_id = target;
  delete from obligation where case_id = target;
  delete from case_access where case_id = target;
  delete from case_retention where case_id = target;
  delete from case_file where case_id = target;
  delete from command_result where stream_id = target;
  delete from document where stream_id = target;
  get diagnostics rows = row_count;
  counts := counts || jsonb_build_object('documents', rows);
  delete from event_payload where stream_id = target;
  delete from event where stream_id = target;
  get diagnostics rows = row_count;
  counts := counts || jsonb_build_object('events', rows);
  delete from stream where stream_id = target;
  stone.erased := counts || jsonb_build_object('people', erase_people(people));
  insert into case_tombstone select stone.*;
  return stone;
end
$$;
revoke execute on function erase_case from public;
grant execute on function erase_case to hverdag_eraser;
