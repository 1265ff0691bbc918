/** The stored snapshot of a letter's inputs: JSON with sorted keys, so that equal inputs are equal bytes. */
import { LetterInputs } from './letter-content.ts'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** The bytes to store as the document `inputs` of a `letterIssued` event. Media type: `application/json`. */
export const letterSnapshot = (inputs: LetterInputs): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(sorted(inputs)))

/** Reads a stored snapshot. Throws on what is not one: a letter is never guessed at. */
export const readLetterSnapshot = (bytes: Uint8Array): LetterInputs =>
  LetterInputs.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
