/** `hverdag migrate`: the database's shape and roles, and nothing else. */
import { z } from 'zod'
import { readConfiguration } from '../configuration.ts'
import { migrateDatabase, startDatabase } from '../product.ts'
import { command } from './command.ts'

export const migrateCommand = command({
  name: 'migrate',
  summary: 'Bring the database to the shape that this version needs.',
  about:
    'Works on DATABASE_ADMIN_URL and creates the roles that DATABASE_URL and DATABASE_WORKER_URL log in as, or on the\n' +
    'embedded database when none of them is set. Prints the migrations that were applied. Safe to repeat.',
  output: z.object({ applied: z.array(z.string()) }),
  run: async ({ environment, progress, print }) => {
    const database = await startDatabase(readConfiguration(environment), progress)
    try {
      const applied = await migrateDatabase(database)
      const text = applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`
      print({ json: { applied }, text })
      return 0
    } finally {
      await database.stop()
    }
  },
})
