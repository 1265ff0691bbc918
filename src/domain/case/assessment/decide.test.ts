import { expect, test } from 'vitest'
import {
  applied,
  decided,
  orderDeclined,
  ordered,
  remanded,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import { apply, outcomeOf } from '../../../../test/support/commands.ts'
import type { CaseCommand } from '../commands.ts'
import type { Ground } from '../decision/record.ts'

const on = '2026-11-23'
const start = told(applied('2026-11-13'))
const evidence = [{ text: 'Samtale' }]
const assess = (answer: boolean, grounds: Ground[]): CaseCommand => ({
  type: 'assessTargetGroup',
  input: {
    criterionA: { answer, grounds, reasons: 'Følger efter en blodprop.' },
    criterionB: { answer: true, reasons: 'Karen isolerer sig.' },
    evidenceA: evidence,
    evidenceB: evidence,
  },
})
const byHelper = apply({ applicant: { kind: 'helper', relation: 'søster' } })
const consider: CaseCommand = {
  type: 'considerOtherPossibilities',
  input: { possibilities: { kind: 'none', because: 'Karen har § 85.' } },
}

const informed: CaseCommand = { type: 'markInformed', input: { reason: 'Vi ved nok.' } }
const until = [applied('2026-11-13'), decided('2026-11-16')]
const done = told(until)

test.each<readonly [string, ReturnType<typeof told>, CaseCommand, string]>([
  ['a yes to criterion A with its ground', start, assess(true, ['social']), 'targetGroupAssessed'],
  ['a yes to criterion A without a ground', start, assess(true, []), 'refused invalid grounds'],
  ['a no to criterion A', start, assess(false, []), 'targetGroupAssessed'],
  ['a no to criterion A with a ground', start, assess(false, ['mental']), 'refused invalid grounds'],
  ['what a relative without power sent in', byHelper, assess(true, ['mental']), 'refused needsConfirmation'],
  [
    'what was withdrawn',
    told(applied('2026-11-13'), withdrawn('2026-11-16')),
    assess(true, ['mental']),
    'refused caseWithdrawn',
  ],
  ['assessed when it is decided', done, assess(true, ['mental']), 'refused alreadyDecided'],
  ['other help when it is decided', done, consider, 'refused alreadyDecided'],
  ['called well informed when it is decided', done, informed, 'refused alreadyDecided'],
  ['after a remand', told(until, remanded('2026-11-20')), assess(true, ['mental']), 'targetGroupAssessed'],
  [
    'for another place',
    told(until, ordered('2026-11-17'), orderDeclined('2026-11-18')),
    assess(true, ['mental']),
    'targetGroupAssessed',
  ],
  ['other help: none, because', start, consider, 'otherPossibilitiesConsidered'],
])('assessed is %s: %3$s', (_, history, command, outcome) => {
  expect(outcomeOf(history, command, { on })).toBe(outcome)
})
