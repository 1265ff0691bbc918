/** Names as they are searched for: words in lower case, accents off, æ, ø and å kept. */

const wordBreak = /[^\p{L}\p{N}]+/u
const marks = /\p{M}+/gu
const danish = /[æøå]/

const plain = (letter: string): string =>
  danish.test(letter) ? letter : letter.normalize('NFD').replace(marks, '')

/** The distinct words of a name. */
export function nameTokens(name: string): readonly string[] {
  const words = name
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .split(wordBreak)
    .map((word) => Array.from(word, plain).join(''))
    .filter((word) => word !== '')
  return [...new Set(words)]
}

/** What comes after every word that begins with this one, byte by byte. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`
