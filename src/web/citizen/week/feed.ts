/**
 * The citizen's days for their own calendar, at a secret address. Whoever has the address reads it, so that nothing stands
 * in it but that there is an appointment, and when: no name, no kind of place, nothing of health. The place itself only
 * where the citizen has chosen so.
 */
import { createHash } from 'node:crypto'
import { weekAhead } from '../../../casework/week-ahead.ts'
import type { Appointment } from '../../../domain/everyday/appointments.ts'
import { addDays, type CalendarDay } from '../../../domain/time/calendar-day.ts'
import { type CalendarEntry, icalendar } from '../../../exchange/calendar/ical.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { findFeed } from '../../../store/calendar-feeds.ts'
import { read } from '../../../store/connection.ts'
import { findPerson } from '../../../store/persons.ts'
import type { PublicContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'

/** What was is kept for a while, and what comes as far as a week can be planned. */
const daysBack = 14
const daysOn = 84

/** The same for the same appointment, and telling nothing of it. */
const uidOf = ({ orderId, day, part }: Appointment): string =>
  `${createHash('sha256').update(`${orderId} ${day} ${part}`).digest('hex').slice(0, 32)}@hverdag`

export const entryOf = (appointment: Appointment, location: string | undefined): CalendarEntry => ({
  uid: uidOf(appointment),
  day: appointment.day,
  starts: appointment.starts,
  ends: appointment.ends,
  summary: 'Aftale',
  location,
  cancelled: appointment.becomes.state === 'cancelled' || appointment.becomes.state === 'closed',
})

/** `null` when the secret leads to nobody: wrong, ended, renewed, or the person has died. */
export async function findCalendar(
  c: Pick<PublicContext, 'house' | 'municipality' | 'today'>,
  token: string,
): Promise<string | null> {
  const municipality = c.municipality.code
  const feed = await read(c.house.db, { municipality, viewer: { kind: 'system' } }, async (tx) => {
    const found = await findFeed(tx, token)
    const person = found && (await findPerson(tx, found.personId))
    return person?.diedOn ? undefined : found
  })
  if (feed === undefined) return null
  const { personId } = feed
  const days = { from: addDays(c.today, -daysBack), to: addDays(c.today, daysOn) }
  // With the person's own eyes: the address gives no more than their own page.
  const { appointments } = await read(
    c.house.db,
    { municipality, viewer: { kind: 'citizen', personId } },
    (tx) => weekAhead(tx, personId, days),
  )
  const { providers } = currentStandard(c.municipality)
  const placeOf = ({ providerId }: Appointment): string | undefined => {
    const provider = providers.find((p) => p.id === providerId)
    return feed.showsPlace ? (provider?.address?.join(', ') ?? provider?.name) : undefined
  }
  return icalendar({
    name: 'Aftaler',
    entries: appointments.map((a) => entryOf(a, placeOf(a))),
    madeOn: monthOf(c.today),
  })
}

/** Told as made at the month's beginning: what has not changed is the same text, and need not be sent again. */
const monthOf = (day: CalendarDay): CalendarDay => addDays(day, 1 - Number(day.slice(8)))

/** `/kalender/….ics`, for programs: no log-in, no page, and one answer for every secret that leads nowhere. */
export async function calendarFeed(c: PublicContext): Promise<Response> {
  const [, token] = /^([A-Za-z0-9_-]{43})\.ics$/.exec(c.parameter('token')) ?? []
  const text = token === undefined ? null : await findCalendar(c, token)
  if (text === null) return errorPage(c, 404)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="aftaler.ics"',
      'Cache-Control': 'private, max-age=900',
      'X-Robots-Tag': 'noindex',
      // The address is the key: it goes along to nobody.
      'Referrer-Policy': 'no-referrer',
    },
  })
}
