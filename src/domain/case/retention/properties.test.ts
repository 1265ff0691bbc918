/** What must hold of keeping and erasing, whatever people do to a closed case and in whatever order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asLeader,
  asSanne,
  closed,
  document,
  part,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import { attempt, type History, vejen, vejenTerms } from '../../../../test/support/commands.ts'
import { isRefusal } from '../../refusal.ts'
import { obligationsOf } from '../../standard/engine.ts'
import { isOpenOn } from '../../standard/obligation.ts'
import { addDays, addMonths, type CalendarDay, getDay } from '../../time/calendar-day.ts'
import { papersOf } from '../access-request/papers.ts'
import type { CaseFile } from '../case-file.ts'
import type { CaseCommand } from '../commands.ts'
import type { EventActor } from '../envelope.ts'
import { isPresent } from '../events.ts'
import { getCaseFile } from '../read-case.ts'
import { erasureObstacle, openHolds } from './about.ts'
import { retentionEvents } from './events.ts'

const start = told(applied('2026-11-13'), withdrawn('2026-11-20'), closed('2026-11-24'))

const doings = ['wait', 'deliver', 'hold', 'release', 'approve', 'note', 'ask', 'answer'] as const
type Doing = {
  readonly does: (typeof doings)[number]
  readonly days: number
  readonly by: number
}
const steps = fc.array(
  fc.record({
    does: fc.constantFrom(...doings),
    days: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 300, max: 1500 })),
    by: fc.nat(1),
  }),
  { minLength: 1, maxLength: 14 },
)

function commandOf(file: CaseFile, { does }: Doing, today: CalendarDay): CaseCommand | undefined {
  const { seq } = file.retention.lastOther
  const request = file.accessRequests.find((r) => r.answered === undefined)
  switch (does) {
    case 'wait':
      return undefined
    case 'deliver':
      return {
        type: 'recordArchiveDelivery',
        input: {
          reference: 'AV',
          receiver: 'Arkivet',
          package: document(`p${seq}`),
          through: seq,
          deliveredOn: today,
        },
      }
    case 'hold':
      return { type: 'holdErasure', input: { ground: 'disposalBan', because: 'Forbud' } }
    case 'release':
      return {
        type: 'releaseErasure',
        input: { holdId: openHolds(file)[0]?.holdId ?? part('none'), because: 'Ophævet' },
      }
    case 'approve':
      return { type: 'approveErasure', input: { package: document(`p${seq}`) } }
    case 'note':
      return { type: 'recordNote', input: { kind: 'internal', text: 'Notat', happenedOn: today } }
    case 'ask':
      return { type: 'requestAccess', input: { rights: ['fileAccess'], whole: true, channel: 'web' } }
    case 'answer':
      return {
        type: 'answerAccess',
        input: {
          requestId: request?.requestId ?? part('none'),
          given: papersOf(file).map((p) => p.key),
          left: [],
          file: document('file'),
        },
      }
  }
}

/** Each history on the way, with the day it is seen on. */
function* livesOf(
  doing: readonly Doing[],
): Generator<{ readonly history: History; readonly day: CalendarDay }> {
  let history: History = start
  let day = getDay('2026-11-24')
  for (const step of doing) {
    day = addDays(day, step.days)
    const by: EventActor = step.does === 'ask' ? asKaren : step.by === 0 ? asLeader : asSanne
    const command = commandOf(getCaseFile(history), step, day)
    const result = command && attempt(history, command, { on: day, by })
    if (result && !isRefusal(result)) history = result
    yield { history, day }
  }
}

const last = (history: History, type: string) => history.findLast((e) => e.type === type)?.seq ?? 0

test('what may be erased is in the archive whole, kept for five years, not held, and approved by a second person', () => {
  let met = 0
  fc.assert(
    fc.property(steps, (doing) => {
      for (const { history, day } of livesOf(doing)) {
        const file = getCaseFile(history)
        if (erasureObstacle(file, day, vejenTerms.parameters) !== undefined) continue
        met += 1
        const other = history.findLast((e) => !Object.hasOwn(retentionEvents, e.type))?.seq ?? 0
        const delivered = last(history, 'archiveDelivered')
        const approved = last(history, 'erasureApproved')
        expect(delivered).toBeGreaterThan(other)
        expect(approved).toBeGreaterThan(delivered)
        expect(last(history, 'erasureHeld')).toBeLessThan(approved)
        expect(day >= addMonths(getDay('2026-11-24'), 60)).toBe(true)
        const by = (seq: number) => history.find((e) => e.seq === seq)?.actor
        expect(by(approved)).not.toEqual(by(delivered))
        const count = (type: string) => history.filter((e) => isPresent(e) && e.type === type).length
        expect(count('erasureHeld')).toBe(count('erasureReleased'))
        expect(count('accessRequested')).toBe(count('accessAnswered'))
      }
    }),
    { numRuns: 1200 },
  )
  expect(met).toBeGreaterThan(5)
})

test('when the time is over, a closed case is never without somebody who owes the next step, unless it is held', () => {
  let met = 0
  fc.assert(
    fc.property(steps, (doing) => {
      for (const { history, day } of livesOf(doing)) {
        const file = getCaseFile(history)
        const obstacle = erasureObstacle(file, day, vejenTerms.parameters)
        if (day < addMonths(getDay('2026-11-24'), 60)) continue
        const owed = obligationsOf(history, vejen.versions)
          .filter((o) => isOpenOn(o, day))
          .map((o) => o.task)
        if (obstacle === 'notDelivered') expect(owed).toContain('deliverToArchive')
        else if (obstacle === 'notApproved') expect(owed).toContain('approveErasure')
        else continue
        met += 1
      }
    }),
    { numRuns: 300 },
  )
  expect(met).toBeGreaterThan(50)
})
