import { casePage, casePost, inFace, page, post, type Route } from '../platform/route.ts'
import * as rights from './access/pages.tsx'
import * as act from './act-pages.tsx'
import * as application from './application-pages.tsx'
import * as papers from './application-papers.tsx'
import { send, sentForAnother } from './application-send.tsx'
import { sendCancel, showCancel, undoCancel } from './cancel-pages.tsx'
import * as pages from './case-pages.tsx'
import { askForChange, showChange, takeBackChange } from './change-page.tsx'
import * as complaint from './complaint-pages.tsx'
import { dailyNotes } from './daily-notes.tsx'
import { giveHelp, saveHelp } from './give-help-page.tsx'
import { askToEnd, endHelp, helpers, whoGetsMyLetters } from './helpers-pages.tsx'
import * as letters from './letter-pages.tsx'
import * as meetings from './meeting-pages.tsx'
import * as messages from './message-pages.tsx'
import { saveNudge, showNudge } from './nudge-page.tsx'
import { attachment, ownApplication } from './own-application.tsx'
import { answerGoal, showPlan } from './plan-page.tsx'
import { ownPlanVersions } from './plan-versions.tsx'
import { seen } from './seen-page.tsx'
import { makeCalendar, showCalendar, stopCalendar } from './week/calendar-page.tsx'
import { showPlaces } from './week/place-page.tsx'
import { printWeek, showWeek } from './week/week-page.tsx'

const of = (rest: string): string => `/borger/sag/:caseNumber${rest}`

// Staff answer and withdraw for a citizen too, on pages of their own.
export const citizenRoutes: readonly Route[] = inFace('viewOwnCase', [
  page('citizen.home', 'viewOwnCase', '/borger', pages.home),
  page('citizen.papers', 'viewOwnCase', '/borger/papirer', pages.papers),
  page('citizen.cancel', 'viewOwnPlan', '/borger/afbud', (c) => showCancel(c)),
  post('citizen.cancel.post', 'viewOwnPlan', '/borger/afbud', sendCancel),
  post('citizen.cancel.undo', 'viewOwnPlan', '/borger/afbud/fortryd', undoCancel),
  page('citizen.seen', 'viewOwnCase', '/borger/hvem-har-set', seen),
  page('citizen.access', 'viewOwnCase', '/borger/aktindsigt', rights.access),
  casePage('citizen.access.case', 'viewOwnCase', of('/aktindsigt'), (c) => rights.showAccess(c)),
  casePost('citizen.access.post', 'requestAccess', of('/aktindsigt'), rights.askForAccess),
  casePage('citizen.wrong', 'requestCorrection', of('/aktindsigt/forkert'), (c) => rights.showWrong(c)),
  casePost('citizen.wrong.post', 'requestCorrection', of('/aktindsigt/forkert'), rights.sayWrong),
  casePage('citizen.access.file', 'requestAccess', of('/aktindsigt/:requestId/fil'), (c) =>
    rights.fetchAccess(c, 'file'),
  ),
  casePage('citizen.access.data', 'requestAccess', of('/aktindsigt/:requestId/data'), (c) =>
    rights.fetchAccess(c, 'data'),
  ),
  casePage(
    'citizen.access.paper',
    'requestAccess',
    of('/aktindsigt/:requestId/papir/:hash'),
    rights.fetchPaper,
  ),
  casePage('citizen.look', 'askAboutLook', of('/opslag'), (c) => rights.showLookQuestion(c)),
  casePost('citizen.look.post', 'askAboutLook', of('/opslag'), rights.askAboutLook),

  page('citizen.week', 'viewOwnPlan', '/borger/uge', showWeek),
  page('citizen.week.print', 'viewOwnPlan', '/borger/uge/print', printWeek),
  page('citizen.place', 'viewOwnPlan', '/borger/tilbud', showPlaces),
  page('citizen.plan', 'viewOwnPlan', '/borger/plan', (c) => showPlan(c)),
  page('citizen.plan.versions', 'viewOwnPlan', '/borger/plan/aendringer', ownPlanVersions),
  post('citizen.plan.post', 'viewOwnPlan', '/borger/plan', answerGoal),
  page('citizen.meetings', 'viewOwnCase', '/borger/moede', (c) => meetings.showMeetings(c)),
  post('citizen.meetings.post', 'viewOwnCase', '/borger/moede', meetings.askForFollowUp),
  page('citizen.meeting', 'viewOwnCase', '/borger/moede/:meetingId', (c) => meetings.showMeeting(c)),
  post('citizen.meeting.post', 'viewOwnCase', '/borger/moede/:meetingId', meetings.prepare),
  post(
    'citizen.meeting.other',
    'viewOwnCase',
    '/borger/moede/:meetingId/anden-tid',
    meetings.askForOtherTime,
  ),
  page('citizen.meeting.file', 'viewOwnCase', '/borger/moede/:meetingId/kalender', meetings.meetingFile),
  page('citizen.calendar', 'viewOwnPlan', '/borger/uge/kalender', (c) => showCalendar(c)),
  post('citizen.calendar.post', 'viewOwnPlan', '/borger/uge/kalender', makeCalendar),
  post('citizen.calendar.end', 'viewOwnPlan', '/borger/uge/kalender/slet', stopCalendar),
  page('citizen.messages', 'viewOwnCase', '/borger/beskeder', messages.messages),
  page('citizen.nudge', 'viewOwnCase', '/borger/beskeder/e-mail', showNudge),
  post('citizen.nudge.post', 'viewOwnCase', '/borger/beskeder/e-mail', saveNudge),

  page('citizen.apply', 'viewOwnCase', '/borger/ansoegning', application.start),
  post('citizen.apply.over', 'viewOwnCase', '/borger/ansoegning/forfra', application.startOver),
  page('citizen.apply.papers', 'viewOwnCase', '/borger/ansoegning/bilag', (c) => papers.showPapers(c)),
  post('citizen.apply.papers.post', 'viewOwnCase', '/borger/ansoegning/bilag', papers.addPapers),
  post('citizen.apply.papers.remove', 'viewOwnCase', '/borger/ansoegning/bilag/fjern', papers.removePaper),
  page('citizen.apply.paper', 'viewOwnCase', '/borger/ansoegning/bilag/:hash', papers.showPaper),
  page('citizen.apply.check', 'viewOwnCase', '/borger/ansoegning/tjek', (c) => application.check(c)),
  post('citizen.apply.send', 'viewOwnCase', '/borger/ansoegning/send', send),
  page('citizen.apply.sent', 'viewOwnCase', '/borger/ansoegning/sendt', sentForAnother),
  casePage(
    'citizen.apply.receipt',
    'viewOwnCase',
    '/borger/ansoegning/kvittering/:caseNumber',
    pages.receipt,
  ),
  page('citizen.apply.step', 'viewOwnCase', '/borger/ansoegning/:trin', application.showStep),
  post('citizen.apply.step.post', 'viewOwnCase', '/borger/ansoegning/:trin', application.answerStep),

  casePage('citizen.case', 'viewOwnCase', of(''), pages.showCase),
  casePage('citizen.timeline', 'viewOwnCase', of('/tidslinje'), pages.timeline),
  casePage('citizen.daily-notes', 'viewOwnCase', of('/noter'), dailyNotes),
  casePage('citizen.application', 'viewOwnCase', of('/ansoegning'), ownApplication),
  casePage('citizen.attachment', 'viewOwnCase', of('/bilag/:hash'), attachment),
  casePage('citizen.letter', 'viewOwnCase', of('/brev/:letterId'), letters.letter),
  casePage('citizen.letter.pdf', 'viewOwnCase', of('/brev/:letterId/pdf'), letters.letterPdf),
  casePage('citizen.letter.text', 'viewOwnCase', of('/brev/:letterId/tekst'), letters.letterText),
  casePage('citizen.thread', 'readThread', of('/beskeder/:orderId'), (c) => messages.thread(c)),
  casePost('citizen.thread.post', 'sendMessage', of('/beskeder/:orderId'), messages.writeMessage),
  casePage('citizen.hearing', 'viewOwnCase', of('/hoering/:hearingId'), (c) => act.hearing(c)),
  casePost('citizen.hearing.post', 'answerHearing', of('/hoering/:hearingId'), act.answerHearing),
  casePage('citizen.complain', 'receiveComplaint', of('/klage'), (c) => complaint.complain(c)),
  casePost('citizen.complain.post', 'receiveComplaint', of('/klage'), complaint.complainOn),
  casePage('citizen.complain.call', 'receiveComplaint', of('/klage/ring'), (c) => complaint.callMe(c)),
  casePost('citizen.complain.call.post', 'receiveComplaint', of('/klage/ring'), complaint.askForCall),
  casePage('citizen.complaint', 'viewOwnCase', of('/klage/:complaintId'), (c) => complaint.ownComplaint(c)),
  casePost(
    'citizen.complaint.more',
    'supplementComplaint',
    of('/klage/:complaintId/mere'),
    complaint.sayMore,
  ),
  casePost(
    'citizen.complaint.confirm',
    'confirmComplaint',
    of('/klage/:complaintId/bekraeft'),
    complaint.standBy,
  ),
  casePage(
    'citizen.complaint.withdraw',
    'withdrawComplaint',
    of('/klage/:complaintId/traek'),
    complaint.askToWithdraw,
  ),
  casePost(
    'citizen.complaint.withdraw.post',
    'withdrawComplaint',
    of('/klage/:complaintId/traek'),
    complaint.takeBack,
  ),
  casePage('citizen.change', 'viewOwnCase', of('/aendring'), (c) => showChange(c)),
  casePost('citizen.change.post', 'askForChange', of('/aendring'), askForChange),
  casePost('citizen.change.back', 'concludeReassessment', of('/aendring/tilbage'), takeBackChange),
  casePage('citizen.withdraw', 'withdrawApplication', of('/traek-tilbage'), (c) => act.withdraw(c)),
  casePost('citizen.withdraw.post', 'withdrawApplication', of('/traek-tilbage'), act.doWithdraw),
  casePage('citizen.confirm', 'confirmApplication', of('/bekraeft'), (c) => act.confirm(c)),
  casePost('citizen.confirm.post', 'confirmApplication', of('/bekraeft'), act.doConfirm),
  casePage('citizen.helpers', 'viewOwnCase', of('/hjaelpere'), helpers),
  casePage('citizen.letters.who', 'viewOwnCase', of('/hjaelpere/breve'), whoGetsMyLetters),
  casePage('citizen.help.give', 'giveRepresentation', of('/hjaelpere/ny'), (c) => giveHelp(c)),
  casePost('citizen.help.give.post', 'giveRepresentation', of('/hjaelpere/ny'), saveHelp),
  casePage('citizen.helper', 'revokeRepresentative', of('/hjaelpere/:representationId'), (c) => askToEnd(c)),
  casePost('citizen.helper.post', 'revokeRepresentative', of('/hjaelpere/:representationId'), endHelp),
  casePage('citizen.consents', 'viewOwnCase', of('/samtykke'), (c) => act.consents(c)),
  casePost('citizen.consents.post', 'giveConsent', of('/samtykke'), act.giveConsent),
  casePost('citizen.consents.withdraw', 'withdrawConsent', of('/samtykke/traek'), act.withdrawConsent),
])
