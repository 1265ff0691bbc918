import { describe, expect, test } from 'vitest'
import {
  accessAsked,
  accessDelayed,
  accessGiven,
  applied,
  asKaren,
  asLeader,
  died,
  document,
  happened,
  lookAsked,
  noted,
  part,
  saidWrong,
  told,
} from '../../../../test/support/case-story.ts'
import { outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'
import { papersOf } from './papers.ts'

const start = told(applied('2026-11-13'), noted('2026-11-16'))
const asked = told(applied('2026-11-13'), noted('2026-11-16'), accessAsked('2026-11-18'))
const requestId = part('access')
const keysOf = (history: typeof start) => papersOf(getCaseFile(history)).map((p) => p.key)
const leftOut = (key: string) =>
  ({
    key,
    title: 'Et papir',
    ground: 'otherPersons',
    because: 'Om en nabo',
    openness: 'Kan ikke deles',
  }) as const

const ask = (more: object = {}): CaseCommand => ({
  type: 'requestAccess',
  input: { rights: ['fileAccess'], whole: true, channel: 'web', ...more },
})
const answer = (more: object = {}): CaseCommand => ({
  type: 'answerAccess',
  input: { requestId, given: keysOf(asked), left: [], file: document('file'), ...more },
})
const later = (expectedOn: string): CaseCommand => ({
  type: 'tellAccessDelay',
  input: { requestId, because: 'Mange papirer', expectedOn: getDay(expectedOn) },
})

describe('asking to see the papers', () => {
  test.each([
    ['by the citizen', start, ask(), 'accessRequested'],
    [
      'of a closed case',
      told(applied('2026-11-13'), happened('caseClosed', '2026-11-17', { reason: 'ended' })),
      ask(),
      'accessRequested',
    ],
    ['of parts, without saying which', start, ask({ whole: false }), 'refused invalid what'],
    ['of parts, in their own words', start, ask({ whole: false, what: 'Lægens brev' }), 'accessRequested'],
    ['when she has died', told(applied('2026-11-13'), died('2026-11-17')), ask(), 'refused personDied'],
  ] as const)('%s: %4$s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on: '2026-11-18', by: asKaren })).toBe(outcome)
  })
  test('by phone counts from the day she called, and never from a day to come', () => {
    const on = (receivedOn: string) =>
      outcomeOf(start, ask({ channel: 'phone', receivedOn }), { on: '2026-11-18' })
    expect(on('2026-11-16')).toBe('accessRequested')
    expect(on('2026-11-19')).toBe('refused dateInFuture receivedOn')
  })
})

describe('the answer', () => {
  const [first = '', ...rest] = keysOf(asked)
  test.each([
    ['with every paper', answer(), 'accessAnswered letterIssued'],
    [
      'with one left out and why',
      answer({ given: rest, left: [leftOut(first)] }),
      'accessAnswered letterIssued',
    ],
    [
      'with all of them left out',
      answer({ given: [], left: keysOf(asked).map(leftOut), file: undefined }),
      'accessAnswered letterIssued',
    ],
    ['with one that nothing is said of', answer({ given: rest }), `refused paperUnsaid ${first}`],
    ['with one both given and left out', answer({ left: [leftOut(first)] }), `refused paperUnsaid ${first}`],
    [
      'with a paper that is not there',
      answer({ given: ['note-99', ...keysOf(asked)] }),
      'refused notFound note-99',
    ],
    ['without the file', answer({ file: undefined }), 'refused invalid file'],
  ] as const)('%s: %2$s', (_, command, outcome) => {
    expect(outcomeOf(asked, command, { on: '2026-11-20' })).toBe(outcome)
  })
  test('is staff’s, and given once', () => {
    expect(outcomeOf(asked, answer(), { on: '2026-11-20', by: asKaren })).toBe('refused notAllowed')
    const given = told(applied('2026-11-13'), accessAsked('2026-11-18'), accessGiven('2026-11-19'))
    expect(outcomeOf(given, answer(), { on: '2026-11-20' })).toBe('refused alreadyDone')
    expect(outcomeOf(given, later('2026-12-01'), { on: '2026-11-20' })).toBe('refused alreadyDone')
  })
  test('as data too, when what is registered was asked for', () => {
    const both = told(applied('2026-11-13'), accessAsked('2026-11-18', ['fileAccess', 'dataProtection']))
    const given = keysOf(both)
    expect(outcomeOf(both, answer({ given }), { on: '2026-11-20' })).toBe('refused invalid file')
    expect(outcomeOf(both, answer({ given, data: document('data') }), { on: '2026-11-20' })).toBe(
      'accessAnswered letterIssued',
    )
  })
  test('that takes longer has a day ahead, and a later one the next time', () => {
    expect(outcomeOf(asked, later('2026-11-20'), { on: '2026-11-20' })).toBe('refused dateInPast expectedOn')
    expect(outcomeOf(asked, later('2026-12-01'), { on: '2026-11-20' })).toBe('accessDelayTold letterIssued')
    const told1 = told(
      applied('2026-11-13'),
      accessAsked('2026-11-18'),
      accessDelayed('2026-11-20', '2026-12-01'),
    )
    expect(outcomeOf(told1, later('2026-11-30'), { on: '2026-11-23' })).toBe(
      'refused dateBeforeFormer expectedOn',
    )
  })
})

test('what is said to be wrong stands beside a paper that is there, and is answered once', () => {
  const wrong = (key?: string): CaseCommand => ({ type: 'requestCorrection', input: { key, wrong: 'Nej' } })
  const by = { on: '2026-11-18', by: asKaren }
  expect(outcomeOf(start, wrong(keysOf(start)[0]), by)).toBe('correctionRequested')
  expect(outcomeOf(start, wrong(), by)).toBe('correctionRequested')
  expect(outcomeOf(start, wrong('note-99'), by)).toBe('refused notFound')
  const answered: CaseCommand = {
    type: 'answerCorrection',
    input: { correctionId: part('wrong'), outcome: 'disagreed', answer: 'Lægen skriver noget andet.' },
  }
  const history = told(applied('2026-11-13'), saidWrong('2026-11-16'))
  expect(outcomeOf(history, answered, by)).toBe('refused notAllowed')
  expect(outcomeOf(history, answered, { on: '2026-11-18' })).toBe('correctionAnswered')
  expect(outcomeOf(start, answered, { on: '2026-11-18' })).toBe('refused notFound')
})

test('a question about a look is answered by staff, and one that was not asked is not', () => {
  const answered: CaseCommand = {
    type: 'answerLookQuestion',
    input: { questionId: part('look'), justified: false, answer: 'Det skulle hun ikke have gjort.' },
  }
  const history = told(applied('2026-11-13'), lookAsked('2026-11-16'))
  expect(outcomeOf(history, answered, { on: '2026-11-18', by: asLeader })).toBe('lookQuestionAnswered')
  expect(outcomeOf(history, answered, { on: '2026-11-18', by: asKaren })).toBe('refused notAllowed')
  expect(outcomeOf(start, answered, { on: '2026-11-18', by: asLeader })).toBe('refused notFound')
})
