import { expect, test } from 'vitest'
import { applied, died, document, told, withdrawn } from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2026-11-20'
const note = (day: string = on): CaseCommand => ({
  type: 'recordNote',
  input: { kind: 'phoneCall', text: 'Karen ringede.', with: 'citizen', happenedOn: getDay(day) },
})
const register = (day: string = on): CaseCommand => ({
  type: 'registerDocument',
  input: {
    document: document('attest'),
    direction: 'received',
    subject: 'Attest',
    party: 'Lægen',
    happenedOn: getDay(day),
  },
})
const start = applied('2026-11-13')

test.each<readonly [string, ReturnType<typeof told>, CaseCommand, string]>([
  ['a call is noted', told(start), note(), 'noteRecorded'],
  ['a call of last week is noted', told(start), note('2026-11-13'), 'noteRecorded'],
  ['a call of tomorrow is noted', told(start), note('2026-11-21'), 'refused dateInFuture happenedOn'],
  ['a call after withdrawal is noted', told(start, withdrawn('2026-11-16')), note(), 'noteRecorded'],
  ['a call after her death is noted', told(start, died('2026-11-16')), note(), 'noteRecorded'],
  ['a document is registered', told(start), register(), 'documentRegistered'],
  [
    'a document of tomorrow is registered',
    told(start),
    register('2026-11-21'),
    'refused dateInFuture happenedOn',
  ],
])('%s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on })).toBe(outcome)
})

test('a note keeps both days: when it was heard and when it was written down', () => {
  const [written] = getCaseFile(act(told(start), note('2026-11-13'), { on })).notes
  expect(written).toMatchObject({ on: '2026-11-13', recordedOn: on })
})
