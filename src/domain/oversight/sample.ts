/**
 * A sample that chance draws and anybody can draw again: the same seed and the same list give the same sample, in whatever
 * order the list comes. Nobody chooses, and nobody can say that somebody chose.
 */

/** A generator of numbers from 0 up to 1 out of a text. Not for secrets. */
function chanceFrom(seed: string): () => number {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `size` of the list without repetition, or all of it when it is no longer. */
export function drawSample<T extends string>(
  seed: string,
  population: readonly T[],
  size: number,
): readonly T[] {
  const chance = chanceFrom(seed)
  const left = [...new Set(population)].sort()
  const drawn: T[] = []
  while (drawn.length < size && left.length > 0) {
    const at = Math.floor(chance() * left.length)
    drawn.push(...left.splice(at, 1))
  }
  return drawn
}
