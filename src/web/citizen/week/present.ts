/** Presenter of the week: what is known of each day, in words. Pure, and tested without a browser. */
import type { Appointment, Becomes } from '../../../domain/everyday/appointments.ts'
import type { CalendarDay } from '../../../domain/time/calendar-day.ts'
import { longDay } from '../../i18n/dates.ts'
import type { Language } from '../../i18n/messages.ts'
import type { PictureName } from '../../ui/pictograms.ts'
import type { PlaceInfo, Week } from './read-week.ts'
import { weekMessages } from './words.ts'

export type TimeView = {
  readonly time: string
  readonly part: string
  readonly place: string
  /** Absent when there is none to take: the person comes by themselves, or the day is off. */
  readonly ride: string | undefined
  readonly contact: string | undefined
  /** What has become of it, when it is not just ahead. */
  readonly note: { readonly picture: PictureName; readonly text: string; readonly why?: string } | undefined
  /** Where one says that one is not coming, or takes that back. */
  readonly sayOff: { readonly href: string; readonly undo: boolean } | undefined
}

export type DayView = {
  readonly day: CalendarDay
  readonly title: string
  readonly times: readonly TimeView[]
}

type Given = { readonly language: Language; readonly today: CalendarDay }

/** “9.00”, as clocks are read aloud in Danish; “09:00” in English. */
export const clock = (time: string, language: Language): string =>
  language === 'en' ? time : time.replace(/^0/, '').replace(':', '.')

/** Today, also when nothing happens, and then each day on which something does. */
export function presentWeek(
  c: Given,
  { appointments, places }: Pick<Week, 'appointments'> & { readonly places: readonly Shown[] },
): { readonly today: DayView; readonly ahead: readonly DayView[] } {
  const t = weekMessages(c.language)
  const dayView = (day: CalendarDay): DayView => ({
    day,
    title: day === c.today ? t.today(longDay(day, c.language)) : longDay(day, c.language),
    times: appointments.filter((a) => a.day === day).map((a) => timeView(c, a, places)),
  })
  const days = [...new Set(appointments.map((a) => a.day))].filter((day) => day > c.today)
  return { today: dayView(c.today), ahead: days.map(dayView) }
}

type Shown = Pick<PlaceInfo, 'orderId' | 'name' | 'contact' | 'maySayOff'>

function timeView({ language }: Given, a: Appointment, places: readonly Shown[]): TimeView {
  const t = weekMessages(language)
  const place = places.find((p) => p.orderId === a.orderId)
  const { state } = a.becomes
  const goes = state === 'planned' || state === 'here' || state === 'gone'
  return {
    time: t.time(clock(a.starts, language), clock(a.ends, language)),
    part: t.parts[a.part],
    place: place?.name ?? '',
    ride: goes && a.transport ? t.ride : undefined,
    contact: goes && place?.contact ? t.contact(place.contact.name) : undefined,
    note: noteOf(a.becomes, language),
    sayOff:
      place?.maySayOff && (state === 'planned' || state === 'cancelled')
        ? { href: `/borger/afbud?dag=${a.day}`, undo: state === 'cancelled' }
        : undefined,
  }
}

function noteOf(becomes: Becomes, language: Language): TimeView['note'] {
  const t = weekMessages(language)
  switch (becomes.state) {
    case 'planned':
      return undefined
    case 'here':
      return { picture: 'here', text: t.here }
    case 'gone':
      return { picture: 'here', text: t.gone }
    case 'cancelled':
      return { picture: 'off', text: t.cancelled }
    case 'closed':
      return {
        picture: 'closed',
        text: t.closed[becomes.because],
        ...(becomes.words !== undefined && { why: t.closedWhy(becomes.words) }),
      }
  }
}
