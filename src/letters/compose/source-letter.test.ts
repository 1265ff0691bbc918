import { expect, test } from 'vitest'
import type { AskingGround, SourceLetterOrder } from '../../domain/case/information/source-letter.ts'
import { LetterId, PartId } from '../../domain/identity.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { exampleInputs } from '../letters.examples.ts'
import { elementsOf, readPdf } from '../pdf/read-pdf.ts'
import { renderPdf } from '../pdf/render-pdf.ts'
import { toPlainText } from '../plain-text.ts'
import { exampleContext } from './decisions.examples.ts'
import { composeSourceLetter } from './source-letter.ts'

const byConsent: AskingGround = { kind: 'consent', givenOn: getDay('2026-11-13'), purpose: 'Syn og hørelse' }
const order: SourceLetterOrder = {
  kind: 'sourceRequest',
  letterId: LetterId.parse('4b3f1c52-0000-4000-8000-000000000001'),
  requestId: PartId.parse('4b3f1c52-0000-4000-8000-000000000002'),
  source: 'doctor',
  what: 'Hvordan er synet?',
  answerBy: getDay('2026-12-04'),
  ground: byConsent,
}
const lone = { name: 'Lone Hansen', cpr: '2512484916' }
const context = { ...exampleContext, caseNumber: '2026-0042' }
const composed = (more: Partial<SourceLetterOrder> = {}, about = lone) =>
  composeSourceLetter({ ...order, ...more }, about, context)
const plain = (more: Partial<SourceLetterOrder> = {}): string => toPlainText(exampleInputs(composed(more)))

test('a source is told who asks about whom, what, by when, and where to answer', () => {
  const text = plain()
  expect(text).toContain('Vejen Kommune')
  expect(text).toContain('Lone Hansen, CPR-nummer 251248-4916.')
  expect(text).toContain('Hvordan er synet?')
  expect(text).toContain('senest fredag den 4. december 2026')
  expect(text).toContain('Svar med sikker post til voksenteamet@vejen.example')
  expect(text).toContain('sagsnummer 2026-0042')
})

test('it is told the consent that it is asked under, or the law', () => {
  expect(plain()).toContain('den 13. november 2026 givet samtykke efter retssikkerhedsloven § 11 a')
  expect(plain()).toContain('Samtykket gælder: Syn og hørelse')
  const byLaw = plain({ ground: { kind: 'law', paragraph: 'retssikkerhedsloven § 11 a, stk. 2' } })
  expect(byLaw).toContain('giver adgang til det: retssikkerhedsloven § 11 a, stk. 2')
  expect(byLaw).not.toContain('givet samtykke')
})

test.each(['residence', 'currentOffer', 'relative'] as const)(
  '%s knows the citizen by name, and gets no CPR number',
  (source) => {
    expect(plain({ source })).not.toContain('251248')
    expect(plain({ source })).toContain('Lone Hansen.')
  },
)

test('a reminder says when it was asked first, and has the new date', () => {
  const text = plain({
    kind: 'sourceReminder',
    askedOn: getDay('2026-11-16'),
    answerBy: getDay('2026-12-11'),
  })
  expect(text).toContain('Vi spurgte første gang den 16. november 2026.')
  expect(text).toContain('Vi beder om svar senest fredag den 11. december 2026.')
})

test('no letter has an empty line, a placeholder or somebody’s name in its title', () => {
  for (const kind of ['sourceRequest', 'sourceReminder'] as const) {
    const text = plain({ kind, askedOn: getDay('2026-11-16') })
    expect(text).not.toMatch(/\{|\}|undefined|null|\.\.| {2}/)
    expect(composed({ kind }).title).not.toContain('Lone')
  }
})

test('its PDF is tagged, Danish and titled as every letter’s', async () => {
  const reading = await readPdf(await renderPdf(exampleInputs(composed())))
  expect(reading).toMatchObject({ language: 'da-DK', marked: true })
  expect(reading.title).toContain('Anmodning om oplysninger til en sag')
  expect(elementsOf(reading, /^H2$/).length).toBeGreaterThanOrEqual(4)
})
