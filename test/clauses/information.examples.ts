/** Informing and assessing the case, hearing, plan, delay. */
import {
  answeredBySource,
  applied,
  asked,
  asLeader,
  assessed,
  consented,
  decided,
  decidedUnsent,
  delayNotice,
  dispatched,
  failedInPost,
  grant,
  happened,
  hearingAnswered,
  hearingSent,
  letter,
  letterId,
  noted,
  part,
  posted,
  refusal,
  sentToSource,
  told,
  withdrawn,
  writtenToSource,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

const start = applied('2026-11-13')
const informed = (on: string) => happened('caseSufficientlyInformed', on, { reason: 'Lægen har svaret.' })
const reminded = (on: string, answerBy: string) =>
  happened('sourceReminded', on, { requestId: part('request'), answerBy })
const tookBack = (on: string) => happened('consentWithdrawn', on, { consentId: part('consent') })
const offered = (on: string) => happened('actionPlanOffered', on, { how: 'samtale' })
const answeredPlan = (on: string, answer: 'yes' | 'no' | 'later' = 'no') =>
  happened('actionPlanAnswered', on, { answer, how: 'samtale' })
const otherSources = (on: string) => [
  happened('privacyNoticeGiven', on, {
    article: '14',
    how: 'otherSourcesNotice',
    letterId: letterId('otherSources'),
  }),
  letter('otherSourcesNotice', on, undefined, 'otherSources'),
]
const adverse = answeredBySource('2026-11-24', { adverse: true })
const heard = { record: { hearing: { kind: 'heard', hearingId: part('hearing') } } }

const planExamples = (clause: string): readonly Example[] => [
  example(
    clause,
    'kept: the plan was offered and Karen said no to it, before the decision',
    told(
      start,
      assessed('2026-11-23'),
      offered('2026-11-24'),
      answeredPlan('2026-11-26'),
      decided('2026-12-14'),
    ),
    '2026-12-15',
    ['kept'],
  ),
  example(
    clause,
    'kept: asked again after the decision, it was offered before it all the same',
    told(
      start,
      assessed('2026-11-23'),
      offered('2026-11-24'),
      answeredPlan('2026-11-26', 'later'),
      decided('2026-12-14'),
      offered('2027-01-11'),
      answeredPlan('2027-01-11', 'yes'),
    ),
    '2027-01-12',
    ['kept'],
  ),
  example(
    clause,
    'broken: a place is granted and nobody has asked',
    told(start, assessed('2026-11-23'), decided('2026-12-14')),
    '2026-12-15',
    ['broken'],
  ),
  example(
    clause,
    'kept late: offered first when the place was granted',
    told(
      start,
      assessed('2026-11-23'),
      decided('2026-12-14'),
      offered('2026-12-16'),
      answeredPlan('2026-12-16'),
    ),
    '2026-12-17',
    ['kept late'],
  ),
  example(
    clause,
    'does not apply: Karen’s mother of 79 is over pension age',
    told(applied('2026-11-13', { bornOn: '1947-03-02' }), assessed('2026-11-23'), decided('2026-12-14')),
    '2026-12-15',
    [],
  ),
  example(
    clause,
    'does not apply: particular social problems that are not judged serious',
    told(start, assessed('2026-11-23', { grounds: ['social'] }), decided('2026-12-14')),
    '2026-12-15',
    [],
  ),
  example(
    clause,
    'falls away: no place is granted',
    told(start, assessed('2026-11-23', { b: false }), decided('2026-12-14', refusal())),
    '2026-12-15',
    ['void'],
  ),
  example(
    clause,
    'falls away: a second assessment finds no functional impairment',
    told(
      start,
      assessed('2026-11-23'),
      assessed('2026-12-01', { grounds: ['social'] }),
      decided('2026-12-14'),
    ),
    '2026-12-15',
    ['void'],
  ),
]

export const informationExamples: readonly Example[] = [
  example(
    'RSL-11a',
    'kept: the doctor is asked with Karen’s consent',
    told(start, consented('2026-11-13'), asked('2026-11-16')),
    '2026-11-17',
    ['kept'],
  ),
  example(
    'RSL-11a',
    'kept: a consent withdrawn in the afternoon covered what was asked in the morning',
    told(
      start,
      consented('2026-11-13'),
      asked('2026-11-16'),
      happened('consentWithdrawn', '2026-11-16', { consentId: part('consent') }),
    ),
    '2026-11-17',
    ['kept'],
  ),
  example(
    'RSL-11a',
    'kept: asked without consent on a ground that is named',
    told(start, asked('2026-11-16', { consentId: undefined, withoutConsent: 'RSL § 11 c' })),
    '2026-11-17',
    ['kept'],
  ),
  example(
    'RSL-11a',
    'broken: the doctor is asked without consent',
    told(start, asked('2026-11-16', { consentId: undefined })),
    '2026-11-17',
    ['broken'],
  ),
  example(
    'RSL-11a',
    'broken: the consent was for the hospital, and the doctor is asked',
    told(start, consented('2026-11-13', { source: 'hospital' }), asked('2026-11-16')),
    '2026-11-17',
    ['broken'],
  ),
  example(
    'RSL-11a',
    'broken: the consent had run out',
    told(start, consented('2026-11-13', { until: '2026-11-15' }), asked('2026-11-16')),
    '2026-11-17',
    ['broken'],
  ),
  example(
    'RSL-11a',
    'broken: the consent was withdrawn the day before',
    told(
      start,
      consented('2026-11-13'),
      happened('consentWithdrawn', '2026-11-15', { consentId: part('consent') }),
      asked('2026-11-16'),
    ),
    '2026-11-17',
    ['broken'],
  ),
  example(
    'RSL-11a',
    'does not apply: Karen herself is asked',
    told(start, asked('2026-11-16', { source: 'citizen', consentId: undefined })),
    '2026-11-17',
    [],
  ),

  example(
    'K2.2a-2',
    'kept: Karen may tell of diagnoses and need not',
    told(start, asked('2026-11-16', { source: 'citizen', topic: 'diagnosis', mandatory: false })),
    '2026-11-17',
    ['kept'],
  ),
  example(
    'K2.2a-2',
    'broken: the case is made to wait for a diagnosis',
    told(start, asked('2026-11-16', { source: 'citizen', topic: 'diagnosis', mandatory: true })),
    '2026-11-17',
    ['broken'],
  ),
  example(
    'K2.2a-2',
    'does not apply: it is everyday life that is asked about',
    told(start, asked('2026-11-16', { topic: 'everydayLife', mandatory: true })),
    '2026-11-17',
    [],
  ),

  example(
    'GDPR-14',
    'kept: Karen is told that the doctor is asked',
    told(start, consented('2026-11-13'), asked('2026-11-16'), otherSources('2026-11-16'), [
      posted('otherSources', '2026-11-17'),
    ]),
    '2026-11-24',
    ['kept'],
  ),
  example(
    'GDPR-14',
    'broken: the letter that tells it failed in the post',
    told(start, consented('2026-11-13'), asked('2026-11-16'), otherSources('2026-11-16'), [
      failedInPost('otherSources', '2026-11-17'),
    ]),
    '2026-11-24',
    ['broken'],
  ),
  example('GDPR-14', 'does not apply: nobody else is asked', told(start), '2026-11-24', []),

  example(
    'HV-4',
    'kept: the doctor who has not answered is reminded within five working days, and answers',
    told(start, asked('2026-11-16'), reminded('2026-12-03', '2026-12-10'), answeredBySource('2026-12-09')),
    '2026-12-11',
    ['kept', 'kept'],
  ),
  example(
    'HV-4',
    'not yet: the day for the answer is not over',
    told(start, asked('2026-11-16')),
    '2026-11-30',
    ['not yet'],
  ),
  example('HV-4', 'due: the day for the answer has passed', told(start, asked('2026-11-16')), '2026-12-07', [
    'due',
  ]),
  example('HV-4', 'broken: nobody reminded the doctor', told(start, asked('2026-11-16')), '2026-12-08', [
    'broken',
  ]),
  example('HV-4', 'does not apply: nobody was asked', told(start), '2026-12-08', []),
  example(
    'HV-4',
    'falls away: Karen took back the consent that the doctor was asked on',
    told(start, consented('2026-11-13'), asked('2026-11-16'), tookBack('2026-11-20')),
    '2026-12-08',
    ['void'],
  ),
  example(
    'HV-4',
    'broken: she took it back and gave another, and nobody reminded the doctor',
    told(start, consented('2026-11-13'), asked('2026-11-16'), tookBack('2026-11-20'), [
      consented('2026-11-21', { consentId: part('second') }),
    ]),
    '2026-12-08',
    ['broken'],
  ),

  example(
    'HV-9',
    'kept: the letter to the doctor is sent the day after it was written',
    told(start, asked('2026-11-16'), writtenToSource('2026-11-16'), sentToSource('2026-11-17')),
    '2026-11-19',
    ['kept'],
  ),
  example(
    'HV-9',
    'due: it is written, and there are two working days to send it in',
    told(start, asked('2026-11-16'), writtenToSource('2026-11-16')),
    '2026-11-18',
    ['due'],
  ),
  example(
    'HV-9',
    'broken: it was left lying',
    told(start, asked('2026-11-16'), writtenToSource('2026-11-16')),
    '2026-11-19',
    ['broken'],
  ),
  example(
    'HV-9',
    'falls away: the doctor told it on the telephone',
    told(start, asked('2026-11-16'), writtenToSource('2026-11-16'), answeredBySource('2026-11-17')),
    '2026-11-19',
    ['void'],
  ),
  example(
    'HV-9',
    'falls away: Karen took back her consent before it was sent',
    told(start, consented('2026-11-13'), asked('2026-11-16'), writtenToSource('2026-11-16'), [
      tookBack('2026-11-17'),
    ]),
    '2026-11-19',
    ['void'],
  ),
  example(
    'HV-9',
    'does not apply: Karen herself is asked, by her own post',
    told(start, asked('2026-11-16', { source: 'citizen', consentId: undefined })),
    '2026-11-19',
    [],
  ),

  example(
    'RSL-10',
    'kept: it is said why the case is informed well enough, before it is decided',
    told(start, informed('2026-12-01'), decided('2026-12-14')),
    '2026-12-15',
    ['kept'],
  ),
  example(
    'RSL-10',
    'kept: said again later, it was said in time',
    told(start, informed('2026-12-01'), decided('2026-12-14'), informed('2026-12-20')),
    '2026-12-21',
    ['kept'],
  ),
  example(
    'RSL-10',
    'broken: decided without anybody saying so',
    told(start, decided('2026-12-14')),
    '2026-12-15',
    ['broken'],
  ),
  example('RSL-10', 'falls away: withdrawn', told(start, withdrawn('2026-12-01')), '2026-12-28', ['void']),

  example(
    'RSL-4',
    'kept: Sanne has spoken with Karen before deciding',
    told(start, noted('2026-11-24'), decided('2026-12-14')),
    '2026-12-15',
    ['kept'],
  ),
  example(
    'RSL-4',
    'kept: what Karen needs in order to take part is planned',
    told(
      start,
      happened('participationPlanned', '2026-11-18', { needs: 'Korte møder', agreed: 'Om formiddagen' }),
      decided('2026-12-14'),
    ),
    '2026-12-15',
    ['kept'],
  ),
  example(
    'RSL-4',
    'broken: writing down the application by telephone is not to have involved her',
    told(
      applied('2026-11-13', { channel: 'phone' }),
      noted('2026-11-13', { writesDown: 1 }),
      decided('2026-12-14'),
    ),
    '2026-12-15',
    ['broken'],
  ),
  example('RSL-4', 'falls away: withdrawn', told(start, withdrawn('2026-12-01')), '2026-12-28', ['void']),

  example(
    'K2.2a-3',
    'kept: the social worker has assessed, and does so again after the decision',
    told(start, assessed('2026-11-23'), decided('2026-12-14'), assessed('2026-12-20')),
    '2026-12-21',
    ['kept'],
  ),
  example(
    'K2.2a-3',
    'broken: it was the manager who assessed',
    told(start, assessed('2026-11-23', {}, asLeader), decided('2026-12-14')),
    '2026-12-15',
    ['broken'],
  ),
  example('K2.2a-3', 'falls away: withdrawn', told(start, withdrawn('2026-12-01')), '2026-12-28', ['void']),
  example(
    'K2.2a-4',
    'kept: it is settled whether Karen is in the target group',
    told(start, assessed('2026-11-23'), decided('2026-12-14')),
    '2026-12-15',
    ['kept'],
  ),
  example(
    'K2.2a-4',
    'broken: decided without an assessment',
    told(start, decided('2026-12-14')),
    '2026-12-15',
    ['broken'],
  ),
  example('K2.2a-4', 'falls away: withdrawn', told(start, withdrawn('2026-12-01')), '2026-12-28', ['void']),

  ...planExamples('K2.2a-6'),
  ...planExamples('SEL-141'),

  example(
    'FVL-19',
    'kept: Karen is heard over the doctor’s letter, and the decision refers to it',
    told(
      start,
      adverse,
      hearingSent('2026-11-26'),
      posted('hearing', '2026-11-26'),
      hearingAnswered('2026-12-03'),
      decided('2026-12-14', refusal(heard)),
    ),
    '2026-12-15',
    ['kept', 'kept'],
  ),
  example(
    'FVL-19',
    'falls away: she gets all she applied for',
    told(start, adverse, decided('2026-12-14')),
    '2026-12-15',
    ['void'],
  ),
  example(
    'FVL-19',
    'falls away: it is recorded why she was not heard, and the decision says so',
    told(start, adverse, decided('2026-12-14', refusal())),
    '2026-12-15',
    ['void', 'kept'],
  ),
  example(
    'FVL-19',
    'broken: refused on the doctor’s letter, which Karen has never been shown',
    told(start, adverse, decided('2026-12-14', refusal(heard))),
    '2026-12-15',
    ['broken', 'broken'],
  ),
  example(
    'FVL-19',
    'due: an adverse answer has come and the case is not decided',
    told(start, adverse),
    '2026-12-01',
    ['due'],
  ),
  example(
    'FVL-19',
    'does not apply: nothing speaks against her and nothing is decided',
    told(start, answeredBySource('2026-11-24')),
    '2026-12-01',
    [],
  ),

  example(
    'HV-3',
    'kept: Karen answers, after the day she was asked to',
    told(start, hearingSent('2026-12-01'), hearingAnswered('2026-12-21')),
    '2026-12-22',
    ['kept'],
  ),
  example(
    'HV-3',
    'due: she has not answered, and silence breaks nothing',
    told(start, hearingSent('2026-12-01')),
    '2027-01-20',
    ['due'],
  ),
  example(
    'HV-3',
    'falls away: it was decided without her answer',
    told(start, hearingSent('2026-11-20'), decided('2026-12-14', refusal(heard))),
    '2026-12-15',
    ['void'],
  ),
  example('HV-3', 'does not apply: no hearing was sent', told(start), '2026-12-15', []),

  example(
    'K2.1-2',
    'kept: the notice goes out on the very last day',
    told(start, delayNotice('2026-12-25', '2027-01-22'), dispatched('delayNotice', '2026-12-25')),
    '2026-12-28',
    ['kept'],
  ),
  example(
    'K2.1-2',
    'kept late: the notice goes out the day after the deadline, which is a breach',
    told(start, delayNotice('2026-12-26', '2027-01-22'), dispatched('delayNotice', '2026-12-26')),
    '2026-12-28',
    ['kept late'],
  ),
  example('K2.1-2', 'broken: the deadline passes in silence', told(start), '2026-12-26', ['broken']),
  example(
    'K2.1-2',
    'broken: the notice failed in the post',
    told(
      start,
      delayNotice('2026-12-22', '2027-01-22'),
      dispatched('delayNotice', '2026-12-22'),
      failedInPost('delayNotice', '2026-12-23'),
    ),
    '2026-12-28',
    ['broken'],
  ),
  example(
    'K2.1-2',
    'broken: decided late, and no notice went ahead of it',
    told(start, decided('2027-01-04')),
    '2027-01-05',
    ['broken'],
  ),
  example('K2.1-2', 'not yet: the deadline is more than two weeks away', told(start), '2026-12-10', [
    'not yet',
  ]),
  example('K2.1-2', 'falls away: decided in time', told(start, decided('2026-12-14')), '2026-12-28', [
    'void',
  ]),

  example(
    'K2.1-3',
    'kept: decided by the new date',
    told(
      start,
      delayNotice('2026-12-18', '2027-01-22'),
      posted('delayNotice', '2026-12-18'),
      decided('2027-01-22'),
    ),
    '2027-01-25',
    ['kept'],
  ),
  example(
    'K2.1-3',
    'broken: the new date passes as well',
    told(start, delayNotice('2026-12-18', '2027-01-22'), posted('delayNotice', '2026-12-18')),
    '2027-01-23',
    ['broken'],
  ),
  example(
    'K2.1-3',
    'falls away: a second notice went out before the new date, and its date is watched instead',
    told(
      start,
      delayNotice('2026-12-18', '2027-01-22'),
      posted('delayNotice', '2026-12-18'),
      delayNotice('2027-01-20', '2027-02-12', 'again'),
      posted('again', '2027-01-20'),
    ),
    '2027-02-13',
    ['void', 'broken'],
  ),
  example(
    'K2.1-3',
    'broken: the second notice came after the new date',
    told(
      start,
      delayNotice('2026-12-18', '2027-01-22'),
      posted('delayNotice', '2026-12-18'),
      delayNotice('2027-01-25', '2027-02-12', 'again'),
      posted('again', '2027-01-25'),
    ),
    '2027-01-26',
    ['broken', 'due'],
  ),
  example(
    'K2.1-3',
    'broken: decided by the new date in a letter that nobody sent',
    told(
      start,
      delayNotice('2026-12-18', '2027-01-22'),
      posted('delayNotice', '2026-12-18'),
      decidedUnsent('2027-01-20', grant()),
    ),
    '2027-01-25',
    ['broken'],
  ),
  example(
    'K2.1-3',
    'does not apply: no notice was needed',
    told(start, decided('2026-12-14')),
    '2026-12-28',
    [],
  ),
]
