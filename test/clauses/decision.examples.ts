/** What a decision says, and how it is carried out. */
import type { Applied } from '../../src/domain/case/application/wishes.ts'
import { readMunicipalityEvent } from '../../src/domain/standard/municipality.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import {
  applied,
  asMads,
  assessed,
  contentJudged,
  decided,
  died,
  grant,
  happened,
  karen,
  letter,
  lone,
  noerrevang,
  orderAccepted,
  orderDeclined,
  ordered,
  part,
  refusal,
  represented,
  standardApplied,
  started,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const start = applied('2026-11-13')
const decidedOn = '2026-12-14'
const after = '2026-12-15'
const blank = (record: Readonly<Record<string, unknown>>) => ({ record })

/** A clause that asks every decision, every grant or every adverse decision to state something. */
function stating(
  clause: string,
  when: 'always' | 'grant' | 'adverse',
  what: string,
  without: Readonly<Record<string, unknown>>,
): readonly Example[] {
  const whole = when === 'grant' ? grant() : refusal()
  const holed = when === 'grant' ? grant({ place: without }) : refusal(blank(without))
  const outside = {
    always: ['nothing is decided yet', told(start)],
    grant: ['no place is granted', told(start, decided(decidedOn, refusal()))],
    adverse: ['she gets all she applied for', told(start, decided(decidedOn))],
  } as const
  const [why, history] = outside[when]
  return [
    example(clause, `kept: the decision states ${what}`, told(start, decided(decidedOn, whole)), after, [
      'kept',
    ]),
    example(
      clause,
      `broken: the decision does not state ${what}`,
      told(start, decided(decidedOn, holed)),
      after,
      ['broken'],
    ),
    example(clause, `does not apply: ${why}`, history, after, []),
  ]
}

const criterion = (answer: boolean, reasons: string) => ({
  answer,
  grounds: answer ? ['mental'] : [],
  reasons,
})
const nothing = { kind: 'none', because: ' ' }

const statements: readonly Example[] = [
  ...stating('K1.2-2', 'always', 'the answer to criterion A with its reasons', {
    targetGroup: { criterionA: criterion(false, ''), criterionB: { answer: true, reasons: 'Ja' } },
  }),
  example(
    'K1.2-2',
    'broken: a yes to criterion A that names none of the three grounds',
    told(
      start,
      decided(
        decidedOn,
        grant(
          blank({
            targetGroup: {
              criterionA: { answer: true, grounds: [], reasons: 'Karen har det svært.' },
              criterionB: { answer: true, reasons: 'Ja' },
            },
          }),
        ),
      ),
    ),
    after,
    ['broken'],
  ),
  ...stating('K1.2-3', 'always', 'the answer to criterion B with its reasons', {
    targetGroup: { criterionA: criterion(false, 'Nej'), criterionB: { answer: true, reasons: ' ' } },
  }),
  ...stating('K2.0-3', 'grant', 'the individual assessment behind the extent, also behind five days', {
    extentAssessment: ' ',
  }),
  ...stating('K2.2a-5', 'grant', 'why this place was chosen', { providerReason: '' }),
  ...stating('K2.2a-9', 'adverse', 'the reasons for it', { considerations: '' }),
  ...stating('K2.2a-10', 'adverse', 'what other support is proposed', { alternatives: undefined }),
  example(
    'K2.2a-10',
    'kept: there is nothing to propose, and the decision says why',
    told(
      start,
      decided(
        decidedOn,
        refusal(
          blank({
            alternatives: undefined,
            otherPossibilities: { kind: 'none', because: 'Karen får allerede al den støtte, hun kan få.' },
          }),
        ),
      ),
    ),
    after,
    ['kept'],
  ),
  ...stating('K2.2a-11', 'adverse', 'how to complain', { complaintGuidance: false }),
  ...stating('K2.2b-1', 'grant', 'the service area of the place', { serviceArea: ' ' }),
  ...stating('FVL-22', 'adverse', 'the reasons for it', { considerations: '' }),
  ...stating('FVL-24-1', 'always', 'the rules it rests on', { legalBasis: ['SEL-141'] }),
  ...stating('FVL-24-2', 'adverse', 'the main considerations', { considerations: '' }),
  ...stating('FVL-24-3', 'adverse', 'the facts it rests on', { facts: [] }),
  ...stating('FVL-25', 'adverse', 'where, how and until when to complain', { complaintGuidance: false }),
  ...stating('RSL-5', 'adverse', 'what other help was considered', { otherPossibilities: nothing }),
  ...stating('SEL-3-1', 'always', 'the concrete intervention', { intervention: '' }),
  ...stating('SEL-3-2', 'always', 'the purpose', { purpose: '' }),
]

const wishes = (more: Partial<Applied>): Applied => ({ ...standardApplied, ...more })
const threeDays = { daysPerWeek: 3 }
const withReason = { ...threeDays, reducedExtentReason: 'healthOrFatigue' }
const granted = (place: Readonly<Record<string, unknown>>, more: Partial<Applied> = {}) =>
  told(start, decided(decidedOn, grant({ place, wishes: wishes(more) })))
const refused = told(start, decided(decidedOn, refusal()))

const elements: readonly Example[] = [
  example(
    'K1.0-1',
    'kept: Karen is in the target group and is granted a place in time',
    told(start, assessed('2026-11-23'), decided(decidedOn)),
    after,
    ['kept'],
  ),
  example(
    'K1.0-1',
    'broken: in the target group, and refused all the same',
    told(start, assessed('2026-11-23'), decided(decidedOn, refusal())),
    after,
    ['broken'],
  ),
  example(
    'K1.0-1',
    'broken: in the target group, and left waiting beyond the deadline',
    told(start, assessed('2026-11-23')),
    '2026-12-28',
    ['broken'],
  ),
  example(
    'K1.0-1',
    'does not apply: criterion B is not met',
    told(start, assessed('2026-11-23', { b: false }), decided(decidedOn, refusal())),
    after,
    [],
  ),
  example(
    'K1.0-1',
    'falls away: a second assessment finds that she has no need of a place',
    told(start, assessed('2026-11-23'), assessed('2026-12-01', { b: false }), decided(decidedOn, refusal())),
    after,
    ['void'],
  ),
  example(
    'K1.0-1',
    'falls away: a boy of 16 is refused because of his age',
    told(
      applied('2026-11-13', { bornOn: '2010-05-05' }),
      assessed('2026-11-23'),
      decided(decidedOn, refusal()),
    ),
    after,
    ['void'],
  ),
  example(
    'K1.0-1',
    'broken: the provider cannot, and no other place is found in five working days',
    told(
      start,
      assessed('2026-11-23'),
      decided(decidedOn),
      ordered('2026-12-15'),
      orderDeclined('2026-12-17'),
    ),
    '2026-12-29',
    ['kept', 'broken'],
  ),
  example(
    'K1.0-1',
    'kept: the provider cannot, and another place is granted at once',
    told(
      start,
      assessed('2026-11-23'),
      decided(decidedOn),
      ordered('2026-12-15'),
      orderDeclined('2026-12-17'),
      decided('2026-12-21', grant({ place: { provider: noerrevang } }), 'second'),
    ),
    '2026-12-29',
    ['kept', 'kept'],
  ),

  example(
    'K1.2-1',
    'kept: 17 when he applies and 18 on his first day',
    told(applied('2026-11-13', { bornOn: '2009-01-04' }), decided(decidedOn)),
    after,
    ['kept'],
  ),
  example(
    'K1.2-1',
    'broken: 18 the day after his first day',
    told(applied('2026-11-13', { bornOn: '2009-01-05' }), decided(decidedOn)),
    after,
    ['broken'],
  ),
  example(
    'K1.2-1',
    'kept: there is no highest age',
    told(applied('2026-11-13', { bornOn: '1931-06-01' }), decided(decidedOn)),
    after,
    ['kept'],
  ),
  example('K1.2-1', 'does not apply: no place is granted', refused, after, []),

  example('K2.0-1', 'kept: five days a week', granted({}), after, ['kept']),
  example('K2.0-1', 'kept: three days, for a reason of Karen’s own', granted(withReason), after, ['kept']),
  example('K2.0-1', 'broken: three days, and no reason that is hers', granted(threeDays), after, ['broken']),
  example('K2.0-1', 'does not apply: no place is granted', refused, after, []),

  example('K2.0-2', 'kept: three days out of regard for Karen', granted(withReason), after, ['kept']),
  example('K2.0-2', 'broken: three days, and no regard is named', granted(threeDays), after, ['broken']),
  example(
    'K2.0-2',
    'broken: a regard is named, and no assessment stands behind it',
    granted({ ...withReason, extentAssessment: '' }),
    after,
    ['broken'],
  ),
  example('K2.0-2', 'does not apply: five days a week', granted({}), after, []),

  example(
    'K2.1-4',
    'kept: Karen wished for Nørrevang, gets Kærhøj, and is told why',
    granted({ wishAnswer: 'På Nørrevang er grupperne for store.' }, { place: noerrevang }),
    after,
    ['kept'],
  ),
  example(
    'K2.1-4',
    'broken: Karen wished for Nørrevang, gets Kærhøj, and her wish is not answered',
    granted({}, { place: noerrevang }),
    after,
    ['broken'],
  ),
  example(
    'K2.1-4',
    'broken: another place than the wished one is called a full grant',
    told(
      start,
      decided(
        decidedOn,
        grant({
          wishes: wishes({ place: noerrevang }),
          place: { wishAnswer: 'Nej' },
          record: { outcome: 'GRANTED' },
        }),
      ),
    ),
    after,
    ['broken'],
  ),
  example('K2.1-4', 'does not apply: Karen had no wish for a place', granted({}), after, []),

  example('K2.2b-2', 'kept: Kærhøj is one of the standard’s places', granted({}), after, ['kept']),
  example(
    'K2.2b-2',
    'broken: a place that the standard does not know',
    granted({ provider: 'solgaarden' }),
    after,
    ['broken'],
  ),
  example('K2.2b-2', 'does not apply: no place is granted', refused, after, []),

  example('K2.4a-3', 'kept: transport goes with a functional impairment and a place', granted({}), after, [
    'kept',
  ]),
  example(
    'K2.4a-3',
    'broken: transport is refused to someone with a right to it, whatever the reason',
    granted({ transport: false, transportReason: 'Karen kan tage bussen.' }),
    after,
    ['broken'],
  ),
  example(
    'K2.4a-3',
    'kept: Karen said that she needs no transport',
    granted({ transport: false, transportReason: 'Karen cykler selv.' }, { transport: 'none' }),
    after,
    ['kept'],
  ),
  example(
    'K2.4a-3',
    'kept: on a social ground alone it is assessed individually, and the no is reasoned',
    told(
      start,
      decided(
        decidedOn,
        grant({
          grounds: ['social'],
          place: { transport: false, transportReason: 'Der går en bus til døren.' },
        }),
      ),
    ),
    after,
    ['kept'],
  ),
  example(
    'K2.4a-3',
    'broken: on a social ground alone, and no assessment is told',
    told(start, decided(decidedOn, grant({ grounds: ['social'], place: { transport: false } }))),
    after,
    ['broken'],
  ),
  example('K2.4a-3', 'does not apply: no place is granted', refused, after, []),
]

const proposed = (on: string, name = 'decision') =>
  happened('decisionProposed', on, { decisionId: part(name), draft: {} })
const approved = (on: string, name = 'decision') =>
  happened('decisionApproved', on, { decisionId: part(name) }, { by: asMads })
const returned = (on: string, name = 'decision') =>
  happened('decisionReturned', on, { decisionId: part(name), remark: 'Mangler lægens svar' }, { by: asMads })
const placed = [start, decided(decidedOn)]
const question = (on: string) =>
  happened('orderQuestioned', on, { orderId: part('order'), question: 'Kan hun spise selv?' })

const carriedOut: readonly Example[] = [
  ...['K2.2a-7', 'K2.0-8'].flatMap((clause) => [
    example(
      clause,
      'kept: the order with goals, needs and resources goes out in time',
      told(placed, ordered('2026-12-21')),
      '2026-12-22',
      ['kept'],
    ),
    example(clause, 'broken: no order has gone out in five working days', told(placed), '2026-12-22', [
      'broken',
    ]),
    example(
      clause,
      'broken: the order names no goal',
      told(placed, ordered('2026-12-16', { goals: [] })),
      '2026-12-22',
      ['broken'],
    ),
    example(clause, 'does not apply: no place is granted', refused, '2026-12-22', []),
    example(
      clause,
      'falls away: Karen died before the order was due',
      told(placed, died('2026-12-16')),
      '2026-12-22',
      ['void'],
    ),
  ]),
  example(
    'K2.0-8',
    'broken: the order says nothing of Karen’s resources',
    told(placed, ordered('2026-12-16', { resources: ' ' })),
    '2026-12-22',
    ['broken'],
  ),
  example(
    'K2.0-4',
    'kept: Sanne has judged that the content aims at her skills',
    told(placed, ordered('2026-12-16'), contentJudged('2026-12-17', true)),
    '2026-12-18',
    ['kept'],
  ),
  example(
    'K2.0-4',
    'needs judgement: the order is sent, and nobody has judged its content',
    told(placed, ordered('2026-12-16')),
    '2027-03-01',
    ['needs judgement'],
  ),
  example(
    'K2.0-4',
    'needs judgement: Sanne has judged that something is missing still',
    told(placed, ordered('2026-12-16'), contentJudged('2026-12-17', false)),
    '2026-12-18',
    ['needs judgement'],
  ),
  example(
    'K2.0-4',
    'falls away: the provider cannot, and another order is written',
    told(placed, ordered('2026-12-16'), orderDeclined('2026-12-18')),
    '2026-12-19',
    ['void'],
  ),
  example('K2.0-4', 'does not apply: nothing is ordered', told(placed), '2026-12-17', []),

  example(
    'K2.2a-8',
    'kept: the first day comes within two weeks',
    told(placed, ordered('2026-12-16'), started('2026-12-28')),
    '2026-12-29',
    ['kept'],
  ),
  example(
    'K2.2a-8',
    'broken: two weeks on, nothing has begun',
    told(placed, ordered('2026-12-16')),
    '2026-12-29',
    ['broken'],
  ),
  example(
    'K2.2a-8',
    'due: Karen herself asked for a later first day',
    told(
      start,
      decided(
        decidedOn,
        grant({
          wishes: wishes({ start: { kind: 'from', day: getDay('2027-01-11') } }),
          place: { startOn: '2027-01-11' },
        }),
      ),
    ),
    '2027-01-11',
    ['due'],
  ),
  example(
    'K2.2a-8',
    'broken: begun before there was a decision',
    told(start, decided(decidedOn), ordered('2026-12-16'), {
      ...happened('placementStarted', '2026-12-07', { orderId: part('order') }),
      recordedOn: '2026-12-17',
    }),
    '2026-12-29',
    ['broken'],
  ),
  example(
    'K2.2a-8',
    'falls away: the provider cannot, and another place is owed instead',
    told(placed, ordered('2026-12-16'), orderDeclined('2026-12-18')),
    '2026-12-29',
    ['void'],
  ),
  example('K2.2a-8', 'does not apply: no place is granted', refused, '2026-12-29', []),

  example(
    'HV-5',
    'kept: Mads approves what Sanne proposed',
    told(start, proposed('2026-12-07'), approved('2026-12-08'), decided('2026-12-08')),
    '2026-12-28',
    ['kept'],
  ),
  example(
    'HV-5',
    'kept: returned and proposed anew, each proposal got its answer',
    told(
      start,
      proposed('2026-12-07', 'first'),
      returned('2026-12-08', 'first'),
      proposed('2026-12-09', 'second'),
      approved('2026-12-10', 'second'),
    ),
    '2026-12-28',
    ['kept', 'kept'],
  ),
  example(
    'HV-5',
    'broken: the proposal lies unread when the deadline passes',
    told(start, proposed('2026-12-07')),
    '2026-12-26',
    ['broken'],
  ),
  example(
    'HV-5',
    'falls away: Sanne proposes something else before it is read',
    told(start, proposed('2026-12-07', 'first'), proposed('2026-12-09', 'second')),
    '2026-12-10',
    ['void', 'due'],
  ),
  example('HV-5', 'does not apply: nothing is proposed', told(start), '2026-12-28', []),

  example(
    'HV-7',
    'kept: Kærhøj says yes',
    told(placed, ordered('2026-12-16'), orderAccepted('2026-12-18')),
    '2026-12-29',
    ['kept'],
  ),
  example(
    'HV-7',
    'kept: that it cannot is an answer too',
    told(placed, ordered('2026-12-16'), orderDeclined('2026-12-18')),
    '2026-12-29',
    ['kept'],
  ),
  example(
    'HV-7',
    'broken: no answer in five working days',
    told(placed, ordered('2026-12-16')),
    '2026-12-29',
    ['broken'],
  ),
  example(
    'HV-7',
    'falls away: the order was replaced by another',
    told(placed, ordered('2026-12-16'), ordered('2026-12-18', {}, 'second')),
    '2026-12-29',
    ['void', 'due'],
  ),
  example('HV-7', 'does not apply: nothing is ordered', told(placed), '2026-12-29', []),

  example(
    'HV-8',
    'kept: the provider’s question is answered',
    told(
      placed,
      ordered('2026-12-16'),
      question('2026-12-17'),
      happened('orderQuestionAnswered', '2026-12-18', { orderId: part('order'), answer: 'Ja' }),
    ),
    '2026-12-29',
    ['kept'],
  ),
  example(
    'HV-8',
    'broken: the question lies unanswered for five working days',
    told(placed, ordered('2026-12-16'), question('2026-12-17')),
    '2026-12-29',
    ['broken'],
  ),
  example(
    'HV-8',
    'falls away: the provider cannot anyway',
    told(placed, ordered('2026-12-16'), question('2026-12-17'), orderDeclined('2026-12-18')),
    '2026-12-29',
    ['void'],
  ),
  example('HV-8', 'does not apply: nothing was asked', told(placed, ordered('2026-12-16')), '2026-12-29', []),

  example(
    'FVL-8',
    'kept: the guardian gets the letter too',
    told(start, represented('2026-11-16'), letter('guidance', '2026-11-18', [karen, lone])),
    '2026-11-19',
    ['kept'],
  ),
  example(
    'FVL-8',
    'broken: the letter goes to Karen alone, though her guardian has the right to it',
    told(start, represented('2026-11-16'), letter('guidance', '2026-11-18')),
    '2026-11-19',
    ['broken'],
  ),
  example(
    'FVL-8',
    'does not apply: a companion gets no letters',
    told(
      start,
      represented('2026-11-16', { type: 'companion', scopes: [] }),
      letter('guidance', '2026-11-18'),
    ),
    '2026-11-19',
    [],
  ),
  example(
    'FVL-8',
    'does not apply: the power had been revoked',
    told(
      start,
      represented('2026-11-16'),
      happened('representativeRevoked', '2026-11-17', {
        representationId: part('guardian'),
        reason: 'Fortrudt',
      }),
      letter('guidance', '2026-11-18'),
    ),
    '2026-11-19',
    [],
  ),
]

const municipalityEvent = (seq: number, on: string, type: string, payload: unknown) =>
  readMunicipalityEvent({
    seq,
    eventId: part(`m${seq}`),
    typeVersion: 1,
    occurredOn: on,
    recordedOn: on,
    recordedAt: `${on}T09:00:00.000Z`,
    actor: asMads,
    standard: 'vejen-104@1',
    type,
    payload,
  })
const adopted = municipalityEvent(1, '2026-12-08', 'standardAdopted', {
  standard: 'vejen-104',
  version: '2',
  adoptedOn: '2026-12-08',
  validFrom: '2027-01-01',
})
const published = (on: string) =>
  municipalityEvent(2, on, 'deadlinesPublished', {
    standard: 'vejen-104',
    version: '2',
    where: 'vejen.example',
  })

const municipal: readonly Example[] = [
  {
    ...example(
      'RSL-3',
      'kept: the deadlines stand on the website when the standard comes into force',
      [],
      '2027-01-02',
      ['kept'],
    ),
    municipality: [adopted, published('2027-01-01')],
  },
  {
    ...example(
      'RSL-3',
      'broken: the standard is in force and its deadlines are not published',
      [],
      '2027-01-02',
      ['broken'],
    ),
    municipality: [adopted],
  },
  { ...example('RSL-3', 'does not apply: nothing has been adopted', [], '2027-01-02', []), municipality: [] },
]

export const decisionExamples: readonly Example[] = [...statements, ...elements, ...carriedOut, ...municipal]
