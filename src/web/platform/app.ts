/**
 * The application, built from the route table. Each request goes through the same steps, in the order they stand here:
 * host → municipality, session → visitor, form and its token, route → permission, log, page.
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import type { House } from '../../casework/house.ts'
import { findCase, type LoadedCase, targetOf } from '../../casework/load-case.ts'
import type { Configuration } from '../../configuration.ts'
import { may, mayEver } from '../../domain/access/permissions.ts'
import type { CaseId, PersonId } from '../../domain/identity.ts'
import { type CalendarDay, copenhagenDay } from '../../domain/time/calendar-day.ts'
import type { Identity } from '../../exchange/identity/identity.ts'
import { logAccess } from '../../store/access-log.ts'
import { findOpening } from '../../store/case-openings.ts'
import { findCaseByNumber, findOrder } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import { findDemoClock } from '../../store/demo-clock.ts'
import type { CaseContext, OrderContext, PageContext, PublicContext, Visitor } from './context.ts'
import { errorPage } from './error-page.tsx'
import { emptyForm, readForm } from './form.ts'
import { languageOf } from './language.ts'
import type { CaseRoute, OrderRoute, Route } from './route.ts'
import { secureHeaders } from './secure-headers.ts'
import { sessionCookie, useSession } from './session.ts'
import { askingOf, findVisitor, scopeOf } from './visitor.ts'

export type Log = (line: Readonly<Record<string, unknown>>, message: string) => void

type Parts = {
  readonly house: House
  readonly identity: Identity
  readonly configuration: Configuration
  readonly routes: readonly Route[]
  readonly log: Log
}

export function createApp(parts: Parts): Hono {
  const { configuration, routes } = parts
  const app = new Hono()
  app.use(secureHeaders(configuration))
  const limit = bodyLimit({
    maxSize: configuration.uploadLimitBytes,
    onError: (c) => errorPage(undefined, 413, c.req.path),
  })
  for (const route of routes) {
    if (route.demonstrationOnly && !configuration.demonstration) continue
    const answer = (c: Context) => handle(parts, route, c)
    if (route.method === 'GET') app.get(route.path, answer)
    else app.post(route.path, limit, answer)
  }
  app.notFound(async (c) => {
    const context = await findContext(parts, c)
    return errorPage(context, 404, c.req.path)
  })
  return app
}

/** The product's day: the demonstration's clock where there is one, otherwise the day it is in Copenhagen. */
export async function todayOf(
  house: House,
  municipality: PublicContext['municipality'],
): Promise<CalendarDay> {
  const scope = { municipality: municipality.code, viewer: { kind: 'system' } } as const
  const clock = await read(house.db, scope, findDemoClock)
  return clock?.today ?? copenhagenDay(house.now())
}

async function findContext(
  parts: Parts,
  c: Context,
): Promise<(PublicContext & { expired: boolean }) | undefined> {
  const { house, configuration } = parts
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase()
  const code = configuration.hosts.get(host)
  const municipality = code && house.municipalities.get(code)
  if (!municipality) return undefined
  const value = getCookie(c, sessionCookie(configuration))
  const session = value ? await useSession(house, municipality.code, value) : undefined
  const visitor: Visitor | undefined = session && (await findVisitor(house, municipality.code, session))
  const url = new URL(c.req.url)
  return {
    house,
    configuration,
    municipality,
    language: languageOf(c),
    today: await todayOf(house, municipality),
    visitor,
    session: session && value ? { ...session, value } : undefined,
    identity: parts.identity,
    origin: `${configuration.https ? 'https' : 'http'}://${c.req.header('host') ?? ''}`,
    csrf: session?.csrf ?? '',
    path: url.pathname,
    query: url.searchParams,
    parameter: (name) => {
      const given = c.req.param(name)
      if (given === undefined) throw new Error(`the path has no ${name}`)
      return given
    },
    form: c.req.method === 'POST' ? await readForm(c.req.raw) : emptyForm,
    requestId: house.newId(),
    expired: value !== undefined && session === undefined,
  }
}

async function handle(parts: Parts, route: Route, c: Context): Promise<Response> {
  const started = performance.now()
  let context: (PublicContext & { expired: boolean }) | undefined
  try {
    context = await findContext(parts, c)
    if (context === undefined) return errorPage(undefined, 421, c.req.path)
    const response = await pass(context, route, c)
    parts.log(
      { request: context.requestId, route: route.id, status: response.status, ms: since(started) },
      'answered',
    )
    return response
  } catch (error) {
    const number = context?.requestId ?? parts.house.newId()
    // The route's pattern and the error's own text: never what was typed, and no path with something filled in.
    parts.log(
      { level: 'error', request: number, route: route.id, error: errorText(error), ms: since(started) },
      'failed',
    )
    return errorPage(context, 500, c.req.path, number)
  }
}

const since = (started: number): number => Math.round(performance.now() - started)
const errorText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : 'unknown'

async function pass(
  context: PublicContext & { expired: boolean },
  route: Route,
  c: Context,
): Promise<Response> {
  if (route.method === 'POST' && !isOwnForm(context, c))
    return errorPage(context, context.expired ? 419 : 403, route.path)
  if (route.action === 'public') return route.handler(context)
  const { visitor } = context
  if (visitor === undefined) {
    if (context.expired && route.method === 'POST') return errorPage(context, 419, route.path)
    return c.redirect(`/log-ind?til=${encodeURIComponent(route.method === 'GET' ? context.path : '/')}`, 303)
  }
  const asking = askingOf(visitor, context.municipality.code, context.today)
  const pageContext: PageContext = {
    ...context,
    visitor,
    asking,
    scope: scopeOf(visitor, context.municipality.code),
  }
  if (route.about === 'case') return passCase(pageContext, route)
  if (route.about === 'order') return passOrder(pageContext, route)
  if (route.action !== 'signedIn' && !mayEver(route.action, asking.subject)) {
    await logLook(pageContext, route, 'refused')
    return errorPage(pageContext, 403, route.path)
  }
  const [response] = await Promise.all([route.handler(pageContext), logLook(pageContext, route, 'allowed')])
  return response
}

/** A form is our own when it comes from our own pages and carries this session's token. */
function isOwnForm({ csrf, form, visitor }: PublicContext, c: Context): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  if (origin !== undefined && origin !== 'null' && new URL(origin).host !== c.req.header('host')) return false
  return visitor === undefined || form.text('_csrf') === csrf
}

async function passCase(c: PageContext, route: CaseRoute): Promise<Response> {
  const found = await lookUpCase(c)
  // A case that is not there and one that row-level security hides look alike.
  if (found === undefined) {
    await logLook(c, route, 'refused')
    return errorPage(c, 404, route.path)
  }
  const { loaded, opened } = found
  const about = { caseId: loaded.caseId, personId: loaded.file.personId }
  const asker = { personId: c.asking.subject.personId, today: c.today, opened }
  if (!may(route.action, c.asking.subject, targetOf(loaded, asker))) {
    await logLook(c, route, 'refused', about)
    return errorPage(c, 403, route.path)
  }
  const context: CaseContext = { ...c, case: loaded }
  const [response] = await Promise.all([route.handler(context), logLook(c, route, 'allowed', about)])
  return response
}

function lookUpCase(c: PageContext): Promise<{ loaded: LoadedCase; opened: boolean } | undefined> {
  return read(c.house.db, c.scope, async (tx) => {
    const entry = await findCaseByNumber(tx, c.parameter('caseNumber'))
    if (entry === undefined) return undefined
    const { userId } = c.asking.subject
    const [loaded, opening] = await Promise.all([
      findCase(tx, entry.caseId),
      userId ? findOpening(tx, userId, entry.caseId, c.house.now()) : undefined,
    ])
    return loaded && { loaded, opened: opening !== undefined }
  })
}

async function passOrder(c: PageContext, route: OrderRoute): Promise<Response> {
  const orderId = c.parameter('orderId')
  const order = isUuid(orderId) ? await read(c.house.db, c.scope, (tx) => findOrder(tx, orderId)) : undefined
  const target = order && {
    personId: order.personId,
    scopes: [],
    providers: [order.providerId],
    opened: false,
  }
  if (order === undefined || !may(route.action, c.asking.subject, target)) {
    await logLook(c, route, 'refused')
    return errorPage(c, order === undefined ? 404 : 403, route.path)
  }
  const context: OrderContext = { ...c, order }
  const about = { caseId: order.caseId, personId: order.personId }
  const [response] = await Promise.all([route.handler(context), logLook(c, route, 'allowed', about)])
  return response
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Every look and every act leaves a line: who, on whose behalf, which route, about whom, allowed or refused. */
function logLook(
  c: PageContext,
  route: Route,
  outcome: 'allowed' | 'refused',
  about: { readonly caseId?: CaseId; readonly personId?: PersonId } = {},
): Promise<void> {
  const { house, asking, scope } = c
  return write(house.db, scope, (tx) =>
    logAccess(tx, [
      {
        id: house.newId(),
        at: house.now().toISOString(),
        onDay: c.today,
        actor: asking.actor,
        onBehalfOf: asking.onBehalfOf ?? null,
        route: route.id,
        ...about,
        outcome,
      },
    ]),
  )
}
