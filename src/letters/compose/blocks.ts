/** The pieces letters are put together from. What is absent leaves no empty section behind. */
import type { LetterBlock, LetterSection } from '../letter-content.ts'

type Piece = LetterBlock | undefined | false

export const say = (text: string): LetterBlock => ({ kind: 'paragraph', text })
export const sayIf = (text: string | undefined): LetterBlock | undefined =>
  text === undefined || text.trim() === '' ? undefined : say(text)
export const sayAll = (texts: readonly string[]): LetterBlock[] => texts.map(say)
export const points = (items: readonly string[]): LetterBlock | undefined =>
  items.length === 0 ? undefined : { kind: 'list', ordered: false, items: [...items] }
export const steps = (items: readonly string[]): LetterBlock => ({
  kind: 'list',
  ordered: true,
  items: [...items],
})

/** A section with what there is to say; undefined when there is nothing. */
export function section(
  heading: string,
  ...pieces: readonly (Piece | readonly Piece[])[]
): LetterSection | undefined {
  const blocks = pieces.flat().filter((piece): piece is LetterBlock => piece !== undefined && piece !== false)
  return blocks.length === 0 ? undefined : { heading, blocks }
}

export const present = (sections: readonly (LetterSection | undefined)[]): LetterSection[] =>
  sections.filter((one) => one !== undefined)
