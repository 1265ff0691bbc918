import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { formIn } from '../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asCommand, newPerson, newUser, vejen } from '../../../test/support/scopes.ts'
import { versionOn } from '../../casework/house.ts'
import { type Asking, perform } from '../../casework/perform.ts'
import { recordAttendance } from '../../casework/record-attendance.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { PartId, ProviderId } from '../../domain/identity.ts'
import { addDays, type CalendarDay, copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { addOfferFacts, attendanceOfOrders } from '../../store/attendance.ts'
import { read, write } from '../../store/connection.ts'
import { savePerson } from '../../store/persons.ts'
import { saveUser } from '../../store/users.ts'
import { routes } from '../routes.ts'

let database: FreshDatabase
let app: TestApp
let placed: Placed
let now = new Date('2026-11-09T08:00:00.000Z')
const [caseworker, worker, helper] = [newUser(), newUser(), newPerson()]
const wednesday = getDay('2026-11-25')

const asked = (roles: 'caseworker' | 'providerStaff'): Asking => ({
  municipality: vejen,
  today: copenhagenDay(now),
  subject:
    roles === 'caseworker'
      ? { roles: ['caseworker'], userId: caseworker, unit: unitOf() }
      : { roles: ['providerStaff'], userId: worker, provider: ProviderId.parse('kaerhoej') },
  actor: { kind: 'staff', userId: roles === 'caseworker' ? caseworker : worker, role: roles },
})
const unitOf = () => {
  const municipality = app.house.municipalities.get(vejen)
  if (municipality === undefined) throw new Error('no Vejen')
  return versionOn(municipality, wednesday).terms.unit
}

beforeAll(async () => {
  database = await freshDatabase()
  app = openTestApp({ database, routes, now: () => now })
  await write(database.app, asCommand(), async (tx) => {
    for (const [userId, role] of [
      [caseworker, 'caseworker'],
      [worker, 'providerStaff'],
    ] as const)
      await saveUser(tx, {
        userId,
        subject: role,
        name: role,
        phone: null,
        email: null,
        unit: role === 'caseworker' ? unitOf() : null,
        roles: [role],
        providerId: role === 'caseworker' ? null : ProviderId.parse('kaerhoej'),
        active: true,
      })
    await savePerson(tx, {
      personId: helper,
      validFrom: getDay('2026-01-01'),
      recordedAt: now,
      details: {
        givenName: 'Hanne',
        familyName: 'Eng',
        birthDate: getDay('1960-01-01'),
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    })
  })
  placed = await placeCitizen(app.house, { caseworker })
  const act = async (role: 'caseworker' | 'providerStaff', command: CaseCommand) => {
    const done = await perform(app.house, asked(role), {
      caseId: placed.caseId,
      commandId: randomUUID(),
      command,
    })
    expect(done).toMatchObject({ caseId: placed.caseId })
  }
  const { orderId } = placed
  await act('providerStaff', {
    type: 'acceptOrder',
    input: { orderId, startOn: getDay('2026-11-23'), contactPerson: worker },
  })
  await act('caseworker', {
    type: 'registerRepresentative',
    input: {
      personId: helper,
      type: 'partyRepresentative',
      scopes: ['read', 'write'],
      from: getDay('2026-11-09'),
      verified: 'Set på papir',
    },
  })
  now = new Date('2026-11-23T08:00:00.000Z')
  await act('providerStaff', { type: 'startPlacement', input: { orderId, startedOn: getDay('2026-11-23') } })
  await act('providerStaff', {
    type: 'setWeeklySchedule',
    input: {
      orderId,
      from: getDay('2026-11-23'),
      days: [1, 3, 4].map((weekday) => ({ weekday, part: 'full' as const, starts: '09:00', ends: '15:00' })),
    },
  })
  now = new Date('2026-11-25T06:00:00.000Z')
})
afterAll(() => database.drop())

const path = '/borger/afbud'
async function citizen(who: Parameters<TestApp['logIn']>[0]) {
  const { cookie, csrf } = await app.logIn(who)
  return {
    get: async (of: string) => (await app.get(of, cookie)).text(),
    send: async (fields: Record<string, string>, to = path) => {
      const answer = await app.post(to, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)
      return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
    },
  }
}
const factsOn = (day: CalendarDay) =>
  read(database.app, asCommand(), (tx) => attendanceOfOrders(tx, [placed.orderId], day, day))

test('two taps: the day that the week leads to is chosen, and the reason sends it; undone until the day begins', async () => {
  const asta = await citizen({ person: placed.person })
  const page = await asta.get(`${path}?dag=2026-11-26`)
  expect(page).toContain('Jeg kommer ikke')
  expect(page).toMatch(/value="2026-11-26"[^>]* checked/)
  expect(page).not.toMatch(/value="2026-11-27"/)
  expect(page).toContain('Vil ikke sige')
  const fields = { ...Object.fromEntries(formIn(page, path)), grund: 'unsaid' }
  expect(await asta.send(fields)).toMatchObject({ status: 303, location: `${path}?sendt=1` })
  // Sent twice it is one.
  expect((await asta.send(fields)).status).toBe(303)
  expect(await factsOn(getDay('2026-11-26'))).toMatchObject([
    {
      kind: 'cancelled',
      reason: 'unsaid',
      saidBy: 'citizen',
      actor: { kind: 'citizen', personId: placed.person },
    },
  ])
  const sent = await asta.get(`${path}?sendt=1`)
  expect(sent).toContain('Dit afbud er sendt')
  const undo = Object.fromEntries(formIn(sent, `${path}/fortryd`))
  expect((await asta.send(undo, `${path}/fortryd`)).status).toBe(303)
  expect(await factsOn(getDay('2026-11-26'))).toHaveLength(2)
  expect(await asta.get(`${path}?dag=2026-11-26`)).toMatch(/value="2026-11-26"[^>]* checked/)
})

test('a day that has begun can be cancelled and not be taken back', async () => {
  const asta = await citizen({ person: placed.person })
  expect((await asta.send({ dag: wednesday, grund: 'illness' })).status).toBe(303)
  const [fact] = await factsOn(wednesday)
  const undo = { dag: wednesday, ordre: placed.orderId, afbud: fact?.factId ?? '' }
  const refused = await asta.send(undo, `${path}/fortryd`)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Dagen er begyndt. Ring til tilbuddet')
  expect(await factsOn(wednesday)).toHaveLength(1)
})

test('a holiday is its first and its last day, and only the days between on which one is expected', async () => {
  const asta = await citizen({ person: placed.person })
  const days = { 'from-d': '7', 'from-m': '12', 'from-y': '2026', 'to-d': '13', 'to-m': '12', 'to-y': '2026' }
  expect((await asta.send({ ...days, 'to-d': '1', grund: 'holiday' })).status).toBe(422)
  expect((await asta.send({ ...days, grund: 'holiday' })).status).toBe(303)
  const cancelled = await Promise.all(
    [7, 8, 9, 10, 11].map((d) => factsOn(addDays(getDay('2026-12-01'), d - 1))),
  )
  expect(cancelled.map((f) => f.length)).toEqual([1, 0, 1, 1, 0])
})

test('whoever may write for the citizen cancels for them, and both are on record', async () => {
  const hanne = await citizen({ person: helper, actingFor: placed.person })
  expect((await hanne.send({ dag: '2026-11-30', grund: 'hospital' })).status).toBe(303)
  expect(await factsOn(getDay('2026-11-30'))).toMatchObject([
    { saidBy: 'relative', actor: { kind: 'citizen', personId: helper }, onBehalfOf: placed.person },
  ])
})

test('nobody cancels for others, nor takes back what the staff wrote, nor cancels what is over', async () => {
  const stranger = await citizen({ person: helper })
  expect((await stranger.send({ dag: '2026-12-02', grund: 'illness' })).status).toBe(422)
  expect(await factsOn(getDay('2026-12-02'))).toEqual([])
  const factId = randomUUID()
  await recordAttendance(app.house, asked('providerStaff'), [
    {
      factId,
      orderId: PartId.parse(placed.orderId),
      day: getDay('2026-12-02'),
      kind: 'cancelled',
      reason: 'illness',
      saidBy: 'residence',
      at: now.toISOString(),
      confirmed: true,
    },
  ])
  const asta = await citizen({ person: placed.person })
  const undone = await asta.send(
    { dag: '2026-12-02', ordre: placed.orderId, afbud: factId },
    `${path}/fortryd`,
  )
  expect(undone.status).toBe(422)
  expect((await asta.send({ dag: '2026-11-23', grund: 'illness' })).status).toBe(422)
  expect((await asta.send({ dag: 'i morgen', grund: 'illness' })).status).toBe(422)
  expect((await asta.send({ dag: '2026-12-03', grund: 'doven' })).status).toBe(422)
  expect(await factsOn(getDay('2026-12-03'))).toEqual([])
})

test('a day on which the offer is closed is not there to be cancelled', async () => {
  await write(database.app, asCommand(), (tx) =>
    addOfferFacts(tx, [
      {
        factId: randomUUID(),
        providerId: ProviderId.parse('kaerhoej'),
        day: getDay('2026-12-03'),
        kind: 'closed',
        reason: 'Personaledag',
        at: now.toISOString(),
        recordedAt: now.toISOString(),
        actor: { kind: 'system', name: 'test' },
      },
    ]),
  )
  expect(await (await citizen({ person: placed.person })).get(path)).not.toContain('value="2026-12-03"')
})
