/** The citizen is asked kindly, until they have been talked with; never of sanctions, in no language. */
import { expect, test } from 'vitest'
import {
  applied,
  decided,
  orderAccepted,
  ordered,
  repeatedAbsence,
  started,
  type Told,
  talkedWith,
  told,
} from '../../../test/support/case-story.ts'
import { getCaseFile } from '../../domain/case/read-case.ts'
import { caseMessages } from './case-messages.ts'
import { DaysTalk } from './days-talk.tsx'

const running = [
  applied('2026-11-13'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const shown = (...story: readonly Told[]) =>
  String(DaysTalk({ c: { language: 'da' }, file: getCaseFile(told(...story)) }) ?? '')

test('from the day it is found until she has been talked with', () => {
  expect(shown(running)).toBe('')
  expect(shown(running, repeatedAbsence('2027-02-26'))).toContain(
    'Vi vil gerne høre, om dagene passer dig. Din sagsbehandler ringer.',
  )
  expect(shown(running, repeatedAbsence('2027-02-26'), talkedWith('provider', '2027-03-01'))).not.toBe('')
  expect(shown(running, repeatedAbsence('2027-02-26'), talkedWith('citizen', '2027-03-01'))).toBe('')
})

test('and it threatens nothing', () => {
  for (const language of ['da', 'en', 'let'] as const)
    expect(caseMessages(language).daysTalk).not.toMatch(
      /mist|stop|slut|ophør|frata|skal du|must|lose|end |absence|fravær|afbud/i,
    )
})
