/**
 * A calendar as other calendars read it (RFC 5545). Times are written in UTC, worked out from the clock in Denmark on
 * the very day, so that summer time is right whatever the reader knows of time zones.
 */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'

export type CalendarEntry = {
  /** The same for the same appointment, however often it is written, and unlike any other's. */
  readonly uid: string
  readonly day: CalendarDay
  /** On the clock in Denmark, `08:30`. */
  readonly starts: string
  readonly ends: string
  readonly summary: string
  readonly location?: string | undefined
  readonly cancelled: boolean
}

export type CalendarText = {
  readonly name: string
  readonly entries: readonly CalendarEntry[]
  /** When it was made, as far as readers are told: the day's beginning, so that what has not changed is the same text. */
  readonly madeOn: CalendarDay
}

const zone = 'Europe/Copenhagen'

/** `20261125T073000Z`. A time that summer time skips is the one the clock jumps to. */
export function utcOf(day: CalendarDay, time: string): string {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
  return `${at.toInstant().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`
}

/** What has a meaning of its own in a text is escaped, and characters that may not stand there at all are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that RFC 5545 § 3.1 keeps out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n')

const mostOctets = 75
const encoder = new TextEncoder()

/** A line of at most 75 octets, and what is over on lines that begin with a space. No character is cut in two. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > mostOctets) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

function linesOf(entry: CalendarEntry, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${utcOf(entry.day, entry.starts)}`,
    `DTEND:${utcOf(entry.day, entry.ends)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    ...(entry.location === undefined ? [] : [`LOCATION:${escaped(entry.location)}`]),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SEQUENCE:${entry.cancelled ? 1 : 0}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** The whole text of the calendar, its lines ended and folded as they have to be. */
export function icalendar({ name, entries, madeOn }: CalendarText): string {
  const stamp = `${madeOn.replaceAll('-', '')}T000000Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hverdag//Kalender//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => linesOf(entry, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
