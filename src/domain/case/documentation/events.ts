import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { skillDomains } from '../../vocabulary/skill-domain.ts'

const text = z.string().trim().min(1)

export const moods = ['good', 'mixed', 'hard'] as const
export type Mood = (typeof moods)[number]

export const documentationEvents = {
  /**
   * What the provider writes of a day (K2.2b-3). `occurredOn` is the day it is about; written down later, it is marked late.
   * The citizen and the authority read it as well as the provider, and the form says so before it is saved.
   */
  dailyNoteRecorded: z.object({
    noteId: PartId,
    orderId: PartId,
    text,
    /** The goals that were worked with, of those in the order or agreed on since. */
    goals: z.array(PartId).default([]),
    domains: z.array(z.enum(skillDomains)).default([]),
    /** Health-promoting or preventive support was given (K2.0-11). */
    health: z.boolean().default(false),
    /** Done together with other citizens (K1.1-4). */
    shared: z.boolean().default(false),
    activityId: PartId.optional(),
    mood: z.enum(moods).optional(),
    /** Written once for several people; who the others are stands nowhere in it. */
    together: z.boolean().default(false),
    /** The earlier note that this one puts right. Both stay. */
    corrects: PartId.optional(),
  }),
} as const
