import { z } from 'zod'
import { caseRule, dueBy, dueInWorkingDays, metBy, spansOf } from '../../standard/rule.ts'
import { dispatchOf, processingDeadline, supersededBy } from '../processing.ts'
import { isAppliedFor, neededUntil } from '../reassessment/standing.ts'

const none = z.object({})

/** Any channel starts the clock and gets its receipt, with the case number and the answer-by date (K2.2a-1). */
export const receiptSent = caseRule(none, (file, _, { parameters }) => {
  return file.proceedings.filter(isAppliedFor).map(({ trigger }) => {
    const letter = file.letters.find((l) => l.kind === 'receipt' && l.seq > trigger.seq)
    return {
      about: trigger.kind === 'application' ? 'receipt' : `receipt-${trigger.seq}`,
      triggeredOn: trigger.on,
      arisesOn: trigger.on,
      ...dueInWorkingDays(trigger.on, parameters.receiptWorkingDays),
      ...metBy(letter && dispatchOf(file, letter.letterId), trigger.seq),
      task: 'sendReceipt' as const,
    }
  })
})

/** The answer to an application, the first or one for a change, by the deadline of its run (K2.1-1, RSL § 3), or of the remand (RSL § 3 a). */
export const decideWithin = caseRule(
  z.object({ trigger: z.enum(['application', 'remand', 'any']) }),
  (file, p, terms) =>
    file.proceedings
      .filter(
        (run) =>
          (p.trigger !== 'remand' && isAppliedFor(run)) ||
          (p.trigger !== 'application' && run.trigger.kind === 'remand'),
      )
      .map((proceeding) => ({
        about: `decision-${proceeding.trigger.seq}`,
        triggeredOn: proceeding.trigger.on,
        arisesOn: proceeding.trigger.on,
        ...dueBy(processingDeadline(proceeding, terms.parameters)),
        ...metBy(
          proceeding.decision && dispatchOf(file, proceeding.decision.letterId),
          proceeding.trigger.seq,
          ...(proceeding.decision ? [proceeding.decision.seq] : []),
        ),
        ...supersededBy(file, proceeding),
        ...neededUntil(proceeding),
        task: 'decide' as const,
      })),
)

/** Who is resident, acting and paying municipality is recorded early (RSL § 9). */
export const actingMunicipalityRecorded = caseRule(none, (file, _, { parameters }) => [
  {
    about: 'municipality',
    triggeredOn: file.received.on,
    arisesOn: file.received.on,
    ...dueInWorkingDays(file.received.on, parameters.guidanceWorkingDays),
    ...metBy(file.municipalities[0], file.received.seq),
    task: 'recordActingMunicipality',
  },
])

/** Another municipality is the acting one: guide, forward, tell the citizen (FVL § 7). A correction makes it needless. */
export const guidedAndForwarded = caseRule(none, (file, _, { parameters, municipality }) =>
  spansOf(file.municipalities, (m) => m.acting !== municipality).map(({ from: recorded, until }) => ({
    about: `guidance-${recorded.seq}`,
    triggeredOn: recorded.on,
    arisesOn: recorded.on,
    ...dueInWorkingDays(recorded.on, parameters.guidanceWorkingDays),
    ...metBy(
      file.guidance.find((g) => g.forwardedTo !== undefined),
      recorded.seq,
    ),
    ...(until && { voidOn: until.on, voidReason: 'notNeeded' as const }),
    task: 'guideAndForward' as const,
  })),
)

/** A relative's application without power: the citizen is asked to stand by it. */
export const applicationConfirmed = caseRule(none, (file) =>
  file.applicant.kind !== 'helper'
    ? []
    : [
        {
          about: 'confirmation',
          triggeredOn: file.received.on,
          arisesOn: file.received.on,
          actor: 'citizen',
          towards: 'authority',
          ...metBy(file.confirmed, file.received.seq),
          task: 'confirmApplication',
        },
      ],
)
