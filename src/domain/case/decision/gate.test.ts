/** The letter gate (law.md § 2.2): nothing that lacks a required element becomes a letter, and what lacks is named. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { karen, part } from '../../../../test/support/case-story.ts'
import { act, apply, attempt, type History, vejenTerms } from '../../../../test/support/commands.ts'
import { completeDraft, type Departures, noDepartures } from '../../../../test/support/drafts.ts'
import { LetterId, ProviderId } from '../../identity.ts'
import { isRefusal } from '../../refusal.ts'
import type { StandardTerms } from '../../standard/terms.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import { Applied } from '../application/wishes.ts'
import { currentProceeding } from '../case-file.ts'
import type { CaseEventType } from '../events.ts'
import { getCaseFile } from '../read-case.ts'
import { examine, type GateElement, gateElements, issueDecision } from './gate.ts'
import { DecisionDraft, type Ground } from './record.ts'

const today = getDay('2026-12-14')
const on = today

type Person = {
  readonly applied: Applied
  readonly bornOn: string
  readonly grounds: readonly Ground[]
  readonly needs: boolean
  readonly hearing: 'none' | 'answered' | 'silent'
}
const karenHolm: Person = {
  applied: Applied.parse({ transport: 'transport', start: { kind: 'soonest' } }),
  bornOn: '1980-04-12',
  grounds: ['mental'],
  needs: true,
  hearing: 'none',
}

/** Everything done that a decision rests on, by the real commands. */
function informedCase({ applied, bornOn, grounds, needs, hearing }: Person): History {
  let history = apply({ applied, bornOn: getDay(bornOn) })
  const then = (command: Parameters<typeof act>[1], day = '2026-11-20'): void => {
    history = act(history, command, { on: day })
  }
  const evidence = [{ text: 'Samtale den 18. november' }]
  then({
    type: 'assessTargetGroup',
    input: {
      criterionA: { answer: grounds.length > 0, grounds: [...grounds], reasons: 'Følger efter en blodprop.' },
      criterionB: { answer: needs, reasons: 'Uden faste rammer isolerer du dig.' },
      evidenceA: evidence,
      evidenceB: evidence,
    },
  })
  then({
    type: 'offerActionPlan',
    input: { how: 'samtale', byLetter: false, offeredOn: getDay('2026-11-20') },
  })
  then({ type: 'answerActionPlan', input: { answer: 'no', how: 'samtale' } })
  then({ type: 'markInformed', input: { reason: 'Lægen har svaret.' } })
  if (hearing === 'none') return history
  then({ type: 'sendHearing', input: { paragraphs: ['Lægen mener, at tre dage er nok.'] } })
  const asked = currentProceeding(getCaseFile(history)).hearings[0]
  if (asked === undefined) throw new Error('no hearing was sent')
  const post = { letterId: asked.letterId, recipient: karen, channel: 'digitalPost' } as const
  then({ type: 'recordDispatch', input: { ...post, messageId: 'm1' } })
  then({ type: 'recordDelivery', input: { ...post, deliveredOn: getDay('2026-11-20'), proof: 'receipt' } })
  if (hearing === 'answered')
    then({
      type: 'answerHearing',
      input: {
        hearingId: asked.hearingId,
        by: 'citizen',
        channel: 'web',
        answers: [],
        answeredOn: getDay('2026-11-20'),
      },
    })
  return history
}

const anyApplied: fc.Arbitrary<Applied> = fc
  .record({
    daysPerWeek: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    hoursPerWeek: fc.option(fc.integer({ min: 4, max: 30 }), { nil: undefined }),
    place: fc.constantFrom(undefined, 'kaerhoej', 'noerrevang'),
    placeInWords: fc.constantFrom(undefined, undefined, 'Solgården i Brørup'),
    transport: fc.constantFrom('none', 'withHelp', 'transport', 'unknown'),
    start: fc.constantFrom({ kind: 'soonest' }, { kind: 'from', day: '2027-01-11' }),
    until: fc.constantFrom(undefined, '2027-12-31'),
  })
  .map((wish) => Applied.parse(wish.place ? { ...wish, placeInWords: undefined } : wish))

const anyDepartures: fc.Arbitrary<Departures> = fc.record({
  fewerDays: fc.boolean(),
  moreDays: fc.boolean(),
  otherPlace: fc.boolean(),
  withoutTransport: fc.boolean(),
  later: fc.boolean(),
  timeLimited: fc.boolean(),
})

const anyCase = fc
  .record({
    person: fc.record({
      applied: anyApplied,
      bornOn: fc.constantFrom('1980-04-12', '1950-01-01', '2008-12-20'),
      grounds: fc.constantFrom<readonly Ground[]>([], ['physical'], ['mental', 'social'], ['social']),
      needs: fc.boolean(),
      hearing: fc.constantFrom<Person['hearing']>('none', 'answered', 'silent'),
    }),
    departures: fc.oneof(fc.constant(noDepartures), anyDepartures),
  })
  .map(({ person, departures }) => {
    const history = informedCase(person)
    const draft = completeDraft(getCaseFile(history), vejenTerms, today, departures)
    return { history, draft, terms: vejenTerms }
  })

type InHand = { readonly history: History; readonly draft: DecisionDraft; readonly terms: StandardTerms }

const examined = ({ history, draft, terms }: InHand) => examine(getCaseFile(history), draft, terms, today)
const issued = ({ history, draft, terms }: InHand) =>
  issueDecision({
    file: getCaseFile(history),
    draft,
    terms,
    today,
    decisionId: part('decision'),
    letterId: LetterId.parse(part('letter')),
  })

const without =
  (...types: readonly CaseEventType[]) =>
  (c: InHand): InHand => ({ ...c, history: c.history.filter((e) => !types.includes(e.type)) })
const draftWith =
  (change: { readonly [K in keyof DecisionDraft]?: DecisionDraft[K] | undefined }) =>
  (c: InHand): InHand => ({ ...c, draft: { ...c.draft, ...change } as DecisionDraft })
const textsWithout =
  (block: 'complaintGuidance' | 'changeDuty') =>
  (c: InHand): InHand => ({ ...c, terms: { ...c.terms, texts: { ...c.terms.texts, [block]: false } } })

type Need = 'always' | 'adverse' | 'place'
/** Each way to take one thing out, and what is then missing: that, and nothing else. */
const takings: readonly (readonly [
  missing: readonly GateElement[],
  Need,
  how: string,
  take: (c: InHand) => InHand,
  applies?: (c: InHand) => boolean,
])[] = [
  [['outcome'], 'always', 'nothing said of the place', draftWith({ place: undefined })],
  [['criterionA', 'criterionB'], 'always', 'no assessment', without('targetGroupAssessed')],
  [['informed'], 'always', 'nobody said it is informed', without('caseSufficientlyInformed')],
  [['legalBasis'], 'always', 'no legal basis', draftWith({ legalBasis: [] })],
  [['legalBasis'], 'always', 'another legal basis than § 104', draftWith({ legalBasis: ['SEL-141'] })],
  [['effectiveDate'], 'always', 'no effective date', draftWith({ effectiveOn: undefined })],
  [['effectiveDate'], 'always', 'effective yesterday', draftWith({ effectiveOn: addDays(today, -1) })],
  [['caseworkerContact'], 'always', 'nobody to call', draftWith({ contact: undefined })],
  [['purpose'], 'always', 'no purpose', draftWith({ purpose: undefined })],
  [['purpose'], 'always', 'a blank purpose', draftWith({ purpose: '  ' })],
  [['intervention'], 'always', 'no intervention', draftWith({ intervention: undefined })],
  [
    ['recipient'],
    'always',
    'nobody to send it to',
    (c) => ({
      ...c,
      history: act(c.history, { type: 'registerDeath', input: { diedOn: today } }, { on }),
    }),
  ],
  [['considerations'], 'adverse', 'no considerations', draftWith({ considerations: undefined })],
  [['considerations'], 'adverse', 'blank considerations', draftWith({ considerations: ' ' })],
  [['facts'], 'adverse', 'no facts', draftWith({ facts: [] })],
  [
    ['facts'],
    'adverse',
    'a fact from nowhere',
    draftWith({ facts: [{ text: 'Træt', source: '', documents: [] }] }),
  ],
  [['citizensView'], 'adverse', 'no view of the citizen’s', draftWith({ citizensView: undefined })],
  [['citizensView'], 'adverse', 'a view that is not weighed', draftWith({ citizensViewWeighed: undefined })],
  [['hearing'], 'adverse', 'no word of the hearing', draftWith({ hearing: undefined })],
  [
    ['hearing'],
    'adverse',
    'omitted without saying why',
    draftWith({ hearing: { kind: 'omitted', because: '' } }),
  ],
  [
    ['hearing'],
    'adverse',
    'a hearing that never was',
    draftWith({ hearing: { kind: 'heard', hearingId: part('never') } }),
  ],
  [['otherPossibilities'], 'adverse', 'no other possibilities', draftWith({ otherPossibilities: undefined })],
  [
    ['otherPossibilities'],
    'adverse',
    'none, without saying why',
    draftWith({ otherPossibilities: { kind: 'none', because: ' ' } }),
  ],
  [['complaintGuidance'], 'adverse', 'texts without complaint guidance', textsWithout('complaintGuidance')],
  [['changeDuty'], 'place', 'texts without the duty to report changes', textsWithout('changeDuty')],
  [['extent'], 'place', 'no extent', draftWith({ daysPerWeek: undefined })],
  [['extentAssessment'], 'place', 'an extent without assessment', draftWith({ extentAssessment: undefined })],
  [
    ['reducedExtentReason'],
    'place',
    'fewer days without a reason',
    draftWith({ reducedExtentReason: undefined }),
    ({ draft }) => (draft.daysPerWeek ?? 5) < 5,
  ],
  [['providerChoice'], 'place', 'no provider', draftWith({ provider: undefined })],
  [['providerChoice'], 'place', 'a provider without reasons', draftWith({ providerReason: undefined })],
  [['providerChoice'], 'place', 'no provider considered', draftWith({ providersConsidered: [] })],
  [
    ['serviceArea'],
    'place',
    'a provider nobody knows',
    draftWith({ provider: ProviderId.parse('solgaarden') }),
  ],
  [
    ['wishAnswer'],
    'place',
    'a wish without an answer',
    draftWith({ wishAnswer: undefined }),
    ({ history, draft }) => {
      const { place, placeInWords } = getCaseFile(history).applied
      return place === undefined ? placeInWords !== undefined : place !== draft.provider
    },
  ],
  [['transport'], 'place', 'no word of transport', draftWith({ transport: undefined })],
  [
    ['transportReason'],
    'place',
    'no transport and no reason',
    draftWith({ transportReason: undefined }),
    ({ draft }) => draft.transport === false,
  ],
  [['startDate'], 'place', 'no start', draftWith({ startOn: undefined })],
  [
    ['planOffer'],
    'place',
    'no plan offered',
    without('actionPlanOffered', 'actionPlanAnswered'),
    ({ history }) => {
      const { assessment } = currentProceeding(getCaseFile(history))
      const impaired = assessment?.criterionA.grounds.some((g) => g !== 'social') ?? false
      return impaired && getCaseFile(history).bornOn > '1963-01-01'
    },
  ],
]

/** Not taken out but contradicted; each has a test of its own, below or (the notice) in `reassessment/decide.test.ts`. */
const contradicted: readonly GateElement[] = ['dutyToOffer', 'targetGroup', 'minimumAge', 'noticePeriod']

test('every element of the gate can be taken out, or is contradicted, or only warns', () => {
  const named = new Set([...takings.flatMap(([missing]) => missing), ...contradicted, 'alternatives'])
  expect([...gateElements].filter((element) => !named.has(element))).toEqual([])
})

test('any one required element taken out of any complete decision is named, alone, and nothing is issued', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyCase, (inHand) => {
      const { missing, outcome } = examined(inHand)
      expect(missing).toEqual([])
      expect(issued(inHand)).toHaveProperty('record.outcome', outcome)
      for (const [expected, need, how, take, applies] of takings) {
        const needed =
          need === 'always' ||
          (need === 'adverse' && outcome !== 'GRANTED') ||
          (need === 'place' && outcome !== 'REFUSED')
        const taken = take(inHand)
        if (applies && !applies(inHand)) continue
        expect([how, examined(taken).missing]).toEqual([how, needed ? expected : []])
        if (needed) {
          expect(issued(taken)).toEqual({ missing: expected })
          seen.add(how)
        }
      }
    }),
    { numRuns: 150 },
  )
  expect([...seen].sort()).toEqual(takings.map(([, , how]) => how).sort())
})

test('the command refuses what the gate refuses, in the same words', () => {
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...takings), (inHand, [, , , take]) => {
      const { history, draft, terms } = take(inHand)
      const { missing } = examined({ history, draft, terms })
      const command = { type: 'issueDecision', input: { draft } } as const
      if (!DecisionDraft.safeParse(draft).success) return
      const result = attempt(history, command, { on, terms })
      if (missing.length === 0) expect(isRefusal(result)).toBe(false)
      else if (!getCaseFile(history).died)
        expect(result).toMatchObject({ refused: true, code: 'letterIncomplete', missing })
    }),
    { numRuns: 100 },
  )
})

test('a full grant, and nothing else, may go without reasons and complaint guidance', () => {
  const outcomes = new Set<string>()
  fc.assert(
    fc.property(anyCase, (inHand) => {
      const bare = draftWith({
        considerations: undefined,
        facts: [],
        citizensView: undefined,
        citizensViewWeighed: undefined,
        hearing: undefined,
        otherPossibilities: undefined,
        alternatives: undefined,
      })(inHand)
      const { outcome, missing, warnings } = examined(bare)
      outcomes.add(outcome ?? '')
      expect(missing.length === 0).toBe(outcome === 'GRANTED')
      expect(warnings).toEqual(outcome === 'GRANTED' ? [] : ['alternatives'])
      const made = issued(inHand)
      if (!('record' in made)) throw new Error('a complete draft was not issued')
      expect('complaintGuidance' in made.record).toBe(outcome !== 'GRANTED')
    }),
    { numRuns: 100 },
  )
  expect(outcomes).toEqual(new Set(['GRANTED', 'PARTIALLY_REFUSED', 'REFUSED']))
})

describe('law.md § 2.2, word for word: a decision that is not a full grant states', () => {
  const refused = { ...karenHolm, grounds: [] }
  const inParts = { ...karenHolm, applied: Applied.parse({ ...karenHolm.applied, daysPerWeek: 5 }) }
  const cases: readonly (readonly [string, InHand])[] = [
    ['a refusal', caseOf(refused, noDepartures)],
    ['a part refusal', caseOf(inParts, { ...noDepartures, fewerDays: true })],
  ]
  const law: readonly (readonly [string, GateElement])[] = [
    ['the outcome per element applied for', 'outcome'],
    ['the legal basis', 'legalBasis'],
    ['the main considerations', 'considerations'],
    ['the facts relied on, with references', 'facts'],
    ['the answer to criterion A', 'criterionA'],
    ['the answer to criterion B', 'criterionB'],
    ['the citizen’s view and how it was weighed', 'citizensView'],
    ['the party hearing, or why there was none', 'hearing'],
    ['what was considered under RSL § 5', 'otherPossibilities'],
    ['the concrete intervention', 'intervention'],
    ['the purpose', 'purpose'],
    ['the effective date', 'effectiveDate'],
    ['the complaint block', 'complaintGuidance'],
    ['whom to contact', 'caseworkerContact'],
  ]
  describe.each(cases)('%s', (_, inHand) => {
    test.each(law)('%s', (_words, element) => {
      const takes = takings.filter(([missing]) => missing.includes(element))
      expect(takes.length).toBeGreaterThan(0)
      for (const [, , , take] of takes) expect(examined(take(inHand)).missing).toContain(element)
    })
  })
  test('the duty to report changes, with every place', () => {
    const partly = caseOf(inParts, { ...noDepartures, fewerDays: true })
    expect(examined(textsWithout('changeDuty')(partly)).missing).toEqual(['changeDuty'])
  })
})

function caseOf(person: Person, departures: Departures): InHand {
  const history = informedCase(person)
  return {
    history,
    draft: completeDraft(getCaseFile(history), vejenTerms, today, departures),
    terms: vejenTerms,
  }
}

describe('what contradicts the assessment is refused', () => {
  test('a refusal to somebody in the target group', () => {
    expect(examined(draftWith({ place: 'refused' })(caseOf(karenHolm, noDepartures))).missing).toEqual([
      'dutyToOffer',
    ])
  })
  test('a place for somebody outside the target group', () => {
    const inside = caseOf(karenHolm, noDepartures)
    const outside = caseOf({ ...karenHolm, needs: false }, noDepartures)
    expect(examined({ ...outside, draft: inside.draft }).missing).toEqual(['targetGroup'])
  })
  test('a first day before the eighteenth birthday', () => {
    const young = caseOf({ ...karenHolm, bornOn: '2008-12-20' }, noDepartures)
    expect(young.draft.startOn).toBe('2026-12-20')
    expect(examined(draftWith({ startOn: getDay('2026-12-19') })(young)).missing).toEqual(['minimumAge'])
  })
  test('but somebody too young can be refused for that', () => {
    const boy = caseOf({ ...karenHolm, bornOn: '2010-05-05' }, noDepartures)
    expect(examined(draftWith({ place: 'refused' })(boy))).toMatchObject({ missing: [], outcome: 'REFUSED' })
  })
  test('a yes to more days that lies in the future is no yes', () => {
    const few = { ...karenHolm, applied: Applied.parse({ ...karenHolm.applied, daysPerWeek: 3 }) }
    const more = draftWith({ daysPerWeek: 5 })(caseOf(few, noDepartures))
    const yes = (day: string) => draftWith({ agreedToMore: { on: getDay(day), how: 'telefon' } })(more)
    expect(examined(more).outcome).toBe('PARTIALLY_REFUSED')
    expect(examined(yes('2026-12-01')).outcome).toBe('GRANTED')
    expect(examined(yes('2026-12-15')).outcome).toBe('PARTIALLY_REFUSED')
  })
})

describe('while the citizen still has time to answer a hearing', () => {
  const asked = caseOf({ ...karenHolm, grounds: [], hearing: 'silent' }, noDepartures)
  const at = (day: string, inHand = asked) =>
    examine(
      getCaseFile(inHand.history),
      { ...inHand.draft, effectiveOn: getDay(day) },
      inHand.terms,
      getDay(day),
    )

  test('no adverse decision is issued, also not by calling the hearing needless', () => {
    const needless = draftWith({ hearing: { kind: 'omitted', because: 'Hun kender sagen.' } })(asked)
    expect(at('2026-12-04').missing).toEqual(['hearing'])
    expect(at('2026-12-04', needless).missing).toEqual(['hearing'])
    expect(at('2026-12-05').missing).toEqual([])
  })
  test('a letter that never arrived leaves the time open', () => {
    const unsent = without('letterDelivered')(asked)
    expect(at('2027-02-01', unsent).missing).toEqual(['hearing'])
  })
})
