import { casePage, casePost, inFace, page, post, type Route } from '../platform/route.ts'
import { accessRoutes } from './access/page.tsx'
import { log } from './access-log.tsx'
import * as overview from './case.tsx'
import { followUpPage, letterFailurePage } from './case-letters.tsx'
import { dailyNotes } from './daily-notes.tsx'
import { decidingRoutes } from './deciding-routes.tsx'
import * as files from './documents.tsx'
import { formRoutes } from './form-page.tsx'
import { informingRoutes } from './informing-routes.tsx'
import * as intake from './intake.ts'
import { showIntake } from './intake-form.tsx'
import { recalled } from './kept-draft.tsx'
import * as messages from './message-pages.tsx'
import { notes, writeNote } from './notes.tsx'
import { postPage } from './post-page.tsx'
import * as finding from './search.tsx'
import { timeline } from './timeline.tsx'
import * as work from './worklist.tsx'

const of = (rest: string): string => `/myndighed/sager/:caseNumber${rest}`

export const authorityRoutes: readonly Route[] = [
  page('authority.home', 'viewWorklist', '/myndighed', work.myWork),
  page('authority.worklist', 'viewWorklist', '/myndighed/opgaver', work.showWorklist),
  page('authority.search', 'searchPersons', '/myndighed/soeg', finding.showSearch),
  post('authority.search.post', 'searchPersons', '/myndighed/soeg', finding.search),
  page('authority.open', 'openOtherCase', '/myndighed/sager/:caseNumber/aabn', finding.askToOpen),
  post('authority.open.post', 'openOtherCase', '/myndighed/sager/:caseNumber/aabn', finding.openCase),
  // Citizens apply and answer too, on pages of their own.
  ...inFace('viewWorklist', [
    page('authority.intake', 'receiveApplication', '/myndighed/henvendelse/ny', (c) => showIntake(c)),
    post('authority.intake.post', 'receiveApplication', '/myndighed/henvendelse/ny', intake.takeIn),
  ]),

  page('authority.post', 'viewPost', '/myndighed/breve', postPage),

  casePage('authority.case', 'viewCase', of(''), (c) => overview.overview(c)),
  casePost('authority.assign', 'assignCase', of('/fordel'), overview.assign),
  ...inFace('viewCase', informingRoutes),
  casePage('authority.daily-notes', 'viewCase', of('/dokumentation'), dailyNotes),
  casePage('authority.notes', 'viewInternalNotes', of('/noter'), async (c) =>
    notes(await recalled(c, 'notat')),
  ),
  casePost('authority.notes.post', 'recordNote', of('/noter'), writeNote),
  ...inFace('viewCase', [
    casePage('authority.messages', 'readThread', of('/beskeder'), (c) => messages.messages(c)),
    casePost('authority.messages.post', 'sendMessage', of('/beskeder/:orderId'), messages.writeMessage),
  ]),
  casePage('authority.timeline', 'viewCase', of('/tidslinje'), timeline),
  casePage('authority.documents', 'viewCase', of('/dokumenter'), (c) => files.documents(c)),
  casePost('authority.documents.post', 'registerDocument', of('/dokumenter'), files.registerDocument),
  ...[letterFailurePage, followUpPage].flatMap(formRoutes),
  casePage('authority.document', 'viewCase', of('/dokumenter/:hash'), files.document),
  casePage('authority.log', 'viewCase', of('/log'), log),
  ...inFace('viewCase', accessRoutes),
  ...decidingRoutes,
]
