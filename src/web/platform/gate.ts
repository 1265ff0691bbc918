/** Whether a request may do what its route does: the permission table is asked, the answer is logged, and only then is the page made. */
import { findCase, type LoadedCase, targetOf } from '../../casework/load-case.ts'
import { may, mayEver } from '../../domain/access/permissions.ts'
import type { CaseId, PersonId } from '../../domain/identity.ts'
import { logAccess } from '../../store/access-log.ts'
import { findOpening } from '../../store/case-openings.ts'
import { findCaseByNumber, findOrder } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import type { CaseContext, OrderContext, PageContext } from './context.ts'
import { errorPage } from './error-page.tsx'
import type { CaseRoute, OrderRoute, PageRoute } from './route.ts'

type GuardedRoute = PageRoute | CaseRoute | OrderRoute

export function passGate(c: PageContext, route: GuardedRoute): Promise<Response> {
  if (route.about === 'case') return passCase(c, route)
  if (route.about === 'order') return passOrder(c, route)
  return passPage(c, route)
}

async function passPage(c: PageContext, route: PageRoute): Promise<Response> {
  const { subject } = c.asking
  const outside = route.within !== undefined && !mayEver(route.within, subject)
  if (outside || (route.action !== 'signedIn' && !mayEver(route.action, subject)))
    return refuse(c, route, 403)
  return allow(c, route, () => route.handler(c))
}

async function passCase(c: PageContext, route: CaseRoute): Promise<Response> {
  const found = await lookUpCase(c)
  // A case that is not there and one that row-level security hides look alike.
  if (found === undefined) return refuse(c, route, 404)
  const { loaded, opened } = found
  const about = { caseId: loaded.caseId, personId: loaded.file.personId }
  const { subject, onBehalfOf } = c.asking
  // Who acts for one citizen does not act for another meanwhile: the log and the journal say for whom.
  const another = onBehalfOf !== undefined && onBehalfOf !== loaded.file.personId
  const target = targetOf(loaded, { personId: subject.personId, today: c.today, opened })
  const outside = route.within !== undefined && !may(route.within, subject, target)
  if (another || outside || !may(route.action, subject, target)) return refuse(c, route, 403, about)
  const context: CaseContext = { ...c, case: loaded }
  return allow(c, route, () => route.handler(context), about)
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
  // Never sent, somebody else's, or no longer this provider's: they look alike.
  if (order === undefined) return refuse(c, route, 404, { order: true })
  const about = { caseId: order.caseId, personId: order.personId }
  const target = { personId: order.personId, scopes: [], providers: [order.providerId], opened: false }
  if (!may(route.action, c.asking.subject, target)) return refuse(c, route, 403, about)
  const context: OrderContext = { ...c, order }
  return allow(c, route, () => route.handler(context), about)
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

type About = { readonly caseId?: CaseId; readonly personId?: PersonId }

/** The page and its line in the log, at once; without the line there is no page. */
async function allow(
  c: PageContext,
  route: GuardedRoute,
  answer: () => Response | Promise<Response>,
  about?: About,
): Promise<Response> {
  const [response] = await Promise.all([answer(), logLook(c, route, 'allowed', about)])
  return response
}

async function refuse(
  c: PageContext,
  route: GuardedRoute,
  status: 403 | 404,
  { order, ...about }: About & { readonly order?: boolean } = {},
): Promise<Response> {
  await logLook(c, route, 'refused', about)
  return errorPage(c, status, { about: order ? 'order' : undefined })
}

/** Every look and every act leaves a line: who, on whose behalf, which route, about whom, allowed or refused. */
export function logLook(
  c: PageContext,
  { id }: GuardedRoute,
  outcome: 'allowed' | 'refused',
  about: About = {},
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
        route: id,
        ...about,
        outcome,
      },
    ]),
  )
}
