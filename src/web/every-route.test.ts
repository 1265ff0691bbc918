/** Every route there is, as everybody: what comes back and what stands in the access log, against the permission table. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/app.ts'
import {
  askers,
  faces,
  fillPath,
  isOfTablet,
  mayPass,
  tablets,
  takesPath,
} from '../../test/support/every-route.ts'
import { type FreshDatabase, freshDatabase } from '../../test/support/postgres.ts'
import { asSystem, vejen } from '../../test/support/scopes.ts'
import { settleTown, type Town } from '../../test/support/town.ts'
import { copenhagenDay } from '../domain/time/calendar-day.ts'
import { looksOnDay } from '../store/access-log.ts'
import { read } from '../store/connection.ts'
import { routes } from './routes.ts'

let db: FreshDatabase
let test: TestApp
let town: Town

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({
    database: db,
    routes,
    environment: { LOG_INS_PER_MINUTE: '100000' },
    identity: {
      begin: async () => ({ address: '/', underWay: { state: 's', nonce: 'n', verifier: 'v' } }),
      complete: async () => Promise.reject(new Error('nobody logs in here')),
    },
  })
  town = await settleTown(test.house)
})
afterAll(() => db.drop())
// One of the routes closes the tablet that the next one is asked by.
beforeEach(() => db.admin.pool.query('update device set closed_at = null'))

const lines = () => read(db.app, asSystem(vejen), (tx) => looksOnDay(tx, copenhagenDay(test.house.now())))

/** The request, and the lines that it left in the access log. */
async function ask(route: (typeof routes)[number], who?: Parameters<TestApp['logIn']>[0]) {
  const session = who && (await test.logIn(who))
  // The log grows by each of thousands of requests, and only what this one leaves is asked for.
  await db.admin.pool.query('truncate access_log')
  const path = fillPath(route.path, town)
  const answer =
    route.method === 'GET'
      ? await test.get(path, session?.cookie)
      : route.json
        ? await test.postJson(path, {}, session?.cookie)
        : await test.post(path, { _csrf: session?.csrf ?? '' }, session?.cookie)
  const error = answer.status >= 500 ? test.lines.at(-1)?.error : undefined
  const left = await lines()
  return { answer, error, left: left.map(({ route: id, outcome }) => [id, outcome]) }
}

describe('the table of routes', () => {
  it('names each once, and no path hides another', () => {
    expect(new Set(routes.map((r) => r.id)).size).toBe(routes.length)
    for (const route of routes) {
      const path = fillPath(route.path, town)
      const first = routes.find((r) => r.method === route.method && takesPath(r.path, path))
      expect(first?.id, `${route.method} ${route.path}`).toBe(route.id)
    }
  })
  it('has paths that can be said on the telephone', () => {
    for (const { path } of routes) expect(path).toMatch(/^[\w/:.{}|-]+$/)
  })
  it('lets nobody onto the pages of another face', () => {
    for (const route of routes) {
      const face = Object.entries(faces).find(([path]) => `${route.path}/`.startsWith(`${path}/`))
      const passing = (isOfTablet(route) ? tablets : askers)
        .filter((asker) => mayPass(route, asker))
        .map(({ role }) => role)
      if (face) expect(face[1], route.id).toEqual(expect.arrayContaining(passing))
    }
  })
  it('leads from where a form was posted to the page that it stands on', async () => {
    const pages = routes.filter((r) => r.method === 'GET').map((r) => r.path)
    const posted = routes.filter((r) => r.method === 'POST' && !pages.includes(r.path))
    expect(posted.length).toBeGreaterThan(0)
    for (const { path } of posted) {
      const answer = await test.get(fillPath(path, town))
      const above = (answer.headers.get('location') ?? 'nowhere').replace(/\?.*/, '')
      expect([path, pages.some((page) => takesPath(page, above))]).toEqual([path, true])
      // `:trin` and the like take their sisters' paths, and lead to log in.
      expect(answer.status, path).toBe(303)
    }
  })
  it('changes nothing for somebody who is not logged in', () => {
    expect(routes.filter((r) => r.method === 'POST' && r.action === 'public').map((r) => r.id)).toEqual([
      'log-in.out',
      // It takes a code that is shown once and runs out.
      'tablet.pair.post',
    ])
  })
})

/** Sent to log in, or to be paired; a script is told in its own way. */
function expectNobody(route: (typeof routes)[number], answer: Response): void {
  const [status, location] = [answer.status, answer.headers.get('location')]
  // A secret address that is nobody's leads nowhere.
  if (route.id === 'public.calendar') expect(status).toBe(404)
  else if (route.action === 'public') expect([200, 303, 422]).toContain(status)
  else if (route.json) expect(status).toBe(401)
  else if (isOfTablet(route)) expect([status, location]).toEqual([303, '/tablet/par'])
  else expect([status, location]).toEqual([303, expect.stringMatching(/^\/log-ind\?/)])
}

for (const route of routes) {
  describe(`${route.method} ${route.path}`, () => {
    it('to somebody not logged in', async () => {
      const { answer, error, left } = await ask(route)
      expect(left).toEqual([])
      expect(error).toBeUndefined()
      expectNobody(route, answer)
    })
    if (route.action !== 'public')
      for (const stranger of isOfTablet(route) ? askers : tablets)
        it(`to ${stranger.name}, who is nobody here`, async () => {
          const { answer, error, left } = await ask(route, stranger.who(town))
          expect([left, error]).toEqual([[], undefined])
          expectNobody(route, answer)
        })
    if (route.action !== 'public')
      for (const asker of isOfTablet(route) ? tablets : askers)
        it(`to ${asker.name}`, async () => {
          const { answer, error, left } = await ask(route, asker.who(town))
          const allowed = mayPass(route, asker)
          expect(error).toBeUndefined()
          expect(left).toContainEqual([route.id, allowed ? 'allowed' : 'refused'])
          // What is allowed may still find nothing there, or a form that is not filled in.
          expect(allowed ? [200, 303, 404, 409, 422] : [403, 404]).toContain(answer.status)
        })
  })
}
