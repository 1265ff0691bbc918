/** The rows that a case's history comes to: what worklists and pages read. Plain data, made by the domain. */

import type { DayPart } from '../domain/attendance/fact.ts'
import type { BoardResult, ReassessmentOutcome, ReversalCause } from '../domain/case/complaint/events.ts'
import type { EventActor } from '../domain/case/envelope.ts'
import type { Side } from '../domain/case/message/events.ts'
import type { Reaction, ReportKind } from '../domain/case/report/events.ts'
import type { HoldGround } from '../domain/case/retention/events.ts'
import type {
  DocumentHash,
  GroupId,
  LetterId,
  PartId,
  PersonId,
  ProviderId,
  UnitId,
  UserId,
} from '../domain/identity.ts'
import type { PurchaseKind } from '../domain/own-payment.ts'
import type { Obligation } from '../domain/standard/obligation.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'

export type CaseRow = {
  /** `2026-0042`, the municipality's own. */
  readonly caseNumber: string
  readonly personId: PersonId
  readonly unit: UnitId
  readonly assignedTo: UserId | null
  readonly phase: string
  readonly receivedOn: CalendarDay
  readonly decisionDueOn: CalendarDay | null
  readonly closedOn: CalendarDay | null
  readonly providerId: ProviderId | null
  /** The number of the last event it is made from. */
  readonly version: number
  readonly changedOn: CalendarDay
  /** What a list shows besides. */
  readonly summary: unknown
}

export type AccessRow = {
  readonly relation: 'citizen' | 'representative' | 'provider'
  readonly subject: PersonId | ProviderId
  readonly validFrom: CalendarDay
  /** The last day, included. */
  readonly validTo: CalendarDay | null
}

export type OrderRow = {
  readonly orderId: PartId
  readonly providerId: ProviderId
  readonly personId: PersonId
  readonly sentOn: CalendarDay
  /** The first day on which the provider sees nothing of it. */
  readonly closedOn: CalendarDay | null
  readonly state: unknown
  /** What the provider may see, and only that. */
  readonly content: unknown
}

/** One time in the week when a person is expected, and from when to when that holds. */
export type ScheduleRow = {
  readonly orderId: PartId
  readonly providerId: ProviderId
  readonly personId: PersonId
  /** ISO: 1 is Monday. */
  readonly weekday: number
  readonly part: DayPart
  /** `08:30`. */
  readonly starts: string
  readonly ends: string
  readonly groupId: GroupId | null
  readonly validFrom: CalendarDay
  /** The last day, included. */
  readonly validTo: CalendarDay | null
}

export type PostRow = {
  readonly letterId: LetterId
  readonly recipient: PersonId
  readonly kind: string
  readonly channel: string | null
  readonly state: 'queued' | 'sent' | 'delivered' | 'failed' | 'handled'
  readonly issuedOn: CalendarDay
  readonly sentOn: CalendarDay | null
  readonly deliveredOn: CalendarDay | null
  readonly failedOn: CalendarDay | null
  readonly handledOn: CalendarDay | null
  readonly failure: string | null
  readonly document: DocumentHash
}

export type MessageRow = {
  readonly messageId: PartId
  readonly orderId: PartId
  readonly seq: number
  readonly sentOn: CalendarDay
  readonly from: Side
  readonly to: Side
  readonly answer: boolean
  readonly text: string
  readonly actor: EventActor
  readonly onBehalfOf: PersonId | null
  readonly reads: readonly { readonly actor: EventActor; readonly side: Side; readonly on: CalendarDay }[]
}

export type PurchaseRow = {
  readonly purchaseId: PartId
  readonly orderId: PartId
  readonly personId: PersonId
  readonly providerId: ProviderId
  readonly kind: PurchaseKind
  readonly name: string
  readonly priceOere: number
  readonly outingId: PartId | null
  readonly outingDay: CalendarDay | null
  readonly answerBy: CalendarDay | null
  readonly agreedOn: CalendarDay
  /** Taken back or called off. */
  readonly goneOn: CalendarDay | null
  readonly settledOn: CalendarDay | null
  readonly tookPart: boolean | null
  readonly amountOere: number | null
}

/** A complaint as management counts it, with what failed where the decision was reversed. */
export type ComplaintRow = {
  readonly complaintId: PartId
  /** The first of the case is 1. */
  readonly number: number
  readonly receivedOn: CalendarDay
  readonly decidedOn: CalendarDay
  readonly reassessedOn: CalendarDay | null
  readonly outcome: ReassessmentOutcome | null
  readonly ownCause: ReversalCause | null
  readonly ownClause: string | null
  readonly sentOn: CalendarDay | null
  readonly resultOn: CalendarDay | null
  readonly result: BoardResult | null
  readonly boardCause: ReversalCause | null
  readonly boardClause: string | null
  readonly withdrawnOn: CalendarDay | null
  /** The standard whose texts the decision's letter was written with, and what rendered it. */
  readonly letterText: string
}

/** What a provider told and what came of it, as it is counted. */
export type ReportRow = {
  readonly reportId: PartId
  /** The number of the event that told it. */
  readonly seq: number
  readonly orderId: PartId
  readonly providerId: ProviderId
  readonly kind: ReportKind
  readonly since: CalendarDay
  readonly toldOn: CalendarDay
  /** By when an answer is owed. Null where none is, or where the duty fell away. */
  readonly dueOn: CalendarDay | null
  /** The first answer. */
  readonly answeredOn: CalendarDay | null
  /** The latest. */
  readonly reaction: Reaction | null
  readonly closedOn: CalendarDay | null
}

/** How long a closed case is kept, and what stands in the way of erasing it. */
export type RetentionRow = {
  readonly closedOn: CalendarDay
  /** The first day on which it may be erased. */
  readonly keptUntil: CalendarDay
  /** Of the delivery that holds the whole case; null together. */
  readonly deliveredOn: CalendarDay | null
  readonly reference: string | null
  readonly package: DocumentHash | null
  readonly approvedOn: CalendarDay | null
  readonly holds: readonly ('complaint' | 'accessRequest' | HoldGround)[]
}

export type Projections = {
  /** Null for the municipality's own stream, which is no case. */
  readonly caseFile: CaseRow | null
  readonly obligations: readonly Obligation[]
  readonly access: readonly AccessRow[]
  readonly orders: readonly OrderRow[]
  readonly schedule: readonly ScheduleRow[]
  readonly post: readonly PostRow[]
  readonly messages: readonly MessageRow[]
  readonly purchases: readonly PurchaseRow[]
  readonly complaints: readonly ComplaintRow[]
  readonly reports: readonly ReportRow[]
  /** Null while the case is open. */
  readonly retention: RetentionRow | null
}
