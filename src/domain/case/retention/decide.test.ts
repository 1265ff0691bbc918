import { describe, expect, test } from 'vitest'
import {
  accessAsked,
  accessGiven,
  applied,
  archived,
  asLeader,
  asMads,
  asSanne,
  asSystem,
  closed,
  complained,
  document,
  erasureApproved,
  held,
  noted,
  part,
  released,
  remanded,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import { type History, outcomeOf, vejenTerms } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'
import { erasureObstacle, holdsOn, retainedUntil, standingDelivery } from './about.ts'

const open = [applied('2026-11-13'), withdrawn('2026-11-20')]
const over = [...open, closed('2026-11-24')]
const kept = told(over)
const through = kept.length
const inArchive = [...over, archived('2031-09-01')]
const packaged = document('archive-package')

const deliver = (more: object = {}): CaseCommand => ({
  type: 'recordArchiveDelivery',
  input: {
    reference: 'AV-1042',
    receiver: 'Rigsarkivet',
    package: packaged,
    through,
    deliveredOn: getDay('2031-09-01'),
    ...more,
  },
})
const approve = (hash = packaged): CaseCommand => ({ type: 'approveErasure', input: { package: hash } })
const hold: CaseCommand = { type: 'holdErasure', input: { ground: 'proceedings', because: 'Retssag.' } }
const release = (holdId = part('hold')): CaseCommand => ({
  type: 'releaseErasure',
  input: { holdId, because: 'Sagen er sluttet.' },
})
const at = (history: History, day: string) =>
  erasureObstacle(getCaseFile(history), getDay(day), vejenTerms.parameters)

describe('delivery to the archive', () => {
  test.each([
    ['of a closed case', kept, deliver(), 'archiveDelivered'],
    ['of an open case', told(open), deliver({ through: told(open).length }), 'refused caseNotClosed'],
    ['tomorrow', kept, deliver({ deliveredOn: getDay('2031-09-03') }), 'refused dateInFuture deliveredOn'],
    [
      'before it was closed',
      kept,
      deliver({ deliveredOn: getDay('2026-11-23') }),
      'refused dateBeforeClosing deliveredOn',
    ],
    [
      'of a package without the newest event',
      kept,
      deliver({ through: through - 1 }),
      'refused packageOutdated',
    ],
    ['twice', told(inArchive), deliver(), 'refused alreadyDone'],
    [
      'again, when something was added',
      told(inArchive, noted('2031-09-02')),
      deliver({ through: through + 2 }),
      'archiveDelivered',
    ],
    [
      'after it was held: a hold is no part of the case',
      told(over, held('2031-01-01')),
      deliver(),
      'archiveDelivered',
    ],
  ])('%s: %4$s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on: '2031-09-02', by: asLeader })).toBe(outcome)
  })

  test('the system records none, and holds, releases and approves nothing', () => {
    for (const command of [deliver(), hold, release(), approve()])
      expect(outcomeOf(kept, command, { on: '2031-09-02', by: asSystem })).toBe('refused notAllowed')
  })

  test('what is added afterwards is not in the archive; a hold is', () => {
    expect(standingDelivery(getCaseFile(told(inArchive, held('2031-10-01'))))).toMatchObject({ through: 1 })
    expect(standingDelivery(getCaseFile(told(inArchive, noted('2031-10-01'))))).toBeUndefined()
  })
})

describe('holding', () => {
  test.each([
    ['a closed case', kept, hold, 'erasureHeld'],
    ['an open case', told(open), hold, 'erasureHeld'],
    ['released', told(over, held('2031-01-01')), release(), 'erasureReleased'],
    ['released twice', told(over, held('2031-01-01'), released('2031-02-01')), release(), 'refused notFound'],
    ['released, though nothing is held', kept, release(), 'refused notFound'],
  ])('%s: %4$s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on: '2031-09-02', by: asMads })).toBe(outcome)
  })

  test('an open complaint and an open request for access hold by themselves', () => {
    const file = getCaseFile(
      told(over, complained('2026-12-01'), accessAsked('2026-12-02'), held('2026-12-03')),
    )
    expect(holdsOn(file).map(({ kind }) => kind)).toEqual(['complaint', 'accessRequest', 'recorded'])
    expect(holdsOn(getCaseFile(told(over, accessAsked('2026-12-02'), accessGiven('2026-12-04'))))).toEqual([])
  })
})

describe('approving that a case is erased', () => {
  test.each([
    ['by another than whoever delivered', told(inArchive), approve(), 'erasureApproved'],
    ['twice', told(inArchive, erasureApproved('2031-11-24')), approve(), 'refused alreadyDone'],
    ['of another package', told(inArchive), approve(document('other')), 'refused packageOutdated'],
    ['of an open case', told(open), approve(), 'refused caseNotClosed'],
    ['of a case that is not in the archive', kept, approve(), 'refused notDelivered'],
    ['of a case that is held', told(inArchive, held('2031-10-01')), approve(), 'refused erasureHeld'],
    [
      'anew, after it was approved and then held for a while',
      told(inArchive, erasureApproved('2031-11-24'), held('2031-11-25'), released('2031-12-01')),
      approve(),
      'erasureApproved',
    ],
  ])('%s: %4$s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on: '2031-12-02', by: asSanne })).toBe(outcome)
  })

  test('not by whoever recorded the delivery, and not a day before the time is over', () => {
    expect(outcomeOf(told(inArchive), approve(), { on: '2031-12-02', by: asLeader })).toBe(
      'refused ownDelivery',
    )
    expect(outcomeOf(told(inArchive), approve(), { on: '2031-11-23', by: asSanne })).toBe(
      'refused retentionRuns',
    )
  })
})

describe('whether a case may be erased', () => {
  const approved = [...inArchive, erasureApproved('2031-11-24')]
  test.each([
    ['nobody has closed it', told(open), 'notClosed'],
    ['it is not in the archive', kept, 'notDelivered'],
    ['nobody has approved it', told(inArchive), 'notApproved'],
    ['it is approved', told(approved), undefined],
    ['it is held', told(approved, held('2031-11-25')), 'held'],
    [
      'it was held after the approval',
      told(approved, held('2031-11-25'), released('2031-11-26')),
      'notApproved',
    ],
    ['something was added', told(approved, noted('2031-11-25')), 'notDelivered'],
    ['somebody asked to see it', told(approved, accessAsked('2031-11-25')), 'held'],
    ['the Appeals Board sent it back', told(approved, remanded('2031-11-25')), 'notClosed'],
  ])('%s: %3$s', (_, history, obstacle) => {
    expect(at(history, '2031-12-01')).toBe(obstacle)
  })

  test('five years from the closing, which is the standard’s to say', () => {
    expect(retainedUntil(getCaseFile(kept), vejenTerms.parameters)).toBe('2031-11-24')
    expect(at(told(approved), '2031-11-23')).toBe('tooEarly')
    expect(at(told(approved), '2031-11-24')).toBeUndefined()
    expect(retainedUntil(getCaseFile(kept), { retentionMonths: 120 })).toBe('2036-11-24')
  })
})
