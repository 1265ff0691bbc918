import { expect, test } from 'vitest'
import { gateElements } from '../../domain/case/decision/gate.ts'
import { placeOfMissing } from '../authority/missing-list.tsx'
import { missingInWords } from './missing.ts'

test('whatever the gate can name is said as a sentence, in both languages, and no code name shows', () => {
  for (const name of [...gateElements, 'goals'])
    for (const language of ['da', 'en'] as const) {
      expect(missingInWords(name, language)).toMatch(/^[A-ZÆØÅ][\s\S]*\.$/)
      expect(missingInWords(name, language)).not.toContain(name === 'hearing' ? 'hearing:' : `${name}:`)
    }
})
test('each has a place to mend it, but for the texts that are the municipality’s', () => {
  const without = Object.entries(placeOfMissing).filter(([, place]) => place === undefined)
  expect(without.map(([name]) => name)).toEqual(['complaintGuidance', 'changeDuty'])
})
