/** A clause never changes its answer by re-reading, and what happens tomorrow does not change what was owed today. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applied, assignedToSanne, decided, told } from '../../../test/support/case-story.ts'
import { type History, vejen } from '../../../test/support/commands.ts'
import { anyHistory } from '../../../test/support/histories.ts'
import { isPresent, type RecordedCaseEvent, readCaseEvent } from '../case/events.ts'
import { addDays, type CalendarDay, earliest, getDay } from '../time/calendar-day.ts'
import { findVersion, obligationsOf, type StandardVersion } from './engine.ts'
import { isOpenOn, type Obligation, obligationStatuses, statusOn } from './obligation.ts'

const { versions } = vejen
const owed = (history: History): readonly Obligation[] => obligationsOf(history, versions)

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

/**
 * The day from which an event tells something new. A delivery, a death and a move have their own day; a failed delivery
 * takes back the sending, which was none.
 */
function tellsOf(event: RecordedCaseEvent, history: History): CalendarDay {
  if (!isPresent(event)) return event.occurredOn
  switch (event.type) {
    case 'letterDelivered':
      return earliest(event.occurredOn, event.payload.deliveredOn)
    case 'actingMunicipalityChanged':
      return earliest(event.occurredOn, event.payload.effectiveOn)
    case 'letterFailed': {
      const { letterId, recipient } = event.payload
      const sent = history.findLast(
        (e) =>
          e.seq < event.seq &&
          isPresent(e) &&
          (e.type === 'letterDispatched' || e.type === 'letterFailureHandled') &&
          e.payload.letterId === letterId &&
          e.payload.recipient === recipient,
      )
      return earliest(event.occurredOn, sent?.occurredOn ?? event.occurredOn)
    }
    default:
      return event.occurredOn
  }
}

// Generous: a machine shared with others makes these slow, not wrong.
describe('for every history that commands can make', { timeout: 180_000 }, () => {
  test('reading it twice, or from its exported text, gives the same obligations, and reading changes nothing', () => {
    fc.assert(
      fc.property(anyHistory(), (history) => {
        const first = owed(frozen(history))
        expect(owed(history)).toEqual(first)
        const exported: unknown[] = JSON.parse(JSON.stringify(history))
        expect(owed(exported.map(readCaseEvent))).toEqual(first)
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })

  test('what is owed on a day does not change by what happens after it', () => {
    let compared = 0
    fc.assert(
      fc.property(anyHistory(90), fc.nat(8), fc.nat(6), (history, slack, from) => {
        const all = owed(history)
        const later = new Map(all.map((o) => [o.key, o]))
        history.forEach((event, index) => {
          // Every seventh place is enough of one history.
          if (index % 7 !== from) return
          const rest = history.slice(index + 1)
          const next = rest.map((e) => tellsOf(e, history)).reduce(earliest, getDay('2099-01-01'))
          const day = earliest(addDays(event.recordedOn, slack), addDays(next, -1))
          if (day < event.recordedOn) return
          compared += 1
          const before = owed(history.slice(0, index + 1))
          for (const o of before) {
            const now = later.get(o.key)
            expect([o.key, day, now && statusOn(now, day)]).toEqual([o.key, day, statusOn(o, day)])
            expect(now && isOpenOn(now, day)).toBe(isOpenOn(o, day))
          }
          const known = new Set(before.map((o) => o.key))
          for (const o of all)
            if (!known.has(o.key)) expect([o.key, day, statusOn(o, day)]).toEqual([o.key, day, 'not yet'])
        })
      }),
      { numRuns: 30, endOnFailure: true },
    )
    expect(compared).toBeGreaterThan(20)
  })

  test('every obligation has its own key, rests on events that are there, and says when it arose', () => {
    fc.assert(
      fc.property(anyHistory(), (history) => {
        const all = owed(history)
        const seqs = new Set(history.map((e) => e.seq))
        expect(new Set(all.map((o) => o.key)).size).toBe(all.length)
        for (const o of all) {
          expect(o.evidence.length).toBeGreaterThan(0)
          expect(o.evidence.filter((seq) => !seqs.has(seq))).toEqual([])
          expect(o.voidOn === undefined).toBe(o.voidReason === undefined)
          if (o.dueOn !== undefined) expect(o.derivation.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })

  test('an obligation only ever goes forward: what is kept stays kept, what is broken is at best kept late', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      'not yet': obligationStatuses,
      due: obligationStatuses.filter((s) => s !== 'not yet'),
      'needs judgement': obligationStatuses.filter((s) => s !== 'not yet'),
      broken: ['broken', 'kept late'],
      kept: ['kept'],
      'kept late': ['kept late'],
      void: ['void', 'kept', 'kept late'],
    }
    fc.assert(
      fc.property(anyHistory(), (history) => {
        const from = history[0]?.recordedOn ?? getDay('2026-01-01')
        for (const o of owed(history)) {
          let former = statusOn(o, from)
          for (let n = 1; n < 120; n += 5) {
            const status = statusOn(o, addDays(from, n))
            expect([o.key, former, allowed[former]?.includes(status), status]).toEqual([
              o.key,
              former,
              true,
              status,
            ])
            former = status
          }
        }
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })
})

describe('versions of the standard', () => {
  const [old] = versions
  if (old === undefined) throw new Error('no version')
  const stricter: StandardVersion = {
    ...old,
    terms: {
      ...old.terms,
      validFrom: getDay('2026-12-01'),
      parameters: { ...old.terms.parameters, processingTime: { amount: 4, unit: 'week' } },
    },
  }
  const dueOf = (history: History) =>
    obligationsOf(history, [stricter, old])
      .filter((o) => o.task === 'decide' && o.clause.startsWith('K'))
      .map((o) => o.dueOn)

  test('each application is judged by the version in force on the day it was received', () => {
    expect(dueOf(told(applied('2026-11-30')))).toEqual(['2027-01-11'])
    expect(dueOf(told(applied('2026-12-01')))).toEqual(['2026-12-29'])
  })
  test('a trigger under the new version is judged by it, in a case that began under the old', () => {
    const history = told(applied('2026-11-16'), assignedToSanne('2026-11-16'), decided('2026-12-14'))
    const both = obligationsOf(history, [old, stricter])
    expect(new Set(both.map((o) => o.key)).size).toBe(both.length)
  })
  test('before the first version, the first', () => {
    expect(findVersion([stricter, old], getDay('2020-01-01'))).toBe(old)
    expect(findVersion([], getDay('2020-01-01'))).toBeUndefined()
  })
})

test('a history without an application obliges nobody', () => {
  expect(owed([])).toEqual([])
})
