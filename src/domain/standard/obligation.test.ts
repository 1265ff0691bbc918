import { describe, expect, test } from 'vitest'
import { getDay } from '../time/calendar-day.ts'
import { isOpenOn, type Obligation, statusOn } from './obligation.ts'

type Days = { readonly due?: string; readonly met?: string; readonly void?: string; readonly judged?: true }
const of = (days: Days): Pick<Obligation, 'arisesOn' | 'dueOn' | 'metOn' | 'voidOn' | 'needsJudgement'> => ({
  arisesOn: getDay('2026-11-10'),
  needsJudgement: days.judged === true,
  ...(days.due && { dueOn: getDay(days.due) }),
  ...(days.met && { metOn: getDay(days.met) }),
  ...(days.void && { voidOn: getDay(days.void) }),
})

describe('an obligation that arises on 10 November', () => {
  test.each<readonly [string, Days, string, string, boolean]>([
    ['is not yet there the day before', {}, '2026-11-09', 'not yet', false],
    ['is due from that day', {}, '2026-11-10', 'due', true],
    ['without a date is due for ever', {}, '2030-01-01', 'due', true],
    ['is due on its last day', { due: '2026-11-20' }, '2026-11-20', 'due', true],
    ['is broken the day after', { due: '2026-11-20' }, '2026-11-21', 'broken', true],
    [
      'met later is seen as due meanwhile',
      { due: '2026-11-20', met: '2026-11-18' },
      '2026-11-17',
      'due',
      true,
    ],
    ['is kept from the day it is met', { due: '2026-11-20', met: '2026-11-18' }, '2026-11-18', 'kept', false],
    ['met on the last day is kept', { due: '2026-11-20', met: '2026-11-20' }, '2026-11-25', 'kept', false],
    [
      'met a day late is broken until then',
      { due: '2026-11-20', met: '2026-11-22' },
      '2026-11-21',
      'broken',
      true,
    ],
    [
      'met a day late is kept late',
      { due: '2026-11-20', met: '2026-11-21' },
      '2026-11-21',
      'kept late',
      false,
    ],
    ['met before it arose is kept when it does', { met: '2026-11-01' }, '2026-11-10', 'kept', false],
    ['falls away', { due: '2026-11-20', void: '2026-11-15' }, '2026-11-15', 'void', false],
    ['is due until it falls away', { due: '2026-11-20', void: '2026-11-15' }, '2026-11-14', 'due', true],
    [
      'falling away on its last day is void',
      { due: '2026-11-20', void: '2026-11-20' },
      '2026-12-01',
      'void',
      false,
    ],
    ['once broken stays broken', { due: '2026-11-20', void: '2026-11-21' }, '2026-12-01', 'broken', false],
    ['met and fallen away is kept', { met: '2026-11-12', void: '2026-11-15' }, '2026-12-01', 'kept', false],
    [
      'only a person can judge waits for one',
      { due: '2026-11-20', judged: true },
      '2026-12-01',
      'needs judgement',
      true,
    ],
    ['judged kept is kept', { met: '2026-11-12', judged: true }, '2026-12-01', 'kept', false],
  ])('%s', (_, days, day, status, open) => {
    expect(statusOn(of(days), getDay(day))).toBe(status)
    expect(isOpenOn(of(days), getDay(day))).toBe(open)
  })
})
