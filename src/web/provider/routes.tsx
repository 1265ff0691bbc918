import { inFace, orderPage, orderPost, page, post, type Route } from '../platform/route.ts'
import * as answer from './answer-pages.tsx'
import { actOnDay } from './day/day-acts.ts'
import { printDay, someDay, today } from './day/day-page.tsx'
import { saveOfferDays, showOfferDays } from './day/offer-page.tsx'
import { sums, sumsFile } from './day/sums-page.tsx'
import { everydayRoutes } from './everyday-routes.ts'
import { askForFollowUp, showFollowUp } from './follow-up-page.tsx'
import { followGoal, showGoals } from './goals-page.tsx'
import * as groups from './group-pages.tsx'
import { home, orderList, peopleList } from './lists.tsx'
import * as messages from './message-pages.tsx'
import { showOrder } from './order-page.tsx'
import { saveOwnCode, showOwnCode } from './own-code.tsx'
import { askNewPasskey, removeOwnPasskey, saveOwnPasskey } from './own-passkeys.ts'
import { showPerson } from './person-page.tsx'
import * as placement from './placement-pages.tsx'
import { keepPlan, openPlan, savePlan } from './plan-page.tsx'
import { placePlanVersions } from './plan-versions.tsx'
import { settle } from './quarantine.tsx'
import { sendReport, showReport } from './report-page.tsx'
import { saveSchedule, showSchedule } from './schedule-page.tsx'
import { addTablet, changeTablet, showTablets } from './tablets.tsx'
import { showTelling, tell } from './tell-page.tsx'
import { showWeek } from './week-page.tsx'

const of = (more = ''): string => `/tilbud/bestillinger/:orderId${more}`

export const providerRoutes: readonly Route[] = [
  ...everydayRoutes,
  page('provider.home', 'viewPlacedPeople', '/tilbud', home),
  page('provider.people', 'viewPlacedPeople', '/tilbud/borgere', peopleList),
  page('provider.orders', 'viewOrder', '/tilbud/bestillinger', orderList),
  orderPage('provider.order', 'viewOrder', of(), showOrder),
  orderPage('provider.accept', 'acceptOrder', of('/ja'), (c) => answer.showAccept(c)),
  orderPost('provider.accept.post', 'acceptOrder', of('/ja'), answer.accept),
  orderPage('provider.question', 'questionOrder', of('/spoergsmaal'), (c) => answer.showQuestion(c)),
  orderPost('provider.question.post', 'questionOrder', of('/spoergsmaal'), answer.ask),
  orderPage('provider.decline', 'declineOrder', of('/kan-ikke'), (c) => answer.showDecline(c)),
  orderPost('provider.decline.post', 'declineOrder', of('/kan-ikke'), answer.decline),
  orderPage('provider.contact', 'appointContactPerson', of('/kontaktperson'), (c) =>
    placement.showContact(c),
  ),
  orderPost('provider.contact.post', 'appointContactPerson', of('/kontaktperson'), placement.changeContact),
  orderPage('provider.start', 'viewOrder', of('/start'), (c) => placement.showStart(c)),
  // `startPlacement` is the caseworker's too, on their own pages: here it is for whoever sees the order at the provider.
  orderPost('provider.start.post', 'viewOrder', of('/start'), placement.start),
  page('provider.tablets', 'pairTablets', '/tilbud/tablets', (c) => showTablets(c)),
  post('provider.tablets.post', 'pairTablets', '/tilbud/tablets', addTablet),
  post('provider.tablets.settle.post', 'settleQuarantine', '/tilbud/tablets/afgoer/:factId', settle),
  post('provider.tablets.lock.post', 'pairTablets', '/tilbud/tablets/:deviceId/laas', (c) =>
    changeTablet(c, 'laas'),
  ),
  post('provider.tablets.unlock.post', 'pairTablets', '/tilbud/tablets/:deviceId/aabn', (c) =>
    changeTablet(c, 'aabn'),
  ),
  post('provider.tablets.unpair.post', 'pairTablets', '/tilbud/tablets/:deviceId/fjern', (c) =>
    changeTablet(c, 'fjern'),
  ),
  page('provider.own-code', 'setPersonalCode', '/tilbud/min-kode', (c) => showOwnCode(c)),
  post('provider.own-code.post', 'setPersonalCode', '/tilbud/min-kode', saveOwnCode),
  {
    ...post('provider.passkey.ask.post', 'setPersonalCode', '/tilbud/min-kode/noegler/spoerg', askNewPasskey),
    json: { mostBytes: 1000 },
  },
  post('provider.passkey.post', 'setPersonalCode', '/tilbud/min-kode/noegler', saveOwnPasskey),
  post(
    'provider.passkey.remove.post',
    'setPersonalCode',
    '/tilbud/min-kode/noegler/:passkeyId/fjern',
    removeOwnPasskey,
  ),
  page('provider.today', 'viewPlacedPeople', '/tilbud/i-dag', today),
  page('provider.day.print', 'viewPlacedPeople', '/tilbud/i-dag/print', printDay),
  page('provider.day', 'viewPlacedPeople', '/tilbud/dag/:day', someDay),
  post('provider.day.post', 'recordAttendance', '/tilbud/dag/:day', actOnDay),
  page('provider.closed', 'viewPlacedPeople', '/tilbud/lukkedage', (c) => showOfferDays(c)),
  post('provider.closed.post', 'recordOfferDay', '/tilbud/lukkedage', saveOfferDays),
  page('provider.attendance', 'viewPlacedPeople', '/tilbud/fremmoede', sums),
  page('provider.attendance.csv', 'viewPlacedPeople', '/tilbud/fremmoede/csv', sumsFile),
  page('provider.week', 'viewPlacedPeople', '/tilbud/uge', showWeek),
  page('provider.groups', 'changeGroups', '/tilbud/grupper', (c) => groups.listGroups(c)),
  post('provider.groups.post', 'changeGroups', '/tilbud/grupper', groups.addGroup),
  page('provider.group', 'changeGroups', '/tilbud/grupper/:groupId', (c) => groups.showGroup(c)),
  post('provider.group.post', 'changeGroups', '/tilbud/grupper/:groupId', groups.editGroup),
  page('provider.messages', 'viewPlacedPeople', '/tilbud/beskeder', messages.messages),
  ...inFace('viewOrder', [
    orderPage('provider.schedule', 'setWeeklySchedule', '/tilbud/borgere/:orderId/ugeskema', (c) =>
      showSchedule(c),
    ),
    orderPost(
      'provider.schedule.post',
      'setWeeklySchedule',
      '/tilbud/borgere/:orderId/ugeskema',
      saveSchedule,
    ),
    orderPage('provider.person', 'viewOrder', '/tilbud/borgere/:orderId', showPerson),
    orderPage('provider.plan.versions', 'viewOrder', '/tilbud/borgere/:orderId/versioner', placePlanVersions),
    orderPage('provider.plan', 'makeInterventionPlan', '/tilbud/borgere/:orderId/indsatsplan', openPlan),
    orderPost(
      'provider.plan.keep',
      'makeInterventionPlan',
      '/tilbud/borgere/:orderId/indsatsplan/kladde',
      keepPlan,
    ),
    orderPost('provider.plan.post', 'makeInterventionPlan', '/tilbud/borgere/:orderId/indsatsplan', savePlan),
    orderPage('provider.goals', 'followGoal', '/tilbud/borgere/:orderId/maal', (c) => showGoals(c)),
    orderPost('provider.goals.post', 'followGoal', '/tilbud/borgere/:orderId/maal', followGoal),
    orderPage('provider.follow-up', 'askForFollowUp', '/tilbud/borgere/:orderId/opfoelgning', (c) =>
      showFollowUp(c),
    ),
    orderPost(
      'provider.follow-up.post',
      'askForFollowUp',
      '/tilbud/borgere/:orderId/opfoelgning',
      askForFollowUp,
    ),
    orderPage('provider.report', 'sendStatusReport', '/tilbud/borgere/:orderId/statusrapport', (c) =>
      showReport(c),
    ),
    orderPost(
      'provider.report.post',
      'sendStatusReport',
      '/tilbud/borgere/:orderId/statusrapport',
      sendReport,
    ),
    orderPage('provider.tell', 'reportToAuthority', '/tilbud/borgere/:orderId/meld', (c) => showTelling(c)),
    orderPost('provider.tell.post', 'reportToAuthority', '/tilbud/borgere/:orderId/meld', tell),
    orderPage('provider.thread', 'readThread', '/tilbud/borgere/:orderId/beskeder', (c) =>
      messages.thread(c),
    ),
    orderPost(
      'provider.thread.post',
      'sendMessage',
      '/tilbud/borgere/:orderId/beskeder',
      messages.writeMessage,
    ),
  ]),
]
