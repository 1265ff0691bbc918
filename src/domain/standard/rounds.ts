/**
 * What is owed again and again. A round begins on a day and is due some time after; the first thing that counts meets it.
 * The next round begins where what counted within its time carries to: so there is a round for every time that something
 * was missing, and never one for each of a hundred notes.
 */
import { type CalendarDay, latest } from '../time/calendar-day.ts'

export type Moment = { readonly on: CalendarDay; readonly seq: number }

/** Counts on its day; with `until` for as long as that, with `open` until further notice. */
export type Counting = Moment & { readonly until?: Moment | undefined; readonly open?: boolean | undefined }

export type Round = {
  readonly from: Moment
  readonly due: CalendarDay
  readonly met: Moment | undefined
}

const byMoment = (a: Moment, b: Moment): number => a.on.localeCompare(b.on) || a.seq - b.seq
const endOf = (fact: Counting): Moment => fact.until ?? fact

/** Every round from `start` on: the last is open, or met by something that goes on. */
export function roundsFrom(
  start: Moment,
  counting: readonly Counting[],
  dueAfter: (day: CalendarDay) => CalendarDay,
): readonly Round[] {
  const facts = [...counting].sort(byMoment)
  const rounds: Round[] = []
  let from = start
  for (;;) {
    const due = dueAfter(from.on)
    const begun = from
    const rest = facts.filter((f) => f.open || isAfter(endOf(f), begun, rounds.length === 0))
    const [first] = rest
    const met = first && { on: latest(first.on, from.on), seq: first.seq }
    rounds.push({ from, due, met })
    if (met === undefined) return rounds
    const carried = carriedTo(rest, latest(due, met.on))
    if (carried === undefined) return rounds
    from = carried
  }
}

/** What counts on the very day it starts counts for the first round, though it was written down before. */
const isAfter = (end: Moment, from: Moment, isFirst: boolean): boolean =>
  isFirst ? end.on >= from.on : byMoment(end, from) > 0

/** As far as what had begun by a day carries, and what begins before that ends; undefined when it goes on. */
function carriedTo(facts: readonly Counting[], day: CalendarDay): Moment | undefined {
  let reach = day
  for (;;) {
    const begun = facts.filter((f) => f.on <= reach)
    if (begun.some((f) => f.open)) return undefined
    const end = begun.map(endOf).sort(byMoment).at(-1)
    if (end === undefined || end.on <= reach) return end
    reach = end.on
  }
}
