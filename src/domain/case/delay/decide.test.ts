import { expect, test } from 'vitest'
import {
  applied,
  decided,
  delayNotice,
  died,
  remanded,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import { outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'

const start = applied('2026-11-13')
const notice = (newDate: string) =>
  ({ type: 'issueDelayNotice', input: { newDate: getDay(newDate), reason: 'Vi venter på lægen.' } }) as const
const once = told(start, delayNotice('2026-12-18', '2027-01-22'))

test.each([
  ['in good time', told(start), '2026-12-18', notice('2027-01-22'), 'delayNoticeIssued letterIssued'],
  [
    'late, which is a breach and still better than silence',
    told(start),
    '2027-01-04',
    notice('2027-01-22'),
    'delayNoticeIssued letterIssued',
  ],
  [
    'with the deadline itself for a new date',
    told(start),
    '2026-12-18',
    notice('2026-12-25'),
    'refused dateBeforeFormer newDate',
  ],
  [
    'with a date that has passed',
    told(start),
    '2027-01-25',
    notice('2027-01-22'),
    'refused dateInPast newDate',
  ],
  ['with today', told(start), '2027-01-22', notice('2027-01-22'), 'refused dateInPast newDate'],
  ['again, with a later date', once, '2027-01-20', notice('2027-02-12'), 'delayNoticeIssued letterIssued'],
  [
    'again, with an earlier date',
    once,
    '2026-12-28',
    notice('2027-01-15'),
    'refused dateBeforeFormer newDate',
  ],
  [
    'when it is decided',
    told(start, decided('2026-12-14')),
    '2026-12-18',
    notice('2027-01-22'),
    'refused alreadyDecided',
  ],
  [
    'when it was sent back, from the new clock',
    told(start, decided('2026-12-14'), remanded('2027-03-01')),
    '2027-04-01',
    notice('2027-04-12'),
    'refused dateBeforeFormer newDate',
  ],
  [
    'when it was sent back, beyond the new clock',
    told(start, decided('2026-12-14'), remanded('2027-03-01')),
    '2027-04-01',
    notice('2027-04-13'),
    'delayNoticeIssued letterIssued',
  ],
  [
    'when it is withdrawn',
    told(start, withdrawn('2026-12-01')),
    '2026-12-18',
    notice('2027-01-22'),
    'refused caseWithdrawn',
  ],
  [
    'when she has died',
    told(start, died('2026-12-01')),
    '2026-12-18',
    notice('2027-01-22'),
    'refused personDied',
  ],
] as const)('notice %s: %4$s', (_, history, on, command, outcome) => {
  expect(outcomeOf(history, command, { on })).toBe(outcome)
})
