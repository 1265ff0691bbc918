/** From events to the case: one exhaustive reduce, the same for the server, the command line and a test. */
import type { LetterId, PartId, PersonId } from '../identity.ts'
import {
  type CaseFile,
  currentProceeding,
  type Fact,
  type Hearing,
  type HearingAnswer,
  type LetterCopy,
  type Order,
  type OtherTimeAnswer,
  type PayloadOf,
  type Proceeding,
  type Purchase,
  type StatusMeeting,
} from './case-file.ts'
import { evolveComplaint, owesNewDecision } from './complaint/evolve.ts'
import type { PresentCaseEvent, RecordedCaseEvent } from './events.ts'
import { isPresent } from './events.ts'
import { formerOrder, takesOverOn } from './lifetime.ts'
import { isReadBy } from './message/thread.ts'
import { evolveRepresentation } from './party/evolve.ts'
import { asApplied, standingPlace } from './reassessment/standing.ts'
import { retentionEvents } from './retention/events.ts'

/** The application itself was withdrawn by the eraser, or the history does not begin with one: no case to tell of. */
export const findCaseFile = (history: readonly RecordedCaseEvent[]): CaseFile | undefined =>
  goOn(undefined, history)

/** What a file comes to with more events. What it held is taken over and changed: only for whoever alone has it in hand. */
export function goOn(held: CaseFile | undefined, events: readonly RecordedCaseEvent[]): CaseFile | undefined {
  let file = held
  for (const event of events) {
    if (file === undefined) {
      if (isPresent(event) && event.type === 'applicationReceived') file = opened(event)
      continue
    }
    file = { ...file, lastSeq: event.seq, lastRecordedOn: event.recordedOn }
    touch(file, event)
    if (isPresent(event)) evolve(file, event)
    else file.withheld.push(event.seq)
  }
  return file
}

/** As `findCaseFile`, for a case that must exist. Throws otherwise. */
export function getCaseFile(history: readonly RecordedCaseEvent[]): CaseFile {
  const file = findCaseFile(history)
  if (file === undefined) throw new Error('the history tells of no application')
  return file
}

const factOf = (event: RecordedCaseEvent): Fact => ({
  on: event.occurredOn,
  recordedOn: event.recordedOn,
  seq: event.seq,
  actor: event.actor,
})

/** What was delivered to the archive holds no longer the whole case, unless the event is about the keeping itself. */
function touch({ retention }: CaseFile, event: RecordedCaseEvent): void {
  if (Object.hasOwn(retentionEvents, event.type)) return
  retention.lastOther = factOf(event)
  const delivery = retention.deliveries.at(-1)
  if (delivery) delivery.outdatedBy ??= retention.lastOther
}

function reopen(file: CaseFile, fact: Fact): void {
  const closing = file.closings.at(-1)
  if (file.closed && closing) closing.reopened = fact
  file.closed = undefined
}

function opened(event: PresentCaseEvent<'applicationReceived'>): CaseFile {
  const fact = factOf(event)
  const { caseNumber, personId, bornOn, channel, applicant, answers, attachments, applied } = event.payload
  return {
    caseNumber,
    personId,
    bornOn,
    received: fact,
    channel,
    applicant,
    answers,
    attachments,
    applied,
    changes: [],
    closings: [],
    municipalities: [],
    assignments: [],
    guidance: [],
    representations: [],
    participation: [],
    consents: [],
    consentRefusals: [],
    requests: [],
    information: [],
    privacyNotices: [],
    notes: [],
    documents: [],
    proceedings: [
      {
        trigger: { ...fact, kind: 'application' },
        assessments: [],
        proposals: [],
        hearings: [],
        delayNotices: [],
      },
    ],
    actionPlans: [],
    goalVersions: [],
    goals: [],
    letters: [],
    orders: [],
    messages: [],
    purchases: [],
    settlements: [],
    repeatedAbsence: [],
    complaints: [],
    accessRequests: [],
    corrections: [],
    lookQuestions: [],
    retention: { deliveries: [], holds: [], approvals: [], lastOther: fact },
    reports: [],
    moves: [],
    movedHere: [],
    withheld: [],
    lastSeq: event.seq,
    lastRecordedOn: event.recordedOn,
  }
}

/** What was found out about the person before stands behind the decision in force; it is found out and assessed anew. */
function openReassessment(file: CaseFile, fact: Fact, opened: PayloadOf<'reassessmentOpened'>): void {
  const before = standingPlace(file)
  file.proceedings.push({
    trigger: { ...fact, kind: 'reassessment', ...opened },
    before,
    assessments: [],
    proposals: [],
    hearings: [],
    delayNotices: [],
  })
  if (before) file.applied = opened.asked?.applied ?? asApplied(before)
}

function openProceeding(file: CaseFile, fact: Fact, kind: 'remand' | 'anotherPlace' | 'complaint'): void {
  const former = currentProceeding(file)
  file.proceedings.push({
    trigger: { ...fact, kind },
    assessments: kind === 'anotherPlace' ? [...former.assessments] : [],
    proposals: [],
    hearings: [],
    delayNotices: [],
    // What was found out about the person stands until it is assessed anew: only the place, or the decision, is in question.
    ...(kind !== 'remand' && {
      assessment: former.assessment,
      otherPossibilities: former.otherPossibilities,
      sufficientlyInformed: former.sufficientlyInformed,
      firstInformed: former.firstInformed,
    }),
  })
}

/** Who is at the place already has no new first day there: the new order goes on from the day it takes over. */
function goOnFromFormer(file: CaseFile, order: Order, accepted: Fact): void {
  const former = formerOrder(file, order)
  const on = takesOverOn(order)
  if (former === undefined || on === undefined) return
  order.continues = former
  order.started = { ...accepted, on }
}

function answerProposal(proceeding: Proceeding, decisionId: PartId, fact: Fact): void {
  const found = proceeding.proposals.find((p) => p.decisionId === decisionId && p.answered === undefined)
  if (found) found.answered = fact
}

/** What the citizen says themselves stands before what was said for them. */
function takeAnswer(hearing: Hearing, answer: HearingAnswer): void {
  hearing.answers.push(answer)
  if (hearing.answered?.by !== 'citizen' || answer.by === 'citizen') hearing.answered = answer
}

function answerOtherTimes(meeting: StatusMeeting | undefined, fact: OtherTimeAnswer): void {
  for (const wish of meeting?.otherTimes ?? []) wish.answered ??= fact
}

function settle(facts: readonly { settled?: Fact | undefined }[], fact: Fact): void {
  for (const one of facts) one.settled ??= fact
}

/** Applies one event to the file being built. Private mutation of a value nobody else holds yet. */
function evolve(file: CaseFile, event: PresentCaseEvent): void {
  const fact = factOf(event)
  const proceeding = currentProceeding(file)
  const order = (id: PartId): Order | undefined => file.orders.find((o) => o.orderId === id)
  const purchase = (id: PartId): Purchase | undefined => file.purchases.find((p) => p.purchaseId === id)
  const pattern = (id: PartId) => file.repeatedAbsence.find((p) => p.patternId === id)
  const meeting = (id: PartId) => file.orders.flatMap((o) => o.meetings).find((m) => m.meetingId === id)
  const copy = (id: LetterId, recipient: PersonId): LetterCopy | undefined =>
    file.letters.find((l) => l.letterId === id)?.copies.find((c) => c.recipient === recipient)
  switch (event.type) {
    case 'applicationReceived':
      return
    case 'applicationConfirmed':
      file.confirmed = fact
      return
    case 'applicationChanged':
      file.applied = event.payload.applied
      file.changes.push({ ...fact, ...event.payload })
      return
    case 'applicationWithdrawn':
      file.withdrawn = { ...fact, ...event.payload }
      return
    case 'municipalityRecorded':
      file.municipality = { ...fact, ...event.payload }
      file.municipalities.push(file.municipality)
      return
    case 'guidanceGiven':
      file.guidance.push({ ...fact, ...event.payload })
      return
    case 'actingMunicipalityChanged':
      file.movedAway = { ...fact, ...event.payload }
      return
    case 'moveAnnounced':
      file.moves.push({ ...fact, ...event.payload, settled: [], handoverAnswers: [] })
      return
    case 'moveCalledOff': {
      const move = file.moves.at(-1)
      if (move) move.calledOff = { ...fact, ...event.payload }
      return
    }
    case 'moveSettled':
      file.moves.at(-1)?.settled.push({ ...fact, ...event.payload })
      return
    case 'handoverAnswered':
      file.moves.at(-1)?.handoverAnswers.push({ ...fact, ...event.payload })
      return
    case 'papersHandedOver': {
      const move = file.moves.at(-1)
      if (move) move.handedOver = { ...fact, ...event.payload }
      return
    }
    case 'movedHereRecorded':
      file.movedHere.push({ ...fact, ...event.payload })
      return
    case 'remandReceived':
      openProceeding(file, fact, 'remand')
      // Whoever closed the case after a refusal did not foresee this: it is open again (RSL § 3 a).
      reopen(file, fact)
      return
    case 'providerReported':
      file.reports.push({ ...fact, ...event.payload, answers: [] })
      return
    case 'reportAnswered':
      file.reports
        .find((r) => r.reportId === event.payload.reportId)
        ?.answers.push({ ...fact, ...event.payload })
      return
    case 'reassessmentOpened':
      openReassessment(file, fact, event.payload)
      return
    case 'reassessmentConcluded':
      if (proceeding.trigger.kind === 'reassessment') proceeding.concluded = { ...fact, ...event.payload }
      file.applied = currentProceeding(file).decision?.record.applied ?? file.applied
      return
    case 'caseClosed':
      file.closed = { ...fact, ...event.payload }
      file.closings.push(file.closed)
      return
    case 'caseAssigned':
      file.unit = event.payload.unit
      file.caseworker = event.payload.userId
      file.assignments.push({ ...fact, ...event.payload })
      return
    case 'representativeRegistered':
    case 'representativeVerified':
    case 'representativeRejected':
    case 'representationEndConsidered':
    case 'representativeRevoked':
      evolveRepresentation(file, event, fact)
      return
    case 'participationPlanned':
      file.participation.push({ ...fact, ...event.payload })
      return
    case 'deathRegistered':
      file.died = { ...fact, ...event.payload }
      return
    case 'noteRecorded':
      file.notes.push({ ...fact, ...event.payload })
      return
    case 'documentRegistered':
      file.documents.push({ ...fact, ...event.payload })
      return
    case 'consentGiven':
      file.consents.push({ ...fact, ...event.payload })
      return
    case 'consentRefused':
      file.consentRefusals.push({ ...fact, ...event.payload })
      return
    case 'consentWithdrawn': {
      const found = file.consents.find((c) => c.consentId === event.payload.consentId)
      if (found) found.withdrawn = fact
      return
    }
    case 'informationRequested':
      file.requests.push({ ...fact, ...event.payload, letters: [], reminders: [] })
      return
    case 'sourceReminded':
      file.requests
        .find((r) => r.requestId === event.payload.requestId)
        ?.reminders.push({ ...fact, answerBy: event.payload.answerBy })
      return
    case 'sourceLetterWritten':
      file.requests
        .find((r) => r.requestId === event.payload.requestId)
        ?.letters.push({ ...fact, ...event.payload })
      return
    case 'sourceLetterSent': {
      const written = file.requests.flatMap((r) => r.letters)
      const found = written.find((l) => l.letterId === event.payload.letterId)
      if (found) found.sent ??= { ...fact, how: event.payload.how }
      return
    }
    case 'informationReceived': {
      file.information.push({ ...fact, ...event.payload })
      const found = file.requests.find((r) => r.requestId === event.payload.requestId)
      if (found && found.received === undefined) found.received = fact
      return
    }
    case 'caseSufficientlyInformed':
      proceeding.sufficientlyInformed = { ...fact, ...event.payload }
      proceeding.firstInformed ??= fact
      return
    case 'privacyNoticeGiven':
      file.privacyNotices.push({ ...fact, ...event.payload })
      return
    case 'targetGroupAssessed':
      proceeding.assessment = { ...fact, ...event.payload }
      proceeding.assessments.push(proceeding.assessment)
      return
    case 'otherPossibilitiesConsidered':
      proceeding.otherPossibilities = { ...fact, ...event.payload }
      return
    case 'actionPlanOffered':
      file.planOffer = { ...fact, ...event.payload }
      file.firstPlanOffer ??= fact
      return
    case 'actionPlanAnswered':
      file.planAnswer = { ...fact, ...event.payload }
      file.firstPlanAnswer ??= fact
      return
    case 'actionPlanMade':
      file.plan = { ...fact, ...event.payload }
      file.actionPlans.push(file.plan)
      file.goalVersions.push({ ...fact, goals: event.payload.goals })
      file.goals = event.payload.goals
      file.goalsSet = fact
      return
    case 'goalsSet':
      file.goalVersions.push({ ...fact, goals: event.payload.goals })
      file.goals = event.payload.goals
      file.goalsSet = fact
      return
    case 'hearingSent':
      proceeding.hearings.push({ ...fact, ...event.payload, answers: [] })
      return
    case 'hearingAnswered': {
      const all = file.proceedings.flatMap((p) => p.hearings)
      const found = all.find((h) => h.hearingId === event.payload.hearingId)
      if (found) takeAnswer(found, { ...fact, ...event.payload })
      return
    }
    case 'delayNoticeIssued':
      proceeding.delayNotices.push({ ...fact, ...event.payload })
      return
    case 'decisionProposed':
      proceeding.proposed = { ...fact, ...event.payload }
      proceeding.proposals.push({ ...fact, decisionId: event.payload.decisionId })
      proceeding.approved = undefined
      proceeding.returned = undefined
      return
    case 'decisionApproved':
      if (proceeding.proposed?.decisionId === event.payload.decisionId) proceeding.approved = fact
      answerProposal(proceeding, event.payload.decisionId, fact)
      return
    case 'decisionReturned':
      if (proceeding.proposed?.decisionId === event.payload.decisionId)
        proceeding.returned = { ...fact, remark: event.payload.remark }
      answerProposal(proceeding, event.payload.decisionId, fact)
      return
    case 'decisionMade':
      proceeding.decision = { ...fact, ...event.payload, standard: event.standard }
      return
    case 'letterIssued': {
      const { letterId, kind, recipients, inputs, document, renderer } = event.payload
      const copies = recipients.map((recipient) => ({ recipient, failures: [], sendings: [] }))
      file.letters.push({ ...fact, letterId, kind, inputs, document, renderer, copies })
      return
    }
    case 'letterDispatched': {
      const found = copy(event.payload.letterId, event.payload.recipient)
      if (!found) return
      found.dispatched = { ...fact, channel: event.payload.channel }
      found.sendings.push({ ...fact, channel: event.payload.channel })
      found.failed = undefined
      settle(found.failures, fact)
      return
    }
    case 'letterDelivered': {
      const { letterId, recipient, channel, proof, deliveredOn } = event.payload
      const found = copy(letterId, recipient)
      if (!found) return
      found.delivered = { ...fact, on: deliveredOn, channel, proof }
      settle(found.sendings, fact)
      return
    }
    case 'letterFailed': {
      const { letterId, recipient, code, reason } = event.payload
      const found = copy(letterId, recipient)
      if (!found) return
      found.failed = { ...fact, code, reason }
      found.failures.push(fact)
      settle(found.sendings, fact)
      found.dispatched = undefined
      found.handled = undefined
      return
    }
    case 'letterFailureHandled': {
      const found = copy(event.payload.letterId, event.payload.recipient)
      if (!found) return
      found.handled = { ...fact, how: event.payload.how }
      settle(found.failures, fact)
      return
    }
    case 'letterOpened': {
      const found = copy(event.payload.letterId, event.payload.by)
      if (found) found.opened ??= fact
      return
    }
    case 'orderSent':
      file.orders.push({
        ...fact,
        ...event.payload,
        questions: [],
        judgements: [],
        dailyNotes: [],
        participations: [],
        declinedActivities: [],
        noSharedActivity: [],
        setAside: [],
        schedules: [],
        contactPersons: [],
        plans: [],
        followed: [],
        followUpWishes: [],
        meetings: [],
        rides: [],
      })
      return
    case 'orderOpened': {
      const found = order(event.payload.orderId)
      if (found) found.opened ??= fact
      return
    }
    case 'orderAccepted': {
      const found = order(event.payload.orderId)
      if (!found) return
      found.accepted = { ...fact, startOn: event.payload.startOn }
      goOnFromFormer(file, found, fact)
      return
    }
    case 'orderQuestioned':
      order(event.payload.orderId)?.questions.push({ ...fact, question: event.payload.question })
      return
    case 'orderQuestionAnswered': {
      const open = order(event.payload.orderId)?.questions.find((q) => q.answered === undefined)
      if (open) open.answered = { ...fact, answer: event.payload.answer }
      return
    }
    case 'contentJudged': {
      const { aimed, because } = event.payload
      order(event.payload.orderId)?.judgements.push({ ...fact, aimed, because })
      return
    }
    case 'orderDeclined': {
      const found = order(event.payload.orderId)
      if (!found) return
      found.declined = { ...fact, reason: event.payload.reason }
      openProceeding(file, fact, 'anotherPlace')
      return
    }
    case 'contactPersonAppointed': {
      const found = order(event.payload.orderId)
      if (!found) return
      found.contactPerson = { ...fact, ...event.payload }
      found.contactPersons.push(found.contactPerson)
      return
    }
    case 'placementStarted': {
      const found = order(event.payload.orderId)
      if (found) found.started ??= fact
      return
    }
    case 'messageSent':
      file.messages.push({ ...fact, ...event.payload, onBehalfOf: event.onBehalfOf, reads: [] })
      return
    case 'messageRead': {
      const read = file.messages.find((m) => m.messageId === event.payload.messageId)
      for (const message of file.messages)
        if (
          read &&
          message.orderId === read.orderId &&
          message.seq <= read.seq &&
          !isReadBy(message, fact.actor)
        )
          message.reads.push(fact)
      return
    }
    case 'purchaseAgreed':
      file.purchases.push({ ...fact, ...event.payload, onBehalfOf: event.onBehalfOf })
      return
    case 'purchaseWithdrawn': {
      const found = purchase(event.payload.purchaseId)
      if (found) found.withdrawn ??= fact
      return
    }
    case 'purchaseCalledOff': {
      const found = purchase(event.payload.purchaseId)
      if (found) found.calledOff ??= fact
      return
    }
    case 'purchaseSettled': {
      const settled = { ...fact, ...event.payload }
      file.settlements.push(settled)
      const found = purchase(event.payload.purchaseId)
      if (found) found.settled ??= settled
      return
    }
    case 'dailyNoteRecorded':
      order(event.payload.orderId)?.dailyNotes.push({ ...fact, ...event.payload })
      return
    case 'activityJoined':
      order(event.payload.orderId)?.participations.push({ ...fact, ...event.payload })
      return
    case 'activityLeft': {
      const { participationId } = event.payload
      const all = file.orders.flatMap((o) => o.participations)
      const found = all.find((p) => p.participationId === participationId)
      if (found) found.left = { ...fact, ...event.payload }
      return
    }
    case 'activityDeclined':
      order(event.payload.orderId)?.declinedActivities.push({ ...fact, ...event.payload })
      return
    case 'sharedActivityImpossible':
      order(event.payload.orderId)?.noSharedActivity.push({ ...fact, ...event.payload })
      return
    case 'skillDomainSetAside':
      order(event.payload.orderId)?.setAside.push({ ...fact, ...event.payload })
      return
    case 'archiveDelivered':
      file.retention.deliveries.push({ ...fact, ...event.payload })
      return
    case 'erasureHeld':
      file.retention.holds.push({ ...fact, ...event.payload })
      return
    case 'erasureReleased': {
      const hold = file.retention.holds.find((h) => h.holdId === event.payload.holdId)
      if (hold) hold.released ??= { ...fact, ...event.payload }
      return
    }
    case 'erasureApproved':
      file.retention.approvals.push({ ...fact, ...event.payload })
      return
    case 'absencePatternFound':
      file.repeatedAbsence.push({ ...fact, ...event.payload, dialogues: [], assessments: [] })
      return
    case 'absenceDialogueHeld':
      pattern(event.payload.patternId)?.dialogues.push({ ...fact, ...event.payload })
      return
    case 'continuationAssessed':
      pattern(event.payload.patternId)?.assessments.push({ ...fact, ...event.payload })
      return
    case 'complaintReceived':
    case 'complaintSupplemented':
    case 'complaintConfirmed':
    case 'complaintWithdrawn':
    case 'decisionPostponed':
    case 'complaintReassessed':
    case 'complaintDelayTold':
    case 'complaintForwarded':
    case 'complaintBundled':
    case 'complaintSent':
    case 'complaintResultReceived':
    case 'complaintResultCarriedOut':
      evolveComplaint(file, event, fact)
      if (!owesNewDecision(event)) return
      // A run that is still open carries it; and a case that was closed after the decision is open again.
      if (proceeding.decision) openProceeding(file, fact, 'complaint')
      reopen(file, fact)
      return
    case 'accessRequested':
      file.accessRequests.push({ ...fact, ...event.payload, delays: [] })
      return
    case 'accessDelayTold':
      file.accessRequests
        .find((r) => r.requestId === event.payload.requestId)
        ?.delays.push({ ...fact, ...event.payload })
      return
    case 'accessAnswered': {
      const found = file.accessRequests.find((r) => r.requestId === event.payload.requestId)
      if (found) found.answered ??= { ...fact, ...event.payload }
      return
    }
    case 'correctionRequested':
      file.corrections.push({ ...fact, ...event.payload })
      return
    case 'correctionAnswered': {
      const found = file.corrections.find((c) => c.correctionId === event.payload.correctionId)
      if (found) found.answered ??= { ...fact, ...event.payload }
      return
    }
    case 'lookQuestioned':
      file.lookQuestions.push({ ...fact, ...event.payload })
      return
    case 'lookQuestionAnswered': {
      const found = file.lookQuestions.find((q) => q.questionId === event.payload.questionId)
      if (found) found.answered ??= { ...fact, ...event.payload }
      return
    }
    case 'weeklyScheduleSet':
      order(event.payload.orderId)?.schedules.push({ ...fact, ...event.payload })
      return
    case 'interventionPlanMade':
      order(event.payload.orderId)?.plans.push({ ...fact, ...event.payload })
      return
    case 'goalFollowed':
      order(event.payload.orderId)?.followed.push({ ...fact, ...event.payload })
      return
    case 'followUpAskedFor':
      order(event.payload.orderId)?.followUpWishes.push({ ...fact, ...event.payload })
      return
    case 'statusMeetingCalled': {
      const { meetingId, orderId, participants, others, ...appointment } = event.payload
      order(orderId)?.meetings.push({
        ...fact,
        meetingId,
        orderId,
        participants,
        others,
        appointments: [{ ...fact, ...appointment }],
        otherTimes: [],
        reports: [],
      })
      return
    }
    case 'statusMeetingMoved': {
      const { meetingId, ...appointment } = event.payload
      const found = meeting(meetingId)
      found?.appointments.push({ ...fact, ...appointment })
      answerOtherTimes(found, fact)
      return
    }
    case 'statusMeetingCancelled': {
      const found = meeting(event.payload.meetingId)
      if (found) found.cancelled = { ...fact, because: event.payload.because }
      answerOtherTimes(found, fact)
      return
    }
    case 'anotherTimeAskedFor':
      meeting(event.payload.meetingId)?.otherTimes.push({ ...fact, words: event.payload.words })
      return
    case 'meetingTimeKept':
      answerOtherTimes(meeting(event.payload.meetingId), { ...fact, because: event.payload.because })
      return
    case 'meetingPrepared': {
      const found = meeting(event.payload.meetingId)
      if (found) found.prepared = { ...fact, ...event.payload }
      return
    }
    case 'statusReportSent':
      meeting(event.payload.meetingId)?.reports.push({ ...fact, ...event.payload })
      return
    case 'followUpConcluded': {
      const found = meeting(event.payload.meetingId)
      if (found) found.concluded = { ...fact, ...event.payload }
      return
    }
    case 'transportArranged':
      order(event.payload.orderId)?.rides.push({ ...fact, ...event.payload })
      return
    case 'payloadWithdrawn':
      return
    default:
      event satisfies never
  }
}
