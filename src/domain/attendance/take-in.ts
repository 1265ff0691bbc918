/** A delivery taken in: each fact answered for itself, and one that was taken before is not taken again. */
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { admit, type Ground, type Placement, type Recorder, type Remark } from './admit.ts'
import type { AttendanceFact, NewAttendance } from './fact.ts'

export type Taken = { readonly factId: string } & (
  | { readonly outcome: 'stored'; readonly told: readonly Remark[]; readonly fact: AttendanceFact }
  | { readonly outcome: 'already' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
)

export type OnRecord = {
  readonly known: ReadonlyMap<string, AttendanceFact>
  readonly placements: ReadonlyMap<string, Placement>
  readonly recorderOf: (fact: NewAttendance) => Recorder | Refusal
}

/** What becomes of each fact, in the order given. Nothing depends on that order, nor on how often a fact comes. */
export function takeIn(
  facts: readonly NewAttendance[],
  { known, placements, recorderOf }: OnRecord,
  ground: Omit<Ground, 'recorder'>,
): readonly Taken[] {
  const there = new Map(known)
  return facts.map((recorded): Taken => {
    const { factId } = recorded
    const refused = (refusal: Refusal): Taken => ({ factId, outcome: 'refused', refusal })
    const recorder = recorderOf(recorded)
    if (isRefusal(recorder)) return refused(recorder)
    const before = there.get(factId)
    if (before)
      return isSameFact(before, recorded) ? { factId, outcome: 'already' } : refused(refuse('factIdTaken'))
    const admitted = admit(recorded, placements.get(recorded.orderId), { ...ground, recorder })
    if (isRefusal(admitted)) return refused(admitted)
    there.set(factId, admitted.fact)
    return { factId, outcome: 'stored', ...admitted }
  })
}

type Told = Pick<NewAttendance, 'orderId' | 'kind' | 'at' | 'refersTo'>

/** An id is one fact's and no other's. The day may have been put right since. */
export const isSameFact = (before: Told, fact: Told): boolean =>
  before.orderId === fact.orderId &&
  before.kind === fact.kind &&
  Date.parse(before.at) === Date.parse(fact.at) &&
  before.refersTo === fact.refersTo
