import { z } from 'zod'
import { PartId } from '../../identity.ts'
import { CalendarDay } from '../../time/calendar-day.ts'
import { CountedAbsence, patternBases } from './pattern.ts'

const text = z.string().trim().min(1)

export const dialogueParties = ['citizen', 'provider'] as const
export type DialogueParty = (typeof dialogueParties)[number]

export const dialogueWays = ['phone', 'meeting', 'visit', 'letter'] as const

/** What the absence comes from, as the conversation showed it. Nobody has to say. */
export const absenceCauses = [
  'health',
  'transport',
  'content',
  'company',
  'days',
  'tooMuch',
  'home',
  'unwilling',
  'recordedWrongly',
  'other',
  'unsaid',
  'notFound',
] as const
export type AbsenceCause = (typeof absenceCauses)[number]

/** Whether the offer goes on. The last two are proposals: they change nothing before a new decision. */
export const continuations = ['asIs', 'adjusted', 'proposedToEnd'] as const
export type Continuation = (typeof continuations)[number]

export const absenceEvents = {
  /** Repeated absence, with the facts behind it: days, kinds and reasons, and no free text (K1.2-4). */
  absencePatternFound: z.object({
    patternId: PartId,
    orderId: PartId,
    from: CalendarDay,
    to: CalendarDay,
    basis: z.enum(patternBases),
    expected: z.int().nonnegative(),
    came: z.int().nonnegative(),
    absences: z.array(CountedAbsence).min(1),
  }),
  /** A talk about the cause, with the citizen or with the provider (K1.2-4). */
  absenceDialogueHeld: z.object({
    patternId: PartId,
    with: z.enum(dialogueParties),
    how: z.enum(dialogueWays),
    cause: z.enum(absenceCauses),
    words: text,
  }),
  /** Whether the offer goes on (K1.2-5). Less, or an end, is a proposal: it takes a new decision. */
  continuationAssessed: z.object({
    patternId: PartId,
    outcome: z.enum(continuations),
    because: text,
  }),
} as const
