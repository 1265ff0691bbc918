import { z } from 'zod'
import { caseRule, dueBy, metBy } from '../../standard/rule.ts'
import { addDays } from '../../time/calendar-day.ts'
import { deadlineFor } from '../../time/deadline.ts'
import { placementReplacedOn } from '../placement-rounds.ts'
import { reportKinds } from './events.ts'

/**
 * What the provider reports, by kind: told within some weeks of when it began by the provider's own account, and answered
 * by the caseworker within some working days (K2.3-4, K2.4b-2, K2.4b-3). That it was never told, nobody can see here.
 */
export const providerReports = caseRule(z.object({ kind: z.enum(reportKinds) }), (file, { kind }, terms) =>
  file.reports
    .filter((report) => report.kind === kind)
    .flatMap((report) => {
      const { on, seq, since, answers, orderId } = report
      const order = file.orders.find((o) => o.orderId === orderId)
      const replaced = order && placementReplacedOn(file, order)
      const toldBy = addDays(since, terms.parameters.reportDays)
      return [
        {
          about: `reported-${seq}`,
          triggeredOn: on,
          arisesOn: on,
          actor: 'provider' as const,
          towards: 'authority' as const,
          dueOn: toldBy,
          derivation: [
            { step: 'from' as const, day: since },
            { step: 'add' as const, amount: terms.parameters.reportDays, unit: 'day' as const, day: toldBy },
          ],
          ...metBy(report, seq),
        },
        {
          about: `report-${seq}`,
          triggeredOn: on,
          arisesOn: on,
          towards: 'provider' as const,
          ...dueBy(deadlineFor('DEVIATION_REACTION_DUE', on, terms)),
          ...metBy(answers[0], seq),
          ...(replaced && { voidOn: replaced, voidReason: 'superseded' as const }),
          task: 'answerReport' as const,
        },
      ]
    }),
)
