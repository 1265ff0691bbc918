import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/app.ts'
import { formIn } from '../../../../test/support/case-pages.ts'
import { type Begun, placeSomebody } from '../../../../test/support/placement.ts'
import { type FreshDatabase, freshDatabase } from '../../../../test/support/postgres.ts'
import { asCommand, newUser, vejen } from '../../../../test/support/scopes.ts'
import type { Asking } from '../../../casework/perform.ts'
import { recordAttendance } from '../../../casework/record-attendance.ts'
import { dayOf } from '../../../domain/attendance/day.ts'
import type { NewAttendance } from '../../../domain/attendance/fact.ts'
import { PartId, ProviderId } from '../../../domain/identity.ts'
import { addDays, getDay } from '../../../domain/time/calendar-day.ts'
import { attendanceOfOrders } from '../../../store/attendance.ts'
import { read, write } from '../../../store/connection.ts'
import { startDemoClock } from '../../../store/demo-clock.ts'
import { saveGroup } from '../../../store/schedules.ts'
import { saveUser } from '../../../store/users.ts'
import { idFrom } from '../../platform/id-from.ts'
import { routes } from '../../routes.ts'

const today = getDay('2026-11-25')
const noon = new Date('2026-11-25T11:00:00.000Z')
const kaerhoej = ProviderId.parse('kaerhoej')
const [mette, ole] = [newUser(), newUser()]
const haven = randomUUID() as Parameters<typeof saveGroup>[1]['groupId']

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
    for (const [userId, name, provider] of [
      [mette, 'Mette Holm', 'kaerhoej'],
      [ole, 'Ole Andersen', 'noerrevang'],
    ] as const)
      await saveUser(tx, {
        userId,
        subject: name,
        name,
        phone: null,
        email: null,
        unit: null,
        roles: ['providerStaff'],
        providerId: ProviderId.parse(provider),
        active: true,
      })
    await saveGroup(tx, {
      providerId: kaerhoej,
      groupId: haven,
      name: 'Haven',
      activeFrom: today,
      activeTo: null,
    })
  })
  asta = await placeSomebody(database.app, { groupId: haven, considerations: 'Tåler ikke nødder' })
  bo = await placeSomebody(database.app, { givenName: 'Bo', groupId: haven })
  carl = await placeSomebody(database.app, { givenName: 'Carl', weekdays: [] })
  await placeSomebody(database.app, { givenName: 'Dorte', provider: 'noerrevang' })
})
afterAll(() => database.drop())

const factsOf = ({ orderId }: Begun, day = today) =>
  read(database.app, asCommand(), (tx) => attendanceOfOrders(tx, [orderId], day, day))
const stateOf = async (of: Begun, day = today) => dayOf(await factsOf(of, day)).state

async function desk(userId = mette) {
  const { cookie, csrf } = await app.logIn(userId)
  const get = async (path: string) => {
    const answer = await app.get(path, cookie)
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  return {
    get,
    /** Presses a button in the form of one person's row. */
    press: async (fields: Record<string, string>, day: string = today) => {
      const answer = await app.post(
        `/tilbud/dag/${day}`,
        { _csrf: csrf, _command: randomUUID(), ...fields },
        cookie,
      )
      return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
    },
    post: async (path: string, fields: Record<string, string>) => {
      const answer = await app.post(path, { _csrf: csrf, _command: randomUUID(), ...fields }, cookie)
      return { status: answer.status, text: await answer.text() }
    },
  }
}

const asking: Asking = {
  municipality: vejen,
  today,
  subject: { roles: ['providerStaff'], userId: mette, provider: kaerhoej },
  actor: { kind: 'staff', userId: mette, role: 'providerStaff' },
}
const factAbout = (of: Begun, more: Partial<NewAttendance> = {}): NewAttendance => ({
  factId: randomUUID(),
  orderId: of.orderId,
  day: today,
  kind: 'arrived',
  at: noon.toISOString(),
  confirmed: true,
  ...more,
})

describe('today', () => {
  test('shows who is expected by group, the ride, what is important, and who has no schedule', async () => {
    const { text, status } = await (await desk()).get('/tilbud/i-dag')
    expect(status).toBe(200)
    expect(text).toContain('Haven')
    expect(text).toContain('Alle 2 forventede er her')
    expect(text).toContain('Tåler ikke nødder')
    expect(text).toContain('09:00–15:00')
    expect(text).toMatch(/Mangler ugeskema \(1\).*Carl Eng/s)
    expect(text).not.toContain('Dorte')
    expect(text).not.toContain('<img')
  })

  test('one press checks somebody in, pressed twice it is one, and undo takes it back', async () => {
    const at = await desk()
    const _command = randomUUID()
    const press = { order: asta.orderId, kind: 'arrived', _command }
    expect(await at.press(press)).toMatchObject({ status: 303, location: `/tilbud/i-dag#r-${asta.orderId}` })
    expect((await at.press(press)).status).toBe(303)
    expect(await factsOf(asta)).toHaveLength(1)
    expect(await stateOf(asta)).toBe('here')
    const shown = await at.get('/tilbud/i-dag')
    expect(shown.text).toMatch(/kommet kl\. 12.00, Mette Holm/)
    expect(shown.text).toContain('Fortryd: kommet')
    await at.press({ order: asta.orderId, undo: _command })
    expect(await stateOf(asta)).toBe('expected')
    expect(await factsOf(asta)).toHaveLength(2)
  })

  test('all expected are here, each once, also when it is pressed again', async () => {
    const at = await desk()
    const page = await at.get('/tilbud/i-dag')
    const form = Object.fromEntries(formIn(page.text, `/tilbud/dag/${today}`))
    const press = { alle: haven, _command: form._command ?? '' }
    expect((await at.press(press)).status).toBe(303)
    expect((await at.press(press)).status).toBe(303)
    expect([await stateOf(asta), await stateOf(bo)]).toEqual(['here', 'here'])
    expect(await factsOf(bo)).toHaveLength(1)
    expect(await stateOf(carl)).toBe('expected')
    await at.press({ order: bo.orderId, kind: 'left' })
    expect(await stateOf(bo)).toBe('gone')
  })

  test('who has no schedule is checked in all the same', async () => {
    await (await desk()).press({ order: carl.orderId, kind: 'arrived' })
    expect(await stateOf(carl)).toBe('here')
  })

  test('a cancellation needs a reason and whose word it is; what was chosen is not lost', async () => {
    const eva = await placeSomebody(database.app, { givenName: 'Eva' })
    const at = await desk()
    const half = await at.press({
      order: eva.orderId,
      kind: 'cancelled',
      [`reason-${eva.orderId}`]: 'illness',
    })
    expect(half.status).toBe(422)
    expect(half.text).toMatch(/value="illness" selected/)
    await at.press({
      order: eva.orderId,
      kind: 'cancelled',
      [`reason-${eva.orderId}`]: 'illness',
      [`saidBy-${eva.orderId}`]: 'residence',
    })
    expect(await factsOf(eva)).toMatchObject([{ kind: 'cancelled', reason: 'illness', saidBy: 'residence' }])
  })

  test('who comes after all is pressed in beside the no-show that one sees, and nothing is to settle', async () => {
    const fie = await placeSomebody(database.app, { givenName: 'Fie' })
    const at = await desk()
    await at.press({ order: fie.orderId, kind: 'noShow' })
    expect(await stateOf(fie)).toBe('noShow')
    await at.press({ order: fie.orderId, kind: 'arrived' })
    expect(await stateOf(fie)).toBe('here')
    expect(await factsOf(fie)).toHaveLength(3)
  })

  test('of what two of the staff recorded against each other a person chooses what holds', async () => {
    const gry = await placeSomebody(database.app, { givenName: 'Gry' })
    const arrived = factAbout(gry, { at: '2026-11-25T08:00:00.000Z' })
    const noShow = factAbout(gry, { kind: 'noShow', at: '2026-11-25T09:00:00.000Z' })
    await recordAttendance(app.house, asking, [noShow])
    await recordAttendance(app.house, asking, [arrived])
    const at = await desk()
    const shown = await at.get('/tilbud/i-dag')
    expect(shown.text).toMatch(/Skal afklares \(1\).*Gry Eng/s)
    expect(shown.text).toContain('Det her passer: kommet kl. 09.00, Mette Holm')
    await at.press({ order: gry.orderId, settle: arrived.factId })
    expect(await stateOf(gry)).toBe('here')
    expect(await factsOf(gry)).toHaveLength(3)
  })

  test('the list for a day without power has room to write', async () => {
    const { text } = await (await desk()).get('/tilbud/i-dag/print')
    expect(text).toMatch(/Asta Eng/)
    expect(text).toContain('Kom kl.')
  })
})

describe('faults', () => {
  const record = (...facts: NewAttendance[]) => recordAttendance(app.house, asking, facts)
  const code = (answer: Awaited<ReturnType<typeof record>>[number] | undefined) =>
    answer?.outcome === 'refused' ? answer.refusal.code : answer?.outcome

  test('the same check-in sent twice, in one delivery and in two, is one fact and the same answer', async () => {
    const ida = await placeSomebody(database.app, { givenName: 'Ida' })
    const one = factAbout(ida)
    expect((await record(one, one)).map(code)).toEqual(['stored', 'already'])
    expect((await record(one)).map(code)).toEqual(['already'])
    // At the same time, from two connections.
    const two = factAbout(ida)
    const both = await Promise.all([record(two), record(two), record(two)])
    expect(both.flat().map(code).sort()).toEqual(['already', 'already', 'stored'])
    expect(await factsOf(ida)).toHaveLength(2)
    // The id of another fact is nobody's to take.
    expect((await record({ ...factAbout(bo), factId: one.factId })).map(code)).toEqual(['factIdTaken'])
  })

  test('a person who is not placed here, or nowhere, is not recorded', async () => {
    const other = await placeSomebody(database.app, { provider: 'noerrevang' })
    expect((await record(factAbout(other))).map(code)).toEqual(['notPlacedHere'])
    const nowhere = { ...factAbout(other), orderId: PartId.parse(randomUUID()) }
    expect((await record(nowhere)).map(code)).toEqual(['notPlacedHere'])
    const at = await desk()
    const pressed = await at.press({ order: other.orderId, kind: 'arrived' })
    expect(pressed.status).toBe(422)
    expect(pressed.text).toContain('Personen har ikke en plads her')
    expect(await factsOf(other)).toEqual([])
  })

  test('before the first day nobody is there to be recorded', async () => {
    const soon = await placeSomebody(database.app, { startedOn: '2026-11-24' })
    const before = factAbout(soon, { day: addDays(today, -2) })
    expect((await record(before)).map(code)).toEqual(['placementNotStarted'])
  })

  test('a locked day takes a reason, which is kept with the fact', async () => {
    const at = await desk()
    const day = addDays(today, -5)
    expect((await at.get(`/tilbud/dag/${day}`)).text).toContain('Dagen er låst efter 3 dage')
    const press = { order: bo.orderId, kind: 'arrived' }
    const refused = await at.press(press, day)
    expect([refused.status, await factsOf(bo, day)]).toEqual([422, []])
    expect(refused.text).toContain('Dagen er låst. Skriv, hvorfor du retter.')
    const done = await at.press({ ...press, [`text-${bo.orderId}`]: 'Stod på papirlisten' }, day)
    expect([done.status, done.location]).toEqual([303, `/tilbud/dag/${day}#r-${bo.orderId}`])
    expect(await factsOf(bo, day)).toMatchObject([{ kind: 'arrived', text: 'Stod på papirlisten' }])
    // Three days back is not locked.
    expect((await at.press(press, addDays(today, -3))).status).toBe(303)
  })

  test('what a tablet recorded in time is not late because the net was', async () => {
    const jan = await placeSomebody(database.app, { givenName: 'Jan' })
    const day = addDays(today, -7)
    const kept = factAbout(jan, { day, at: '2026-11-18T08:00:00.000Z' })
    const device = { deviceId: randomUUID(), clock: noon }
    expect((await recordAttendance(app.house, asking, [kept], device)).map(code)).toEqual(['stored'])
    expect(await factsOf(jan, day)).toMatchObject([{ device: device.deviceId, skewSeconds: 0 }])
  })

  test('a clock three days wrong: the day as the server can tell, the skew kept and shown', async () => {
    const kim = await placeSomebody(database.app, { givenName: 'Kim' })
    const fact = factAbout(kim, { day: addDays(today, 3), at: '2026-11-28T08:00:00.000Z' })
    const clock = new Date('2026-11-28T11:00:00.000Z')
    const answers = await recordAttendance(app.house, asking, [fact], { deviceId: randomUUID(), clock })
    expect(answers).toEqual([{ factId: fact.factId, outcome: 'stored', told: ['clockWrong', 'dayMoved'] }])
    expect(await factsOf(kim)).toMatchObject([{ day: today, skewSeconds: 3 * 86_400 }])
    const { text } = await (await desk()).get('/tilbud/i-dag')
    expect(text).toMatch(/kommet kl\. 09.00, Mette Holm \(uret på tabletten gik forkert\)/)
  })

  test('with the case closed meanwhile the fact is kept, and it is told', async () => {
    const liv = await placeSomebody(database.app, { givenName: 'Liv', closedOn: '2026-11-25' })
    const [answer] = await record(factAbout(liv))
    expect(answer).toMatchObject({ outcome: 'stored', told: ['placementOver'] })
    expect(await factsOf(liv)).toHaveLength(1)
  })

  test('nobody has come tomorrow', async () => {
    expect((await record(factAbout(bo, { day: addDays(today, 1) }))).map(code)).toEqual(['dateInFuture'])
  })
})

describe('the offer', () => {
  test('was closed: said for a group and some days, seen on the day, and no absence of anybody', async () => {
    const at = await desk()
    const days = {
      'from-d': '1',
      'from-m': '12',
      'from-y': '2026',
      'to-d': '2',
      'to-m': '12',
      'to-y': '2026',
    }
    expect((await at.post('/tilbud/lukkedage', { ...days, kind: 'closed' })).status).toBe(422)
    const form = { ...days, kind: 'closed', reason: 'Vandskade', _command: randomUUID() }
    expect((await at.post('/tilbud/lukkedage', form)).status).toBe(303)
    expect((await at.post('/tilbud/lukkedage', form)).status).toBe(303)
    const list = await at.get('/tilbud/lukkedage')
    expect(list.text.match(/<td[^>]*>Vandskade</g)).toHaveLength(2)
    expect((await at.get('/tilbud/dag/2026-12-01')).text).toContain('Vandskade')
    expect((await at.get('/tilbud/dag/2026-12-25')).text).toContain('Helligdag')
    const wrong = await at.post('/tilbud/lukkedage', { ...form, group: randomUUID() })
    expect(wrong.status).toBe(422)
  })
})

test('a month is summed up by person, and the file opens in a Danish spreadsheet', async () => {
  const evil = await placeSomebody(database.app, { givenName: '=1+1' })
  await recordAttendance(app.house, asking, [factAbout(evil)])
  const at = await desk()
  const page = await at.get('/tilbud/fremmoede?maaned=2026-11')
  expect(page.text).toContain('Asta Eng')
  const csv = await at.get('/tilbud/fremmoede/csv?maaned=2026-11')
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.text).toMatch(/Navn;Ventet;Kom;/)
  // Expected on 18 weekdays from the 2nd to the 25th, and come on one of them.
  expect(csv.text).toContain("'=1+1 Eng;18;1;0;0;0;0;0;17")
  expect(csv.text).not.toContain('Dorte')
})

test('an id out of another is the same every time, and another for another', () => {
  const id = randomUUID()
  expect(idFrom(id, 'a')).toBe(idFrom(id, 'a'))
  expect(idFrom(id, 'a')).not.toBe(idFrom(id, 'b'))
  expect(idFrom(id, 'a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
