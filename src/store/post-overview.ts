/** The post as whoever runs it sees it: how much is under way and what failed, with case numbers and without names. */
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx } from './connection.ts'
import type { PostRow } from './projection-rows.ts'
import { limited, sql } from './sql.ts'

export type UnfinishedState = Extract<PostRow['state'], 'queued' | 'sent' | 'failed'>

export type PostCount = {
  readonly state: UnfinishedState
  readonly channel: string | null
  readonly count: number
  readonly oldestOn: CalendarDay
}

/** What is to be sent, under way, or failed and not dealt with, by state and channel. */
export const countUnfinishedPost = (tx: ReadTx): Promise<readonly PostCount[]> =>
  tx.rows(sql`
    select state, channel, count(*)::int as count, min(coalesce(failed_on, sent_on, issued_on)) as "oldestOn"
    from post where state in ('queued', 'sent', 'failed')
    group by state, channel order by state, channel nulls first`)

export type UnfinishedPost = Pick<
  PostRow,
  'letterId' | 'kind' | 'channel' | 'issuedOn' | 'sentOn' | 'failedOn' | 'failure'
> & {
  readonly state: UnfinishedState
  readonly caseNumber: string
}

/** The copies behind the counts: the failed ones first, then the longest under way. */
export const unfinishedPost = (tx: ReadTx, limit: number): Promise<readonly UnfinishedPost[]> =>
  tx.rows(sql`
    select p.letter_id as "letterId", p.kind, p.channel, p.state, p.issued_on as "issuedOn", p.sent_on as "sentOn",
           p.failed_on as "failedOn", p.failure, c.case_number as "caseNumber"
    from post p join case_file c on c.case_id = p.case_id
    where p.state in ('queued', 'sent', 'failed')
    order by p.state <> 'failed', coalesce(p.failed_on, p.sent_on, p.issued_on), p.letter_id, p.recipient
    ${limited(limit)}`)
