/** What one press on a tablet sets aside and takes back, and for how long somebody who identified is believed. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyDayOfFacts, fact } from '../../../test/support/attendance.ts'
import { dayOf } from '../attendance/day.ts'
import type { AttendanceFact } from '../attendance/fact.ts'
import { PersonId, UserId } from '../identity.ts'
import { DeviceId } from './device.ts'
import { confirms, proofMinutes } from './passkey.ts'
import { againstArrival, choicesOf, stateWith, undoable } from './press.ts'

const at = (time: string) => `2026-11-25T${time}:00.000Z`

it('whichever of the contradicting facts is said to hold, it holds, the day stands as the button said, and nothing is lost', () => {
  fc.assert(
    fc.property(anyDayOfFacts, (facts) => {
      const day = dayOf(facts)
      fc.pre(day.state === 'unknown')
      for (const { fact: holds, setsAside, takesBack } of choicesOf(day)) {
        const later = { at: at('20:00') }
        const pressed = [
          ...takesBack.map((refersTo) => fact('undone', { refersTo, ...later })),
          fact('settled', { refersTo: holds.factId, setsAside: [...setsAside], ...later }),
        ]
        const after = dayOf([...pressed, ...facts])
        expect(after.all).toHaveLength(day.all.length + pressed.length)
        expect(after.holding).toContainEqual(holds)
        const came = ['here', 'gone']
        const said = stateWith(holds.kind)
        // Somebody who came and was seen to leave has left, whichever of the two was chosen.
        expect(came.includes(said) ? came : [said]).toContain(after.state)
      }
    }),
  )
})

it('an arrival sets aside a no-show and what staff wrote, and never the citizen’s own word', () => {
  const noShow = fact('noShow', { at: at('09:00') })
  const own = fact('cancelled', { at: at('07:00'), reason: 'illness', saidBy: 'citizen' })
  const staff = fact('cancelled', { at: at('09:00'), reason: 'other', saidBy: 'staff' })
  expect(againstArrival(dayOf([noShow, own, staff])).toSorted()).toEqual(
    [noShow.factId, staff.factId].toSorted(),
  )
})

it('takes back what staff recorded last, and not a cancellation of the citizen’s own', () => {
  const came = fact('arrived', { at: at('08:00') })
  const said = { at: at('08:30'), reason: 'illness', saidBy: 'citizen' } as const
  const byThem: AttendanceFact = {
    ...fact('cancelled', said),
    actor: { kind: 'citizen', personId: PersonId.parse(randomUUID()) },
  }
  expect(undoable(dayOf([came, fact('left', { at: at('14:00') })]))?.kind).toBe('left')
  expect(undoable(dayOf([fact('cancelled', said)]))?.kind).toBe('cancelled')
  expect(undoable(dayOf([byThem]))).toBeUndefined()
})

it('believes whoever identified at this tablet for a quarter of an hour, by the tablet’s clock put right', () => {
  const [userId, deviceId] = [UserId.parse(randomUUID()), DeviceId.parse(randomUUID())]
  const use = { userId, deviceId, usedAt: at('08:00'), expiresAt: at(`08:${proofMinutes}`) }
  const made = { userId, deviceId, at: at('08:10'), skewSeconds: 0 }
  expect(confirms(use, made)).toBe(true)
  expect(confirms(undefined, made)).toBe(false)
  expect(confirms(use, { ...made, userId: UserId.parse(randomUUID()) })).toBe(false)
  expect(confirms(use, { ...made, deviceId: DeviceId.parse(randomUUID()) })).toBe(false)
  expect(confirms(use, { ...made, at: at('08:16') })).toBe(false)
  expect(confirms(use, { ...made, at: at('07:50') })).toBe(false)
  // A clock that is two hours ahead says 10:10.
  expect(confirms(use, { ...made, at: at('10:10'), skewSeconds: 7200 })).toBe(true)
})
