/**
 * Everything that can have happened in a case, phase by phase. The catalogue (`docs/events.md`) is printed from here.
 * Types are versioned: an older payload is read through its upcaster and never rewritten.
 */
import { z } from 'zod'
import { absenceEvents } from './absence/events.ts'
import { accessRequestEvents } from './access-request/events.ts'
import { activityEvents } from './activity/events.ts'
import { applicationEvents } from './application/events.ts'
import { assessmentEvents } from './assessment/events.ts'
import { complaintEvents } from './complaint/events.ts'
import { decisionEvents } from './decision/events.ts'
import { delayEvents } from './delay/events.ts'
import { documentationEvents } from './documentation/events.ts'
import { Envelope } from './envelope.ts'
import { followUpEvents } from './follow-up/events.ts'
import { hearingEvents } from './hearing/events.ts'
import { informationEvents } from './information/events.ts'
import { interventionEvents } from './intervention/events.ts'
import { letterEvents } from './letter/events.ts'
import { messageEvents } from './message/events.ts'
import { movingEvents } from './moving/events.ts'
import { noteEvents } from './note/events.ts'
import { orderEvents } from './order/events.ts'
import { ownPaymentEvents } from './own-payment/events.ts'
import { partyEvents } from './party/events.ts'
import { planEvents } from './plan/events.ts'
import { reassessmentEvents } from './reassessment/events.ts'
import { reportEvents } from './report/events.ts'
import { retentionEvents } from './retention/events.ts'
import { scheduleEvents } from './schedule/events.ts'
import { transportEvents } from './transport/events.ts'

export const caseEventSchemas = {
  ...applicationEvents,
  ...partyEvents,
  ...noteEvents,
  ...informationEvents,
  ...assessmentEvents,
  ...planEvents,
  ...hearingEvents,
  ...delayEvents,
  ...decisionEvents,
  ...letterEvents,
  ...orderEvents,
  ...ownPaymentEvents,
  ...messageEvents,
  ...documentationEvents,
  ...activityEvents,
  ...absenceEvents,
  ...reassessmentEvents,
  ...complaintEvents,
  ...accessRequestEvents,
  ...reportEvents,
  ...scheduleEvents,
  ...interventionEvents,
  ...followUpEvents,
  ...transportEvents,
  ...movingEvents,
  ...retentionEvents,
  /** The eraser took one payload away, with who, why and on what authority; the chain still verifies. */
  payloadWithdrawn: z.object({ seq: z.int().positive(), reason: z.string(), authority: z.string() }),
} as const

type Schemas = typeof caseEventSchemas
export type CaseEventType = keyof Schemas
export const caseEventTypes = Object.keys(caseEventSchemas) as readonly CaseEventType[]

/** What happened, without its envelope. */
export type CaseEvent = {
  [T in CaseEventType]: { readonly type: T; readonly payload: z.infer<Schemas[T]> }
}[CaseEventType]

/** An event that a command yields: the store adds place, time and chain. */
export type NewCaseEvent = CaseEvent & {
  /** The day it happened; today when absent. */
  readonly occurredOn?: Envelope['occurredOn']
}

/** An event as it stands in the journal. A withdrawn one keeps type and envelope and has no payload. */
export type RecordedCaseEvent = Envelope &
  (CaseEvent | { readonly type: CaseEventType; readonly withdrawn: true })

export type PresentCaseEvent<T extends CaseEventType = CaseEventType> = Envelope &
  Extract<CaseEvent, { type: T }>

export const isPresent = (event: RecordedCaseEvent): event is PresentCaseEvent => !('withdrawn' in event)

const current: { readonly [T in CaseEventType]?: number } = {}

/** The version that a payload of this type is written in today. */
export const typeVersionOf = (type: CaseEventType): number => current[type] ?? 1

const RecordedShape = Envelope.extend({
  type: z.enum(caseEventTypes as [CaseEventType, ...CaseEventType[]]),
  payload: z.unknown().optional(),
  withdrawn: z.literal(true).optional(),
})

/** Reads a stored or exported event. Throws on what the schemas do not know: history is never guessed at. */
export function readCaseEvent(stored: unknown): RecordedCaseEvent {
  const { payload, withdrawn, ...rest } = RecordedShape.parse(stored)
  if (withdrawn) return { ...rest, withdrawn: true }
  // The schema is looked up by the very type it is stored under, so that the pair fits.
  return { ...rest, payload: caseEventSchemas[rest.type].parse(payload) } as RecordedCaseEvent
}
