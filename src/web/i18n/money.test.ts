import { expect, test } from 'vitest'
import { amountInWords } from './money.ts'

test.each([
  [7500, '75 kr.', 'DKK 75'],
  [125050, '1.250,50 kr.', 'DKK 1,250.50'],
  [5, '0,05 kr.', 'DKK 0.05'],
  [0, '0 kr.', 'DKK 0'],
])('%i øre', (oere, da, en) => {
  expect(amountInWords(oere, 'da')).toBe(da)
  expect(amountInWords(oere, 'let')).toBe(da)
  expect(amountInWords(oere, 'en')).toBe(en)
})
