import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exampleTexts } from './letter-texts.examples.ts'
import { LetterTexts } from './letter-texts.ts'

const without = (name: keyof LetterTexts, what: string): unknown => ({
  ...exampleTexts,
  [name]: { ...exampleTexts[name], da: exampleTexts[name].da.map((text) => text.replaceAll(what, 'noget')) },
})

test.each([
  ['complaintGuidance', 'Ankestyrelsen'],
  ['complaintGuidance', '{klagefrist}'],
  ['complaintGuidance', '{telefon}'],
  ['changeDuty', '{telefon}'],
  ['privacyNotice', 'Datatilsynet'],
] as const)('%s cannot be worded without %s', (name, what) => {
  const read = LetterTexts.safeParse(without(name, what))
  expect(read.error?.issues.map(({ message }) => message)).toEqual([`the da text does not say ${what}`])
})

test('a misspelt placeholder is found when the texts are read', () => {
  const read = LetterTexts.safeParse({
    ...exampleTexts,
    companion: { da: ['Ring på {telfon}.'], let: ['Ring.'] },
  })
  expect(read.error?.issues[0]?.message).toContain('unknown placeholder {telfon}')
})

test.each(['vejen-104', 'lillerup-104'])('the texts of %s say what they must', (standard) => {
  const file = new URL(`../../standards/${standard}/texts.json`, import.meta.url)
  expect(LetterTexts.safeParse(JSON.parse(readFileSync(file, 'utf8'))).error?.issues).toBeUndefined()
})
