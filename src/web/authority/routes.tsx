import { casePage, casePost, page, post, type Route } from '../platform/route.ts'
import { application, changePage, withdrawalPage } from './application.tsx'
import * as overview from './case.tsx'
import { decidingRoutes } from './deciding-routes.tsx'
import { consentPage } from './consent-page.tsx'
import { delay, sendNotice } from './delay.tsx'
import * as files from './file-pages.tsx'
import { formRoutes } from './form-page.tsx'
import { hearing, sendHearing } from './hearing.tsx'
import { hearingAnswerPage } from './hearing-answer.tsx'
import { information, markInformed, withdrawConsent } from './information.tsx'
import { answerPage, askPage, reminderPage } from './information-pages.tsx'
import * as intake from './intake.tsx'
import { keptForms, recalled, saveKept } from './kept-draft.tsx'
import { closingPage, deathPage, remandPage } from './lifetime-pages.tsx'
import { guidancePage, movingPage, municipalityPage } from './municipality-pages.tsx'
import { confirmationPage, participationPage } from './participation-pages.tsx'
import { parties } from './parties.tsx'
import { plan, planAnswerPage, planOfferPage, savePlan } from './plan.tsx'
import { representativeRoutes, revocationPage } from './representative-pages.tsx'
import * as finding from './search.tsx'
import * as work from './worklist.tsx'

const of = (rest: string): string => `/myndighed/sager/:caseNumber${rest}`

export const authorityRoutes: readonly Route[] = [
  page('authority.home', 'viewWorklist', '/myndighed', work.myWork),
  page('authority.worklist', 'viewWorklist', '/myndighed/opgaver', work.showWorklist),
  page('authority.search', 'searchPersons', '/myndighed/soeg', finding.showSearch),
  post('authority.search.post', 'searchPersons', '/myndighed/soeg', finding.search),
  page('authority.open', 'openOtherCase', '/myndighed/sager/:caseNumber/aabn', (c) => finding.showOpening(c)),
  post('authority.open.post', 'openOtherCase', '/myndighed/sager/:caseNumber/aabn', finding.openCase),
  page('authority.intake', 'receiveApplication', '/myndighed/henvendelse/ny', (c) => intake.showIntake(c)),
  post('authority.intake.post', 'receiveApplication', '/myndighed/henvendelse/ny', intake.takeIn),

  casePage('authority.case', 'viewCase', of(''), (c) => overview.overview(c)),
  casePost('authority.assign', 'assignCase', of('/fordel'), overview.assign),
  casePage('authority.application', 'viewCase', of('/ansoegning'), application),
  casePage('authority.parties', 'viewCase', of('/parter'), parties),
  ...representativeRoutes,
  ...[
    askPage,
    reminderPage,
    answerPage,
    consentPage,
    hearingAnswerPage,
    planOfferPage,
    planAnswerPage,
    changePage,
    withdrawalPage,
    confirmationPage,
    municipalityPage,
    guidancePage,
    movingPage,
    revocationPage,
    participationPage,
    deathPage,
    closingPage,
    remandPage,
  ].flatMap(formRoutes),
  casePage('authority.information', 'viewCase', of('/oplysning'), async (c) =>
    information(await recalled(c, 'oplysning')),
  ),
  casePost('authority.information.post', 'markInformed', of('/oplysning'), markInformed),
  casePost(
    'authority.consent-withdrawal.post',
    'withdrawConsent',
    of('/oplysning/samtykke/traek-tilbage'),
    withdrawConsent,
  ),
  casePage('authority.hearing', 'viewCase', of('/hoering'), async (c) =>
    hearing(await recalled(c, 'hoering')),
  ),
  casePost('authority.hearing.post', 'sendHearing', of('/hoering'), sendHearing),
  casePage('authority.delay', 'viewCase', of('/varsling'), async (c) => delay(await recalled(c, 'varsling'))),
  casePost('authority.delay.post', 'issueDelayNotice', of('/varsling'), sendNotice),
  casePage('authority.plan', 'viewCase', of('/plan'), async (c) => plan(await recalled(c, 'plan'))),
  casePost('authority.plan.post', 'setGoals', of('/plan'), savePlan),
  casePost('authority.draft', 'viewCase', of(`/kladde/:form{${Object.keys(keptForms).join('|')}}`), saveKept),
  casePage('authority.notes', 'viewInternalNotes', of('/noter'), async (c) =>
    files.notes(await recalled(c, 'notat')),
  ),
  casePost('authority.notes.post', 'recordNote', of('/noter'), files.writeNote),
  casePage('authority.timeline', 'viewCase', of('/tidslinje'), files.timeline),
  casePage('authority.documents', 'viewCase', of('/dokumenter'), (c) => files.documents(c)),
  casePost('authority.documents.post', 'registerDocument', of('/dokumenter'), files.registerDocument),
  casePost('authority.letter-failure', 'handleLetterFailure', of('/dokumenter/brev'), files.handleFailure),
  casePage('authority.document', 'viewCase', of('/dokumenter/:hash'), files.document),
  casePage('authority.log', 'viewCase', of('/log'), files.log),
  ...decidingRoutes,
]
