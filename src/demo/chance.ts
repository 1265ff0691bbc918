/** Chance that always falls the same way: everything in the demonstration follows from a seed and names drawn from it. */
import { createHash } from 'node:crypto'

export type Chance = {
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number
  /** Whether something that happens so often, of 1, happens. */
  readonly happens: (often: number) => boolean
  readonly pick: <T>(among: readonly T[]) => T
  /** Some of them, in their own order. */
  readonly some: <T>(among: readonly T[], least: number, most: number) => readonly T[]
}

/** The same words give the same chance, whatever else was drawn. */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  let state = createHash('sha256').update(words.join('\0')).digest().readUInt32LE(0)
  // mulberry32: small, and good enough to vary texts with.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    between,
    happens: (often) => next() < often,
    pick: (among) => {
      const found = among[between(0, among.length - 1)]
      if (found === undefined) throw new Error('nothing to pick among')
      return found
    },
    some: (among, least, most) => {
      const wanted = between(Math.min(least, among.length), Math.min(most, among.length))
      const drawn = new Set<number>()
      while (drawn.size < wanted) drawn.add(between(0, among.length - 1))
      return among.filter((_, index) => drawn.has(index))
    },
  }
}

/** An identifier that follows from the words: the same demonstration has the same ids. */
export function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('\0')).digest('hex')
  // UUID version 8: made by a rule of our own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
