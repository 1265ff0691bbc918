import { z } from 'zod'
import { caseRule, metBy, statedBy } from '../../standard/rule.ts'
import { beforeDecision } from '../assessment/rules.ts'
import { hearingAnswerBy } from '../decision/gate.ts'
import { supersededBy } from '../processing.ts'
import { neededUntil } from '../reassessment/standing.ts'
import { answerOf } from './answer.ts'

/**
 * Adverse facts that the citizen cannot be presumed to know are put to them before a decision rests on them, or it is
 * recorded why not (FVL § 19). The duty shows as soon as such facts have come in.
 */
export const heardBeforeAdverse = caseRule(z.object({}), (file, _, terms) => [
  ...file.proceedings.flatMap((proceeding) => {
    const { trigger, decision, hearings } = proceeding
    const next = file.proceedings[file.proceedings.indexOf(proceeding) + 1]
    const adverse = file.information.find(
      (i) => i.adverse && i.seq > trigger.seq && (next === undefined || i.seq < next.trigger.seq),
    )
    if (!adverse || trigger.kind === 'anotherPlace') return []
    const favourable = decision?.record.outcome === 'GRANTED'
    const omitted = decision?.record.hearing?.kind === 'omitted'
    return [
      {
        about: `hear-${trigger.seq}`,
        triggeredOn: adverse.on,
        arisesOn: adverse.on,
        ...beforeDecision(proceeding, terms),
        ...metBy(hearings[0], adverse.seq),
        ...supersededBy(file, proceeding),
        ...neededUntil(proceeding),
        ...(decision && (favourable || omitted) && { voidOn: decision.on, voidReason: 'notNeeded' as const }),
        task: 'hearParty' as const,
      },
    ]
  }),
  ...file.proceedings.flatMap(({ decision, hearings }) => {
    if (!decision || decision.record.outcome === 'GRANTED') return []
    const reference = decision.record.hearing
    const heard =
      reference.kind === 'omitted'
        ? reference.because.trim() !== ''
        : hearings.some((h) => h.hearingId === reference.hearingId && h.seq < decision.seq)
    return [statedBy(decision, `heard-${decision.seq}`, heard)]
  }),
])

/**
 * The citizen may answer until the date, and later too, as long as it is not decided; silence breaks nothing. So it has no
 * due date: a right that was not used is not a promise that was broken. The day that was asked for is its derivation.
 */
export const hearingAnswer = caseRule(z.object({}), (file, _, terms) =>
  file.proceedings.flatMap((proceeding) =>
    proceeding.hearings.map((hearing) => ({
      about: `answer-${hearing.seq}`,
      triggeredOn: hearing.on,
      arisesOn: hearing.on,
      actor: 'citizen' as const,
      towards: 'authority' as const,
      derivation: [{ step: 'named' as const, day: hearingAnswerBy(file, hearing, terms) }],
      ...metBy(answerOf(hearing, 'citizen'), hearing.seq),
      ...neededUntil(proceeding),
      ...(proceeding.decision && { voidOn: proceeding.decision.on, voidReason: 'decided' as const }),
      task: 'answerHearing' as const,
    })),
  ),
)
