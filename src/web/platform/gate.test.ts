import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asSystem, vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import { looksAtCase, looksOnDay } from '../../store/access-log.ts'
import { openOtherCase } from '../../store/case-openings.ts'
import { read, write } from '../../store/connection.ts'
import { endSessionsOfUser } from '../../store/sessions.ts'
import { casePage, orderPage, page, post, type Route } from './route.ts'

const told = (c: { readonly [key: string]: unknown }): Response => Response.json(c)

const routes: readonly Route[] = [
  page('test.signed-in', 'signedIn', '/mig', (c) =>
    told({
      name: c.visitor.name,
      subject: c.asking.subject,
      onBehalfOf: c.asking.onBehalfOf,
      viewer: c.scope.viewer,
    }),
  ),
  page('test.users', 'viewUsers', '/brugere', () => told({})),
  post('test.write', 'signedIn', '/skriv', () => told({})),
  casePage('test.case.own', 'viewOwnCase', '/min-sag/:caseNumber', (c) => told({ caseId: c.case.caseId })),
  casePage('test.case', 'viewCase', '/sag/:caseNumber', (c) => told({ caseId: c.case.caseId })),
  casePage('test.case.logged', 'viewCase', '/sag/:caseNumber/log', async (c) =>
    told({ lines: await read(c.house.db, c.scope, (tx) => looksAtCase(tx, c.case.caseId, 1)) }),
  ),
  post('test.own-line', 'signedIn', '/selv', (c) => {
    c.lines.takeOwn()
    if (c.form.text('fails')) throw new Error('it fails')
    return told({})
  }),
  orderPage('test.order', 'viewOrder', '/bestilling/:orderId', (c) => told({ caseId: c.order.caseId })),
]

let db: FreshDatabase
let test: TestApp
let town: Town
let clock = new Date('2026-11-24T07:00:00Z')
// It never stands still, so that the log has an order.
const now = (): Date => {
  clock = new Date(clock.getTime() + 1)
  return clock
}

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes, now })
  town = await settleTown(test.house)
})
afterAll(() => db.drop())
beforeEach(() => {
  // Each test has a day of its own, later than the one before.
  day += 1
  clock = at(0)
})
let day = 24
/** So many minutes into this test. */
const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, day, 8, minutes))

/** The access log of the case, the newest first. */
const looks = () => read(db.app, asSystem(vejen), (tx) => looksAtCase(tx, town.caseId, 1000))
/** The newest line of the day for a route. */
const lastOf = async (route: string) => {
  const lines = await read(db.app, asSystem(vejen), (tx) => looksOnDay(tx, copenhagenDay(clock)))
  return lines.filter((line) => line.route === route).at(-1)
}

describe('a session', () => {
  it('is asked for, and leads back to the page that was wanted', async () => {
    const answer = await test.get('/mig')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/log-ind?til=%2Fmig'])
  })
  it('runs out after half an hour without use, and says so', async () => {
    const { cookie, csrf } = await test.logIn(town.administrator)
    clock = at(29)
    expect((await test.get('/mig', cookie)).status).toBe(200)
    clock = at(58)
    expect((await test.get('/mig', cookie)).status).toBe(200)
    clock = at(89)
    expect((await test.get('/mig', cookie)).headers.get('location')).toBe('/log-ind?til=%2Fmig&udloebet=1')
    const answer = await test.post('/skriv', { _csrf: csrf, text: 'x' }, cookie)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Du er logget af')
  })
  it('ends ten hours after log-in, however much it is used', async () => {
    const { cookie } = await test.logIn(town.administrator)
    for (let minutes = 0; minutes < 600; minutes += 25) {
      clock = at(minutes)
      expect((await test.get('/mig', cookie)).status).toBe(200)
    }
    clock = at(601)
    expect((await test.get('/mig', cookie)).status).toBe(303)
  })
  it('can be ended from elsewhere', async () => {
    const { cookie } = await test.logIn(town.elsewhere)
    await write(db.app, asSystem(vejen), (tx) => endSessionsOfUser(tx, town.elsewhere, clock))
    expect((await test.get('/mig', cookie)).status).toBe(303)
  })
})

describe('who asks', () => {
  const Me = z.object({
    name: z.string(),
    subject: z.looseObject({ roles: z.array(z.string()) }),
    onBehalfOf: z.string().optional(),
    viewer: z.unknown(),
  })
  const me = async (cookie: string) => Me.parse(await (await test.get('/mig', cookie)).json())

  it('is a citizen, who sees with their own eyes', async () => {
    expect(await me((await test.logIn({ person: town.citizen })).cookie)).toEqual({
      name: 'Kirsten Prøve',
      subject: { roles: ['citizen'], personId: town.citizen },
      viewer: { kind: 'citizen', personId: town.citizen },
    })
  })
  it('is a representative while they act for somebody, and nothing besides', async () => {
    const { cookie } = await test.logIn({ person: town.guardian, actingFor: town.citizen })
    expect(await me(cookie)).toMatchObject({
      subject: { roles: ['representative'], personId: town.guardian },
      onBehalfOf: town.citizen,
    })
  })
  it('acts for themselves when they do not represent the other', async () => {
    const { cookie } = await test.logIn({ person: town.stranger, actingFor: town.citizen })
    const { subject, onBehalfOf } = await me(cookie)
    expect([subject.roles, onBehalfOf]).toEqual([['citizen'], undefined])
  })
  it('is staff, with unit or provider', async () => {
    expect(await me((await test.logIn(town.provider)).cookie)).toMatchObject({
      subject: { roles: ['providerStaff'], provider: 'kaerhoej' },
      viewer: { kind: 'provider', providerId: 'kaerhoej' },
    })
  })
})

describe('a case', () => {
  const look = async (who: Parameters<TestApp['logIn']>[0], path = `/sag/${town.caseNumber}`) => {
    const before = (await looks()).length
    const { cookie } = await test.logIn(who)
    const { status } = await test.get(path, cookie)
    const after = await looks()
    return { status, line: after.length > before ? after[0]?.outcome : undefined }
  }
  const own = () => `/min-sag/${town.caseNumber}`

  it('opens for whom the permission table says, and every look stands in its log', async () => {
    expect(await look(town.caseworker)).toEqual({ status: 200, line: 'allowed' })
    expect(await look(town.manager)).toEqual({ status: 200, line: 'allowed' })
    expect(await look({ person: town.citizen }, own())).toEqual({ status: 200, line: 'allowed' })
    expect(await look({ person: town.guardian, actingFor: town.citizen }, own())).toEqual({
      status: 200,
      line: 'allowed',
    })
  })
  it('is shown only once the look stands in the log', async () => {
    const { cookie } = await test.logIn(town.caseworker)
    const answer = await test.get(`/sag/${town.caseNumber}/log`, cookie)
    expect(await answer.json()).toMatchObject({ lines: [{ route: 'test.case.logged', outcome: 'allowed' }] })
  })
  it('is refused to others of the authority, and that too stands in its log', async () => {
    expect(await look(town.elsewhere)).toEqual({ status: 403, line: 'refused' })
    expect(await look(town.administrator)).toEqual({ status: 403, line: 'refused' })
  })
  it('is not there for whom row-level security hides it, which looks the same as one that is none', async () => {
    for (const who of [{ person: town.stranger }, town.otherProvider] as const) {
      expect(await look(who, own())).toEqual({ status: 404, line: undefined })
      const last = await lastOf('test.case.own')
      expect([last?.outcome, last?.caseId]).toEqual(['refused', null])
    }
    expect((await look(town.caseworker, '/sag/2026-9999')).status).toBe(404)
  })
  it('of the one they represent is not a guardian’s own', async () => {
    expect(await look({ person: town.guardian }, own())).toEqual({ status: 403, line: 'refused' })
  })
  it('opens to another unit with a stated reason, for a time', async () => {
    await write(db.app, asSystem(vejen), (tx) =>
      openOtherCase(tx, {
        userId: town.elsewhere,
        caseId: town.caseId,
        reason: 'Vagt',
        openedAt: clock,
        until: at(120),
      }),
    )
    expect(await look(town.elsewhere)).toEqual({ status: 200, line: 'allowed' })
    clock = at(121)
    expect(await look(town.elsewhere)).toEqual({ status: 403, line: 'refused' })
  })
  it('says in the log who acted, and on whose behalf', async () => {
    await look({ person: town.guardian, actingFor: town.citizen }, own())
    const [line] = await looks()
    expect(line).toMatchObject({
      actor: { kind: 'citizen', personId: town.guardian },
      onBehalfOf: town.citizen,
      personId: town.citizen,
      route: 'test.case.own',
    })
  })
})

describe('an order', () => {
  const look = async (who: Parameters<TestApp['logIn']>[0], id: string = town.orderId) =>
    (await test.get(`/bestilling/${id}`, (await test.logIn(who)).cookie)).status
  it('opens for the provider that holds it, and for nobody else', async () => {
    expect(await look(town.provider)).toBe(200)
    expect(await lastOf('test.order')).toMatchObject({ outcome: 'allowed' })
    expect(await look(town.otherProvider)).toBe(404)
    expect(await look(town.caseworker)).toBe(403)
    expect(await look({ person: town.citizen })).toBe(404)
    expect(await look(town.provider, 'nonsense')).toBe(404)
  })
})

describe('a page about no case', () => {
  it('opens for whoever may, and each request stands in the log', async () => {
    for (const [who, status, outcome] of [
      [town.administrator, 200, 'allowed'],
      [town.caseworker, 403, 'refused'],
    ] as const) {
      expect((await test.get('/brugere', (await test.logIn(who)).cookie)).status).toBe(status)
      const line = await lastOf('test.users')
      expect([line?.outcome, line?.actor]).toEqual([outcome, expect.objectContaining({ userId: who })])
    }
  })
  it('that writes its line itself is not logged for it, unless it fails: then it may not have written it', async () => {
    const login = await test.logIn(town.administrator)
    expect((await test.post('/selv', { _csrf: login.csrf }, login.cookie)).status).toBe(200)
    expect(await lastOf('test.own-line')).toBeUndefined()
    expect((await test.post('/selv', { _csrf: login.csrf, fails: '1' }, login.cookie)).status).toBe(500)
    expect(await lastOf('test.own-line')).toMatchObject({ outcome: 'allowed' })
  })
})
