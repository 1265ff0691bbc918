/**
 * The rows that a case's history projects to, as a pure function. They exist for speed alone: `rebuild` drops and makes
 * them again, and `verify` proves that it comes out the same.
 */
import type { CaseFile } from '../domain/case/case-file.ts'
import { currentOrder, currentProceeding } from '../domain/case/case-file.ts'
import type { DeliveryChannel, LetterKind } from '../domain/case/letter/events.ts'
import type { OrderContent } from '../domain/case/order/events.ts'
import type { RepresentationScope } from '../domain/case/party/events.ts'
import type { Phase } from '../domain/case/phase.ts'
import { phaseOf } from '../domain/case/phase.ts'
import { processingDeadline } from '../domain/case/processing.ts'
import type { CaseId, LetterId, PartId, PersonId, ProviderId, UnitId, UserId } from '../domain/identity.ts'
import type { Obligation } from '../domain/standard/obligation.ts'
import type { StandardTerms } from '../domain/standard/terms.ts'
import { addDays, type CalendarDay } from '../domain/time/calendar-day.ts'

export type CaseFileRow = {
  readonly caseId: CaseId
  readonly caseNumber: string
  readonly personId: PersonId
  readonly unit: UnitId | undefined
  readonly assignedTo: UserId | undefined
  readonly phase: Phase
  readonly receivedOn: CalendarDay
  /** The date promised to the citizen: the deadline of the run, or the latest date in a delay notice. */
  readonly decisionDueOn: CalendarDay | undefined
  readonly closedOn: CalendarDay | undefined
  readonly providerId: ProviderId | undefined
  readonly version: number
}

export type CaseAccessRow = {
  readonly relation: 'citizen' | 'representative' | 'provider'
  readonly subject: string
  readonly scopes: readonly RepresentationScope[]
  readonly validFrom: CalendarDay
  readonly validTo: CalendarDay | undefined
}

/** What the provider may see of a case, and nothing else of it. */
export type ServiceOrderRow = {
  readonly orderId: PartId
  readonly providerId: ProviderId
  readonly personId: PersonId
  readonly sentOn: CalendarDay
  readonly state: 'sent' | 'opened' | 'asked' | 'accepted' | 'declined' | 'started'
  readonly content: OrderContent
  readonly startOn: CalendarDay | undefined
  readonly startedOn: CalendarDay | undefined
  readonly contactPerson: UserId | undefined
  readonly substitute: UserId | undefined
  readonly questions: readonly {
    readonly on: CalendarDay
    readonly question: string
    readonly answer?: string
  }[]
}

export type PostRow = {
  readonly letterId: LetterId
  readonly recipient: PersonId
  readonly kind: LetterKind
  readonly issuedOn: CalendarDay
  readonly channel: DeliveryChannel | undefined
  readonly state: 'queued' | 'sent' | 'delivered' | 'failed' | 'handled'
  readonly failure: string | undefined
}

export type CaseProjection = {
  readonly caseFile: CaseFileRow
  readonly obligations: readonly Obligation[]
  readonly access: readonly CaseAccessRow[]
  readonly orders: readonly ServiceOrderRow[]
  readonly post: readonly PostRow[]
}

export function projectionOf(
  caseId: CaseId,
  file: CaseFile,
  obligations: readonly Obligation[],
  terms: StandardTerms,
): CaseProjection {
  return {
    caseFile: caseFileRow(caseId, file, terms),
    obligations,
    access: accessRows(file),
    orders: orderRows(file),
    post: postRows(file),
  }
}

function caseFileRow(caseId: CaseId, file: CaseFile, { parameters }: StandardTerms): CaseFileRow {
  const proceeding = currentProceeding(file)
  const order = currentOrder(file)
  const due =
    proceeding.trigger.kind === 'anotherPlace'
      ? undefined
      : (proceeding.delayNotices.at(-1)?.newDate ?? processingDeadline(proceeding, parameters).due)
  const ended = file.withdrawn?.on ?? file.died?.diedOn ?? file.movedAway?.effectiveOn ?? file.closed?.on
  return {
    caseId,
    caseNumber: file.caseNumber,
    personId: file.personId,
    unit: file.unit,
    assignedTo: file.caseworker,
    phase: phaseOf(file),
    receivedOn: file.received.on,
    decisionDueOn: proceeding.decision ? undefined : due,
    closedOn: ended,
    providerId: order && order.declined === undefined ? order.content.provider : undefined,
    version: file.lastSeq,
  }
}

function accessRows(file: CaseFile): readonly CaseAccessRow[] {
  const citizen: CaseAccessRow = {
    relation: 'citizen',
    subject: file.personId,
    scopes: [],
    validFrom: file.received.on,
    validTo: undefined,
  }
  const representatives = file.representations
    .filter((r) => r.scopes.length > 0)
    .map((r) => ({
      relation: 'representative' as const,
      subject: r.personId,
      scopes: r.scopes,
      validFrom: r.from,
      // The day of revocation is the first without access.
      validTo: r.revoked ? addDays(r.revoked.on, -1) : r.to,
    }))
  const providers = file.orders
    .filter((o) => o.declined === undefined)
    .map((o) => ({
      relation: 'provider' as const,
      subject: o.content.provider,
      scopes: [],
      validFrom: o.on,
      validTo: undefined,
    }))
  return [citizen, ...representatives, ...providers]
}

function orderRows(file: CaseFile): readonly ServiceOrderRow[] {
  return file.orders.map((o) => ({
    orderId: o.orderId,
    providerId: o.content.provider,
    personId: file.personId,
    sentOn: o.on,
    state: orderState(o),
    content: o.content,
    startOn: o.accepted?.startOn,
    startedOn: o.started?.on,
    contactPerson: o.contactPerson?.contactPerson,
    substitute: o.contactPerson?.substitute,
    questions: o.questions.map((q) => ({
      on: q.on,
      question: q.question,
      ...(q.answered && { answer: q.answered.answer }),
    })),
  }))
}

function orderState(o: CaseFile['orders'][number]): ServiceOrderRow['state'] {
  if (o.declined) return 'declined'
  if (o.started) return 'started'
  if (o.accepted) return 'accepted'
  if (o.questions.some((q) => q.answered === undefined)) return 'asked'
  return o.opened ? 'opened' : 'sent'
}

function postRows(file: CaseFile): readonly PostRow[] {
  return file.letters.flatMap((letter) =>
    letter.copies.map((copy) => ({
      letterId: letter.letterId,
      recipient: copy.recipient,
      kind: letter.kind,
      issuedOn: letter.on,
      channel: copy.delivered?.channel ?? copy.dispatched?.channel,
      state: postState(copy),
      failure: copy.failed && !copy.handled ? copy.failed.code : undefined,
    })),
  )
}

function postState(copy: CaseFile['letters'][number]['copies'][number]): PostRow['state'] {
  if (copy.delivered) return 'delivered'
  if (copy.failed) return copy.handled ? 'handled' : 'failed'
  return copy.dispatched ? 'sent' : 'queued'
}
