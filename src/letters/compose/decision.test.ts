import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { DecisionRecord } from '../../domain/case/decision/record.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { dayInWords } from '../day-in-words.ts'
import { LetterContent } from '../letter-content.ts'
import { exampleInputs } from '../letters.examples.ts'
import { readingText, readPdf } from '../pdf/read-pdf.ts'
import { renderPdf, stopRenderer } from '../pdf/render-pdf.ts'
import { toEasyRead, toPlainText } from '../plain-text.ts'
import { composeDecision } from './decision.ts'
import { elementRows, legalBasisInWords } from './decision-words.ts'
import {
  anyDecision,
  exampleContext,
  exampleHearingId,
  fullGrant,
  partRefusal,
  refusal,
} from './decisions.examples.ts'

afterAll(stopRenderer)

const plain = (record: DecisionRecord, context = exampleContext): string =>
  toPlainText(exampleInputs(composeDecision(record, context)))
const easy = (record: DecisionRecord): string =>
  toEasyRead({ content: composeDecision(record, exampleContext) }) ?? ''
const headings = (record: DecisionRecord): string[] =>
  composeDecision(record, exampleContext).sections.map(({ heading }) => heading)

describe('a full grant', () => {
  test('says yes in one sentence first', () => {
    expect(composeDecision(fullGrant, exampleContext).oneSentence).toBe(
      'Du får en plads på Kærhøj 5 dage om ugen fra den 4. januar 2027 med kørsel til og fra.',
    )
  })

  test('is the only decision without complaint guidance', () => {
    expect(plain(fullGrant)).not.toContain('Ankestyrelsen')
    for (const record of [partRefusal, refusal]) expect(headings(record)).toContain('Sådan klager du')
  })

  test('tells of the duty to report changes', () => {
    expect(headings(fullGrant)).toContain('Du skal fortælle os om ændringer')
    expect(headings(refusal)).not.toContain('Du skal fortælle os om ændringer')
  })

  test('names no difference', () => {
    expect(plain(fullGrant)).not.toContain('anderledes end det, du har søgt om')
  })
})

describe('a decision that ends a place', () => {
  const standing = { before: refusal.applied, asked: false, end: true }
  const ended: DecisionRecord = { ...refusal, change: standing }
  test('tells, in both languages of the letter, that one can always apply again', () => {
    expect(headings(ended)).toContain('Du kan søge igen')
    expect(plain(ended)).toContain('Du kan altid søge om en plads igen, også hvis noget ændrer sig.')
    expect(easy(ended)).toContain('Du kan altid søge igen.')
    expect(plain(ended)).toContain('Indtil da fortsætter du som nu.')
  })
  test('and no other decision says it', () => {
    for (const record of [fullGrant, partRefusal, refusal, { ...partRefusal, change: standing }])
      expect(headings(record)).not.toContain('Du kan søge igen')
  })
})

describe('a part refusal', () => {
  test('says so in its title and its one sentence', () => {
    const { title, oneSentence } = composeDecision(partRefusal, exampleContext)
    expect(title).toContain('Delvist ja')
    expect(oneSentence).toContain('3 dage om ugen')
    expect(oneSentence).toContain('ikke alt det, du har søgt om')
  })

  test('sets applied beside granted, and gives the reason for each difference', () => {
    const text = plain(partRefusal)
    expect(text).toContain('Dage om ugen; Du har søgt om: 5; Du får: 3')
    expect(text).toContain('Sted; Du har søgt om: Nørrevang; Du får: Kærhøj')
    expect(text).toContain('mange indtryk belaster dig')
    expect(text).toContain('Nørrevang har store grupper')
  })

  test('tells in easy words what was asked and what is given', () => {
    expect(easy(partRefusal)).toContain('Du bad om 5 dage.\nDu får 3 dage.')
    expect(easy(partRefusal)).toContain('Du ville gerne på Nørrevang.\nDu får plads på Kærhøj.')
  })

  test('counts the extent that was not named as full time, and says that it does', () => {
    const unnamed = { ...partRefusal, applied: { ...partRefusal.applied, daysPerWeek: undefined } }
    expect(plain(unnamed)).toContain('5 (du nævnte ikke et antal, så vi regner med fuld tid)')
    expect(easy(unnamed)).toContain(
      'Du sagde ikke, hvor mange dage du ville have.\nMange er der 5 dage.\nDu får 3 dage.',
    )
    expect(easy(unnamed)).not.toContain('Du bad om')
  })
})

describe('a refusal', () => {
  test('says no first and answers A and B one by one', () => {
    expect(composeDecision(refusal, exampleContext).oneSentence).toContain('Du får ikke en plads')
    expect(plain(refusal)).toMatch(/Spørgsmål A: .* Ja, du har betydeligt nedsat psykisk funktionsevne\./)
    expect(plain(refusal)).toMatch(/Spørgsmål B: .*\? Nej\. Du klarer din hverdag/)
  })

  test('says why there was no hearing, and why no other help was found', () => {
    expect(plain(refusal)).toContain('alle oplysninger kommer fra dig selv.')
    expect(plain(refusal)).toContain('du får den støtte, du har brug for, efter serviceloven § 85.')
  })

  test('says no in easy words, and how to complain by phone', () => {
    expect(easy(refusal)).toContain('Vi siger nej.')
    expect(easy(refusal)).toContain('Ring til os på 79 96 50 00.')
  })
})

test('the complaint guidance says to whom, how and within four weeks of receipt, also orally', () => {
  for (const text of [plain(partRefusal), plain(refusal)]) {
    expect(text).toContain('Ankestyrelsen')
    expect(text).toContain('senest 4 uger efter, at du har fået brevet')
    expect(text).toContain('mundtligt')
    expect(text).toContain('Højmarksvej 20, 6600 Vejen')
    expect(text).not.toMatch(/\{|\}/)
  }
})

test('the caseworker’s own easy words go before the generated ones', () => {
  expect(easy({ ...refusal, easyReadWhy: 'Du klarer dig godt selv.' })).toContain(
    'Hvorfor?\nDu klarer dig godt selv.',
  )
})

test('the hearing is told with its dates', () => {
  const [proceeding] = exampleContext.file.proceedings
  if (proceeding === undefined) throw new Error('the example has a proceeding')
  const sent = {
    ...proceeding.trigger,
    on: getDay('2026-12-01'),
    hearingId: exampleHearingId as never,
    letterId: exampleHearingId as never,
    paragraphs: ['x'],
    answerBy: getDay('2026-12-15'),
    answers: [],
  }
  const told = (answered?: object): string =>
    plain(partRefusal, {
      ...exampleContext,
      file: {
        ...exampleContext.file,
        proceedings: [{ ...proceeding, hearings: [{ ...sent, ...(answered as object) }] }],
      },
    })
  expect(told()).toContain('i partshøring den 1. december 2026. Vi har ikke fået et svar')
  const answered = {
    answered: {
      ...proceeding.trigger,
      on: getDay('2026-12-09'),
      hearingId: exampleHearingId,
      by: 'citizen',
      channel: 'web',
      answers: [],
      attachments: [],
    },
  }
  expect(told(answered)).toContain('Du svarede den 9. december 2026')
})

test('a document is named, or told by its digest', () => {
  expect(plain(partRefusal)).toContain('(lægens svar; Statusattest)')
})

/** Every text that law.md § 2.2 requires of the record, as it must be found in the letter. */
function required(record: DecisionRecord): string[] {
  const { criterionA, criterionB } = record.targetGroup
  const rows = elementRows(record, exampleContext).flatMap((row) => [row.name, row.applied, row.granted])
  const always = [
    ...rows,
    criterionA.reasons,
    criterionB.reasons,
    ...record.legalBasis.map((basis) => legalBasisInWords[basis]),
    ...record.facts
      .flatMap((fact) => [fact.text, fact.source])
      .map((text) => text.trim().replace(/(?<=.)[.;:,\s]+$/s, '')),
    dayInWords(record.effectiveOn),
    exampleContext.caseworker.name,
    exampleContext.caseworker.phone,
    record.alternatives ?? '',
  ]
  const place =
    record.outcome === 'REFUSED'
      ? []
      : [
          record.place.intervention,
          record.place.purpose,
          record.place.extentAssessment,
          record.place.providerReason,
          record.place.wishAnswer ?? '',
          record.place.transportReason ?? '',
          dayInWords(record.place.startOn),
          ...record.place.providersConsidered.map(({ why }) => why),
          'Du skal fortælle os om ændringer',
        ]
  if (record.outcome === 'GRANTED') return [...always, ...place]
  const other =
    record.otherPossibilities.kind === 'none'
      ? [record.otherPossibilities.because]
      : record.otherPossibilities.items.flatMap(({ paragraph, result }) => [paragraph, result])
  return [
    ...always,
    ...place,
    ...(record.outcome === 'REFUSED' ? [record.intervention, record.purpose] : []),
    record.considerations,
    record.citizensView,
    record.citizensViewWeighed,
    record.hearing.kind === 'omitted' ? record.hearing.because : 'Du har set oplysningerne i sagen',
    ...other,
    'Ankestyrelsen',
    'senest 4 uger efter, at du har fået brevet',
    'mundtligt',
  ]
}

const flat = (text: string): string => text.replace(/\s+/g, '')

describe('whatever the decision', () => {
  test('the letter holds every required element', () => {
    fc.assert(
      fc.property(anyDecision, (record) => {
        const text = flat(plain(record))
        for (const element of required(record)) expect(text).toContain(flat(element))
      }),
      { numRuns: 300 },
    )
  })

  test('the content is well formed and the easy letter gives the same answer', () => {
    fc.assert(
      fc.property(anyDecision, (record) => {
        const content = LetterContent.parse(composeDecision(record, exampleContext))
        const answer = {
          GRANTED: 'Svaret er ja',
          PARTIALLY_REFUSED: 'Svaret er delvist ja',
          REFUSED: 'Svaret er nej',
        }
        expect(content.easyRead?.title).toBe(answer[record.outcome])
        const guided = content.easyRead?.sections.some(({ heading }) => heading === 'Er du ikke enig?')
        expect(guided).toBe(record.outcome !== 'GRANTED')
      }),
    )
  })

  test('the PDF holds every required element', async () => {
    await fc.assert(
      fc.asyncProperty(anyDecision, async (record) => {
        const inputs = exampleInputs(composeDecision(record, exampleContext))
        const text = flat(readingText(await readPdf(await renderPdf(inputs))))
        for (const element of required(record)) expect(text).toContain(flat(element))
      }),
      { numRuns: 12 },
    )
  })
})

test('a fact that ends with a full stop has no two of them', () => {
  const facts = [{ text: 'Lone kan klare tre dage. ', source: 'Lægen, 3. november.', documents: [] }]
  expect(plain({ ...partRefusal, facts })).toContain('- Lone kan klare tre dage (Lægen, 3. november).')
})
