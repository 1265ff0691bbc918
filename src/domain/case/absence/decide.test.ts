import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asPia,
  asSystem,
  continued,
  decided,
  died,
  grant,
  orderAccepted,
  ordered,
  part,
  remanded,
  repeatedAbsence,
  started,
  talkedWith,
  told,
} from '../../../../test/support/case-story.ts'
import { act, attempt, type History, outcomeOf } from '../../../../test/support/commands.ts'
import { carryingOut, endings } from '../../../../test/support/later-moves.ts'
import { isRefusal } from '../../refusal.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import { phaseOf } from '../phase.ts'
import { getCaseFile } from '../read-case.ts'
import { absenceCommands } from './decide.ts'
import { absenceEvents } from './events.ts'

const on = '2027-03-05'
const running = [
  applied('2026-11-13'),
  decided('2026-12-14'),
  ordered('2026-12-16'),
  orderAccepted('2026-12-18'),
  started('2027-01-04'),
]
const found = [...running, repeatedAbsence('2027-02-26')]
const talked = [...found, talkedWith('citizen', '2027-03-01'), talkedWith('provider', '2027-03-02')]

const day = (text: string, outcome: 'came' | 'cancelled' | 'noShow' = 'noShow') => ({
  day: getDay(text),
  outcome,
})
const look = (...days: readonly ReturnType<typeof day>[]): CaseCommand => ({
  type: 'recordAbsencePattern',
  input: { orderId: part('order'), days: [...days] },
})
const three = look(day('2027-02-22'), day('2027-02-24'), day('2027-02-26'))
const talk = (party: 'citizen' | 'provider', heldOn = on): CaseCommand => ({
  type: 'recordAbsenceDialogue',
  input: {
    patternId: part('pattern'),
    with: party,
    how: 'meeting',
    cause: 'days',
    words: 'Onsdag er svær.',
    heldOn: getDay(heldOn),
  },
})
const assess = (outcome: 'asIs' | 'adjusted' | 'proposedToEnd'): CaseCommand => ({
  type: 'assessContinuation',
  input: { patternId: part('pattern'), outcome, because: 'Torsdag passer bedre.' },
})

describe('the system writes the pattern down', () => {
  test.each<readonly [string, History, CaseCommand, string]>([
    ['three no-shows', told(running), three, 'absencePatternFound'],
    ['two no-shows', told(running), look(day('2027-02-22'), day('2027-02-24')), 'refused notFound'],
    [
      'days before the first day at the offer',
      told(running),
      look(day('2026-12-28'), day('2026-12-29'), day('2027-02-24')),
      'refused notFound',
    ],
    [
      'days that have not come yet',
      told(running),
      look(day('2027-03-08'), day('2027-03-09'), day('2027-03-10')),
      'refused notFound',
    ],
    ['while it is talked about', told(found), three, 'refused alreadyDone'],
    [
      'once it was settled, by the same days',
      told(talked, continued('asIs', '2027-03-04')),
      three,
      'refused notFound',
    ],
    [
      'once it was settled, by new days',
      told(talked, continued('asIs', '2027-03-01')),
      look(day('2027-03-02'), day('2027-03-03'), day('2027-03-04')),
      'absencePatternFound',
    ],
    ['where nobody has started', told(running.slice(0, 4)), three, 'refused notFound'],
    ['in an order that is not there', told(applied('2026-11-13')), three, 'refused notFound'],
    ['after her death', told(running, died('2027-03-01')), three, 'refused personDied'],
  ])('%s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on, by: asSystem })).toBe(outcome)
  })
  test('and nobody else', () => {
    for (const by of [asKaren, asPia, undefined])
      expect(outcomeOf(told(running), three, { on, ...(by && { by }) })).toBe('refused notAllowed')
  })
  test('with the facts behind it', () => {
    const history = act(
      told(running),
      look(day('2027-02-22'), day('2027-02-23', 'came'), day('2027-02-24'), day('2027-02-26')),
      { on, by: asSystem },
    )
    const [pattern] = getCaseFile(history).repeatedAbsence
    expect(pattern).toMatchObject({ on, basis: 'count', expected: 4, came: 1, to: '2027-02-26' })
    expect(pattern?.absences.map((a) => a.day)).toEqual(['2027-02-22', '2027-02-24', '2027-02-26'])
  })
})

describe('a person talks and assesses', () => {
  test.each<readonly [string, History, CaseCommand, string]>([
    ['a talk with the citizen', told(found), talk('citizen'), 'absenceDialogueHeld'],
    ['a talk with the provider', told(found), talk('provider'), 'absenceDialogueHeld'],
    ['a second talk with the citizen', told(talked), talk('citizen'), 'absenceDialogueHeld'],
    ['a talk tomorrow', told(found), talk('citizen', '2027-03-06'), 'refused dateInFuture heldOn'],
    [
      'a talk from before the absence',
      told(found),
      talk('citizen', '2027-02-25'),
      'refused dateBeforeAbsence heldOn',
    ],
    ['a talk about nothing found', told(running), talk('citizen'), 'refused notFound'],
    [
      'a talk when it is settled',
      told(talked, continued('asIs', '2027-03-04')),
      talk('citizen'),
      'refused alreadyDone',
    ],
    ['it goes on', told(talked), assess('asIs'), 'continuationAssessed'],
    ['an end is proposed', told(talked), assess('proposedToEnd'), 'continuationAssessed'],
    ['assessed before anybody was talked with', told(found), assess('asIs'), 'refused dialogueMissing'],
    [
      'assessed before the provider was talked with',
      told(found, talkedWith('citizen', '2027-03-01')),
      assess('asIs'),
      'refused dialogueMissing',
    ],
    [
      'assessed twice',
      told(talked, continued('asIs', '2027-03-04')),
      assess('adjusted'),
      'refused alreadyDone',
    ],
    [
      'a proposal is taken back',
      told(talked, continued('proposedToEnd', '2027-03-04')),
      assess('asIs'),
      'continuationAssessed',
    ],
    [
      'a proposal that a decision has answered',
      told(
        talked,
        continued('adjusted', '2027-03-03'),
        remanded('2027-03-03'),
        decided('2027-03-04', grant(), 'second'),
      ),
      assess('asIs'),
      'refused alreadyDone',
    ],
    ['after her death', told(talked, died('2027-03-04')), assess('asIs'), 'refused personDied'],
  ])('%s', (_, history, command, outcome) => {
    expect(outcomeOf(history, command, { on })).toBe(outcome)
  })
  test('never the system, never the citizen', () => {
    for (const by of [asSystem, asKaren]) {
      expect(outcomeOf(told(found), talk('citizen'), { on, by })).toBe('refused notAllowed')
      expect(outcomeOf(told(talked), assess('proposedToEnd'), { on, by })).toBe('refused notAllowed')
    }
  })
  test('a talk counts on the day it was held', () => {
    const history = act(told(found), talk('citizen', '2027-03-03'), { on })
    expect(history.at(-1)?.occurredOn).toBe('2027-03-03')
  })
})

/** K1.2-5: nothing ends and nothing shrinks because of absence; only a decision through the gate does that. */
describe('no sanction', () => {
  const withoutAbsence = (history: History) => {
    const { repeatedAbsence: _, lastSeq: __, lastRecordedOn: ___, retention, ...rest } = getCaseFile(history)
    // Which event came last is told there too: what was delivered to the archive must hold it.
    const { lastOther: ____, ...keeping } = retention
    return { ...rest, keeping }
  }
  const isAboutAbsence = (type: string) => Object.keys(absenceEvents).includes(type)

  test('an order with an end proposed runs as before, in days and in phase', () => {
    const before = told(talked)
    const after = act(before, assess('proposedToEnd'), { on })
    expect(withoutAbsence(after)).toEqual(withoutAbsence(before))
    expect(phaseOf(getCaseFile(after))).toBe('running')
    expect(getCaseFile(after).orders[0]?.content.daysPerWeek).toBe(5)
  })

  test('whatever happens to a placement, absence changes nothing in the case but what is known of the absence', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(
        fc.constantFrom(running, found, talked),
        fc.array(fc.tuple(fc.nat(10_000), fc.nat(5), fc.nat(1_000)), { maxLength: 30 }),
        (story, choices) => {
          let history = told(story)
          let today = getDay('2027-03-02')
          for (const [pick, gap, detail] of choices) {
            today = addDays(today, gap)
            const file = getCaseFile(history)
            const possible = [...carryingOut(file, today, detail), ...endings(file, today, detail)].filter(
              (m) => m.weight > 0,
            )
            const move = possible[pick % possible.length]
            const next = move && attempt(history, move.command, { on: today, by: move.by })
            if (next === undefined || isRefusal(next)) continue
            for (const { type } of next.slice(history.length).filter((event) => isAboutAbsence(event.type))) {
              seen.add(type)
              expect(withoutAbsence(next)).toEqual(withoutAbsence(history))
            }
            history = next
          }
        },
      ),
    )
    expect([...seen].sort()).toEqual(Object.keys(absenceEvents).sort())
  })

  test('the commands about absence write of absence alone, and order no letter', () => {
    const histories = [told(running), told(found), told(talked), told(talked, continued('adjusted', on))]
    const commands = [
      three,
      talk('citizen'),
      talk('provider'),
      assess('asIs'),
      assess('adjusted'),
      assess('proposedToEnd'),
    ]
    expect(new Set(commands.map((c) => c.type))).toEqual(new Set(Object.keys(absenceCommands)))
    for (const history of histories)
      for (const command of commands)
        for (const by of [asSystem, undefined]) {
          const outcome = outcomeOf(history, command, { on, ...(by && { by }) })
          if (!outcome.startsWith('refused'))
            for (const type of outcome.split(' ')) expect(isAboutAbsence(type)).toBe(true)
        }
  })
})
