import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asSanne } from '../../../../test/support/case-story.ts'
import { getDay } from '../../time/calendar-day.ts'
import { changesBetween, type Passage, type PlanVersion, passageKinds } from './versions.ts'

const version = (passages: readonly Passage[], seq = 1): PlanVersion => ({
  on: getDay('2027-01-04'),
  seq,
  actor: asSanne,
  passages,
})
const goal = (key: string, text: string): Passage => ({ key, kind: 'goal', text })

describe('what two versions differ in', () => {
  it('is what was added, removed and changed, and nothing else', () => {
    const from = version([goal('a', 'At bage'), goal('b', 'At gå tur'), goal('c', 'At spise med')])
    const to = version([goal('a', 'At bage'), goal('b', 'At gå en lang tur'), goal('d', 'At synge')])
    expect(changesBetween(from, to).map(({ key, before, after }) => [key, before, after])).toEqual([
      ['b', 'At gå tur', 'At gå en lang tur'],
      ['d', undefined, 'At synge'],
      ['c', 'At spise med', undefined],
    ])
  })

  const passages = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('x', 'y z', 'æøå')), {
      selector: ([key]) => key,
    })
    .map((all) => all.map(([key, text]): Passage => ({ key, kind: passageKinds[4], text })))

  it('is nothing of a version and itself, and the other way round is the same with before and after changed about', () => {
    fc.assert(
      fc.property(passages, passages, (one, other) => {
        const [a, b] = [version(one), version(other)]
        expect(changesBetween(a, a)).toEqual([])
        const there = changesBetween(a, b).map(({ key, before, after }) => `${key} ${before} ${after}`)
        const back = changesBetween(b, a).map(({ key, before, after }) => `${key} ${after} ${before}`)
        expect(there.toSorted()).toEqual(back.toSorted())
      }),
    )
  })

  it('carried out on the one gives the other', () => {
    fc.assert(
      fc.property(passages, passages, (one, other) => {
        const result = new Map(one.map((p) => [p.key, p.text]))
        for (const { key, after } of changesBetween(version(one), version(other)))
          if (after === undefined) result.delete(key)
          else result.set(key, after)
        expect(result).toEqual(new Map(other.map((p) => [p.key, p.text])))
      }),
    )
  })
})
