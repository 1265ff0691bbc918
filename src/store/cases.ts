/** Finding cases: by number, by person, by unit; orders for a provider, post for whoever sends it. */
import type { CaseId, PersonId, UnitId, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import type { CaseRow, OrderRow, PostRow } from './projection-rows.ts'
import { limited, type Sql, sql } from './sql.ts'

export type CaseEntry = CaseRow & { readonly caseId: CaseId }

const caseColumns = sql`case_id as "caseId", case_number as "caseNumber", person_id as "personId", unit,
  assigned_to as "assignedTo", phase, received_on as "receivedOn", decision_due_on as "decisionDueOn",
  closed_on as "closedOn", provider_id as "providerId", version, changed_on as "changedOn", summary`

/** The next number of the year, `2026-0042`. Numbers of transactions that were undone are given out again. */
export async function nextCaseNumber(tx: WriteTx, year: number): Promise<string> {
  const row = await tx.findRow<{ last: number }>(sql`
    insert into case_number_counter as c (municipality, year, last) values (${tx.scope.municipality}, ${year}, 1)
    on conflict (municipality, year) do update set last = c.last + 1
    returning last`)
  return caseNumberOf(year, row?.last ?? 0)
}

export const caseNumberOf = (year: number, number: number): string =>
  `${year}-${String(number).padStart(4, '0')}`

/** Sets so many numbers of a year aside, for cases that are written later; once, and before any other is taken. */
export const reserveCaseNumbers = async (tx: WriteTx, year: number, count: number): Promise<void> => {
  await tx.run(sql`
    insert into case_number_counter (municipality, year, last) values (${tx.scope.municipality}, ${year}, ${count})
    on conflict do nothing`)
}

export const findCase = (tx: ReadTx, caseId: CaseId): Promise<CaseEntry | undefined> =>
  tx.findRow(sql`select ${caseColumns} from case_file where case_id = ${caseId}`)

export const findCaseByNumber = (tx: ReadTx, caseNumber: string): Promise<CaseEntry | undefined> =>
  tx.findRow(sql`select ${caseColumns} from case_file where case_number = ${caseNumber}`)

/** The cases with these ids, in no order. */
export const casesWithIds = (tx: ReadTx, caseIds: readonly CaseId[]): Promise<readonly CaseEntry[]> =>
  tx.rows(sql`select ${caseColumns} from case_file where case_id = any (${caseIds}::uuid[])`)

export const findCasesByNumbers = (
  tx: ReadTx,
  caseNumbers: readonly string[],
): Promise<readonly CaseEntry[]> =>
  tx.rows(sql`
    select ${caseColumns} from case_file where case_number = any (${caseNumbers}::text[]) order by case_number`)

/** The cases about these people, the newest first: also how a possible duplicate is found. */
export const casesOfPersons = (tx: ReadTx, personIds: readonly PersonId[]): Promise<readonly CaseEntry[]> =>
  tx.rows(sql`
    select ${caseColumns} from case_file where person_id = any (${personIds}::uuid[])
    order by received_on desc, case_number desc`)

/** In a citizen's scope: every case that they have to do with, own and others', the newest first. */
export const casesInReach = (tx: ReadTx, limit: number): Promise<readonly CaseEntry[]> =>
  tx.rows(
    sql`select ${caseColumns} from case_file order by received_on desc, case_number desc ${limited(limit)}`,
  )

export type OpenCases = {
  readonly unit?: UnitId
  /** Null: those that are nobody's yet. */
  readonly assignedTo?: UserId | null
  /** Those whose decision was due before this day. */
  readonly dueBefore?: CalendarDay
  readonly limit: number
}

/** Cases that are not closed, the nearest decision date first. */
export function openCases(
  tx: ReadTx,
  { unit, assignedTo, dueBefore, limit }: OpenCases,
): Promise<readonly CaseEntry[]> {
  const conditions: Sql[] = [
    ...(unit === undefined ? [] : [sql` and unit = ${unit}`]),
    ...(assignedTo === undefined
      ? []
      : [assignedTo === null ? sql` and assigned_to is null` : sql` and assigned_to = ${assignedTo}`]),
    ...(dueBefore === undefined ? [] : [sql` and decision_due_on < ${dueBefore}`]),
  ]
  const all = conditions.reduce((so, condition) => sql`${so}${condition}`, sql``)
  return tx.rows(sql`
    select ${caseColumns} from case_file where closed_on is null${all}
    order by decision_due_on, case_number ${limited(limit)}`)
}

/** Every case that is open or was closed no earlier than this day, by id: what a sample is drawn from. */
export const casesToDrawFrom = (
  tx: ReadTx,
  since: CalendarDay,
): Promise<readonly { readonly caseId: CaseId }[]> =>
  tx.rows(
    sql`select case_id as "caseId" from case_file where closed_on is null or closed_on >= ${since}::date order by case_id`,
  )

export type OrderEntry = OrderRow & { readonly caseId: CaseId }

const orderColumns = sql`case_id as "caseId", order_id as "orderId", provider_id as "providerId",
  person_id as "personId", sent_on as "sentOn", closed_on as "closedOn", state, content`

/** In a provider's scope: the orders that it holds today, the newest first. */
export const ordersInReach = (tx: ReadTx): Promise<readonly OrderEntry[]> =>
  tx.rows(sql`select ${orderColumns} from service_order order by sent_on desc, order_id`)

export const findOrder = (tx: ReadTx, orderId: string): Promise<OrderEntry | undefined> =>
  tx.findRow(sql`select ${orderColumns} from service_order where order_id = ${orderId}`)

export type PostEntry = PostRow & { readonly caseId: CaseId }

const postColumns = sql`case_id as "caseId", letter_id as "letterId", recipient, kind, channel, state,
  issued_on as "issuedOn", sent_on as "sentOn", delivered_on as "deliveredOn", failed_on as "failedOn",
  handled_on as "handledOn", failure, document`

/** Letters in these states, the oldest first: what is still to be sent, is under way, or has failed. */
export const postInState = (
  tx: ReadTx,
  states: readonly PostRow['state'][],
  limit: number,
): Promise<readonly PostEntry[]> =>
  tx.rows(sql`
    select ${postColumns} from post where state = any (${states}::text[])
    order by issued_on, letter_id, recipient ${limited(limit)}`)

/** What was sent on paper and is not yet presumed delivered, the longest under way first. */
export const paperUnderWay = (tx: ReadTx, limit: number): Promise<readonly PostEntry[]> =>
  tx.rows(sql`
    select ${postColumns} from post where state = 'sent' and channel = 'paper'
    order by sent_on, letter_id, recipient ${limited(limit)}`)

/** What a person has been sent, the newest first. */
export const postOf = (tx: ReadTx, recipient: PersonId): Promise<readonly PostEntry[]> =>
  tx.rows(
    sql`select ${postColumns} from post where recipient = ${recipient} order by issued_on desc, letter_id`,
  )
