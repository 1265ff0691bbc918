/** Facts about a day, made up: each with an id of its own. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import {
  type AttendanceFact,
  type AttendanceKind,
  absenceReasons,
  dayParts,
  informants,
} from '../../src/domain/attendance/fact.ts'
import { CaseId, PartId, PersonId, ProviderId, UserId } from '../../src/domain/identity.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'

const wednesday = getDay('2026-11-25')
const who = {
  orderId: PartId.parse(randomUUID()),
  caseId: CaseId.parse(randomUUID()),
  personId: PersonId.parse(randomUUID()),
  providerId: ProviderId.parse('kaerhoej'),
}
const userId = UserId.parse(randomUUID())

/** A fact of Wednesday 25 November 2026, at eight unless told. */
export const fact = (kind: AttendanceKind, more: Partial<AttendanceFact> = {}): AttendanceFact => ({
  factId: randomUUID(),
  ...who,
  day: wednesday,
  kind,
  at: '2026-11-25T08:00:00.000Z',
  skewSeconds: 0,
  recordedAt: '2026-11-25T08:00:01.000Z',
  recordedOn: wednesday,
  actor: { kind: 'staff', userId, role: 'providerStaff' },
  confirmed: true,
  ...more,
})

const skew = fc.constantFrom(0, 0, 0, 3 * 86_400, -7200)
const minutes = fc.integer({ min: 0, max: 600 })

/** Anything that could be recorded about one day: taken back, settled and contradicted as it may be. */
export const anyDayOfFacts: fc.Arbitrary<readonly AttendanceFact[]> = fc
  .uniqueArray(
    fc.record({
      factId: fc.uuid(),
      kind: fc.constantFrom<AttendanceKind>(
        'arrived',
        'left',
        'cancelled',
        'noShow',
        'late',
        'undone',
        'settled',
      ),
      minutes,
      skewSeconds: skew,
      reason: fc.constantFrom(...absenceReasons),
      saidBy: fc.constantFrom(...informants),
      lateBy: fc.constantFrom('transport' as const, 'own' as const),
      part: fc.constantFrom(undefined, ...dayParts),
      target: fc.nat(11),
      aside: fc.array(fc.nat(11), { maxLength: 3 }),
      confirmed: fc.boolean(),
    }),
    { maxLength: 12, selector: (drawn) => drawn.factId },
  )
  .map((drawn) =>
    drawn.map(({ kind, minutes, target, aside, ...d }): AttendanceFact => {
      const idAt = (n: number) => drawn[n % drawn.length]?.factId ?? d.factId
      const real = Date.parse('2026-11-25T06:00:00.000Z') + minutes * 60_000
      return fact(kind, {
        factId: d.factId,
        at: new Date(real + d.skewSeconds * 1000).toISOString(),
        skewSeconds: d.skewSeconds,
        confirmed: d.confirmed,
        ...(d.part && { part: d.part }),
        ...(kind === 'cancelled' && { reason: d.reason, saidBy: d.saidBy }),
        ...(kind === 'late' && { lateBy: d.lateBy }),
        ...((kind === 'undone' || kind === 'settled') && { refersTo: idAt(target) }),
        ...(kind === 'settled' && { setsAside: aside.map(idAt) }),
      })
    }),
  )
