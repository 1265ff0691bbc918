/** What went wrong, in one sentence for whoever typed the command. What is no known trouble is a fault, and shows itself whole. */
import { isUnavailable } from '../store/unavailable.ts'

/** Errors whose own message is the sentence: they are thrown to be read. */
const spoken = new Set([
  'ConfigurationError',
  'EmbeddedPostgresError',
  'MigrationError',
  'RoleError',
  'StandardError',
  'SeedError',
  'StartError',
])

/** SQLSTATE → what to do about it. */
const refusedBy: Readonly<Record<string, string>> = {
  '28P01':
    'The database refuses the password: mend it in DATABASE_URL, DATABASE_ADMIN_URL or DATABASE_WORKER_URL.',
  '28000': 'The database refuses the role: mend DATABASE_URL, DATABASE_ADMIN_URL or DATABASE_WORKER_URL.',
  '3D000': 'The database named in DATABASE_URL is not there: create it, or mend the address.',
}

/** The sentence; undefined for what nobody foresaw. */
export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (spoken.has(error.name)) return error.message
  const known = 'code' in error ? refusedBy[String(error.code)] : undefined
  if (known !== undefined) return known
  if (isUnavailable(error))
    return 'The database does not answer: see that it runs, and that DATABASE_URL, DATABASE_ADMIN_URL and DATABASE_WORKER_URL name its host and port.'
  return undefined
}
