import { z } from 'zod'
import { isUnderPensionAge } from '../../person/pension-age.ts'
import { caseRule, firstOf, metBy, spansOf } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import { beforeDecision } from '../assessment/rules.ts'
import { supersededBy } from '../processing.ts'
import { neededUntil } from '../reassessment/standing.ts'

/**
 * A § 141 plan is offered to whoever the law covers, and the answer is recorded, before a place is granted
 * (K2.2a-6, SEL § 141 stk. 2): functional impairment or serious social problems, and under pension age.
 */
export const planOffered = caseRule(z.object({}), (file, _, terms) =>
  file.proceedings.flatMap((proceeding) => {
    const { assessments, decision, trigger } = proceeding
    if (trigger.kind === 'anotherPlace') return []
    const covered = spansOf(
      assessments,
      ({ criterionA, seriousSocialProblems, on }) =>
        (criterionA.grounds.some((g) => g !== 'social') || seriousSocialProblems) &&
        isUnderPensionAge(file.bornOn, on, terms.parameters.pensionAges),
    )
    const offer = file.firstPlanOffer
    const answer = file.firstPlanAnswer
    const refused = decision?.record.outcome === 'REFUSED' ? decision : undefined
    return covered.map(({ from, until }) => {
      const needless = firstOf(until, refused)
      return {
        about: `plan-${from.seq}`,
        triggeredOn: from.on,
        arisesOn: from.on,
        ...beforeDecision(proceeding, terms),
        // Offered and answered: the later of the two is the day it is done.
        ...metBy(
          offer && answer && { on: latest(offer.on, answer.on), seq: answer.seq },
          from.seq,
          ...(offer ? [offer.seq] : []),
        ),
        ...supersededBy(file, proceeding),
        ...neededUntil(proceeding),
        ...(needless && { voidOn: needless.on, voidReason: 'notNeeded' as const }),
        task: 'offerActionPlan' as const,
      }
    })
  }),
)
