/** What must hold of complaints in every history that commands can make. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  decidedUnsent,
  delivered,
  dispatched,
  part,
  refusal,
  told,
} from '../../../../test/support/case-story.ts'
import { vejen, vejenTerms } from '../../../../test/support/commands.ts'
import { anyHistory } from '../../../../test/support/histories.ts'
import { obligationsOf } from '../../standard/engine.ts'
import { isOpenOn, statusOn } from '../../standard/obligation.ts'
import { addDays, getDay, latest } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { findNonWorkingReason } from '../../time/holidays.ts'
import type { Complaint } from '../case-file.ts'
import { isPresent } from '../events.ts'
import { processingDeadline } from '../processing.ts'
import { getCaseFile } from '../read-case.ts'
import { expiryOf, isUnanswered, stageOf } from './about.ts'
import { isReversal } from './events.ts'

const { parameters } = vejenTerms

/** By ourselves on looking again, and by the Appeals Board. */
const reversalsIn = ({ reassessed, result }: Complaint) => [
  ...(reassessed && reassessed.outcome !== 'notUpheld' ? [reassessed] : []),
  ...(result && isReversal(result.result) ? [result] : []),
]

/** Long enough for decisions to be made, complained over and answered; what was met is counted, so that none is empty. */
const histories = anyHistory(140)

describe('in every history that commands can make', { timeout: 240_000 }, () => {
  test('no complaint is unanswered after its four weeks, which never roll, without somebody owing it, overdue', () => {
    let met = 0
    let reversed = 0
    fc.assert(
      fc.property(histories, (history) => {
        const file = getCaseFile(history)
        if (file.died) return
        const owed = obligationsOf(history, vejen.versions)
        for (const complaint of file.complaints) {
          // The municipality's own four weeks never roll: they end on the very day.
          const reassess = owed.filter(
            (o) => o.task === 'reassessComplaint' && o.evidence.includes(complaint.seq),
          )
          expect(reassess.map((o) => o.dueOn)).toEqual([addDays(complaint.on, 28), addDays(complaint.on, 28)])
          expect(reassess.flatMap((o) => o.derivation).some((s) => s.step === 'rollForward')).toBe(false)
          // Every reversal says what failed, and names no clause that the standard has not proposed for that step.
          for (const reversal of reversalsIn(complaint)) {
            reversed += 1
            const { cause, clause } = reversal
            if (cause === undefined) throw new Error(`nothing is said to have failed in ${reversal.seq}`)
            expect(clause === undefined || parameters.reversalClauses[cause].includes(clause)).toBe(true)
          }
          if (!isUnanswered(complaint)) continue
          met += 1
          const { due } = deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters })
          const day = latest(addDays(due, 1), file.lastRecordedOn)
          const overdue = owed.filter(
            (o) =>
              o.evidence.includes(complaint.seq) &&
              o.actor === 'authority' &&
              isOpenOn(o, day) &&
              statusOn(o, day) === 'broken',
          )
          expect([stageOf(complaint), overdue.length > 0]).toEqual([stageOf(complaint), true])
        }
      }),
      { numRuns: 50, endOnFailure: true },
    )
    expect(met).toBeGreaterThan(5)
    expect(reversed).toBeGreaterThan(2)
  })

  test('a remand restarts the processing time from the day it came, whatever was open', () => {
    let met = 0
    fc.assert(
      fc.property(histories, (history) => {
        const file = getCaseFile(history)
        const owed = obligationsOf(history, vejen.versions)
        for (const event of history) {
          if (!isPresent(event) || event.type !== 'remandReceived') continue
          met += 1
          const run = file.proceedings.find(({ trigger }) => trigger.seq === event.seq)
          expect(run?.trigger).toMatchObject({ kind: 'remand', on: event.occurredOn })
          const due = run && processingDeadline(run, parameters)
          expect(due).toMatchObject({
            kind: 'REMAND_DECISION_DUE',
            from: event.occurredOn,
            due: addDays(event.occurredOn, 42),
          })
          const decide = owed.filter((o) => o.task === 'decide' && o.evidence.includes(event.seq))
          expect(decide.length).toBeGreaterThan(0)
          for (const o of decide) expect(o.dueOn).toBe(due?.due)
        }
      }),
      { numRuns: 50, endOnFailure: true },
    )
    expect(met).toBeGreaterThan(5)
  })
})

test('a complaint deadline never expires on a day when nothing can be handed in, whenever the letter came', () => {
  fc.assert(
    fc.property(fc.nat(4_000), (days) => {
      const received = addDays(getDay('2026-01-01'), days)
      const history = told(
        applied('2025-11-13'),
        decidedUnsent('2025-12-14', refusal()),
        dispatched('decision', '2025-12-14'),
        delivered('decision', received),
      )
      const expiry = expiryOf(getCaseFile(history), { decisionId: part('decision') }, parameters)
      expect([received, expiry && findNonWorkingReason(expiry.due)]).toEqual([received, undefined])
      expect(expiry && expiry.due >= addDays(received, 28)).toBe(true)
    }),
    { endOnFailure: true },
  )
})
