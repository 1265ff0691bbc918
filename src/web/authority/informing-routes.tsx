/** The routes from the application to the decision: parties, information, hearing, plan, delay. */
import { casePage, casePost, type Route } from '../platform/route.ts'
import { application, changePage, withdrawalPage } from './application.tsx'
import { consentPage } from './consent-page.tsx'
import { delay, sendNotice } from './delay.tsx'
import { formRoutes } from './form-page.tsx'
import { hearing, sendHearing } from './hearing.tsx'
import { hearingAnswerPage } from './hearing-answer.tsx'
import { information, markInformed, withdrawConsent } from './information.tsx'
import { answerPage, askPage, reminderPage } from './information-pages.tsx'
import { keptForms, recalled, saveKept } from './kept-draft.tsx'
import { closingPage, deathPage, remandPage } from './lifetime-pages.tsx'
import { movingPages } from './moving/form-pages.tsx'
import { moving } from './moving/page.tsx'
import { guidancePage, municipalityPage } from './municipality-pages.tsx'
import { confirmationPage, participationPage } from './participation-pages.tsx'
import { parties } from './parties.tsx'
import { plan, planAnswerPage, planOfferPage, savePlan } from './plan.tsx'
import { casePlanVersions } from './plan-versions.tsx'
import { representationEndPage, verificationPage } from './representation-check.tsx'
import { representativeRoutes, revocationPage } from './representative-pages.tsx'
import { recordSent, sourceLetter } from './source-letter.tsx'

const of = (rest: string): string => `/myndighed/sager/:caseNumber${rest}`

export const informingRoutes: readonly Route[] = [
  casePage('authority.application', 'viewCase', of('/ansoegning'), application),
  casePage('authority.parties', 'viewCase', of('/parter'), parties),
  casePage('authority.moving', 'viewCase', of('/parter/flytning'), moving),
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
    ...movingPages,
    revocationPage,
    verificationPage,
    representationEndPage,
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
  casePage('authority.source-letter', 'viewCase', of('/oplysning/brev/:letterId'), (c) => sourceLetter(c)),
  casePost(
    'authority.source-letter.post',
    'recordSourceLetterSent',
    of('/oplysning/brev/:letterId'),
    recordSent,
  ),
  casePage('authority.hearing', 'viewCase', of('/hoering'), async (c) =>
    hearing(await recalled(c, 'hoering')),
  ),
  casePost('authority.hearing.post', 'sendHearing', of('/hoering'), sendHearing),
  casePage('authority.delay', 'viewCase', of('/varsling'), async (c) => delay(await recalled(c, 'varsling'))),
  casePost('authority.delay.post', 'issueDelayNotice', of('/varsling'), sendNotice),
  casePage('authority.plan', 'viewCase', of('/plan'), async (c) => plan(await recalled(c, 'plan'))),
  casePage('authority.plan.versions', 'viewCase', of('/plan/versioner'), casePlanVersions),
  casePost('authority.plan.post', 'setGoals', of('/plan'), savePlan),
  casePost('authority.draft', 'viewCase', of(`/kladde/:form{${Object.keys(keptForms).join('|')}}`), saveKept),
]
