import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { refuse } from '../../refusal.ts'
import type { CaseFile, ProviderReport } from '../case-file.ts'
import { defineCommand, newPart, only } from '../command.ts'
import { refuseIfFinished, refuseIfNotHeld } from '../lifetime.ts'
import { reassessmentBeside } from '../reassessment/decide.ts'
import type { ReassessmentCause } from '../reassessment/events.ts'
import { type ReportKind, reportEvents } from './events.ts'

export const conclusionOf = ({ answers }: ProviderReport) => answers.find((a) => a.reaction !== 'contact')

export const openReports = (file: CaseFile): readonly ProviderReport[] =>
  file.reports.filter((report) => conclusionOf(report) === undefined)

const causes = {
  deviation: 'deviation',
  deliveryProblem: 'deliveryProblem',
  changeRequest: 'changeRequest',
} as const satisfies Record<ReportKind, ReassessmentCause>

export const reportCommands = {
  /**
   * The provider reports (K2.3-4, K2.4b-2, K2.4b-3). It asks for no consent and changes nothing of itself: no command of
   * a provider's touches the extent.
   */
  reportToAuthority: defineCommand({
    schema: reportEvents.providerReported.omit({ reportId: true }),
    invalidatedBy: [],
    decide: (file, payload, context) => {
      const order = file.orders.find((o) => o.orderId === payload.orderId)
      if (!order) return refuse('notFound')
      if (!order.accepted) return refuse('orderNotAccepted')
      if (payload.since > context.today) return refuse('dateInFuture', { field: 'since' })
      if (payload.since < order.on) return refuse('beforeOrder', { field: 'since' })
      return (
        refuseIfFinished(file) ??
        refuseIfNotHeld(file, order, context.today) ??
        only({ type: 'providerReported', payload: { ...payload, reportId: newPart(context) } })
      )
    },
  }),
  /** What the caseworker does about a report: within some working days, and by a named person. */
  answerReport: defineCommand({
    schema: z.object({ reportId: PartId, ...reportEvents.reportAnswered.omit({ reportId: true }).shape }),
    invalidatedBy: ['reportAnswered', 'reassessmentOpened'],
    decide: (file, payload, { actor }) => {
      if (actor.kind !== 'staff') return refuse('notAllowed')
      const report = file.reports.find((r) => r.reportId === payload.reportId)
      if (!report) return refuse('notFound')
      if (conclusionOf(report)) return refuse('alreadyDone')
      const refused = refuseIfFinished(file)
      if (refused) return refused
      const answered = { type: 'reportAnswered' as const, payload }
      return payload.reaction === 'reassessment'
        ? only(answered, ...besideReport(file, report, payload.words))
        : only(answered)
    },
  }),
} as const

const besideReport = (file: CaseFile, { kind, reportId }: ProviderReport, because: string) =>
  reassessmentBeside(file, { cause: causes[kind], about: reportId, because })
