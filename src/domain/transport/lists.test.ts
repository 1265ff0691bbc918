import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PartId, PersonId, ProviderId } from '../identity.ts'
import { getDay } from '../time/calendar-day.ts'
import { attendanceOfRide, type NewRideFact, rideOutcome } from './fact.ts'
import { type Leg, legStates } from './legs.ts'
import { changesSince, type HandedLeg, listsOf } from './lists.ts'
import type { RideOperator } from './operator.ts'

const names = ['kaerhoej', 'noerrevang', 'veum-dag'] as const
const [first, second, third] = names.map((name) => ProviderId.parse(name)) as [
  ProviderId,
  ProviderId,
  ProviderId,
]
const operator = (name: string, ...providers: readonly ProviderId[]): RideOperator => ({
  operatorId: PartId.parse(randomUUID()),
  name,
  phone: null,
  cancelMinutes: 60,
  windowMinutes: 30,
  providers: [...providers],
})
const operators = [operator('Sydtrafik', first, second), operator('Taxa Nord')]
const leg = (more: Partial<Leg> = {}): Leg => ({
  orderId: PartId.parse(randomUUID()),
  personId: PersonId.parse(randomUUID()),
  providerId: first,
  day: getDay('2026-11-25'),
  direction: 'there',
  part: 'full',
  from: 'home',
  to: 'offer',
  earliest: '08:30',
  latest: '09:00',
  state: 'planned',
  ...more,
})
const handed = ({ from: _, to: __, needs, ...rest }: Leg, personVersion = 1): HandedLeg => ({
  ...rest,
  needs: needs ?? null,
  personVersion,
})

describe('the lists', () => {
  test('each ride stands on exactly one, whoever drives for its provider', () => {
    const anyLegs = fc.array(
      fc.record({ providerId: fc.constantFrom(first, second, third), state: fc.constantFrom(...legStates) }),
    )
    fc.assert(
      fc.property(anyLegs, (drawn) => {
        const legs = drawn.map((d) => leg(d))
        const lists = listsOf(operators, legs)
        const listed = lists.flatMap((l) => l.legs.map((one) => one.orderId))
        expect(listed.toSorted()).toEqual(legs.map((one) => one.orderId).toSorted())
        for (const { operator: of, legs: own } of lists)
          for (const one of own)
            expect(of?.providers.includes(one.providerId) ?? false).toBe(of !== undefined)
      }),
    )
  })

  test('rides of a provider that nobody drives for stand apart', () => {
    const lists = listsOf(operators, [leg({ providerId: third })])
    expect(lists.map((l) => [l.operator?.name, l.legs.length])).toEqual([
      ['Sydtrafik', 0],
      ['Taxa Nord', 0],
      [undefined, 1],
    ])
  })

  test('are in the order that is driven: there first, then home, by time', () => {
    const legs = [
      leg({ direction: 'home', earliest: '11:00' }),
      leg({ earliest: '09:30' }),
      leg({ earliest: '08:00' }),
    ]
    expect(listsOf(operators, legs)[0]?.legs.map((l) => `${l.direction} ${l.earliest}`)).toEqual([
      'there 08:00',
      'there 09:30',
      'home 11:00',
    ])
  })
})

describe('what has changed since the list was handed over', () => {
  const one = leg()
  const marksOf = (before: readonly HandedLeg[], now: readonly HandedLeg[]) => [
    ...changesSince(before, now).marks.values(),
  ]
  test.each<[string, HandedLeg, string]>([
    ['nothing', handed(one), 'same'],
    ['called off', handed({ ...one, state: 'cancelled' }), 'changed'],
    ['another time', handed({ ...one, earliest: '08:00', latest: '08:30' }), 'changed'],
    ['a wheelchair', handed({ ...one, needs: { wheelchair: true, companion: false } }), 'changed'],
    ['somebody has moved', handed(one, 2), 'changed'],
  ])('%s', (_, now, mark) => {
    expect(marksOf([handed(one)], [now])).toEqual([mark])
  })

  test('a ride that was not there is new, and one called off before anybody heard of it is nothing', () => {
    expect(marksOf([], [handed(one), handed(leg({ state: 'cancelled' }))])).toEqual(['new', 'same'])
  })

  test('a ride that is no more is gone, and one that was called off already is not told again', () => {
    const off = handed(leg({ state: 'cancelled' }))
    expect(changesSince([handed(one), off], []).gone).toEqual([handed(one)])
  })

  test('handed over again, nothing has changed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...legStates)), (drawn) => {
        const legs = drawn.map((state) => handed(leg({ state })))
        const { marks, gone } = changesSince(legs, legs)
        expect([...marks.values()].every((mark) => mark === 'same')).toBe(true)
        expect(gone).toEqual([])
      }),
    )
  })
})

describe('what became of a ride', () => {
  const fact = (kind: NewRideFact['kind'], more: Partial<NewRideFact> = {}): NewRideFact => ({
    factId: randomUUID(),
    orderId: one.orderId,
    day: one.day,
    direction: 'there',
    part: 'full',
    kind,
    at: '2026-11-25T08:00:00.000Z',
    ...more,
  })
  const one = leg()

  test('is the last that holds, in any order', () => {
    const late = fact('late')
    const none = fact('noShow', { at: '2026-11-25T09:00:00.000Z' })
    expect(rideOutcome([none, late])).toBe(none)
    expect(rideOutcome([late, none, fact('undone', { refersTo: none.factId })])).toBe(late)
    expect(rideOutcome([])).toBeUndefined()
  })

  test('the way there is the transport’s delay in attendance, with the same id; the way home is nothing there', () => {
    const late = fact('noShow')
    expect(attendanceOfRide(late)).toMatchObject({
      factId: late.factId,
      kind: 'late',
      lateBy: 'transport',
    })
    expect(attendanceOfRide(fact('undone', { refersTo: late.factId }))).toMatchObject({
      kind: 'undone',
      refersTo: late.factId,
    })
    expect(attendanceOfRide(fact('late', { direction: 'home' }))).toBeUndefined()
    expect(attendanceOfRide(fact('delivered'))).toBeUndefined()
  })
})
