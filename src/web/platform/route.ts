/**
 * A route is a row in a table: the application is built from it, and so are the tests of every route as every role. What
 * may be done where is the permission table's to say; the route only names the action.
 */
import type { Action } from '../../domain/access/permissions.ts'
import type { CaseContext, OrderContext, PageContext, PublicContext } from './context.ts'

type Answer = Response | Promise<Response>

type Row = {
  /** Unique, `face.page` or `face.page.post`; it stands in the access log. */
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** Hono's pattern. A case is `:caseNumber`, a provider `:provider`, an order `:orderId`. */
  readonly path: string
  /** Exists in the demonstration only; elsewhere the path is not there. */
  readonly demonstrationOnly?: true
  /** The face it belongs to: who cannot do this cannot come here, though the table lets them do the same elsewhere. */
  readonly within?: Action
  /** Posted by our own script and not by a form: at most so many bytes of JSON. */
  readonly json?: { readonly mostBytes: number }
  /** Begins or ends a log-in, or is opened by a secret: so many from one address in a minute, and no more. */
  readonly limited?: true
}

/** For anybody. */
export type PublicRoute = Row & { readonly action: 'public'; readonly handler: (c: PublicContext) => Answer }
/** For whoever may do this in the municipality, about no particular case. */
export type PageRoute = Row & {
  readonly action: Action | 'signedIn'
  readonly handler: (c: PageContext) => Answer
  readonly about?: undefined
}
/** About the case that the path names: loaded, checked against the permission table and logged before the handler. */
export type CaseRoute = Row & {
  readonly action: Action
  readonly about: 'case'
  readonly handler: (c: CaseContext) => Answer
}

/** About the order (`:orderId`) that the path names, at the provider of whoever asks. */
export type OrderRoute = Row & {
  readonly action: Action
  readonly about: 'order'
  readonly handler: (c: OrderContext) => Answer
}

export type Route = PublicRoute | PageRoute | CaseRoute | OrderRoute

/** The rows as pages of one face. */
export const inFace = (within: Action, rows: readonly Route[]): readonly Route[] =>
  rows.map((row) => ({ ...row, within }))

export const publicPage = (
  id: string,
  path: string,
  handler: PublicRoute['handler'],
  method: Row['method'] = 'GET',
): PublicRoute => ({ id, method, path, action: 'public', handler })

export const page = (
  id: string,
  action: PageRoute['action'],
  path: string,
  handler: PageRoute['handler'],
): PageRoute => ({
  id,
  method: 'GET',
  path,
  action,
  handler,
})

export const post = (
  id: string,
  action: PageRoute['action'],
  path: string,
  handler: PageRoute['handler'],
): PageRoute => ({
  id,
  method: 'POST',
  path,
  action,
  handler,
})

export const casePage = (
  id: string,
  action: Action,
  path: string,
  handler: CaseRoute['handler'],
): CaseRoute => ({
  id,
  method: 'GET',
  path,
  action,
  about: 'case',
  handler,
})

export const casePost = (
  id: string,
  action: Action,
  path: string,
  handler: CaseRoute['handler'],
): CaseRoute => ({
  id,
  method: 'POST',
  path,
  action,
  about: 'case',
  handler,
})

export const orderPage = (
  id: string,
  action: Action,
  path: string,
  handler: OrderRoute['handler'],
): OrderRoute => ({
  id,
  method: 'GET',
  path,
  action,
  about: 'order',
  handler,
})

export const orderPost = (
  id: string,
  action: Action,
  path: string,
  handler: OrderRoute['handler'],
): OrderRoute => ({
  id,
  method: 'POST',
  path,
  action,
  about: 'order',
  handler,
})
