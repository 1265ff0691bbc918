/**
 * The sentences of an adopted text that its clauses' quotes are parts of. A sentence that promises several things is
 * several clauses; one that leads into a list is a sentence with each item of it.
 */

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A numbered heading stands on a line of its own and belongs to no sentence. */
const headings = /^\s*\d+\.[\d.]*\s+\p{Lu}.*$/gmu

/** A part of a sentence goes on where the one before it stopped short: nothing between them, and no capital letter. */
const goesOn = (quote: string, gap: string): boolean => gap === '' && /^\p{Ll}/u.test(quote)

/** The words that lead into a list, from what stands before its first item. */
const leadingWords = (gap: string): string => /([^.!?•]*:) •$/.exec(gap)?.[1]?.trim() ?? ''

/** A sentence being put together. Private mutation of a value nobody else holds yet. */
type Sentence = { readonly lead: string; words: string }

/**
 * The whole sentence of each quote. The quotes come in the order of the text; one may also be a part of what the quote
 * before it quoted whole. Throws on a quote that the text does not hold: what is quoted was adopted.
 */
export function sentencesOf(text: string, quotes: readonly string[]): readonly string[] {
  const adopted = flat(text.replace(headings, ''))
  let end = 0
  let current: Sentence | undefined
  const sentences = quotes.map(flat).map((quote): Sentence => {
    if (current?.words.includes(quote)) return current
    const at = adopted.indexOf(quote, end)
    if (at < 0) throw new Error(`the adopted text does not hold «${quote}» after the quote before it`)
    const gap = adopted.slice(end, at).trim()
    end = at + quote.length
    if (current && goesOn(quote, gap)) current.words = `${current.words} ${quote}`
    // The next item of the same list keeps the words that led into it.
    else current = { lead: gap === '•' ? (current?.lead ?? '') : leadingWords(gap), words: quote }
    return current
  })
  return sentences.map(({ lead, words }) => (lead === '' ? words : `${lead} ${words}`))
}
