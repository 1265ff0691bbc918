/**
 * The application, built from the route table. Each request goes through the same steps, in the order they stand in
 * `answer`: host → municipality, rate, session → visitor, form and its token, permission and log, page.
 */
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { House } from '../../casework/house.ts'
import type { Configuration } from '../../configuration.ts'
import type { Identity } from '../../exchange/identity/identity.ts'
import { isUnavailable } from '../../store/unavailable.ts'
import { afterForms } from './after-forms.ts'
import type { AskingContext, PublicContext } from './context.ts'
import { isTabletPath } from './device.ts'
import { errorPage } from './error-page.tsx'
import { errorText } from './error-text.ts'
import { findContext } from './find-context.ts'
import { isForm, readForm, readJson, sentencesIn } from './form.ts'
import { logLook, passGate } from './gate.ts'
import { isOwnScript, originOf } from './own-form.ts'
import { findPlace, type Place } from './place.ts'
import { addressOf, type RateLimit, rateLimit } from './rate-limit.ts'
import { seeOther } from './respond.tsx'
import type { Route } from './route.ts'
import { secureHeaders } from './secure-headers.ts'
import { askingOf, scopeOf } from './visitor.ts'

/** One line for the operator: request, route, status, time. Never what was typed, and no path with something filled in. */
export type Log = (line: Readonly<Record<string, unknown>>, message: string) => void

type Parts = {
  readonly house: House
  readonly identity: Identity
  readonly configuration: Configuration
  readonly routes: readonly Route[]
  readonly log: Log
}

export function createApp(parts: Parts): Hono {
  const { configuration, house, routes } = parts
  const app = new Hono()
  app.use(secureHeaders(configuration))
  // A calendar asks again and again for what has not changed.
  app.use('/kalender/*', etag())
  const logIns = rateLimit(configuration.logInsPerMinute, house.now)
  for (const route of routes) {
    if (route.demonstrationOnly && !configuration.demonstration) continue
    app.on(route.method, route.path, (c) =>
      watch(parts, route.id, c, (place) => answer(parts, route, logIns, place, c)),
    )
  }
  for (const { path, above } of afterForms(routes))
    app.get(path, (c) => watch(parts, 'none', c, async () => seeOther(above(new URL(c.req.url).pathname))))
  app.notFound((c) =>
    watch(parts, 'none', c, async (place) => errorPage((await findContext(parts, place, c)).context, 404)),
  )
  return app
}

/** The steps. */
async function answer(
  parts: Parts,
  route: Route,
  logIns: RateLimit,
  place: Place,
  c: Context,
): Promise<Response> {
  const { configuration } = parts
  if (route.limited && !logIns(addressOf(c, configuration))) return errorPage(place, 429)

  const { context: found, expired } = await findContext(parts, place, c)
  if (route.action !== 'public' && found.visitor === undefined)
    return notLoggedIn(found, route, expired || isByScript(c), pageOf(c))
  if (route.json) return answerScript(found, route, route.json.mostBytes, c)

  const form = route.method === 'POST' ? await readForm(c.req.raw, configuration.uploadLimitBytes) : undefined
  if (form !== undefined && !isForm(form)) return errorPage(found, form.status)
  const context: PublicContext = form ? { ...found, form } : found
  const origin = form === undefined ? 'own' : originOf(context, c)

  if (route.action === 'public')
    return origin === 'own' ? route.handler(context) : errorPage(context, expired ? 419 : 403)
  const page = askingContextOf(context)
  if (origin === 'own') return passGate(page, route)
  await logLook(page, route, 'refused')
  if (origin === 'elsewhere') return errorPage(page, 403)
  return errorPage(page, 403, { renewed: sentencesIn(context.form), back: pageOf(c) })
}

/** What our own script posts and reads: small words instead of pages. */
async function answerScript(
  found: PublicContext,
  route: Route,
  mostBytes: number,
  c: Context,
): Promise<Response> {
  if (route.action === 'public') throw new Error('a script posts as somebody')
  const page = askingContextOf(found)
  const read = await readJson(c.req.raw, mostBytes)
  if ('status' in read) return Response.json({ error: 'body' }, { status: read.status })
  if (isOwnScript(c)) return passGate({ ...page, json: read.value }, route)
  await logLook(page, route, 'refused')
  return Response.json({ error: 'origin' }, { status: 403 })
}

/** Saved in the background: it would take the way to the log-in page for the answer it hoped for. */
const isByScript = (c: Context): boolean => (c.req.header('sec-fetch-mode') ?? 'navigate') !== 'navigate'

/** The page of ours that a form stood on: where somebody goes on once they have logged in again. */
function pageOf(c: Context): string | undefined {
  const referer = c.req.header('referer') ?? ''
  const from = URL.canParse(referer) ? new URL(referer) : undefined
  return from?.host === c.req.header('host') ? from?.pathname : undefined
}

/** Sent to log in and brought back; whoever posts something after their session ran out is told so first. */
function notLoggedIn(c: PublicContext, route: Route, over: boolean, from: string | undefined): Response {
  if (route.json) return Response.json({ error: 'unknown' }, { status: 401 })
  // No log-in makes a tablet: it is paired.
  if (isTabletPath(c.path)) return seeOther('/tablet/par')
  if (over && route.method === 'POST') return errorPage(c, 419, { back: from })
  const to = new URLSearchParams({
    til: route.method === 'GET' ? c.path : '/',
    ...(over && { udloebet: '1' }),
  })
  return new Response(null, { status: 303, headers: { Location: `/log-ind?${to}` } })
}

function askingContextOf(context: PublicContext): AskingContext {
  const { visitor, municipality, today } = context
  if (visitor === undefined) throw new Error('nobody is logged in')
  return {
    ...context,
    visitor,
    asking: askingOf(visitor, municipality.code, today),
    scope: scopeOf(visitor, municipality.code),
  }
}

/** Around every request: its host, its line in the log, and a number for whoever meets an error. */
async function watch(
  { house, configuration, log }: Parts,
  route: string,
  c: Context,
  use: (place: Place) => Promise<Response>,
): Promise<Response> {
  const started = performance.now()
  const place = findPlace({ house, configuration }, c)
  if (place === undefined) return errorPage(undefined, 421)
  const request = place.requestId
  try {
    const response = await use(place)
    log({ request, route, status: response.status, ms: since(started) }, 'answered')
    return response
  } catch (error) {
    const status = isUnavailable(error) ? 503 : 500
    log({ level: 'error', request, route, status, error: errorText(error), ms: since(started) }, 'failed')
    return errorPage(place, status, { number: request })
  }
}

const since = (started: number): number => Math.round(performance.now() - started)
