/** What every route is tried with: a path filled in, each role, and what the permission table says of the two. */
import { type Action, permissions, type Relation, type Role } from '../../src/domain/access/permissions.ts'
import type { Route } from '../../src/web/platform/route.ts'
import type { Who } from './app.ts'
import type { Town } from './town.ts'

/** Who asks: what they are, and which ties to the town's case they have. */
export type Asker = {
  readonly name: string
  readonly role: Role
  /** Held besides. */
  readonly also?: Role
  readonly who: (town: Town) => Who
  readonly ties: readonly Relation[]
}

const anywhere = ['municipality', 'none'] as const

export const askers: readonly Asker[] = [
  { name: 'the citizen', role: 'citizen', who: (t) => ({ person: t.citizen }), ties: ['own', ...anywhere] },
  { name: 'another citizen', role: 'citizen', who: (t) => ({ person: t.stranger }), ties: anywhere },
  {
    name: 'the guardian',
    role: 'representative',
    who: (t) => ({ person: t.guardian, actingFor: t.citizen }),
    ties: ['read', 'write', ...anywhere],
  },
  { name: 'the caseworker', role: 'caseworker', who: (t) => t.caseworker, ties: ['unit', ...anywhere] },
  { name: 'a caseworker elsewhere', role: 'caseworker', who: (t) => t.elsewhere, ties: anywhere },
  { name: 'the manager', role: 'manager', who: (t) => t.manager, ties: ['unit', ...anywhere] },
  { name: 'the provider', role: 'providerStaff', who: (t) => t.provider, ties: ['placed', ...anywhere] },
  { name: 'another provider', role: 'providerStaff', who: (t) => t.otherProvider, ties: anywhere },
  {
    name: 'the provider’s lead',
    role: 'providerLead',
    also: 'providerStaff',
    who: (t) => t.lead,
    ties: ['placed', ...anywhere],
  },
  { name: 'the supervisor', role: 'supervisor', who: (t) => t.supervisor, ties: anywhere },
  { name: 'the administrator', role: 'administrator', who: (t) => t.administrator, ties: anywhere },
]

/** Under `/tablet` a tablet asks and nobody else; elsewhere its cookie is not even looked at. */
export const tablets: readonly Asker[] = [
  { name: 'a tablet', role: 'device', who: (t) => ({ tablet: t.tablet }), ties: anywhere },
  { name: 'a locked tablet', role: 'lockedDevice', who: (t) => ({ tablet: t.lockedTablet }), ties: anywhere },
]
export const isOfTablet = ({ path }: Pick<Route, 'path'>): boolean => /^\/tablet(\/|$)/.test(path)

/** Whether the table lets them: for a page about no case the role is enough, for a case or an order the tie as well. */
export function mayPass(route: Route, asker: Asker): boolean {
  if (route.action === 'public' || route.action === 'signedIn') return true
  return (
    isGranted(route.action, route.about, asker) &&
    (route.within === undefined || isGranted(route.within, route.about, asker))
  )
}

function isGranted(
  action: Action,
  about: 'case' | 'order' | undefined,
  { role, also, ties }: Asker,
): boolean {
  const grants: { readonly [R in Role]?: Relation } = permissions[action]
  return [role, also].some((held) => {
    const relation = held && grants[held]
    return relation !== undefined && (about === undefined || ties.includes(relation))
  })
}

/** Whose pages lie under which path: nobody else passes there, whatever the table lets them do on their own. */
export const faces: Readonly<Record<string, readonly Role[]>> = {
  '/borger': ['citizen', 'representative'],
  '/myndighed': ['caseworker', 'manager', 'administrator'],
  '/tilbud': ['providerStaff', 'providerLead'],
  '/tablet': ['device', 'lockedDevice'],
  '/ledelse': ['manager'],
  '/tilsyn': ['supervisor'],
  '/admin': ['administrator'],
}

/** A path with something in the place of each parameter: the town's own where it has one. */
export function fillPath(path: string, town: Town): string {
  const known: Readonly<Record<string, string>> = {
    caseNumber: town.caseNumber,
    orderId: town.orderId,
    provider: 'kaerhoej',
  }
  return path.replace(/:(\w+)(?:\{([^}]+)\})?/g, (_, name: string, pattern: string | undefined) => {
    const [first] = pattern?.split('|') ?? []
    return known[name] ?? (first && /^[\w-]+$/.test(first) ? first : '00000000-0000-4000-8000-000000000000')
  })
}

/** Whether the pattern of a route takes this path. */
export const takesPath = (pattern: string, path: string): boolean =>
  new RegExp(
    `^${pattern.replace(/:\w+(?:\{([^}]+)\})?/g, (_, own: string | undefined) => (own ? `(${own})` : '[^/]+'))}$`,
  ).test(path)
