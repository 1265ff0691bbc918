import { casePage, casePost, inFace, page, type Route } from '../platform/route.ts'
import { approve, fetchPackage, hold, recordDelivery, release, showKeptCase } from './case-page.tsx'
import { keptHref, showRetention } from './overview.tsx'

const here = keptHref(':caseNumber')

/** The administrator and the leader each come to it in their own face: one delivers, the other approves. */
export const retentionRoutes: readonly Route[] = [
  ...inFace('viewUsers', [page('retention', 'viewRetention', '/admin/opbevaring', showRetention)]),
  ...inFace('viewManagement', [
    page('management.retention', 'viewRetention', '/ledelse/opbevaring', showRetention),
  ]),
  ...inFace('viewRetention', [
    casePage('retention.case', 'viewRetention', here, (c) => showKeptCase(c)),
    casePage('retention.package', 'viewRetention', `${here}/pakke`, fetchPackage),
    casePost('retention.delivery.post', 'recordArchiveDelivery', `${here}/aflevering`, recordDelivery),
    casePost('retention.hold.post', 'holdErasure', `${here}/hold`, hold),
    casePost('retention.release.post', 'releaseErasure', `${here}/ophaev`, release),
    casePost('retention.approve.post', 'approveErasure', `${here}/godkend`, approve),
  ]),
]
