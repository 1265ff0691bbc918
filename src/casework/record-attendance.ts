/**
 * The one way attendance is recorded: by the provider's pages, by the citizen who cancels, and by a tablet that delivers
 * what it kept. Each fact is answered for itself, and one that was taken before is answered as it was then.
 */
import { may } from '../domain/access/permissions.ts'
import type { Recorder, Remark } from '../domain/attendance/admit.ts'
import { type AttendanceFact, type NewAttendance, skewOf } from '../domain/attendance/fact.ts'
import { takeIn } from '../domain/attendance/take-in.ts'
import type { CaseId } from '../domain/identity.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { currentStandard } from '../standards/municipality.ts'
import { addAttendance, findAttendance, type PlacementRow, placementsOf } from '../store/attendance.ts'
import { type ReadTx, type WriteTx, write } from '../store/connection.ts'
import { lookForAbsencePattern } from './absence-pattern.ts'
import { getMunicipality, type House } from './house.ts'
import { findCase, targetOf } from './load-case.ts'
import type { Asking } from './perform.ts'

/** The device that delivers, and what its clock said as it did. */
export type DeliveringDevice = { readonly deviceId: string; readonly clock: Date }

export type AttendanceAnswer = { readonly factId: string } & (
  | { readonly outcome: 'stored'; readonly told: readonly Remark[] }
  | { readonly outcome: 'already' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
)

/**
 * Keeps what can be taken and answers for each, in the order given. Facts of one delivery may be of several people. What
 * is refused is not kept: a page shows it again, and a tablet puts it where a person settles it.
 */
export async function recordAttendance(
  house: House,
  asking: Asking,
  facts: readonly NewAttendance[],
  device?: DeliveringDevice,
): Promise<readonly AttendanceAnswer[]> {
  const scope = { municipality: asking.municipality, viewer: { kind: 'command' } } as const
  const { answers, absent } = await write(house.db, scope, async (tx) =>
    keepAttendance(tx, house, asking, facts, await whatIsKnownOf(tx, facts), device),
  )
  await lookForPatterns(house, asking, absent)
  return answers
}

/** What stands on record of these facts, and where they are said to belong. */
export type KnownAttendance = {
  readonly known: ReadonlyMap<string, AttendanceFact>
  readonly placements: ReadonlyMap<string, PlacementRow>
}

export async function whatIsKnownOf(
  tx: ReadTx,
  facts: readonly Pick<NewAttendance, 'factId' | 'orderId'>[],
): Promise<KnownAttendance> {
  const [known, placements] = await Promise.all([
    findAttendance(
      tx,
      facts.map((f) => f.factId),
    ),
    placementsOf(tx, [...new Set(facts.map((f) => f.orderId))]),
  ])
  return { known: new Map(known.map((f) => [f.factId, f])), placements }
}

export type KeptAttendance = {
  readonly answers: readonly AttendanceAnswer[]
  /** Cases where somebody was away: what `lookForPatterns` is given once the transaction is over. */
  readonly absent: readonly CaseId[]
}

/** As `recordAttendance`, within a transaction that does more, in the scope of a command or the system. */
export async function keepAttendance(
  tx: WriteTx,
  house: House,
  asking: Asking,
  facts: readonly NewAttendance[],
  { known, placements }: KnownAttendance,
  device?: DeliveringDevice,
): Promise<KeptAttendance> {
  const now = house.now()
  const { parameters } = currentStandard(getMunicipality(house, asking.municipality))
  const recorderOf = await whoMay(tx, asking, facts, placements)
  const taken = takeIn(
    facts,
    { known, placements, recorderOf },
    {
      today: asking.today,
      now,
      lockDays: parameters.attendanceLockDays.value,
      skewSeconds: device ? skewOf(device.clock, now) : 0,
      actor: asking.actor,
      onBehalfOf: asking.onBehalfOf,
      device: device?.deviceId,
    },
  )
  const added = await addAttendance(
    tx,
    taken.flatMap((t) => (t.outcome === 'stored' ? [t.fact] : [])),
  )
  return {
    answers: taken.map((t): AttendanceAnswer => {
      if (t.outcome !== 'stored') return t
      const { fact: _, ...answer } = t
      // Whoever delivered it at the same time was quicker.
      return added.has(t.factId) ? answer : { factId: t.factId, outcome: 'already' }
    }),
    absent: taken.flatMap((t) =>
      t.outcome === 'stored' && added.has(t.factId) && canTellOfAbsence(t.fact) ? [t.fact.caseId] : [],
    ),
  }
}

/** What was recorded is kept by now, whatever comes of looking: the sweep looks again. */
export async function lookForPatterns(
  house: House,
  asking: Asking,
  absent: readonly CaseId[],
): Promise<void> {
  for (const caseId of new Set(absent)) await lookForAbsencePattern(house, asking, caseId)
}

/** Who arrives has never made absence repeated: the morning's recordings look for nothing. */
const canTellOfAbsence = ({ kind }: AttendanceFact): boolean =>
  kind === 'cancelled' || kind === 'noShow' || kind === 'undone' || kind === 'settled'

/** As whom each fact can be recorded: staff of the provider, or the citizen's own side. */
async function whoMay(
  tx: WriteTx,
  { subject, today, onBehalfOf }: Asking,
  facts: readonly NewAttendance[],
  placements: ReadonlyMap<string, PlacementRow>,
): Promise<(fact: NewAttendance) => Recorder | Refusal> {
  if (subject.personId === undefined) {
    const target = (p: PlacementRow) => ({
      personId: p.personId,
      scopes: [],
      providers: [p.providerId],
      opened: false,
    })
    return ({ orderId }) => {
      const placement = placements.get(orderId)
      return placement === undefined || !may('recordAttendance', subject, target(placement))
        ? refuse('notPlacedHere')
        : { kind: 'provider', providerId: subject.provider }
    }
  }
  const { personId } = subject
  const caseIds = new Set([...placements.values()].map((p) => p.caseId))
  const cases = await Promise.all([...caseIds].map((caseId) => findCase(tx, caseId)))
  const allowed = new Set<CaseId>(
    cases.flatMap((loaded) => {
      if (loaded === undefined) return []
      const forWhom = onBehalfOf ?? personId
      const target = targetOf(loaded, { personId, today, opened: false })
      return forWhom === target.personId && may('cancelDay', subject, target) ? [loaded.caseId] : []
    }),
  )
  const referred = await findAttendance(
    tx,
    facts.flatMap((f) => (f.refersTo ? [f.refersTo] : [])),
  )
  const own = new Set(
    referred.filter((f) => f.kind === 'cancelled' && f.actor.kind === 'citizen').map((f) => f.factId),
  )
  return ({ orderId }) => {
    const placement = placements.get(orderId)
    return placement && allowed.has(placement.caseId) ? { kind: 'citizen', own } : refuse('notAllowed')
  }
}
