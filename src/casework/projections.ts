/**
 * The rows that a case's history projects to, as a pure function. They exist for speed alone: `rebuild` drops and makes
 * them again, and `verify` proves that it comes out the same.
 */
import { z } from 'zod'
import { dialogueWith, openPattern } from '../domain/case/absence/about.ts'
import {
  type CaseFile,
  type Complaint,
  currentOrder,
  currentProceeding,
  type LetterCopy,
  type Message,
  type Order,
  type ProviderReport,
  type Purchase,
  type Representation,
} from '../domain/case/case-file.ts'
import { proceedingOf } from '../domain/case/complaint/about.ts'
import { endedOn, orderClosedOn } from '../domain/case/lifetime.ts'
import { sideOf } from '../domain/case/message/thread.ts'
import { approvalsOf } from '../domain/case/order/approvals.ts'
import { continuedOrder } from '../domain/case/order/continued.ts'
import { phaseOf } from '../domain/case/phase.ts'
import { findLetter, isRemandUnderWay, processingDeadline } from '../domain/case/processing.ts'
import { conclusionOf } from '../domain/case/report/decide.ts'
import { holdsOn, retainedUntil, standingApproval, standingDelivery } from '../domain/case/retention/about.ts'
import { validSchedules } from '../domain/case/schedule/scheduled.ts'
import { RideNeeds } from '../domain/case/transport/events.ts'
import { PartId, UserId } from '../domain/identity.ts'
import type { Obligation } from '../domain/standard/obligation.ts'
import type { StandardTerms } from '../domain/standard/terms.ts'
import { addDays, CalendarDay } from '../domain/time/calendar-day.ts'
import type {
  AccessRow,
  CaseRow,
  ComplaintRow,
  MessageRow,
  OrderRow,
  PostRow,
  Projections,
  PurchaseRow,
  ReportRow,
  RetentionRow,
  ScheduleRow,
} from '../store/projection-rows.ts'

/** Where an order stands: the part of its row that the provider's own answers change. */
export const OrderState = z.object({
  status: z.enum(['sent', 'opened', 'asked', 'accepted', 'declined', 'started']),
  startOn: CalendarDay.optional(),
  startedOn: CalendarDay.optional(),
  contactPerson: UserId.optional(),
  substitute: UserId.optional(),
  /** The caseworker would like to talk about the days: nothing that the provider owes (K1.2-4). */
  talkWanted: z.literal(true).optional(),
  /** What the person takes part in now. */
  activities: z
    .array(z.object({ activityId: PartId, participationId: PartId, since: CalendarDay }))
    .optional(),
  /** What the person needs on the way, once the ride is ordered. */
  ride: RideNeeds.optional(),
  questions: z.array(z.object({ on: CalendarDay, question: z.string(), answer: z.string().optional() })),
})
export type OrderState = z.infer<typeof OrderState>

export function projectionOf(
  file: CaseFile,
  obligations: readonly Obligation[],
  terms: StandardTerms,
): Projections {
  return {
    caseFile: caseRow(file, terms),
    obligations,
    access: accessRows(file),
    orders: file.orders.map((order) => orderRow(file, order)),
    schedule: file.orders.flatMap((order) => scheduleRows(file, order)),
    post: postRows(file),
    messages: file.messages.map(messageRow),
    purchases: file.purchases.map((purchase) => purchaseRow(file, purchase)),
    complaints: file.complaints.flatMap((complaint, index) => complaintRow(file, complaint, index + 1)),
    reports: file.reports.flatMap((report) => reportRow(file, report, obligations)),
    retention: retentionRow(file, terms),
  }
}

function caseRow(file: CaseFile, { parameters, unit }: StandardTerms): CaseRow {
  const proceeding = currentProceeding(file)
  const order = currentOrder(file)
  // The date promised to the citizen: the deadline of the run, or the latest date in a delay notice.
  const due =
    proceeding.decision || proceeding.trigger.kind === 'anotherPlace'
      ? null
      : (proceeding.delayNotices.at(-1)?.newDate ?? processingDeadline(proceeding, parameters).due)
  return {
    caseNumber: file.caseNumber,
    personId: file.personId,
    unit: file.unit ?? unit,
    assignedTo: file.caseworker ?? null,
    phase: phaseOf(file),
    receivedOn: file.received.on,
    decisionDueOn: due,
    closedOn: endedOn(file) ?? null,
    providerId: order && order.declined === undefined ? order.content.provider : null,
    version: file.lastSeq,
    changedOn: file.lastRecordedOn,
    summary: {
      trigger: proceeding.trigger.kind,
      ...(isRemandUnderWay(proceeding) && { remandedOn: proceeding.trigger.on }),
      outcome: proceeding.decision?.record.outcome ?? null,
      approvals: approvalsOf(file),
    },
  }
}

function retentionRow(file: CaseFile, { parameters }: StandardTerms): RetentionRow | null {
  const keptUntil = retainedUntil(file, parameters)
  if (file.closed === undefined || keptUntil === undefined) return null
  const delivery = standingDelivery(file)
  return {
    closedOn: file.closed.on,
    keptUntil,
    deliveredOn: delivery?.on ?? null,
    reference: delivery?.reference ?? null,
    package: delivery?.package ?? null,
    approvedOn: standingApproval(file)?.on ?? null,
    holds: holdsOn(file).map((hold) => (hold.kind === 'recorded' ? hold.hold.ground : hold.kind)),
  }
}

function accessRows(file: CaseFile): readonly AccessRow[] {
  const citizen: AccessRow = {
    relation: 'citizen',
    subject: file.personId,
    validFrom: file.received.on,
    validTo: null,
  }
  const representatives = file.representations
    .filter((r) => opensCase(r))
    .map((r): AccessRow => {
      // The day of revocation is the first without access.
      const last = r.revoked ? addDays(r.revoked.on, -1) : r.to
      return { relation: 'representative', subject: r.personId, validFrom: r.from, validTo: last ?? null }
    })
  const providers = file.orders.map((o): AccessRow => {
    const closedOn = orderClosedOn(file, o)
    return {
      relation: 'provider',
      subject: o.content.provider,
      validFrom: o.on,
      validTo: closedOn ? addDays(closedOn, -1) : null,
    }
  })
  return widest([citizen, ...[...representatives, ...providers].filter(isEver)])
}

/** Found in order, and more than the right to be sent letters: those come by post, and open nothing. */
const opensCase = ({ scopes, verified, rejected }: Representation): boolean =>
  verified !== undefined &&
  rejected === undefined &&
  scopes.some((scope) => scope !== 'receiveLetters' && scope !== 'receivePaymentLetters')

/** Ended before it began, it never was. */
const isEver = ({ validFrom, validTo }: AccessRow): boolean => validTo === null || validTo >= validFrom

/** Of several from the same day the one that lasts longest: each lets in by itself. */
function widest(rows: readonly AccessRow[]): readonly AccessRow[] {
  const lasting = new Map<string, AccessRow>()
  for (const row of rows) {
    const key = `${row.relation} ${row.subject} ${row.validFrom}`
    const known = lasting.get(key)
    if (!known || (row.validTo ?? forever) > (known.validTo ?? forever)) lasting.set(key, row)
  }
  return [...lasting.values()]
}

const forever = '9999-12-31'

const orderRow = (file: CaseFile, o: Order): OrderRow => {
  const { participations, rides } = continuedOrder(o)
  return {
    orderId: o.orderId,
    providerId: o.content.provider,
    personId: file.personId,
    sentOn: o.on,
    closedOn: orderClosedOn(file, o) ?? null,
    content: o.content,
    state: {
      status: orderStatus(o),
      ...(o.accepted && { startOn: o.accepted.startOn }),
      ...(o.started && { startedOn: o.started.on }),
      ...(o.contactPerson && { contactPerson: o.contactPerson.contactPerson }),
      ...(o.contactPerson?.substitute && { substitute: o.contactPerson.substitute }),
      ...(isTalkWanted(file, o) && { talkWanted: true as const }),
      ...(participations.some((p) => p.left === undefined) && {
        activities: participations
          .filter((p) => p.left === undefined)
          .map(({ activity, participationId, on }) => ({
            activityId: activity.activityId,
            participationId,
            since: on,
          })),
      }),
      ...(rides.length > 0 && { ride: rideNeeds(rides) }),
      questions: o.questions.map((q) => ({
        on: q.on,
        question: q.question,
        ...(q.answered && { answer: q.answered.answer }),
      })),
    } satisfies OrderState,
  }
}

/** As it was told last. */
function rideNeeds(rides: Order['rides']): RideNeeds | undefined {
  const last = rides.at(-1)
  if (last === undefined) return undefined
  const { wheelchair, companion, aids } = last
  return { wheelchair, companion, ...(aids !== undefined && { aids }) }
}

function isTalkWanted(file: CaseFile, { orderId }: Order): boolean {
  const pattern = openPattern(file, orderId)
  return pattern !== undefined && dialogueWith(pattern, 'provider') === undefined
}

function orderStatus(o: Order): OrderState['status'] {
  if (o.declined) return 'declined'
  if (o.started) return 'started'
  if (o.accepted) return 'accepted'
  if (o.questions.some((q) => q.answered === undefined)) return 'asked'
  return o.opened ? 'opened' : 'sent'
}

const scheduleRows = (file: CaseFile, order: Order): readonly ScheduleRow[] =>
  validSchedules(continuedOrder(order)).flatMap(({ schedule, from, to }) =>
    schedule.days.map(({ group, ...day }) => ({
      orderId: order.orderId,
      providerId: order.content.provider,
      personId: file.personId,
      ...day,
      groupId: group ?? null,
      validFrom: from,
      validTo: to ?? null,
    })),
  )

const postRows = (file: CaseFile): readonly PostRow[] =>
  file.letters.flatMap((letter) =>
    letter.copies.map((copy) => ({
      letterId: letter.letterId,
      recipient: copy.recipient,
      kind: letter.kind,
      channel: copy.delivered?.channel ?? copy.dispatched?.channel ?? null,
      state: postState(copy),
      issuedOn: letter.on,
      sentOn: copy.dispatched?.on ?? null,
      deliveredOn: copy.delivered?.on ?? null,
      failedOn: copy.failed?.on ?? null,
      handledOn: copy.handled?.on ?? null,
      failure: copy.failed?.code ?? null,
      document: letter.document,
    })),
  )

const messageRow = (message: Message): MessageRow => ({
  messageId: message.messageId,
  orderId: message.orderId,
  seq: message.seq,
  sentOn: message.on,
  from: sideOf(message.actor),
  to: message.to,
  answer: message.answer,
  text: message.text,
  actor: message.actor,
  onBehalfOf: message.onBehalfOf ?? null,
  reads: message.reads.map(({ actor, on }) => ({ actor, side: sideOf(actor), on })),
})

const purchaseRow = (file: CaseFile, p: Purchase): PurchaseRow => ({
  purchaseId: p.purchaseId,
  orderId: p.orderId,
  personId: file.personId,
  providerId: p.provider,
  kind: p.item.kind,
  name: p.outing?.name ?? p.item.name,
  priceOere: p.item.priceOere,
  outingId: p.outing?.outingId ?? null,
  outingDay: p.outing?.day ?? null,
  answerBy: p.outing?.answerBy ?? null,
  agreedOn: p.on,
  goneOn: (p.withdrawn ?? p.calledOff)?.on ?? null,
  settledOn: p.settled?.on ?? null,
  tookPart: p.settled?.tookPart ?? null,
  amountOere: p.settled?.amountOere ?? null,
})

/** Over a decision that the eraser took away there is nothing to count. */
function complaintRow(file: CaseFile, c: Complaint, number: number): readonly ComplaintRow[] {
  const decision = proceedingOf(file, c)?.decision
  if (decision === undefined) return []
  const letter = findLetter(file, decision.letterId)
  return [
    {
      complaintId: c.complaintId,
      number,
      receivedOn: c.on,
      decidedOn: decision.on,
      reassessedOn: c.reassessed?.on ?? null,
      outcome: c.reassessed?.outcome ?? null,
      ownCause: c.reassessed?.cause ?? null,
      ownClause: c.reassessed?.clause ?? null,
      sentOn: c.sent?.on ?? null,
      resultOn: c.result?.on ?? null,
      result: c.result?.result ?? null,
      boardCause: c.result?.cause ?? null,
      boardClause: c.result?.clause ?? null,
      withdrawnOn: c.withdrawn?.on ?? null,
      letterText: [decision.standard, letter?.renderer].filter(Boolean).join(', '),
    },
  ]
}

/** Over an order that the eraser took away there is nothing to count. */
function reportRow(
  file: CaseFile,
  r: ProviderReport,
  obligations: readonly Obligation[],
): readonly ReportRow[] {
  const order = file.orders.find(({ orderId }) => orderId === r.orderId)
  if (order === undefined) return []
  const owed = obligations.find((o) => o.task === 'answerReport' && o.evidence.includes(r.seq))
  const isOwed = owed !== undefined && (owed.voidOn === undefined || owed.metOn !== undefined)
  return [
    {
      reportId: r.reportId,
      seq: r.seq,
      orderId: r.orderId,
      providerId: order.content.provider,
      kind: r.kind,
      since: r.since,
      toldOn: r.on,
      dueOn: (isOwed && owed.dueOn) || null,
      answeredOn: r.answers[0]?.on ?? null,
      reaction: r.answers.at(-1)?.reaction ?? null,
      closedOn: conclusionOf(r)?.on ?? null,
    },
  ]
}

function postState(copy: LetterCopy): PostRow['state'] {
  if (copy.delivered) return 'delivered'
  if (copy.failed) return copy.handled ? 'handled' : 'failed'
  return copy.dispatched ? 'sent' : 'queued'
}
