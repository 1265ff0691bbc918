/**
 * What surrounds every recorded event: where it stands in its stream, when it happened, when it was written down,
 * by whom, on whose behalf and under which version of the standard. The payload may have been withdrawn by the
 * eraser (wrong person, wrong case, leaked address); the envelope stays, so that the chain still verifies.
 */
import { z } from 'zod'
import { PersonId, UserId } from '../identity.ts'
import { CalendarDay } from '../time/calendar-day.ts'

export const EventActor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('citizen'), personId: PersonId }),
  z.object({ kind: z.literal('staff'), userId: UserId, role: z.string() }),
  /** Date-driven work and neighbours' receipts; never a decision (GDPR art. 22). */
  z.object({ kind: z.literal('system'), name: z.string() }),
])
export type EventActor = z.infer<typeof EventActor>

export const Envelope = z.object({
  seq: z.int().positive(),
  eventId: z.uuid(),
  typeVersion: z.int().positive(),
  /** The day it happened, which is what deadlines count from. */
  occurredOn: CalendarDay,
  /** The product's day when it was written down; in production the Copenhagen day of `recordedAt`. */
  recordedOn: CalendarDay,
  /** The real instant it was written down, ISO 8601 in UTC. */
  recordedAt: z.iso.datetime(),
  actor: EventActor,
  onBehalfOf: PersonId.optional(),
  /** `id@version` of the quality standard in force when it was recorded. */
  standard: z.string(),
})
export type Envelope = z.infer<typeof Envelope>
