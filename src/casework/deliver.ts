/**
 * What a tablet delivers: seals opened, codes tried, facts recorded, and whatever cannot be taken as it comes kept for a
 * person. Nothing that arrives is thrown away, and delivering again answers the same.
 */
import { z } from 'zod'
import {
  type AttendanceFact,
  absenceReasons,
  attendanceKinds,
  dayParts,
  daysAhead,
  informants,
  NewAttendance,
  skewOf,
} from '../domain/attendance/fact.ts'
import { isSameFact } from '../domain/attendance/take-in.ts'
import type { DeviceId, LiveDeviceState } from '../domain/device/device.ts'
import { confirms } from '../domain/device/passkey.ts'
import { type CaseId, PartId, type ProviderId, UserId } from '../domain/identity.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import { addDays, CalendarDay } from '../domain/time/calendar-day.ts'
import { type AccessEntry, logAccess } from '../store/access-log.ts'
import { write } from '../store/connection.ts'
import { findPasskeyUses } from '../store/passkeys.ts'
import { codesOfStaff } from '../store/personal-codes.ts'
import { type NewlyQuarantined, quarantine, quarantinedAmong } from '../store/quarantine.ts'
import type { House } from './house.ts'
import type { Asking } from './perform.ts'
import { type CodeAnswer, isKnownRight, tryPersonalCode } from './personal-code.ts'
import { keepAttendance, lookForPatterns, whatIsKnownOf } from './record-attendance.ts'
import { SealedFact } from './sealing.ts'

/** More than a tablet records in a day; it delivers the rest next time. */
export const mostInDelivery = 200

export const Delivery = z.object({
  /** The tablet's clock when it delivers. */
  sentAt: z.iso.datetime(),
  facts: z.array(z.object({ fact: z.uuid() }).loose()).max(mostInDelivery),
})
export type Delivery = z.infer<typeof Delivery>

/** The tablet, and whether it is to be believed by itself. */
export type DeliveringDevice = {
  readonly deviceId: DeviceId
  readonly provider: ProviderId
  readonly state: LiveDeviceState
}

/** `confirmed`: the code was its owner's, or they had identified. What was answered at all is kept here, and need not be kept on the tablet. */
export type DeliveryAnswer = {
  readonly fact: string
  readonly answer: 'stored' | 'already' | 'quarantined'
  readonly confirmed?: boolean
}

/** What a tablet seals: what was recorded, and by whom as far as their code says. */
const Recorded = z.object({
  orderId: PartId,
  day: CalendarDay,
  kind: z.enum(attendanceKinds),
  part: z.enum(dayParts).optional(),
  reason: z.enum(absenceReasons).optional(),
  saidBy: z.enum(informants).optional(),
  lateBy: z.enum(['transport', 'own']).optional(),
  at: z.iso.datetime(),
  refersTo: z.uuid().optional(),
  setsAside: z.array(z.uuid()).max(50).optional(),
  userId: UserId,
  /** Empty when somebody went on without. */
  code: z.string().max(20),
  /** Of whoever identified with a passkey before it was recorded. */
  proof: z.string().max(100).optional(),
})
type Recorded = z.infer<typeof Recorded>

/** Why a fact waits for a person; the code of a refusal is a reason as well. */
export const reasonsToWait = ['unreadable', 'otherTablet', 'locked', 'unpaired', 'unknownStaff'] as const
export type ReasonToWait = (typeof reasonsToWait)[number] | RefusalCode

/** As it lies in quarantine, when its seal could be opened. */
export type OpenedFact = { readonly fact: NewAttendance; readonly skewSeconds: number }

/** One fact as it came, with what is inside when its seal could be opened. */
type Given = {
  readonly factId: string
  readonly sealed: string
  readonly inside: Inside | undefined
}
type Inside = { readonly seal: SealedFact; readonly recorded: Recorded }

/** Codes that took their turn, by person and code. */
type Tried = ReadonlyMap<string, CodeAnswer>
const keyOf = ({ userId, code }: Pick<Recorded, 'userId' | 'code'>): string => `${userId} ${code}`

/**
 * Takes a delivery and answers for each fact of it: what has an answer is in safe keeping here. All of it is one
 * transaction, with the request's own line in the access log. Only a code that was not right lately is tried in one of its
 * own, before: that somebody guessed is kept whatever becomes of the rest.
 */
export async function deliver(
  house: House,
  asking: Asking,
  device: DeliveringDevice,
  delivery: Delivery,
  line: AccessEntry,
): Promise<readonly DeliveryAnswer[]> {
  const given = delivery.facts.map((fact) => openOne(house, asking, fact))
  const tried = new Map<string, CodeAnswer>()
  for (;;) {
    const taken = await takeAll(
      house,
      asking,
      device,
      { clock: new Date(delivery.sentAt), given, line },
      tried,
    )
    if ('answers' in taken) {
      await lookForPatterns(house, asking, taken.absent)
      return taken.answers
    }
    // Thirty facts with one wrong code are one wrong try.
    for (const one of taken.untried)
      if (!tried.has(keyOf(one)))
        tried.set(keyOf(one), await tryPersonalCode(house, asking.municipality, one.userId, one.code))
  }
}

function openOne(house: House, { municipality }: Asking, fact: Delivery['facts'][number]): Given {
  const seal = SealedFact.safeParse(fact)
  const recorded = seal.success ? readRecorded(house.sealing.open(municipality, seal.data)) : undefined
  const inside = seal.success && recorded ? { seal: seal.data, recorded } : undefined
  return { factId: fact.fact, sealed: JSON.stringify(fact), inside }
}

type Came = { readonly clock: Date; readonly given: readonly Given[]; readonly line: AccessEntry }

/** The transaction. Nothing is written while a code is still to be tried. */
function takeAll(
  house: House,
  asking: Asking,
  device: DeliveringDevice,
  { clock, given, line }: Came,
  tried: Tried,
): Promise<
  | { readonly untried: readonly Recorded[] }
  | { readonly answers: readonly DeliveryAnswer[]; readonly absent: readonly CaseId[] }
> {
  const scope = { municipality: asking.municipality, viewer: { kind: 'system' } } as const
  return write(house.db, scope, async (tx) => {
    const readable = given.flatMap(({ factId, inside }) => (inside ? [{ factId, ...inside.recorded }] : []))
    const proofs = new Set(readable.flatMap(({ proof }) => (proof ? [proof] : [])))
    const [waiting, staff, uses, ground] = await Promise.all([
      quarantinedAmong(
        tx,
        given.map(({ factId }) => factId),
      ),
      codesOfStaff(tx, device.provider, [...new Set(readable.map(({ userId }) => userId))]),
      findPasskeyUses(tx, [...proofs]),
      whatIsKnownOf(tx, readable),
    ])
    const skew = skewOf(clock, house.now())
    const worth = ({ seal, recorded: one }: Inside): boolean | undefined => {
      const code = staff.get(one.userId)
      if (code === undefined) return false
      const made = { userId: one.userId, deviceId: seal.device, at: one.at, skewSeconds: skew }
      if (one.proof !== undefined && confirms(uses.get(one.proof), made)) return true
      if (code === null || one.code === '') return false
      const answer = tried.get(keyOf(one))
      return answer === undefined
        ? isKnownRight(one.code, code, house.now()) || undefined
        : answer === 'right'
    }
    const fresh = given.filter(({ factId }) => !waiting.has(factId))
    /** One that came before is as sure as it was then: its code is not tried again. */
    const before = (factId: string, recorded: Recorded): AttendanceFact | undefined => {
      const found = ground.known.get(factId)
      return found && isSameFact(found, recorded) ? found : undefined
    }
    const untried = fresh.flatMap(({ factId, inside }) =>
      inside && !before(factId, inside.recorded) && worth(inside) === undefined ? [inside.recorded] : [],
    )
    if (untried.length > 0) return { untried }

    const opened = fresh.map(({ factId, sealed, inside }) => {
      if (inside === undefined) return { factId, sealed, why: 'unreadable' as const }
      const { userId, code: _, proof: __, ...recorded } = inside.recorded
      const fact = NewAttendance.safeParse({
        ...recorded,
        factId,
        actor: { kind: 'staff', userId, role: 'providerStaff' },
        confirmed: before(factId, inside.recorded)?.confirmed ?? worth(inside) ?? false,
      })
      if (!fact.success) return { factId, sealed, why: 'unreadable' as const }
      return { factId, sealed, fact: fact.data, why: whyToWait(device, inside.seal, staff.has(userId)) }
    })
    const good = opened.flatMap(({ fact, why }) => (fact && why === undefined ? [fact] : []))
    const { answers, absent } = await keepAttendance(
      tx,
      house,
      { ...asking, subject: { roles: ['providerStaff'], provider: device.provider } },
      good.map((fact) => asItsClockSaid(fact, skew)),
      ground,
      { deviceId: device.deviceId, clock },
    )
    const refused = new Map(
      answers.flatMap((a) => (a.outcome === 'refused' ? [[a.factId, a.refusal.code] as const] : [])),
    )
    const kept = opened.flatMap(({ factId, sealed, fact, why = refused.get(factId) }): NewlyQuarantined[] =>
      why === undefined
        ? []
        : [
            {
              factId,
              deviceId: device.deviceId,
              providerId: device.provider,
              receivedAt: house.now().toISOString(),
              sealed,
              opened: fact ? { fact, skewSeconds: skew } : null,
              why,
            },
          ],
    )
    await Promise.all([quarantine(tx, kept), logAccess(tx, [line])])

    const outcome = new Map(answers.map((a) => [a.factId, a.outcome]))
    const confirmed = new Map(opened.map(({ factId, fact }) => [factId, fact?.confirmed]))
    return {
      absent,
      answers: given.map(({ factId }) => {
        const recorded = outcome.get(factId)
        const answer = recorded === undefined || recorded === 'refused' ? 'quarantined' : recorded
        const sure = confirmed.get(factId)
        return { fact: factId, answer, ...(sure !== undefined && { confirmed: sure }) }
      }),
    }
  })
}

/**
 * The day as the tablet's own clock had it, which is what recording goes by. A tablet says the day of its list, and the
 * server made the list: however wrong the clock, that day is right.
 */
export const asItsClockSaid = (fact: NewAttendance, skewSeconds: number): NewAttendance => ({
  ...fact,
  day: addDays(fact.day, daysAhead(fact.at, skewSeconds)),
})

function whyToWait(
  device: DeliveringDevice,
  sealed: SealedFact,
  known: boolean,
): (typeof reasonsToWait)[number] | undefined {
  if (device.state === 'locked' || device.state === 'unpaired') return device.state
  // Sealed before it was paired anew.
  if (sealed.device !== device.deviceId) return 'otherTablet'
  return known ? undefined : 'unknownStaff'
}

function readRecorded(text: string | undefined): Recorded | undefined {
  if (text === undefined) return undefined
  try {
    return Recorded.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
