import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applied, asKaren, died, karen, lone, mads, told } from '../../../../test/support/case-story.ts'
import { act, apply, attempt, outcomeOf } from '../../../../test/support/commands.ts'
import { UnitId } from '../../identity.ts'
import { isRefusal } from '../../refusal.ts'
import { addDays, getDay } from '../../time/calendar-day.ts'
import type { CaseCommand } from '../commands.ts'
import type { EventActor } from '../envelope.ts'
import { getCaseFile } from '../read-case.ts'
import { findRepresentation, recipientsOn } from '../recipients.ts'
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
const death = (diedOn: string) => ({ type: 'registerDeath', input: { diedOn: getDay(diedOn) } }) as const
const dead = told(applied('2026-11-13'), died('2026-11-16'))

test.each([
  [
    'a case is given to Mads',
    open,
    { type: 'assignCase', input: { unit: UnitId.parse('voksenteamet'), userId: mads } },
    'caseAssigned',
  ],
  ['a guardian is registered', open, register(), 'representativeRegistered'],
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
        const within = scopes.every((scope) => widestScopes[type].includes(scope))
        expect(isRefusal(result)).toBe(!within)
        if (isRefusal(result)) return
        for (const scope of representationScopes) {
          const found = findRepresentation(getCaseFile(result), lone, scope, getDay(on))
          expect(found !== undefined).toBe(scopes.includes(scope))
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
    ['nobody, when she has died', dead, getDay(on), []],
  ] as const)('%s', (_, history, day, recipients) => {
    expect(recipientsOn(getCaseFile(history), day)).toEqual(recipients)
  })
})
