/**
 * A command is a wish to change a case; `decide` turns it into events or a refusal. It sees the case as its history
 * tells it, the standard in force, the day and who asks, and nothing else.
 */
import { z } from 'zod'
import { LetterId, PartId, type PersonId } from '../identity.ts'
import type { Refusal } from '../refusal.ts'
import type { StandardTerms } from '../standard/terms.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { CaseFile } from './case-file.ts'
import type { BoardOrder } from './complaint/board-order.ts'
import type { EventActor } from './envelope.ts'
import type { CaseEventType, NewCaseEvent } from './events.ts'
import type { SourceLetterOrder } from './information/source-letter.ts'
import type { LetterOrder } from './letter/order.ts'

export type CommandContext = {
  readonly today: CalendarDay
  readonly actor: EventActor
  /** The citizen, when somebody else acts for them. */
  readonly onBehalfOf?: PersonId | undefined
  readonly terms: StandardTerms
  /** Fresh identifiers from the edge, so that the domain stays a function of its arguments. */
  readonly newId: () => string
}

export type Decided = {
  readonly events: readonly NewCaseEvent[]
  readonly letters: readonly LetterOrder[]
  /** Letters to those who are asked about the citizen: written here, sent by a person. */
  readonly toSources?: readonly SourceLetterOrder[]
  /** A complaint for the Appeals Board: its covering letter and the one file with everything are written here. */
  readonly toBoard?: BoardOrder
}

export type CommandDefinition<S extends z.ZodType> = {
  readonly schema: S
  readonly decide: (file: CaseFile, input: z.infer<S>, context: CommandContext) => Decided | Refusal
  /**
   * Events by others which make this command's ground uncertain: when one of them came in between, the person sees
   * what changed. All other events interleave, and the append is tried again.
   */
  readonly invalidatedBy: readonly CaseEventType[]
}

export const defineCommand = <S extends z.ZodType>(definition: CommandDefinition<S>): CommandDefinition<S> =>
  definition

export const only = (...events: readonly NewCaseEvent[]): Decided => ({ events, letters: [] })

export const newPart = (context: CommandContext): PartId => PartId.parse(context.newId())
export const newLetter = (context: CommandContext): LetterId => LetterId.parse(context.newId())

export const text = z.string().trim().min(1)
