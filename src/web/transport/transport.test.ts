import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { formIn } from '../../../test/support/case-pages.ts'
import { type Begun, placeSomebody } from '../../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asCommand, asSystem, newUser } from '../../../test/support/scopes.ts'
import type { Role } from '../../domain/access/permissions.ts'
import { dayOf } from '../../domain/attendance/day.ts'
import { ProviderId, UnitId, type UserId } from '../../domain/identity.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { rideOutcome } from '../../domain/transport/fact.ts'
import { absencesOf } from '../../store/absences.ts'
import { looksOnDay } from '../../store/access-log.ts'
import { attendanceOfOrders } from '../../store/attendance.ts'
import { read, write } from '../../store/connection.ts'
import { startDemoClock } from '../../store/demo-clock.ts'
import { savePerson } from '../../store/persons.ts'
import { sql } from '../../store/sql.ts'
import { rideFactsOn, rideOperators } from '../../store/transport.ts'
import { saveUser } from '../../store/users.ts'
import { routes } from '../routes.ts'

const today = getDay('2026-11-25')
const noon = new Date('2026-11-25T11:00:00.000Z')
const [mette, ole, sanne, mads, ada] = [newUser(), newUser(), newUser(), newUser(), newUser()]

let database: FreshDatabase
let app: TestApp
let asta: Begun
let bo: Begun
let carl: Begun
beforeAll(async () => {
  database = await freshDatabase()
  app = openTestApp({ database, routes, now: () => noon })
  await write(database.app, asCommand(), async (tx) => {
    await startDemoClock(tx, today)
    const staff: readonly [UserId, string, Role, string | null][] = [
      [mette, 'Mette Holm', 'providerStaff', 'kaerhoej'],
      [ole, 'Ole Andersen', 'providerStaff', 'noerrevang'],
      [sanne, 'Sanne Friis', 'caseworker', null],
      [mads, 'Mads Kjær', 'manager', null],
      [ada, 'Ada Lund', 'administrator', null],
    ]
    for (const [userId, name, role, provider] of staff)
      await saveUser(tx, {
        userId,
        subject: name,
        name,
        phone: null,
        email: null,
        unit: provider === null ? UnitId.parse('voksenteamet') : null,
        roles: [role],
        providerId: provider === null ? null : ProviderId.parse(provider),
        active: true,
      })
  })
  asta = await placeSomebody(database.app, { givenName: 'Asta' })
  bo = await placeSomebody(database.app, { givenName: 'Bo' })
  carl = await placeSomebody(database.app, { givenName: 'Carl' })
  await placeSomebody(database.app, { givenName: 'Dorte', provider: 'noerrevang' })
  await lives(asta, 'Asta', 'Åbenvej 4', false)
  await lives(bo, 'Bo', 'Hemmelig Allé 7', true)
  await write(database.app, asCommand(), (tx) =>
    tx.run(sql`
      update service_order set content = content || '{"transport":false}' where order_id = ${carl.orderId}`),
  )
})
afterAll(() => database.drop())

const lives = ({ personId }: Begun, givenName: string, street: string, isProtected: boolean) =>
  write(database.app, asCommand(), (tx) =>
    savePerson(tx, {
      personId,
      validFrom: today,
      recordedAt: noon,
      details: {
        givenName,
        familyName: 'Eng',
        birthDate: getDay('1988-02-03'),
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
        address: { street, postalCode: '6600', town: 'Vejen', protected: isProtected },
      },
    }),
  )

async function desk(userId: UserId) {
  const { cookie, csrf } = await app.logIn(userId)
  return {
    get: async (path: string) => {
      const answer = await app.get(path, cookie)
      return { status: answer.status, text: await answer.text(), headers: answer.headers }
    },
    post: async (path: string, fields: Record<string, string | string[]>) => {
      const answer = await app.post(path, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)
      return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
    },
  }
}

const operators = '/myndighed/koersel/selskaber'
const authority = '/myndighed/koersel'
const place = '/tilbud/koersel'
const sydtrafik = { name: 'Sydtrafik', phone: '76 60 86 00', cancelMinutes: '60', windowMinutes: '30' }

describe('who drives', () => {
  it('is said by the administrator, and what is wrong stands at its field with what was typed', async () => {
    const at = await desk(ada)
    expect((await at.get(operators)).text).toContain('ingen, der kører endnu')
    const wrong = await at.post(operators, { ...sydtrafik, name: '', cancelMinutes: 'en time' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Skriv et helt antal minutter.')
    expect(wrong.text).toContain('value="en time"')
    const unknown = await at.post(operators, { ...sydtrafik, providers: 'solgaarden' })
    expect(unknown.status).toBe(422)
    expect((await at.post(operators, { ...sydtrafik, providers: 'kaerhoej' })).status).toBe(303)
    const [saved] = await read(database.app, asSystem(), rideOperators)
    expect(saved).toMatchObject({ name: 'Sydtrafik', cancelMinutes: 60, providers: ['kaerhoej'] })
    const shown = await at.get(`${operators}?ret=${saved?.operatorId}`)
    expect(shown.text).toMatch(/value="kaerhoej" checked/)
    await at.post(operators, {
      ...sydtrafik,
      operator: saved?.operatorId ?? '',
      providers: 'kaerhoej',
      phone: '',
    })
    expect(await read(database.app, asSystem(), rideOperators)).toMatchObject([
      { operatorId: saved?.operatorId, phone: null },
    ])
  })

  it('is not the administrator’s reason to see whom', async () => {
    expect((await (await desk(ada)).get(authority)).status).toBe(403)
    expect((await (await desk(sanne)).get(operators)).status).toBe(403)
  })
})

describe('the operators’ lists', () => {
  it('hold whoever has the right, with address, and never a protected one, on the page or in the file', async () => {
    const at = await desk(sanne)
    const { text } = await at.get(authority)
    expect(text).toContain('Asta Eng')
    expect(text).toContain('Åbenvej 4, 6600 Vejen')
    expect(text).toContain('Beskyttet adresse')
    expect(text).not.toContain('Hemmelig')
    expect(text).not.toContain('Carl')
    // Nørrevang has nobody who drives: they stand apart, and on no operator's list.
    expect(text).toMatch(/Ingen kører for disse tilbud.*Dorte Eng/s)
    const [operator] = await read(database.app, asSystem(), rideOperators)
    const file = await at.get(`${authority}/${operator?.operatorId}/fil?dag=${today}`)
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(file.text).toContain('Til tilbuddet;08:30;09:00;Asta Eng;Åbenvej 4, 6600 Vejen;Kærhøj')
    expect(file.text).toContain('Bo Eng;Beskyttet adresse')
    expect(file.text).not.toMatch(/Hemmelig|Dorte|Carl/)
    expect((await at.get(`${authority}/${randomUUID()}/fil`)).status).toBe(404)
  })

  it('are looked at on the record, person by person', async () => {
    const looks = await read(database.app, asSystem(), (tx) => looksOnDay(tx, today))
    const of = (route: string) => looks.filter((l) => l.route === route && l.personId).map((l) => l.personId)
    expect(new Set(of('authority.rides'))).toContain(asta.personId)
    expect(new Set(of('authority.rides.file'))).toEqual(new Set([asta.personId, bo.personId]))
    expect(of('authority.rides')).not.toContain(carl.personId)
  })

  it('are handed over as they were seen; what changes after is marked, and a list that has moved on is not', async () => {
    const at = await desk(mads)
    const form = Object.fromEntries(formIn((await at.get(authority)).text, authority))
    const given = { dag: form.dag ?? '', operator: form.operator ?? '', seen: form.seen ?? '' }
    const press = { ...given, _command: randomUUID() }
    expect((await at.post(authority, press)).status).toBe(303)
    expect((await at.post(authority, press)).status).toBe(303)
    const shown = (await at.get(authority)).text
    expect(shown).toContain('af Mads Kjær')
    expect(shown).toContain('Intet er ændret siden da.')

    // Bo is ill: said at noon, too late for the morning and in time for the ride home at three.
    const provider = await desk(mette)
    await provider.post(`/tilbud/dag/${today}`, {
      order: bo.orderId,
      kind: 'cancelled',
      [`reason-${bo.orderId}`]: 'illness',
      [`saidBy-${bo.orderId}`]: 'residence',
    })
    const changed = (await at.get(authority)).text
    expect(changed).toContain('2 ændringer siden da.')
    expect(changed).toMatch(/Bo Eng.*Forgæves: afbud kom for sent.*Bo Eng.*Afbestilt/s)
    const stale = await at.post(authority, given)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Listen er ændret, siden du så den.')
    const theirs = (await provider.get(place)).text
    expect(theirs).toMatch(/<strong>Ændret<\/strong>/)
  })
})

describe('a provider', () => {
  it('sees its own people, and nobody’s address', async () => {
    const { text, status } = await (await desk(mette)).get(place)
    expect(status).toBe(200)
    expect(text).toContain('Asta Eng')
    expect(text).not.toMatch(/Dorte|Carl|Åbenvej|Hemmelig/)
    const other = (await (await desk(ole)).get(place)).text
    expect(other).toContain('Dorte Eng')
    expect(other).not.toContain('Asta')
  })

  it('says that the car did not come: it is the ride’s and not the person’s, pressed twice it is once, and undone', async () => {
    const at = await desk(mette)
    const _command = randomUUID()
    const of = { dag: today, order: asta.orderId, direction: 'there', part: 'full' }
    expect((await at.post(place, { ...of, kind: 'noShow', _command })).location).toBe(place)
    expect((await at.post(place, { ...of, kind: 'noShow', _command })).status).toBe(303)
    expect((await at.get(place)).text).toContain('Bilen kom ikke')
    const facts = () =>
      read(database.app, asSystem(), (tx) => attendanceOfOrders(tx, [asta.orderId], today, today))
    expect(await facts()).toMatchObject([{ factId: _command, kind: 'late', lateBy: 'transport' }])
    const outcome = () =>
      read(database.app, asSystem(), (tx) =>
        absencesOf(tx, { orderId: asta.orderId }, { from: today, to: today }),
      )
    expect(await outcome()).toMatchObject([{ outcome: 'transportFailed' }])
    await at.post(place, { ...of, undo: _command })
    expect(dayOf(await facts()).lateBy).toBeUndefined()
    expect((await at.get(place)).text).not.toContain('Bilen kom ikke')
    // The way home is kept, and has nothing to do with attendance.
    await at.post(place, { ...of, direction: 'home', kind: 'late' })
    expect(await read(database.app, asSystem(), (tx) => rideFactsOn(tx, today))).toHaveLength(3)
    expect(await facts()).toHaveLength(2)
  })

  it('takes a delay written on the day’s page as the ride’s own, once, and takes both back there', async () => {
    const at = await desk(mette)
    const ella = await placeSomebody(database.app, { givenName: 'Ella' })
    const day = `/tilbud/dag/${today}`
    const rides = async (of: Begun) =>
      (await read(database.app, asSystem(), (tx) => rideFactsOn(tx, today))).filter(
        (f) => f.orderId === of.orderId,
      )
    const attended = async (of: Begun) =>
      dayOf(await read(database.app, asSystem(), (tx) => attendanceOfOrders(tx, [of.orderId], today, today)))
    const [late, never] = [randomUUID(), randomUUID()]
    for (const _command of [late, late])
      await at.post(day, { order: ella.orderId, kind: 'rideLate', _command })
    const there = { direction: 'there', part: 'full' }
    expect(await rides(ella)).toMatchObject([{ factId: late, kind: 'late', ...there }])
    expect(await attended(ella)).toMatchObject({ lateBy: 'transport', all: [{ factId: late }] })
    expect((await at.get(place)).text).toContain('Fortryd: Bilen kom for sent')
    await at.post(day, { order: ella.orderId, undo: late })
    expect(rideOutcome(await rides(ella))).toBeUndefined()
    expect((await attended(ella)).lateBy).toBeUndefined()
    await at.post(day, { order: ella.orderId, kind: 'rideNoShow', _command: never })
    expect(rideOutcome(await rides(ella))).toMatchObject({ factId: never, kind: 'noShow', ...there })
    expect(await attended(ella)).toMatchObject({ lateBy: 'transport' })
    // Where nobody drives them it is about the day alone.
    expect((await at.post(day, { order: carl.orderId, kind: 'rideLate' })).status).toBe(303)
    expect(await attended(carl)).toMatchObject({ lateBy: 'transport' })
    expect(await rides(carl)).toEqual([])
    // A locked day takes its reason for both.
    const before = '/tilbud/dag/2026-11-11'
    const old = { order: ella.orderId, kind: 'rideLate' }
    expect((await at.post(before, old)).status).toBe(422)
    expect((await at.post(before, { ...old, [`text-${ella.orderId}`]: 'Glemt' })).status).toBe(303)
    expect(
      (await read(database.app, asSystem(), (tx) => rideFactsOn(tx, getDay('2026-11-11')))).map(
        (f) => f.kind,
      ),
    ).toEqual(['late'])
  })

  it.each([
    ['of another place', () => ({ order: asta.orderId }), ole, 'Personen har ikke en plads her'],
    ['without the right', () => ({ order: carl.orderId }), mette, 'Der er ikke bevilget kørsel'],
    ['tomorrow', () => ({ dag: '2026-11-26' }), mette, 'Vælg i dag eller en dag, der er gået.'],
    ['long ago', () => ({ dag: '2026-11-04' }), mette, 'Dagen er låst'],
    ['that is none', () => ({ order: 'x' }), mette, 'Vi kan ikke finde'],
  ])('is told no about a ride %s, and nothing is kept', async (_, more, who, words) => {
    const before = await read(database.app, asSystem(), (tx) => rideFactsOn(tx, today))
    const answer = await (await desk(who)).post(place, {
      dag: today,
      order: asta.orderId,
      direction: 'there',
      part: 'full',
      kind: 'late',
      ...more(),
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    expect(await read(database.app, asSystem(), (tx) => rideFactsOn(tx, today))).toEqual(before)
  })
})
