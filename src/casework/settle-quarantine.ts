/** A person settles what a tablet delivered that was not taken as it came: it holds, or it does not. Both are kept. */
import type { ProviderId, UserId } from '../domain/identity.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { read, write } from '../store/connection.ts'
import { findQuarantined, settleQuarantined } from '../store/quarantine.ts'
import { asItsClockSaid, type OpenedFact } from './deliver.ts'
import type { House } from './house.ts'
import type { Asking } from './perform.ts'
import { recordAttendance } from './record-attendance.ts'

export type Settlement = {
  readonly factId: string
  readonly outcome: 'accepted' | 'rejected'
  /** Why, in the words of whoever settles; it stands beside the fact. */
  readonly reason: string
}

/** Undefined when it is settled now. Accepting records the fact, and is refused where the rules still refuse it. */
export async function settleQuarantine(
  house: House,
  asking: Asking,
  by: { readonly userId: UserId; readonly provider: ProviderId },
  { factId, outcome, reason }: Settlement,
): Promise<Refusal | undefined> {
  if (reason.trim() === '') return refuse('invalid', { field: 'reason' })
  const scope = {
    municipality: asking.municipality,
    viewer: { kind: 'provider', userId: by.userId, providerId: by.provider },
  } as const
  const waiting = await read(house.db, scope, (tx) => findQuarantined<OpenedFact>(tx, factId))
  if (waiting === undefined) return refuse('notFound')
  if (waiting.outcome !== null) return refuse('alreadyDone')
  if (outcome === 'accepted') {
    if (waiting.opened === null) return refuse('sealNotOpened')
    const { fact, skewSeconds } = waiting.opened
    const clock = new Date(house.now().getTime() + skewSeconds * 1000)
    // A day that is locked by now takes a reason, and this is one.
    const [answer] = await recordAttendance(
      house,
      asking,
      [asItsClockSaid({ ...fact, text: fact.text ?? reason }, skewSeconds)],
      { deviceId: waiting.deviceId, clock },
    )
    if (answer?.outcome === 'refused') return answer.refusal
  }
  const settled = await write(house.db, scope, (tx) =>
    settleQuarantined(tx, {
      factId,
      providerId: by.provider,
      outcome,
      reason,
      settledBy: by.userId,
      settledAt: house.now(),
    }),
  )
  return settled === 0 ? refuse('alreadyDone') : undefined
}
