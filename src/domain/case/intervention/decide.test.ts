import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asPia,
  assessed,
  contactAppointed,
  decided,
  died,
  jens,
  orderAccepted,
  ordered,
  part,
  pia,
  planMade,
  rikke,
  sanne,
  started,
  told,
} from '../../../../test/support/case-story.ts'
import { act, outcomeOf } from '../../../../test/support/commands.ts'
import { getDay } from '../../time/calendar-day.ts'
import { currentOrder } from '../case-file.ts'
import type { CaseCommand, CaseCommandInput } from '../commands.ts'
import { contactChanges } from '../order/contact-person.ts'
import { getCaseFile } from '../read-case.ts'
import { goalsWithoutPlan, planOf } from './goals.ts'

const sent = [applied('2026-11-13'), assessed('2026-11-23'), decided('2026-12-14'), ordered('2026-12-16')]
const agreed = [...sent, orderAccepted('2026-12-18'), contactAppointed('2026-12-18', pia)]
const there = [...agreed, started('2027-01-04')]
const on = '2027-01-20'

const aPart = {
  goalId: part('goal'),
  subGoal: 'Karen spørger selv, om hun må være med.',
  method: 'Plads ved bordet hver tirsdag',
  responsible: { kind: 'staff', userId: pia },
} as const
const make = (more: Partial<CaseCommandInput<'makeInterventionPlan'>> = {}): CaseCommand => ({
  type: 'makeInterventionPlan',
  input: { orderId: part('order'), parts: [aPart], ...more },
})
const follow = (more: Partial<CaseCommandInput<'followGoal'>> = {}): CaseCommand => ({
  type: 'followGoal',
  input: {
    goalId: part('goal'),
    orderId: part('order'),
    level: -1,
    voice: { kind: 'said', words: 'Der er for meget larm.' },
    ...more,
  },
})
const own = { level: undefined, voice: { kind: 'declined' } } as const

test.each([
  ['a plan before the first day', told(...agreed), make(), asPia, 'interventionPlanMade'],
  ['a plan after it', told(...there), make(), asPia, 'interventionPlanMade'],
  [
    'a second plan',
    told(...there, planMade('2027-01-11')),
    make({ because: 'Mere ro' }),
    asPia,
    'interventionPlanMade',
  ],
  ['a plan before the place said yes', told(...sent), make(), asPia, 'refused orderNotAccepted'],
  [
    'a plan of an order that is not there',
    told(...there),
    make({ orderId: part('none') }),
    asPia,
    'refused notFound',
  ],
  [
    'a plan for a goal that is not hers',
    told(...there),
    make({ parts: [{ ...aPart, goalId: part('his') }] }),
    asPia,
    'refused unknownGoal parts',
  ],
  ['a plan after her death', told(...there, died('2027-01-15')), make(), asPia, 'refused personDied'],
  [
    'a plan when another place has her',
    told(...there, ordered('2027-01-15', {}, 'second'), orderAccepted('2027-01-15', '2027-01-15', 'second')),
    make(),
    asPia,
    'refused orderNotOpen',
  ],
  ['the goal followed by the place', told(...there), follow(), asPia, 'goalFollowed'],
  [
    'followed by the place without a level',
    told(...there),
    follow({ level: undefined }),
    asPia,
    'refused invalid level',
  ],
  ['followed by Karen, who does not want to say', told(...there), follow(own), asKaren, 'goalFollowed'],
  ['a level that Karen gives herself', told(...there), follow(), asKaren, 'refused invalid level'],
  ['followed before the first day', told(...agreed), follow(), asPia, 'refused placementNotStarted'],
  [
    'a goal that is not hers',
    told(...there),
    follow({ goalId: part('his') }),
    asPia,
    'refused unknownGoal goalId',
  ],
  ['followed after her death', told(...there, died('2027-01-15')), follow(), asPia, 'refused personDied'],
  [
    'followed when another place has her',
    told(...there, ordered('2027-01-15', {}, 'second'), orderAccepted('2027-01-15', '2027-01-15', 'second')),
    follow(),
    asPia,
    'refused orderNotOpen',
  ],
] as const)('%s: %4$s', (_, history, command, by, outcome) => {
  expect(outcomeOf(history, command, { on, by })).toBe(outcome)
})

test('saying nothing at all is no voice: declining is said', () => {
  expect(() => outcomeOf(told(...there), follow({ voice: { kind: 'said' } }), { on, by: asPia })).toThrow()
})

test('the later plan replaces the earlier, which stays on record; the citizen’s word and the place’s level stand apart', () => {
  const first = act(told(...there), make({ community: 'Ved bordet' }), { on, by: asPia })
  const then = act(first, make({ dailyLife: 'Indkøb' }), { on: '2027-02-01', by: asPia })
  const after = act(act(then, follow(), { on, by: asPia }), follow(own), { on, by: asKaren })
  const order = currentOrder(getCaseFile(after))
  if (order === undefined) throw new Error('no order')
  expect(order.plans).toHaveLength(2)
  expect(planOf(order)).toMatchObject({ dailyLife: 'Indkøb', on: '2027-02-01' })
  expect(planOf(order)).not.toHaveProperty('community')
  expect(goalsWithoutPlan(order, planOf(order))).toEqual([])
  expect(order.followed.map(({ level, voice }) => [level, voice.kind])).toEqual([
    [-1, 'said'],
    [undefined, 'declined'],
  ])
})

const appoint = (contactPerson: typeof pia, because?: string): CaseCommand => ({
  type: 'appointContactPerson',
  input: { orderId: part('order'), contactPerson, ...(because !== undefined && { because }) },
})
const changedOnce = [...there, contactAppointed('2027-01-11', rikke)]

test.each([
  ['the first change', told(...there), appoint(rikke), on, 'contactPersonAppointed'],
  ['the second, unexplained', told(...changedOnce), appoint(jens), on, 'refused changesOften because'],
  [
    'the second, with its reason',
    told(...changedOnce),
    appoint(jens, 'Rikke er syg'),
    on,
    'contactPersonAppointed',
  ],
  ['another substitute only', told(...changedOnce), appoint(rikke), on, 'contactPersonAppointed'],
  [
    'the second, half a year after',
    told(...changedOnce),
    appoint(jens),
    '2027-07-11',
    'contactPersonAppointed',
  ],
  [
    'the second, a day before that',
    told(...changedOnce),
    appoint(jens),
    '2027-07-10',
    'refused changesOften because',
  ],
] as const)('a contact person: %s: %4$s', (_, history, command, day, outcome) => {
  expect(outcomeOf(history, command, { on: day, by: asPia })).toBe(outcome)
})

test('there is exactly one contact person, however often it changed: the one who was appointed last', () => {
  const people = [pia, rikke, jens, sanne]
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 12 }), (chosen) => {
      const appointments = chosen.map((n) => contactAppointed('2027-01-11', people[n] ?? pia, 'Vagtplan'))
      const order = currentOrder(getCaseFile(told(...there, ...appointments)))
      const all = [0, ...chosen]
      expect(order?.contactPerson?.contactPerson).toBe(people[all.at(-1) ?? 0])
      expect(order?.contactPersons).toHaveLength(all.length)
      expect(order && contactChanges(order)).toHaveLength(
        all.filter((n, i) => i > 0 && n !== all[i - 1]).length,
      )
      expect(getDay(order?.contactPerson?.on ?? '')).toBe(order?.contactPersons.at(-1)?.on)
    }),
  )
})
