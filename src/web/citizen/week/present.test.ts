import { describe, expect, test } from 'vitest'
import { part } from '../../../../test/support/case-story.ts'
import type { Appointment, Becomes } from '../../../domain/everyday/appointments.ts'
import { ProviderId } from '../../../domain/identity.ts'
import { getDay } from '../../../domain/time/calendar-day.ts'
import { entryOf } from './feed.ts'
import { clock, presentWeek } from './present.ts'

const today = getDay('2026-11-25')
const appointment = (
  day: string,
  becomes: Becomes = { state: 'planned' },
  more: Partial<Appointment> = {},
): Appointment => ({
  day: getDay(day),
  orderId: part('order'),
  providerId: ProviderId.parse('kaerhoej'),
  transport: true,
  part: 'full',
  starts: '09:00',
  ends: '14:30',
  becomes,
  ...more,
})
const place = {
  orderId: part('order'),
  name: 'Kærhøj',
  contact: { name: 'Pia Lund', phone: '12 34 56 78' },
  maySayOff: true,
}
const week = (...appointments: readonly Appointment[]) =>
  presentWeek({ language: 'da', today }, { appointments, places: [place] })
const first = (becomes: Becomes, more: Partial<Appointment> = {}) =>
  week(appointment('2026-11-25', becomes, more)).today.times[0]

test('today stands first, also when nothing happens; then each day on which something does', () => {
  const { today: now, ahead } = week(appointment('2026-11-27'), appointment('2026-11-30'))
  expect([now.title, now.times]).toEqual(['I dag, onsdag den 25. november 2026', []])
  expect(ahead.map((d) => d.title)).toEqual(['fredag den 27. november 2026', 'mandag den 30. november 2026'])
})

test('a day that is ahead: time, place, ride, contact person, and a way to say it off', () => {
  expect(first({ state: 'planned' })).toEqual({
    time: 'Klokken 9.00 til 14.30',
    part: 'Hele dagen',
    place: 'Kærhøj',
    ride: 'Du bliver kørt',
    contact: 'Pia Lund er din kontaktperson',
    note: undefined,
    sayOff: { href: '/borger/afbud?dag=2026-11-25', undo: false },
  })
})

test('without the right to it there is no ride, and without a contact person none is named', () => {
  expect(first({ state: 'planned' }, { transport: false })?.ride).toBeUndefined()
  const alone = presentWeek(
    { language: 'da', today },
    { appointments: [appointment('2026-11-25')], places: [{ ...place, contact: undefined }] },
  )
  expect(alone.today.times[0]?.contact).toBeUndefined()
})

describe('what has become of it', () => {
  test('said off: no ride, nobody waits, and it can be taken back', () => {
    expect(first({ state: 'cancelled', reason: 'illness', factIds: ['a'] })).toMatchObject({
      note: { picture: 'off', text: 'Du kommer ikke denne dag. Du har meldt afbud.' },
      ride: undefined,
      contact: undefined,
      sayOff: { href: '/borger/afbud?dag=2026-11-25', undo: true },
    })
  })
  test('the reason of an absence is not read out on the week', () => {
    expect(JSON.stringify(first({ state: 'cancelled', reason: 'hospital', factIds: [] }))).not.toMatch(
      /sygehus|hospital/i,
    )
  })
  test.each([
    ['closed', 'Tilbuddet har lukket.'],
    ['staffShortage', 'Tilbuddet har lukket. Der er for få medarbejdere.'],
    ['holiday', 'Det er en fridag. Tilbuddet har lukket.'],
  ] as const)('%s is told, and there is nothing to say off', (because, text) => {
    expect(first({ state: 'closed', because, words: 'Vandskade' })).toMatchObject({
      note: { text, why: 'De skriver: Vandskade' },
      sayOff: undefined,
      ride: undefined,
    })
  })
  test('here and home again', () => {
    expect(first({ state: 'here' })).toMatchObject({ note: { text: 'Du er kommet.' }, sayOff: undefined })
    expect(first({ state: 'gone' })?.note?.text).toBe('Du har været der i dag.')
  })
})

test('a helper who only reads is offered nothing to say off', () => {
  const { today: now } = presentWeek(
    { language: 'da', today },
    { appointments: [appointment('2026-11-25')], places: [{ ...place, maySayOff: false }] },
  )
  expect(now.times[0]?.sayOff).toBeUndefined()
})

test('two times a day stand on one day, each with its part', () => {
  const morning = appointment('2026-11-25', undefined, { part: 'morning', starts: '08:00', ends: '11:00' })
  const later = appointment('2026-11-25', undefined, { part: 'afternoon', starts: '12:30', ends: '15:00' })
  expect(week(morning, later).today.times.map((t) => `${t.time}. ${t.part}`)).toEqual([
    'Klokken 8.00 til 11.00. Om formiddagen',
    'Klokken 12.30 til 15.00. Om eftermiddagen',
  ])
})

test('clocks as they are read in each language', () => {
  expect([clock('09:05', 'da'), clock('12:30', 'let'), clock('09:05', 'en')]).toEqual([
    '9.05',
    '12.30',
    '09:05',
  ])
})

describe('an entry of the calendar', () => {
  const planned = appointment('2026-11-25')
  test('says “Aftale” and when, and nothing of who, where, what or why', () => {
    const entry = entryOf(
      appointment('2026-11-25', { state: 'cancelled', reason: 'hospital', factIds: [] }),
      undefined,
    )
    expect({ ...entry, uid: '' }).toEqual({
      uid: '',
      day: '2026-11-25',
      starts: '09:00',
      ends: '14:30',
      summary: 'Aftale',
      location: undefined,
      cancelled: true,
    })
    expect(entry.uid).toMatch(/^[0-9a-f]{32}@hverdag$/)
    expect(entry.uid).not.toContain(planned.orderId.slice(0, 8))
  })
  test('keeps its id when it is moved in the day, said off or closed, and shares it with no other', () => {
    const uid = (a: Appointment) => entryOf(a, undefined).uid
    expect(uid(appointment('2026-11-25', { state: 'closed', because: 'holiday' }, { starts: '10:00' }))).toBe(
      uid(planned),
    )
    const others = [
      appointment('2026-11-26'),
      appointment('2026-11-25', undefined, { part: 'morning' }),
      appointment('2026-11-25', undefined, { orderId: part('second') }),
    ]
    expect(new Set([planned, ...others].map(uid)).size).toBe(4)
  })
  test('a closed day is off, and a day one is at is not', () => {
    const off = (becomes: Becomes) => entryOf(appointment('2026-11-25', becomes), undefined).cancelled
    expect([
      off({ state: 'closed', because: 'closed' }),
      off({ state: 'here' }),
      off({ state: 'planned' }),
    ]).toEqual([true, false, false])
  })
})
