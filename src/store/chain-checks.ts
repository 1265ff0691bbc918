/** Each time that the journal's chains were gone through: how far, and what was wrong. */
import type { CaseId, UserId } from '../domain/identity.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, limited, sql } from './sql.ts'

export type CheckFault = {
  readonly kind: string
  readonly what: string
  readonly caseNumber?: string | undefined
}

export type ChainCheck = {
  readonly checkId: string
  readonly startedAt: string
  readonly startedBy: UserId
  readonly total: number
  readonly checked: number
  readonly afterStream: CaseId | null
  readonly faults: readonly CheckFault[]
  readonly headsOf: CalendarDay | null
  readonly headsSigned: boolean | null
  readonly finishedAt: string | null
}

const columns = sql`check_id as "checkId", started_at as "startedAt", started_by as "startedBy", total, checked,
  after_stream as "afterStream", faults, heads_of as "headsOf", heads_signed as "headsSigned",
  finished_at as "finishedAt"`

export const listChecks = (tx: ReadTx, limit: number): Promise<readonly ChainCheck[]> =>
  tx.rows(sql`select ${columns} from chain_check order by started_at desc, check_id ${limited(limit)}`)

export const findCheck = (tx: ReadTx, checkId: string): Promise<ChainCheck | undefined> =>
  tx.findRow(sql`select ${columns} from chain_check where check_id = ${checkId}`)

export type Started = Pick<
  ChainCheck,
  'checkId' | 'startedBy' | 'total' | 'faults' | 'headsOf' | 'headsSigned'
> & {
  readonly startedAt: Date
}

export async function startCheck(tx: WriteTx, started: Started): Promise<void> {
  const { checkId, startedAt, startedBy, total, faults, headsOf, headsSigned } = started
  await tx.run(sql`
    insert into chain_check (municipality, check_id, started_at, started_by, total, faults, heads_of, heads_signed)
    values (${tx.scope.municipality}, ${checkId}, ${startedAt}, ${startedBy}, ${total}, ${json(faults)}, ${headsOf},
      ${headsSigned})
    on conflict do nothing`)
}

/** What a part of it came to. A part that somebody else went through meanwhile is not counted twice. */
export async function noteProgress(
  tx: WriteTx,
  { checkId, afterStream }: Pick<ChainCheck, 'checkId' | 'afterStream'>,
  part: {
    readonly checked: number
    readonly last: CaseId | null
    readonly faults: readonly CheckFault[]
    readonly finishedAt: Date | null
  },
): Promise<void> {
  await tx.run(sql`
    update chain_check
    set checked = checked + ${part.checked}, after_stream = coalesce(${part.last}::uuid, after_stream),
        faults = faults || ${json(part.faults)}::jsonb, finished_at = ${part.finishedAt}
    where check_id = ${checkId} and finished_at is null and after_stream is not distinct from ${afterStream}::uuid`)
}
