/** RFC 5545, read back by a reader that follows it: lines, folds, escapes, and Danish clocks over summer time. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, getDay } from '../../domain/time/calendar-day.ts'
import { type CalendarEntry, escaped, folded, icalendar, utcOf } from './ical.ts'

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'a1@hverdag',
  day: getDay('2026-11-25'),
  starts: '09:00',
  ends: '14:30',
  summary: 'Aftale',
  cancelled: false,
  ...more,
})
const calendar = (...entries: readonly CalendarEntry[]) =>
  icalendar({ name: 'Aftaler', entries, madeOn: getDay('2026-11-24') })

/** As RFC 5545 § 3.1 says it is read: lines end in CRLF, and one that begins with a blank goes on from the one before. */
function contentLines(text: string): readonly (readonly [name: string, value: string])[] {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text
    .replaceAll('\r\n ', '')
    .slice(0, -2)
    .split('\r\n')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)])
}
const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c))
const valuesOf = (text: string, name: string): readonly string[] =>
  contentLines(text).flatMap(([n, value]) => (n === name ? [value] : []))

describe('times', () => {
  test.each([
    ['winter', '2026-11-25', '09:00', '20261125T080000Z'],
    ['summer', '2026-07-01', '09:00', '20260701T070000Z'],
    ['the day before summer time', '2027-03-27', '08:30', '20270327T073000Z'],
    ['the day summer time begins', '2027-03-28', '08:30', '20270328T063000Z'],
    ['the day summer time ends', '2026-10-25', '08:30', '20261025T073000Z'],
    ['the day before that', '2026-10-24', '08:30', '20261024T063000Z'],
    ['a time that is skipped', '2027-03-28', '02:30', '20270328T013000Z'],
    ['the last day of the year', '2026-12-31', '23:30', '20261231T223000Z'],
  ])('%s', (_, day, time, utc) => {
    expect(utcOf(getDay(day), time)).toBe(utc)
  })
  test('on every day, what stands on the clock is what was agreed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 180, max: 1439 }), (days, minute) => {
        const day = addDays(getDay('2026-01-01'), days)
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const iso = utcOf(day, time).replace(
          /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
          '$1-$2-$3T$4:$5:$6Z',
        )
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: 'Europe/Copenhagen',
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(new Date(iso))
        expect(shown).toBe(`${day} ${time}`)
      }),
    )
  })
})

describe('text', () => {
  test('commas, semicolons, backslashes and line breaks are escaped, and no property can be smuggled in', () => {
    const text = calendar(entry({ location: 'Åvej 4, 6600 Vejen; bag\\laden\r\nEND:VEVENT' }))
    expect(text).toContain('LOCATION:Åvej 4\\, 6600 Vejen\\; bag\\\\laden\\nEND:VEVENT')
    expect(valuesOf(text, 'END')).toEqual(['VEVENT', 'VCALENDAR'])
  })
  test('any text comes back as it was, on lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (location) => {
        const text = calendar(entry({ location }))
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const wanted = location
          .replace(/\r\n?/g, '\n')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: the ones that may not stand there
          .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
        expect(valuesOf(text, 'LOCATION').map(unescaped)).toEqual([wanted])
      }),
    )
  })
  test.each([
    ['75 octets stand on one line', 'a'.repeat(75), ['a'.repeat(75)]],
    ['76 do not', 'a'.repeat(76), ['a'.repeat(75), ' a']],
    ['a letter of two octets is not cut', `${'a'.repeat(74)}å`, ['a'.repeat(74), ' å']],
    ['nor a face of four', `${'a'.repeat(73)}😀`, ['a'.repeat(73), ' 😀']],
    [
      'the following lines count their blank',
      `${'a'.repeat(75)}${'b'.repeat(75)}`,
      ['a'.repeat(75), ` ${'b'.repeat(74)}`, ' b'],
    ],
  ])('%s', (_, line, lines) => {
    expect(folded(line)).toBe(lines.join('\r\n'))
  })
  test('what is plain stays plain', () => {
    expect(escaped('Aftale: kl. 9')).toBe('Aftale: kl. 9')
  })
})

test('the whole of a calendar with one appointment and one that is off', () => {
  const off = entry({ uid: 'b2@hverdag', day: getDay('2026-11-26'), cancelled: true })
  expect(calendar(entry(), off).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hverdag//Kalender//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Aftaler',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    'BEGIN:VEVENT',
    'UID:a1@hverdag',
    'DTSTAMP:20261124T000000Z',
    'DTSTART:20261125T080000Z',
    'DTEND:20261125T133000Z',
    'SUMMARY:Aftale',
    'STATUS:CONFIRMED',
    'SEQUENCE:0',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:b2@hverdag',
    'DTSTAMP:20261124T000000Z',
    'DTSTART:20261126T080000Z',
    'DTEND:20261126T133000Z',
    'SUMMARY:Aftale',
    'STATUS:CANCELLED',
    'SEQUENCE:1',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a calendar with nothing in it is a calendar', () => {
  expect(contentLines(calendar()).at(-1)).toEqual(['END', 'VCALENDAR'])
  expect(valuesOf(calendar(), 'BEGIN')).toEqual(['VCALENDAR'])
})
