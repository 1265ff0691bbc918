import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreed,
  applied,
  asKaren,
  asPia,
  asSanne,
  assessed,
  calledOff,
  decided,
  died,
  material,
  orderAccepted,
  ordered,
  part,
  settledUp,
  started,
  told,
  tookBack,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { sumOf } from '../../own-payment.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand, CaseCommandInput } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'

const story = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-17'),
  started('2027-01-04'),
]
const running = told(story)
const trip = { itemId: 'tur', kind: 'trip', name: 'Tur', priceOere: 7500 } as const
const yesTo = (more: Partial<CaseCommandInput<'agreePurchase'>> = {}): CaseCommand => ({
  type: 'agreePurchase',
  input: {
    orderId: part('order'),
    provider: 'kaerhoej',
    item: trip,
    priceListFrom: '2027-01-01',
    outing: { outingId: part('beach'), name: 'Til stranden', day: '2027-01-22', answerBy: '2027-01-20' },
    shownOere: 7500,
    said: { how: 'web' },
    ...more,
  },
})
const spoken = { how: 'spoken', inWords: 'Ja, det vil jeg' } as const
const purchaseId = part('trip')
const no: CaseCommand = { type: 'withdrawPurchase', input: { purchaseId, said: { how: 'web' } } }
const settle = (tookPart: boolean): CaseCommand => ({
  type: 'settlePurchase',
  input: { purchaseId, tookPart },
})
const off: CaseCommand = { type: 'callOffPurchase', input: { purchaseId } }
const yarn = { item: { ...material.item }, outing: undefined, shownOere: 4500 }

test.each([
  ['yes on the web, by the citizen', running, yesTo(), asKaren, '2027-01-11', 'purchaseAgreed'],
  ['yes on the last day to answer', running, yesTo(), asKaren, '2027-01-20', 'purchaseAgreed'],
  ['yes a day late', running, yesTo(), asKaren, '2027-01-21', 'refused answeredTooLate'],
  [
    'yes at another price than was shown',
    running,
    yesTo({ shownOere: 5000 }),
    asKaren,
    '2027-01-11',
    'refused priceChanged',
  ],
  ['yes in words, written down', running, yesTo({ said: spoken }), asPia, '2027-01-11', 'purchaseAgreed'],
  ['staff saying yes for the citizen', running, yesTo(), asPia, '2027-01-11', 'refused notAllowed'],
  [
    'a citizen telling what they said themselves',
    running,
    yesTo({ said: spoken }),
    asKaren,
    '2027-01-11',
    'refused notAllowed',
  ],
  ['yes twice', told(story, agreed('2027-01-11')), yesTo(), asKaren, '2027-01-12', 'refused alreadyDone'],
  [
    'yes again after no',
    told(story, agreed('2027-01-11'), tookBack('2027-01-12')),
    yesTo(),
    asKaren,
    '2027-01-13',
    'purchaseAgreed',
  ],
  [
    'yes to a trip of another provider',
    running,
    yesTo({ provider: 'veum-dag' }),
    asKaren,
    '2027-01-11',
    'refused notFound',
  ],
  [
    'yes before the provider has',
    told(story.slice(0, 4)),
    yesTo(),
    asKaren,
    '2027-01-11',
    'refused orderNotAccepted',
  ],
  ['a trip without a day', running, yesTo({ outing: undefined }), asKaren, '2027-01-11', 'refused invalid'],
  ['yarn', running, yesTo({ ...yarn, said: spoken }), asPia, '2027-01-11', 'purchaseAgreed'],
  [
    'yarn handed over',
    running,
    yesTo({ ...yarn, said: spoken, handedOver: true }),
    asPia,
    '2027-01-11',
    'purchaseAgreed purchaseSettled',
  ],
  ['a trip handed over', running, yesTo({ handedOver: true }), asKaren, '2027-01-11', 'refused invalid'],
  [
    'yes for somebody who has died',
    told(story, died('2027-01-05')),
    yesTo({ said: spoken }),
    asPia,
    '2027-01-11',
    'refused personDied',
  ],
  ['no in time', told(story, agreed('2027-01-11')), no, asKaren, '2027-01-20', 'purchaseWithdrawn'],
  ['no too late', told(story, agreed('2027-01-11')), no, asKaren, '2027-01-21', 'refused answeredTooLate'],
  [
    'no twice',
    told(story, agreed('2027-01-11'), tookBack('2027-01-12')),
    no,
    asKaren,
    '2027-01-13',
    'refused alreadyDone',
  ],
  ['no to nothing', running, no, asKaren, '2027-01-13', 'refused notFound'],
  [
    'a caseworker saying no on the web',
    told(story, agreed('2027-01-11')),
    no,
    asSanne,
    '2027-01-13',
    'refused notAllowed',
  ],
  [
    'settled before the trip',
    told(story, agreed('2027-01-11')),
    settle(true),
    asPia,
    '2027-01-21',
    'refused dateInFuture',
  ],
  [
    'settled on its day',
    told(story, agreed('2027-01-11')),
    settle(true),
    asPia,
    '2027-01-22',
    'purchaseSettled',
  ],
  [
    'settled though taken back',
    told(story, agreed('2027-01-11'), tookBack('2027-01-12')),
    settle(true),
    asPia,
    '2027-01-22',
    'refused alreadyDone',
  ],
  [
    'settled though called off',
    told(story, agreed('2027-01-11'), calledOff('2027-01-21')),
    settle(true),
    asPia,
    '2027-01-22',
    'refused alreadyDone',
  ],
  [
    'settled twice',
    told(story, agreed('2027-01-11'), settledUp('2027-01-22', 7500)),
    settle(true),
    asPia,
    '2027-01-23',
    'refused alreadyDone',
  ],
  ['called off', told(story, agreed('2027-01-11')), off, asPia, '2027-01-21', 'purchaseCalledOff'],
  [
    'called off when settled',
    told(story, agreed('2027-01-11'), settledUp('2027-01-22', 7500)),
    off,
    asPia,
    '2027-01-23',
    'refused alreadyDone',
  ],
])('%s', (_, history, command, by, on, outcome) => {
  expect(outcomeOf(history, command, { on, by })).toBe(outcome)
})

describe('what is to be paid', () => {
  test.each([
    [true, 7500],
    [false, 0],
  ])('took part: %s, øre: %i', (tookPart, amountOere) => {
    const after = act(told(story, agreed('2027-01-11')), settle(tookPart), { on: '2027-01-22', by: asPia })
    expect(getCaseFile(after).purchases[0]?.settled).toMatchObject({ tookPart, amountOere })
  })

  test('is never more than the prices said yes to, whatever is tried in whatever order', () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom('yes', 'no', 'came', 'stayed', 'off'), fc.integer({ min: 8, max: 40 })),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(steps, (tried) => {
        let history = running
        for (const [what, offset] of [...tried].sort((a, b) => a[1] - b[1])) {
          const on = getDay(
            offset <= 31 ? `2027-01-${String(offset).padStart(2, '0')}` : `2027-02-0${offset - 31}`,
          )
          const id = getCaseFile(history).purchases.at(-1)?.purchaseId ?? purchaseId
          const command: CaseCommand =
            what === 'yes'
              ? yesTo()
              : what === 'no'
                ? { type: 'withdrawPurchase', input: { purchaseId: id, said: { how: 'web' } } }
                : what === 'off'
                  ? { type: 'callOffPurchase', input: { purchaseId: id } }
                  : { type: 'settlePurchase', input: { purchaseId: id, tookPart: what === 'came' } }
          const doing = { on, by: what === 'yes' || what === 'no' ? asKaren : asPia }
          if (!outcomeOf(history, command, doing).startsWith('refused'))
            history = act(history, command, doing)
        }
        const { purchases, settlements } = getCaseFile(history)
        const standing = purchases.filter((p) => !p.withdrawn && !p.calledOff)
        const charged = sumOf(settlements.map((s) => s.amountOere))
        expect(charged).toBeLessThanOrEqual(sumOf(standing.map((p) => p.item.priceOere)))
        expect(settlements.length).toBeLessThanOrEqual(purchases.length)
      }),
    )
  })
})
