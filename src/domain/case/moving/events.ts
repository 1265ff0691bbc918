import { z } from 'zod'
import { LetterId, MunicipalityCode } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'

/** Why the citizen moves: who has helped somebody to a residence elsewhere goes on helping and paying (RSL § 9). */
export const moveReasons = ['ownWish', 'placedByUs'] as const

/** Who acts after the move. Where the municipalities disagree, the one that helps goes on (RSL § 9 a). */
export const actingOutcomes = ['weStay', 'theyTakeOver', 'disputed'] as const
export const ActingOutcome = z.enum(actingOutcomes)
export type ActingOutcome = z.infer<typeof ActingOutcome>

export const movingEvents = {
  /** The citizen moves, or has moved, to another municipality. It ends nothing. */
  moveAnnounced: z.object({
    to: MunicipalityCode,
    movesOn: CalendarDay,
    why: z.enum(moveReasons),
    /** Who said it, and how it came to be known. */
    how: z.string().min(1),
  }),
  moveCalledOff: z.object({ because: z.string().min(1) }),
  /** Who is acting municipality, with the letter that tells the citizen. A day of takeover only where they take over. */
  moveSettled: z.object({
    outcome: ActingOutcome,
    takeoverOn: CalendarDay.optional(),
    /** With whom it was agreed, or who disagrees, and on what ground. */
    basis: z.string().min(1),
    letterId: LetterId,
  }),
  /** What the citizen says to the papers' going along. */
  handoverAnswered: z.object({ given: z.boolean(), form: z.enum(['oral', 'written']), said: z.string() }),
  /** What the other municipality was given: all that is agreed to, or only what it cannot do without (FVL §§ 27–32). */
  papersHandedOver: z.object({
    ground: z.enum(['consent', 'necessary']),
    papers: z.string().min(1),
    how: z.string().min(1),
  }),
  /** The citizen comes from another municipality, which helps until we have taken over. */
  movedHereRecorded: z.object({
    from: MunicipalityCode,
    movedOn: CalendarDay,
    /** What help they have there now, as far as is known. */
    helpThere: z.string().optional(),
  }),
} as const
