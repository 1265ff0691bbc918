/** How the place works with the goals: the plan, following them with the citizen, and one person to turn to. */
import {
  applied,
  asKaren,
  assessed,
  contactAppointed,
  decided,
  died,
  followed,
  happened,
  jens,
  orderAccepted,
  ordered,
  part,
  pia,
  planMade,
  rikke,
  started,
  type Told,
  told,
} from '../support/case-story.ts'
import { type Example, example } from './example.ts'

/** Said yes to, with a contact person; the first day is Monday 4 January 2027. */
const agreed: Told = [
  applied('2026-11-13'),
  assessed('2026-11-23'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  contactAppointed('2026-12-18', pia),
]
const there: Told = [agreed, started('2027-01-04')]
/** Four weeks after the first day, and the day after. */
const due = '2027-02-01'
const past = '2027-02-02'

const of = (clause: string, title: string, on: string, story: Told, expected: Example['expected']): Example =>
  example(clause, title, told(story), on, expected)

const other = {
  parts: [
    {
      goalId: part('other'),
      subGoal: 'Karen kender vejen.',
      method: 'Sammen de første gange.',
      responsible: { kind: 'inWords' as const, who: 'Kærhøj' },
    },
  ],
}

/** The order is kept before; what follows is the plan's part. */
const plans: readonly Example[] = [
  of(
    'K2.2a-7',
    'kept: the plan says how her goal is worked with',
    past,
    [there, planMade('2027-01-18')],
    ['kept', 'kept'],
  ),
  of(
    'K2.2a-7',
    'kept: the plan was ready before she came',
    past,
    [agreed, planMade('2026-12-21'), started('2027-01-04')],
    ['kept', 'kept'],
  ),
  of('K2.2a-7', 'due: she has been there for four weeks, and there is no plan', due, there, ['kept', 'due']),
  of('K2.2a-7', 'broken: after four weeks there is still no plan', past, there, ['kept', 'broken']),
  of(
    'K2.2a-7',
    'broken: the plan is about another goal than the order’s',
    past,
    [there, planMade('2027-01-18', other)],
    ['kept', 'broken'],
  ),
  of(
    'K2.2a-7',
    'is owed again when a new plan leaves her goal out',
    '2027-03-30',
    [there, planMade('2027-01-18'), planMade('2027-03-01', other)],
    ['kept', 'kept', 'broken'],
  ),
  of(
    'K2.2a-7',
    'kept: she wanted a § 141 plan, and her goals stand there',
    past,
    [
      applied('2026-11-13'),
      happened('actionPlanMade', '2026-12-10', {
        purpose: 'En hverdag',
        intervention: 'Værksted',
        expectedDuration: 'To år',
        otherMatters: 'Bolig',
        goals: [{ goalId: part('goal'), text: 'Ud', aim: 'maintain', towards: 'livingConditions' }],
      }),
      decided('2026-12-14'),
      ordered('2026-12-16'),
      orderAccepted('2026-12-18'),
      started('2027-01-04'),
    ],
    ['kept', 'kept'],
  ),
  of(
    'K2.2a-7',
    'the plan falls away: Karen died before it was due',
    past,
    [there, died('2027-01-20')],
    ['kept', 'void'],
  ),
]

const saying = (
  clause: string,
  said: { community?: string; dailyLife?: string },
  unsaid: typeof said,
): readonly Example[] => [
  of(clause, 'kept: the plan says how', past, [there, planMade('2027-01-18', said)], ['kept']),
  of(
    clause,
    'kept late: it says so when it is written anew',
    past,
    [there, planMade('2027-01-18', unsaid), planMade(past, said)],
    ['kept late'],
  ),
  of(clause, 'due: there is time for it yet', due, there, ['due']),
  of(
    clause,
    'broken: there is a plan, and it does not say how',
    past,
    [there, planMade('2027-01-18', unsaid)],
    ['broken'],
  ),
  of(
    clause,
    'is owed again when a new plan no longer says it',
    '2027-03-30',
    [there, planMade('2027-01-18', said), planMade('2027-03-01', unsaid)],
    ['kept', 'broken'],
  ),
  of(clause, 'does not apply before the first day', past, agreed, []),
]
const community = { community: 'Karen sidder ved bordet med dem, hun kender fra gåturen.' }
const dailyLife = { dailyLife: 'Karen køber selv ind til det, hun bager.' }

const contact: readonly Example[] = [
  of('K2.0-9', 'kept: she has had one contact person from the first day on', past, there, ['kept']),
  of(
    'K2.0-9',
    'kept: one change, and a new substitute, are no frequent change',
    past,
    [there, contactAppointed('2027-01-11', rikke), contactAppointed('2027-01-12', rikke)],
    ['kept'],
  ),
  of(
    'K2.0-9',
    'kept: the second change in half a year says why',
    past,
    [
      there,
      contactAppointed('2027-01-11', rikke),
      contactAppointed('2027-02-01', jens, 'Rikke er syg i længere tid'),
    ],
    ['kept', 'kept'],
  ),
  of(
    'K2.0-9',
    'kept: the second change comes half a year after the first',
    '2027-07-12',
    [there, contactAppointed('2027-01-11', rikke), contactAppointed('2027-07-11', jens)],
    ['kept'],
  ),
  of(
    'K2.0-9',
    'broken: the second change in half a year says nothing',
    past,
    [there, contactAppointed('2027-01-11', rikke), contactAppointed('2027-02-01', jens)],
    ['kept', 'broken'],
  ),
  of(
    'K2.0-9',
    'broken: she has come, and nobody is her contact person',
    '2027-01-05',
    [
      applied('2026-11-13'),
      decided('2026-12-14'),
      ordered('2026-12-16'),
      orderAccepted('2026-12-18'),
      started('2027-01-04'),
    ],
    ['broken'],
  ),
  of('K2.0-9', 'does not apply before the first day', past, agreed, []),
]

const following: readonly Example[] = [
  of(
    'K2.3-3',
    'kept: Pia followed the goal with her; the next is owed eight weeks after',
    '2027-03-01',
    [there, followed('2027-02-15')],
    ['kept', 'due'],
  ),
  of(
    'K2.3-3',
    'kept: Karen was asked and did not want to say',
    '2027-03-01',
    [there, followed('2027-02-15', undefined, { voice: { kind: 'declined' } })],
    ['kept', 'due'],
  ),
  of('K2.3-3', 'broken: eight weeks, and nobody has followed it', '2027-03-02', there, ['broken']),
  of(
    'K2.3-3',
    'broken: Karen said how it goes, and the place has not',
    '2027-03-02',
    [there, followed('2027-02-15', asKaren)],
    ['broken'],
  ),
  of(
    'K2.3-3',
    'broken: another goal than the order’s was followed',
    '2027-03-02',
    [there, followed('2027-02-15', undefined, { goalId: part('other') })],
    ['broken'],
  ),
  of('K2.3-3', 'does not apply before the first day', '2027-03-02', agreed, []),
]

export const interventionExamples: readonly Example[] = [
  ...plans,
  ...saying('K2.0-5', community, dailyLife),
  ...saying('K2.0-10', dailyLife, community),
  ...contact,
  ...following,
]
