import pg from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { NeighbourUnavailable } from '../exchange/digital-post/port.ts'
import { faultName, namedFault } from './fault-name.ts'

const databaseError = (code: string): Error => {
  const error = new pg.DatabaseError('invalid input: "Kirsten 010190-1234"', 10, 'error')
  error.code = code
  return error
}

test('a fault is told by its kind and code, and by nothing that somebody typed', () => {
  expect(faultName(new NeighbourUnavailable('Digital Post does not answer.'))).toBe('NeighbourUnavailable')
  expect(faultName(databaseError('22P02'))).toBe('DatabaseError 22P02')
  expect(faultName('Kirsten')).toBe('unknown error')
  const parsed = z.object({ cpr: z.literal('1') }).safeParse({ cpr: '0101901234' })
  expect(faultName(parsed.error)).toBe('ZodError')
  expect(
    faultName(new AggregateError([databaseError('40P01'), databaseError('40P01'), new TypeError('x')])),
  ).toBe('3 × DatabaseError 40P01, TypeError')
})

test('what a task throws says no more, and keeps its name for the log', () => {
  const fault = namedFault(new NeighbourUnavailable('to Kirsten'))
  expect([fault.name, fault.message]).toEqual(['NeighbourUnavailable', 'NeighbourUnavailable'])
})
