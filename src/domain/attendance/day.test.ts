import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDayOfFacts, fact } from '../../../test/support/attendance.ts'
import { dayOf, merge, settlementFor } from './day.ts'
import type { AttendanceFact } from './fact.ts'
import { outcomeOf } from './offer.ts'

const open = { open: true } as const

describe('any facts of a day', () => {
  const anyOrder = anyDayOfFacts.chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      shuffled: fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
      cut: fc.nat(facts.length * 2),
    }),
  )

  test('come to the same day in any order, however often and however grouped', () => {
    fc.assert(
      fc.property(anyOrder, ({ facts, shuffled, cut }) => {
        const day = dayOf(facts)
        expect(dayOf(shuffled)).toEqual(day)
        const [a, b] = [shuffled.slice(0, cut), shuffled.slice(cut)]
        expect(merge(merge(a), merge(b))).toEqual(merge(facts))
        expect(dayOf(merge(b, a))).toEqual(day)
      }),
      { numRuns: 2000 },
    )
  }, 120_000)

  test('are all still there, whatever the day came to', () => {
    fc.assert(
      fc.property(anyDayOfFacts, (facts) => {
        const day = dayOf(facts)
        expect(day.all.map((f) => f.factId).sort()).toEqual(facts.map((f) => f.factId).sort())
        expect(day.state === 'unknown').toBe(day.contradictions.length > 0)
        if (day.state === 'unknown') expect(outcomeOf(day, open)).toBe('unknown')
      }),
    )
  })

  test('that nobody recorded an absence in never count against the citizen', () => {
    fc.assert(
      fc.property(anyDayOfFacts, (facts) => {
        const outcome = outcomeOf(
          dayOf(facts.filter((f) => f.kind !== 'noShow' && f.kind !== 'cancelled')),
          open,
        )
        expect(['came', 'unknown', 'transportFailed']).toContain(outcome)
      }),
    )
  })

  test('and a settlement by somebody who saw them all leave nothing to settle', () => {
    fc.assert(
      fc.property(anyDayOfFacts, (facts) => {
        const torn = dayOf(facts)
        fc.pre(torn.state === 'unknown')
        for (const holds of torn.contradictions) {
          const { setsAside, takesBack } = settlementFor(torn, holds)
          const later = { at: '2026-11-25T20:00:00.000Z' }
          const former = takesBack.map((refersTo) => fact('undone', { refersTo, ...later }))
          const settled = fact('settled', {
            refersTo: holds.factId,
            setsAside: [...setsAside],
            ...later,
          })
          const all = [...facts, ...former, settled]
          const day = dayOf(all)
          expect(day.all).toHaveLength(new Set(all.map((f) => f.factId)).size)
          expect(day.holding).toContainEqual(holds)
          expect(day.state).not.toBe('unknown')
        }
      }),
    )
  })
})

const at = (time: string) => `2026-11-25T${time}:00.000Z`
const stateOf = (...facts: readonly AttendanceFact[]) => {
  const day = dayOf(facts)
  return [day.state, outcomeOf(day, open)]
}

describe('a day', () => {
  const came = fact('arrived', { at: at('08:00') })
  const left = fact('left', { at: at('14:00') })
  const ill = fact('cancelled', { at: at('07:00'), reason: 'illness', saidBy: 'citizen' })
  const noShow = fact('noShow', { at: at('10:00') })

  test('of which nothing is recorded is expected, and then unknown', () => {
    expect(stateOf()).toEqual(['expected', 'unknown'])
  })
  test('begins with coming and ends with going; coming back is being here', () => {
    expect(stateOf(came)).toEqual(['here', 'came'])
    expect(stateOf(came, left)).toEqual(['gone', 'came'])
    expect(stateOf(left)).toEqual(['gone', 'came'])
    expect(stateOf(came, left, fact('arrived', { at: at('14:30') }))).toEqual(['here', 'came'])
  })
  test('on which somebody comes and leaves at one instant is over, whatever the ids are', () => {
    const [low, high] = ['00000000-0000-4000-8000-000000000001', 'ffffffff-0000-4000-8000-000000000001']
    for (const [one, other] of [
      [low, high],
      [high, low],
    ])
      expect(
        stateOf({ ...came, factId: one ?? '' }, fact('left', { at: at('08:00'), factId: other ?? '' })),
      ).toEqual(['gone', 'came'])
  })
  test('is cancelled, or a no-show, which is its own kind', () => {
    expect(stateOf(ill)).toEqual(['cancelled', 'cancelled'])
    expect(stateOf(noShow)).toEqual(['noShow', 'noShow'])
  })
  test('cancelled beforehand by the citizen who then comes is a day they came, and says so', () => {
    expect(stateOf(ill, came)).toEqual(['here', 'came'])
    expect(dayOf([ill, came])).toMatchObject({ cameAfterAll: true, reason: 'illness' })
  })
  test('cancelled in part, and come for the rest, is a day they came', () => {
    const morning = fact('cancelled', {
      at: at('09:00'),
      reason: 'treatment',
      saidBy: 'staff',
      part: 'morning',
    })
    expect(stateOf(morning, came)).toEqual(['here', 'came'])
  })
  test('that two of the staff recorded opposite things about is unknown until a person settles it', () => {
    expect(stateOf(came, noShow)).toEqual(['unknown', 'unknown'])
    expect(dayOf([noShow, came]).contradictions).toEqual([came, noShow])
    const settle = (holds: AttendanceFact, aside: AttendanceFact) =>
      fact('settled', { at: at('15:00'), refersTo: holds.factId, setsAside: [aside.factId] })
    expect(stateOf(came, noShow, settle(came, noShow))).toEqual(['here', 'came'])
    expect(stateOf(came, noShow, settle(noShow, came))).toEqual(['noShow', 'noShow'])
    // Two who settle it differently have settled nothing.
    expect(stateOf(came, noShow, settle(came, noShow), settle(noShow, came))).toEqual(['unknown', 'unknown'])
    // What comes after was not seen by whoever settled it.
    const later = fact('noShow', { at: at('09:30') })
    expect(stateOf(came, noShow, settle(came, noShow), later)).toEqual(['unknown', 'unknown'])
    // A settlement whose own ground was taken back settles nothing.
    const back = fact('undone', { refersTo: came.factId, at: at('16:00') })
    expect(stateOf(came, noShow, settle(came, noShow), back)).toEqual(['noShow', 'noShow'])
  })
  test('cancelled by the one and a no-show to the other is a contradiction too', () => {
    expect(stateOf(ill, noShow)).toEqual(['unknown', 'unknown'])
  })
  test('cancelled after somebody saw them is a contradiction', () => {
    const after = fact('cancelled', { at: at('09:00'), reason: 'illness', saidBy: 'citizen' })
    expect(stateOf(came, after)[0]).toBe('unknown')
    const byStaff = fact('cancelled', { at: at('07:00'), reason: 'illness', saidBy: 'staff' })
    expect(stateOf(came, byStaff)[0]).toBe('unknown')
  })
  test('that was recorded by mistake is as it was before', () => {
    const undo = fact('undone', { refersTo: came.factId, at: at('08:01') })
    expect(stateOf(came, undo)).toEqual(['expected', 'unknown'])
    expect(stateOf(undo)).toEqual(['expected', 'unknown'])
    expect(stateOf(came, undo, fact('arrived', { at: at('08:30') }))).toEqual(['here', 'came'])
    // Taking back is not itself taken back.
    expect(stateOf(came, undo, fact('undone', { refersTo: undo.factId, at: at('08:02') }))[0]).toBe(
      'expected',
    )
  })
  test('takes the word of whoever stands nearest to the person', () => {
    const staff = fact('cancelled', { at: at('09:00'), reason: 'other', saidBy: 'staff' })
    expect(dayOf([ill, staff])).toMatchObject({ state: 'cancelled', reason: 'illness', saidBy: 'citizen' })
    const again = fact('cancelled', { at: at('07:30'), reason: 'hospital', saidBy: 'citizen' })
    expect(dayOf([again, ill])).toMatchObject({ reason: 'hospital' })
  })
  test('on which the ride did not come does not count', () => {
    const ride = fact('late', { lateBy: 'transport', at: at('09:00') })
    expect(stateOf(ride)).toEqual(['expected', 'transportFailed'])
    expect(stateOf(ride, noShow)).toEqual(['noShow', 'transportFailed'])
    expect(stateOf(ride, came)).toEqual(['here', 'came'])
    expect(stateOf(fact('late', { lateBy: 'own', at: at('09:00') }), noShow)).toEqual(['noShow', 'noShow'])
  })
  test('says when it is not confirmed who recorded it', () => {
    expect(dayOf([came]).unconfirmed).toBe(false)
    expect(dayOf([fact('arrived', { confirmed: false })]).unconfirmed).toBe(true)
  })
  test('goes by the server’s clock as far as that can be told', () => {
    // The clock of the tablet was three days ahead: what it calls Saturday was Wednesday at eight.
    const ahead = fact('arrived', { at: '2026-11-28T08:00:00.000Z', skewSeconds: 3 * 86_400 })
    expect(stateOf(ill, ahead)).toEqual(['here', 'came'])
    expect(stateOf(ahead, left)).toEqual(['gone', 'came'])
  })
})
