/**
 * What a tablet delivers: seals opened, codes tried, facts recorded, and whatever cannot be taken as it comes kept for a
 * person. Nothing that arrives is thrown away, and delivering again answers the same.
 */
import { z } from 'zod'
import {
  absenceReasons,
  attendanceKinds,
  dayParts,
  daysAhead,
  informants,
  NewAttendance,
  skewOf,
} from '../domain/attendance/fact.ts'
import type { DeviceId, LiveDeviceState } from '../domain/device/device.ts'
import { PartId, type ProviderId, UserId } from '../domain/identity.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import { addDays, CalendarDay } from '../domain/time/calendar-day.ts'
import { read, write } from '../store/connection.ts'
import { type NewlyQuarantined, quarantine, quarantinedAmong } from '../store/quarantine.ts'
import { staffOfProvider } from '../store/users.ts'
import type { House } from './house.ts'
import type { Asking } from './perform.ts'
import { type CodeAnswer, tryPersonalCode } from './personal-code.ts'
import { recordAttendance } from './record-attendance.ts'
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

/** `confirmed`: the code was its owner's. What was answered at all is kept here, and need not be kept on the tablet. */
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
  userId: UserId,
  /** Empty when somebody went on without. */
  code: z.string().max(20),
})
type Recorded = z.infer<typeof Recorded>

/** Why a fact waits for a person; the code of a refusal is a reason as well. */
export const reasonsToWait = ['unreadable', 'otherTablet', 'locked', 'unpaired', 'unknownStaff'] as const
export type ReasonToWait = (typeof reasonsToWait)[number] | RefusalCode

/** As it lies in quarantine, when its seal could be opened. */
export type OpenedFact = { readonly fact: NewAttendance; readonly skewSeconds: number }

/** One that was opened, with what its code was worth. */
type Opened = {
  readonly sealed: string
  readonly fact: NewAttendance
  readonly why: ReasonToWait | undefined
}
type Unread = { readonly sealed: string; readonly factId: string }

/** Takes a delivery and answers for each fact of it: what has an answer is in safe keeping here. */
export async function deliver(
  house: House,
  asking: Asking,
  device: DeliveringDevice,
  delivery: Delivery,
): Promise<readonly DeliveryAnswer[]> {
  const scope = { municipality: asking.municipality, viewer: { kind: 'system' } } as const
  const ids = delivery.facts.map(({ fact }) => fact)
  const { waiting, staff } = await read(house.db, scope, async (tx) => ({
    waiting: await quarantinedAmong(tx, ids),
    staff: new Set((await staffOfProvider(tx, device.provider)).map(({ userId }) => userId)),
  }))
  const clock = new Date(delivery.sentAt)
  const skew = skewOf(clock, house.now())
  const tryCode = codesOf(house, asking)
  const opened: (Opened | Unread)[] = []
  for (const given of delivery.facts) {
    if (waiting.has(given.fact)) continue
    opened.push(await openOne(given))
  }

  /** What is inside, or only that there is something. */
  async function openOne(given: Delivery['facts'][number]): Promise<Opened | Unread> {
    const text = JSON.stringify(given)
    const sealed = SealedFact.safeParse(given)
    const inside = sealed.success
      ? readRecorded(house.sealing.open(asking.municipality, sealed.data))
      : undefined
    if (!sealed.success || inside === undefined) return { sealed: text, factId: given.fact }
    const { userId, code, ...recorded } = inside
    const known = staff.has(userId)
    const confirmed = known && code !== '' && (await tryCode(userId, code)) === 'right'
    const fact = NewAttendance.safeParse({
      ...recorded,
      factId: given.fact,
      actor: { kind: 'staff', userId, role: 'providerStaff' },
      confirmed,
    })
    if (!fact.success) return { sealed: text, factId: given.fact }
    return { sealed: text, fact: fact.data, why: whyToWait(device, sealed.data, known) }
  }

  const readable = opened.filter((one): one is Opened => 'fact' in one)
  const good = readable.filter(({ why }) => why === undefined)
  const staffAsks: Asking = { ...asking, subject: { roles: ['providerStaff'], provider: device.provider } }
  const answers =
    good.length === 0
      ? []
      : await recordAttendance(
          house,
          staffAsks,
          good.map(({ fact }) => asItsClockSaid(fact, skew)),
          { deviceId: device.deviceId, clock },
        )
  const refused = new Map(
    answers.flatMap((a) => (a.outcome === 'refused' ? [[a.factId, a.refusal.code] as const] : [])),
  )
  const kept = opened.flatMap((one): NewlyQuarantined[] => {
    const why = 'fact' in one ? (one.why ?? refused.get(one.fact.factId)) : 'unreadable'
    if (why === undefined) return []
    return [
      {
        factId: 'fact' in one ? one.fact.factId : one.factId,
        deviceId: device.deviceId,
        providerId: device.provider,
        receivedAt: house.now().toISOString(),
        sealed: one.sealed,
        opened: 'fact' in one ? { fact: one.fact, skewSeconds: skew } : null,
        why,
      },
    ]
  })
  await write(house.db, scope, (tx) => quarantine(tx, kept))

  const outcome = new Map(answers.map((a) => [a.factId, a.outcome]))
  const confirmed = new Map(readable.map(({ fact }) => [fact.factId, fact.confirmed]))
  return ids.map((fact) => {
    const recorded = outcome.get(fact)
    const answer = recorded === undefined || recorded === 'refused' ? 'quarantined' : recorded
    const sure = confirmed.get(fact)
    return { fact, answer, ...(sure !== undefined && { confirmed: sure }) }
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

/** Thirty facts with one wrong code are one wrong try. */
function codesOf(house: House, { municipality }: Asking) {
  const tried = new Map<string, Promise<CodeAnswer>>()
  return (userId: UserId, code: string): Promise<CodeAnswer> => {
    const key = `${userId} ${code}`
    const answer = tried.get(key) ?? tryPersonalCode(house, municipality, userId, code)
    tried.set(key, answer)
    return answer
  }
}

function readRecorded(text: string | undefined): Recorded | undefined {
  if (text === undefined) return undefined
  try {
    return Recorded.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
