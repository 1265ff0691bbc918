import { expect, test } from 'vitest'
import {
  applied,
  assessed,
  complained,
  decided,
  followed,
  followedUp,
  followUpAskedFor,
  happened,
  meetingCalled,
  orderAccepted,
  ordered,
  part,
  planMade,
  providerReported,
  reportAnswered,
  reported,
  started,
  told,
  toldMore,
} from '../../../../test/support/case-story.ts'
import { getCaseFile } from '../read-case.ts'
import { papersOf } from './papers.ts'

const story = told(
  applied('2026-11-13'),
  assessed('2026-12-10'),
  decided('2026-12-14'),
  complained('2026-12-15'),
  toldMore('2026-12-16'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
  planMade('2027-01-11'),
  planMade('2027-01-18', { because: 'Køkkenet er lukket.' }, 'plan-2'),
  followed('2027-01-25', undefined, {
    words: 'Hun rørte dejen selv.',
    voice: { kind: 'said', words: 'Det er sjovt.' },
  }),
  providerReported('2027-02-22'),
  reportAnswered('2027-02-24'),
  followUpAskedFor('2027-03-01'),
  meetingCalled('2027-03-02', '2027-03-30'),
  happened('meetingPrepared', '2027-03-10', {
    meetingId: part('meeting'),
    answers: [{ question: 'goesWell', words: 'Køkkenet.' }],
  }),
  reported('2027-03-16'),
  followedUp('2027-03-30'),
)
const papers = papersOf(getCaseFile(story))

test('the whole case is all that was written in it, also of the everyday, of complaints and of follow-up', () => {
  const kinds = papers.map(({ kind }) => kind)
  for (const kind of [
    'application',
    'assessment',
    'complaint',
    'interventionPlan',
    'goalFollowed',
    'providerReport',
    'reportAnswer',
    'followUpWish',
    'meetingPreparation',
    'statusReport',
    'followUp',
  ] as const)
    expect(kinds).toContain(kind)
  const all = papers.flatMap(({ text }) => text).join('\n')
  for (const words of [
    'Jeg kan godt klare fem dage.',
    'Det er onsdagen, der er for lang.',
    'Køkkenet er lukket.',
    'Det er sjovt.',
    'Fire dage i stedet for fem.',
    'Vi ringer til Karen på mandag.',
    'Køkkenet.',
    'Jeg kan godt lide at bage.',
    'Vi talte om dagene, om køkkenet og om vejen hjem.',
  ])
    expect(all).toContain(words)
})

test('the oldest stands first, and no paper stands twice', () => {
  expect(papers.map(({ on }) => on)).toEqual(papers.map(({ on }) => on).sort())
  expect(new Set(papers.map(({ key }) => key)).size).toBe(papers.length)
  // Every version of the plan is a paper of its own.
  expect(papers.filter(({ kind }) => kind === 'interventionPlan')).toHaveLength(2)
})

test('plans and goals that others took the place of are papers too, each under its own name', () => {
  const goal = (text: string) =>
    ({ goalId: part(text), text, aim: 'improve', towards: 'livingConditions' }) as const
  const plan = { purpose: 'At komme ud', intervention: 'Ture i byen', otherMatters: 'Ingen' }
  const written = told(
    applied('2026-11-13'),
    happened('goalsSet', '2026-12-01', { goals: [goal('Gå en tur')] }),
    happened('actionPlanMade', '2026-12-02', {
      ...plan,
      expectedDuration: 'Et år',
      goals: [goal('Gå to ture')],
    }),
    happened('actionPlanMade', '2026-12-03', {
      ...plan,
      expectedDuration: 'To år',
      goals: [goal('Gå tre ture')],
    }),
  )
  const found = papersOf(getCaseFile(written)).filter(({ kind }) => kind === 'plan' || kind === 'goals')
  expect(found.map(({ kind, text }) => [kind, text.at(-1)])).toEqual([
    ['goals', 'Gå en tur'],
    ['plan', 'Gå to ture'],
    ['plan', 'Gå tre ture'],
  ])
})
