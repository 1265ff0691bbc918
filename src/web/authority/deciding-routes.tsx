/** The routes from the assessment to the first day. */
import { casePage, casePost, type Route } from '../platform/route.ts'
import { casePageOfRide } from '../transport/case-page.tsx'
import { continuationPage, talkWithCitizen, talkWithProvider } from './absence/form-pages.tsx'
import { showAbsence } from './absence/page.tsx'
import { assess, showAssessment } from './assessment/page.tsx'
import { complaintPages } from './complaint/form-pages.tsx'
import { showComplaint, showComplaints } from './complaint/page.tsx'
import { draftPdf, sendDecision, showDecision, showPreview } from './decision/page.tsx'
import { approve, returnProposal } from './decision/proposal.tsx'
import { concludePage } from './follow-up/conclude-form.tsx'
import { askPage, callPage, cancelPage, keepPage, movePage } from './follow-up/meeting-forms.tsx'
import { showFollowUp } from './follow-up/page.tsx'
import { formRoutes } from './form-page.tsx'
import { contentPage } from './order/content-page.tsx'
import { sendOrder, showOrder } from './order/page.tsx'
import { answerQuestion, registerStart } from './order/under-way.tsx'
import { considerOtherHelp, showOtherHelp } from './other-help/page.tsx'
import { beginPage, changePage, unchangedPage } from './reassessment/form-pages.tsx'
import { showReassessment } from './reassessment/page.tsx'
import { answerReport, showReport, showReports } from './report/page.tsx'

const of = (rest: string): string => `/myndighed/sager/:caseNumber${rest}`

export const decidingRoutes: readonly Route[] = [
  casePage('authority.assessment', 'viewCase', of('/vurdering'), (c) => showAssessment(c)),
  casePost('authority.assessment.post', 'assessTargetGroup', of('/vurdering'), assess),
  casePage('authority.other-help', 'viewCase', of('/anden-hjaelp'), (c) => showOtherHelp(c)),
  casePost('authority.other-help.post', 'considerOtherPossibilities', of('/anden-hjaelp'), considerOtherHelp),
  casePage('authority.decision', 'viewCase', of('/afgoerelse'), showDecision),
  casePost('authority.decision.post', 'issueDecision', of('/afgoerelse'), sendDecision),
  casePage('authority.decision.preview', 'issueDecision', of('/afgoerelse/visning'), showPreview),
  casePage('authority.decision.draft', 'viewCase', of('/afgoerelse/udkast.pdf'), draftPdf),
  casePost('authority.decision.approve', 'approveDecision', of('/afgoerelse/godkend'), approve),
  casePost('authority.decision.return', 'returnDecision', of('/afgoerelse/send-tilbage'), returnProposal),
  casePage('authority.order', 'viewCase', of('/bestilling'), (c) => showOrder(c)),
  casePost('authority.order.post', 'sendOrder', of('/bestilling'), sendOrder),
  casePost('authority.order.answer', 'answerOrderQuestion', of('/bestilling/svar'), answerQuestion),
  ...formRoutes(contentPage),
  ...formRoutes(casePageOfRide),
  casePage('authority.complaints', 'viewCase', of('/klage'), showComplaints),
  ...complaintPages.flatMap(formRoutes),
  casePage('authority.complaint', 'viewCase', of('/klage/:number'), showComplaint),
  casePage('authority.absence', 'viewCase', of('/fravaer'), showAbsence),
  casePage('authority.follow-up', 'viewCase', of('/opfoelgning'), showFollowUp),
  ...[callPage, movePage, cancelPage, keepPage, askPage, concludePage].flatMap(formRoutes),
  ...[talkWithCitizen, talkWithProvider, continuationPage].flatMap(formRoutes),
  casePage('authority.reassessment', 'viewCase', of('/revurdering'), showReassessment),
  ...[beginPage, changePage, unchangedPage].flatMap(formRoutes),
  casePage('authority.reports', 'viewCase', of('/melding'), showReports),
  casePage('authority.report', 'viewCase', of('/melding/:reportId'), (c) => showReport(c)),
  casePost('authority.report.post', 'answerReport', of('/melding/:reportId'), answerReport),
  // The provider records it too, on pages of its own: this address is the authority's, and `perform` asks for the command.
  casePost('authority.order.start', 'viewCase', of('/bestilling/start'), registerStart),
]
