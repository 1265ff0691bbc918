import { afterAll, expect, test } from 'vitest'
import type { LetterInputs } from './letter-content.ts'
import { letterSnapshot, readLetterSnapshot } from './letter-snapshot.ts'
import { exampleContent, exampleInputs } from './letters.examples.ts'
import { renderPdf, stopRenderer } from './pdf/render-pdf.ts'
import { rendererVersions } from './pdf/versions.ts'
import { verifyLetter } from './verify-letter.ts'

afterAll(stopRenderer)

const former = (inputs: LetterInputs): LetterInputs => ({
  ...inputs,
  versions: { ...rendererVersions, template: 'letter 0' },
})

test('a stored letter is its stored inputs, byte for byte', async () => {
  const stored = letterSnapshot(exampleInputs())
  const bytes = await renderPdf(exampleInputs())
  expect(await verifyLetter(readLetterSnapshot(stored), bytes)).toEqual({ ok: true, compared: 'bytes' })
})

test('one changed byte is found', async () => {
  const bytes = await renderPdf(exampleInputs())
  const changed = Uint8Array.from(bytes, (byte, at) => (at === bytes.length - 200 ? byte ^ 1 : byte))
  expect(await verifyLetter(exampleInputs(), changed)).toEqual({ ok: false, difference: 'bytes' })
})

test('under other versions text and headings are compared', async () => {
  const bytes = await renderPdf(exampleInputs())
  expect(await verifyLetter(former(exampleInputs()), bytes)).toEqual({
    ok: true,
    compared: 'textAndStructure',
  })
})

test('under other versions another text, heading or language is found', async () => {
  const bytes = await renderPdf(exampleInputs())
  const different = { ok: false, difference: 'text or structure' }
  const otherText = former(exampleInputs({ ...exampleContent, oneSentence: 'Du får svar senere.' }))
  expect(await verifyLetter(otherText, bytes)).toEqual(different)
  const english = former(exampleInputs({ ...exampleContent, language: 'en' }))
  expect(await verifyLetter(english, bytes)).toEqual(different)
})

test('what is no PDF is unreadable', async () => {
  const verdict = await verifyLetter(former(exampleInputs()), new TextEncoder().encode('not a letter'))
  expect(verdict).toEqual({ ok: false, difference: 'unreadable' })
})

test('a snapshot does not depend on the order in which it was put together', () => {
  const inputs = exampleInputs()
  const reversed = Object.fromEntries(Object.entries(inputs).reverse()) as LetterInputs
  expect(letterSnapshot(reversed)).toEqual(letterSnapshot(inputs))
})
