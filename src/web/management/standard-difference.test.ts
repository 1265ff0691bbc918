import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clause } from '../../domain/standard/standard.ts'
import { loadStandard, standardsFolder } from '../../standards/load.ts'
import { differenceOf } from './standard-difference.ts'

const standard = loadStandard(`${standardsFolder()}/vejen-104`)
const [first, second, ...rest] = standard.clauses
const extra: Clause = {
  id: 'K9.9-9',
  quote: 'Noget nyt',
  actor: 'authority',
  kind: 'duty',
  status: 'not built yet',
}

test('a clause that came, one that went, one with other words, and a number that moved', () => {
  if (first === undefined || second === undefined) throw new Error('the standard has clauses')
  const { processingTime } = standard.parameters
  const after = {
    clauses: [{ ...first, quote: 'Kommunen kan tilbyde' }, ...rest, extra],
    parameters: {
      ...standard.parameters,
      processingTime: { ...processingTime, value: { amount: 4, unit: 'week' as const } },
    },
  }
  const found = differenceOf(standard, after)
  expect(found.added.map((c) => c.id)).toEqual(['K9.9-9'])
  expect(found.removed.map((c) => c.id)).toEqual([second.id])
  expect(found.changed.map((c) => [c.before.quote, c.after.quote])).toEqual([
    [first.quote, 'Kommunen kan tilbyde'],
  ])
  expect(found.parameters).toEqual(['processingTime'])
  expect(found.nothing).toBe(false)
})

test('a note or an origin beside a number is no difference', () => {
  const { draftDays } = standard.parameters
  const after = {
    ...standard,
    parameters: { ...standard.parameters, draftDays: { ...draftDays, note: 'Bekræftet af udvalget' } },
  }
  expect(differenceOf(standard, after).nothing).toBe(true)
})

test('there and back are mirror images, and from itself nothing differs', () => {
  fc.assert(
    fc.property(fc.subarray([...standard.clauses]), fc.subarray([...standard.clauses]), (a, b) => {
      const { parameters } = standard
      const there = differenceOf({ clauses: a, parameters }, { clauses: b, parameters })
      const back = differenceOf({ clauses: b, parameters }, { clauses: a, parameters })
      expect(there.added).toEqual(back.removed)
      expect(there.removed).toEqual(back.added)
      expect(differenceOf({ clauses: a, parameters }, { clauses: a, parameters }).nothing).toBe(true)
    }),
  )
})
