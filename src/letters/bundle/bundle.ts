/**
 * Many papers as one ordered file: an index in front that tells on which pages each stands, and one number through all of
 * the pages. Papers keep their own look; pictures get a page each. What cannot be read as a PDF gets a page that says so,
 * so that one broken file never holds a complaint back.
 */
import { PDFDocument, PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'

export type Paper = { readonly title: string; readonly mediaType: string; readonly bytes: Uint8Array }
export type Place = { readonly title: string; readonly from: number; readonly to: number }
export type Bundle = {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly contents: readonly Place[]
}

export type BundleWords = {
  readonly title: string
  readonly language: string
  /** At the top of every page. */
  readonly page: (page: number, of: number) => string
  /** In place of a paper that cannot be read. */
  readonly unreadable: (title: string) => string
}

const a4 = [595.28, 841.89] as const
const margin = 40

/**
 * `index` renders the list of contents; it is asked twice, because how long it is decides where everything else stands.
 * The same papers, words and day give the same file.
 */
export async function makeBundle(
  papers: readonly Paper[],
  day: Date,
  words: BundleWords,
  index: (contents: readonly Place[]) => Promise<Uint8Array>,
): Promise<Bundle> {
  const bundle = await PDFDocument.create()
  const parts: { readonly title: string; readonly pages: readonly PDFPage[] }[] = []
  for (const paper of papers) parts.push({ title: paper.title, pages: await pagesOf(bundle, paper, words) })
  const contentsAfter = (front: number): Place[] => {
    let last = front
    return parts.map(({ title, pages }) => {
      const from = last + 1
      last += pages.length
      return { title, from, to: last }
    })
  }
  const draft = await PDFDocument.load(await index(contentsAfter(1)))
  const contents = contentsAfter(draft.getPageCount())
  const front = await PDFDocument.load(await index(contents))
  if (front.getPageCount() !== draft.getPageCount())
    throw new Error('the index changes its length with the page numbers in it')
  for (const page of await bundle.copyPages(front, front.getPageIndices())) bundle.addPage(page)
  for (const { pages } of parts) for (const page of pages) bundle.addPage(page)
  await number(bundle, words)
  bundle.setTitle(words.title, { showInWindowTitleBar: true })
  bundle.setLanguage(words.language)
  bundle.setCreationDate(day)
  bundle.setModificationDate(day)
  return { bytes: await bundle.save(), pages: bundle.getPageCount(), contents }
}

async function pagesOf(
  bundle: PDFDocument,
  { title, mediaType, bytes }: Paper,
  words: BundleWords,
): Promise<readonly PDFPage[]> {
  try {
    if (mediaType === 'application/pdf') {
      const source = await PDFDocument.load(bytes)
      return await bundle.copyPages(source, source.getPageIndices())
    }
    const picture = mediaType === 'image/png' ? await bundle.embedPng(bytes) : await bundle.embedJpg(bytes)
    const size = picture.scaleToFit(a4[0] - 2 * margin, a4[1] - 3 * margin)
    const page = loosePage(bundle)
    page.drawImage(picture, { x: margin, y: a4[1] - 2 * margin - size.height, ...size })
    return [page]
  } catch {
    const page = loosePage(bundle)
    const font = await bundle.embedFont(StandardFonts.Helvetica)
    const text = printable(words.unreadable(title))
    page.drawText(text, { x: margin, y: a4[1] - 3 * margin, size: 12, font, maxWidth: a4[0] - 2 * margin })
    return [page]
  }
}

/** A page that stands in the file only once it is put in its place. */
function loosePage(bundle: PDFDocument): PDFPage {
  const page = PDFPage.create(bundle)
  page.setSize(...a4)
  return page
}

async function number(bundle: PDFDocument, { page: inWords }: BundleWords): Promise<void> {
  const font = await bundle.embedFont(StandardFonts.Helvetica)
  const pages = bundle.getPages()
  pages.forEach((page, position) => {
    const text = printable(inWords(position + 1, pages.length))
    const { width, height } = page.getSize()
    const x = width - margin - font.widthOfTextAtSize(text, 9)
    page.drawText(text, { x, y: height - 24, size: 9, font, color: rgb(0.27, 0.27, 0.27) })
  })
}

/** The standard fonts of PDF know Western letters; anything else becomes a question mark. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e\u00a0-\u00ff–—’“”…]/g, '?')
