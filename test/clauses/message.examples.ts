/** Messages in the thread of a placement: that they are answered, and by whom. */
import type { EventActor } from '../../src/domain/case/envelope.ts'
import {
  applied,
  asKaren,
  asLone,
  asPia,
  asSanne,
  assessed,
  decided,
  died,
  messaged,
  orderAccepted,
  ordered,
  type Told,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const placed: Told = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-17'),
]
const asked = '2026-12-18'
const due = '2026-12-23'
const past = '2026-12-24'

type Pair = {
  readonly clause: string
  readonly asks: readonly [name: string, side: 'citizen' | 'provider' | 'authority', who: EventActor]
  readonly owes: readonly [name: string, side: 'provider' | 'authority', who: EventActor]
}

const pairs: readonly Pair[] = [
  {
    clause: 'K2.4b-1',
    asks: ['the authority', 'authority', asSanne],
    owes: ['the provider', 'provider', asPia],
  },
  { clause: 'HV-21', asks: ['Karen', 'citizen', asKaren], owes: ['the caseworker', 'authority', asSanne] },
  { clause: 'HV-22', asks: ['Karen', 'citizen', asKaren], owes: ['the provider', 'provider', asPia] },
  {
    clause: 'HV-23',
    asks: ['the provider', 'provider', asPia],
    owes: ['the authority', 'authority', asSanne],
  },
]

const examplesOf = ({ clause, asks, owes }: Pair): readonly Example[] => {
  const [asker, from, who] = asks
  const [ower, to, they] = owes
  const question = messaged(asked, who, to, 'question')
  const answer = (on: string) => messaged(on, they, from, 'answer', { answer: false })
  return [
    example(
      clause,
      `kept: ${ower} answers ${asker} on the third working day`,
      told(placed, question, answer(due)),
      past,
      ['kept'],
    ),
    example(clause, `due: ${asker} has written, and the third day is today`, told(placed, question), due, [
      'due',
    ]),
    example(clause, `broken: ${ower} has not answered in three working days`, told(placed, question), past, [
      'broken',
    ]),
    example(clause, `kept late: ${ower} answers on the fourth`, told(placed, question, answer(past)), past, [
      'kept late',
    ]),
    example(
      clause,
      `broken: ${ower} had written before, and not since`,
      told(placed, answer('2026-12-17'), question),
      past,
      ['broken'],
    ),
    example(
      clause,
      `does not apply: ${asker} says thank you and asks for nothing`,
      told(placed, messaged(asked, who, to, 'thanks', { answer: false })),
      past,
      [],
    ),
    example(clause, 'does not apply: nobody has written', told(placed), past, []),
    example(
      clause,
      'falls away: Karen died before the answer was due',
      told(placed, question, died('2026-12-21')),
      past,
      ['void'],
    ),
    example(
      clause,
      'falls away: another place has taken this one’s stead',
      told(placed, question, decided('2026-12-21', undefined, 'second'), ordered('2026-12-21', {}, 'second')),
      past,
      ['void'],
    ),
  ]
}

export const messageExamples: readonly Example[] = [
  ...pairs.flatMap(examplesOf),
  example(
    'K2.4b-1',
    'broken: the provider wrote, and to Karen, not to the authority that asked',
    told(
      placed,
      messaged(asked, asSanne, 'provider', 'question'),
      messaged(due, asPia, 'citizen', 'elsewhere'),
    ),
    past,
    ['broken'],
  ),
  example(
    'HV-22',
    'kept: it was the caseworker who answered Karen',
    told(
      placed,
      messaged(asked, asKaren, 'provider', 'question'),
      messaged(due, asSanne, 'citizen', 'answer'),
    ),
    past,
    ['kept'],
  ),
  example(
    'HV-22',
    'broken: the guardian wrote for Karen, and nobody has answered',
    told(placed, messaged(asked, asLone, 'provider', 'question')),
    past,
    ['broken'],
  ),
  example(
    'HV-21',
    'broken: Karen writes twice and is answered once in between',
    told(
      placed,
      messaged('2026-12-17', asKaren, 'authority', 'one'),
      messaged('2026-12-17', asSanne, 'citizen', 'answer'),
      messaged(asked, asKaren, 'authority', 'two'),
    ),
    past,
    ['kept', 'broken'],
  ),
]
