import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  assessed,
  decided,
  died,
  orderAccepted,
  ordered,
  part,
  rideArranged,
  type Told,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'

const granted: Told = [applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14')]
const accepted: Told = [granted, ordered('2026-12-16'), orderAccepted('2026-12-17')]
const arrange: CaseCommand = {
  type: 'arrangeTransport',
  input: { orderId: part('order'), wheelchair: true, companion: false, aids: 'Rollator' },
}

describe('a ride', () => {
  test.each<[string, Told, string]>([
    ['for a place that has said yes', accepted, 'transportArranged'],
    ['again, for she needs a wheelchair now', [accepted, rideArranged('2026-12-17')], 'transportArranged'],
    ['before the place has said yes', [granted, ordered('2026-12-16')], 'refused orderNotAccepted'],
    [
      'that was not granted',
      [granted, ordered('2026-12-16', { transport: false }), orderAccepted('2026-12-17')],
      'refused transportNotGranted',
    ],
    ['for Karen, who is dead', [accepted, died('2026-12-17')], 'refused personDied'],
    ['of no order there is', granted, 'refused notFound'],
  ])('%s', (_, history, outcome) => {
    expect(outcomeOf(told(history), arrange, { on: '2026-12-18' })).toBe(outcome)
  })

  test('is known by what was told last', () => {
    const needs = fc.record({ wheelchair: fc.boolean(), companion: fc.boolean() })
    fc.assert(
      fc.property(fc.array(needs, { minLength: 1, maxLength: 5 }), (many) => {
        const history = told(
          accepted,
          many.map((one) => rideArranged('2026-12-18', one)),
        )
        expect(getCaseFile(history).orders[0]?.rides.at(-1)).toMatchObject(many.at(-1) ?? {})
      }),
    )
  })

  test('is on the case as it was ordered', () => {
    const file = getCaseFile(act(told(accepted), arrange, { on: '2026-12-18' }))
    expect(file.orders[0]?.rides).toMatchObject([{ wheelchair: true, companion: false, aids: 'Rollator' }])
  })
})
