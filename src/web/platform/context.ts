/** What a page is given: who asks, where, on which day, and the house to answer from. */

import type { House } from '../../casework/house.ts'
import type { LoadedCase } from '../../casework/load-case.ts'
import type { Asking } from '../../casework/perform.ts'
import type { Configuration } from '../../configuration.ts'
import type { Action, Role } from '../../domain/access/permissions.ts'
import type { DeviceId, LiveDeviceState } from '../../domain/device/device.ts'
import type { PersonId, ProviderId, UnitId, UserId } from '../../domain/identity.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { Identity } from '../../exchange/identity/identity.ts'
import type { Municipality } from '../../standards/municipality.ts'
import type { AccessEntry } from '../../store/access-log.ts'
import type { OrderEntry } from '../../store/cases.ts'
import type { Scope } from '../../store/scope.ts'
import type { Session } from '../../store/sessions.ts'
import type { Language } from '../i18n/messages.ts'
import type { Form } from './form.ts'

/** Who is logged in, as the session says. A citizen has a person, a member of staff a user. */
export type Visitor =
  | {
      readonly kind: 'citizen'
      readonly personId: PersonId
      readonly name: string
      /** The citizen they act for, when they are somebody's representative. */
      readonly actingFor?: { readonly personId: PersonId; readonly name: string } | undefined
    }
  | {
      readonly kind: 'staff'
      readonly userId: UserId
      readonly name: string
      readonly roles: readonly Role[]
      readonly unit?: UnitId | undefined
      readonly provider?: ProviderId | undefined
    }
  | {
      /** A tablet that was paired, with nobody identified at it. Only under `/tablet`, where it alone asks. */
      readonly kind: 'device'
      readonly deviceId: DeviceId
      readonly name: string
      readonly provider: ProviderId
      /** Any but `paired` may hand over what it holds, and shows nobody's name. */
      readonly state: LiveDeviceState
    }

/** What every request has, also one that nobody is logged in for. */
export type PublicContext = {
  readonly house: House
  readonly configuration: Configuration
  readonly municipality: Municipality
  readonly language: Language
  readonly today: CalendarDay
  readonly visitor: Visitor | undefined
  /** The log-in's own row and the cookie's value, where there is one. */
  readonly session: (Session & { readonly value: string }) | undefined
  readonly identity: Identity
  /** The address this request came to, with its port: where a log-in returns to. */
  readonly origin: string
  /** Goes into every form that changes something. */
  readonly csrf: string
  readonly path: string
  readonly query: URLSearchParams
  /** The parameters of the route's path. Throws on a name that the path does not have: a programming error. */
  readonly parameter: (name: string) => string
  /** The posted form, parsed once, with its files. Empty on a GET. */
  readonly form: Form
  /** What a script posted, where the route takes JSON; nobody has looked at it yet. */
  readonly json?: unknown
  readonly requestId: string
  /** What somebody does at a route, by its id in the access log; undefined for one that is no more. */
  readonly actionAt: (routeId: string) => Action | 'public' | 'signedIn' | undefined
}

/** A request by somebody logged in. */
export type AskingContext = PublicContext & {
  readonly visitor: Visitor
  readonly asking: Asking
  /** For store reads: what row-level security is told. */
  readonly scope: Scope
}

/** A request by somebody logged in, who may do what the route does. */
export type PageContext = AskingContext & { readonly lines: Lines }

/** What a request leaves in the access log. The gate writes it once the answer is there: without it there is no answer. */
export type Lines = {
  /** Each person that a list shows is a look of its own. */
  readonly add: (looks: readonly AccessEntry[]) => void
  /** The request's own line, for a handler that writes it in the transaction of what it does. */
  readonly takeOwn: () => AccessEntry
}

/** A request about one case, which the route's path names and the permission table allows. */
export type CaseContext = PageContext & { readonly case: LoadedCase }

/** A request about one order, as the provider that holds it sees it. */
export type OrderContext = PageContext & { readonly order: OrderEntry }
