/**
 * A case as its history tells it: what the rules, the commands, the letters and every page are told (`read-case.ts` reads
 * it out of events). Nothing here is stored; dates are kept beside facts because the rules count from them.
 */
import type { DocumentHash, LetterId, PartId, PersonId, UnitId, UserId } from '../identity.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { Applicant, ApplicationAnswers, Channel } from './application/events.ts'
import type { Applied } from './application/wishes.ts'
import type { TargetGroupAssessment } from './assessment/events.ts'
import type { DecisionDraft, DecisionRecord, GrantedPlace } from './decision/record.ts'
import type { EventActor } from './envelope.ts'
import type { CaseEvent, CaseEventType } from './events.ts'
import type { Appointment } from './follow-up/events.ts'
import type { DeliveryChannel, LetterKind } from './letter/events.ts'
import type { OrderContent } from './order/events.ts'
import type { RepresentationScope, RepresentativeType } from './party/events.ts'
import type { Goal } from './plan/events.ts'

export type PayloadOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>['payload']

/** When something happened, when it was written down, by whom, and which event says so. */
export type Fact = {
  readonly on: CalendarDay
  readonly recordedOn: CalendarDay
  readonly seq: number
  readonly actor: EventActor
}

export type LetterCopy = {
  readonly recipient: PersonId
  dispatched?: (Fact & { readonly channel: DeliveryChannel }) | undefined
  delivered?: (Fact & { readonly channel: DeliveryChannel; readonly proof: string }) | undefined
  failed?: (Fact & { readonly code: string; readonly reason: string }) | undefined
  handled?: (Fact & { readonly how: string }) | undefined
  opened?: Fact | undefined
  /** Every time it failed, with what dealt with it: somebody, or a later sending. */
  readonly failures: (Fact & { settled?: Fact | undefined })[]
  /** Every time it was sent, with what became of that: it arrived, or it did not. */
  readonly sendings: (Fact & { readonly channel: DeliveryChannel; settled?: Fact | undefined })[]
}

export type Letter = Fact & {
  readonly letterId: LetterId
  readonly kind: LetterKind
  readonly inputs: DocumentHash
  readonly document: DocumentHash
  readonly renderer: string
  readonly copies: LetterCopy[]
}

export type HearingAnswer = Fact & PayloadOf<'hearingAnswered'>
export type Hearing = Fact &
  PayloadOf<'hearingSent'> & {
    /** The citizen's own answer, or where there is none yet, the one given for them. */
    answered?: HearingAnswer | undefined
    /** Every answer: one given for the citizen does not end their own right to be heard. */
    readonly answers: HearingAnswer[]
  }

export type SourceLetter = Fact &
  PayloadOf<'sourceLetterWritten'> & { sent?: (Fact & { readonly how: string }) | undefined }

export type InformationRequest = Fact &
  PayloadOf<'informationRequested'> & {
    /** To the source itself, the first and its reminders. The citizen's own letter is `letterId`. */
    readonly letters: SourceLetter[]
    readonly reminders: (Fact & { readonly answerBy: CalendarDay })[]
    received?: Fact | undefined
  }

export type Consent = Fact & PayloadOf<'consentGiven'> & { withdrawn?: Fact | undefined }

export type Representation = Fact & {
  readonly representationId: PartId
  readonly personId: PersonId
  readonly type: RepresentativeType
  readonly scopes: readonly RepresentationScope[]
  readonly from: CalendarDay
  readonly to?: CalendarDay | undefined
  readonly reference?: string | undefined
  /** The paper it rests on; nobody acts on it before somebody has said that it is in order. */
  document?: DocumentHash | undefined
  verified?: (Fact & { readonly how: string }) | undefined
  rejected?: (Fact & { readonly reason: string }) | undefined
  endConsidered?: (Fact & { readonly outcome: string }) | undefined
  revoked?: Fact | undefined
}

export type Order = Fact & {
  readonly orderId: PartId
  readonly content: OrderContent
  opened?: Fact | undefined
  accepted?: (Fact & { readonly startOn: CalendarDay }) | undefined
  declined?: (Fact & { readonly reason: string }) | undefined
  readonly questions: (Fact & {
    readonly question: string
    answered?: (Fact & { readonly answer: string }) | undefined
  })[]
  /** As appointed last; `contactPersons` holds every appointment. */
  contactPerson?: ContactAppointment | undefined
  readonly contactPersons: ContactAppointment[]
  readonly judgements: (Fact & { readonly aimed: boolean; readonly because: string })[]
  /** The first day; of an order that goes on from another, the day on which it takes over. */
  started?: Fact | undefined
  /** The running order at the same provider that this one takes over from: one placement (`order/continued.ts`). */
  continues?: Order | undefined
  readonly dailyNotes: DailyNote[]
  readonly participations: Participation[]
  readonly declinedActivities: (Fact & PayloadOf<'activityDeclined'>)[]
  readonly noSharedActivity: (Fact & PayloadOf<'sharedActivityImpossible'>)[]
  readonly setAside: (Fact & PayloadOf<'skillDomainSetAside'>)[]
  /** Every weekly schedule, in the order they were set: `schedule/scheduled.ts` says which holds when. */
  readonly schedules: (Fact & PayloadOf<'weeklyScheduleSet'>)[]
  /** Every intervention plan; the latest holds. */
  readonly plans: InterventionPlan[]
  /** Every time a goal was followed, by the place or by the citizen. */
  readonly followed: GoalFollowed[]
  readonly followUpWishes: FollowUpWish[]
  readonly meetings: StatusMeeting[]
  /** Each time the ride was ordered, with what the person needs on the way: the latest holds. */
  readonly rides: (Fact & PayloadOf<'transportArranged'>)[]
}

export type ContactAppointment = Fact & PayloadOf<'contactPersonAppointed'>
export type InterventionPlan = Fact & PayloadOf<'interventionPlanMade'>
/** Somebody said that a follow-up is needed now. */
export type FollowUpWish = Fact & PayloadOf<'followUpAskedFor'>

/** A meeting about how it goes, from the call until the need is assessed. */
export type StatusMeeting = Fact &
  Pick<PayloadOf<'statusMeetingCalled'>, 'meetingId' | 'orderId' | 'participants' | 'others'> & {
    /** As it was called and each time it was moved: the latest holds. */
    readonly appointments: MeetingAppointment[]
    cancelled?: (Fact & { readonly because: string }) | undefined
    readonly otherTimes: (Fact & { readonly words: string; answered?: OtherTimeAnswer | undefined })[]
    /** As the citizen said it last. */
    prepared?: (Fact & PayloadOf<'meetingPrepared'>) | undefined
    /** Every report for it; the latest holds. */
    readonly reports: (Fact & PayloadOf<'statusReportSent'>)[]
    concluded?: FollowUp | undefined
  }
/** Moved or cancelled, or kept for a reason. */
export type OtherTimeAnswer = Fact & { readonly because?: string }
export type MeetingAppointment = Fact &
  Appointment & { readonly because?: string; readonly letterId: LetterId }
export type FollowUp = Fact & PayloadOf<'followUpConcluded'>
export type GoalFollowed = Fact & PayloadOf<'goalFollowed'>

/** In the thread of a placement, with who has read it and when. */
export type Message = Fact &
  PayloadOf<'messageSent'> & { readonly onBehalfOf?: PersonId | undefined; readonly reads: Fact[] }

/** What the citizen has said yes to buy, and what became of it. */
export type Purchase = Fact &
  PayloadOf<'purchaseAgreed'> & {
    readonly onBehalfOf?: PersonId | undefined
    withdrawn?: Fact | undefined
    calledOff?: Fact | undefined
    settled?: (Fact & PayloadOf<'purchaseSettled'>) | undefined
  }
export type DailyNote = Fact & PayloadOf<'dailyNoteRecorded'>
export type Participation = Fact &
  PayloadOf<'activityJoined'> & { left?: (Fact & PayloadOf<'activityLeft'>) | undefined }
/** Repeated absence as it was found, with the talks about it and what was made of it. */
export type RepeatedAbsence = Fact &
  PayloadOf<'absencePatternFound'> & {
    readonly dialogues: (Fact & PayloadOf<'absenceDialogueHeld'>)[]
    /** The latest last: a proposal can be taken back. */
    readonly assessments: (Fact & PayloadOf<'continuationAssessed'>)[]
  }

/** A complaint over one decision, with what was said, done and answered, each in its place. */
export type Complaint = Fact &
  PayloadOf<'complaintReceived'> & {
    readonly onBehalfOf?: PersonId | undefined
    readonly supplements: (Fact & PayloadOf<'complaintSupplemented'>)[]
    confirmed?: Fact | undefined
    withdrawn?: (Fact & PayloadOf<'complaintWithdrawn'>) | undefined
    /** The latest last: a decision that was put off can be taken up again. */
    readonly postponements: (Fact & PayloadOf<'decisionPostponed'>)[]
    readonly delays: (Fact & PayloadOf<'complaintDelayTold'>)[]
    reassessed?: (Fact & PayloadOf<'complaintReassessed'>) | undefined
    forwarded?: (Fact & PayloadOf<'complaintForwarded'>) | undefined
    bundled?: (Fact & PayloadOf<'complaintBundled'>) | undefined
    sent?: (Fact & PayloadOf<'complaintSent'>) | undefined
    result?: (Fact & PayloadOf<'complaintResultReceived'>) | undefined
    carriedOut?: Fact | undefined
  }

/** What opened a run: the application, a remand, a provider's "cannot", an upheld complaint, or a running placement looked at anew. */
/** What the provider reported, with every answer it got, the earliest first. */
export type ProviderReport = Fact &
  PayloadOf<'providerReported'> & { readonly answers: (Fact & PayloadOf<'reportAnswered'>)[] }

/** What opened a run: the application, a remand, a provider's "cannot", or a running placement looked at anew. */
export type Trigger = Fact &
  (
    | { readonly kind: 'application' | 'remand' | 'anotherPlace' | 'complaint' }
    | ({ readonly kind: 'reassessment' } & PayloadOf<'reassessmentOpened'>)
  )

/** The citizen moves to another municipality: what is said, settled and handed over because of it. */
export type Move = Fact &
  PayloadOf<'moveAnnounced'> & {
    calledOff?: (Fact & PayloadOf<'moveCalledOff'>) | undefined
    /** The latest last: a disagreement can be settled, and a day of takeover moved. */
    readonly settled: (Fact & PayloadOf<'moveSettled'>)[]
    readonly handoverAnswers: (Fact & PayloadOf<'handoverAnswered'>)[]
    handedOver?: (Fact & PayloadOf<'papersHandedOver'>) | undefined
  }

export type AccessRequest = Fact &
  PayloadOf<'accessRequested'> & {
    readonly delays: (Fact & PayloadOf<'accessDelayTold'>)[]
    answered?: (Fact & PayloadOf<'accessAnswered'>) | undefined
  }
export type Correction = Fact &
  PayloadOf<'correctionRequested'> & { answered?: (Fact & PayloadOf<'correctionAnswered'>) | undefined }
export type LookQuestion = Fact &
  PayloadOf<'lookQuestioned'> & { answered?: (Fact & PayloadOf<'lookQuestionAnswered'>) | undefined }

/** One run from a trigger to a decision. Only a reassessment can be concluded without one. */
export type Proceeding = {
  readonly trigger: Trigger
  /** In a reassessment: what the last decision granted, which stands until a new one takes effect. */
  readonly before?: GrantedPlace | undefined
  assessment?: (Fact & TargetGroupAssessment) | undefined
  /** Every assessment, the latest last: what was owed because of an earlier one is not forgotten. */
  readonly assessments: (Fact & TargetGroupAssessment)[]
  otherPossibilities?: (Fact & PayloadOf<'otherPossibilitiesConsidered'>) | undefined
  sufficientlyInformed?: (Fact & { readonly reason: string }) | undefined
  /** The first time it was said, which is when the duty was met. */
  firstInformed?: Fact | undefined
  readonly hearings: Hearing[]
  readonly delayNotices: (Fact & PayloadOf<'delayNoticeIssued'>)[]
  proposed?: (Fact & { readonly decisionId: PartId; readonly draft: DecisionDraft }) | undefined
  approved?: Fact | undefined
  returned?: (Fact & { readonly remark: string }) | undefined
  /** Every proposal, with the second reader's answer to it. */
  readonly proposals: (Fact & { readonly decisionId: PartId; answered?: Fact | undefined })[]
  /** With the standard, and so the letter texts, that it was made under. */
  decision?:
    | (Fact & { readonly letterId: LetterId; readonly record: DecisionRecord; readonly standard: string })
    | undefined
  /** Nothing changed, and no decision was made: the run before it is the current one again. */
  concluded?: (Fact & PayloadOf<'reassessmentConcluded'>) | undefined
}

export type Closing = Fact & PayloadOf<'caseClosed'> & { reopened?: Fact | undefined }

/** In the archive, until the first event that is not about the keeping itself comes after it. */
export type Delivery = Fact & PayloadOf<'archiveDelivered'> & { outdatedBy?: Fact | undefined }
export type ErasureHold = Fact &
  PayloadOf<'erasureHeld'> & { released?: (Fact & PayloadOf<'erasureReleased'>) | undefined }

/** What is said about keeping the case. `lastOther`: the last event that is about anything else. */
export type Retention = {
  readonly deliveries: Delivery[]
  readonly holds: ErasureHold[]
  readonly approvals: (Fact & PayloadOf<'erasureApproved'>)[]
  lastOther: Fact
}

export type CaseFile = {
  readonly caseNumber: string
  readonly personId: PersonId
  readonly bornOn: CalendarDay
  readonly received: Fact
  readonly channel: Channel
  readonly applicant: Applicant
  readonly answers: ApplicationAnswers
  readonly attachments: readonly { readonly hash: DocumentHash; readonly name: string }[]
  /**
   * What the current run is measured against: the application with its changes; in a reassessment what the person has,
   * with what they ask for instead.
   */
  applied: Applied
  readonly changes: (Fact & PayloadOf<'applicationChanged'>)[]
  confirmed?: Fact | undefined
  withdrawn?: (Fact & PayloadOf<'applicationWithdrawn'>) | undefined
  died?: (Fact & { readonly diedOn: CalendarDay }) | undefined
  readonly moves: Move[]
  readonly movedHere: (Fact & PayloadOf<'movedHereRecorded'>)[]
  movedAway?: (Fact & PayloadOf<'actingMunicipalityChanged'>) | undefined
  /** Closed now. A remand opens the case again; `closings` remembers. */
  closed?: Closing | undefined
  readonly closings: Closing[]
  /** As recorded last; `municipalities` holds every recording. */
  municipality?: (Fact & PayloadOf<'municipalityRecorded'>) | undefined
  readonly municipalities: (Fact & PayloadOf<'municipalityRecorded'>)[]
  readonly guidance: (Fact & PayloadOf<'guidanceGiven'>)[]
  unit?: UnitId | undefined
  caseworker?: UserId | undefined
  readonly assignments: (Fact & PayloadOf<'caseAssigned'>)[]
  readonly representations: Representation[]
  readonly participation: (Fact & PayloadOf<'participationPlanned'>)[]
  readonly consents: Consent[]
  readonly consentRefusals: (Fact & PayloadOf<'consentRefused'>)[]
  readonly requests: InformationRequest[]
  readonly information: (Fact & PayloadOf<'informationReceived'>)[]
  readonly privacyNotices: (Fact & PayloadOf<'privacyNoticeGiven'>)[]
  readonly notes: (Fact & PayloadOf<'noteRecorded'>)[]
  readonly documents: (Fact & PayloadOf<'documentRegistered'>)[]
  readonly proceedings: Proceeding[]
  planOffer?: (Fact & PayloadOf<'actionPlanOffered'>) | undefined
  planAnswer?: (Fact & PayloadOf<'actionPlanAnswered'>) | undefined
  /** The first offer and the first answer to one, which is when the duty was met. */
  firstPlanOffer?: Fact | undefined
  firstPlanAnswer?: Fact | undefined
  plan?: (Fact & PayloadOf<'actionPlanMade'>) | undefined
  /** Each time the plan, and each time the goals were written, the latest last. */
  readonly actionPlans: (Fact & PayloadOf<'actionPlanMade'>)[]
  readonly goalVersions: (Fact & { readonly goals: readonly Goal[] })[]
  goals: readonly Goal[]
  goalsSet?: Fact | undefined
  readonly letters: Letter[]
  readonly orders: Order[]
  readonly messages: Message[]
  readonly purchases: Purchase[]
  /** Every settlement on record, also one that no yes stands behind. */
  readonly settlements: (Fact & PayloadOf<'purchaseSettled'>)[]
  readonly repeatedAbsence: RepeatedAbsence[]
  readonly complaints: Complaint[]
  readonly accessRequests: AccessRequest[]
  readonly corrections: Correction[]
  readonly lookQuestions: LookQuestion[]
  readonly reports: ProviderReport[]
  readonly retention: Retention
  /** Events whose payload the eraser took away: readers say so instead of guessing. */
  readonly withheld: number[]
  readonly lastSeq: number
  readonly lastRecordedOn: CalendarDay
}

/** The latest run that was not concluded without a decision. Every case has one: the application opens it. */
export function currentProceeding(file: CaseFile): Proceeding {
  const last = file.proceedings.findLast((p) => p.concluded === undefined)
  if (last === undefined) throw new Error(`case ${file.caseNumber} has no proceeding`)
  return last
}

export const currentOrder = (file: CaseFile): Order | undefined => file.orders.at(-1)
