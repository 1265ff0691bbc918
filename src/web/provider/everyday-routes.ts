/** The pages for what the days hold: notes, activities and who takes part. */
import { orderPage, orderPost, page, post, type Route } from '../platform/route.ts'
import { showOwnReports } from '../reports/provider-page.tsx'
import * as activity from './activity-pages.tsx'
import { showNotes } from './everyday-page.tsx'
import * as note from './note-pages.tsx'
import { showOverview } from './overview-page.tsx'
import * as participation from './participation-page.tsx'

const person = (more: string): string => `/tilbud/borgere/:orderId${more}`

export const everydayRoutes: readonly Route[] = [
  page('provider.overview', 'viewPlacedPeople', '/tilbud/overblik', showOverview),
  page('provider.reports', 'viewPlacedPeople', '/tilbud/meldinger', showOwnReports),

  page('provider.notes.many', 'recordDailyNote', '/tilbud/note', note.openNoteForMany),
  post('provider.notes.many.post', 'recordDailyNote', '/tilbud/note', note.saveNoteForMany),
  post('provider.notes.many.keep', 'recordDailyNote', '/tilbud/note/kladde', note.keepNoteForMany),
  orderPage('provider.notes', 'viewOrder', person('/noter'), showNotes),
  orderPage('provider.note', 'recordDailyNote', person('/note'), note.openNote),
  orderPost('provider.note.post', 'recordDailyNote', person('/note'), note.saveNote),
  orderPost('provider.note.keep', 'recordDailyNote', person('/note/kladde'), note.keepNote),

  page('provider.activities', 'manageActivities', '/tilbud/aktiviteter', activity.listActivities),
  page('provider.activities.week', 'manageActivities', '/tilbud/aktiviteter/uge', activity.showWeekPlan),
  page('provider.activities.new', 'manageActivities', '/tilbud/aktiviteter/ny', activity.newActivity),
  post('provider.activities.new.post', 'manageActivities', '/tilbud/aktiviteter/ny', activity.addActivity),
  page('provider.activity', 'manageActivities', '/tilbud/aktiviteter/:activityId', activity.showActivity),
  post(
    'provider.activity.post',
    'manageActivities',
    '/tilbud/aktiviteter/:activityId',
    activity.editActivity,
  ),
  orderPage('provider.participation', 'viewOrder', person('/aktiviteter'), (c) =>
    participation.showParticipation(c),
  ),
  orderPost(
    'provider.participation.post',
    'joinActivity',
    person('/aktiviteter'),
    participation.answerActivity,
  ),
  orderPost(
    'provider.participation.left',
    'leaveActivity',
    person('/aktiviteter/ud'),
    participation.leaveActivity,
  ),
  orderPost(
    'provider.participation.shared',
    'explainNoSharedActivity',
    person('/aktiviteter/faelles'),
    participation.explainNoShared,
  ),
  orderPost(
    'provider.participation.aside',
    'setSkillDomainAside',
    person('/aktiviteter/fravalg'),
    participation.setAside,
  ),
]
