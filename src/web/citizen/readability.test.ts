/**
 * How hard the citizen's pages are to read, by LIX (ux.md § 6.2): each catalogue as a whole, and each text of some length by
 * itself, for an easy whole can hide a hard sentence. A short label says nothing by LIX: three long words are a title.
 */
import { describe, expect, test } from 'vitest'
import { lix, lixLimits } from '../../letters/lix.ts'
import { refusalMessages } from '../i18n/refusals.ts'
import { logInMessages } from '../log-in/messages.ts'
import { threadMessages } from '../messages/words.ts'
import { outingWords } from '../own-payment/citizen-words.ts'
import { publicMessages } from '../public-pages/messages.ts'
import { frameMessages } from '../ui/frame-messages.ts'
import { accessMessages } from './access/words.ts'
import { applicationMessages } from './application-messages.ts'
import { cancelMessages } from './cancel-messages.ts'
import { caseMessages } from './case-messages.ts'
import { changeMessages } from './change-messages.ts'
import { complaintMessages } from './complaint-messages.ts'
import { happeningMessages } from './happenings.ts'
import { helperMessages } from './helper-messages.ts'
import { meetingMessages } from './meeting-words.ts'
import { noteMessages } from './note-messages.ts'
import { planMessages } from './plan-messages.ts'
import { calendarMessages } from './week/calendar-words.ts'
import { weekMessages } from './week/words.ts'

const catalogues = {
  access: accessMessages.catalogues,
  application: applicationMessages.catalogues,
  cancel: cancelMessages.catalogues,
  case: caseMessages.catalogues,
  changes: changeMessages.catalogues,
  complaints: complaintMessages.catalogues,
  happenings: happeningMessages.catalogues,
  notes: noteMessages.catalogues,
  messages: threadMessages.catalogues,
  week: weekMessages.catalogues,
  plan: planMessages.catalogues,
  meetings: meetingMessages.catalogues,
  calendar: calendarMessages.catalogues,
  outings: outingWords.catalogues,
  helpers: helperMessages.catalogues,
  public: publicMessages.catalogues,
  'log-in': logInMessages.catalogues,
  frame: frameMessages.catalogues,
  refusals: refusalMessages.catalogues,
}

/** Every text, with something short where a page puts in a day, a name or a number. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function')
    return [String(Reflect.apply(value, undefined, Array(value.length).fill('5. maj')))]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const words = (text: string): number => text.split(/\s+/).length
const wordsToMeasure = 12

describe.each(Object.entries(catalogues))('the texts of %s', (_, { da, let: easy }) => {
  test.each([
    ['ordinary', da, lixLimits.ordinary],
    ['easy', easy, lixLimits.easy],
  ] as const)('are %s', (_kind, catalogue, limit) => {
    const texts = textsOf(catalogue)
    expect(texts.length).toBeGreaterThan(10)
    expect(lix(texts.join('\n'))).toBeLessThanOrEqual(limit)
    const hard = texts.filter((text) => words(text) >= wordsToMeasure && lix(text) > limit)
    expect(hard.map((text) => `${lix(text)}: ${text}`)).toEqual([])
  })
})
