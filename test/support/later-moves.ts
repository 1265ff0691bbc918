/** What happens to letters and orders, and how a case ends. */
import {
  type CaseFile,
  currentOrder,
  currentProceeding,
  type Letter,
} from '../../src/domain/case/case-file.ts'
import type { EventActor } from '../../src/domain/case/envelope.ts'
import { MunicipalityCode } from '../../src/domain/identity.ts'
import { addDays, type CalendarDay, latest } from '../../src/domain/time/calendar-day.ts'
import { asKaren, asPia, asPost, pia } from './case-story.ts'
import { type Move, one, sometimes } from './move.ts'

const byCpr: EventActor = { kind: 'system', name: 'cpr' }
const billund = MunicipalityCode.parse('0530')

/** The post's reports on one copy of one letter: a later letter more likely than one that has arrived. */
export function post(letters: readonly Letter[], today: CalendarDay, detail: number): readonly Move[] {
  const copies = letters.flatMap((letter) => letter.copies.map((copy) => ({ letter, copy })))
  const waiting = copies.filter(({ copy }) => copy.delivered === undefined)
  const found = waiting[detail % Math.max(1, waiting.length)]
  if (found === undefined) return []
  const { letter, copy } = found
  const of = { letterId: letter.letterId, recipient: copy.recipient }
  const digital = { ...of, channel: 'digitalPost' } as const
  return [
    ...(copy.dispatched
      ? [
          sometimes(
            10,
            { type: 'recordDelivery', input: { ...digital, deliveredOn: today, proof: 'receipt' } },
            asPost,
          ),
        ]
      : [sometimes(14, { type: 'recordDispatch', input: { ...digital, messageId: 'm1' } }, asPost)]),
    sometimes(2, { type: 'recordFailure', input: { ...digital, code: 'unknown', reason: 'Ukendt' } }, asPost),
    ...(copy.failed
      ? [
          sometimes(6, {
            type: 'handleLetterFailure',
            input: {
              ...of,
              how: one(['resentDigitally', 'sentOnPaper', 'handedOver', 'noLongerNeeded'], detail),
            },
          }),
        ]
      : []),
  ]
}

export function carryingOut(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const order = currentOrder(file)
  const send = sometimes(currentProceeding(file).decision ? 8 : 0, {
    type: 'sendOrder',
    input: { needs: 'Overblik', resources: 'Glad for at bage' },
  })
  if (order === undefined) return [send]
  const { orderId } = order
  const question = order.questions.some((q) => q.answered === undefined)
  return [
    send,
    sometimes(3, { type: 'openOrder', input: { orderId } }, asPia),
    sometimes(
      5,
      {
        type: 'acceptOrder',
        input: { orderId, startOn: latest(today, order.content.startOn), contactPerson: pia },
      },
      asPia,
    ),
    sometimes(2, { type: 'declineOrder', input: { orderId, reason: 'Holdet er fuldt' } }, asPia),
    sometimes(2, { type: 'questionOrder', input: { orderId, question: 'Kan hun spise selv?' } }, asPia),
    sometimes(question ? 4 : 0, { type: 'answerOrderQuestion', input: { orderId, answer: 'Ja' } }),
    sometimes(4, {
      type: 'judgeContent',
      input: { orderId, aimed: detail % 3 > 0, because: 'Målene er aftalt med hende.' },
    }),
    sometimes(
      5,
      { type: 'startPlacement', input: { orderId, startedOn: addDays(today, -(detail % 2)) } },
      asPia,
    ),
  ]
}

/** Rare, as in life, so that most histories come further. */
export function endings(file: CaseFile, today: CalendarDay, detail: number): readonly Move[] {
  const decided = currentProceeding(file).decision !== undefined
  const rarely = detail % 8 === 0 ? 1 : 0
  return [
    sometimes(rarely, { type: 'withdrawApplication', input: { by: 'citizen', how: 'telefon' } }, asKaren),
    sometimes(rarely, { type: 'registerDeath', input: { diedOn: addDays(today, -(detail % 3)) } }, byCpr),
    sometimes(rarely, {
      type: 'changeActingMunicipality',
      input: { to: billund, effectiveOn: addDays(today, (detail % 40) - 5), basis: 'RSL § 9' },
    }),
    sometimes(decided ? 2 : 0, {
      type: 'registerRemand',
      input: { receivedOn: today, reference: 'AST 26-1234', whatToInform: 'Lægelige oplysninger' },
    }),
    sometimes(decided ? 2 : rarely, {
      type: 'closeCase',
      input: { reason: one(['refused', 'withdrawn', 'death', 'moved'], detail) },
    }),
  ]
}
