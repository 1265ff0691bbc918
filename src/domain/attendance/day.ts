/**
 * One person's day at one placement, out of the facts about it: the same whatever order they come in and however often
 * (a join: commutative, associative, idempotent). What contradicts is shown and never chosen between: a person settles
 * it, and until then nothing is known that could count against the citizen.
 */
import {
  type AbsenceReason,
  type AttendanceFact,
  attendanceKinds,
  type Informant,
  instantOf,
} from './fact.ts'

export type DayState = 'expected' | 'here' | 'gone' | 'cancelled' | 'noShow' | 'unknown'

export type PersonDay = {
  /** `expected`: nothing has been recorded. `unknown`: what was recorded contradicts itself. */
  readonly state: DayState
  /** The facts that contradict each other, in order; empty where there is nothing to settle. */
  readonly contradictions: readonly AttendanceFact[]
  /** What holds: not taken back, not set aside, in order of time. */
  readonly holding: readonly AttendanceFact[]
  /** Everything that was ever recorded about the day, in order of time. */
  readonly all: readonly AttendanceFact[]
  readonly reason?: AbsenceReason | undefined
  readonly saidBy?: Informant | undefined
  /** Cancelled beforehand, and came all the same. */
  readonly cameAfterAll: boolean
  readonly lateBy: 'transport' | 'own' | undefined
  /** Who recorded one of the facts that hold is not certain. */
  readonly unconfirmed: boolean
}

/** The facts of one order and one day, each once, in order of time. Two with one id: the same one is kept in any order. */
export function merge(...parts: readonly (readonly AttendanceFact[])[]): readonly AttendanceFact[] {
  const byId = new Map<string, AttendanceFact>()
  for (const fact of parts.flat()) {
    const known = byId.get(fact.factId)
    if (known === undefined || textOf(fact) < textOf(known)) byId.set(fact.factId, fact)
  }
  // At one and the same instant somebody comes before they leave.
  const place = (fact: AttendanceFact): number => attendanceKinds.indexOf(fact.kind)
  return [...byId.values()].sort(
    (a, b) => instantOf(a) - instantOf(b) || place(a) - place(b) || (a.factId < b.factId ? -1 : 1),
  )
}

const textOf = (fact: AttendanceFact): string =>
  JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)))

const isCame = ({ kind }: AttendanceFact): boolean => kind === 'arrived' || kind === 'left'
const isAbsent = ({ kind }: AttendanceFact): boolean => kind === 'cancelled' || kind === 'noShow'

/** Said by or for the person themselves before anybody saw them, or of a part of the day: coming all the same is no contradiction. */
const givesWay = (fact: AttendanceFact, cameFirst: number): boolean =>
  fact.kind === 'cancelled' &&
  ((fact.part !== undefined && fact.part !== 'full') ||
    (fact.saidBy !== 'staff' && instantOf(fact) < cameFirst))

/** Not taken back. Taking back is itself not taken back: what was right after all is recorded again. */
function notUndone(all: readonly AttendanceFact[]): readonly AttendanceFact[] {
  const undone = new Set(all.flatMap((f) => (f.kind === 'undone' ? [f.refersTo] : [])))
  return all.filter((f) => f.kind !== 'undone' && !undone.has(f.factId))
}

/** What was set aside by a settlement whose own ground stands, and is not upheld by another. */
function notSetAside(live: readonly AttendanceFact[]): readonly AttendanceFact[] {
  const ids = new Set(live.map((f) => f.factId))
  const settled = live.filter((f) => f.kind === 'settled' && f.refersTo !== undefined && ids.has(f.refersTo))
  const upheld = new Set(settled.map((f) => f.refersTo))
  const aside = new Set(settled.flatMap((f) => f.setsAside ?? []).filter((id) => !upheld.has(id)))
  return live.filter((f) => f.kind !== 'settled' && !aside.has(f.factId))
}

/** Of several cancellations the word of whoever stands nearest to the person, and of those the latest. */
const nearest: readonly (Informant | undefined)[] = ['staff', 'residence', 'relative', 'citizen']

/** The day that these facts come to. They are of one order and one day. */
export function dayOf(facts: readonly AttendanceFact[]): PersonDay {
  const all = merge(facts)
  const holding = notSetAside(notUndone(all))
  const came = holding.filter(isCame)
  const first = came[0]
  const cameFirst = first ? instantOf(first) : Number.POSITIVE_INFINITY
  const absent = holding.filter(isAbsent)
  const against = came.length > 0 ? absent.filter((f) => !givesWay(f, cameFirst)) : absent
  const torn = came.length > 0 ? against.length > 0 : new Set(against.map((f) => f.kind)).size > 1
  const said = absent
    .filter((f) => f.kind === 'cancelled')
    .sort((a, b) => nearest.indexOf(a.saidBy) - nearest.indexOf(b.saidBy) || instantOf(a) - instantOf(b))
    .at(-1)
  const late = holding.filter((f) => f.kind === 'late')
  return {
    state: torn ? 'unknown' : stateOf(came, absent),
    contradictions: torn ? merge(came, against) : [],
    holding,
    all,
    reason: said?.reason,
    saidBy: said?.saidBy,
    cameAfterAll: !torn && came.length > 0 && absent.length > 0,
    lateBy: late.some((f) => f.lateBy === 'transport') ? 'transport' : late[0]?.lateBy,
    unconfirmed: holding.some((f) => !f.confirmed),
  }
}

function stateOf(came: readonly AttendanceFact[], absent: readonly AttendanceFact[]): DayState {
  const last = came.at(-1)
  if (last) return last.kind === 'arrived' ? 'here' : 'gone'
  return absent[0]?.kind === 'cancelled' ? 'cancelled' : absent[0] ? 'noShow' : 'expected'
}

/**
 * What a person who has looked at the day says with “this one holds”: which facts they set aside, and whose earlier
 * settlements they take back. Facts that come after were not seen, and bring the question up again.
 */
export function settlementFor(
  { all }: PersonDay,
  holds: AttendanceFact,
): { readonly setsAside: readonly string[]; readonly takesBack: readonly string[] } {
  const ids = (facts: readonly AttendanceFact[]) => facts.map((f) => f.factId)
  const against = isCame(holds)
    ? isAbsent
    : (f: AttendanceFact) => f.kind !== holds.kind && (isCame(f) || isAbsent(f))
  const undone = new Set(all.map((f) => (f.kind === 'undone' ? f.refersTo : undefined)))
  return {
    setsAside: ids(all.filter(against)),
    takesBack: ids(all.filter((f) => f.kind === 'settled' && !undone.has(f.factId))),
  }
}
