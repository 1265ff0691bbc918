/** Fills the demonstration on a database that has its shape: at the first start, and for `hverdag seed`. */
import type { Configuration } from '../configuration.ts'
import { type Seeded, seed, stateOf } from '../demo/seed.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { type DatabaseAddresses, openProduct } from '../product.ts'

type Filling = {
  readonly size: 'full' | 'small'
  /** The day that everything is made around, where none has been begun. */
  readonly anchor: CalendarDay
  readonly progress: (line: string) => void
  readonly signal: AbortSignal
  /** What to do with a whole demonstration: leave it as it is, or refuse to touch it. */
  readonly whole: 'leave' | 'refuse'
}

// What is lost in a power cut is made again at the next start. So nobody waits for the disk. And a statement is planned once a
// connection and not five times more: with few statements of each kind, planning took as long as running them.
function hurried(url: string): string {
  const address = new URL(url)
  address.searchParams.set('options', '-c synchronous_commit=off -c plan_cache_mode=force_generic_plan')
  return address.href
}

/** Gives what was made; undefined where a whole one was left. Throws `SeedError` on a database that holds anything else. */
export async function fill(
  configuration: Configuration,
  database: DatabaseAddresses,
  { size, anchor, progress, signal, whole }: Filling,
): Promise<Seeded | undefined> {
  const addresses = { ...database, app: hurried(database.app), worker: hurried(database.worker) }
  const product = await openProduct(configuration, addresses)
  try {
    const houses = { app: product.house, worker: { ...product.house, db: product.workerDb } }
    const state = await stateOf(houses)
    if (state === 'whole' && whole === 'leave') return undefined
    if (state === 'begun') progress('Going on with the demonstration that was broken off.')
    if (state === 'empty') progress('Filling the demonstration.')
    let told = Date.now()
    return await seed({
      houses,
      size,
      anchor,
      signal,
      progress: (percent, people) => {
        if (Date.now() - told < 3000) return
        told = Date.now()
        progress(`  ${percent} % of what ${people} people have been through.`)
      },
    })
  } finally {
    await product.close()
  }
}
