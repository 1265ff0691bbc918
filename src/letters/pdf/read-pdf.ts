/** Reads a PDF back: what it declares, its structure tree in reading order and the text of each element. */

/** An element of the structure tree with the roles of ISO 32000 (`H1`, `P`, `L`, `Table` …). */
export type PdfElement = {
  readonly role: string
  readonly text: string
  readonly children: readonly PdfElement[]
}

export type PdfReading = {
  readonly title: string | undefined
  readonly language: string | undefined
  readonly author: string | undefined
  readonly marked: boolean
  readonly pages: number
  readonly elements: readonly PdfElement[]
}

type StructNode = { role?: string; type?: string; id?: string; children?: StructNode[] }

/**
 * Reads `bytes`. The library is loaded on the first call: only `verify` and tests need it. Rejects on what is no PDF.
 * An element that a page break divides appears once on each page.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const file = await loading.promise
  try {
    const { info } = await file.getMetadata()
    const declared = info as { Title?: string; Language?: string; Author?: string }
    const marked = (await file.getMarkInfo())?.['Marked' as never] === true
    const elements: PdfElement[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const texts = textById((await page.getTextContent({ includeMarkedContent: true })).items)
      const root = (await page.getStructTree()) as StructNode | null
      for (const child of root?.children ?? []) elements.push(...documentParts(elementOf(child, texts)))
    }
    return {
      title: declared.Title,
      language: declared.Language,
      author: declared.Author,
      marked,
      pages: file.numPages,
      elements,
    }
  } finally {
    await loading.destroy()
  }
}

/** Every element of a role anywhere in the reading, in order. */
export function elementsOf(reading: PdfReading, role: RegExp): PdfElement[] {
  const within = (element: PdfElement): PdfElement[] => [
    ...(role.test(element.role) ? [element] : []),
    ...element.children.flatMap(within),
  ]
  return reading.elements.flatMap(within)
}

/** All tagged text in reading order, single spaces. What is marked as an artifact (page numbers) is not in it. */
export const readingText = (reading: PdfReading): string =>
  reading.elements.map(textOf).join(' ').replace(/\s+/g, ' ').trim()

/** An element's text with that of its children. */
export const textOf = (element: PdfElement): string =>
  [element.text, ...element.children.map(textOf)].filter((text) => text !== '').join(' ')

const documentParts = (element: PdfElement): readonly PdfElement[] =>
  element.role === 'Document' ? element.children : [element]

function elementOf(node: StructNode, texts: ReadonlyMap<string, string>): PdfElement {
  const children = node.children ?? []
  const own = children
    .filter((child) => child.type === 'content' && child.id !== undefined)
    .map((child) => texts.get(child.id ?? '') ?? '')
    .join('')
  return {
    role: node.role ?? '',
    text: own
      .replace(/\u200b/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    children: children.filter((child) => child.role !== undefined).map((child) => elementOf(child, texts)),
  }
}

type TextPiece = { str?: string; hasEOL?: boolean; type?: string; id?: string; tag?: string | null }

function textById(items: readonly object[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const item of items as readonly TextPiece[]) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') {
      open.push(item.id ?? (item.tag === 'Artifact' ? undefined : open.at(-1)))
    } else if (item.type === 'endMarkedContent') {
      open.pop()
    } else {
      const id = open.at(-1)
      if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str ?? ''}${item.hasEOL ? ' ' : ''}`)
    }
  }
  return texts
}
