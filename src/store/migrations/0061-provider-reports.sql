-- What providers report and what came of it, laid out to be counted: the journal says it, and this can be made again.
create table provider_report (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  report_id uuid not null,
  -- The number of the event that told it.
  seq integer not null check (seq > 0),
  order_id uuid not null,
  provider_id text not null,
  kind text not null check (kind in ('deviation', 'deliveryProblem', 'changeRequest')),
  since date not null,
  told_on date not null,
  -- By when an answer is owed. None where the standard promises none, or where the duty fell away.
  due_on date,
  -- The first answer, the latest reaction, and the answer that ended it.
  answered_on date,
  reaction text check (reaction in ('contact', 'noChange', 'reassessment', 'followUp')),
  closed_on date,
  primary key (municipality, case_id, report_id),
  check ((answered_on is null) = (reaction is null)),
  check (closed_on is null or answered_on is not null)
);
create index provider_report_told on provider_report (municipality, told_on);

-- A provider counts its own, and stops seeing a report when the order stops being its.
call protect(
  'provider_report',
  authority => 'true',
  provider => $$ order_id in (select o.order_id from service_order o) $$
);
grant select, insert, update, delete on provider_report to hverdag_app, hverdag_worker;
