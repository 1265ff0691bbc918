/** The leader's oversight: registers, the review of the log, and the management review. */
import { casePage, casePost, inFace, page, post, type Route } from '../platform/route.ts'
import { concludeCases, drawCases, showCaseReview } from './case-review.tsx'
import { answerChecklist, caseReviewHref, checklistHref, showChecklist } from './checklist.tsx'
import { registerFormRoutes, registersHref } from './forms.tsx'
import { concludeLooks, drawLooks, showLogReview } from './log-review.tsx'
import { judgeLook, logReviewHref, showLook } from './look.tsx'
import { showRegisters } from './registers.tsx'

const checklist = checklistHref(':caseNumber')

export const oversightRoutes: readonly Route[] = inFace('viewOversight', [
  page('oversight.registers', 'viewOversight', registersHref, showRegisters),
  ...registerFormRoutes,
  page('oversight.log', 'viewOversight', logReviewHref, (c) => showLogReview(c)),
  post('oversight.log.draw.post', 'drawLogReview', `${logReviewHref}/traek`, drawLooks),
  post('oversight.log.conclude.post', 'concludeLogReview', `${logReviewHref}/afslut`, concludeLooks),
  page('oversight.look', 'reviewLook', `${logReviewHref}/opslag`, (c) => showLook(c)),
  post('oversight.look.post', 'reviewLook', `${logReviewHref}/opslag`, judgeLook),
  page('oversight.cases', 'viewOversight', caseReviewHref, (c) => showCaseReview(c)),
  post('oversight.cases.draw.post', 'drawCaseReview', `${caseReviewHref}/traek`, drawCases),
  post('oversight.cases.conclude.post', 'concludeCaseReview', `${caseReviewHref}/afslut`, concludeCases),
  casePage('oversight.case', 'reviewCase', checklist, (c) => showChecklist(c)),
  casePost('oversight.case.post', 'reviewCase', checklist, answerChecklist),
])
