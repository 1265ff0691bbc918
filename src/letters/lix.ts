/** LIX, the readability figure of Danish and Swedish: words a sentence plus long words (over six letters) in a hundred. */

/** What a text may come to, by its kind: easy, ordinary and legal. Above it is a warning to the writer, never a block. */
export const lixLimits = { easy: 25, ordinary: 35, legal: 45 } as const

const words = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu

/** A line ends a sentence, for lists and headings have no full stop; `1. december`, `§ 104` and `4,5` do not. */
const sentences = (text: string): number =>
  text
    .replace(/(\d)\.(?=\s+\p{Ll})/gu, '$1')
    .split(/[.!?:]+(?=\s|$)|\n+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)).length

/** LIX, rounded to a whole number. 0 for a text without words. */
export function lix(text: string): number {
  const all = text.match(words) ?? []
  if (all.length === 0) return 0
  const long = all.filter((word) => [...word].length > 6).length
  return Math.round(all.length / Math.max(1, sentences(text)) + (100 * long) / all.length)
}
