/** Whether a stored letter is what its stored inputs print. */
import { isDeepStrictEqual } from 'node:util'
import { type LetterInputs, rendererLine } from './letter-content.ts'
import { elementsOf, type PdfReading, readingText, readPdf, textOf } from './pdf/read-pdf.ts'
import { renderPdf } from './pdf/render-pdf.ts'
import { rendererVersions } from './pdf/versions.ts'

export type LetterVerdict =
  | { readonly ok: true; readonly compared: 'bytes' | 'textAndStructure' }
  | { readonly ok: false; readonly difference: 'bytes' | 'text or structure' | 'unreadable' }

/**
 * Renders `inputs` again and compares with the stored `bytes`: byte for byte under the versions that printed it,
 * otherwise language, title, headings and all text in reading order.
 */
export async function verifyLetter(inputs: LetterInputs, bytes: Uint8Array): Promise<LetterVerdict> {
  const again = await renderPdf(inputs)
  if (rendererLine(inputs.versions) === rendererLine(rendererVersions)) {
    return Buffer.compare(again, bytes) === 0
      ? { ok: true, compared: 'bytes' }
      : { ok: false, difference: 'bytes' }
  }
  try {
    const [now, then] = await Promise.all([readPdf(again), readPdf(bytes)])
    return isDeepStrictEqual(said(now), said(then))
      ? { ok: true, compared: 'textAndStructure' }
      : { ok: false, difference: 'text or structure' }
  } catch {
    return { ok: false, difference: 'unreadable' }
  }
}

// Another version may break lines and pages elsewhere; what is said, and under which headings, must be the same.
function said(reading: PdfReading): unknown {
  const { title, language, author, marked } = reading
  const headings = elementsOf(reading, /^H\d$/).map((heading) => [heading.role, textOf(heading)])
  return { title, language, author, marked, headings, text: readingText(reading).replaceAll(' ', '') }
}
