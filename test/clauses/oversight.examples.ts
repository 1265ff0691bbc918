/** The citizen's rights over the papers, and what the municipality keeps watch over: registers, samples and reports. */
import type { MunicipalityEventType } from '../../src/domain/standard/municipality.ts'
import {
  type RecordedMunicipalityEvent,
  readMunicipalityEvent,
} from '../../src/domain/standard/municipality.ts'
import {
  accessAsked,
  accessDelayed,
  accessGiven,
  applied,
  asLeader,
  died,
  lookAnswered,
  lookAsked,
  part,
  saidWrong,
  told,
  wrongAnswered,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const start = applied('2026-11-13')

const rights: readonly Example[] = [
  example(
    'FVL-16',
    'kept: Karen has her papers within seven working days',
    told(start, accessAsked('2026-11-16'), accessGiven('2026-11-25')),
    '2026-11-26',
    ['kept'],
  ),
  example(
    'FVL-16',
    'due: the seven working days are not over',
    told(start, accessAsked('2026-11-16')),
    '2026-11-25',
    ['due'],
  ),
  example(
    'FVL-16',
    'broken: nobody has said anything',
    told(start, accessAsked('2026-11-16')),
    '2026-11-26',
    ['broken'],
  ),
  example(
    'FVL-16',
    'kept: told in writing in time why it takes longer; the day that was said is owed',
    told(start, accessAsked('2026-11-16'), accessDelayed('2026-11-24', '2026-12-04')),
    '2026-12-04',
    ['kept', 'due'],
  ),
  example(
    'FVL-16',
    'broken: the day that was said has passed as well',
    told(start, accessAsked('2026-11-16'), accessDelayed('2026-11-24', '2026-12-04')),
    '2026-12-05',
    ['kept', 'broken'],
  ),
  example(
    'FVL-16',
    'kept late: the papers came, and the first day had passed without a word',
    told(start, accessAsked('2026-11-16'), accessGiven('2026-12-01')),
    '2026-12-02',
    ['kept late'],
  ),
  example(
    'FVL-16',
    'falls away: a later day was said in writing before the first',
    told(
      start,
      accessAsked('2026-11-16'),
      accessDelayed('2026-11-24', '2026-12-04'),
      accessDelayed('2026-12-03', '2026-12-11'),
      accessGiven('2026-12-10'),
    ),
    '2026-12-11',
    ['kept', 'void', 'kept'],
  ),
  example(
    'FVL-16',
    'does not apply: only what is registered was asked for',
    told(start, accessAsked('2026-11-16', ['dataProtection'])),
    '2026-11-26',
    [],
  ),
  example(
    'FVL-16',
    'falls away: Karen has died',
    told(start, accessAsked('2026-11-16'), died('2026-11-18')),
    '2026-11-30',
    ['void'],
  ),

  example(
    'GDPR-15',
    'kept: within a month',
    told(start, accessAsked('2026-11-16', ['dataProtection']), accessGiven('2026-12-16')),
    '2026-12-17',
    ['kept'],
  ),
  example(
    'GDPR-15',
    'broken: a month and a day',
    told(start, accessAsked('2026-11-16', ['dataProtection'])),
    '2026-12-17',
    ['broken'],
  ),
  example(
    'GDPR-15',
    'does not apply: only the papers were asked for',
    told(start, accessAsked('2026-11-16')),
    '2026-12-17',
    [],
  ),

  example(
    'GDPR-16',
    'kept: answered within a month',
    told(start, saidWrong('2026-11-16'), wrongAnswered('2026-11-20')),
    '2026-11-21',
    ['kept'],
  ),
  example('GDPR-16', 'broken: not answered in a month', told(start, saidWrong('2026-11-16')), '2026-12-17', [
    'broken',
  ]),
  example('GDPR-16', 'does not apply: nothing is said to be wrong', told(start), '2026-12-17', []),

  example(
    'HV-61',
    'kept: the leader answers within five working days',
    told(start, lookAsked('2026-11-20'), lookAnswered('2026-11-27')),
    '2026-11-28',
    ['kept'],
  ),
  example('HV-61', 'broken: nobody has answered', told(start, lookAsked('2026-11-20')), '2026-11-28', [
    'broken',
  ]),
  example('HV-61', 'does not apply: nobody has asked', told(start), '2026-11-28', []),
]

type Entered = readonly [type: MunicipalityEventType, on: string, payload: unknown]

/** The municipality's stream: its standard on record on 1 December 2026, and what came after. */
const stream = (...entered: readonly Entered[]): readonly RecordedMunicipalityEvent[] =>
  (
    [
      [
        'standardAdopted',
        '2026-12-01',
        { standard: 'vejen-104', version: '1', adoptedOn: '2026-01-27', validFrom: '2026-02-01' },
      ],
      ...entered,
    ] satisfies readonly Entered[]
  ).map(([type, on, payload], index) =>
    readMunicipalityEvent({
      seq: index + 1,
      eventId: part(`watch-${index}`),
      typeVersion: 1,
      occurredOn: on,
      recordedOn: on,
      recordedAt: `${on}T09:00:00.000Z`,
      actor: asLeader,
      standard: 'vejen-104@1',
      type,
      payload,
    }),
  )
const watched = (
  clause: string,
  title: string,
  on: string,
  expected: Example['expected'],
  ...entered: readonly Entered[]
): Example => ({ ...example(clause, title, [], on, expected), municipality: stream(...entered) })
const nothingYet = (clause: string): Example => ({
  ...example(clause, 'does not apply: no standard is on record here', [], '2027-12-31', []),
  municipality: [],
})

const breachId = part('breach')
const breach: Entered = [
  'breachRecorded',
  '2026-12-04',
  {
    breachId,
    knownAt: '2026-12-04T09:30:00.000Z',
    source: 'staff',
    what: 'Et brev er sendt til en forkert adresse.',
    affected: 'Én borger',
  },
]
const notified = (at: string): Entered => [
  'breachNotified',
  at.slice(0, 10),
  { breachId, notifiedAt: at, reference: 'DT-26-1', lateBecause: 'Weekend' },
]
const assessed = (risk: string): Entered => [
  'breachAssessed',
  '2026-12-04',
  { breachId, risk, because: 'Brevet er læst af en anden.' },
]
const informed: Entered = ['affectedInformed', '2026-12-07', { breachId, told: true, words: 'Ringet op.' }]

const concernId = part('concern')
const concern: Entered = [
  'concernRecorded',
  '2026-12-04',
  { concernId, about: 'place', words: 'Der var for få medarbejdere.' },
]
const logReview = (on: string, name = 'review'): readonly Entered[] => [
  [
    'logReviewDrawn',
    on,
    { reviewId: part(name), from: '2026-12-01', to: on, seed: 's', population: 0, sample: [] },
  ],
  ['logReviewConcluded', on, { reviewId: part(name), conclusion: 'Intet at bemærke.' }],
]
const caseReview = (on: string): readonly Entered[] => [
  ['caseReviewDrawn', on, { reviewId: part('cases'), seed: 's', population: 0, cases: [] }],
  [
    'caseReviewConcluded',
    on,
    { reviewId: part('cases'), findings: 'Gode begrundelser.', followUp: 'Intet.' },
  ],
]
const sent = (month: string, on: string): Entered => ['statisticsSent', on, { month, receipt: 'DST-1' }]
const treated = (year: number, on: string): Entered => [
  'councilMapTreated',
  on,
  { year, actionPlan: false, because: 'Ingen omgjorte afgørelser.' },
]

const municipal: readonly Example[] = [
  watched(
    'GDPR-33',
    'kept: told 71 hours after it was known',
    '2026-12-08',
    ['kept'],
    breach,
    notified('2026-12-07T08:30:00.000Z'),
  ),
  watched(
    'GDPR-33',
    'kept late: told on the third day, and an hour after the 72 hours',
    '2026-12-08',
    ['kept late'],
    breach,
    notified('2026-12-07T10:30:00.000Z'),
  ),
  watched('GDPR-33', 'broken: the 72 hours are over, also over a weekend', '2026-12-08', ['broken'], breach),
  watched(
    'GDPR-33',
    'kept: not told, for it is unlikely that it is a risk to anybody, and that is written',
    '2026-12-08',
    ['kept'],
    breach,
    assessed('unlikely'),
    ['breachNotNotified', '2026-12-05', { breachId, because: 'Brevet kom uåbnet retur.' }],
  ),
  watched('GDPR-33', 'does not apply: no breach', '2026-12-08', []),

  watched(
    'GDPR-34',
    'kept: those concerned are told within two working days',
    '2026-12-08',
    ['kept'],
    breach,
    assessed('highRisk'),
    informed,
  ),
  watched(
    'GDPR-34',
    'broken: a high risk, and nobody has been told',
    '2026-12-09',
    ['broken'],
    breach,
    assessed('highRisk'),
  ),
  watched('GDPR-34', 'does not apply: a risk, and no high one', '2026-12-09', [], breach, assessed('risk')),

  watched('HV-62', 'kept: passed on within five working days', '2026-12-12', ['kept'], concern, [
    'concernHandled',
    '2026-12-10',
    { concernId, passedTo: 'Socialtilsynet', done: 'Ringet og skrevet.' },
  ]),
  watched('HV-62', 'broken: nobody has done anything', '2026-12-12', ['broken'], concern),
  watched('HV-62', 'does not apply: no concern', '2026-12-12', []),

  watched(
    'GDPR-32',
    'kept: looked through in half a year; the next half year begins',
    '2027-05-20',
    ['kept', 'not yet'],
    ...logReview('2027-05-15'),
  ),
  watched('GDPR-32', 'due: a month before the half year is over', '2027-05-15', ['due']),
  watched('GDPR-32', 'broken: half a year and a day', '2027-06-02', ['broken']),
  watched(
    'GDPR-32',
    'broken: looked through once, and not again',
    '2027-11-16',
    ['kept', 'broken'],
    ...logReview('2027-05-15'),
  ),
  nothingYet('GDPR-32'),

  watched(
    'HV-63',
    'kept: the leader has gone through a sample within the year',
    '2027-12-02',
    ['kept', 'not yet'],
    ...caseReview('2027-11-10'),
  ),
  watched('HV-63', 'broken: a year and no sample', '2027-12-02', ['broken']),
  nothingYet('HV-63'),

  watched(
    'DST-1',
    'kept: sent on the 14th; the next month’s is owed in its turn',
    '2027-01-15',
    ['kept', 'not yet'],
    sent('2026-12', '2027-01-14'),
  ),
  watched('DST-1', 'broken: the 14th has passed', '2027-01-15', ['broken']),
  watched(
    'DST-1',
    'broken: January is missing though February was sent',
    '2027-03-15',
    ['kept', 'broken', 'kept', 'not yet'],
    sent('2026-12', '2027-01-14'),
    sent('2027-02', '2027-03-10'),
  ),
  nothingYet('DST-1'),

  watched(
    'RSL-79b',
    'kept: treated before the end of the year',
    '2026-12-31',
    ['kept', 'not yet'],
    treated(2026, '2026-12-15'),
  ),
  watched('RSL-79b', 'broken: the year is over', '2027-01-01', ['broken']),
  nothingYet('RSL-79b'),
]

export const oversightExamples: readonly Example[] = [...rights, ...municipal]
