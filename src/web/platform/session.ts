/** Sessions as the web sees them: a cookie with a random value, a row with its hash, half an hour without use. */
import type { House } from '../../casework/house.ts'
import type { Configuration } from '../../configuration.ts'
import type { MunicipalityCode } from '../../domain/identity.ts'
import { read, write } from '../../store/connection.ts'
import { findSession, prolongSession, type Session } from '../../store/sessions.ts'

export const idleMinutes = 30
export const longestHours = 10

/** Under https the name itself binds the cookie to this host and to https. */
export const sessionCookie = ({ https }: Configuration): string => (https ? '__Host-hverdag' : 'hverdag')

const minute = 60_000

/** When the session runs out if it is not used again: half an hour from now, and never later than ten hours from log-in. */
export function expiryOf(now: Date, createdAt: Date): Date {
  const idle = now.getTime() + idleMinutes * minute
  return new Date(Math.min(idle, createdAt.getTime() + longestHours * 60 * minute))
}

/** The session behind the cookie; being used, it lives on. Prolonged once a minute at the most. */
export async function useSession(
  house: House,
  municipality: MunicipalityCode,
  value: string,
): Promise<Session | undefined> {
  const scope = { municipality, viewer: { kind: 'system' } } as const
  const now = house.now()
  const session = await read(house.db, scope, (tx) => findSession(tx, value, now))
  if (session === undefined) return undefined
  if (now.getTime() - new Date(session.lastSeenAt).getTime() > minute) {
    const until = expiryOf(now, new Date(session.createdAt))
    if (until > now) await write(house.db, scope, (tx) => prolongSession(tx, value, now, until))
  }
  return session
}
