/** What the buttons of the day do: each press is a fact with the form's own id, so that pressed twice it is one. */
import { recordAttendance } from '../../../casework/record-attendance.ts'
import { recordRide, rideOfDelay } from '../../../casework/record-rides.ts'
import { settlementFor } from '../../../domain/attendance/day.ts'
import { NewAttendance } from '../../../domain/attendance/fact.ts'
import { againstArrival } from '../../../domain/device/press.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { findDay } from '../../../domain/time/calendar-day.ts'
import type { NewRideFact } from '../../../domain/transport/fact.ts'
import { refusalInWords } from '../../i18n/refusals.ts'
import type { PageContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { idFrom } from '../../platform/id-from.ts'
import { seeOther } from '../../platform/respond.tsx'
import { showDay } from './day-page.tsx'
import { type DayRead, type DayRow, dayHref, listOf, readDay } from './read-day.ts'
import { dayWords } from './words.ts'

type Typed = Readonly<Record<string, unknown>>

export async function actOnDay(c: PageContext): Promise<Response> {
  const day = findDay(c.parameter('day'))
  const read = day && (await readDay(c, day, 'provider.day.post'))
  if (day === undefined || read === undefined) return errorPage(c, 404)
  const commandId = c.form.commandId ?? c.house.newId()
  const typed = c.form.text('alle') === undefined ? oneOf(c, read, commandId) : everybody(c, read, commandId)
  const facts = typed.flatMap((fact) => {
    const parsed = NewAttendance.safeParse({ ...fact, day, at: c.house.now().toISOString() })
    return parsed.success ? [parsed.data] : []
  })
  if (typed.length > facts.length || (typed.length === 0 && c.form.text('alle') === undefined))
    return showDay(c, day, { errors: { [fieldOf(c)]: dayWords(c.language).needChoice } })
  const ride = await rideIn(c, facts)
  const done = ride && (await recordRide(c.house, c.asking, ride, facts[0]?.text))
  const answers = ride ? [] : await recordAttendance(c.house, c.asking, facts)
  const refused = isRefusal(done)
    ? done
    : answers.flatMap((a) => (a.outcome === 'refused' ? [a.refusal] : []))[0]
  if (refused)
    return showDay(c, day, {
      errors: {
        [refused.code === 'dayIsLocked' ? `text-${c.form.text('order')}` : fieldOf(c)]: refusalInWords(
          refused,
          c.language,
        ),
      },
    })
  const told = answers.some((a) => a.outcome === 'stored' && a.told.includes('placementOver'))
  const order = c.form.text('order')
  return seeOther(`${dayHref(day, c.today)}${told ? '?ophoert=1' : ''}${order ? `#r-${order}` : ''}`)
}

/** What was written about the ride is a fact of the ride too, and nobody writes it twice. */
async function rideIn(c: PageContext, facts: readonly NewAttendance[]): Promise<NewRideFact | undefined> {
  const [fact, ...more] = facts
  if (fact === undefined || more.length > 0) return undefined
  return rideOfDelay(c.house, c.asking, fact, c.form.text('kind') === 'rideNoShow' ? 'noShow' : 'late')
}

const fieldOf = (c: PageContext): string => `reason-${c.form.text('order') ?? ''}`

/** “All expected are here”: whoever is expected in the group now, and of whom nothing else has been said. */
function everybody(c: PageContext, { rows }: DayRead, commandId: string): readonly Typed[] {
  const group = c.form.text('alle')
  return rows
    .filter((row) => listOf(row) === 'expected' && (row.times[0]?.groupId ?? 'ingen') === group)
    .map(({ order }) => ({
      factId: idFrom(commandId, order.orderId),
      orderId: order.orderId,
      kind: 'arrived',
    }))
}

function oneOf(c: PageContext, { rows }: DayRead, commandId: string): readonly Typed[] {
  const orderId = c.form.text('order')
  const row = rows.find((r) => r.order.orderId === orderId)
  if (orderId === undefined || row === undefined)
    return orderId === undefined
      ? []
      : [{ factId: commandId, orderId, kind: c.form.text('kind') ?? 'arrived' }]
  const text = c.form.text(`text-${orderId}`)
  const fact = (kind: string, more: Typed = {}): Typed => ({
    factId: commandId,
    orderId,
    kind,
    ...(text && { text }),
    ...more,
  })
  const undo = c.form.text('undo')
  if (undo) return [fact('undone', { refersTo: undo })]
  const settle = c.form.text('settle')
  if (settle) return settled(row, settle, commandId, fact)
  switch (c.form.text('kind')) {
    case 'arrived':
    case 'left':
      return came(row, c.form.text('kind') ?? 'arrived', commandId, fact)
    case 'noShow':
      return [fact('noShow')]
    case 'rideLate':
    case 'rideNoShow':
      return [fact('late', { lateBy: 'transport' })]
    case 'ownLate':
      return [fact('late', { lateBy: 'own' })]
    case 'cancelled':
      return [
        fact('cancelled', {
          reason: c.form.text(`reason-${orderId}`),
          saidBy: c.form.text(`saidBy-${orderId}`),
        }),
      ]
    default:
      return []
  }
}

type MakeFact = (kind: string, more?: Typed) => Typed

/** Who presses “has arrived” beside “no-show” has seen that, and says that it does not hold. */
function came(row: DayRow, kind: string, commandId: string, fact: MakeFact): readonly Typed[] {
  const arrived = fact(kind)
  const against = againstArrival(row.day)
  if (against.length === 0) return [arrived]
  return [
    arrived,
    fact('settled', {
      factId: idFrom(commandId, 'settled'),
      refersTo: commandId,
      setsAside: [...against],
    }),
  ]
}

function settled(row: DayRow, holds: string, commandId: string, fact: MakeFact): readonly Typed[] {
  const one = row.day.contradictions.find((f) => f.factId === holds)
  if (one === undefined) return []
  const { setsAside, takesBack } = settlementFor(row.day, one)
  return [
    ...takesBack.map((refersTo) => fact('undone', { factId: idFrom(commandId, refersTo), refersTo })),
    fact('settled', { refersTo: holds, setsAside }),
  ]
}
