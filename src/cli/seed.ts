/** `hverdag seed`: the demonstration's people, without starting anything. */
import { z } from 'zod'
import { ConfigurationError, readConfiguration } from '../configuration.ts'
import { CalendarDay, copenhagenDay, findDay } from '../domain/time/calendar-day.ts'
import { stopRenderer } from '../letters/pdf/render-pdf.ts'
import { migrateDatabase, startDatabase } from '../product.ts'
import { command, UsageError } from './command.ts'
import { fill } from './fill.ts'

export const seedCommand = command({
  name: 'seed',
  summary: 'Fill an empty database with the demonstration.',
  about:
    'Two municipalities, their staff and some 200 people who do not exist, made by the real commands. The same anchor\n' +
    'day gives the same data. Refuses to touch a database that holds anything, and to run outside the demonstration.',
  options: {
    anchor: {
      type: 'string',
      value: 'DATE',
      summary: 'The day that everything is made around; today if not given.',
    },
    small: { type: 'boolean', summary: 'A small town of some 30 people.' },
  },
  output: z.object({ people: z.int(), anchor: CalendarDay }),
  run: async ({ options, environment, progress, print }) => {
    const configuration = readConfiguration(environment)
    if (!configuration.demonstration)
      throw new ConfigurationError(
        'This is not set up as a demonstration, and people who do not exist are put into nothing else: set DEMO=1 if it is one.',
      )
    const anchor = options.anchor === undefined ? copenhagenDay(new Date()) : findDay(options.anchor)
    if (anchor === undefined)
      throw new UsageError(`--anchor ${options.anchor} is no day: write it as 2026-11-24.`)
    const database = await startDatabase(configuration, progress)
    try {
      await migrateDatabase(database)
      const size = options.small ? 'small' : 'full'
      const { signal } = new AbortController()
      const seeded = await fill(configuration, database, { size, anchor, progress, signal, whole: 'refuse' })
      print({ json: seeded, text: `${seeded?.people} people, made around ${seeded?.anchor}.` })
      return 0
    } finally {
      await stopRenderer()
      await database.stop()
    }
  },
})
