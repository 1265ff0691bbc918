import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asLeader,
  asLone,
  asPia,
  asSanne,
  assessed,
  decided,
  died,
  messaged,
  orderAccepted,
  ordered,
  part,
  readUpTo,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import type { PartId } from '../../identity.ts'
import type { CaseCommand } from '../commands.ts'
import type { EventActor } from '../envelope.ts'
import { getCaseFile } from '../read-case.ts'
import { longestMessage, type Side } from './events.ts'
import { isReadBy, threadOf } from './thread.ts'

const on = '2026-12-21'
const orderId = part('order')
const sent = told(applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14'), ordered('2026-12-16'))
const placed = told(
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
)
const over = told(
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  messaged('2026-12-18', asPia, 'citizen', 'first'),
  died('2026-12-20'),
)
const send = (to: Side, text = 'Kan jeg komme klokken 10?', messageId = part('m1')): CaseCommand => ({
  type: 'sendMessage',
  input: { messageId, orderId, to, text },
})
const look = (upTo: PartId = part('first')): CaseCommand => ({ type: 'readThread', input: { orderId, upTo } })

test.each<readonly [string, typeof placed, CaseCommand, EventActor, string]>([
  ['the citizen writes to the contact person', placed, send('provider'), asKaren, 'messageSent'],
  ['the citizen writes to the caseworker', placed, send('authority'), asKaren, 'messageSent'],
  ['the provider writes to the citizen', placed, send('citizen'), asPia, 'messageSent'],
  ['the caseworker writes to the provider', placed, send('provider'), asSanne, 'messageSent'],
  ['somebody writes to their own side', placed, send('provider'), asPia, 'refused invalid to'],
  ['a message before the provider has said yes', sent, send('provider'), asKaren, 'refused threadClosed'],
  ['a message after her death', over, send('citizen'), asPia, 'refused personDied'],
  [
    'the same message again',
    told(
      applied('2026-11-13'),
      decided('2026-12-14'),
      ordered('2026-12-16'),
      orderAccepted('2026-12-18'),
      messaged('2026-12-18', asKaren, 'provider', 'm1'),
    ),
    send('provider'),
    asKaren,
    'refused alreadyDone',
  ],
  ['the thread of a case that is over is read', over, look(), asKaren, 'messageRead'],
  ['one’s own message is read', over, look(), asPia, 'refused alreadyDone'],
  ['a message that is not there is read', placed, look(), asKaren, 'refused notFound'],
])('%s: %3$s', (_, history, command, by, outcome) => {
  expect(outcomeOf(history, command, { on, by })).toBe(outcome)
})

test('a message to an order that is not there', () => {
  const elsewhere: CaseCommand = {
    type: 'sendMessage',
    input: { messageId: part('m1'), orderId: part('another'), to: 'provider', text: 'Hej' },
  }
  expect(outcomeOf(placed, elsewhere, { on, by: asKaren })).toBe('refused notFound')
})

test('what was typed stands as it was typed: line breaks, angle brackets and spaces', () => {
  const typed = '  Hej <b>Pia</b>\n\n\tJeg kommer & spiser med.\n'
  const [message] = getCaseFile(act(placed, send('provider', typed), { on, by: asKaren })).messages
  expect(message).toMatchObject({ text: typed, to: 'provider', answer: true, reads: [] })
})

test.each([
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['more than there is room for', 'a'.repeat(longestMessage + 1)],
])('%s is no message', (_, text) => {
  expect(() => act(placed, send('provider', text), { on, by: asKaren })).toThrow()
})

describe('who has read', () => {
  const thread = told(
    applied('2026-11-13'),
    decided('2026-12-14'),
    ordered('2026-12-16'),
    orderAccepted('2026-12-18'),
    messaged('2026-12-18', asPia, 'citizen', 'first'),
    messaged('2026-12-18', asSanne, 'citizen', 'second'),
    messaged('2026-12-19', asPia, 'citizen', 'third'),
  )
  const readers = (history: typeof thread) =>
    threadOf(getCaseFile(history), orderId).map((m) =>
      [asKaren, asLone, asPia, asSanne].map((who) => (isReadBy(m, who) ? 'x' : '-')).join(''),
    )

  test('nobody but the writer’s own side, at first', () => {
    expect(readers(thread)).toEqual(['--x-', '---x', '--x-'])
  })
  test('one look reads what came before, and not what came after', () => {
    expect(readers(act(thread, look(part('second')), { on, by: asKaren }))).toEqual(['x-x-', 'x--x', '--x-'])
  })
  test('a helper’s look takes nothing from the citizen', () => {
    expect(readers(act(thread, look(part('third')), { on, by: asLone }))).toEqual(['-xx-', '-x-x', '-xx-'])
  })
  test('a colleague’s look is the whole side’s', () => {
    expect(readers(act(thread, look(part('third')), { on, by: asLeader }))).toEqual(['--xx', '---x', '--xx'])
  })
  test('reading twice leaves one receipt', () => {
    const once = act(thread, look(part('third')), { on, by: asKaren })
    expect(outcomeOf(once, look(part('third')), { on, by: asKaren })).toBe('refused alreadyDone')
    const twice = told(
      applied('2026-11-13'),
      ordered('2026-12-16'),
      messaged('2026-12-18', asPia, 'citizen', 'first'),
      readUpTo('2026-12-19', asKaren, 'first'),
      readUpTo('2026-12-20', asKaren, 'first'),
    )
    expect(getCaseFile(twice).messages[0]?.reads.map((r) => r.on)).toEqual(['2026-12-19'])
  })
})
