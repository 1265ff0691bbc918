import { expect, test } from 'vitest'
import { getDay } from '../../domain/time/calendar-day.ts'
import { monthInWords, monthOf } from './month.ts'

const today = getDay('2026-12-15')
test.each([
  [null, '2026-12', '2026-12-31'],
  ['2027-02', '2027-02', '2027-02-28'],
  ['2028-02', '2028-02', '2028-02-29'],
  ['2027-13', '2026-12', '2026-12-31'],
  ['2027-02-03', '2026-12', '2026-12-31'],
  ['<script>', '2026-12', '2026-12-31'],
])('%s', (asked, name, to) => {
  expect(monthOf(today, asked)).toMatchObject({ name, from: `${name}-01`, to })
})
test('has a month before and one after, also over New Year, and a name', () => {
  expect(monthOf(today, '2026-12')).toMatchObject({ before: '2026-11', after: '2027-01' })
  expect(monthInWords(monthOf(today, null), 'da')).toBe('december 2026')
  expect(monthInWords(monthOf(today, null), 'en')).toBe('December 2026')
})
