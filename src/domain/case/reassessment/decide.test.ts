import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  assessed,
  decided,
  died,
  grant,
  happened,
  letterId,
  lookedAtAnew,
  nothingChanges,
  orderAccepted,
  ordered,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { attempt, type Doing, outcomeOf, vejenTerms } from '../../../../test/support/commands.ts'
import { completeDraft, noDepartures } from '../../../../test/support/drafts.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import { currentProceeding } from '../case-file.ts'
import type { CaseCommand } from '../commands.ts'
import { examine } from '../decision/gate.ts'
import { getCaseFile } from '../read-case.ts'
import { reassessmentBeside } from './decide.ts'
import { openReassessmentOf } from './standing.ts'

const on = '2027-03-05'
const running = [
  applied('2026-11-13'),
  assessed('2026-12-10'),
  happened('actionPlanOffered', '2026-12-10', { how: 'brev', letterId: letterId('plan-offer') }),
  happened('actionPlanAnswered', '2026-12-11', { answer: 'no', how: 'telefon' }),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const anew = [...running, lookedAtAnew('2027-03-01')]
const opening = { cause: 'followUp', because: 'Hun kan holde til færre dage.' } as const
const open: CaseCommand = { type: 'openReassessment', input: opening }
const wish = { transport: 'none', daysPerWeek: 3, start: { kind: 'soonest' } } as const
const ask = (input: object = {}): CaseCommand => ({
  type: 'askForChange',
  input: {
    channel: 'phone',
    by: 'citizen',
    applied: wish,
    because: 'Jeg vil gerne have fri onsdag og torsdag.',
    receivedOn: getDay('2027-03-04'),
    ...input,
  },
})
const conclude = (conclusion: 'unchanged' | 'takenBack'): CaseCommand => ({
  type: 'concludeReassessment',
  input: { conclusion, because: 'Dagene passer.' },
})
const asking: Doing = { on, by: asKaren }

describe('a reassessment is opened', () => {
  test('on a running placement: a new run, and what was granted stands beside it', () => {
    expect(outcomeOf(told(...running), open, { on })).toBe('reassessmentOpened')
    const file = getCaseFile(told(...anew))
    const { trigger, before, assessment, decision } = currentProceeding(file)
    expect([trigger.kind, before?.daysPerWeek, before?.provider]).toEqual(['reassessment', 5, 'kaerhoej'])
    expect([assessment, decision]).toEqual([undefined, undefined])
    expect(file.applied).toMatchObject({ daysPerWeek: 5, place: 'kaerhoej' })
  })
  test.each([
    ['before the first day', running.slice(0, -1), 'noRunningPlacement'],
    ['twice', anew, 'alreadyReassessing'],
    ['for somebody who has died', [...running, died('2027-02-01')], 'personDied'],
  ] as const)('not %s', (_, story, code) => {
    expect(outcomeOf(told(...story), open, { on })).toBe(`refused ${code}`)
  })
  test('another phase emits it beside its own event, and nothing where one is under way', () => {
    expect(reassessmentBeside(getCaseFile(told(...running)), opening)).toHaveLength(1)
    expect(reassessmentBeside(getCaseFile(told(...anew)), opening)).toEqual([])
  })
})

describe('the citizen asks for a change', () => {
  test('it is an application: a receipt, the clock of an application, measured against what was asked', () => {
    const history = attempt(told(...running), ask(), asking)
    if ('refused' in history) throw new Error(history.code)
    expect(history.slice(-2).map((event) => event.type)).toEqual(['reassessmentOpened', 'letterIssued'])
    const file = getCaseFile(history)
    expect(file.applied.daysPerWeek).toBe(3)
    expect(openReassessmentOf(file)?.trigger.on).toBe('2027-03-04')
  })
  test('not from before the decision in force, and not from tomorrow', () => {
    const from = (receivedOn: string) =>
      outcomeOf(told(...running), ask({ receivedOn: getDay(receivedOn) }), asking)
    expect(from('2026-12-13')).toBe('refused dateBeforeDecision receivedOn')
    expect(from('2027-03-06')).toBe('refused dateInFuture receivedOn')
  })
  test('the application behind the place can no longer be withdrawn or changed', () => {
    const command: CaseCommand = { type: 'withdrawApplication', input: { by: 'citizen', how: 'web' } }
    expect(outcomeOf(told(...anew), command, asking)).toBe('refused alreadyDecided')
  })
})

describe('a reassessment ends without a decision', () => {
  test('what we began ourselves when nothing changes; the former decision is the current one again', () => {
    expect(outcomeOf(told(...anew), conclude('unchanged'), { on })).toBe('reassessmentConcluded')
    const file = getCaseFile(told(...anew, nothingChanges('2027-03-03')))
    expect(currentProceeding(file).decision?.record.outcome).toBe('GRANTED')
    expect(file.proceedings).toHaveLength(2)
  })
  test('what was applied for is answered or taken back, never put aside', () => {
    const history = attempt(told(...running), ask(), asking)
    if ('refused' in history) throw new Error(history.code)
    expect(outcomeOf(history, conclude('unchanged'), { on })).toBe('refused answeredByDecision')
    expect(outcomeOf(history, conclude('takenBack'), asking)).toBe('reassessmentConcluded')
    expect(outcomeOf(told(...anew), conclude('takenBack'), asking)).toBe('refused answeredByDecision')
    expect(outcomeOf(told(...anew), conclude('unchanged'), asking)).toBe('refused notAllowed')
  })
})

describe('what is taken away', () => {
  const file = getCaseFile(
    told(
      ...anew,
      happened('caseSufficientlyInformed', '2027-03-02', { reason: 'Talt med Karen.' }),
      assessed('2027-03-02'),
    ),
  )
  const today = getDay(on)
  const examined = (draft: object) =>
    examine(
      file,
      { ...completeDraft(file, vejenTerms, today, { ...noDepartures, fewerDays: true }), ...draft },
      vejenTerms,
      today,
    )
  test('is a part refusal against what the person had, and takes effect after the notice', () => {
    expect(examined({})).toMatchObject({ outcome: 'PARTIALLY_REFUSED', missing: [] })
    const early = addDays(today, vejenTerms.parameters.changeNoticeDays - 1)
    expect(examined({ startOn: early }).missing).toEqual(['noticePeriod'])
    expect(examined({ effectiveOn: early }).missing).toEqual(['noticePeriod'])
  })
  test('without hearing, reasons or complaint guidance it is no decision', () => {
    const bare = examined({ hearing: undefined, considerations: undefined })
    expect(bare.missing).toEqual(['considerations', 'hearing'])
  })
  test('as much as before takes effect at once', () => {
    const same = completeDraft(file, vejenTerms, today)
    expect(examine(file, { ...same, effectiveOn: today, startOn: today }, vejenTerms, today)).toMatchObject({
      outcome: 'GRANTED',
      missing: [],
    })
  })
})

test('a decision replaces the one before it only when it is made', () => {
  const file = getCaseFile(
    told(...anew, decided('2027-03-05', grant({ place: { daysPerWeek: 3 } }), 'second')),
  )
  expect(openReassessmentOf(file)).toBeUndefined()
})
