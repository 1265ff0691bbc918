/** Whether a request may do what its route does: the permission table is asked, the answer is logged, and only then is the page made. */
import { findCaseNumbered, isLetIn, type LoadedCase } from '../../casework/load-case.ts'
import { type CaseTarget, may, mayEver } from '../../domain/access/permissions.ts'
import type { CaseId, PersonId } from '../../domain/identity.ts'
import { type AccessEntry, logAccess } from '../../store/access-log.ts'
import { findOrder } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import type { OrderContext, PageContext } from './context.ts'
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
  const { loaded, status } = await lookUpCase(c, route)
  if (loaded === undefined || status !== 200) return errorPage(c, status === 404 ? 404 : 403)
  return route.handler({ ...c, case: loaded })
}

type LookedUp = { readonly status: 200 | 403 | 404; readonly loaded?: LoadedCase | undefined }

/** The case and whether it may be seen, looked up and logged in one transaction: nothing of it is shown before. */
function lookUpCase(c: PageContext, route: CaseRoute): Promise<LookedUp> {
  const { asking, house } = c
  const { subject, onBehalfOf } = asking
  return write(house.db, c.scope, async (tx): Promise<LookedUp> => {
    const loaded = await findCaseNumbered(tx, c.parameter('caseNumber'))
    // A case that is not there and one that row-level security hides look alike.
    if (loaded === undefined) {
      await logAccess(tx, [lookOf(c, route, 'refused')])
      return { status: 404 }
    }
    const { personId } = loaded.file
    // Who acts for one citizen does not act for another meanwhile: the log and the journal say for whom.
    const another = onBehalfOf !== undefined && onBehalfOf !== personId
    const admits = (target: CaseTarget): boolean =>
      (route.within === undefined || may(route.within, subject, target)) && may(route.action, subject, target)
    const letIn = !another && (await isLetIn(tx, loaded, asking, house.now(), admits))
    const about = { caseId: loaded.caseId, personId }
    await logAccess(tx, [lookOf(c, route, letIn ? 'allowed' : 'refused', about)])
    return letIn ? { status: 200, loaded } : { status: 403 }
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
export const logLook = (
  c: PageContext,
  route: GuardedRoute,
  outcome: AccessEntry['outcome'],
  about: About = {},
): Promise<void> => write(c.house.db, c.scope, (tx) => logAccess(tx, [lookOf(c, route, outcome, about)]))

const lookOf = (
  { house, asking, today }: PageContext,
  { id }: GuardedRoute,
  outcome: AccessEntry['outcome'],
  about: About = {},
): AccessEntry => ({
  id: house.newId(),
  at: house.now().toISOString(),
  onDay: today,
  actor: asking.actor,
  onBehalfOf: asking.onBehalfOf ?? null,
  route: id,
  ...about,
  outcome,
})
