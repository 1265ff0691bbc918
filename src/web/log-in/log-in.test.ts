import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asSystem, vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { openIdentity } from '../../exchange/identity/identity.ts'
import {
  startTestProvider,
  type TestPerson,
  type TestProvider,
} from '../../exchange/identity/test-provider.ts'
import { read } from '../../store/connection.ts'
import { findPersonByCpr } from '../../store/persons.ts'
import { changesOfUser, findUserBySubject } from '../../store/users.ts'
import { page } from '../platform/route.ts'
import { logInRoutes } from './routes.tsx'

const me = page('test.me', 'signedIn', '/mig', (c) =>
  Response.json({ name: c.visitor.name, onBehalfOf: c.asking.onBehalfOf ?? null }),
)
const routes = [...logInRoutes, me]
const callback = (who: string) => `http://vejen.localhost/log-ind/svar/${who}`

let db: FreshDatabase
let provider: TestProvider
let test: TestApp
let town: Town
let people: readonly TestPerson[] = []

beforeAll(async () => {
  db = await freshDatabase()
  provider = await startTestProvider({
    listPeople: async () => people,
    callbacks: { citizen: [callback('borger')], staff: [callback('medarbejder')] },
  })
  test = openTestApp({ database: db, routes, identity: openIdentity(provider.settings) })
  town = await settleTown(test.house)
  people = [
    { id: 'ny', name: 'Ny Borger', about: '', claims: { cpr: '0102039999', name: 'Ny Borger' } },
    { id: 'uden-cpr', name: 'Uden', about: '', claims: { name: 'Uden' } },
    { id: `subject-${town.caseworker}`, name: 'Sanne', about: '', claims: {} },
    { id: 'ukendt', name: 'Ukendt', about: '', claims: { name: 'Ukendt' } },
  ]
})
afterAll(async () => {
  await provider.stop()
  await db.drop()
})

const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** Chooses a person at the provider; gives the path of ours that the browser is sent back to. */
async function chooseAtProvider(address: string, id: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = new URL(address)
  let form: URLSearchParams | undefined
  while (next.hostname === '127.0.0.1') {
    const answer: Response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    form = to === null ? new URLSearchParams({ person: id }) : undefined
    next = to === null ? next : new URL(to, next)
  }
  return next.pathname + next.search
}

async function begin(who: 'borger' | 'medarbejder', to = '/mig', cookie?: string) {
  const begun = await test.get(`/log-ind/${who}?til=${encodeURIComponent(to)}`, cookie)
  return { address: begun.headers.get('location') ?? '', cookie: cookieOf(begun) }
}

async function logInAs(id: string, who: 'borger' | 'medarbejder' = 'borger', to = '/mig') {
  const begun = await begin(who, to)
  const returned = await chooseAtProvider(begun.address, id)
  const answer = await test.get(returned, begun.cookie)
  return { begun, returned, answer, location: answer.headers.get('location'), cookie: cookieOf(answer) }
}

describe('a citizen', () => {
  it('logs in, and lands where they were going', async () => {
    const { location, cookie, answer } = await logInAs('ny')
    expect(location).toBe('/mig')
    expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await (await test.get('/mig', cookie)).json()).toMatchObject({ name: 'Ny Borger' })
  })
  it('is the same person the second time', async () => {
    const known = () => read(db.app, asSystem(vejen), (tx) => findPersonByCpr(tx, '0102039999'))
    const first = await known()
    await logInAs('ny')
    expect((await known())?.personId).toBe(first?.personId)
    expect(first).toBeDefined()
  })
  it('without a CPR number from the issuer is not let in', async () => {
    const { location, cookie } = await logInAs('uden-cpr')
    expect([location, cookie]).toEqual(['/log-ind?ukendt=1', ''])
  })
})

describe('staff', () => {
  it('that is registered logs in', async () => {
    const { cookie } = await logInAs(`subject-${town.caseworker}`, 'medarbejder')
    expect(await (await test.get('/mig', cookie)).json()).toMatchObject({ name: 'Sanne Friis' })
  })
  it('that nobody registered is not let in', async () => {
    expect((await logInAs('ukendt', 'medarbejder')).location).toBe('/log-ind?ukendt=1')
  })
})

describe('a log-in', () => {
  it('changes the cookie’s value, so that whoever knew the one before has nothing', async () => {
    const { begun, cookie } = await logInAs('ny')
    expect(cookie).not.toBe(begun.cookie)
    expect((await test.get('/mig', begun.cookie)).status).toBe(303)
  })
  it('under way is not logged in', async () => {
    expect((await test.get('/mig', (await begin('borger')).cookie)).status).toBe(303)
  })
  it('is completed in the browser that began it, once, and for the issuer it was begun at', async () => {
    const begun = await begin('borger')
    const returned = await chooseAtProvider(begun.address, 'ny')
    const stranger = await begin('borger')
    expect((await test.get(returned)).headers.get('location')).toBe('/log-ind?fejl=1')
    expect((await test.get(returned, stranger.cookie)).headers.get('location')).toBe('/log-ind?fejl=1')
    const atStaff = returned.replace('/borger?', '/medarbejder?')
    expect((await test.get(atStaff, begun.cookie)).headers.get('location')).toBe('/log-ind?fejl=1')
    expect((await test.get(returned, begun.cookie)).headers.get('location')).toBe('/mig')
    expect((await test.get(returned, begun.cookie)).headers.get('location')).toBe('/log-ind?fejl=1')
  })
  it('leads to our own pages only', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect((await logInAs('ny', 'borger', to)).location, to).toBe('/efter-log-ind')
  })
  it('that failed says so, with whom to call', async () => {
    const text = await (await test.get('/log-ind?fejl=1')).text()
    expect(text).toContain('Vi kunne ikke logge dig ind')
    expect(text).toContain('Kan du ikke bruge MitID?')
  })
})

describe('log-out', () => {
  it('ends the session and takes the cookie away, under http and https', async () => {
    const https = openTestApp({ database: db, routes, environment: { HTTPS: '1' } })
    for (const one of [test, https]) {
      const { cookie, csrf } = await one.logIn({ person: town.citizen })
      const origin = one === https ? { origin: 'https://vejen.localhost' } : undefined
      const answer = await one.post('/log-ud', { _csrf: csrf }, cookie, origin)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
      expect(answer.headers.get('set-cookie')).toMatch(new RegExp(`^${cookie.split('=')[0]}=; Max-Age=0;`))
      expect((await one.get('/mig', cookie)).status).toBe(303)
    }
  })
  it('takes our own button: another site logs nobody out', async () => {
    const { cookie } = await test.logIn({ person: town.citizen })
    expect((await test.post('/log-ud', {}, cookie)).status).toBe(403)
    expect((await test.get('/mig', cookie)).status).toBe(200)
  })
})

describe('whom one acts for', () => {
  it('is asked of whoever represents somebody, and of nobody else', async () => {
    const landingOf = async (person: typeof town.guardian) =>
      (await test.get('/efter-log-ind', (await test.logIn({ person })).cookie)).headers.get('location')
    expect(await landingOf(town.guardian)).toBe('/hvem-handler-du-for')
    expect(await landingOf(town.citizen)).toBe('/borger')
  })
  it('is somebody one represents, or oneself', async () => {
    const { cookie, csrf } = await test.logIn({ person: town.guardian })
    expect(await (await test.get('/hvem-handler-du-for', cookie)).text()).toContain('Kirsten Prøve')
    const choose = async (person: string) => {
      await test.post('/hvem-handler-du-for', { _csrf: csrf, person }, cookie)
      return (await test.get('/mig', cookie)).json()
    }
    expect(await choose(town.citizen)).toMatchObject({ onBehalfOf: town.citizen })
    expect(await choose(town.stranger)).toMatchObject({ onBehalfOf: null })
    expect(await choose(town.citizen)).toMatchObject({ onBehalfOf: town.citizen })
    expect(await choose('mig')).toMatchObject({ onBehalfOf: null })
  })
})

describe('staff of the municipality’s own provider', () => {
  it('get their role and unit from its claims at each log-in, and no role of ours is no way in', async () => {
    const environment = {
      DEMO: '1',
      OIDC_CITIZEN_ISSUER: provider.settings.citizen.issuer,
      OIDC_CITIZEN_CLIENT_ID: 'a',
      OIDC_CITIZEN_CLIENT_SECRET: 'b',
      OIDC_STAFF_ISSUER: provider.settings.staff.issuer,
      OIDC_STAFF_CLIENT_ID: 'a',
      OIDC_STAFF_CLIENT_SECRET: 'b',
      OIDC_STAFF_ROLES: '{"Hverdag-Leder":"manager","Hverdag-Sagsbehandler":"caseworker"}',
    }
    const identity = openIdentity(provider.settings)
    const own = openTestApp({ database: db, routes, environment, identity })
    const enter = async (roles: readonly string[]) => {
      people = [
        { id: 'ansat', name: 'Ane', about: '', claims: { name: 'Ane Ansat', roles, unit: 'voksenteamet' } },
      ]
      const begun = await own.get('/log-ind/medarbejder?til=%2Fefter-log-ind')
      const returned = await chooseAtProvider(begun.headers.get('location') ?? '', 'ansat')
      const answer = await own.get(returned, cookieOf(begun))
      if (answer.headers.get('location') !== '/efter-log-ind') return answer.headers.get('location')
      return (await own.get('/efter-log-ind', cookieOf(answer))).headers.get('location')
    }
    expect(await enter(['Hverdag-Leder', 'Intranet'])).toBe('/ledelse')
    expect(await enter(['Hverdag-Sagsbehandler'])).toBe('/myndighed')
    expect(await enter(['Hverdag-Sagsbehandler'])).toBe('/myndighed')
    expect(await enter(['Intranet'])).toBe('/log-ind?ukendt=1')
    // What the log-in changed is on record, the latest first; one that changed nothing is not.
    const changes = await read(db.app, asSystem(vejen), async (tx) => {
      const user = await findUserBySubject(tx, 'ansat')
      return user ? changesOfUser(tx, user.userId) : []
    })
    const byLogIn = { kind: 'system', name: 'log-in' }
    expect(changes).toMatchObject([
      { actor: byLogIn, before: { roles: ['manager'] }, after: { roles: ['caseworker'] } },
      { actor: byLogIn, before: null, after: { roles: ['manager'] } },
    ])
  })
})
