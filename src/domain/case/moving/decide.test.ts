import { describe, expect, it } from 'vitest'
import {
  applied,
  asSanne,
  decided,
  died,
  dispatched,
  moveAnnounced,
  moveSettled,
  orderAccepted,
  ordered,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { attempt } from '../../../../test/support/commands.ts'
import { isRefusal } from '../../refusal.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { orderClosedOn } from '../lifetime.ts'
import { getCaseFile } from '../read-case.ts'

const running = [
  applied('2026-11-13'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const moves = told(running, moveAnnounced('2027-03-01'))
const placedByUs = told(running, moveAnnounced('2027-03-01', { why: 'placedByUs' }))
const agreed = told(
  running,
  moveAnnounced('2027-03-01'),
  moveSettled('theyTakeOver', '2027-03-08', '2027-05-03'),
)

const tried = (history: ReturnType<typeof told>, command: CaseCommand, on = '2027-03-08') =>
  attempt(history, command, { on: getDay(on), by: asSanne })
const codeOf = (answer: ReturnType<typeof tried>) =>
  isRefusal(answer) ? [answer.code, answer.field].filter(Boolean).join(' ') : 'done'

const settle = {
  type: 'settleMove',
  input: {
    outcome: 'theyTakeOver',
    takeoverOn: getDay('2027-05-03'),
    basis: 'Aftalt med Kolding',
    toProvider: 'Karen flytter. Pladsen fortsætter til 3. maj.',
  },
} as const satisfies CaseCommand
const takeover = (effectiveOn: string): CaseCommand => ({
  type: 'changeActingMunicipality',
  input: { to: '0621', effectiveOn: getDay(effectiveOn), basis: 'Kolding har overtaget' },
})

describe('a move', () => {
  it('ends nothing by being said, nor by being settled: the place is still held after the day', () => {
    const file = getCaseFile(agreed)
    const [order] = file.orders
    expect(order && orderClosedOn(file, order)).toBeUndefined()
  })

  it('is to another municipality, and said once', () => {
    const announce = (to: string): CaseCommand => ({
      type: 'announceMove',
      input: { to, movesOn: getDay('2027-05-01'), why: 'ownWish', how: 'Karen ringede' },
    })
    expect(codeOf(tried(told(running), announce('0575')))).toBe('moveWithin to')
    expect(codeOf(tried(moves, announce('0621')))).toBe('alreadyDone')
    expect(codeOf(tried(told(running), announce('0621')))).toBe('done')
  })

  it('when it is settled the citizen gets a letter, the place a message that asks for no answer, and we still pay', () => {
    const done = tried(moves, settle)
    if (isRefusal(done)) throw new Error(done.code)
    const file = getCaseFile(done)
    expect(file.municipality).toMatchObject({ acting: '0575', paying: '0575', disputed: false })
    expect(file.messages).toMatchObject([{ to: 'provider', answer: false }])
    expect(file.letters.at(-1)?.kind).toBe('moveNotice')
    expect(file.moves[0]?.settled).toMatchObject([{ outcome: 'theyTakeOver', takeoverOn: '2027-05-03' }])
  })

  it('asks for what is missing at its field', () => {
    const { takeoverOn: _, ...noDay } = settle.input
    const { toProvider: __, ...silent } = settle.input
    expect(codeOf(tried(moves, { ...settle, input: noDay }))).toBe('invalid takeoverOn')
    expect(codeOf(tried(moves, { ...settle, input: silent }))).toBe('invalid toProvider')
    expect(codeOf(tried(moves, settle, '2027-05-04'))).toBe('dateInPast takeoverOn')
    expect(codeOf(tried(told(running), settle))).toBe('noMove')
    expect(codeOf(tried(told(running, moveAnnounced('2027-03-01'), died('2027-03-05')), settle))).toBe(
      'personDied',
    )
  })

  it('of somebody whom we helped to a residence elsewhere: we stay, and keep paying', () => {
    expect(codeOf(tried(placedByUs, settle))).toBe('stayActing outcome')
    const stay = { ...settle, input: { ...settle.input, outcome: 'weStay' } } as const
    const done = tried(placedByUs, stay)
    if (isRefusal(done)) throw new Error(done.code)
    const file = getCaseFile(done)
    expect(file.municipality).toMatchObject({ acting: '0575', paying: '0575' })
    expect(file.moves[0]?.settled[0]?.takeoverOn).toBeUndefined()
  })

  it('a disagreement is marked, and stops nothing', () => {
    const done = tried(moves, { ...settle, input: { ...settle.input, outcome: 'disputed' } })
    if (isRefusal(done)) throw new Error(done.code)
    const file = getCaseFile(done)
    const [order] = file.orders
    expect([file.municipality?.disputed, order && orderClosedOn(file, order)]).toEqual([true, undefined])
  })
})

describe('papers', () => {
  const hand = (ground: 'consent' | 'necessary'): CaseCommand => ({
    type: 'handOverPapers',
    input: { ground, papers: 'Afgørelsen og planen', how: 'sikker mail' },
  })
  const answer = (given: boolean): CaseCommand => ({
    type: 'answerHandover',
    input: { given, form: 'oral', said: 'Det er i orden.' },
  })
  const answered = (given: boolean) => {
    const history = tried(agreed, answer(given))
    if (isRefusal(history)) throw new Error(history.code)
    return history
  }

  it('go along with a yes, and with a no only what is needed', () => {
    expect(codeOf(tried(agreed, hand('consent')))).toBe('needsConsent ground')
    expect(codeOf(tried(answered(false), hand('consent')))).toBe('needsConsent ground')
    expect(codeOf(tried(answered(false), hand('necessary')))).toBe('done')
    expect(codeOf(tried(answered(true), hand('consent')))).toBe('done')
  })

  it('go to nobody before somebody takes over', () => {
    expect(codeOf(tried(moves, hand('necessary')))).toBe('takeoverNotAgreed')
    expect(codeOf(tried(told(running), hand('necessary')))).toBe('noMove')
  })

  it('are handed over after the takeover as well, once', () => {
    const over = tried(agreed, takeover('2027-05-03'), '2027-05-03')
    if (isRefusal(over)) throw new Error(over.code)
    const handed = tried(over, hand('necessary'), '2027-05-05')
    if (isRefusal(handed)) throw new Error(handed.code)
    expect(codeOf(tried(handed, hand('necessary'), '2027-05-06'))).toBe('alreadyDone')
  })
})

describe('the takeover', () => {
  it('is written down when it has happened, and never before the day agreed', () => {
    expect(codeOf(tried(agreed, takeover('2027-05-03'), '2027-05-02'))).toBe('dateInFuture effectiveOn')
    expect(codeOf(tried(agreed, takeover('2027-05-02'), '2027-05-03'))).toBe('takeoverNotAgreed effectiveOn')
    expect(codeOf(tried(agreed, takeover('2027-05-03'), '2027-05-03'))).toBe('done')
  })

  it('of a running place is not without an agreement', () => {
    expect(codeOf(tried(told(running), takeover('2027-03-08')))).toBe('takeoverNotAgreed effectiveOn')
    expect(codeOf(tried(placedByUs, takeover('2027-03-08')))).toBe('takeoverNotAgreed effectiveOn')
  })

  it('before there is a place follows the move at once, as an application is passed on', () => {
    expect(codeOf(tried(told(applied('2026-11-13')), takeover('2026-11-20'), '2026-11-20'))).toBe('done')
  })

  it('frees the place on its day', () => {
    const done = tried(agreed, takeover('2027-05-03'), '2027-05-04')
    if (isRefusal(done)) throw new Error(done.code)
    const file = getCaseFile(done)
    const [order] = file.orders
    expect(order && orderClosedOn(file, order)).toBe('2027-05-03')
  })
})

it('who moves here comes from another municipality', () => {
  const here = (from: string): CaseCommand => ({
    type: 'recordMovedHere',
    input: { from, movedOn: getDay('2026-11-01') },
  })
  const open = told(applied('2026-11-13'), dispatched('receipt', '2026-11-13'))
  expect(codeOf(tried(open, here('0575'), '2026-11-13'))).toBe('moveWithin from')
  expect(codeOf(tried(open, here('0621'), '2026-11-13'))).toBe('done')
})
