/** Whether a request may do what its route does: the permission table is asked, the answer is logged, and only then is the page made. */
import { findCaseNumbered, isLetIn, type LoadedCase } from '../../casework/load-case.ts'
import { type CaseTarget, may, mayEver } from '../../domain/access/permissions.ts'
import type { CaseId, PersonId } from '../../domain/identity.ts'
import { type AccessEntry, logAccess } from '../../store/access-log.ts'
import { findOpening } from '../../store/case-openings.ts'
import { findOrder } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import { findTombstone } from '../../store/retention.ts'
import type { AskingContext, Lines } from './context.ts'
import { errorPage } from './error-page.tsx'
import type { CaseRoute, OrderRoute, PageRoute } from './route.ts'

type GuardedRoute = PageRoute | CaseRoute | OrderRoute

export function passGate(c: AskingContext, route: GuardedRoute): Promise<Response> {
  if (route.about === 'case') return passCase(c, route)
  if (route.about === 'order') return passOrder(c, route)
  return passPage(c, route)
}

async function passPage(c: AskingContext, route: PageRoute): Promise<Response> {
  const { subject } = c.asking
  const outside = route.within !== undefined && !mayEver(route.within, subject)
  if (outside || (route.action !== 'signedIn' && !mayEver(route.action, subject)))
    return refuse(c, route, 403)
  return allow(c, route, (lines) => route.handler({ ...c, lines }))
}

async function passCase(c: AskingContext, route: CaseRoute): Promise<Response> {
  const { loaded, status } = await lookUpCase(c, route)
  if (loaded === undefined || status !== 200) return errorPage(c, status === 200 ? 404 : status)
  return leavingLines(c, undefined, (lines) => route.handler({ ...c, lines, case: loaded }))
}

type LookedUp = { readonly status: 200 | 403 | 404 | 410; readonly loaded?: LoadedCase | undefined }

/** The case and whether it may be seen, looked up and logged in one transaction: nothing of it is shown before. */
function lookUpCase(c: AskingContext, route: CaseRoute): Promise<LookedUp> {
  const { asking, house } = c
  const { subject, onBehalfOf } = asking
  return write(house.db, c.scope, async (tx): Promise<LookedUp> => {
    const loaded = await findCaseNumbered(tx, c.parameter('caseNumber'))
    // A case that is not there and one that row-level security hides look alike.
    if (loaded === undefined) {
      await logAccess(tx, [lookOf(c, route, 'refused')])
      // Whoever works with cases is told that it is gone; nobody else is told that there was one.
      const erased = mayEver('viewCase', subject) || mayEver('viewRetention', subject)
      return { status: erased && (await findTombstone(tx, c.parameter('caseNumber'))) ? 410 : 404 }
    }
    const { personId } = loaded.file
    // Who acts for one citizen does not act for another meanwhile: the log and the journal say for whom.
    const another = onBehalfOf !== undefined && onBehalfOf !== personId
    const admits = (target: CaseTarget): boolean =>
      (route.within === undefined || may(route.within, subject, target)) && may(route.action, subject, target)
    const letIn = !another && (await isLetIn(tx, loaded, asking, house.now(), admits))
    const about = { caseId: loaded.caseId, personId }
    const line = lookOf(c, route, letIn ? 'allowed' : 'refused', about)
    const { userId } = subject
    // Supervision says why at each look, for the person to read: row-level security hides the opening itself from them.
    const opening =
      letIn && userId && route.action === 'viewSupervisedCase'
        ? await findOpening(tx, userId, loaded.caseId, house.now())
        : undefined
    await logAccess(tx, [{ ...line, ...(opening && { purpose: opening.reason }) }])
    return letIn ? { status: 200, loaded } : { status: 403 }
  })
}

async function passOrder(c: AskingContext, route: OrderRoute): Promise<Response> {
  const orderId = c.parameter('orderId')
  const order = isUuid(orderId) ? await read(c.house.db, c.scope, (tx) => findOrder(tx, orderId)) : undefined
  // Never sent, somebody else's, or no longer this provider's: they look alike.
  if (order === undefined) return refuse(c, route, 404, { order: true })
  const about = { caseId: order.caseId, personId: order.personId }
  const target = { personId: order.personId, scopes: [], providers: [order.providerId], opened: false }
  if (!may(route.action, c.asking.subject, target)) return refuse(c, route, 403, about)
  return allow(c, route, (lines) => route.handler({ ...c, lines, order }), about)
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

type About = { readonly caseId?: CaseId; readonly personId?: PersonId }

const allow = (
  c: AskingContext,
  route: GuardedRoute,
  answer: (lines: Lines) => Response | Promise<Response>,
  about?: About,
): Promise<Response> => leavingLines(c, lookOf(c, route, 'allowed', about), answer)

/**
 * The page, then its lines in the log, in one transaction; without the lines there is no page. What failed leaves its line
 * too, also when it had taken it upon itself: twice is better than not at all.
 */
async function leavingLines(
  c: AskingContext,
  own: AccessEntry | undefined,
  answer: (lines: Lines) => Response | Promise<Response>,
): Promise<Response> {
  const left: AccessEntry[] = []
  let taken = false
  let answered = false
  try {
    const response = await answer({
      add: (looks) => left.push(...looks),
      takeOwn: () => {
        if (own === undefined) throw new Error('the line of this request is written already')
        taken = true
        return own
      },
    })
    answered = true
    return response
  } finally {
    if (own && !(taken && answered)) left.push(taken ? { ...own, id: c.house.newId() } : own)
    if (left.length > 0) await write(c.house.db, c.scope, (tx) => logAccess(tx, left))
  }
}

async function refuse(
  c: AskingContext,
  route: GuardedRoute,
  status: 403 | 404,
  { order, ...about }: About & { readonly order?: boolean } = {},
): Promise<Response> {
  await logLook(c, route, 'refused', about)
  return errorPage(c, status, { about: order ? 'order' : undefined })
}

/** Every look and every act leaves a line: who, on whose behalf, which route, about whom, allowed or refused. */
export const logLook = (
  c: AskingContext,
  route: GuardedRoute,
  outcome: AccessEntry['outcome'],
  about: About = {},
): Promise<void> => write(c.house.db, c.scope, (tx) => logAccess(tx, [lookOf(c, route, outcome, about)]))

const lookOf = (
  { house, asking, today }: AskingContext,
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
