import { oversightRoutes } from '../oversight/routes.tsx'
import { page, post, type Route } from '../platform/route.ts'
import { reportsFile, showReportFigures } from '../reports/management-page.tsx'
import { assignChosen, showAssignment } from './assign.tsx'
import { clauseList, clausePage } from './clauses.tsx'
import { complaintsFile, showComplaintOutcomes } from './complaints.tsx'
import { overview } from './overview.tsx'
import { adopt, ownDuties, publish } from './own-duties.tsx'
import { showStandard } from './standard.tsx'

export const managementRoutes: readonly Route[] = [
  page('management.home', 'viewManagement', '/ledelse', overview),
  page('management.assignment', 'viewManagement', '/ledelse/fordeling', (c) => showAssignment(c)),
  // Each case is asked about again, by the command itself.
  post('management.assignment.post', 'viewManagement', '/ledelse/fordeling', assignChosen),
  page('management.clauses', 'viewManagement', '/ledelse/loefter', clauseList),
  page('management.clause', 'viewManagement', '/ledelse/loefter/:clause', clausePage),
  page('management.complaints', 'viewManagement', '/ledelse/klager', showComplaintOutcomes),
  page('management.complaints.file', 'viewManagement', '/ledelse/klager/fil', complaintsFile),
  page('management.reports', 'viewManagement', '/ledelse/meldinger', showReportFigures),
  page('management.reports.file', 'viewManagement', '/ledelse/meldinger/fil', reportsFile),
  page('management.municipality', 'viewManagement', '/ledelse/kommunen', (c) => ownDuties(c)),
  post('management.adopt.post', 'adoptStandard', '/ledelse/kommunen/vedtaget', adopt),
  post('management.publish.post', 'publishDeadlines', '/ledelse/kommunen/offentliggjort', publish),
  ...oversightRoutes,
  page('standard', 'viewStandard', '/kvalitetsstandard', showStandard),
]
