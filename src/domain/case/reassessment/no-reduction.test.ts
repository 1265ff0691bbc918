/** Nothing is taken from a person without a decision through the gate, and never by a provider (K2.3-7, K2.4b-3). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applied,
  assessed,
  decided,
  happened,
  letterId,
  lookedAtAnew,
  orderAccepted,
  ordered,
  part,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { vejenTerms } from '../../../../test/support/commands.ts'
import { anyHistory, anyHistoryAfter } from '../../../../test/support/histories.ts'
import { permissions } from '../../access/permissions.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import { caseCommandTypes } from '../commands.ts'
import { findGrantedPlace } from '../decision/stated.ts'
import type { CaseEventType } from '../events.ts'
import { endedOn, orderClosedOn } from '../lifetime.ts'
import { getCaseFile } from '../read-case.ts'

const running = told(
  applied('2026-11-13'),
  happened('actionPlanOffered', '2026-12-10', { how: 'brev', letterId: letterId('plan-offer') }),
  happened('actionPlanAnswered', '2026-12-11', { answer: 'no', how: 'telefon' }),
  decided('2026-12-14'),
  happened('goalsSet', '2026-12-15', {
    goals: [{ goalId: part('goal'), text: 'At komme ud.', aim: 'maintain', towards: 'livingConditions' }],
  }),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
  lookedAtAnew('2027-02-01'),
  happened('caseSufficientlyInformed', '2027-02-02', { reason: 'Talt med Karen.' }),
  assessed('2027-02-02'),
)
const afterwards = anyHistoryAfter(running, getDay('2027-02-03'), 70)

test('in any history each order gives what a decision before it granted, and a place that runs ends by a decision, another order or the case’s own end', () => {
  let changed = 0
  fc.assert(
    fc.property(fc.oneof(anyHistory(60), afterwards), (history) => {
      const file = getCaseFile(history)
      const decisions = file.proceedings.flatMap((p) => (p.decision ? [p.decision] : []))
      for (const order of file.orders) {
        const decision = decisions.findLast((d) => d.seq < order.seq)
        const place = decision && findGrantedPlace(decision.record)
        const { daysPerWeek, transport, provider, endOn } = order.content
        expect({ daysPerWeek, transport, provider, endOn }).toEqual({
          daysPerWeek: place?.daysPerWeek,
          transport: place?.transport,
          provider: place?.provider,
          endOn: place?.endOn,
        })
        const closedOn = order.started && orderClosedOn(file, order)
        if (closedOn === undefined || closedOn === endedOn(file)) continue
        changed += 1
        const later = decisions.filter((d) => d.seq > order.seq)
        const next = file.orders.some((o) => o.seq > order.seq && o.accepted)
        expect(later.length > 0 && (next || later.some((d) => d.record.outcome === 'REFUSED'))).toBe(true)
      }
      for (const { before, trigger, decision } of file.proceedings) {
        if (!before || !decision || trigger.kind !== 'reassessment' || trigger.asked) continue
        const days = findGrantedPlace(decision.record)?.daysPerWeek ?? 0
        if (days >= before.daysPerWeek) continue
        expect(decision.record.outcome).not.toBe('GRANTED')
        expect(decision.record).toMatchObject({ complaintGuidance: true, hearing: {} })
        const first = addDays(decision.on, vejenTerms.parameters.changeNoticeDays)
        expect(decision.record.effectiveOn >= first).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
  expect(changed).toBeGreaterThan(0)
}, 180_000)

const authoritysOwn: ReadonlySet<CaseEventType> = new Set([
  'decisionMade',
  'orderSent',
  'reassessmentOpened',
  'reassessmentConcluded',
  'targetGroupAssessed',
])

test('no command that a provider may give writes a decision, an order or a reassessment', () => {
  const providers = caseCommandTypes.filter((type) => 'providerStaff' in permissions[type])
  expect(providers).toContain('reportToAuthority')
  for (const type of [
    'proposeDecision',
    'approveDecision',
    'issueDecision',
    'sendOrder',
    'openReassessment',
  ] as const)
    expect(providers).not.toContain(type)
  fc.assert(
    fc.property(afterwards, (history) => {
      for (const { actor, type } of history)
        if (actor.kind === 'staff' && actor.role === 'providerStaff')
          expect(authoritysOwn.has(type)).toBe(false)
    }),
    { numRuns: 30 },
  )
}, 120_000)
