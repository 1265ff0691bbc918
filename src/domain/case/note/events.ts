import { z } from 'zod'
import { DocumentHash } from '../../identity.ts'

export const noteKinds = ['phoneCall', 'conversation', 'observation', 'internal', 'step'] as const

export const noteEvents = {
  /** The duty to note (OFL § 13). `occurredOn` is when it was heard; written down later, it is marked late. */
  noteRecorded: z.object({
    kind: z.enum(noteKinds),
    text: z.string().min(1),
    with: z.enum(['citizen', 'representative', 'provider', 'other', 'nobody']).default('nobody'),
    /** An oral application or hearing answer that this note writes down, by the event's `seq`. */
    writesDown: z.int().optional(),
  }),
  /** A document received or sent is registered with date, direction and short subject (OFL § 15). */
  documentRegistered: z.object({
    document: DocumentHash,
    direction: z.enum(['received', 'sent', 'internal']),
    subject: z.string().min(1),
    party: z.string(),
  }),
} as const
