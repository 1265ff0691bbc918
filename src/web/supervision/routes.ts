/** Supervision: looks with a stated purpose, and changes nothing of any case. */
import { casePage, page, post, type Route } from '../platform/route.ts'
import { showSupervisedCase } from './case.tsx'
import { beginChain, goOnWithChain, showChain } from './chain.tsx'
import { showDeviations } from './deviations.tsx'
import { logFile, showLog } from './log.tsx'
import { drawCases, openSupervised, showSamples } from './sample.tsx'

export const supervisionRoutes: readonly Route[] = [
  page('supervision.home', 'viewSupervision', '/tilsyn', (c) => showSamples(c)),
  post('supervision.draw.post', 'viewSupervision', '/tilsyn', drawCases),
  post('supervision.open.post', 'viewSupervision', '/tilsyn/sager/:caseNumber/aabn', openSupervised),
  casePage('supervision.case', 'viewSupervisedCase', '/tilsyn/sager/:caseNumber', showSupervisedCase),
  page('supervision.log', 'viewSupervision', '/tilsyn/log', showLog),
  page('supervision.log.file', 'viewSupervision', '/tilsyn/log/fil', logFile),
  page('supervision.chain', 'viewSupervision', '/tilsyn/kaede', showChain),
  post('supervision.chain.post', 'viewSupervision', '/tilsyn/kaede', beginChain),
  post('supervision.chain.on.post', 'viewSupervision', '/tilsyn/kaede/videre', goOnWithChain),
  page('supervision.deviations', 'viewSupervision', '/tilsyn/afvigelser', showDeviations),
]
