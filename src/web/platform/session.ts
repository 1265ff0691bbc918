/** Sessions as the web sees them: a cookie with a random value, a row with its hash, half an hour without use. */
import { serialize } from 'hono/utils/cookie'
import type { House } from '../../casework/house.ts'
import type { Configuration } from '../../configuration.ts'
import { write } from '../../store/connection.ts'
import type { Scope } from '../../store/scope.ts'
import { prolongSession, type Session } from '../../store/sessions.ts'

export const idleMinutes = 30
export const longestHours = 10

/** Under https the name itself binds the cookie to this host and to https. */
export const sessionCookie = ({ https }: Configuration): string => (https ? '__Host-hverdag' : 'hverdag')

/** The header that gives the browser the session's value; without one, that takes it away. */
export const sessionHeader = (configuration: Configuration, value: string | undefined): string =>
  serialize(sessionCookie(configuration), value ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: configuration.https,
    ...(value === undefined && { maxAge: 0 }),
  })

const minute = 60_000

/** When the session runs out if it is not used again: half an hour from now, and never later than ten hours from log-in. */
export function expiryOf(now: Date, createdAt: Date): Date {
  const idle = now.getTime() + idleMinutes * minute
  return new Date(Math.min(idle, createdAt.getTime() + longestHours * 60 * minute))
}

/** The same in whole minutes, for the page that warns before it ends. */
export function sessionTime(now: Date, createdAt: Date): { readonly idle: number; readonly longest: number } {
  const longest = Math.floor((createdAt.getTime() - now.getTime()) / minute) + longestHours * 60
  return { idle: Math.min(idleMinutes, longest), longest }
}

/** A session that is used lives on. Noted once a minute at the most. */
export async function keepAlive(house: House, scope: Scope, session: Session, value: string): Promise<void> {
  const now = house.now()
  if (now.getTime() - new Date(session.lastSeenAt).getTime() <= minute) return
  const until = expiryOf(now, new Date(session.createdAt))
  if (until > now) await write(house.db, scope, (tx) => prolongSession(tx, value, now, until))
}
