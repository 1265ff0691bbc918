import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  asKaren,
  asLone,
  died,
  document,
  ida,
  karen,
  lone,
  mads,
  told,
} from '../../../../test/support/case-story.ts'
import { act, apply, attempt, outcomeOf } from '../../../../test/support/commands.ts'
import { UnitId } from '../../identity.ts'
import { isRefusal } from '../../refusal.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import type { EventActor } from '../envelope.ts'
import { letterKinds } from '../letter/events.ts'
import { getCaseFile } from '../read-case.ts'
import { findRepresentation, recipientsOn, scopesWithin } from '../recipients.ts'
import { widestScopes } from './decide.ts'
import { type RepresentationScope, representationScopes, representativeTypes } from './events.ts'

const on = '2026-11-20'
const open = apply()
const register = (more: object = {}): CaseCommand => ({
  type: 'registerRepresentative',
  input: {
    personId: lone,
    type: 'guardianPersonal',
    scopes: ['read', 'receiveLetters'],
    from: getDay(on),
    verified: 'Beskikkelsen er set',
    document: document('beskikkelse'),
    ...more,
  },
})
const withLone = act(open, register(), { on })
const [representation] = getCaseFile(withLone).representations
if (representation === undefined) throw new Error('Lone is not registered')
const revoke = {
  type: 'revokeRepresentative',
  input: { representationId: representation.representationId, reason: 'Fortrudt' },
} as const
const withMads = act(open, register({ type: 'partyRepresentative' }), { on })
const [given] = getCaseFile(withMads).representations
const revokeMads = {
  type: 'revokeRepresentative',
  input: { representationId: given?.representationId ?? representation.representationId, reason: 'Fortrudt' },
} as const
const handIn = { type: 'partyRepresentative', verified: undefined }
const pending = act(open, register(handIn), { on })
const pendingGuardian = act(open, register({ verified: undefined, document: undefined }), { on })
// The identifier follows from where in the history it stands, and so is that of whatever was registered first.
const { representationId } = representation
const verify = (more: object = {}): CaseCommand => ({
  type: 'verifyRepresentative',
  input: { representationId, how: 'Set i dag', ...more },
})
const reject: CaseCommand = {
  type: 'rejectRepresentative',
  input: { representationId, reason: 'Ikke skrevet under' },
}
const revokePending: CaseCommand = {
  type: 'revokeRepresentative',
  input: { representationId, reason: 'Fortrudt' },
}
const consider: CaseCommand = {
  type: 'considerRepresentationEnd',
  input: { representationId, outcome: 'Den fortsætter ikke.' },
}
const give = (more: object = {}): CaseCommand => ({
  type: 'giveRepresentation',
  input: { personId: ida, type: 'relativeReadOnly', scopes: ['read'], ...more },
})
const death = (diedOn: string) => ({ type: 'registerDeath', input: { diedOn: getDay(diedOn) } }) as const
const dead = told(applied('2026-11-13'), died('2026-11-16'))

test.each([
  [
    'a case is given to Mads',
    open,
    { type: 'assignCase', input: { unit: UnitId.parse('voksenteamet'), userId: mads } },
    'caseAssigned',
  ],
  [
    'a guardian is registered, with the paper',
    open,
    register(),
    'representativeRegistered documentRegistered',
  ],
  [
    'a guardian found in order without a paper',
    open,
    register({ document: undefined }),
    'refused needsDocument document',
  ],
  [
    'a lasting power without a paper',
    open,
    register({ type: 'lastingPower', document: undefined }),
    'refused needsDocument document',
  ],
  [
    'a power that the citizen gave in words',
    open,
    register({ type: 'partyRepresentative', document: undefined }),
    'representativeRegistered',
  ],
  ['the citizen as her own guardian', open, register({ personId: karen }), 'refused invalid personId'],
  [
    'a guardian in financial matters who would read the case',
    open,
    register({ type: 'guardianFinancial', scopes: ['read'] }),
    'refused noScope scopes',
  ],
  [
    'a guardian in financial matters with what goes with it',
    open,
    register({ type: 'guardianIncapacity', scopes: ['pay', 'receivePaymentLetters'] }),
    'representativeRegistered documentRegistered',
  ],
  [
    'a co-guardian who would consent alone',
    open,
    register({ type: 'coGuardian', scopes: ['consent'] }),
    'refused noScope scopes',
  ],
  ['a paper that is handed in is verified', pending, verify(), 'representativeVerified'],
  [
    'it is verified on another paper',
    pending,
    verify({ document: document('ny') }),
    'representativeVerified documentRegistered',
  ],
  ['a guardian without a paper is verified', pendingGuardian, verify(), 'refused needsDocument document'],
  ['it is verified twice', act(pending, verify(), { on }), verify(), 'refused alreadyDone'],
  ['it cannot be used', pending, reject, 'representativeRejected'],
  ['it is refused after it was verified', act(pending, verify(), { on }), reject, 'refused alreadyDone'],
  ['it is verified after it was refused', act(pending, reject, { on }), verify(), 'refused alreadyDone'],
  ['what was never handed in is verified', open, verify(), 'refused notFound'],
  [
    'Karen takes back what nobody has looked at yet',
    pending,
    revokePending,
    'representativeRevoked',
    asKaren,
  ],
  [
    'its end is asked about',
    act(open, register({ to: getDay('2026-12-24') }), { on }),
    consider,
    'representationEndConsidered',
  ],
  ['the end of one without an end', withLone, consider, 'refused alreadyDone'],
  ['Karen lets Ida look on', open, give(), 'representativeRegistered', asKaren],
  [
    'Karen lets Ida act, with a paper',
    open,
    give({ type: 'partyRepresentative', scopes: ['read', 'write'], document: document('fuldmagt') }),
    'representativeRegistered documentRegistered',
    asKaren,
  ],
  [
    'Karen lets Ida look on until yesterday',
    open,
    give({ to: getDay('2026-11-19') }),
    'refused dateBeforeFormer to',
    asKaren,
  ],
  [
    'Karen lets Ida look on and write',
    open,
    give({ scopes: ['read', 'write'] }),
    'refused noScope scopes',
    asKaren,
  ],
  ['Lone gives on what she was given', withLone, give(), 'refused notAllowed', asLone],
  ['staff let Ida look on in the citizen’s name', open, give(), 'refused notAllowed'],
  [
    'a power that ends before it begins',
    open,
    register({ to: getDay('2026-11-19') }),
    'refused dateBeforeFormer to',
  ],
  ['a companion who would read', open, register({ type: 'companion' }), 'refused noScope scopes'],
  [
    'a relative who would write',
    open,
    register({ type: 'relativeReadOnly', scopes: ['write'] }),
    'refused noScope scopes',
  ],
  [
    'a financial guardian who would consent',
    open,
    register({ type: 'guardianFinancial', scopes: ['consent'] }),
    'refused noScope scopes',
  ],
  ['a guardian for somebody who has died', dead, register(), 'refused personDied'],
  ['a power is revoked', withLone, revoke, 'representativeRevoked'],
  ['Karen ends the guardianship herself', withLone, revoke, 'refused guardianStays', asKaren],
  ['Karen ends the power that she gave', withMads, revokeMads, 'representativeRevoked', asKaren],
  ['a power is revoked twice', act(withLone, revoke, { on }), revoke, 'refused alreadyDone'],
  ['a power that is not there is revoked', open, revoke, 'refused notFound'],
  ['she dies', open, death('2026-11-19'), 'deathRegistered'],
  ['she dies tomorrow', open, death('2026-11-21'), 'refused dateInFuture diedOn'],
  ['she dies twice', dead, death('2026-11-19'), 'refused alreadyDone'],
] as const)('%s: %3$s', (_, history, command, outcome, by?: EventActor) => {
  expect(outcomeOf(history, command, { on, ...(by && { by }) })).toBe(outcome)
})

test('no kind of representative gets more than it may have, whatever is asked for', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...representativeTypes),
      fc.subarray<RepresentationScope>([...representationScopes]),
      (type, scopes) => {
        const result = attempt(open, register({ type, scopes }), { on })
        const within = scopes.every((scope) => scopesWithin(widestScopes[type]).includes(scope))
        expect(isRefusal(result)).toBe(!within)
        if (isRefusal(result)) return
        for (const scope of representationScopes) {
          const found = findRepresentation(getCaseFile(result), lone, scope, getDay(on))
          expect(found !== undefined).toBe(scopesWithin(scopes).includes(scope))
        }
      },
    ),
  )
})

describe('who gets the letters', () => {
  const until = act(open, register({ to: getDay('2026-12-01') }), { on })
  test.each([
    ['Karen alone, before the power begins', until, addDays(getDay(on), -1), [karen]],
    ['Karen and her guardian', until, getDay('2026-12-01'), [karen, lone]],
    ['Karen alone, when the power has ended', until, getDay('2026-12-02'), [karen]],
    ['Karen alone, when the power is revoked', act(withLone, revoke, { on }), getDay(on), [karen]],
    [
      'Karen alone, while nobody has looked at the paper',
      act(open, register({ verified: undefined }), { on }),
      getDay(on),
      [karen],
    ],
    ['Karen alone, when the paper could not be used', act(pending, reject, { on }), getDay(on), [karen]],
    ['nobody, when she has died', dead, getDay(on), []],
  ] as const)('%s', (_, history, day, recipients) => {
    expect(recipientsOn(getCaseFile(history), day, 'decision')).toEqual(recipients)
  })
})

test('a guardian in financial matters gets the letters that settle what is paid, and no other; nobody gets one instead of her', () => {
  const history = act(open, register({ type: 'guardianFinancial', scopes: ['receivePaymentLetters'] }), {
    on,
  })
  const file = getCaseFile(history)
  const gets = letterKinds.filter((kind) => recipientsOn(file, getDay(on), kind).includes(lone))
  expect(gets).toEqual(['decision', 'reassessment'])
  for (const kind of letterKinds) expect(recipientsOn(file, getDay(on), kind)).toContain(karen)
})
