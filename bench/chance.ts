/** The same throw of the dice for the same number: a country that is measured twice is the same country. */
export type Chance = {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  /** Whole, from 0 to below `n`. */
  readonly below: (n: number) => number
  readonly pick: <T>(of: readonly T[]) => T
}

/** Mulberry32, a generator of thirty-two bits. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    pick: (of) => {
      const found = of[below(of.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}
