/** The vectors of law.md §§ 2.6–2.7 and its "Semantics decided", under Vejen's own parameters. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vejenTerms } from '../../../test/support/commands.ts'
import { addDays, type CalendarDay, daysBetween, getDay } from './calendar-day.ts'
import { type DeadlineKind, deadlineFor, deadlineKinds, presumedDelivery } from './deadline.ts'
import { findNonWorkingReason, isFridayAfterAscension } from './holidays.ts'
import { isWorkingDay, lastWorkingDay } from './working-days.ts'

const { parameters } = vejenTerms
const anyDay = fc.integer({ min: 0, max: 5_000 }).map((n) => addDays(getDay('2020-01-01'), n))
const due = (kind: DeadlineKind, from: string, channel?: 'digital' | 'paper') =>
  deadlineFor(kind, getDay(from), { parameters, channel })

describe('the citizen’s four weeks end on a day when something can be handed in', () => {
  test.each([
    ['2026-03-03', '2026-03-31', []],
    ['2026-03-05', '2026-04-07', ['publicHoliday', 'publicHoliday', 'saturday', 'sunday', 'publicHoliday']],
    ['2026-04-17', '2026-05-18', ['fridayAfterAscension', 'saturday', 'sunday']],
    ['2026-05-08', '2026-06-08', ['constitutionDay', 'saturday', 'sunday']],
    ['2026-11-26', '2026-12-28', ['christmasEve', 'publicHoliday', 'saturday', 'sunday']],
    ['2026-12-03', '2027-01-04', ['newYearsEve', 'publicHoliday', 'saturday', 'sunday']],
    ['2027-02-27', '2027-03-30', ['saturday', 'sunday', 'publicHoliday']],
  ])('received %s, complain by %s', (received, expiry, over) => {
    const deadline = due('COMPLAINT_EXPIRY', received)
    expect(deadline.due).toBe(expiry)
    const rolled = deadline.derivation.find((step) => step.step === 'rollForward')
    expect(rolled?.step === 'rollForward' ? rolled.over : []).toEqual(over)
  })
  test('without the rule of the Friday after Ascension, that Friday is the day', () => {
    const strict = { ...parameters, rollFridayAfterAscension: false }
    expect(deadlineFor('COMPLAINT_EXPIRY', getDay('2026-04-17'), { parameters: strict }).due).toBe(
      '2026-05-15',
    )
  })
})

describe('a letter on paper', () => {
  test.each([
    ['2026-03-02', '2026-03-10', '2026-04-07'],
    ['2026-03-27', '2026-04-09', '2026-05-07'],
  ])('dated %s is presumed received %s: complain by %s', (dated, received, expiry) => {
    expect(presumedDelivery(getDay(dated), parameters)).toBe(received)
    expect(due('COMPLAINT_EXPIRY', dated, 'paper').due).toBe(expiry)
  })
  test('is presumed received by the rule of the day it was sent', () => {
    const paperPresumption = [
      { validFrom: getDay('2016-01-01'), deliveryDays: 6 },
      { validFrom: getDay('2026-07-01'), deliveryDays: 8 },
    ]
    const both = { ...parameters, paperPresumption }
    expect(presumedDelivery(getDay('2026-06-29'), both)).toBe('2026-07-07')
    expect(presumedDelivery(getDay('2026-07-01'), both)).toBe('2026-07-13')
  })
})

test('received Fri 13 Nov 2026 → 6 weeks → Fri 25 Dec 2026, last working day Wed 23 Dec', () => {
  expect(due('DECISION_DUE', '2026-11-13')).toEqual({
    kind: 'DECISION_DUE',
    from: '2026-11-13',
    due: '2026-12-25',
    lastWorkingDay: '2026-12-23',
    derivation: [
      { step: 'from', day: '2026-11-13' },
      { step: 'add', amount: 6, unit: 'week', day: '2026-12-25' },
      { step: 'lastWorkingDay', day: '2026-12-23' },
    ],
  })
})

describe('each kind', () => {
  const table: Readonly<Record<DeadlineKind, readonly [from: string, due: string]>> = {
    DECISION_DUE: ['2026-11-13', '2026-12-25'],
    DELAY_NOTICE_DUE: ['2026-11-13', '2026-12-25'],
    NEW_EXPECTED_DATE: ['2027-01-23', '2027-01-23'],
    PARTY_HEARING_DUE: ['2026-12-11', '2026-12-28'],
    COMPLAINT_EXPIRY: ['2026-03-05', '2026-04-07'],
    REASSESSMENT_DUE: ['2026-03-05', '2026-04-02'],
    REMAND_DECISION_DUE: ['2027-03-01', '2027-04-12'],
    REVIEW_DUE: ['2028-02-29', '2029-02-28'],
    PROVIDER_REPORT_DUE: ['2026-12-10', '2026-11-26'],
    DEVIATION_REACTION_DUE: ['2026-12-22', '2027-01-04'],
    ABSENCE_DIALOG_DUE: ['2026-11-13', '2026-11-27'],
    START_KPI: ['2026-12-14', '2026-12-28'],
    ACCESS_DUE: ['2026-03-30', '2026-04-13'],
    GDPR_ACCESS_DUE: ['2026-01-31', '2026-02-28'],
    BREACH_DUE: ['2026-12-24', '2026-12-27'],
    DST_DUE: ['2026-11-30', '2026-12-14'],
    LOG_REVIEW_DUE: ['2026-08-31', '2027-02-28'],
    COUNCIL_MAP_DUE: ['2026-03-01', '2026-12-31'],
  }
  test.each(deadlineKinds.map((kind) => [kind, ...table[kind]] as const))(
    '%s from %s is %s',
    (kind, from, day) => {
      expect(due(kind, from).due).toBe(day)
    },
  )
})

describe('the processing time in the units that municipalities use', () => {
  test.each([
    [{ amount: 8, unit: 'week' }, '2027-01-08'],
    [{ amount: 2, unit: 'month' }, '2027-01-13'],
    [{ amount: 40, unit: 'workingDay' }, '2027-01-14'],
    [{ amount: 30, unit: 'day' }, '2026-12-13'],
  ] as const)('%o', (processingTime, day) => {
    const other = { ...parameters, processingTime }
    expect(deadlineFor('DECISION_DUE', getDay('2026-11-13'), { parameters: other }).due).toBe(day)
  })
})

const citizens: ReadonlySet<DeadlineKind> = new Set<DeadlineKind>(['COMPLAINT_EXPIRY', 'PARTY_HEARING_DUE'])
const anyKind = fc.constantFrom(...deadlineKinds)

test('a period of the citizen’s never ends on a day without work, and is never cut short', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom(...citizens),
      fc.constantFrom('digital', 'paper'),
      (from, kind, channel) => {
        const deadline = deadlineFor(kind, from, { parameters, channel })
        expect(findNonWorkingReason(deadline.due)).toBeUndefined()
        expect(isFridayAfterAscension(deadline.due)).toBe(false)
        expect(daysBetween(from, deadline.due)).toBeGreaterThanOrEqual(kind === 'COMPLAINT_EXPIRY' ? 28 : 14)
      },
    ),
  )
})

test('a deadline of the authority’s or the provider’s never rolls', () => {
  fc.assert(
    fc.property(anyDay, anyKind, (from, kind) => {
      const { derivation } = deadlineFor(kind, from, { parameters })
      if (!citizens.has(kind)) expect(derivation.some((step) => step.step === 'rollForward')).toBe(false)
    }),
  )
})

test('the last working day is the latest on or before the date, and the derivation leads to both', () => {
  fc.assert(
    fc.property(anyDay, anyKind, (from, kind) => {
      const deadline = deadlineFor(kind, from, { parameters })
      expect(deadline.lastWorkingDay).toBe(lastWorkingDay(deadline.due))
      const days = deadline.derivation.map((step) => step.day)
      expect(days.at(-1)).toBe(deadline.lastWorkingDay)
      if (!isWorkingDay(deadline.due)) expect(days.at(-2)).toBe(deadline.due)
    }),
  )
})

test('weeks are seven days each, over Easter, Christmas and changes of clocks', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, amount) => {
      const other = { ...parameters, processingTime: { amount, unit: 'week' as const } }
      const day: CalendarDay = deadlineFor('DECISION_DUE', from, { parameters: other }).due
      expect(daysBetween(from, day)).toBe(7 * amount)
    }),
  )
})

test('later received is never due earlier', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), anyKind, (from, days, kind) => {
      const [first, second] = [from, addDays(from, days)].map((d) => deadlineFor(kind, d, { parameters }).due)
      expect((first ?? '') <= (second ?? '')).toBe(true)
    }),
  )
})
