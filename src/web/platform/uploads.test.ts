import { expect, test } from 'vitest'
import { findMediaType, findUploadProblem } from './uploads.ts'

const pdf = new TextEncoder().encode('%PDF-1.7 and more')
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
const file = (bytes: Uint8Array, mediaType: string) => ({ name: 'x', mediaType, bytes })

test('a PDF and a picture are taken', () => {
  expect(findUploadProblem(file(pdf, 'application/pdf'), 10)).toBeUndefined()
  expect(findUploadProblem(file(png, 'image/png'), 10)).toBeUndefined()
  expect(findMediaType(pdf)).toBe('application/pdf')
})

test('a program that calls itself a picture is not', () => {
  expect(findUploadProblem(file(new TextEncoder().encode('MZ…'), 'image/png'), 10)).toBe('fileType')
  expect(findUploadProblem(file(pdf, 'image/png'), 10)).toBe('fileType')
  expect(findUploadProblem(file(new TextEncoder().encode('<script>'), 'text/html'), 10)).toBe('fileType')
})

test('too large is told as such', () => {
  const large = new Uint8Array(1024 * 1024 + 1)
  large.set(pdf)
  expect(findUploadProblem(file(large, 'application/pdf'), 1)).toBe('fileSize')
})
