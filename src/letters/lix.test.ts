import { describe, expect, test } from 'vitest'
import { composeLetter } from './compose/compose-letter.ts'
import { exampleContext } from './compose/decisions.examples.ts'
import { exampleOrders } from './compose/orders.examples.ts'
import { lix, lixLimits } from './lix.ts'
import { sectionsText, toEasyRead } from './plain-text.ts'

test.each([
  ['', 0],
  ['–', 0],
  ['Du får et brev.', 4],
  // 8 words in 2 sentences, 2 of them long: 4 + 25.
  ['Du skal ringe til kommunen. Det er vigtigst.', 29],
  ['Vi ses den 1. december.', 25],
  ['Du får plads\nDu får ro', 3],
  ['Det koster 4,5 kr.', 4],
])('the LIX of %j is %d', (text, expected) => {
  expect(lix(text)).toBe(expected)
})

describe.each(Object.keys(exampleOrders) as (keyof typeof exampleOrders)[])('the letter %s', (name) => {
  const content = composeLetter(exampleOrders[name], exampleContext)

  test('is no harder than a legal text may be', () => {
    const formal = lix([content.oneSentence, sectionsText(content.sections)].join('\n'))
    expect(formal).toBeGreaterThan(0)
    expect(formal).toBeLessThanOrEqual(lixLimits.legal)
  })

  test('is easy in its easy part', () => {
    const easy = lix(toEasyRead({ content }) ?? '')
    expect(easy).toBeGreaterThan(0)
    expect(easy).toBeLessThanOrEqual(lixLimits.easy)
  })
})
