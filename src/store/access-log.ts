/** Every look and every act, and every refusal of one. Added to and read; the person looked at can read it. */
import type { EventActor } from '../domain/case/envelope.ts'
import type { CaseId, PersonId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, limited, sql } from './sql.ts'

export type AccessEntry = {
  readonly id: string
  /** The real instant, ISO 8601 in UTC. */
  readonly at: string
  readonly onDay: CalendarDay
  readonly actor: EventActor
  readonly onBehalfOf?: PersonId | null
  /** The route's pattern, without what was filled in. */
  readonly route: string
  readonly caseId?: CaseId | null
  readonly personId?: PersonId | null
  readonly purpose?: string | null
  readonly outcome: 'allowed' | 'refused'
}

/** Logs all of them in one statement: a list that shows ten people is ten looks. */
export async function logAccess(tx: WriteTx, entries: readonly AccessEntry[]): Promise<void> {
  await tx.run(sql`
    insert into access_log (municipality, id, at, on_day, actor, on_behalf_of, route, case_id, person_id, purpose, outcome)
    select ${tx.scope.municipality}, id, at, "onDay", actor, "onBehalfOf", route, "caseId", "personId", purpose, outcome
    from jsonb_to_recordset(${json(entries)}::jsonb) as e(
      id uuid, at timestamptz, "onDay" date, actor jsonb, "onBehalfOf" uuid, route text, "caseId" uuid,
      "personId" uuid, purpose text, outcome text)`)
}

const columns = sql`id, at, on_day as "onDay", actor, on_behalf_of as "onBehalfOf", route, case_id as "caseId",
  person_id as "personId", purpose, outcome`

/** Who looked at a person, the latest first. */
export const looksAtPerson = (
  tx: ReadTx,
  personId: PersonId,
  limit: number,
): Promise<readonly AccessEntry[]> =>
  tx.rows(
    sql`select ${columns} from access_log where person_id = ${personId} order by at desc, id ${limited(limit)}`,
  )

/** Who looked at a case, the latest first; without some routes, whose rows stay in the log all the same. */
export const looksAtCase = (
  tx: ReadTx,
  caseId: CaseId,
  limit: number,
  without: readonly string[] = [],
): Promise<readonly AccessEntry[]> =>
  tx.rows(
    sql`select ${columns} from access_log where case_id = ${caseId} and route <> all (${without}::text[])
      order by at desc, id ${limited(limit)}`,
  )

/** All of a day, in order, for whoever reviews the log. */
export const looksOnDay = (tx: ReadTx, day: CalendarDay): Promise<readonly AccessEntry[]> =>
  tx.rows(sql`select ${columns} from access_log where on_day = ${day} order by at, id`)

/** The looks at people by staff in a period that a sample is drawn from; without some routes, as above. */
export const looksToDrawFrom = (
  tx: ReadTx,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
  without: readonly string[] = [],
): Promise<readonly { readonly id: string }[]> =>
  tx.rows(sql`
    select id from access_log
    where on_day between ${from}::date and ${to}::date and actor ->> 'kind' = 'staff' and person_id is not null
      and outcome = 'allowed' and route <> all (${without}::text[])
    order by id`)

export type LookToReview = AccessEntry & { readonly caseNumber: string | null }

/** These looks, in the order they happened: with the case's number, and with why, also where it was said on opening the case. */
export const looksWithIds = (tx: ReadTx, ids: readonly string[]): Promise<readonly LookToReview[]> =>
  tx.rows(sql`
    select l.id, l.at, l.on_day as "onDay", l.actor, l.on_behalf_of as "onBehalfOf", l.route, l.case_id as "caseId",
           l.person_id as "personId", l.outcome, c.case_number as "caseNumber",
           coalesce(l.purpose, (
             select o.reason from case_opening o
             where o.user_id::text = l.actor ->> 'userId' and o.case_id = l.case_id
               and l.at between o.opened_at and o.until
             order by o.opened_at desc limit 1)) as purpose
    from access_log l left join case_file c on c.municipality = l.municipality and c.case_id = l.case_id
    where l.id = any (${ids}::uuid[])
    order by l.at, l.id`)
