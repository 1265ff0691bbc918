import { describe, expect, test } from 'vitest'
import { letterKinds } from '../../domain/case/letter/events.ts'
import type { LetterContent } from '../letter-content.ts'
import { exampleInputs } from '../letters.examples.ts'
import { sectionsText, toEasyRead, toPlainText } from '../plain-text.ts'
import { composeLetter } from './compose-letter.ts'
import { exampleContext } from './decisions.examples.ts'
import { exampleOrders } from './orders.examples.ts'

const letter = (name: keyof typeof exampleOrders): LetterContent =>
  composeLetter(exampleOrders[name], exampleContext)
const plain = (content: LetterContent): string => toPlainText(exampleInputs(content))
const easy = (content: LetterContent): string => toEasyRead({ content }) ?? ''

test('every kind of letter can be composed', () => {
  const kinds = new Set(Object.values(exampleOrders).map((order) => order.kind))
  expect([...kinds].sort()).toEqual([...letterKinds].sort())
})

describe.each(Object.keys(exampleOrders) as (keyof typeof exampleOrders)[])('the letter %s', (name) => {
  test('names whom to call, in formal and in easy words', () => {
    expect(plain(letter(name))).toContain('Bo Nørgaard er din sagsbehandler. Du kan ringe på 79 96 50 01')
    expect(easy(letter(name))).toContain('Nummeret er 79 96 50 01.')
  })

  test('leaves no placeholder, no “undefined” and no empty passage', () => {
    for (const text of [plain(letter(name)), easy(letter(name))]) {
      expect(text).not.toMatch(/\{|\}|undefined|null|\[object|NaN/)
      expect(text).not.toMatch(/: *\n\n|\.\.| {2}/)
    }
  })
})

describe('the receipt', () => {
  test('gives the case number and the date by which the answer comes, first', () => {
    const content = letter('receipt')
    expect(content.oneSentence).toBe('Du får svar senest fredag den 25. december 2026.')
    expect(plain(content)).toContain('2026-0042')
    expect(plain(content)).toContain('den 13. november 2026 i telefonen')
    expect(plain(content)).toContain('Fristen er 6 uger.')
  })

  test('tells in three steps what happens now', () => {
    const now = letter('receipt').sections.find(({ heading }) => heading === 'Hvad sker der nu?')
    expect(now?.blocks[0]).toMatchObject({ kind: 'list', ordered: true })
    expect(now?.blocks[0]?.kind === 'list' && now.blocks[0].items).toHaveLength(3)
  })

  test('encloses the privacy notice', () => {
    const [notice] = letter('receipt').enclosures
    expect(notice?.title).toBe('Sådan bruger vi dine oplysninger')
    expect(sectionsText(notice?.sections ?? [])).toContain('Vejen Kommune er dataansvarlig')
    expect(sectionsText(notice?.sections ?? [])).toContain('Datatilsynet')
  })

  test('asks the citizen to stand by what a relative sent, and only then', () => {
    expect(plain(letter('receipt'))).not.toContain('En anden har søgt for dig')
    const asking = composeLetter({ ...exampleOrders.receipt, needsConfirmation: true }, exampleContext)
    expect(plain(asking)).toContain('En anden har søgt for dig')
    expect(easy(asking)).toContain('Ring og sig ja.')
  })
})

test('the delay notice gives the old date, the new date and why', () => {
  const text = plain(letter('delayNotice'))
  expect(text).toContain('senest fredag den 25. december 2026')
  expect(text).toContain('senest fredag den 15. januar 2027')
  expect(text).toContain('Vi venter på svar fra din læge.')
})

test('the hearing quotes every paragraph, and counts the time from receipt', () => {
  const text = plain(letter('partyHearing'))
  for (const paragraph of exampleOrders.partyHearing.paragraphs) expect(text).toContain(paragraph)
  expect(text).toContain('senest 14 dage efter, at du har fået brevet')
  expect(text).toContain('ringe til Bo Nørgaard')
})

test('asking the citizen never asks for a diagnosis and never stops the case', () => {
  const text = plain(letter('informationRequest'))
  expect(text).toContain('Du behøver ikke at fortælle os om diagnoser')
  expect(text).toContain('Din sag går ikke i stå')
})

test('the citizen is told who else is asked, and that consent can be withdrawn', () => {
  const text = plain(letter('otherSourcesNotice'))
  expect(text).toContain('Vi har bedt din læge om oplysninger')
  expect(text).toContain('tage dit ja tilbage')
  expect(text).toContain('Datatilsynet')
})

test('the plan is an offer: a no costs nothing', () => {
  expect(plain(letter('actionPlanOffer'))).toContain('serviceloven § 141')
  expect(easy(letter('actionPlanOffer'))).toContain('Du kan sige nej.')
})

test('guidance says where it was forwarded, and that it is no answer', () => {
  const text = plain(letter('guidance'))
  expect(text).toContain('sendt din henvendelse videre til Kolding Kommune')
  expect(text).toContain('Det er ikke et svar på din ansøgning')
  const { forwardedTo: _, ...guided } = exampleOrders.guidance
  expect(plain(composeLetter(guided, exampleContext))).not.toContain('videre')
})
