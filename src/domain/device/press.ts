/** What one press on a tablet records, and what one press takes back. */
import { type DayState, type PersonDay, settlementFor } from '../attendance/day.ts'
import type { AttendanceFact, AttendanceKind } from '../attendance/fact.ts'

export const kindsOnTablet = ['arrived', 'left', 'noShow', 'cancelled', 'settled', 'undone'] as const

/** The last fact that holds and that a press takes back: what somebody at the place recorded, never the citizen's own word. */
export const undoable = ({ holding }: PersonDay): AttendanceFact | undefined =>
  holding
    .filter(
      ({ kind, actor }) =>
        kind === 'arrived' ||
        kind === 'left' ||
        kind === 'noShow' ||
        (kind === 'cancelled' && actor.kind === 'staff'),
    )
    .at(-1)

/**
 * What “has come” sets aside: whoever presses it beside a no-show, or beside a cancellation that staff wrote, has seen that
 * and says that it does not hold. What the citizen's own side said beforehand gives way by itself.
 */
export const againstArrival = ({ holding }: PersonDay): readonly string[] =>
  holding
    .filter((f) => f.kind === 'noShow' || (f.kind === 'cancelled' && f.saidBy === 'staff'))
    .map((f) => f.factId)

/** How the day stands once this fact is the one that holds. */
export const stateWith = (kind: AttendanceKind): DayState =>
  kind === 'arrived' ? 'here' : kind === 'left' ? 'gone' : kind === 'cancelled' ? 'cancelled' : 'noShow'

/** One of the facts that contradict each other, with what saying “this one holds” sets aside and takes back. */
export type Choice = ReturnType<typeof settlementFor> & { readonly fact: AttendanceFact }

export const choicesOf = (day: PersonDay): readonly Choice[] =>
  day.contradictions.map((fact) => ({ fact, ...settlementFor(day, fact) }))
