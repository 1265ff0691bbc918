/** Makes any text printable: what the fonts lack is shown as a stand-in, never silently dropped, and never an error. */
import type { Coverage } from './font-coverage.ts'

// Controls, formatting marks (soft hyphen, zero-width, direction), halves of pairs, variation selectors.
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu

const likeness: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2028': '\n',
  '\u2029': '\n',
}

// What nearly every text consists of: each character alone, composed already, and nothing invisible among them.
const plain = /^[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u00ff]*$/

const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' })

/**
 * The text with every character printable. Composed form (NFC); tabs become spaces; a character without a glyph becomes
 * its compatibility form (`ａ` → `a`) where that can be printed, otherwise `standIn`, once for a run of them.
 */
export function printable(text: string, covered: Coverage, standIn: string): string {
  if (plain.test(text) && isPrintable(text, covered)) return text
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .normalize('NFC')
    .replace(/[\u2010\u2011\u2028\u2029]/g, (character) => likeness[character] ?? character)
  let out = ''
  let standing = false
  for (const { segment } of graphemes.segment(clean)) {
    const shown = shownAs(segment, covered)
    if (shown === undefined) {
      if (!standing) out += standIn
      standing = true
    } else if (shown !== '') {
      out += shown
      standing = false
    }
  }
  return out
}

function shownAs(grapheme: string, covered: Coverage): string | undefined {
  const bare = grapheme.replace(invisible, '')
  if (bare === '' || isPrintable(bare, covered)) return bare
  const compatible = bare.normalize('NFKC').replace(invisible, '')
  return isPrintable(compatible, covered) ? compatible : undefined
}

const isPrintable = (text: string, covered: Coverage): boolean =>
  [...text].every((character) => character === '\n' || covered(character.codePointAt(0) ?? 0))
