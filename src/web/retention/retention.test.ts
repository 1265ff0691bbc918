import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, type Who } from '../../../test/support/app.ts'
import { type ClosedCase, closedCase, packageNow } from '../../../test/support/closed-case.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { eraseDueCases } from '../../casework/erase-cases.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import { stopRenderer } from '../../letters/pdf/render-pdf.ts'
import { routes } from '../routes.ts'

let db: FreshDatabase
let web: TestApp
let town: Town
let one: ClosedCase
let here: string

beforeAll(async () => {
  db = await freshDatabase()
  web = openTestApp({ database: db, routes })
  town = await settleTown(web.house)
  one = await closedCase(web.house, town.caseworker)
  here = `/myndighed/sager/${one.caseNumber}/opbevaring`
})
afterAll(async () => {
  await db.drop()
  await stopRenderer()
})

const get = async (path: string, who: Who) => {
  const { cookie } = await web.logIn(who)
  const response = await web.get(path, cookie)
  return { status: response.status, text: await response.clone().text(), response }
}

let commands = 0
const post = async (path: string, who: Who, fields: Record<string, string>) => {
  const { cookie, csrf } = await web.logIn(who)
  commands += 1
  const commandId = `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`
  const response = await web.post(path, { _csrf: csrf, _command: commandId, ...fields }, cookie)
  return { status: response.status, text: await response.text() }
}
const day = (text: string) => {
  const [year = '', month = '', dayOfMonth = ''] = text.split('-')
  return { 'deliveredOn-d': dayOfMonth, 'deliveredOn-m': month, 'deliveredOn-y': year }
}

describe('the keeping of closed cases', () => {
  test('is the administrator’s and the leader’s to see, and says what is due without a name', async () => {
    for (const [who, path] of [
      [town.administrator, '/admin/opbevaring'],
      [town.manager, '/ledelse/opbevaring'],
    ] as const) {
      const { status, text } = await get(path, who)
      expect(status).toBe(200)
      expect(text).toContain(one.caseNumber)
      expect(text).toContain('Skal afleveres til arkiv')
      expect(text).toContain('Ingen sag er slettet endnu.')
      expect(text).not.toContain('Forglemt')
    }
    for (const who of [town.caseworker, town.provider, { person: town.citizen }])
      for (const path of ['/admin/opbevaring', '/ledelse/opbevaring'])
        expect((await get(path, who)).status).toBe(403)
  })

  test('in English as well', async () => {
    const { cookie } = await web.logIn(town.administrator)
    const text = await (await web.get('/admin/opbevaring', `${cookie}; sprog=en`)).text()
    expect(text).toMatch(/To be delivered to the archive|Skal afleveres til arkiv/)
  })

  test('the package is fetched, and the look is in the log', async () => {
    const { response } = await get(`${here}/pakke`, town.administrator)
    expect(response.headers.get('content-type')).toBe('application/zip')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(Object.keys(unzipSync(bytes))).toContain('tabeller/haendelser.csv')
    expect(Buffer.from(bytes).equals(Buffer.from((await packageNow(web.house, one.caseId)).bytes))).toBe(true)
    const { rows } = await db.admin.pool.query(
      `select from access_log where case_id = $1 and route = 'retention.package' and outcome = 'allowed'`,
      [one.caseId],
    )
    expect(rows).toHaveLength(1)
  })

  test('an open case cannot be fetched: its page says that it is not closed', async () => {
    const open = `/myndighed/sager/${town.caseNumber}/opbevaring`
    const { status, text } = await get(open, town.administrator)
    expect([status, text.includes('Ikke lukket')]).toEqual([200, true])
    expect((await get(`${open}/pakke`, town.administrator)).status).toBe(303)
  })

  test('what does not fit is said at its field, and another package is not recorded', async () => {
    const { hash, through } = await packageNow(web.house, one.caseId)
    const given = { package: hash, through: String(through), receiver: 'Rigsarkivet', ...day('2026-11-27') }
    const empty = await post(`${here}/aflevering`, town.manager, given)
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Skriv noget her.')
    expect(empty.text).toContain('value="Rigsarkivet"')
    const other = await post(`${here}/aflevering`, town.manager, {
      ...given,
      reference: 'AV-7',
      package: '0'.repeat(64),
    })
    expect(other.status).toBe(422)
    expect(other.text).toContain('Hent pakken igen')
  })

  test('delivered, held, released and approved by another person; then it is erased', async () => {
    const { hash } = await packageNow(web.house, one.caseId)
    const today = copenhagenDay(web.house.now())
    const sent = await post(`${here}/aflevering`, town.manager, {
      package: hash,
      receiver: 'Rigsarkivet',
      reference: 'AV-7',
      ...day(today),
    })
    expect(sent.status).toBe(303)
    expect((await get(here, town.manager)).text).toContain('Reference: AV-7.')

    expect((await post(`${here}/hold`, town.administrator, { because: 'Se den' })).status).toBe(422)
    await post(`${here}/hold`, town.administrator, { ground: 'disposalBan', because: 'Arkivet ringede.' })
    const held = await get('/ledelse/opbevaring', town.manager)
    expect(held.text).toContain('Arkivet har forbudt det')
    const refused = await post(`${here}/godkend`, town.administrator, { package: hash })
    expect([refused.status, refused.text.includes('Sagen må ikke slettes nu.')]).toEqual([422, true])
    const holdId = /name="holdId" value="([^"]+)"/.exec((await get(here, town.manager)).text)?.[1] ?? ''
    expect((await post(`${here}/ophaev`, town.manager, { holdId })).status).toBe(422)
    expect(
      (await post(`${here}/ophaev`, town.manager, { holdId, [`because-${holdId}`]: 'Set.' })).status,
    ).toBe(303)

    const own = await post(`${here}/godkend`, town.manager, { package: hash })
    expect([own.status, own.text.includes('En anden skal sige ja')]).toEqual([422, true])
    expect((await post(`${here}/godkend`, town.administrator, { package: hash })).status).toBe(303)
    expect((await get('/ledelse/opbevaring', town.manager)).text).toContain('Slettes ved næste gennemløb')

    const erased = await eraseDueCases({ ...web.house, db: db.eraser }, { municipality: vejen, today })
    expect(erased.map(({ caseNumber }) => caseNumber)).toEqual([one.caseNumber])
    const after = await get('/admin/opbevaring', town.administrator)
    expect(after.text).toContain('AV-7')
    expect(after.text).toContain('Ib Thy')
  })

  test('a link to an erased case says that it is gone to whoever works with cases, and nothing to anybody else', async () => {
    for (const [who, path] of [
      [town.caseworker, `/myndighed/sager/${one.caseNumber}`],
      [town.manager, `/myndighed/sager/${one.caseNumber}/tidslinje`],
      [town.administrator, here],
    ] as const) {
      const { status, text } = await get(path, who)
      expect(status).toBe(410)
      expect(text).toContain('Sagen er slettet')
      expect(text).not.toMatch(/AV-7|Forglemt/)
    }
    for (const who of [town.provider, { person: town.stranger }])
      expect((await get(`/myndighed/sager/${one.caseNumber}`, who)).status).toBe(404)
    expect((await get(`/myndighed/sager/2020-9999`, town.caseworker)).status).toBe(404)
  })

  test('where no eraser is set up, the page says that nothing is erased', async () => {
    const without = openTestApp({
      database: db,
      routes,
      environment: {
        DATABASE_URL: db.urls.app,
        DATABASE_ADMIN_URL: db.urls.admin,
        DATABASE_WORKER_URL: db.urls.worker,
        DEMO: '1',
      },
    })
    const { cookie } = await without.logIn(town.administrator)
    expect(await (await without.get('/admin/opbevaring', cookie)).text()).toContain('DATABASE_ERASER_URL')
  })
})
