/** Applied ‖ Granted: the table of law.md ("Semantics decided"), row by row. The outcome is computed, never chosen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProviderId } from '../../identity.ts'
import { getDay } from '../../time/calendar-day.ts'
import { Applied } from '../application/wishes.ts'
import { compare, comparisonTable, type Granted, outcomeOf } from './comparison.ts'

const kaerhoej = ProviderId.parse('kaerhoej')
const noerrevang = ProviderId.parse('noerrevang')
const monday = getDay('2027-01-04')

const wished = (more: Partial<Applied> = {}): Applied =>
  Applied.parse({ transport: 'transport', start: { kind: 'soonest' }, ...more })
const given = (more: Partial<Granted> = {}): Granted => ({
  daysPerWeek: 5,
  provider: kaerhoej,
  transport: true,
  startOn: monday,
  ...more,
})
const from = (day: string) => ({ kind: 'from' as const, day: getDay(day) })

type Row = readonly [
  string,
  Partial<Applied>,
  Partial<Granted>,
  unfavourable: string | undefined,
  agreed?: true,
]
const rows: readonly Row[] = [
  ['as many days as applied for', { daysPerWeek: 3 }, { daysPerWeek: 3 }, undefined],
  ['fewer days than applied for', { daysPerWeek: 4 }, { daysPerWeek: 3 }, 'days'],
  ['more days, and nobody asked', { daysPerWeek: 3 }, { daysPerWeek: 5 }, 'days'],
  ['more days, with a dated yes', { daysPerWeek: 3 }, { daysPerWeek: 5 }, undefined, true],
  ['no extent named is five days: five', {}, { daysPerWeek: 5 }, undefined],
  ['no extent named is five days: four', {}, { daysPerWeek: 4 }, 'days'],
  ['fewer hours than applied for', { hoursPerWeek: 30 }, { hoursPerWeek: 20 }, 'hours'],
  ['more hours, and nobody asked', { hoursPerWeek: 20 }, { hoursPerWeek: 30 }, 'hours'],
  ['more hours, with a dated yes', { hoursPerWeek: 20 }, { hoursPerWeek: 30 }, undefined, true],
  ['as many hours as applied for', { hoursPerWeek: 20 }, { hoursPerWeek: 20 }, undefined],
  ['hours where none were named', {}, { hoursPerWeek: 20 }, undefined],
  ['the place wished for', { place: kaerhoej }, { provider: kaerhoej }, undefined],
  ['another place than wished for', { place: noerrevang }, { provider: kaerhoej }, 'provider'],
  ['no wish for a place', {}, { provider: noerrevang }, undefined],
  ['a place of one’s own words', { placeInWords: 'Solgården i Brørup' }, {}, 'provider'],
  ['transport applied for and not granted', { transport: 'transport' }, { transport: false }, 'transport'],
  ['transport not applied for and not granted', { transport: 'none' }, { transport: false }, undefined],
  ['transport not applied for and granted', { transport: 'none' }, { transport: true }, undefined],
  ['“do not know” whether transport', { transport: 'unknown' }, { transport: false }, undefined],
  ['later than a named date', { start: from('2026-12-28') }, { startOn: monday }, 'start'],
  ['on a named date', { start: from('2027-01-04') }, { startOn: monday }, undefined],
  ['as soon as possible, whenever that is', {}, { startOn: getDay('2027-06-01') }, undefined],
  ['an end date that was not asked for', {}, { endOn: getDay('2027-06-30') }, 'period'],
  ['the end date asked for', { until: getDay('2027-06-30') }, { endOn: getDay('2027-06-30') }, undefined],
  ['an earlier end date', { until: getDay('2027-06-30') }, { endOn: getDay('2027-05-31') }, 'period'],
  ['no end, though one was asked for', { until: getDay('2027-06-30') }, {}, undefined],
]

describe('each element', () => {
  test.each(rows.map((row) => [row[0], row] as const))(
    '%s',
    (_, [, applied, granted, unfavourable, agreed]) => {
      const comparison = compare(wished(applied), given(granted), {
        defaultDays: 5,
        agreedToMore: agreed ?? false,
      })
      const against = comparison.filter((row) => row.unfavourable).map((row) => row.element)
      expect(against).toEqual(unfavourable ? [unfavourable] : [])
      expect(outcomeOf(comparison)).toBe(unfavourable ? 'PARTIALLY_REFUSED' : 'GRANTED')
    },
  )

  test('of the table has a row that favours and one that does not', () => {
    const unfavourable = new Set(rows.map((row) => row[3]))
    for (const { element } of comparisonTable) expect(unfavourable).toContain(element)
  })
})

test('no place at all is a refusal, whatever was applied for', () => {
  const comparison = compare(wished({ daysPerWeek: 2 }), undefined, { defaultDays: 5, agreedToMore: true })
  expect(outcomeOf(comparison)).toBe('REFUSED')
  expect(comparison.filter((row) => row.unfavourable).map((row) => row.element)).toEqual(['place'])
})

test('any one unfavourable element is enough for a part refusal, and none is a full grant', () => {
  fc.assert(
    fc.property(fc.subarray([...rows], { minLength: 1 }), (picked) => {
      const applied = wished(Object.assign({}, ...picked.map((row) => row[1])))
      const granted = given(Object.assign({}, ...picked.map((row) => row[2])))
      const comparison = compare(applied, granted, { defaultDays: 5, agreedToMore: false })
      const expected = comparison.some((row) => row.unfavourable) ? 'PARTIALLY_REFUSED' : 'GRANTED'
      expect(outcomeOf(comparison)).toBe(expected)
      expect(comparison.map((row) => row.element)).toEqual([
        'place',
        ...comparisonTable.map((r) => r.element),
      ])
    }),
  )
})
