/** The bundle is read back: what its index says stands where it says, whatever the papers are. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { type BundleWords, makeBundle, type Paper, type Place } from './bundle.ts'

const day = new Date('2027-01-29T00:00:00Z')
const words: BundleWords = {
  title: 'Bilag til klage',
  language: 'da-DK',
  page: (page, of) => `side ${page} af ${of}`,
  unreadable: (title) => `kan ikke vises: ${title}`,
}

async function pdf(...pages: readonly string[]): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  for (const text of pages) file.addPage().drawText(text, { x: 50, y: 500, size: 12 })
  return file.save()
}
const paper = (title: string, bytes: Uint8Array, mediaType = 'application/pdf'): Paper => ({
  title,
  mediaType,
  bytes,
})

/** An index that takes two pages. */
const index = (contents: readonly Place[]): Promise<Uint8Array> =>
  pdf(...contents.slice(0, 1).map((c) => `${c.title} ${c.from}`), 'mere indhold')

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const file = await loading.promise
  const texts: string[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const { items } = await (await file.getPage(n)).getTextContent()
    texts.push(items.map((i) => ('str' in i ? i.str : '')).join(' '))
  }
  await loading.destroy()
  return texts
}

// The smallest PNG: one pixel.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('many papers as one file', async () => {
  const bundle = await makeBundle(
    [
      paper('Afgørelse', await pdf('afgjort 1', 'afgjort 2')),
      paper('Billede', pixel, 'image/png'),
      paper('Ødelagt', new TextEncoder().encode('%PDF-1.7 er det ikke')),
      paper('Noter', await pdf('et notat')),
    ],
    day,
    words,
    index,
  )
  const texts = await textsOf(bundle.bytes)

  test('each paper stands on the pages that the index says, after the index itself', () => {
    expect(bundle.contents).toEqual([
      { title: 'Afgørelse', from: 3, to: 4 },
      { title: 'Billede', from: 5, to: 5 },
      { title: 'Ødelagt', from: 6, to: 6 },
      { title: 'Noter', from: 7, to: 7 },
    ])
    expect(texts).toHaveLength(bundle.pages)
    expect(texts[0]).toContain('Afgørelse 3')
    expect(texts[2]).toContain('afgjort 1')
    expect(texts[3]).toContain('afgjort 2')
    expect(texts[6]).toContain('et notat')
  })
  test('every page says its number, and of how many', () => {
    for (const [position, text] of texts.entries()) expect(text).toContain(`side ${position + 1} af 7`)
  })
  test('a file that is broken holds nothing back: its page says so', () => {
    expect(texts[5]).toContain('kan ikke vises: Ødelagt')
  })
  test('the same papers give the same bytes', async () => {
    const papers = [paper('Noter', await pdf('et notat'))]
    const [one, two] = await Promise.all([
      makeBundle(papers, day, words, index),
      makeBundle(papers, day, words, index),
    ])
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
  })
  test('an index that changes its length is an error, not a lie', async () => {
    let asked = 0
    const growing = () => pdf(...Array.from({ length: ++asked }, () => 'side'))
    await expect(makeBundle([], day, words, growing)).rejects.toThrow(/length/)
  })
})
