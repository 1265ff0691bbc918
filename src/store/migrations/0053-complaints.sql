-- Complaints and what came of them, laid out for management to count: the journal says it, and this can be made again.
create table complaint (
  municipality text not null check (municipality ~ '^\d{4}$'),
  case_id uuid not null,
  complaint_id uuid not null,
  -- The case's own: the first is 1.
  number integer not null check (number > 0),
  received_on date not null,
  decided_on date not null,
  reassessed_on date,
  outcome text check (outcome in ('full', 'part', 'notUpheld')),
  -- What failed, as it was said when the municipality reversed its decision itself, and when the Appeals Board did.
  own_cause text,
  own_clause text,
  sent_on date,
  result_on date,
  result text check (
    result in ('upheld', 'changed', 'annulled', 'remanded', 'partly', 'dismissed', 'lapsed')
  ),
  board_cause text,
  board_clause text,
  withdrawn_on date,
  letter_text text not null,
  primary key (municipality, case_id, complaint_id),
  check ((outcome is null) = (reassessed_on is null)),
  check ((result is null) = (result_on is null))
);
create index complaint_received on complaint (municipality, received_on);
create index complaint_own_clause on complaint (municipality, own_clause) where own_clause is not null;
create index complaint_board_clause on complaint (municipality, board_clause) where board_clause is not null;

call protect('complaint', authority => 'true');
grant select, insert, update, delete on complaint to hverdag_app, hverdag_worker;
