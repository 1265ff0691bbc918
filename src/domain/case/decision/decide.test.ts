import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asMads,
  asPost,
  asSanne,
  assessed,
  died,
  happened,
  told,
  withdrawn,
} from '../../../../test/support/case-story.ts'
import {
  act,
  attempt,
  type Doing,
  outcomeOf,
  vejenTerms,
  withSecondReader,
} from '../../../../test/support/commands.ts'
import { completeDraft, noDepartures } from '../../../../test/support/drafts.ts'
import { isRefusal } from '../../refusal.ts'
import { getDay } from '../../time/calendar-day.ts'
import { currentProceeding } from '../case-file.ts'
import type { CaseCommand } from '../commands.ts'
import { getCaseFile } from '../read-case.ts'

const on = '2026-12-14'
const ready = told(
  applied('2026-11-13'),
  assessed('2026-11-23'),
  happened('actionPlanOffered', '2026-11-24', { how: 'samtale' }),
  happened('actionPlanAnswered', '2026-11-24', { answer: 'no', how: 'samtale' }),
  happened('caseSufficientlyInformed', '2026-12-01', { reason: 'Lægen har svaret.' }),
)
const draft = completeDraft(getCaseFile(ready), vejenTerms, getDay(on))
const partly = completeDraft(getCaseFile(ready), vejenTerms, getDay(on), { ...noDepartures, fewerDays: true })
const issue: CaseCommand = { type: 'issueDecision', input: { draft } }
const propose: CaseCommand = { type: 'proposeDecision', input: { draft } }
const approve: CaseCommand = { type: 'approveDecision', input: {} }
const giveBack: CaseCommand = { type: 'returnDecision', input: { remark: 'Se på transporten' } }
const later = (more: Partial<Doing> = {}): Doing => ({ on, terms: withSecondReader, ...more })

const proposed = act(ready, propose, later())
const returned = act(proposed, giveBack, later({ by: asMads }))
const made = act(ready, issue, { on })

test.each<readonly [string, typeof ready, CaseCommand, Doing, string]>([
  ['Sanne decides', ready, issue, { on }, 'decisionMade letterIssued'],
  ['Sanne decides twice', made, issue, { on }, 'refused alreadyDecided'],
  ['Sanne decides alone, where a second reader is asked for', ready, issue, later(), 'refused needsApproval'],
  ['Karen decides', ready, issue, { on, by: asKaren }, 'refused notAllowed'],
  ['the system decides', ready, issue, { on, by: asPost }, 'refused notAllowed'],
  ['the system proposes', ready, propose, later({ by: asPost }), 'refused notAllowed'],
  ['the system approves', proposed, approve, later({ by: asPost }), 'refused notAllowed'],
  ['Sanne proposes', ready, propose, later(), 'decisionProposed'],
  ['Sanne approves what she proposed', proposed, approve, later(), 'refused ownProposal'],
  ['Sanne returns what she proposed', proposed, giveBack, later(), 'refused ownProposal'],
  ['Mads approves', proposed, approve, later({ by: asMads }), 'decisionApproved decisionMade letterIssued'],
  ['Mads returns it', proposed, giveBack, later({ by: asMads }), 'decisionReturned'],
  ['Mads approves what he returned', returned, approve, later({ by: asMads }), 'refused nothingProposed'],
  ['Mads approves nothing', ready, approve, later({ by: asMads }), 'refused nothingProposed'],
  ['Sanne proposes anew', returned, propose, later(), 'decisionProposed'],
  [
    'decided after her death',
    act(ready, { type: 'registerDeath', input: { diedOn: getDay(on) } }, { on }),
    issue,
    { on },
    'refused personDied',
  ],
  [
    'decided after withdrawal',
    told(applied('2026-11-13'), withdrawn('2026-12-01')),
    issue,
    { on },
    'refused caseWithdrawn',
  ],
  [
    'proposed after her death',
    told(applied('2026-11-13'), died('2026-12-01')),
    propose,
    later(),
    'refused personDied',
  ],
])('%s: %4$s', (_, history, command, doing, outcome) => {
  expect(outcomeOf(history, command, doing)).toBe(outcome)
})

describe('the second pair of eyes', () => {
  test('issues the very draft that was read', () => {
    const approved = act(proposed, approve, later({ by: asMads }))
    const { decision, proposed: read } = currentProceeding(getCaseFile(approved))
    expect(decision?.record.decisionId).toBe(read?.decisionId)
    expect(decision?.record).toHaveProperty('place.purpose', draft.purpose)
    expect(decision?.actor).toEqual(asMads)
    expect(read?.actor).toEqual(asSanne)
  })
  test('sees the letter as it is today: what no longer holds is refused by name', () => {
    expect(attempt(proposed, approve, later({ on: '2027-02-01', by: asMads }))).toMatchObject({
      code: 'letterIncomplete',
      missing: ['effectiveDate', 'startDate'],
    })
  })
})

test('nobody says what the outcome is: it follows from what is given', () => {
  const outcome = (command: CaseCommand) => {
    const result = attempt(ready, command, { on })
    return isRefusal(result) ? result : currentProceeding(getCaseFile(result)).decision?.record.outcome
  }
  expect(outcome(issue)).toBe('GRANTED')
  expect(outcome({ type: 'issueDecision', input: { draft: partly } })).toBe('PARTIALLY_REFUSED')
})
