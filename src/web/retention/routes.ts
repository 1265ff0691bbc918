import { casePage, casePost, inFace, page, type Route } from '../platform/route.ts'
import { approve, fetchPackage, hold, recordDelivery, release, showKeptCase } from './case-page.tsx'
import { keptHref, showRetention } from './overview.tsx'

const here = keptHref(':caseNumber')

export const retentionRoutes: readonly Route[] = inFace('viewRetention', [
  page('retention', 'viewRetention', '/admin/opbevaring', showRetention),
  casePage('retention.case', 'viewRetention', here, (c) => showKeptCase(c)),
  casePage('retention.package', 'viewRetention', `${here}/pakke`, fetchPackage),
  casePost('retention.delivery.post', 'recordArchiveDelivery', `${here}/aflevering`, recordDelivery),
  casePost('retention.hold.post', 'holdErasure', `${here}/hold`, hold),
  casePost('retention.release.post', 'releaseErasure', `${here}/ophaev`, release),
  casePost('retention.approve.post', 'approveErasure', `${here}/godkend`, approve),
])
