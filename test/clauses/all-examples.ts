import { absenceExamples } from './absence.examples.ts'
import { applicationExamples } from './application.examples.ts'
import { complaintExamples } from './complaint.examples.ts'
import { decisionExamples } from './decision.examples.ts'
import { everydayExamples } from './everyday.examples.ts'
import type { Example } from './example.ts'
import { followUpExamples } from './follow-up.examples.ts'
import { informationExamples } from './information.examples.ts'
import { interventionExamples } from './intervention.examples.ts'
import { messageExamples } from './message.examples.ts'
import { movingExamples } from './moving.examples.ts'
import { oversightExamples } from './oversight.examples.ts'
import { ownPaymentExamples } from './own-payment.examples.ts'
import { partyExamples } from './party.examples.ts'
import { reassessmentExamples } from './reassessment.examples.ts'
import { retentionExamples } from './retention.examples.ts'
import { scheduleExamples } from './schedule.examples.ts'
import { transportExamples } from './transport.examples.ts'

export const allExamples: readonly Example[] = [
  ...applicationExamples,
  ...informationExamples,
  ...decisionExamples,
  ...messageExamples,
  ...partyExamples,
  ...ownPaymentExamples,
  ...scheduleExamples,
  ...transportExamples,
  ...everydayExamples,
  ...absenceExamples,
  ...reassessmentExamples,
  ...interventionExamples,
  ...followUpExamples,
  ...complaintExamples,
  ...movingExamples,
  ...oversightExamples,
  ...retentionExamples,
]

/** The titles that hold each clause, in the order of their ids: what `standards/tests.json` says. */
export const titlesByClause = (): Readonly<Record<string, readonly string[]>> => {
  const titles = new Map<string, string[]>()
  for (const { clause, title } of allExamples) titles.set(clause, [...(titles.get(clause) ?? []), title])
  return Object.fromEntries([...titles].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}
