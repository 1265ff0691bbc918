/**
 * Who owes what to whom, by when, on what ground, met by what. Obligations come out of clauses and a case's history
 * and know nothing of today; `statusOn` is asked separately, so that a date passing changes every screen.
 */

import type { CalendarDay } from '../time/calendar-day.ts'
import type { DerivationStep } from '../time/deadline.ts'

export const actors = ['citizen', 'authority', 'provider', 'management', 'appealsBoard'] as const
export type Actor = (typeof actors)[number]

/** Why an obligation fell away without being met. */
export const voidReasons = [
  'withdrawn',
  'death',
  'actingMunicipalityChanged',
  'decided',
  'superseded',
  'notNeeded',
  'caseClosed',
] as const
export type VoidReason = (typeof voidReasons)[number]

/** What a person does to meet it: the worklist's words and the page where it is done. */
export const tasks = [
  'sendReceipt',
  'confirmApplication',
  'assignCase',
  'recordActingMunicipality',
  'guideAndForward',
  'recordParticipation',
  'informCase',
  'receiveInformation',
  'sendSourceLetter',
  'remindSource',
  'assess',
  'considerOtherHelp',
  'offerActionPlan',
  'hearParty',
  'answerHearing',
  'decide',
  'approveDecision',
  'notifyDelay',
  'decideByNewDate',
  'handlePostFailure',
  'followUpLetter',
  'sendLetterToRepresentative',
  'verifyRepresentative',
  'askAboutRepresentation',
  'givePrivacyNotice',
  'writeNote',
  'registerDocument',
  'sendOrder',
  'answerOrder',
  'answerOrderQuestion',
  'findAnotherPlace',
  'judgeContent',
  'appointContactPerson',
  'startPlacement',
  'answerMessage',
  'settlePurchase',
  'makeSchedule',
  'makeInterventionPlan',
  'followGoal',
  'arrangeTransport',
  'writeDailyNote',
  'workWithGoal',
  'offerActivity',
  'considerSkills',
  'giveHealthSupport',
  'discussAbsenceWithCitizen',
  'discussAbsenceWithProvider',
  'assessContinuation',
  'decideAnew',
  'followUp',
  'sendStatusReport',
  'answerOtherTime',
  'sendComplaintReceipt',
  'callComplainant',
  'confirmComplaint',
  'reassessComplaint',
  'decideUpheld',
  'forwardComplaint',
  'tellComplaintDelay',
  'answerComplaintByNewDate',
  'carryOutResult',
  'answerAccess',
  'answerCorrection',
  'answerLookQuestion',
  'reassess',
  'settleMove',
  'tellOfMove',
  'handOverPapers',
  'recordTakeover',
  'askEarlierMunicipality',
  'answerReport',
  'publishDeadlines',
  'notifyBreach',
  'tellAffected',
  'handleConcern',
  'reviewLog',
  'reviewCases',
  'sendStatistics',
  'treatCouncilMap',
  'deliverToArchive',
  'approveErasure',
] as const
export type Task = (typeof tasks)[number]

export type Obligation = {
  /** Unique within the stream and stable over re-reading: clause id and what it is about. */
  readonly key: string
  readonly clause: string
  readonly actor: Actor
  readonly towards: Actor
  readonly arisesOn: CalendarDay
  readonly dueOn?: CalendarDay
  readonly metOn?: CalendarDay
  readonly voidOn?: CalendarDay
  readonly voidReason?: VoidReason
  /** Only a person can say whether it is kept. */
  readonly needsJudgement: boolean
  readonly derivation: readonly DerivationStep[]
  /** The events (by `seq`) that it rests on and that met it. */
  readonly evidence: readonly number[]
  readonly task?: Task
}

export const obligationStatuses = [
  'not yet',
  'due',
  'kept',
  'kept late',
  'broken',
  'void',
  'needs judgement',
] as const
export type ObligationStatus = (typeof obligationStatuses)[number]

type Dates = Pick<Obligation, 'arisesOn' | 'dueOn' | 'metOn' | 'voidOn' | 'needsJudgement'>

/**
 * The status on a day, seen from that day: what is met or voided later is not yet so. An obligation that fell away
 * after its due date stays broken, for the promise was not kept; `isOpenOn` tells whether anyone still owes it.
 * Held equal to the SQL function `obligation_status` by a property test.
 */
export function statusOn(o: Dates, day: CalendarDay): ObligationStatus {
  if (day < o.arisesOn) return 'not yet'
  const met = o.metOn !== undefined && o.metOn <= day
  if (met) return o.dueOn !== undefined && o.metOn !== undefined && o.metOn > o.dueOn ? 'kept late' : 'kept'
  const voided = o.voidOn !== undefined && o.voidOn <= day
  if (voided) return o.dueOn !== undefined && o.voidOn !== undefined && o.voidOn > o.dueOn ? 'broken' : 'void'
  if (o.needsJudgement) return 'needs judgement'
  return o.dueOn !== undefined && day > o.dueOn ? 'broken' : 'due'
}

/** Whether somebody owes it on that day: it has arisen and is neither met nor fallen away. */
export const isOpenOn = (o: Dates, day: CalendarDay): boolean =>
  day >= o.arisesOn &&
  !(o.metOn !== undefined && o.metOn <= day) &&
  !(o.voidOn !== undefined && o.voidOn <= day)
