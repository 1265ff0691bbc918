/** From a request to who asks and on which day: session, visitor and clock, read in one transaction. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { House } from '../../casework/house.ts'
import type { Configuration } from '../../configuration.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import type { Identity } from '../../exchange/identity/identity.ts'
import { read } from '../../store/connection.ts'
import { findDemoClock } from '../../store/demo-clock.ts'
import { findDeviceBySecret } from '../../store/devices.ts'
import { findSession } from '../../store/sessions.ts'
import type { PublicContext } from './context.ts'
import { deviceCookie, deviceVisitor, isTabletPath, noteSeen, tokenOf } from './device.ts'
import { emptyForm } from './form.ts'
import type { Place } from './place.ts'
import type { Route } from './route.ts'
import { keepAlive, sessionCookie } from './session.ts'
import { findVisitor } from './visitor.ts'

type Parts = {
  readonly house: House
  readonly identity: Identity
  readonly configuration: Configuration
  readonly routes: readonly Route[]
}

/** `expired`: the browser has a session's cookie, and there is no such session any more. The form is not read yet. */
export async function findContext(
  { house, configuration, identity, routes }: Parts,
  place: Place,
  c: Context,
): Promise<{ readonly context: PublicContext; readonly expired: boolean }> {
  const onTablet = isTabletPath(place.path)
  const value = onTablet ? undefined : getCookie(c, sessionCookie(configuration))
  const secret = onTablet ? getCookie(c, deviceCookie(configuration)) : undefined
  const scope = { municipality: place.municipality.code, viewer: { kind: 'system' } } as const
  const now = house.now()
  const { today, session, device, visitor } = await read(house.db, scope, async (tx) => {
    const [clock, session, device] = await Promise.all([
      findDemoClock(tx),
      value ? findSession(tx, value, now) : undefined,
      secret ? findDeviceBySecret(tx, secret) : undefined,
    ])
    // The demonstration's day where it has a clock, otherwise the day it is in Copenhagen.
    const today = clock?.today ?? copenhagenDay(now)
    const visitor = device ? deviceVisitor(device, now) : session && (await findVisitor(tx, session, today))
    return { today, session, device, visitor }
  })
  if (session && value) await keepAlive(house, scope, session, value)
  if (device) await noteSeen(house, scope, device)
  const context: PublicContext = {
    ...place,
    house,
    configuration,
    identity,
    today,
    visitor,
    session: session && value ? { ...session, value } : undefined,
    origin: `${configuration.https ? 'https' : 'http'}://${c.req.header('host') ?? ''}`,
    csrf: device && secret ? tokenOf(secret) : (session?.csrf ?? ''),
    query: new URL(c.req.url).searchParams,
    parameter: (name) => {
      const given = c.req.param(name)
      if (given === undefined) throw new Error(`the path has no ${name}`)
      return given
    },
    form: emptyForm,
    actionAt: (routeId) => routes.find(({ id }) => id === routeId)?.action,
  }
  return { context, expired: value !== undefined && session === undefined }
}
