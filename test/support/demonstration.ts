/** The small demonstration on a test's own database: something on every page, lived through with the real commands. */
import { citizensOf } from '../../src/demo/citizens.ts'
import { casts, seed, usualSeed } from '../../src/demo/seed.ts'
import { type CalendarDay, copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import type { TestWeb } from './web.ts'

/** Its municipalities with their staff and their people, the ones with a story of their own first. */
export async function fillDemonstration(web: TestWeb) {
  const anchor: CalendarDay = copenhagenDay(web.house.now())
  await seed({
    houses: { app: web.house, worker: { ...web.house, db: web.database.worker } },
    size: 'small',
    anchor,
    progress: () => {},
    signal: new AbortController().signal,
  })
  return casts().map((cast) => ({
    cast,
    citizens: citizensOf(cast, { seed: usualSeed, anchor, size: 'small' }),
  }))
}
