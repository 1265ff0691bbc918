import { describe, expect, test } from 'vitest'
import { birthDateOf, findCpr } from '../domain/person/cpr.ts'
import { ageOn, getDay } from '../domain/time/calendar-day.ts'
import { citizensOf } from './citizens.ts'
import { passesModulo11 } from './cpr.ts'
import { peopleToBe } from './log-in.ts'
import { casts, usualSeed } from './seed.ts'
import { testPersons } from './test-persons.ts'

const official = new Set(testPersons.map(([cpr]) => cpr))

describe.each(['2026-11-24', '2027-01-01', '2028-02-29'])('the people made around %s', (day) => {
  const anchor = getDay(day)
  const towns = casts().map((cast) => citizensOf(cast, { seed: usualSeed, anchor, size: 'full' }))
  const everybody = towns.flatMap((citizens) =>
    citizens.flatMap((c) => (c.helper ? [c, c.helper.citizen] : [c])),
  )

  test('are about two hundred, and a small neighbour', () => {
    const [vejen, lillerup] = towns.map((citizens) => citizens.length)
    expect(vejen).toBeGreaterThan(180)
    expect(vejen).toBeLessThan(220)
    expect(lillerup).toBe(15)
  })

  test('have numbers that nobody can have: official test persons’, or ones that the register gives to nobody', () => {
    for (const { cpr, bornOn } of everybody) {
      expect(findCpr(cpr)).toBe(cpr)
      expect(birthDateOf(cpr)).toBe(bornOn)
      expect(passesModulo11(cpr), cpr).toBe(false)
      expect(official.has(cpr) || (cpr.slice(6, 8) === '99' && bornOn.slice(5) > '01-04'), cpr).toBe(true)
    }
    expect(new Set(everybody.map((p) => p.cpr)).size).toBe(everybody.length)
    expect(new Set(everybody.map((p) => p.personId)).size).toBe(everybody.length)
  })

  test('have among them those whom it is easy to get wrong', () => {
    const [vejen = []] = towns
    const some = {
      'a protected address': vejen.some((c) => c.protected),
      'a guardian': vejen.some((c) => c.helper?.type === 'guardianPersonal'),
      'a party representative': vejen.some((c) => c.helper?.type === 'partyRepresentative'),
      'no Digital Post': vejen.some((c) => c.onPaper),
      'an interpreter': vejen.some((c) => c.interpreter),
      'under 18': vejen.some((c) => ageOn(c.bornOn, anchor) < 18),
      'over pension age': vejen.some((c) => ageOn(c.bornOn, anchor) >= 70),
      'overdue without notice': vejen.some(
        (c) =>
          c.path?.until === 'informed' && c.path.delayNotice === undefined && c.path.receivedDaysAgo > 42,
      ),
      'a late notice': vejen.some((c) => c.path?.delayNotice === 'late'),
      'a part refusal': vejen.some((c) => c.path?.outcome === 'part'),
      'a refusal in its complaint period': vejen.some(
        (c) => c.path?.outcome === 'refusal' && c.path.receivedDaysAgo < 60,
      ),
      'a provider that cannot': vejen.some((c) => c.path?.order === 'declined'),
      'failed post': vejen.some((c) => c.mailboxClosed === 'waits'),
      'a helper without power': vejen.some((c) => c.path?.helper),
      'a dispute between municipalities': vejen.some((c) => c.path?.disputed),
      'a second pair of eyes': vejen.some((c) => c.path?.until === 'proposed'),
      'a remand': vejen.some((c) => c.path?.remanded),
      'nobody’s yet': vejen.some((c) => c.path?.until === 'opened'),
    }
    expect(Object.entries(some).filter(([, there]) => !there)).toEqual([])
  })

  test('can be chosen at the test log-in, each in their own municipality', async () => {
    const listPeople = peopleToBe({ anchor, size: 'full' })
    const [vejen, lillerup] = [
      await listPeople('citizen', '0575', ''),
      await listPeople('citizen', '0999', ''),
    ]
    expect(vejen.length).toBeGreaterThan(180)
    expect(vejen.filter((p) => lillerup.some((other) => other.id === p.id))).toEqual([])
    expect((await listPeople('citizen', '0575', 'VÆRGE FOR')).map((p) => p.name)).toEqual([
      'Lonni Test Lauridsen',
    ])
    expect(await listPeople('staff', '0575', 'administrator')).toHaveLength(1)
    expect(await listPeople('staff', '1234', '')).toEqual([])
  })
})
