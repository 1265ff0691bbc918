/** A day at an offer with two tablets on a bad network: what they record, and what becomes of each delivery. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Ground, Placement } from '../../src/domain/attendance/admit.ts'
import {
  type AttendanceKind,
  absenceReasons,
  informants,
  type NewAttendance,
  skewOf,
} from '../../src/domain/attendance/fact.ts'
import type { Taken } from '../../src/domain/attendance/take-in.ts'
import { CaseId, PartId, PersonId, ProviderId, UserId } from '../../src/domain/identity.ts'
import { copenhagenDay, getDay } from '../../src/domain/time/calendar-day.ts'

export const placedAt: Placement & { readonly orderId: PartId } = {
  orderId: PartId.parse(randomUUID()),
  caseId: CaseId.parse(randomUUID()),
  personId: PersonId.parse(randomUUID()),
  providerId: ProviderId.parse('kaerhoej'),
  startedOn: getDay('2026-11-02'),
}
const today = getDay('2026-11-25')
const morning = Date.parse('2026-11-25T07:00:00.000Z')
const staff = { kind: 'staff', userId: UserId.parse(randomUUID()), role: 'providerStaff' } as const

type Tablet = { readonly skewSeconds: number; readonly facts: readonly NewAttendance[] }
/** What happens to one delivery: `lost` on the way there, `unanswered` after it was kept, `late` behind the next, or `twice`. */
type Mishap = 'lost' | 'unanswered' | 'late' | 'twice' | 'none'

export type Evening = {
  readonly tablets: readonly Tablet[]
  readonly mishaps: readonly Mishap[]
  /** How many facts a delivery takes along. */
  readonly batch: number
}

const drawn = fc.record({
  factId: fc.uuid({ version: 4 }),
  kind: fc.constantFrom<AttendanceKind>(
    'arrived',
    'left',
    'cancelled',
    'noShow',
    'late',
    'undone',
    'settled',
  ),
  minute: fc.nat(420),
  target: fc.nat(20),
  reason: fc.constantFrom(...absenceReasons),
  saidBy: fc.constantFrom(...informants),
  tablet: fc.nat(1),
})

export const anyEvening: fc.Arbitrary<Evening> = fc
  .record({
    drawn: fc.uniqueArray(drawn, { minLength: 1, maxLength: 14, selector: (d) => d.factId }),
    skews: fc.tuple(...[0, 1].map(() => fc.constantFrom(0, 0, 30, 7200, 3 * 86_400, -3 * 86_400))),
    mishaps: fc.array(fc.constantFrom<Mishap>('lost', 'unanswered', 'late', 'twice', 'none'), {
      maxLength: 25,
    }),
    batch: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ drawn, skews, mishaps, batch }) => ({
    mishaps,
    batch,
    tablets: skews.map((skewSeconds, index) => ({
      skewSeconds,
      facts: drawn
        .filter((d) => d.tablet === index)
        .map(({ factId, kind, minute, target, reason, saidBy }): NewAttendance => {
          // The tablet writes down the day and the time that its own clock shows.
          const at = new Date(morning + minute * 60_000 + skewSeconds * 1000)
          const refersTo = drawn[target % drawn.length]?.factId ?? factId
          return {
            factId,
            orderId: placedAt.orderId,
            day: copenhagenDay(at),
            kind,
            at: at.toISOString(),
            confirmed: true,
            ...(kind === 'cancelled' && { reason, saidBy }),
            ...(kind === 'late' && { lateBy: 'transport' as const }),
            ...((kind === 'undone' || kind === 'settled') && { refersTo }),
            ...(kind === 'settled' && { setsAside: drawn.slice(0, 2).map((d) => d.factId) }),
          }
        }),
    })),
  }))

export type Delivery = {
  readonly facts: readonly NewAttendance[]
  readonly clock: Date
  readonly now: Date
  readonly ground: Omit<Ground, 'recorder'>
}

/**
 * Lives through it: each tablet keeps what it recorded until the server has answered for it, and sends it again until
 * then. A delivery that came late is one that the tablet has given up on and sent again.
 */
export async function live(
  { tablets, mishaps, batch }: Evening,
  deliver: (delivery: Delivery) => Promise<readonly Pick<Taken, 'factId' | 'outcome'>[]>,
): Promise<void> {
  const waiting = tablets.map((t) => ({ ...t, queue: [...t.facts] }))
  const underWay: Delivery[] = []
  const left = [...mishaps]
  let minute = 0
  while (waiting.some((t) => t.queue.length > 0) || underWay.length > 0) {
    const tablet = waiting[minute % waiting.length]
    minute += 1
    if (tablet === undefined || tablet.queue.length === 0) {
      const late = underWay.shift()
      if (late) await deliver(late)
      continue
    }
    const now = new Date(morning + (421 + minute) * 60_000)
    const clock = new Date(now.getTime() + tablet.skewSeconds * 1000)
    const delivery: Delivery = {
      facts: tablet.queue.slice(0, batch),
      clock,
      now,
      ground: {
        today,
        now,
        lockDays: 3,
        skewSeconds: skewOf(clock, now),
        actor: staff,
      },
    }
    const mishap = left.shift() ?? 'none'
    if (mishap === 'lost') continue
    if (mishap === 'late') {
      underWay.push(delivery)
      continue
    }
    if (mishap === 'twice') await deliver(delivery)
    const answers = await deliver(delivery)
    // Kept, and the answer did not come: the tablet knows nothing of it.
    if (mishap === 'unanswered') continue
    const done = new Set(answers.flatMap((a) => (a.outcome === 'refused' ? [] : [a.factId])))
    if (done.size < delivery.facts.length) throw new Error('the server refused what it has to take')
    tablet.queue = tablet.queue.filter((f) => !done.has(f.factId))
  }
}
