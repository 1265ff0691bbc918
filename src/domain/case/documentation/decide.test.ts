import { expect, test } from 'vitest'
import {
  applied,
  asPia,
  assessed,
  dailyNote,
  decided,
  died,
  happened,
  orderAccepted,
  ordered,
  part,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import { currentOrder } from '../case-file.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2027-01-20'
const sent = told(applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14'), ordered('2026-12-16'))
const there = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const note = (more: object = {}, day: string = on): CaseCommand => ({
  type: 'recordDailyNote',
  input: {
    orderId: part('order'),
    text: 'Karen bagte boller.',
    goals: [part('goal')],
    happenedOn: getDay(day),
    ...more,
  },
})

test.each<readonly [string, ReturnType<typeof told>, CaseCommand, string]>([
  ['a note about today', told(there), note(), 'dailyNoteRecorded'],
  ['a note about last week', told(there), note({}, '2027-01-13'), 'dailyNoteRecorded'],
  ['a note about tomorrow', told(there), note({}, '2027-01-21'), 'refused dateInFuture happenedOn'],
  ['a note about before the order', told(there), note({}, '2026-12-15'), 'refused beforeOrder happenedOn'],
  ['a note before the place said yes', sent, note(), 'refused orderNotAccepted'],
  ['a note of an order that is not there', told(there), note({ orderId: part('other') }), 'refused notFound'],
  ['a goal that is not hers', told(there), note({ goals: [part('his')] }), 'refused invalid goals'],
  ['no goal at all', told(there), note({ goals: [] }), 'dailyNoteRecorded'],
  [
    'a note that puts another right',
    told(there, dailyNote('2027-01-13')),
    note({ corrects: part('note-2027-01-13') }),
    'dailyNoteRecorded',
  ],
  [
    'a note that puts none right',
    told(there),
    note({ corrects: part('note-2027-01-13') }),
    'refused notFound',
  ],
  ['a note about a day after her death', told(there, died('2027-01-18')), note(), 'refused personDied'],
  [
    'a note, written late, about a day before her death',
    told(there, died('2027-01-18')),
    note({}, '2027-01-15'),
    'dailyNoteRecorded',
  ],
  [
    'a note about a day after the case was closed',
    told(there, happened('caseClosed', '2027-01-18', { reason: 'ended' })),
    note(),
    'refused caseIsClosed',
  ],
  [
    'a note about a day on which another place has her',
    told(there, ordered('2027-01-15', {}, 'second'), orderAccepted('2027-01-15', '2027-01-15', 'second')),
    note(),
    'refused orderNotOpen',
  ],
])('%s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on, by: asPia })).toBe(outcome)
})

test('a note keeps both days, its writer and what it puts right; the one put right stays', () => {
  const history = act(
    told(there, dailyNote('2027-01-13')),
    note({ corrects: part('note-2027-01-13') }, '2027-01-14'),
    {
      on,
      by: asPia,
    },
  )
  const notes = currentOrder(getCaseFile(history))?.dailyNotes ?? []
  expect(notes).toHaveLength(2)
  expect(notes[1]).toMatchObject({
    on: '2027-01-14',
    recordedOn: on,
    actor: asPia,
    corrects: part('note-2027-01-13'),
  })
})
