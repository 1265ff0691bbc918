/** Every rule by the name that clauses call it by. A clause that names none of these cannot be loaded. */
import { absenceDialogue, continuationAssessed } from '../case/absence/rules.ts'
import { accessAnswered, correctionAnswered, lookQuestionAnswered } from '../case/access-request/rules.ts'
import {
  activityOffered,
  healthSupportGiven,
  sharedActivityOffered,
  skillDomainsConsidered,
} from '../case/activity/rules.ts'
import {
  actingMunicipalityRecorded,
  applicationConfirmed,
  decideWithin,
  guidedAndForwarded,
  receiptSent,
} from '../case/application/rules.ts'
import { assessedBeforeDecision, citizenInvolved, informedBeforeDecision } from '../case/assessment/rules.ts'
import {
  complaintConcluded,
  complaintDelayTold,
  complaintForwarded,
  complaintReassessed,
  complaintReceipted,
} from '../case/complaint/rules.ts'
import {
  decisionStates,
  dutyToOffer,
  fullTimeDefault,
  minimumAge,
  proposalAnswered,
  providerRegistered,
  reducedExtentReason,
  wishAnswered,
} from '../case/decision/rules.ts'
import { newDateKept, noticeBefore } from '../case/delay/rules.ts'
import { documentedContinuously, goalsWorkedWith } from '../case/documentation/rules.ts'
import {
  followedUpWhenAsked,
  followedUpYearly,
  otherTimeAnswered,
  reportBeforeMeeting,
  supervisedPersonally,
} from '../case/follow-up/rules.ts'
import { heardBeforeAdverse, hearingAnswer } from '../case/hearing/rules.ts'
import {
  consentBeforeAsking,
  neverDemands,
  privacyNotice,
  sourceLetterSent,
  sourceReminded,
} from '../case/information/rules.ts'
import { communityPlanned, dailyLifePlanned, goalsFollowed } from '../case/intervention/rules.ts'
import { lettersReachRepresentative, postFailureHandled, receiptFollowedUp } from '../case/letter/rules.ts'
import { messageAnswered } from '../case/message/rules.ts'
import {
  disputeSettled,
  earlierMunicipalityAsked,
  moveSettled,
  moveTold,
  papersHandedOver,
  payerKept,
  takenOver,
} from '../case/moving/rules.ts'
import { notedSoon, registeredSoon } from '../case/note/rules.ts'
import {
  contactPersonKept,
  contentJudged,
  orderAnswered,
  orderCarriesGoals,
  orderQuestionAnswered,
  startSoon,
  supportPlannedFrom,
} from '../case/order/rules.ts'
import { materialPriced, ownPaymentSettled, ownPaymentVoluntary } from '../case/own-payment/rules.ts'
import { caseworkerNamed, representationRenewed, representationVerified } from '../case/party/rules.ts'
import { planOffered } from '../case/plan/rules.ts'
import { changeAppealable, needReassessed, supportMatchesNeed } from '../case/reassessment/rules.ts'
import { providerReports } from '../case/report/rules.ts'
import { archivedBeforeErased, erasedWhenDue } from '../case/retention/rules.ts'
import { weekFollowsGrant, weekScheduled } from '../case/schedule/rules.ts'
import { transportGivenAndArranged } from '../case/transport/rules.ts'
import {
  affectedTold,
  breachNotified,
  casesReviewed,
  concernHandled,
  councilMapTreated,
  logReviewed,
  statisticsSent,
} from '../oversight/rules.ts'
import { deadlinesPublished } from './municipality-rules.ts'
import type { Rule } from './rule.ts'

export const rules = {
  'receipt-sent': receiptSent,
  'decide-within': decideWithin,
  'acting-municipality-recorded': actingMunicipalityRecorded,
  'guided-and-forwarded': guidedAndForwarded,
  'application-confirmed': applicationConfirmed,
  'caseworker-named': caseworkerNamed,
  'representation-verified': representationVerified,
  'representation-renewed': representationRenewed,
  'noted-soon': notedSoon,
  'registered-soon': registeredSoon,
  'consent-before-asking': consentBeforeAsking,
  'never-demands': neverDemands,
  'privacy-notice': privacyNotice,
  'source-letter-sent': sourceLetterSent,
  'source-reminded': sourceReminded,
  'assessed-before-decision': assessedBeforeDecision,
  'informed-before-decision': informedBeforeDecision,
  'citizen-involved': citizenInvolved,
  'plan-offered': planOffered,
  'heard-before-adverse': heardBeforeAdverse,
  'hearing-answer': hearingAnswer,
  'notice-before': noticeBefore,
  'new-date-kept': newDateKept,
  'decision-states': decisionStates,
  'duty-to-offer': dutyToOffer,
  'minimum-age': minimumAge,
  'full-time-default': fullTimeDefault,
  'reduced-extent-reason': reducedExtentReason,
  'wish-answered': wishAnswered,
  'provider-registered': providerRegistered,
  'transport-given-and-arranged': transportGivenAndArranged,
  'proposal-answered': proposalAnswered,
  'letters-reach-representative': lettersReachRepresentative,
  'post-failure-handled': postFailureHandled,
  'receipt-followed-up': receiptFollowedUp,
  'order-carries-goals': orderCarriesGoals,
  'support-planned-from': supportPlannedFrom,
  'content-judged': contentJudged,
  'order-answered': orderAnswered,
  'order-question-answered': orderQuestionAnswered,
  'start-soon': startSoon,
  'message-answered': messageAnswered,
  'contact-person-kept': contactPersonKept,
  'community-planned': communityPlanned,
  'daily-life-planned': dailyLifePlanned,
  'goals-followed': goalsFollowed,
  'week-scheduled': weekScheduled,
  'week-follows-grant': weekFollowsGrant,
  'own-payment-settled': ownPaymentSettled,
  'own-payment-voluntary': ownPaymentVoluntary,
  'material-priced': materialPriced,
  'documented-continuously': documentedContinuously,
  'goals-worked-with': goalsWorkedWith,
  'activity-offered': activityOffered,
  'shared-activity-offered': sharedActivityOffered,
  'skill-domains-considered': skillDomainsConsidered,
  'health-support-given': healthSupportGiven,
  'absence-dialogue': absenceDialogue,
  'continuation-assessed': continuationAssessed,
  'followed-up-yearly': followedUpYearly,
  'supervised-personally': supervisedPersonally,
  'followed-up-when-asked': followedUpWhenAsked,
  'report-before-meeting': reportBeforeMeeting,
  'other-time-answered': otherTimeAnswered,
  'archived-before-erased': archivedBeforeErased,
  'erased-when-due': erasedWhenDue,
  'complaint-receipted': complaintReceipted,
  'complaint-reassessed': complaintReassessed,
  'complaint-forwarded': complaintForwarded,
  'complaint-delay-told': complaintDelayTold,
  'complaint-concluded': complaintConcluded,
  'access-answered': accessAnswered,
  'correction-answered': correctionAnswered,
  'look-question-answered': lookQuestionAnswered,
  'need-reassessed': needReassessed,
  'support-matches-need': supportMatchesNeed,
  'change-appealable': changeAppealable,
  'provider-reports': providerReports,
  'move-settled': moveSettled,
  'payer-kept': payerKept,
  'dispute-settled': disputeSettled,
  'move-told': moveTold,
  'papers-handed-over': papersHandedOver,
  'taken-over': takenOver,
  'earlier-municipality-asked': earlierMunicipalityAsked,
  'deadlines-published': deadlinesPublished,
  'breach-notified': breachNotified,
  'affected-told': affectedTold,
  'concern-handled': concernHandled,
  'log-reviewed': logReviewed,
  'cases-reviewed': casesReviewed,
  'statistics-sent': statisticsSent,
  'council-map-treated': councilMapTreated,
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules
export type RuleRegistry = Readonly<Record<RuleName, Rule>>
export const ruleNames = Object.keys(rules) as [RuleName, ...RuleName[]]
