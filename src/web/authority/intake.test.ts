import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  dayFields,
  errorsIn,
  openTown,
  type TownAtWork,
} from '../../../test/support/case-pages.ts'
import { asSystem, vejen } from '../../../test/support/scopes.ts'
import { findCase } from '../../casework/load-case.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { findCaseByNumber } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { findPerson } from '../../store/persons.ts'

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk()
})
afterAll(() => t.database.drop())

const path = '/myndighed/henvendelse/ny'
const today = copenhagenDay(new Date())
const call = {
  channel: 'phone',
  cpr: '010190-0009',
  givenName: 'Birthe',
  familyName: 'Opdigtet',
  writtenDown: 'Vil gerne ud blandt andre. Ringer for sig selv.',
  difficulties: 'Bliver hurtigt træt',
  days: '3',
}
const caseOf = async (location: string | null) => {
  const number = /sager\/([\d-]+)/.exec(location ?? '')?.[1] ?? ''
  const found = await read(t.database.app, asSystem(vejen), async (tx) => {
    const entry = await findCaseByNumber(tx, number)
    return entry && (await findCase(tx, entry.caseId))
  })
  if (found === undefined) throw new Error(`no case at ${location}`)
  return found.file
}

describe('an application taken in by a caseworker', () => {
  it.each([
    [{ channel: '' }, 'f-channel: Vælg, hvordan den kom.'],
    [{ cpr: '310290-1234' }, 'f-cpr: Skriv CPR-nummeret. Det har ti tal.'],
    [{ cpr: '0101900' }, 'f-cpr: Skriv CPR-nummeret. Det har ti tal.'],
    [
      dayFields('receivedOn', addDays(today, 1)),
      'f-receivedOn: Skriv den dag, den kom. Den kan ikke ligge i fremtiden.',
    ],
    [
      dayFields('receivedOn', '2026-02-31'),
      'f-receivedOn: Skriv den dag, den kom. Den kan ikke ligge i fremtiden.',
    ],
    [{ writtenDown: '' }, 'f-writtenDown: Skriv, hvad der blev sagt.'],
    [{ familyName: '' }, 'f-familyName: Borgeren er ikke fundet. Skriv navnet.'],
    [{ days: '8' }, 'f-days: Skriv et antal dage mellem 0,5 og 7.'],
    [{ by: 'helper' }, 'f-relation: Skriv, hvem der henvender sig.'],
    [{ by: 'representative' }, 'f-representativeCpr: Skriv repræsentantens CPR-nummer. Det har ti tal.'],
    [
      { by: 'representative', representativeCpr: '0101900009' },
      'f-representativeCpr: Det er borgerens eget CPR-nummer.',
    ],
  ])('is refused with %o, and everything typed stays', async (wrong, sentence) => {
    const answer = await desk.send(path, { ...call, ...wrong })
    expect([answer.status, errorsIn(answer.text)]).toEqual([422, [sentence]])
    expect(answer.text).toContain('Bliver hurtigt træt')
    if (!('writtenDown' in wrong)) expect(answer.text).toContain(call.writtenDown)
    for (const value of Object.values(wrong)) if (value) expect(answer.text).toContain(`value="${value}"`)
    expect((await desk.send('/myndighed/soeg', { tekst: 'Birthe Opdigtet' })).text).toContain('Ingen fundet')
  })
  it('by telephone starts the clock on the day it came, is written down at once, and is receipted', async () => {
    const came = addDays(today, -3)
    const answer = await desk.send(path, {
      ...call,
      ...dayFields('receivedOn', came),
      place: 'kaerhoej',
      planWish: 'later',
      'consent-doctor': 'yes',
      'consent-residence': 'no',
    })
    expect([answer.status, errorsIn(answer.text)]).toEqual([303, []])
    const file = await caseOf(answer.location)
    expect(file.received.on).toBe(came)
    expect(file.notes).toMatchObject([{ text: call.writtenDown, writesDown: file.received.seq }])
    expect(file.letters.map((l) => l.kind)).toEqual(['receipt'])
    expect(file.applied).toMatchObject({ daysPerWeek: 3, place: 'kaerhoej' })
    expect(file.answers).toMatchObject({ difficultiesInWords: 'Bliver hurtigt træt', planWish: 'later' })
    expect(file.consents.map((k) => k.source)).toEqual(['doctor'])
    expect(file.consentRefusals.map((k) => k.source)).toEqual(['residence'])
  })
  it('shows an open case of the same citizen before another is opened, and keeps what was typed', async () => {
    const asked = await desk.send(path, call)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Findes sagen i forvejen?')
    expect(asked.text).toMatch(/Åben sag \d{4}-\d+/)
    expect(asked.text).toContain(call.writtenDown)
    const opened = await desk.send(path, { ...call, anyway: 'yes' })
    expect(opened.status).toBe(303)
  })
  it('shows somebody of the same name born on the same day', async () => {
    const asked = await desk.send(path, {
      ...call,
      cpr: '170590-0007',
      givenName: 'Kirsten',
      familyName: 'Prøve',
    })
    expect(asked.text).toContain('Kirsten Prøve (17. maj 1990)')
    expect(asked.text).not.toContain('Åben sag')
  })
  it('posted twice opens one case', async () => {
    const { cookie, csrf } = await t.test.logIn(t.town.caseworker)
    const body = {
      ...call,
      ...dayFields('receivedOn', today),
      cpr: '020288-0005',
      givenName: 'Poul',
      _csrf: csrf,
      _command: 'd2b7f4f0-0000-4000-8000-000000000001',
      transport: 'unknown',
      anyway: 'yes',
    }
    const [first, again] = [await t.test.post(path, body, cookie), await t.test.post(path, body, cookie)]
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
  })
  it('by a helper starts the clock too, and no consent counts until the citizen stands by it', async () => {
    const answer = await desk.send(path, {
      ...call,
      cpr: '030377-0002',
      givenName: 'Ole',
      by: 'helper',
      relation: 'mor',
      'consent-doctor': 'yes',
    })
    const file = await caseOf(answer.location)
    expect(file.applicant).toMatchObject({ kind: 'helper', relation: 'mor' })
    expect(file.consents).toEqual([])
    const at = answer.location ?? ''
    expect((await desk.get(`${at}/parter`)).text).toContain('Borgeren har ikke bekræftet ansøgningen.')
    const confirmed = await desk.done(`${at}/parter/bekraeftelse`, { how: 'Ringede selv i dag.' })
    expect(confirmed.text).toContain('Bekræftet af borgeren')
  })
  it('by a representative leads on to registering what they may', async () => {
    const answer = await desk.send(path, {
      ...call,
      channel: 'letter',
      writtenDown: '',
      cpr: '040466-0001',
      givenName: 'Tage',
      by: 'representative',
      representativeCpr: '050555-0006',
      representativeGiven: 'Vera',
      representativeFamily: 'Opdigtet',
    })
    expect(answer.location).toMatch(/\/parter\/repraesentant$/)
    expect((await desk.get(answer.location ?? '')).text).toContain('value="0505550006"')
    const file = await caseOf(answer.location)
    expect(file.letters[0]?.copies).toHaveLength(2)
    expect(file.notes).toEqual([])
  })
  it('of somebody with a protected address who gets no Digital Post', async () => {
    const answer = await desk.send(path, {
      ...call,
      cpr: '060644-0003',
      givenName: 'Signe',
      street: 'Prøvevej 1',
      postalCode: '6600',
      town: 'Vejen',
      marks: ['protected', 'exempt'],
    })
    const { personId } = await caseOf(answer.location)
    const person = await read(t.database.app, asSystem(vejen), (tx) => findPerson(tx, personId))
    expect(person).toMatchObject({
      digitalPostExempt: true,
      address: { street: 'Prøvevej 1', protected: true },
    })
    expect((await desk.get(answer.location ?? '')).text).toContain('Beskyttet adresse')
  })
})
