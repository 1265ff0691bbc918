/** What tablets delivered that a person has to settle. Added to and read; the settlement is a row of its own. */
import type { DeviceId } from '../domain/device/device.ts'
import type { ProviderId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, limited, sql } from './sql.ts'

export type Quarantined<Fact = unknown> = {
  readonly factId: string
  readonly deviceId: DeviceId
  readonly providerId: ProviderId
  /** ISO 8601 in UTC. */
  readonly receivedAt: string
  /** The exact text that the tablet sent. */
  readonly sealed: string
  /** What it says, without the code; null when the seal could not be opened. */
  readonly opened: Fact | null
  /** Why it was not taken as it came: a code of the page's words. */
  readonly why: string
  readonly outcome: 'accepted' | 'rejected' | null
  readonly reason: string | null
  readonly settledBy: UserId | null
  readonly settledAt: string | null
}

export type NewlyQuarantined = Pick<
  Quarantined,
  'factId' | 'deviceId' | 'providerId' | 'receivedAt' | 'sealed' | 'opened' | 'why'
>

/** Keeps all of them; one that is there already stays as it first came. */
export async function quarantine(tx: WriteTx, facts: readonly NewlyQuarantined[]): Promise<void> {
  if (facts.length === 0) return
  await tx.run(sql`
    insert into attendance_quarantine (municipality, fact_id, device_id, provider_id, received_at, sealed, opened, why)
    select ${tx.scope.municipality}, "factId", "deviceId", "providerId", "receivedAt", sealed, nullif(opened, 'null'), why
    from jsonb_to_recordset(${json(facts)}::jsonb) as f(
      "factId" uuid, "deviceId" uuid, "providerId" text, "receivedAt" timestamptz, sealed text, opened jsonb, why text)
    on conflict do nothing`)
}

/** Which of these facts wait there, or have been settled. */
export const quarantinedAmong = async (
  tx: ReadTx,
  factIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.rows<{ factId: string }>(
    sql`select fact_id as "factId" from attendance_quarantine where fact_id = any (${factIds}::uuid[])`,
  )
  return new Set(rows.map(({ factId }) => factId))
}

const columns = sql`q.fact_id as "factId", q.device_id as "deviceId", q.provider_id as "providerId",
  q.received_at as "receivedAt", q.sealed, q.opened, q.why, s.outcome, s.reason, s.settled_by as "settledBy",
  s.settled_at as "settledAt"`

/** In a provider's scope: what waits, the oldest first, then what was settled, the latest first. */
export const listQuarantine = <Fact>(tx: ReadTx, limit: number): Promise<readonly Quarantined<Fact>[]> =>
  tx.rows(sql`
    select ${columns} from attendance_quarantine q
    left join attendance_quarantine_settlement s using (municipality, fact_id)
    order by s.settled_at desc nulls first, q.received_at, q.fact_id ${limited(limit)}`)

export const findQuarantined = <Fact>(tx: ReadTx, factId: string): Promise<Quarantined<Fact> | undefined> =>
  tx.findRow(sql`
    select ${columns} from attendance_quarantine q
    left join attendance_quarantine_settlement s using (municipality, fact_id) where q.fact_id = ${factId}`)

/** Gives 0 when somebody was quicker. */
export const settleQuarantined = (
  tx: WriteTx,
  settlement: Required<{
    [K in 'factId' | 'providerId' | 'outcome' | 'reason' | 'settledBy']: NonNullable<Quarantined[K]>
  }> & { readonly settledAt: Date },
): Promise<number> => {
  const { factId, providerId, outcome, reason, settledBy, settledAt } = settlement
  return tx.run(sql`
    insert into attendance_quarantine_settlement (municipality, fact_id, provider_id, outcome, reason, settled_by, settled_at)
    values (${tx.scope.municipality}, ${factId}, ${providerId}, ${outcome}, ${reason}, ${settledBy}, ${settledAt})
    on conflict do nothing`)
}
