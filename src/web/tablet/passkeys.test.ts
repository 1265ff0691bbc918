/** Passkeys: made by their owner, used at a paired tablet, and every way in which they are refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { authenticatorAt } from '../../../test/support/authenticator.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asSystem, newUser } from '../../../test/support/scopes.ts'
import { pairTablet, placeAt, sealed, type TestTablet } from '../../../test/support/tablet.ts'
import { type PartId, ProviderId, type UserId } from '../../domain/identity.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import { findAttendance } from '../../store/attendance.ts'
import { read, write } from '../../store/connection.ts'
import { closeDevice, lockDevice } from '../../store/devices.ts'
import { saveUser } from '../../store/users.ts'
import { routes } from '../routes.ts'

const origin = 'http://vejen.localhost'
let db: FreshDatabase
let test: TestApp
let karen: PartId
let minutes = 0
const now = () => new Date(Date.parse('2026-11-25T08:00:00Z') + minutes * 60_000)
const [pia, bo]: readonly [UserId, UserId] = [newUser(), newUser()]

const hire = (userId: UserId, name: string, active = true) =>
  write(db.app, asSystem(), (tx) =>
    saveUser(tx, {
      userId,
      subject: userId,
      name,
      phone: null,
      email: null,
      unit: null,
      roles: ['providerStaff'],
      providerId: ProviderId.parse('kaerhoej'),
      active,
    }),
  )

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes, now, environment: { LOG_INS_PER_MINUTE: '1000' } })
  await hire(pia, 'Pia Lund')
  await hire(bo, 'Bo Kær')
  karen = await placeAt(db.app, 'Karen')
})
afterAll(() => db.drop())
beforeEach(() => {
  minutes = 0
})

type Asked = { readonly challenge: string; readonly [key: string]: unknown }
const jsonOf = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T

async function makeFor(
  userId: UserId,
  key = authenticatorAt(origin),
  flaws: Parameters<typeof key.make>[1] = {},
) {
  const { cookie, csrf } = await test.logIn(userId)
  const asked = await jsonOf<Asked>(test.postJson('/tilbud/min-kode/noegler/spoerg', {}, cookie))
  const send = (more: Readonly<Record<string, string>> = {}, by = { cookie, csrf }) =>
    test.post(
      '/tilbud/min-kode/noegler',
      { _csrf: by.csrf, name: 'Min telefon', answer: JSON.stringify(key.make(asked, flaws)), ...more },
      by.cookie,
    )
  return { key, asked, send, cookie, csrf }
}

async function ownerHas(userId: UserId) {
  const made = await makeFor(userId)
  expect((await made.send()).status).toBe(303)
  return made
}

async function at(change?: Parameters<typeof pairTablet>[2]) {
  const tablet = await pairTablet(db.app, { by: pia, now: now() }, change)
  const { cookie, csrf } = await test.logIn({ tablet: tablet.secret })
  const ask = (value: unknown = {}) => jsonOf<Asked>(test.postJson('/tablet/noegle/spoerg', value, cookie))
  const answer = (value: unknown) =>
    jsonOf<{
      readonly userId?: UserId
      readonly proof?: string
      readonly code?: string
      readonly refused?: string
    }>(test.postJson('/tablet/noegle', value, cookie))
  return { tablet, cookie, csrf, ask, answer }
}

const recorded = (more: Readonly<Record<string, unknown>>) => ({
  orderId: karen,
  day: copenhagenDay(now()),
  kind: 'arrived',
  at: now().toISOString(),
  userId: pia,
  code: '',
  ...more,
})
async function confirmedOf(tablet: TestTablet, cookie: string, ...facts: readonly object[]) {
  const kept = await Promise.all(facts.map((fact) => sealed(test.house, tablet, { ...fact })))
  await test.postJson('/tablet/levering', { sentAt: now().toISOString(), facts: kept }, cookie)
  const stored = await read(db.app, asSystem(), (tx) =>
    findAttendance(
      tx,
      kept.map(({ fact }) => fact),
    ),
  )
  return kept.map(({ fact }) => stored.find(({ factId }) => factId === fact)?.confirmed)
}

describe('a passkey', () => {
  it('is made, listed with its name and day, and removed by its owner', async () => {
    const { asked, send, key, cookie, csrf } = await makeFor(bo)
    expect(asked).toMatchObject({
      rp: { id: 'vejen.localhost' },
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    })
    expect((await send({ name: '  ' })).status).toBe(422)
    expect((await send({ answer: '{}' })).status).toBe(422)
    expect((await send()).status).toBe(303)
    // The question was answered.
    const again = await send()
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Der gik for lang tid')])
    const page = async () => (await test.get('/tilbud/min-kode', cookie)).text()
    for (const told of ['Min telefon', 'Lavet 25. november 2026', 'Ikke brugt endnu'])
      expect(await page()).toContain(told)
    const passkeyId = /noegler\/([0-9a-f-]{36})\/fjern/.exec(await page())?.[1]
    const remove = (by: { cookie: string; csrf: string }) =>
      test.post(`/tilbud/min-kode/noegler/${passkeyId}/fjern`, { _csrf: by.csrf }, by.cookie)
    // Nobody else's to remove.
    expect((await remove(await test.logIn(pia))).status).toBe(404)
    const { ask, answer } = await at()
    expect(await answer(key.use(await ask()))).toMatchObject({ userId: bo })
    expect(await page()).toContain('Sidst brugt')
    expect((await remove({ cookie, csrf })).status).toBe(303)
    expect((await remove({ cookie, csrf })).status).toBe(404)
    expect(await page()).not.toContain('<strong>Min telefon')
    expect(await answer(key.use(await ask()))).toMatchObject({ code: 'passkeyRemoved' })
  })

  it('is not made of an answer to another log-in, late, for another address, or without a finger or a PIN', async () => {
    const other = await test.logIn(pia)
    const elsewhere = await makeFor(pia)
    expect((await elsewhere.send({}, other)).status).toBe(422)
    const late = await makeFor(pia)
    minutes = 6
    expect((await late.send()).status).toBe(422)
    minutes = 0
    for (const flaws of [
      { origin: 'http://lillerup.localhost' },
      { rpId: 'lillerup.localhost' },
      { verified: false },
    ]) {
      const answer = await (await makeFor(pia, authenticatorAt(origin), flaws)).send()
      expect([answer.status, await answer.text()]).toEqual([
        422,
        expect.stringContaining('Nøglen virkede ikke'),
      ])
    }
    // One key is one person's.
    const { key } = await ownerHas(pia)
    expect((await (await makeFor(bo, key)).send()).status).toBe(422)
  })

  it('confirms what its owner records at this tablet for a quarter of an hour, however late it arrives', async () => {
    const { key } = await ownerHas(pia)
    const here = await at()
    const { userId, proof } = await here.answer(key.use(await here.ask()))
    expect(userId).toBe(pia)
    const soon = recorded({ proof })
    minutes = 16
    const late = recorded({ proof })
    const others = [recorded({ proof, userId: bo, at: soon.at }), recorded({ proof: 'guessed', at: soon.at })]
    minutes = 600
    expect(await confirmedOf(here.tablet, here.cookie, soon, late, ...others)).toEqual([
      true,
      false,
      false,
      false,
    ])
    minutes = 0
    const there = await at()
    expect(await confirmedOf(there.tablet, there.cookie, recorded({ proof }))).toEqual([false])
  })

  it('confirms the form of the list, and opens a tablet that was closed', async () => {
    const { key } = await ownerHas(pia)
    const closed = await at((tx, id) => closeDevice(tx, id, now()))
    const { proof = '' } = await closed.answer(key.use(await closed.ask()))
    const open = (value: string) =>
      test.post('/tablet/aabn', { _csrf: closed.csrf, userId: pia, proof: value }, closed.cookie)
    expect((await open('guessed')).status).toBe(422)
    expect((await open(proof)).status).toBe(303)
    const act = { _csrf: closed.csrf, userId: pia, act: `left:${karen}` }
    const press = (value: string) => test.post('/tablet', { ...act, proof: value }, closed.cookie)
    expect((await press(proof)).headers.get('location')).toContain('gemt=ja')
    expect((await press('guessed')).headers.get('location')).toContain('gemt=ubekraeftet')
  })
})

describe('a passkey is refused with a sentence', () => {
  it('of somebody else than who was chosen', async () => {
    const { key } = await ownerHas(pia)
    const { ask, answer } = await at()
    const told = await answer(key.use(await ask({ userId: bo })))
    expect(told).toMatchObject({ code: 'passkeyOfAnother', refused: expect.stringContaining('en andens') })
    expect(told.proof).toBeUndefined()
  })
  it('a second time, after five minutes, or for what another tablet was asked', async () => {
    const { key } = await ownerHas(pia)
    const [here, there] = [await at(), await at()]
    const once = key.use(await here.ask())
    expect(await here.answer(once)).toMatchObject({ userId: pia })
    expect(await here.answer(once)).toMatchObject({ code: 'passkeyTooLate' })
    expect(await there.answer(key.use(await here.ask()))).toMatchObject({ code: 'passkeyTooLate' })
    const asked = await here.ask()
    minutes = 6
    expect(await here.answer(key.use(asked))).toMatchObject({ code: 'passkeyTooLate' })
    expect(await here.answer(key.use({ challenge: 'made up' }))).toMatchObject({ code: 'passkeyTooLate' })
  })
  it('of nobody here, such as one of another municipality', async () => {
    const { ask, answer } = await at()
    expect(await answer(authenticatorAt(origin).use(await ask()))).toMatchObject({ code: 'passkeyUnknown' })
    await ownerHas(pia)
    const { key } = await ownerHas(pia)
    await db.admin.pool.query("update passkey set rp_id = 'lillerup.localhost' where name = 'Min telefon'")
    expect(await answer(key.use(await ask()))).toMatchObject({ code: 'passkeyUnknown' })
    await db.admin.pool.query("update passkey set rp_id = 'vejen.localhost'")
  })
  it('at another address, without a finger or a PIN, or signed by another key', async () => {
    const { key } = await ownerHas(pia)
    const { ask, answer } = await at()
    for (const flaws of [
      { origin: 'http://lillerup.localhost' },
      { rpId: 'lillerup.localhost' },
      { verified: false },
    ])
      expect(await answer(key.use(await ask(), flaws))).toMatchObject({ code: 'passkeyNotVerified' })
    const asked = await ask()
    const [own, other] = [key.use(asked), authenticatorAt(origin).use(asked)]
    expect(await answer({ ...own, response: other.response })).toMatchObject({ code: 'passkeyNotVerified' })
  })
  it('that counts no further: it may be a copy', async () => {
    const { key } = await ownerHas(pia)
    const { ask, answer } = await at()
    expect(await answer(key.use(await ask(), { counts: false }))).toMatchObject({ code: 'passkeyCopied' })
    expect(await answer(key.use(await ask()))).toMatchObject({ userId: pia })
  })
  it('of somebody whose work here has ended', async () => {
    const gone = newUser()
    await hire(gone, 'Ida Vang')
    const { key } = await ownerHas(gone)
    await hire(gone, 'Ida Vang', false)
    const { ask, answer } = await at()
    expect(await answer(key.use(await ask()))).toMatchObject({
      code: 'passkeyNotStaff',
      refused: expect.stringContaining('ikke ansat'),
    })
  })
  it('at a tablet that is locked, and by what is no answer', async () => {
    const { key } = await ownerHas(pia)
    const locked = await at((tx, id) => lockDevice(tx, id, now()))
    for (const [path, value] of [
      ['/tablet/noegle/spoerg', {}],
      ['/tablet/noegle', key.use({ challenge: 'x' })],
    ] as const)
      expect((await test.postJson(path, value, locked.cookie)).status).toBe(422)
    const { cookie } = await at()
    expect((await test.postJson('/tablet/noegle', { id: '*' }, cookie)).status).toBe(422)
    expect((await test.postJson('/tablet/noegle/spoerg', { userId: 'x' }, cookie)).status).toBe(422)
    expect((await test.postJson('/tablet/noegle/spoerg', {}, cookie, { 'x-hverdag': '' })).status).toBe(403)
  })
})
