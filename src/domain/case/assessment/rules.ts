import { z } from 'zod'
import { caseRule, dueBy, metBy } from '../../standard/rule.ts'
import type { StandardTerms } from '../../standard/terms.ts'
import { earliest } from '../../time/calendar-day.ts'
import type { CaseFile, Proceeding } from '../case-file.ts'
import { hasProcessingTime, processingDeadline, supersededBy } from '../processing.ts'
import { neededUntil } from '../reassessment/standing.ts'

/** Due before the decision of the run: by its deadline, or by the day it was in fact decided. */
export function beforeDecision(proceeding: Proceeding, { parameters }: StandardTerms) {
  const due = dueBy(processingDeadline(proceeding, parameters))
  const decided = proceeding.decision?.on
  return decided === undefined ? due : { ...due, dueOn: earliest(due.dueOn, decided) }
}

const runs = (file: CaseFile): readonly Proceeding[] => file.proceedings.filter(hasProcessingTime)

/** The social worker's individual assessment, before the decision and in that role (K2.2a-3, K2.2a-4). */
export const assessedBeforeDecision = caseRule(
  z.object({ role: z.string().optional() }),
  (file, { role }, terms) =>
    runs(file).map((proceeding) => {
      const { assessments, trigger } = proceeding
      const assessed = assessments.find(
        ({ actor }) => role === undefined || (actor.kind === 'staff' && actor.role === role),
      )
      return {
        about: `assessment-${trigger.seq}`,
        triggeredOn: trigger.on,
        arisesOn: trigger.on,
        ...beforeDecision(proceeding, terms),
        ...metBy(assessed, trigger.seq),
        ...supersededBy(file, proceeding),
        ...neededUntil(proceeding),
        task: 'assess' as const,
      }
    }),
)

/** The case is informed well enough before it is decided, and somebody has said why (RSL § 10). */
export const informedBeforeDecision = caseRule(z.object({}), (file, _, terms) =>
  runs(file).map((proceeding) => ({
    about: `informed-${proceeding.trigger.seq}`,
    triggeredOn: proceeding.trigger.on,
    arisesOn: proceeding.trigger.on,
    ...beforeDecision(proceeding, terms),
    ...metBy(proceeding.firstInformed, proceeding.trigger.seq),
    ...supersededBy(file, proceeding),
    ...neededUntil(proceeding),
    task: 'informCase' as const,
  })),
)

/** The citizen takes part in their own case (RSL § 4): what they need for it is planned, or they have been spoken with. */
export const citizenInvolved = caseRule(z.object({}), (file, _, terms) =>
  runs(file).map((proceeding) => {
    const since = proceeding.trigger
    const ways = [
      ...file.participation,
      ...file.notes.filter(
        (n) =>
          (n.with === 'citizen' || n.with === 'representative') &&
          // Writing down the application itself is not yet to have been involved in it.
          n.writesDown === undefined,
      ),
      ...proceeding.hearings.flatMap((h) => h.answers),
    ].filter((way) => way.seq > since.seq)
    const first = ways.sort((a, b) => a.on.localeCompare(b.on) || a.seq - b.seq)[0]
    return {
      about: `involved-${since.seq}`,
      triggeredOn: since.on,
      arisesOn: since.on,
      ...beforeDecision(proceeding, terms),
      ...metBy(first, since.seq),
      ...supersededBy(file, proceeding),
      ...neededUntil(proceeding),
      task: 'recordParticipation' as const,
    }
  }),
)
