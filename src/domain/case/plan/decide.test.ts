import { expect, test } from 'vitest'
import { applied, happened, told, withdrawn } from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2026-11-26'
const start = applied('2026-11-13')
const offered = happened('actionPlanOffered', '2026-11-20', { how: 'samtale' })
const said = (answer: 'yes' | 'no') =>
  happened('actionPlanAnswered', '2026-11-24', { answer, how: 'samtale' })
const offer = (byLetter: boolean, day: string = on): CaseCommand => ({
  type: 'offerActionPlan',
  input: { how: 'samtale', byLetter, offeredOn: getDay(day) },
})
const answer: CaseCommand = { type: 'answerActionPlan', input: { answer: 'later', how: 'samtale' } }
const goals = [{ text: 'At bage selv', aim: 'improve' as const, towards: 'personalSkills' as const }]
const setGoals: CaseCommand = { type: 'setGoals', input: { goals } }
const plan: CaseCommand = {
  type: 'makeActionPlan',
  input: {
    purpose: 'Hverdag',
    intervention: 'Værksted',
    expectedDuration: 'To år',
    otherMatters: 'Bolig',
    goals,
  },
}

test.each<readonly [string, ReturnType<typeof told>, CaseCommand, string]>([
  ['offered in conversation', told(start), offer(false), 'actionPlanOffered'],
  ['offered by letter', told(start), offer(true), 'actionPlanOffered letterIssued'],
  ['offered tomorrow', told(start), offer(false, '2026-11-27'), 'refused dateInFuture offeredOn'],
  ['offered after withdrawal', told(start, withdrawn('2026-11-20')), offer(false), 'refused caseWithdrawn'],
  ['answered', told(start, offered), answer, 'actionPlanAnswered'],
  ['answered before it was offered', told(start), answer, 'refused notFound answer'],
  ['made after a yes', told(start, offered, said('yes')), plan, 'actionPlanMade'],
  ['made after a no', told(start, offered, said('no')), plan, 'refused needsConsent'],
  ['made unasked', told(start, offered), plan, 'refused needsConsent'],
  ['declined, and the goals are set without it', told(start, offered, said('no')), setGoals, 'goalsSet'],
])('the plan is %s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on })).toBe(outcome)
})

test('a goal that is written again keeps its identity', () => {
  const first = act(told(start), setGoals, { on })
  const [goal] = getCaseFile(first).goals
  if (goal === undefined) throw new Error('no goal was set')
  const second = act(
    first,
    { type: 'setGoals', input: { goals: [{ ...goal, text: 'At bage brød' }, ...goals] } },
    { on },
  )
  const [same, other] = getCaseFile(second).goals
  expect(same).toEqual({ ...goal, text: 'At bage brød' })
  expect(other?.goalId).not.toBe(goal.goalId)
})
