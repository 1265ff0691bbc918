import { expect, test } from 'vitest'
import { MunicipalityCode } from '../identity.ts'
import { municipalities, municipalityName } from './municipality.ts'

test('there are 98, each with a name and a code of its own, in the order of the Danish alphabet', () => {
  expect(municipalities).toHaveLength(98)
  expect(new Set(municipalities.map((m) => m.name)).size).toBe(98)
  expect(municipalities[0]?.name).toBe('Albertslund')
  // Å, which Aabenraa, Aalborg and Aarhus begin with, comes last.
  expect(municipalities.at(-1)?.name).toBe('Aarhus')
})

test('a code is told by its name, and one that is nobody’s by itself', () => {
  expect(municipalityName(MunicipalityCode.parse('0575'))).toBe('Vejen')
  expect(municipalityName(MunicipalityCode.parse('0999'))).toBe('0999')
})
