import { type CalendarDay, mondayOf } from '../../domain/time/calendar-day.ts'
import { defineMessages } from '../i18n/messages.ts'

export const weekWords = defineMessages({
  da: {
    title: (day: string) => `Ugen fra ${day}`,
    lead: 'Hvem der er ventet hvornår, efter ugeskemaerne. Siden kan skrives ud fra browseren.',
    who: 'Hvem der kommer',
    group: 'Gruppe',
    noGroup: 'Uden gruppe',
    activities: 'Aktiviteter',
    nobody: 'Ingen',
    cancelled: 'afbud',
    closed: (why: string) => `Lukket: ${why}`,
    holiday: 'helligdag',
    short: (why: string) => `Aflyst, for få medarbejdere: ${why}`,
    empty: 'Ingen er ventet i ugen. Når nogen er begyndt og har et ugeskema, står de her.',
    noSchedule: 'Mangler ugeskema',
    before: 'Ugen før',
    after: 'Ugen efter',
    now: 'Denne uge',
    unknownName: 'Navnet kan ikke vises',
  },
  en: {
    title: (day: string) => `The week from ${day}`,
    lead: 'Who is expected when, by the weekly schedules. The page can be printed from the browser.',
    who: 'Who comes',
    group: 'Group',
    noGroup: 'Without a group',
    activities: 'Activities',
    nobody: 'Nobody',
    cancelled: 'cancelled',
    closed: (why: string) => `Closed: ${why}`,
    holiday: 'public holiday',
    short: (why: string) => `Called off, too few staff: ${why}`,
    empty: 'Nobody is expected in the week. Whoever has begun and has a schedule stands here.',
    noSchedule: 'Without a schedule',
    before: 'The week before',
    after: 'The week after',
    now: 'This week',
    unknownName: 'The name cannot be shown',
  },
})

/** The page of the week that the day is in. */
export const weekHref = (day: CalendarDay, today: CalendarDay): string =>
  mondayOf(day) === mondayOf(today) ? '/tilbud/uge' : `/tilbud/uge?fra=${mondayOf(day)}`
