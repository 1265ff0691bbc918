/** Those who act for the citizen: that what they hand in is looked at, and that nobody is left without help overnight. */
import { applied, document, happened, lone, part, represented, told } from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const start = applied('2026-11-02')
const handedIn = represented('2026-11-13', {
  type: 'partyRepresentative',
  verified: undefined,
  document: document('fuldmagt'),
})
const unseen = represented('2026-11-13', {
  representationId: part('unseen'),
  verified: undefined,
  to: '2026-12-01',
})
const representationId = part('guardian')
const verified = (on: string) => happened('representativeVerified', on, { representationId, how: 'Set' })
const rejected = (on: string) =>
  happened('representativeRejected', on, { representationId, reason: 'Ikke skrevet under' })
const revoked = (on: string) =>
  happened('representativeRevoked', on, { representationId, reason: 'Fortrudt' })

const ending = represented('2026-11-13', { to: '2027-03-31' })
const considered = (on: string) =>
  happened('representationEndConsidered', on, { representationId, outcome: 'Den fortsætter ikke.' })
const anew = represented('2027-03-10', { representationId: part('anew'), to: '2028-03-31' })

export const partyExamples: readonly Example[] = [
  example(
    'HV-71',
    'kept: looked at on the fifth working day',
    told(start, handedIn, verified('2026-11-20')),
    '2026-11-23',
    ['kept'],
  ),
  example(
    'HV-71',
    'kept: it was looked at and could not be used',
    told(start, handedIn, rejected('2026-11-16')),
    '2026-11-23',
    ['kept'],
  ),
  example('HV-71', 'due: five working days to look at it', told(start, handedIn), '2026-11-20', ['due']),
  example('HV-71', 'broken: nobody looked', told(start, handedIn), '2026-11-21', ['broken']),
  example(
    'HV-71',
    'falls away: Karen took it back',
    told(start, handedIn, revoked('2026-11-16')),
    '2026-11-23',
    ['void'],
  ),
  example(
    'HV-71',
    'does not apply: it was found in order as it was registered',
    told(start, represented('2026-11-13')),
    '2026-11-23',
    [],
  ),

  example('HV-72', 'not yet: more than thirty days are left', told(start, ending), '2027-02-28', ['not yet']),
  example('HV-72', 'due: thirty days are left', told(start, ending), '2027-03-01', ['due']),
  example(
    'HV-72',
    'kept: somebody asked, and wrote down what was said',
    told(start, ending, considered('2027-03-05')),
    '2027-04-01',
    ['kept'],
  ),
  example('HV-72', 'kept: a new one for the same person goes on', told(start, ending, anew), '2027-04-01', [
    'kept',
    'not yet',
  ]),
  example('HV-72', 'broken: it ran out unasked', told(start, ending), '2027-04-01', ['broken']),
  example(
    'HV-72',
    'falls away: it was ended before',
    told(start, ending, revoked('2027-01-04')),
    '2027-04-01',
    ['void'],
  ),
  example(
    'HV-72',
    'arises at once: it ends sooner than the notice',
    told(start, represented('2026-11-13', { to: '2026-11-30' })),
    '2026-11-13',
    ['due'],
  ),
  example(
    'HV-72',
    'does not apply: no end, not looked at, or only to look on',
    told(
      start,
      represented('2026-11-13'),
      unseen,
      represented('2026-11-16', {
        representationId: part('relative'),
        personId: lone,
        type: 'relativeReadOnly',
        scopes: ['read'],
        to: '2026-12-01',
      }),
    ),
    '2026-12-02',
    [],
  ),
]
