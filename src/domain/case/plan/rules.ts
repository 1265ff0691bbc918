import { z } from 'zod'
import { isUnderPensionAge } from '../../person/pension-age.ts'
import { caseRule, metBy } from '../../standard/rule.ts'
import { latest } from '../../time/calendar-day.ts'
import { beforeDecision } from '../assessment/rules.ts'

/**
 * A § 141 plan is offered to whoever the law covers, and the answer is recorded, before a place is granted
 * (K2.2a-6, SEL § 141 stk. 2): functional impairment or serious social problems, and under pension age.
 */
export const planOffered = caseRule(z.object({}), (file, _, terms) =>
  file.proceedings.flatMap((proceeding) => {
    const { assessment, decision, trigger } = proceeding
    if (!assessment || trigger.kind === 'anotherPlace') return []
    const functional = assessment.criterionA.grounds.some((g) => g !== 'social')
    const covered = functional || assessment.seriousSocialProblems
    if (!covered || !isUnderPensionAge(file.bornOn, assessment.on, terms.parameters.pensionAges)) return []
    const offer = file.planOffer
    const answer = file.planAnswer
    const refused = decision?.record.outcome === 'REFUSED' ? decision : undefined
    return [
      {
        about: `plan-${trigger.seq}`,
        triggeredOn: assessment.on,
        arisesOn: assessment.on,
        ...beforeDecision(proceeding, terms),
        // Offered and answered: the later of the two is the day it is done.
        ...metBy(
          offer && answer && { on: latest(offer.on, answer.on), seq: answer.seq },
          assessment.seq,
          ...(offer ? [offer.seq] : []),
        ),
        ...(refused && { voidOn: refused.on, voidReason: 'notNeeded' as const }),
        task: 'offerActionPlan' as const,
      },
    ]
  }),
)
