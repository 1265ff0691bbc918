/** Decisions for tests: three written-out ones, and an arbitrary that makes any record the schema allows. */
import fc from 'fast-check'
import { compare, outcomeOf } from '../../domain/case/decision/comparison.ts'
import { DecisionRecord, legalBases } from '../../domain/case/decision/record.ts'
import { PersonId, ProviderId } from '../../domain/identity.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { reducedExtentReasons } from '../../domain/vocabulary/reduced-extent-reason.ts'
import { exampleTexts } from '../letter-texts.examples.ts'
import type { LetterContext } from './letter-context.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const contact = id(7)
export const exampleHearingId = id(9)

const names: Readonly<Record<string, string>> = {
  kaerhoej: 'Kærhøj',
  noerrevang: 'Nørrevang',
  'veum-dag': 'Veum Dag',
}
const exampleProviders = Object.keys(names).map((name) => ProviderId.parse(name))

const fact = {
  on: getDay('2026-11-13'),
  recordedOn: getDay('2026-11-13'),
  seq: 1,
  actor: { kind: 'system', name: 'test' },
} as const

export const exampleContext: LetterContext = {
  letterhead: {
    municipality: 'Vejen Kommune',
    unit: 'Voksenteamet',
    address: ['Højmarksvej 20', '6600 Vejen'],
    phone: '79 96 50 00',
    email: 'voksenteamet@vejen.example',
  },
  caseworker: {
    name: 'Bo Nørgaard',
    title: 'Socialrådgiver',
    phone: '79 96 50 01',
    email: 'bo@vejen.example',
  },
  file: {
    caseNumber: '2026-0042',
    personId: PersonId.parse(id(1)),
    bornOn: getDay('1990-02-01'),
    received: fact,
    channel: 'web',
    applicant: { kind: 'self' },
    answers: { difficulties: [], wishes: [] },
    attachments: [],
    applied: { transport: 'transport', start: { kind: 'soonest' } },
    changes: [],
    closings: [],
    municipalities: [],
    assignments: [],
    guidance: [],
    representations: [],
    participation: [],
    consents: [],
    consentRefusals: [],
    requests: [],
    information: [],
    privacyNotices: [],
    notes: [],
    documents: [],
    proceedings: [
      {
        trigger: { ...fact, kind: 'application' },
        assessments: [],
        proposals: [],
        hearings: [],
        delayNotices: [],
      },
    ],
    actionPlans: [],
    goalVersions: [],
    goals: [],
    letters: [],
    orders: [],
    messages: [],
    purchases: [],
    settlements: [],
    repeatedAbsence: [],
    complaints: [],
    accessRequests: [],
    corrections: [],
    lookQuestions: [],
    retention: { deliveries: [], holds: [], approvals: [], lastOther: fact },
    reports: [],
    moves: [],
    movedHere: [],
    withheld: [],
    lastSeq: 1,
    lastRecordedOn: fact.recordedOn,
  },
  texts: exampleTexts,
  complaintWeeks: 4,
  defaultDaysPerWeek: 5,
  providerName: (provider) => names[provider] ?? provider,
  documentName: (hash) => (hash.startsWith('a') ? 'Statusattest' : undefined),
}

const targetGroup = {
  criterionA: {
    answer: true,
    grounds: ['mental'],
    reasons: 'Du har en udviklingshæmning, som gør det svært for dig at overskue hverdagen.',
  },
  criterionB: {
    answer: true,
    reasons: 'Du har brug for en fast ramme for at holde dine færdigheder ved lige.',
  },
}

const applied = { transport: 'transport', start: { kind: 'soonest' } } as const

const facts = [
  {
    text: 'Du bliver træt efter en time sammen med mange mennesker.',
    source: 'samtale med dig den 20. november 2026',
    documents: [],
  },
  { text: 'Lægen skriver, at du har brug for ro.', source: 'lægens svar', documents: ['a'.repeat(64)] },
]

const place = {
  daysPerWeek: 5,
  extentAssessment: 'Du har selv kræfter til fem dage, og du trives med faste dage.',
  provider: 'kaerhoej',
  serviceArea: 'handicap',
  providersConsidered: [
    { provider: 'kaerhoej', why: 'små grupper og rolige rum' },
    { provider: 'noerrevang', why: 'større grupper og mere uro' },
  ],
  providerReason: 'Kærhøj har små grupper, og det passer til dit behov for ro.',
  transport: true,
  transportBasis: 'right',
  startOn: '2027-01-04',
  purpose: 'At du har en fast hverdag sammen med andre og holder dine færdigheder ved lige.',
  intervention: 'En plads i en lille gruppe med værksted og madlavning og med støtte fra en kontaktperson.',
  changeDuty: true,
}

const stated = {
  decisionId: id(8),
  applied,
  targetGroup,
  legalBasis: ['SEL-104', 'SEL-105'],
  facts,
  effectiveOn: '2027-01-04',
  contact,
}

const reasoned = {
  considerations:
    'Vi har lagt vægt på, at du har brug for ro, og at du bliver træt af mange mennesker. Derfor passer færre dage og et lille hold bedst til dig.',
  citizensView: 'Du har sagt, at du helst vil være på Nørrevang, fordi du kender nogen der.',
  citizensViewWeighed:
    'Vi har taget dit ønske alvorligt, men din læge mener, at uro gør dig dårlig. Det vejer tungest.',
  hearing: { kind: 'heard', hearingId: exampleHearingId },
  otherPossibilities: {
    kind: 'considered',
    items: [
      { paragraph: 'Serviceloven § 85', result: 'Du får allerede støtte hjemme.' },
      { paragraph: 'Serviceloven § 103', result: 'Du kan ikke arbejde i et værksted nu.' },
    ],
  },
  complaintGuidance: true,
  purpose: place.purpose,
  intervention: place.intervention,
}

const context = { defaultDays: 5, agreedToMore: false }
const compared = (asked: object, granted?: object) => compare(asked as never, granted as never, context)

export const fullGrant: DecisionRecord = DecisionRecord.parse({
  outcome: 'GRANTED',
  ...stated,
  comparison: compared(applied, place),
  place,
})

const wishes = { ...applied, daysPerWeek: 5, place: 'noerrevang' }
const less = {
  ...place,
  daysPerWeek: 3,
  reducedExtentReason: 'sensoryStrain',
  extentAssessment: 'Tre dage giver dig tid til at hvile imellem.',
  wishAnswer: 'Nørrevang har store grupper, og det har du ikke godt af lige nu.',
}
export const partRefusal: DecisionRecord = DecisionRecord.parse({
  outcome: 'PARTIALLY_REFUSED',
  ...stated,
  applied: wishes,
  comparison: compared(wishes, less),
  ...reasoned,
  place: less,
  alternatives: 'Du kan besøge Nørrevang til fællesspisning, som er åben for alle.',
})

export const refusal: DecisionRecord = DecisionRecord.parse({
  outcome: 'REFUSED',
  ...stated,
  targetGroup: {
    criterionA: targetGroup.criterionA,
    criterionB: {
      answer: false,
      reasons: 'Du klarer din hverdag med den støtte, du har, og du går til kurser tre dage om ugen.',
    },
  },
  legalBasis: ['SEL-104'],
  comparison: compared(applied),
  ...reasoned,
  hearing: { kind: 'omitted', because: 'alle oplysninger kommer fra dig selv.' },
  otherPossibilities: {
    kind: 'none',
    because: 'du får den støtte, du har brug for, efter serviceloven § 85.',
  },
})

const phrase = fc
  .array(
    fc.constantFrom(
      'støtte',
      'ro',
      'hverdag',
      'gruppe',
      '§ 104',
      'kræfter',
      'æøå',
      '1. maj',
      '#nr',
      'du',
      'har',
      'fast',
    ),
    {
      minLength: 2,
      maxLength: 9,
    },
  )
  .map((words) => `${words.join(' ')}.`)
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-02-${String(n).padStart(2, '0')}`)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const provider = fc.constantFrom(...exampleProviders)
const hash = fc.constantFrom('a'.repeat(64), 'b'.repeat(64))

const anyApplied = fc.record({
  daysPerWeek: maybe(fc.constantFrom(1, 2.5, 5)),
  hoursPerWeek: maybe(fc.constantFrom(10, 20)),
  place: maybe(provider),
  placeInWords: maybe(phrase),
  transport: fc.constantFrom('none', 'withHelp', 'transport', 'unknown'),
  start: fc.oneof(
    fc.constant({ kind: 'soonest' }),
    day.map((from) => ({ kind: 'from', day: from })),
  ),
  until: maybe(day),
})

const anyPlace = fc.record({
  daysPerWeek: fc.constantFrom(1, 2.5, 5),
  hoursPerWeek: maybe(fc.constantFrom(10, 20)),
  reducedExtentReason: maybe(fc.constantFrom(...reducedExtentReasons)),
  extentAssessment: phrase,
  agreedToMore: maybe(fc.record({ on: day, how: phrase })),
  provider,
  serviceArea: fc.constantFrom('handicap', 'socialPsychiatry'),
  providersConsidered: fc.array(fc.record({ provider, why: phrase }), { maxLength: 3 }),
  providerReason: phrase,
  wishAnswer: maybe(phrase),
  transport: fc.boolean(),
  transportBasis: fc.constantFrom('right', 'individual'),
  transportReason: maybe(phrase),
  startOn: day,
  endOn: maybe(day),
  purpose: phrase,
  intervention: phrase,
  changeDuty: fc.constant(true),
})

/** Any decision the schema allows, with the outcome that its comparison amounts to. */
export const anyDecision: fc.Arbitrary<DecisionRecord> = fc
  .record({
    applied: anyApplied,
    place: maybe(anyPlace),
    targetGroup: fc.record({
      criterionA: fc.record({
        answer: fc.boolean(),
        grounds: fc.subarray(['physical', 'mental', 'social']),
        reasons: phrase,
      }),
      criterionB: fc.record({ answer: fc.boolean(), reasons: phrase }),
    }),
    legalBasis: fc.subarray([...legalBases], { minLength: 1 }),
    facts: fc.array(
      fc.record({ text: phrase, source: phrase, documents: fc.array(hash, { maxLength: 2 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    effectiveOn: day,
    alternatives: maybe(phrase),
    easyReadWhy: maybe(phrase),
    considerations: phrase,
    citizensView: phrase,
    citizensViewWeighed: phrase,
    hearing: fc.oneof(
      fc.constant({ kind: 'heard', hearingId: exampleHearingId }),
      phrase.map((because) => ({ kind: 'omitted', because })),
    ),
    otherPossibilities: fc.oneof(
      phrase.map((because) => ({ kind: 'none', because })),
      fc
        .array(fc.record({ paragraph: phrase, result: phrase }), { minLength: 1, maxLength: 3 })
        .map((items) => ({ kind: 'considered', items })),
    ),
    purpose: phrase,
    intervention: phrase,
  })
  .map(({ place: granted, ...rest }) => {
    const comparison = compare(rest.applied as never, granted as never, {
      ...context,
      agreedToMore: granted?.agreedToMore !== undefined,
    })
    return DecisionRecord.parse({
      ...stated,
      ...rest,
      comparison,
      outcome: outcomeOf(comparison),
      complaintGuidance: true,
      ...(granted && { place: granted }),
    })
  })
