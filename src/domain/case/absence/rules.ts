import { z } from 'zod'
import { caseRule, dueBy, dueInWorkingDays, metBy } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import type { CaseFile, RepeatedAbsence } from '../case-file.ts'
import { decisionAfter } from '../processing.ts'
import { bothTalkedWith, dialogueWith, placementOver } from './about.ts'
import { type DialogueParty, dialogueParties } from './events.ts'

const none = z.object({})

const tasks = {
  citizen: 'discussAbsenceWithCitizen',
  provider: 'discussAbsenceWithProvider',
} as const satisfies Record<DialogueParty, string>

const superseded = (file: CaseFile, pattern: RepeatedAbsence) => {
  const over = placementOver(file, pattern)
  return over && { voidOn: over, voidReason: 'superseded' as const }
}

/** Repeated absence: the caseworker talks with the citizen and with the provider about the cause, always both (K1.2-4). */
export const absenceDialogue = caseRule(none, (file, _, { parameters }) =>
  file.repeatedAbsence.flatMap((pattern) =>
    dialogueParties.map((party) => ({
      about: `absence-${party}-${pattern.seq}`,
      triggeredOn: pattern.on,
      arisesOn: pattern.on,
      towards: party,
      ...dueBy(deadlineFor('ABSENCE_DIALOG_DUE', pattern.on, { parameters })),
      ...metBy(dialogueWith(pattern, party), pattern.seq),
      ...superseded(file, pattern),
      task: tasks[party],
    })),
  ),
)

/**
 * Then it is assessed whether the offer goes on (K1.2-5), some working days after both have been talked with. A proposal
 * to change or end it leads to a duty and to nothing else: to decide anew, with hearing, reasons and complaint guidance.
 */
export const continuationAssessed = caseRule(none, (file, _, { parameters }) =>
  file.repeatedAbsence.flatMap((pattern) => {
    const talked = bothTalkedWith(pattern)
    if (talked === undefined) return []
    // A talk that came to be written down after the pattern was found may have been held before.
    const arisesOn = latest(talked.on, pattern.on)
    const assess = {
      about: `continue-${pattern.seq}`,
      triggeredOn: pattern.on,
      arisesOn,
      ...dueInWorkingDays(arisesOn, parameters.continuationWorkingDays),
      ...metBy(pattern.assessments[0], pattern.seq, talked.seq),
      ...superseded(file, pattern),
      task: 'assessContinuation' as const,
    }
    const proposals = pattern.assessments.flatMap((assessed, index) => {
      if (assessed.outcome === 'asIs') return []
      const later = pattern.assessments[index + 1]
      return [
        {
          about: `decide-anew-${assessed.seq}`,
          triggeredOn: pattern.on,
          arisesOn: assessed.on,
          derivation: [{ step: 'from' as const, day: assessed.on }],
          ...metBy(decisionAfter(file, assessed), assessed.seq),
          ...superseded(file, pattern),
          ...(later && { voidOn: later.on, voidReason: 'notNeeded' as const }),
          task: 'decideAnew' as const,
        },
      ]
    })
    return [assess, ...proposals]
  }),
)
