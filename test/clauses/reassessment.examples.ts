/** Reports from the provider, and what leads to a new decision on a running placement. */
import {
  applied,
  assessed,
  decided,
  died,
  grant,
  lookedAtAnew,
  nothingChanges,
  orderAccepted,
  ordered,
  providerReported,
  refusal,
  reportAnswered,
  standardApplied,
  started,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const running = [
  applied('2026-11-13'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const anew = [...running, lookedAtAnew('2027-03-01'), assessed('2027-03-10')]
const before = { ...standardApplied, daysPerWeek: 5 }
const fewer = (effectiveOn: string, record: object = {}) =>
  grant({
    wishes: before,
    place: { daysPerWeek: 3, reducedExtentReason: 'healthOrFatigue', startOn: effectiveOn },
    record: { effectiveOn, ...record },
  })
const asked = {
  cause: 'citizen',
  because: 'Jeg vil gerne have tre dage.',
  asked: { channel: 'web', by: 'citizen', applied: { ...standardApplied, daysPerWeek: 3 }, end: false },
} as const

const reports = (clause: string, kind: 'deviation' | 'deliveryProblem' | 'changeRequest') => {
  const told_ = providerReported('2027-03-01', { kind })
  const other = kind === 'deviation' ? 'changeRequest' : 'deviation'
  return [
    example(
      clause,
      'kept: told within four weeks of when it began, and answered within five working days',
      told(running, told_, reportAnswered('2027-03-08')),
      '2027-03-09',
      ['kept', 'kept'],
    ),
    example(clause, 'due: the five working days are not over', told(running, told_), '2027-03-08', [
      'kept',
      'due',
    ]),
    example(clause, 'broken: nobody has answered', told(running, told_), '2027-03-09', ['kept', 'broken']),
    example(
      clause,
      'kept late: it began five weeks before it was told, and was answered a day late',
      told(running, providerReported('2027-03-16', { kind }), reportAnswered('2027-03-30')),
      '2027-03-30',
      ['kept late', 'kept late'],
    ),
    example(
      clause,
      'does not apply: what was told is of another kind',
      told(running, providerReported('2027-03-01', { kind: other })),
      '2027-03-09',
      [],
    ),
    example(clause, 'falls away: Karen has died', told(running, told_, died('2027-03-03')), '2027-03-09', [
      'kept',
      'void',
    ]),
  ]
}

export const reassessmentExamples: readonly Example[] = [
  ...reports('K2.3-4', 'deviation'),
  ...reports('K2.4b-2', 'deliveryProblem'),
  ...reports('K2.4b-3', 'changeRequest'),

  example(
    'K2.3-5',
    'kept: the need has changed, and there is a new decision within six weeks',
    told(anew, decided('2027-03-15', fewer('2027-04-12'), 'second')),
    '2027-04-13',
    ['kept'],
  ),
  example(
    'K2.3-5',
    'kept: looked at, and nothing changes; it is written why',
    told(anew, nothingChanges('2027-03-15')),
    '2027-04-13',
    ['kept'],
  ),
  example('K2.3-5', 'due: the six weeks are not over', told(anew), '2027-04-12', ['due']),
  example('K2.3-5', 'broken: six weeks and no answer', told(anew), '2027-04-13', ['broken']),
  example(
    'K2.3-5',
    'does not apply: Karen has applied for it herself, which is an application (K2.1-1)',
    told(running, lookedAtAnew('2027-03-01', asked)),
    '2027-04-13',
    [],
  ),

  example(
    'K2.3-6',
    'kept: the need was assessed anew, and the extent is reasoned from it',
    told(anew, decided('2027-03-15', fewer('2027-04-12'), 'second')),
    '2027-03-16',
    ['kept'],
  ),
  example(
    'K2.3-6',
    'broken: a new decision on the old assessment',
    told(running, lookedAtAnew('2027-03-01'), decided('2027-03-15', fewer('2027-04-12'), 'second')),
    '2027-03-16',
    ['broken'],
  ),
  example('K2.3-6', 'does not apply: the first decision', told(running), '2027-03-16', []),

  example(
    'K2.3-7',
    'kept: fewer days, with reasons, hearing, complaint guidance and four weeks’ notice; and ordered as decided',
    told(
      anew,
      decided('2027-03-15', fewer('2027-04-12'), 'second'),
      ordered('2027-03-16', { daysPerWeek: 3 }, 'fewer'),
    ),
    '2027-03-17',
    ['kept', 'kept'],
  ),
  example(
    'K2.3-7',
    'kept: the place ends, after its notice',
    told(anew, decided('2027-03-15', refusal({ record: { effectiveOn: '2027-04-12' } }), 'second')),
    '2027-03-16',
    ['kept'],
  ),
  example(
    'K2.3-7',
    'broken: fewer days from tomorrow',
    told(anew, decided('2027-03-15', fewer('2027-03-16'), 'second')),
    '2027-03-17',
    ['broken'],
  ),
  example(
    'K2.3-7',
    'broken: fewer days, called a full grant',
    told(
      anew,
      decided(
        '2027-03-15',
        grant({
          wishes: { ...standardApplied, daysPerWeek: 3 },
          place: { daysPerWeek: 3, reducedExtentReason: 'healthOrFatigue', startOn: '2027-04-12' },
          record: { effectiveOn: '2027-04-12' },
        }),
        'second',
      ),
    ),
    '2027-03-16',
    ['broken'],
  ),
  example(
    'K2.3-7',
    'broken: an order for fewer days with no decision behind it',
    told(running, ordered('2027-03-16', { daysPerWeek: 3 }, 'fewer')),
    '2027-03-17',
    ['broken'],
  ),
  example(
    'K2.3-7',
    'does not apply: Karen asked for three days and gets them',
    told(
      running,
      lookedAtAnew('2027-03-01', asked),
      assessed('2027-03-10'),
      decided(
        '2027-03-15',
        grant({
          wishes: asked.asked.applied,
          place: { daysPerWeek: 3, reducedExtentReason: 'healthOrFatigue' },
        }),
        'second',
      ),
    ),
    '2027-03-16',
    [],
  ),
]
