/** What a case obliges to on a day, held to what the law and the standard give. */
import { expect } from 'vitest'
import type { World } from './world.ts'

export type Standing = {
  /** Everything that somebody still owes, each with its date: nothing more, nothing less. */
  readonly owed: readonly string[]
  /** Every promise broken by now, kept late or not at all: nothing more, nothing less. */
  readonly broken?: readonly string[]
  /** Promises kept by now. */
  readonly kept: readonly string[]
  /** What only a person can say and nobody has said yet; not looked at where it is left out. */
  readonly toJudge?: readonly string[]
  /** What fell away without being owed to anybody any more. */
  readonly fallenAway?: readonly string[]
}

/** What the place owes from somebody's first day on, before anything of it is done; one item for each of the four kinds of skills. */
export const owedFromTheFirstDay = (on: {
  readonly fiveWorkingDays: string
  readonly twoWeeks: string
  readonly fourWeeks: string
  readonly eightWeeks: string
  readonly threeMonths: string
}): readonly string[] => [
  `K2.0-6 ${on.fiveWorkingDays}`,
  ...['K1.1-1', 'K1.1-4', 'K2.2b-3'].map((id) => `${id} ${on.twoWeeks}`),
  ...['K1.1-2', 'K1.1-3', 'K1.1-3', 'K1.1-3', 'K1.1-3'].map((id) => `${id} ${on.fourWeeks}`),
  ...['K2.2a-7', 'K2.0-5', 'K2.0-10'].map((id) => `${id} ${on.fourWeeks}`),
  `K2.3-3 ${on.eightWeeks}`,
  `K2.0-11 ${on.threeMonths}`,
]

/** Compares with the obligations of the case's whole history, seen today. An item is `K2.1-1 2026-12-25`; without a date `HV-3`. */
export async function expectStanding(world: World, caseNumber: string, wanted: Standing): Promise<void> {
  const all = await world.explained(caseNumber)
  const named = (...statuses: readonly string[]): readonly string[] =>
    all
      .filter(({ status }) => statuses.includes(status))
      .map(({ clause, dueOn }) => (dueOn === null ? clause : `${clause} ${dueOn}`))
      .sort()
  const kept = named('kept')
  expect({
    owed: named('due'),
    ...(wanted.toJudge && { toJudge: named('needs judgement') }),
    broken: named('broken', 'kept late'),
    kept: wanted.kept.filter((item) => kept.includes(item)),
    fallenAway: named('void'),
  }).toEqual({
    owed: [...wanted.owed].sort(),
    ...(wanted.toJudge && { toJudge: [...wanted.toJudge].sort() }),
    broken: [...(wanted.broken ?? [])].sort(),
    kept: wanted.kept,
    fallenAway: [...(wanted.fallenAway ?? [])].sort(),
  })
}
