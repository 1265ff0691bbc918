/**
 * Two tablets, a bad network and a server that sometimes fails after it has kept what it got: whatever happens, each fact
 * is kept once, and the day comes to what it would have come to over a perfect network.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyEvening, live, placedAt } from '../../../test/support/attendance-network.ts'
import { dayOf } from './day.ts'
import type { AttendanceFact } from './fact.ts'
import { takeIn } from './take-in.ts'

/** The server's memory: what `recordAttendance` does, with a map for the table. */
function memory() {
  const known = new Map<string, AttendanceFact>()
  return {
    known,
    deliver: async (delivery: Parameters<Parameters<typeof live>[1]>[0]) => {
      const taken = takeIn(
        delivery.facts,
        {
          known,
          placements: new Map([[placedAt.orderId, placedAt]]),
          recorderOf: () => ({ kind: 'provider', providerId: placedAt.providerId }),
        },
        delivery.ground,
      )
      for (const t of taken) if (t.outcome === 'stored') known.set(t.factId, t.fact)
      return taken
    },
  }
}

/** What the days say, without when it reached the server, which a network changes. */
const saying = (facts: Iterable<AttendanceFact>) => {
  const byDay = new Map<string, AttendanceFact[]>()
  for (const f of facts) byDay.set(f.day, [...(byDay.get(f.day) ?? []), f])
  return [...byDay].sort().map(([day, some]) => {
    const { state, contradictions, holding, reason } = dayOf(some)
    const ids = (of: readonly AttendanceFact[]) => of.map((f) => f.factId)
    return { day, state, reason, contradictions: ids(contradictions), holding: ids(holding) }
  })
}

test('nothing is lost and nothing doubled, and the day is that of a perfect network', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvening, async (evening) => {
      const [bad, perfect] = [memory(), memory()]
      await live(evening, bad.deliver)
      await live({ ...evening, mishaps: [] }, perfect.deliver)
      const recorded = evening.tablets.flatMap((t) => t.facts.map((f) => f.factId)).sort()
      expect([...bad.known.keys()].sort()).toEqual(recorded)
      expect(saying(bad.known.values())).toEqual(saying(perfect.known.values()))
    }),
    { numRuns: 2000 },
  )
}, 120_000)
