/**
 * Histories as real commands make them, from a list of small choices: at each step one of the things that somebody could
 * do next, by `decide`, on the same day or some days later; what is refused leaves no trace. The same choices give the
 * same history, so that fast-check can shrink one and a bench can make many from a seed.
 */
import fc from 'fast-check'
import { Applied } from '../../src/domain/case/application/wishes.ts'
import { getCaseFile } from '../../src/domain/case/read-case.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import type { StandardTerms } from '../../src/domain/standard/terms.ts'
import { addDays, type CalendarDay, getDay } from '../../src/domain/time/calendar-day.ts'
import { asKaren, asSanne } from './case-story.ts'
import { apply, attempt, type History, vejenTerms } from './commands.ts'
import type { Move } from './move.ts'
import { moves } from './moves.ts'

/** One step: which of the possible moves, how many days later, and a number that settles its details. */
export type Choice = { readonly pick: number; readonly gap: number; readonly detail: number }
export type Beginning = {
  readonly receivedOn: CalendarDay
  readonly bornOn: CalendarDay
  readonly applied: Applied
  readonly channel: 'web' | 'phone' | 'letter'
  readonly helper: boolean
}

const chosen = (possible: readonly Move[], pick: number): Move | undefined => {
  let left =
    pick %
    Math.max(
      1,
      possible.reduce((sum, move) => sum + move.weight, 0),
    )
  for (const move of possible) {
    if (left < move.weight) return move
    left -= move.weight
  }
  return undefined
}

/** Plays the choices from the beginning. Every event in the history was decided by a command that was not refused. */
export function play(
  beginning: Beginning,
  choices: readonly Choice[],
  terms: StandardTerms = vejenTerms,
): History {
  const { receivedOn, bornOn, applied, channel, helper } = beginning
  const history = apply(
    {
      receivedOn,
      bornOn,
      applied,
      channel,
      applicant: helper ? { kind: 'helper', relation: 'søster' } : { kind: 'self' },
      ...(channel === 'phone' && { writtenDown: 'Karen ringede og søgte om en plads.' }),
    },
    { on: receivedOn, terms, by: channel === 'web' ? asKaren : asSanne },
  )
  return playOn(history, receivedOn, choices, terms)
}

/** Plays the choices on from a history, from a day. */
export function playOn(
  begun: History,
  from: CalendarDay,
  choices: readonly Choice[],
  terms: StandardTerms = vejenTerms,
): History {
  let history = begun
  let today = from
  for (const { pick, gap, detail } of choices) {
    today = addDays(today, gap)
    const file = getCaseFile(history)
    const move = chosen(moves(file, terms, today, detail), pick)
    if (move === undefined) continue
    const next = attempt(history, move.command, { on: today, by: move.by, terms })
    if (!isRefusal(next)) history = next
  }
  return history
}

const anyChoice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.nat(10_000),
  gap: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
  ),
  detail: fc.nat(1_000),
})
const anyBeginning: fc.Arbitrary<Beginning> = fc.record({
  receivedOn: fc.integer({ min: 0, max: 400 }).map((n) => addDays(getDay('2026-01-05'), n)),
  bornOn: fc.constantFrom(getDay('1980-04-12'), getDay('2008-12-20'), getDay('1947-03-02')),
  applied: fc
    .record({
      daysPerWeek: fc.constantFrom(undefined, 2, 3, 5),
      place: fc.constantFrom(undefined, 'kaerhoej', 'noerrevang'),
      transport: fc.constantFrom('transport', 'none', 'unknown'),
      start: fc.constant({ kind: 'soonest' }),
    })
    .map((wish) => Applied.parse(wish)),
  channel: fc.constantFrom('web', 'phone', 'letter'),
  helper: fc.integer({ min: 0, max: 4 }).map((n) => n === 4),
})

/** Any history that commands can make from another on. */
export const anyHistoryAfter = (begun: History, from: CalendarDay, steps = 60): fc.Arbitrary<History> =>
  fc
    .array(anyChoice, { minLength: 1, maxLength: steps, size: 'max' })
    .map((choices) => playOn(begun, from, choices))

/** Any history that commands can make, from a bare application to what has been decided, ordered, sent back and ended. */
export const anyHistory = (steps = 60): fc.Arbitrary<History> =>
  fc
    .tuple(anyBeginning, fc.array(anyChoice, { minLength: 1, maxLength: steps, size: 'max' }))
    .map(([beginning, choices]) => play(beginning, choices))
