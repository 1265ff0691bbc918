/** Threads of placements: what was written, who has read it, and how much waits unread for whoever looks. */
import type { CaseId, PartId, PersonId, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import type { MessageRow } from './projection-rows.ts'
import { json, sql } from './sql.ts'

const columns = sql`message_id as "messageId", order_id as "orderId", seq, sent_on as "sentOn", from_side as "from",
  to_side as "to", answer, text, actor, on_behalf_of as "onBehalfOf", reads`

/** Rows that are the same are not touched. */
export const replaceMessages = (
  tx: WriteTx,
  caseId: CaseId,
  messages: readonly MessageRow[],
): Promise<number> =>
  tx.run(sql`
    with gone as (
      delete from message
      where case_id = ${caseId}::uuid and message_id <> all (${messages.map((m) => m.messageId)}::uuid[])
    )
    insert into message as m (municipality, case_id, order_id, message_id, seq, sent_on, from_side, to_side, answer, text,
      actor, on_behalf_of, reads)
    select ${tx.scope.municipality}, ${caseId}::uuid, r."orderId", r."messageId", r.seq, r."sentOn", r."from", r."to",
           r.answer, r.text, r.actor, r."onBehalfOf", r.reads
    from jsonb_to_recordset(${json(messages)}::jsonb) as r(
      "messageId" uuid, "orderId" uuid, seq integer, "sentOn" date, "from" text, "to" text, answer boolean, text text,
      actor jsonb, "onBehalfOf" uuid, reads jsonb)
    on conflict (municipality, case_id, message_id) do update
    set order_id = excluded.order_id, seq = excluded.seq, sent_on = excluded.sent_on, from_side = excluded.from_side,
        to_side = excluded.to_side, answer = excluded.answer, text = excluded.text, actor = excluded.actor,
        on_behalf_of = excluded.on_behalf_of, reads = excluded.reads
    where (m.order_id, m.seq, m.sent_on, m.from_side, m.to_side, m.answer, m.text, m.actor, m.on_behalf_of, m.reads)
      is distinct from
          (excluded.order_id, excluded.seq, excluded.sent_on, excluded.from_side, excluded.to_side, excluded.answer,
           excluded.text, excluded.actor, excluded.on_behalf_of, excluded.reads)`)

/** Of a case, as a rebuild is compared with them. */
export const messagesOf = (tx: ReadTx, caseId: CaseId): Promise<readonly MessageRow[]> =>
  tx.rows(sql`select ${columns} from message where case_id = ${caseId} order by seq`)

/** Of one placement, the oldest first. */
export const threadRows = (tx: ReadTx, orderId: PartId): Promise<readonly MessageRow[]> =>
  tx.rows(sql`select ${columns} from message where order_id = ${orderId} order by seq`)

export type ThreadEntry = {
  readonly caseId: CaseId
  readonly orderId: PartId
  readonly messages: number
  readonly unread: number
  readonly lastOn: CalendarDay
}

/** The threads that a provider's staff may see. */
export const threadsAtProvider = (tx: ReadTx): Promise<readonly ThreadEntry[]> =>
  tx.rows(sql`
    select case_id as "caseId", order_id as "orderId", count(*) as messages, max(sent_on) as "lastOn",
           count(*) filter (where from_side <> 'provider' and not reads @> '[{"side":"provider"}]') as unread
    from message group by case_id, order_id`)

const counted = (row: { readonly unread: number } | undefined): number => row?.unread ?? 0

/** In a provider's scope: messages that nobody there has read. */
export const unreadAtProvider = async (tx: ReadTx): Promise<number> =>
  counted(
    await tx.findRow(sql`
      select count(*) as unread from message
      where from_side <> 'provider' and not reads @> '[{"side":"provider"}]'`),
  )

/** In the cases of one caseworker: messages that nobody of the authority has read, by case. */
export const unreadOfCaseworker = (
  tx: ReadTx,
  userId: UserId,
): Promise<readonly { readonly caseNumber: string; readonly unread: number }[]> =>
  tx.rows(sql`
    select c.case_number as "caseNumber", count(*) as unread
    from message m join case_file c on c.municipality = m.municipality and c.case_id = m.case_id
    where c.assigned_to = ${userId} and c.closed_on is null and m.from_side <> 'authority' and not m.reads @> '[{"side":"authority"}]'
    group by c.case_number order by c.case_number`)

/** About one citizen: what the reader, they themselves or who acts for them, has not read. */
export const unreadAbout = async (tx: ReadTx, about: PersonId, reader: PersonId): Promise<number> =>
  counted(
    await tx.findRow(sql`
      select count(*) as unread
      from message m join case_file c on c.municipality = m.municipality and c.case_id = m.case_id
      where c.person_id = ${about} and m.actor ->> 'personId' is distinct from ${reader}
        and not m.reads @> jsonb_build_array(
          jsonb_build_object('actor', jsonb_build_object('personId', ${reader}::text)))`),
  )
