import { expect, test } from 'vitest'
import { getDay } from '../domain/time/calendar-day.ts'
import { amountInWords, dayInWords, weekdayInWords } from './day-in-words.ts'
import { printedAddress } from './letter-content.ts'

test('a protected address is printed on paper only', () => {
  const lines = ['Åvej 1', '6600 Vejen']
  expect(printedAddress(lines, { isProtected: true, onPaper: false })).toEqual([])
  expect(printedAddress(lines, { isProtected: true, onPaper: true })).toEqual(lines)
  expect(printedAddress(lines, { isProtected: false, onPaper: false })).toEqual(lines)
})

test('days and amounts in words', () => {
  const day = getDay('2026-12-25')
  expect([dayInWords(day), weekdayInWords(day)]).toEqual([
    '25. december 2026',
    'fredag den 25. december 2026',
  ])
  expect([dayInWords(day, 'en'), weekdayInWords(day, 'en')]).toEqual([
    '25 December 2026',
    'Friday 25 December 2026',
  ])
  expect([amountInWords(2.5), amountInWords(2.5, 'en')]).toEqual(['2,5', '2.5'])
})
