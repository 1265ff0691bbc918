/** The last six weeks at the places: who came, one who often did not, one contradiction to settle, one closing day. */
import type { House } from '../casework/house.ts'
import { recordAttendance } from '../casework/record-attendance.ts'
import { recordOfferDays } from '../casework/record-offer-days.ts'
import type { NewAttendance } from '../domain/attendance/fact.ts'
import type { ProviderId } from '../domain/identity.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'
import { lastWorkingDay } from '../domain/time/working-days.ts'
import { read } from '../store/connection.ts'
import { type Expected, expectedBetween } from '../store/schedules.ts'
import { talkAboutAbsence } from './absence.ts'
import type { Cast } from './cast.ts'
import { idOf } from './chance.ts'
import { tellOfPlacements } from './reports.ts'
import { askForRights } from './rights.ts'
import { asStaff } from './scene.ts'

const daysBack = 42

/** One delivery a provider. The ids follow from the seed, so that what was broken off can be gone on with. */
export async function attend(house: House, cast: Cast, anchor: CalendarDay, seed: string): Promise<void> {
  const { municipality } = cast
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const between = { from: addDays(anchor, -daysBack), to: addDays(anchor, -1) }
  const expected = await read(house.db, scope, (tx) => expectedBetween(tx, between))
  const now = new Date(`${anchor}T05:00:00Z`)
  const providers = [...new Set(expected.map((e) => e.providerId))].sort()
  const attendAt = async (provider: ProviderId, index: number): Promise<void> => {
    let given = 0
    // What follows from the absences (an event, its command) has ids that follow from the seed too.
    const newId = () => idOf(seed, 'attendance', municipality, provider, ++given)
    const then: House = { ...house, now: () => now, newId }
    const [first, second] = cast.workersAt(provider)
    const asking = { municipality, today: anchor, ...asStaff(first) }
    const own = expected.filter((e) => e.providerId === provider)
    const facts = factsOf(own, [asStaff(first).actor, asStaff(second ?? first).actor], seed)
    // As a tablet that delivers what it has kept: each fact was recorded on its own day.
    await recordAttendance(then, asking, facts, { deviceId: idOf(seed, 'tablet', provider), clock: now })
    if (index === 0) await closeOnce(then, asking, provider, seed)
  }
  await Promise.all(providers.map(attendAt))
  const last = providers.at(-1)
  const oftenAway = oftenAwayOf(expected.filter((e) => e.providerId === last))
  const theirs = expected.find((e) => e.orderId === oftenAway)
  if (theirs) {
    await talkAboutAbsence(house, cast, anchor, seed, theirs)
    await askForRights(house, cast, anchor, seed, theirs)
  }
  const others = ordersOf(expected).flatMap(
    (id) => expected.find((e) => e.orderId === id && id !== oftenAway) ?? [],
  )
  await tellOfPlacements(house, cast, anchor, seed, others)
}

/** Who comes about every other time. */
const oftenAwayOf = (expected: readonly Expected[]) => ordersOf(expected)[0]

const ordersOf = (expected: readonly Expected[]) => [...new Set(expected.map((e) => e.orderId))].sort()

function factsOf(
  expected: readonly Expected[],
  [one, other]: readonly [NewAttendance['actor'], NewAttendance['actor']],
  seed: string,
): readonly NewAttendance[] {
  const [away, torn] = [oftenAwayOf(expected), ordersOf(expected)[1]]
  const last = expected.at(-1)?.day
  return expected.flatMap(({ orderId, day, part }, index): readonly NewAttendance[] => {
    if (part === 'afternoon') return []
    const fact = (kind: NewAttendance['kind'], hour: string, more: Partial<NewAttendance> = {}) => ({
      factId: idOf(seed, 'attendance', orderId, day, kind),
      orderId,
      day,
      kind,
      at: `${day}T${hour}:00.000Z`,
      confirmed: true,
      actor: one,
      ...more,
    })
    const nth = expected.filter((e) => e.orderId === orderId && e.day < day).length
    if (orderId === away && nth % 2 === 0)
      return nth % 4 === 0
        ? [fact('noShow', '10:00')]
        : [fact('cancelled', '07:10', { reason: 'unwilling', saidBy: 'citizen' })]
    if (index % 17 === 5) return [fact('cancelled', '07:10', { reason: 'illness', saidBy: 'residence' })]
    const came = [fact('arrived', '08:05')]
    return orderId === torn && day === last ? [...came, fact('noShow', '09:30', { actor: other })] : came
  })
}

async function closeOnce(
  house: House,
  asking: Parameters<typeof recordOfferDays>[1],
  provider: ProviderId,
  seed: string,
): Promise<void> {
  const day = lastWorkingDay(addDays(asking.today, 12))
  await recordOfferDays(house, asking, [
    {
      factId: idOf(seed, 'closed', provider),
      day,
      kind: 'closed',
      reason: 'Fælles kursusdag for medarbejderne',
      at: house.now().toISOString(),
    },
  ])
}
