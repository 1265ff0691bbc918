import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { part } from '../../../test/support/case-story.ts'
import { vejenTerms } from '../../../test/support/commands.ts'
import type { Fact } from '../case/case-file.ts'
import { CaseId } from '../identity.ts'
import { isRefusal } from '../refusal.ts'
import { getDay } from '../time/calendar-day.ts'
import { breachDeadline, breachDueAt } from '../time/deadline.ts'
import { decideOversight, isLate, type OversightCommand } from './decide.ts'
import { reviewQuestions } from './events.ts'
import { noOversight, type OversightFile, watch } from './file.ts'
import { drawSample } from './sample.ts'

const today = getDay('2026-12-10')
const now = '2026-12-10T12:00:00.000Z'
const fact = (seq: number): Fact => ({
  on: today,
  recordedOn: today,
  seq,
  actor: { kind: 'system', name: 'test' },
})

/** Runs the commands one after the other, and tells what became of the last. */
function after(...commands: readonly OversightCommand[]): string {
  const file: OversightFile = noOversight()
  let outcome = ''
  for (const [index, command] of commands.entries()) {
    const decided = decideOversight(file, command, { today, now })
    if (isRefusal(decided)) outcome = ['refused', decided.code, decided.field].filter(Boolean).join(' ')
    else {
      watch(file, fact(index + 1), decided)
      outcome = decided.type
    }
  }
  return outcome
}

const breachId = part('breach')
const breach = (knownAt = '2026-12-07T08:00:00.000Z'): OversightCommand => ({
  type: 'recordBreach',
  input: { breachId, knownAt, source: 'staff', what: 'Forkert adresse', affected: 'Én borger' },
})
const assess = (risk: 'unlikely' | 'risk' | 'highRisk'): OversightCommand => ({
  type: 'assessBreach',
  input: { breachId, risk, because: 'Brevet var åbnet.' },
})
const notify = (notifiedAt: string, lateBecause?: string): OversightCommand => ({
  type: 'notifyBreach',
  input: { breachId, notifiedAt, reference: 'DT-1', lateBecause },
})
const leave: OversightCommand = {
  type: 'leaveBreachUnnotified',
  input: { breachId, because: 'Uåbnet retur' },
}

describe('a breach', () => {
  test.each([
    ['known in the future', [breach('2026-12-10T12:00:01.000Z')], 'refused dateInFuture knownAt'],
    ['entered twice', [breach(), breach()], 'refused alreadyDone'],
    ['told in time', [breach(), notify('2026-12-10T07:59:59.000Z')], 'breachNotified'],
    [
      'told a second late, without why',
      [breach(), notify('2026-12-10T08:00:01.000Z')],
      'refused lateNeedsReason lateBecause',
    ],
    [
      'told a second late, with why',
      [breach(), notify('2026-12-10T08:00:01.000Z', 'Ferie')],
      'breachNotified',
    ],
    [
      'told before it was known',
      [breach(), notify('2026-12-07T07:00:00.000Z')],
      'refused dateBeforeFormer notifiedAt',
    ],
    ['not told, and nobody has assessed it', [breach(), leave], 'refused riskIsNotified'],
    ['not told, though there is a risk', [breach(), assess('risk'), leave], 'refused riskIsNotified'],
    ['not told, for it is unlikely to be a risk', [breach(), assess('unlikely'), leave], 'breachNotNotified'],
    [
      'told after all',
      [breach(), assess('unlikely'), leave, notify('2026-12-09T08:00:00.000Z')],
      'breachNotified',
    ],
    [
      'assessed when it is settled',
      [breach(), notify('2026-12-09T08:00:00.000Z'), assess('risk')],
      'refused alreadyDone',
    ],
    ['that is not there', [notify('2026-12-09T08:00:00.000Z')], 'refused notFound'],
  ] as const)('%s: %2$s', (_, commands, outcome) => {
    expect(after(...commands)).toBe(outcome)
  })

  test('keeps an instant: exactly 72 hours, whatever the clocks do', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (known) => {
        const knownAt = known.toISOString()
        const { dueAt, due, derivation } = breachDeadline(knownAt, vejenTerms)
        expect(Date.parse(dueAt) - Date.parse(knownAt)).toBe(72 * 3_600_000)
        expect(isLate({ knownAt }, dueAt)).toBe(false)
        expect(isLate({ knownAt }, new Date(Date.parse(dueAt) + 1).toISOString())).toBe(true)
        expect(derivation.some((step) => step.step === 'add' && step.day === due)).toBe(true)
      }),
    )
    // The clocks go back on 25 October 2026: half past eleven at night becomes half past ten.
    expect(breachDeadline('2026-10-22T21:30:00.000Z', vejenTerms).due).toBe('2026-10-25')
    expect(breachDueAt('2026-10-22T21:30:00.000Z')).toBe('2026-10-25T21:30:00.000Z')
  })
})

const ids = ['a', 'b', 'c', 'd', 'e'].map((letter) => part(letter))
const reviewId = part('review')
const draw = (size = 2): OversightCommand => ({
  type: 'drawLogReview',
  input: { reviewId, from: getDay('2026-06-01'), to: today, seed: 'frø', population: ids, size },
})
const look = (entryId: string, finding: 'asExpected' | 'unclear' = 'asExpected'): OversightCommand => ({
  type: 'reviewLook',
  input: { reviewId, entryId, finding },
})
const conclude: OversightCommand = { type: 'concludeLogReview', input: { reviewId, conclusion: 'Godt' } }
const [one = '', two = ''] = drawSample('frø', ids, 2)

describe('a review of the log', () => {
  test.each([
    ['drawn again while one is open', [draw(), draw()], 'refused reviewIsOpen'],
    [
      'of a look outside the sample',
      [draw(), look(ids.find((id) => id !== one && id !== two) ?? '')],
      'refused notFound',
    ],
    ['of one look twice', [draw(), look(one), look(one)], 'refused alreadyDone'],
    ['that finds something, without words', [draw(), look(one, 'unclear')], 'refused invalid words'],
    ['concluded halfway', [draw(), look(one), conclude], 'refused sampleNotDone'],
    ['concluded when all is looked at', [draw(), look(one), look(two), conclude], 'logReviewConcluded'],
  ] as const)('%s: %2$s', (_, commands, outcome) => {
    expect(after(...commands)).toBe(outcome)
  })
})

const caseId = CaseId.parse(part('case'))
const drawCases: OversightCommand = {
  type: 'drawCaseReview',
  input: { reviewId, seed: 's', population: [caseId], size: 5 },
}
const answers = Object.fromEntries(reviewQuestions.map((question) => [question, 'yes' as const]))
const goThrough = (given: Partial<typeof answers>): OversightCommand => ({
  type: 'reviewCase',
  input: { reviewId, caseId, answers: given },
})

test('a case of the leader’s sample is gone through when every question is answered', () => {
  const { informed: _, ...some } = answers
  const done: OversightCommand = {
    type: 'concludeCaseReview',
    input: { reviewId, findings: 'Godt', followUp: 'Intet' },
  }
  expect(after(drawCases, done)).toBe('refused sampleNotDone')
  expect(after(drawCases, goThrough(answers), done)).toBe('caseReviewConcluded')
  expect(after(drawCases, goThrough(some))).toBe('refused invalid informed')
})

test('figures and the council map are entered once, and never of a time to come', () => {
  const statistics = (month: string): OversightCommand => ({
    type: 'recordStatistics',
    input: { month, receipt: 'DST', sentOn: today },
  })
  const map = (year: number): OversightCommand => ({
    type: 'recordCouncilMap',
    input: { year, actionPlan: false, because: 'Få sager', treatedOn: today },
  })
  expect(after(statistics('2026-11'))).toBe('statisticsSent')
  expect(after(statistics('2026-11'), statistics('2026-11'))).toBe('refused alreadyDone')
  expect(after(statistics('2026-12'))).toBe('refused dateInFuture month')
  expect(after(map(2026))).toBe('councilMapTreated')
  expect(after(map(2027))).toBe('refused dateInFuture year')
})

test('a sample is the same for the same seed, whatever the order, and never holds anything twice', () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.uuid(), { maxLength: 30 }), fc.nat(40), (seed, list, size) => {
      const drawn = drawSample(seed, list, size)
      expect(drawn).toEqual(drawSample(seed, [...list].reverse(), size))
      expect(new Set(drawn).size).toBe(Math.min(size, list.length))
      expect(drawn.every((id) => list.includes(id))).toBe(true)
    }),
  )
  const list = Array.from({ length: 20 }, (_, n) => `id-${n}`)
  const times = new Map<string, number>()
  for (let n = 0; n < 2000; n += 1)
    for (const id of drawSample(`seed ${n}`, list, 2)) times.set(id, (times.get(id) ?? 0) + 1)
  // Each is drawn 200 times in the long run.
  expect(Math.min(...times.values())).toBeGreaterThan(140)
  expect(Math.max(...times.values())).toBeLessThan(260)
})
