/** What is known about a move, as the rules, the commands and every page ask for it. */
import type { CalendarDay } from '../../time/calendar-day.ts'
import type { CaseFile, Move } from '../case-file.ts'

/** The move that is on its way or has happened; none once it came to nothing. */
export const currentMove = (file: CaseFile): Move | undefined => {
  const last = file.moves.at(-1)
  return last?.calledOff ? undefined : last
}

/** Who acts after the move, as it was settled last. */
export const settledAs = (move: Move): Move['settled'][number] | undefined => move.settled.at(-1)

/** The day on which the other municipality has said that it takes over. Nothing ends on it by itself. */
export const agreedTakeover = (move: Move | undefined): CalendarDay | undefined =>
  move && settledAs(move)?.takeoverOn

/** What the citizen said last to the papers' going along. */
export const handoverAnswer = (move: Move) => move.handoverAnswers.at(-1)
