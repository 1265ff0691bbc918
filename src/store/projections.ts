/**
 * Writes what a stream's history comes to in place of what stood there: a statement a table, sent together. Rows that
 * are the same are not touched. The case's own row decides on everything else's municipality, person and unit.
 */
import { isDeepStrictEqual } from 'node:util'
import type { CaseId } from '../domain/identity.ts'
import type { Obligation } from '../domain/standard/obligation.ts'
import { complaintsOf, replaceComplaints } from './complaints.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { messagesOf, replaceMessages } from './messages.ts'
import type { AccessRow, CaseRow, OrderRow, PostRow, Projections } from './projection-rows.ts'
import { replaceReports, reportsOf } from './provider-reports.ts'
import { purchasesOf, replacePurchases } from './purchases.ts'
import { replaceRetention, retentionOf } from './retention.ts'
import { replaceSchedule, scheduleOf } from './schedules.ts'
import { json, sql } from './sql.ts'

/**
 * Replaces all rows of a stream. Use the scope `command` or `system`. `before` is what the history without its newest
 * events comes to: what it has in common with `rows` stands there already and is not sent. Without it everything is.
 */
export async function replaceProjections(
  tx: WriteTx,
  caseId: CaseId,
  rows: Projections,
  before?: Projections,
): Promise<void> {
  const differs = (table: keyof Projections): boolean =>
    before === undefined || !isDeepStrictEqual(rows[table], before[table])
  const isMoved =
    rows.caseFile?.unit !== before?.caseFile?.unit ||
    rows.caseFile?.assignedTo !== before?.caseFile?.assignedTo
  await Promise.all([
    replaceCase(tx, caseId, rows.caseFile),
    (isMoved || differs('obligations')) &&
      replaceObligations(tx, caseId, rows, isMoved ? [] : before?.obligations),
    differs('access') && replaceAccess(tx, caseId, rows),
    differs('messages') && replaceMessages(tx, caseId, rows.messages),
    differs('purchases') && replacePurchases(tx, caseId, rows.purchases),
    differs('complaints') && replaceComplaints(tx, caseId, rows.complaints),
    differs('reports') && replaceReports(tx, caseId, rows.reports),
    differs('orders') && replaceOrders(tx, caseId, rows.orders),
    differs('schedule') && replaceSchedule(tx, caseId, rows.schedule),
    differs('retention') && replaceRetention(tx, caseId, rows.retention),
    differs('post') && replacePost(tx, caseId, rows.post),
  ])
}

function replaceCase(tx: WriteTx, caseId: CaseId, row: CaseRow | null): Promise<number> {
  if (row === null) return tx.run(sql`delete from case_file where case_id = ${caseId}`)
  return tx.run(sql`
    insert into case_file as c (municipality, case_id, case_number, person_id, unit, assigned_to, phase, received_on,
      decision_due_on, closed_on, provider_id, version, changed_on, summary)
    values (${tx.scope.municipality}, ${caseId}, ${row.caseNumber}, ${row.personId}, ${row.unit}, ${row.assignedTo},
      ${row.phase}, ${row.receivedOn}, ${row.decisionDueOn}, ${row.closedOn}, ${row.providerId}, ${row.version},
      ${row.changedOn}, ${json(row.summary)})
    on conflict (municipality, case_id) do update
    set case_number = excluded.case_number, person_id = excluded.person_id, unit = excluded.unit,
        assigned_to = excluded.assigned_to, phase = excluded.phase, received_on = excluded.received_on,
        decision_due_on = excluded.decision_due_on, closed_on = excluded.closed_on,
        provider_id = excluded.provider_id, version = excluded.version, changed_on = excluded.changed_on,
        summary = excluded.summary`)
}

function replaceObligations(
  tx: WriteTx,
  caseId: CaseId,
  { obligations, caseFile }: Projections,
  before: readonly Obligation[] = [],
): Promise<number> {
  const known = new Map(before.map((o) => [o.key, o]))
  const changed = obligations.filter((o) => !isDeepStrictEqual(o, known.get(o.key)))
  return tx.run(sql`
    with gone as (
      delete from obligation where case_id = ${caseId}::uuid and key <> all (${obligations.map((o) => o.key)}::text[])
    )
    insert into obligation as o (municipality, case_id, key, clause, actor, towards, arises_on, due_on, met_on, void_on,
      void_reason, needs_judgement, derivation, evidence, task, unit, assigned_to)
    select ${tx.scope.municipality}, ${caseId}::uuid, r.key, r.clause, r.actor, r.towards, r."arisesOn", r."dueOn",
      r."metOn", r."voidOn", r."voidReason", r."needsJudgement", r.derivation, r.evidence, r.task,
      ${caseFile?.unit ?? null}, ${caseFile?.assignedTo ?? null}::uuid
    from jsonb_to_recordset(${json(changed)}::jsonb) as r(
      key text, clause text, actor text, towards text, "arisesOn" date, "dueOn" date, "metOn" date, "voidOn" date,
      "voidReason" text, "needsJudgement" boolean, derivation jsonb, evidence int[], task text)
    on conflict (municipality, case_id, key) do update
    set clause = excluded.clause, actor = excluded.actor, towards = excluded.towards, arises_on = excluded.arises_on,
        due_on = excluded.due_on, met_on = excluded.met_on, void_on = excluded.void_on,
        void_reason = excluded.void_reason, needs_judgement = excluded.needs_judgement,
        derivation = excluded.derivation, evidence = excluded.evidence, task = excluded.task, unit = excluded.unit,
        assigned_to = excluded.assigned_to
    where (o.clause, o.actor, o.towards, o.arises_on, o.due_on, o.met_on, o.void_on, o.void_reason, o.needs_judgement,
           o.derivation, o.evidence, o.task, o.unit, o.assigned_to)
      is distinct from
          (excluded.clause, excluded.actor, excluded.towards, excluded.arises_on, excluded.due_on, excluded.met_on,
           excluded.void_on, excluded.void_reason, excluded.needs_judgement, excluded.derivation, excluded.evidence,
           excluded.task, excluded.unit, excluded.assigned_to)`)
}

/** Whom the case is about has no place of its own in the rows: it is the case's. */
function replaceAccess(tx: WriteTx, caseId: CaseId, { access, caseFile }: Projections): Promise<number> {
  return tx.run(sql`
    with row as (
      select r.relation, r.subject, r."validFrom", r."validTo" from jsonb_to_recordset(${json(access)}::jsonb) as r(
        relation text, subject text, "validFrom" date, "validTo" date)
    ), gone as (
      delete from case_access where case_id = ${caseId}::uuid
        and not exists (select from row r where (r.relation, r.subject, r."validFrom") = (case_access.relation,
          case_access.subject, case_access.valid_from))
    )
    insert into case_access as o (municipality, case_id, person_id, relation, subject, valid_from, valid_to)
    select ${tx.scope.municipality}, ${caseId}::uuid, ${caseFile?.personId ?? null}::uuid, row.* from row
    on conflict (municipality, case_id, relation, subject, valid_from) do update
    set person_id = excluded.person_id, valid_to = excluded.valid_to
    where (o.person_id, o.valid_to) is distinct from (excluded.person_id, excluded.valid_to)`)
}

function replaceOrders(tx: WriteTx, caseId: CaseId, orders: readonly OrderRow[]): Promise<number> {
  return tx.run(sql`
    with gone as (
      delete from service_order
      where case_id = ${caseId}::uuid and order_id <> all (${orders.map((o) => o.orderId)}::uuid[])
    )
    insert into service_order as o (municipality, case_id, order_id, provider_id, person_id, sent_on, closed_on, state,
      content)
    select ${tx.scope.municipality}, ${caseId}::uuid, r."orderId", r."providerId", r."personId", r."sentOn",
           r."closedOn", r.state, r.content
    from jsonb_to_recordset(${json(orders)}::jsonb) as r(
      "orderId" uuid, "providerId" text, "personId" uuid, "sentOn" date, "closedOn" date, state jsonb, content jsonb)
    on conflict (municipality, case_id, order_id) do update
    set provider_id = excluded.provider_id, person_id = excluded.person_id, sent_on = excluded.sent_on,
        closed_on = excluded.closed_on, state = excluded.state, content = excluded.content
    where (o.provider_id, o.person_id, o.sent_on, o.closed_on, o.state, o.content) is distinct from
          (excluded.provider_id, excluded.person_id, excluded.sent_on, excluded.closed_on, excluded.state,
           excluded.content)`)
}

function replacePost(tx: WriteTx, caseId: CaseId, post: readonly PostRow[]): Promise<number> {
  return tx.run(sql`
    with row as (
      select r."letterId", r.recipient, r.kind, r.channel, r.state, r."issuedOn", r."sentOn", r."deliveredOn",
        r."failedOn", r."handledOn", r.failure, r.document
      from jsonb_to_recordset(${json(post)}::jsonb) as r(
        "letterId" uuid, recipient uuid, kind text, channel text, state text, "issuedOn" date, "sentOn" date,
        "deliveredOn" date, "failedOn" date, "handledOn" date, failure text, document text)
    ), gone as (
      delete from post where case_id = ${caseId}::uuid
        and not exists (select from row r where (r."letterId", r.recipient) = (post.letter_id, post.recipient))
    )
    insert into post as o (municipality, case_id, letter_id, recipient, kind, channel, state, issued_on, sent_on,
      delivered_on, failed_on, handled_on, failure, document)
    select ${tx.scope.municipality}, ${caseId}::uuid, row.* from row
    on conflict (municipality, case_id, letter_id, recipient) do update
    set kind = excluded.kind, channel = excluded.channel, state = excluded.state, issued_on = excluded.issued_on,
        sent_on = excluded.sent_on, delivered_on = excluded.delivered_on, failed_on = excluded.failed_on,
        handled_on = excluded.handled_on, failure = excluded.failure, document = excluded.document
    where (o.kind, o.channel, o.state, o.issued_on, o.sent_on, o.delivered_on, o.failed_on, o.handled_on, o.failure,
           o.document)
      is distinct from
          (excluded.kind, excluded.channel, excluded.state, excluded.issued_on, excluded.sent_on,
           excluded.delivered_on, excluded.failed_on, excluded.handled_on, excluded.failure, excluded.document)`)
}

/** What stands there, in the shape and order to compare a rebuild with: keys sorted, absent for null in obligations. */
export async function readProjections(tx: ReadTx, caseId: CaseId): Promise<Projections> {
  const [
    caseFile,
    obligations,
    access,
    orders,
    post,
    messages,
    purchases,
    complaints,
    reports,
    schedule,
    retention,
  ] = await Promise.all([
    tx.findRow<CaseRow>(sql`
      select case_number as "caseNumber", person_id as "personId", unit, assigned_to as "assignedTo", phase,
             received_on as "receivedOn", decision_due_on as "decisionDueOn", closed_on as "closedOn",
             provider_id as "providerId", version, changed_on as "changedOn", summary
      from case_file where case_id = ${caseId}`),
    obligationsOf(tx, caseId),
    tx.rows<AccessRow>(sql`
      select relation, subject, valid_from as "validFrom", valid_to as "validTo"
      from case_access where case_id = ${caseId} order by relation, subject, valid_from`),
    tx.rows<OrderRow>(sql`
      select order_id as "orderId", provider_id as "providerId", person_id as "personId", sent_on as "sentOn",
             closed_on as "closedOn", state, content
      from service_order where case_id = ${caseId} order by order_id`),
    tx.rows<PostRow>(sql`
      select letter_id as "letterId", recipient, kind, channel, state, issued_on as "issuedOn", sent_on as "sentOn",
             delivered_on as "deliveredOn", failed_on as "failedOn", handled_on as "handledOn", failure, document
      from post where case_id = ${caseId} order by letter_id, recipient`),
    messagesOf(tx, caseId),
    purchasesOf(tx, caseId),
    complaintsOf(tx, caseId),
    reportsOf(tx, caseId),
    scheduleOf(tx, caseId),
    retentionOf(tx, caseId),
  ])
  return {
    caseFile: caseFile ?? null,
    obligations,
    access,
    orders,
    schedule,
    post,
    messages,
    purchases,
    complaints,
    reports,
    retention: retention ?? null,
  }
}

/** A stream's obligations as they were projected, by key. */
export async function obligationsOf(tx: ReadTx, caseId: CaseId): Promise<readonly Obligation[]> {
  const rows = await tx.rows<Record<string, unknown>>(sql`
    select key, clause, actor, towards, arises_on as "arisesOn", due_on as "dueOn", met_on as "metOn",
           void_on as "voidOn", void_reason as "voidReason", needs_judgement as "needsJudgement", derivation, evidence,
           task
    from obligation where case_id = ${caseId} order by key collate "C"`)
  return rows.map(toObligation)
}

/** What is null in the row is absent in the value. */
const toObligation = (row: Record<string, unknown>): Obligation =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Obligation
