import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterFontCoverage } from './font-coverage.ts'
import { printable } from './printable.ts'

const covered = letterFontCoverage()
const show = (text: string): string => printable(text, covered, '[tegn]')

test('the fonts print Danish and its neighbours, and no emoji or Arabic', () => {
  for (const character of 'abcæøåÆØÅéüöäßčşłđžŽñçþðÐ€§–—…“”„«»½×0123456789\u00a0') {
    expect([character, covered(character.codePointAt(0) ?? 0)]).toEqual([character, true])
  }
  for (const character of ['🎉', 'م', '中']) expect(covered(character.codePointAt(0) ?? 0)).toBe(false)
})

test('ordinary text is left as it is', () => {
  const text = 'Kære Lone\nDin ansøgning (§ 104) er modtaget – tak!'
  expect(show(text)).toBe(text)
})

test.each([
  ['A\u030angstrøm', 'Ångstrøm'],
  ['ｆint', 'fint'],
  ['en\u2011to', 'en-to'],
  ['for\u00adkort\u200b', 'forkort'],
  ['a\tb\r\nc', 'a b\nc'],
  ['hej \u202eelwk', 'hej elwk'],
  ['👩‍👩‍👧🎉 hej', '[tegn] hej'],
  ['مرحبا', '[tegn]'],
])('%j is shown as %j', (text, shown) => {
  expect(show(text)).toBe(shown)
})

test('everything shown can be printed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const character of show(text)) {
        if (character !== '\n') expect(covered(character.codePointAt(0) ?? 0)).toBe(true)
      }
    }),
  )
})
