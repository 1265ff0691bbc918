/** A tablet at work: paired, read, closed, locked, and delivering what it kept, good and bad. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { formIn } from '../../../test/support/case-pages.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asProvider, asSystem, newUser, vejen } from '../../../test/support/scopes.ts'
import { pairTablet, placeAt, sealed, type TestTablet } from '../../../test/support/tablet.ts'
import { choosePersonalCode } from '../../casework/personal-code.ts'
import { dayOf } from '../../domain/attendance/day.ts'
import { type PartId, ProviderId, type UserId } from '../../domain/identity.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import { attendanceOfOrders, findAttendance } from '../../store/attendance.ts'
import { read, write } from '../../store/connection.ts'
import { lockDevice, unpairDevice } from '../../store/devices.ts'
import { listQuarantine } from '../../store/quarantine.ts'
import { saveUser } from '../../store/users.ts'
import { routes } from '../routes.ts'

let db: FreshDatabase
let test: TestApp
const [pia, bo]: readonly [UserId, UserId] = [newUser(), newUser()]
let karen: PartId
const now = () => new Date('2026-11-25T08:00:00Z')
const today = copenhagenDay(now())

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes, now, environment: { LOG_INS_PER_MINUTE: '1000' } })
  const hire = (userId: UserId, name: string, roles: readonly string[]) =>
    write(db.app, asSystem(), (tx) =>
      saveUser(tx, {
        userId,
        subject: userId,
        name,
        phone: null,
        email: null,
        unit: null,
        roles,
        providerId: ProviderId.parse('kaerhoej'),
        active: true,
      }),
    )
  await hire(pia, 'Pia Lund', ['providerStaff', 'providerLead'])
  await hire(bo, 'Bo Kær', ['providerStaff'])
  await choosePersonalCode(test.house, vejen, pia, '4826')
  karen = await placeAt(db.app, 'Karen', { familyName: 'Jensen', considerations: 'Tåler ikke nødder' })
  await placeAt(db.app, 'Ejner', { provider: 'noerrevang' })
})
afterAll(() => db.drop())

const tablet = (change?: Parameters<typeof pairTablet>[2]) =>
  pairTablet(db.app, { by: pia, now: now() }, change)
const locked = () => tablet((tx, deviceId) => lockDevice(tx, deviceId, now()))
const cookieOf = async ({ secret }: TestTablet) => (await test.logIn({ tablet: secret })).cookie
const arrived = (more: Readonly<Record<string, unknown>> = {}) => ({
  orderId: karen,
  day: today,
  kind: 'arrived',
  at: now().toISOString(),
  userId: pia,
  code: '4826',
  ...more,
})
type Answer = { readonly fact: string; readonly answer: string; readonly confirmed?: boolean }
async function deliver(by: TestTablet, facts: readonly unknown[], sentAt = now().toISOString()) {
  const answer = await test.postJson('/tablet/levering', { sentAt, facts }, await cookieOf(by))
  const told = (await answer.json()) as { readonly state: string; readonly answers: readonly Answer[] }
  return { status: answer.status, ...told }
}
const stored = (fact: string) => read(db.app, asSystem(), (tx) => findAttendance(tx, [fact]))
const waiting = async (fact: string) =>
  (await read(db.app, asProvider('kaerhoej'), (tx) => listQuarantine(tx, 500))).find((q) => q.factId === fact)

describe('pairing', () => {
  it('goes from the lead’s page to the tablet by a code that works once, and the cookie goes nowhere else', async () => {
    const lead = await test.logIn(pia)
    const shown = await test.post('/tilbud/tablets', { _csrf: lead.csrf, name: 'Tablet 2' }, lead.cookie)
    const code = /<strong>([A-Z2-9]{4}-[A-Z2-9]{4})<\/strong>/.exec(await shown.text())?.[1] ?? ''
    expect(code).not.toBe('')
    expect(await (await test.get('/tilbud/tablets', lead.cookie)).text()).not.toContain(code)

    const wrong = await test.post('/tablet/par', { code: 'BBBB-BBBB' })
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([422, null])
    const paired = await test.post('/tablet/par', { code: code.toLowerCase().replace('-', ' ') })
    const header = paired.headers.get('set-cookie') ?? ''
    expect([paired.status, paired.headers.get('location')]).toEqual([303, '/tablet'])
    for (const part of ['Path=/tablet', 'HttpOnly', 'SameSite=Strict']) expect(header).toContain(part)
    expect((await test.post('/tablet/par', { code })).status).toBe(422)

    const cookie = header.split(';')[0] ?? ''
    expect((await test.get('/tablet', cookie)).status).toBe(200)
    expect((await test.get('/tilbud', cookie)).headers.get('location')).toMatch(/^\/log-ind/)
  })
  it('under https gives a cookie that only https carries', async () => {
    const secure = openTestApp({ database: db, routes, now, environment: { HTTPS: '1' } })
    const lead = await secure.logIn(pia)
    const page = await secure.post('/tilbud/tablets', { _csrf: lead.csrf, name: 'T' }, lead.cookie, {
      origin: 'https://vejen.localhost',
    })
    const code = /<strong>([A-Z2-9]{4}-[A-Z2-9]{4})<\/strong>/.exec(await page.text())?.[1] ?? ''
    const header = (await secure.post('/tablet/par', { code })).headers.get('set-cookie') ?? ''
    expect(header).toMatch(/^__Secure-hverdag-tablet=/)
    expect(header).toContain('Secure')
  })
})

describe('the list', () => {
  it('shows the day and nothing more: no surname, no address, nobody of another place', async () => {
    const page = await test.get('/tablet', await cookieOf(await tablet()))
    const text = await page.text()
    expect(page.headers.get('x-hverdag-list')).toBe('day')
    for (const told of ['Karen J.', '09:00–15:00', 'Kørsel', 'Tåler ikke nødder', 'Ventes'])
      expect(text).toContain(told)
    for (const kept of ['Jensen', 'Hemmelig', 'Ejner', 'Har brug for en fast plan', 'At komme ud'])
      expect(text).not.toContain(kept)
  })
  it('is nobody’s once the tablet is locked, unpaired or closed', async () => {
    const closed = await tablet()
    const { cookie, csrf } = await test.logIn({ tablet: closed.secret })
    expect((await test.post('/tablet/luk', { _csrf: csrf }, cookie)).status).toBe(303)
    for (const one of [closed, await locked(), await tablet((tx, id) => unpairDevice(tx, id, now()))]) {
      const page = await test.get('/tablet', await cookieOf(one))
      expect(page.headers.get('x-hverdag-list')).toBeNull()
      expect(await page.text()).not.toContain('Karen')
    }
    const open = (code: string) => test.post('/tablet/aabn', { _csrf: csrf, userId: pia, code }, cookie)
    expect((await open('')).status).toBe(422)
    expect((await open('4827')).status).toBe(422)
    expect((await open('4826')).status).toBe(303)
    expect(await (await test.get('/tablet', cookie)).text()).toContain('Karen')
  })
  it('is recorded in by a form: a wrong code records nothing, none at all is not confirmed, twice is once', async () => {
    const { cookie } = await test.logIn({ tablet: (await tablet()).secret })
    const send = async (more: Readonly<Record<string, string>>) => {
      const form = Object.fromEntries(formIn(await (await test.get('/tablet', cookie)).text(), '/tablet'))
      const fields = { ...form, userId: pia, act: `arrived:${karen}`, ...more }
      return { fields, answer: await test.post('/tablet', fields, cookie) }
    }
    const facts = async () => (await db.admin.pool.query('select confirmed from attendance_fact')).rows
    expect((await send({ code: '4827' })).answer.status).toBe(422)
    expect((await send({ userId: newUser() })).answer.status).toBe(422)
    expect(await facts()).toEqual([])
    const { fields, answer } = await send({ code: '4826' })
    expect(answer.status).toBe(303)
    await test.post('/tablet', fields, cookie)
    expect(await facts()).toEqual([{ confirmed: true }])
    expect(await (await test.get('/tablet', cookie)).text()).toContain('Er her')
    await send({ act: `left:${karen}` })
    expect(await facts()).toEqual([{ confirmed: true }, { confirmed: false }])
    await db.admin.pool.query('delete from attendance_fact')
  })
})

describe('an afbud, and what two recorded against each other', () => {
  const about = (orderId: PartId) => async () =>
    (await read(db.app, asProvider('kaerhoej'), (tx) => attendanceOfOrders(tx, [orderId], today, today))).map(
      ({ at: _, ...fact }) => fact,
    )
  const stateOf = async (orderId: PartId) =>
    dayOf(await read(db.app, asProvider('kaerhoej'), (tx) => attendanceOfOrders(tx, [orderId], today, today)))
      .state

  it('by a form: who says so and why, “will not say” too; twice is once, and staff take back their own', async () => {
    const [mona, facts] = await placed('Mona')
    const { cookie } = await test.logIn({ tablet: (await tablet()).secret })
    const send = formSender(cookie)
    const half = await send({ act: `cancelled:${mona}`, [`reason-${mona}`]: 'unsaid' })
    expect(half.answer.status).toBe(422)
    const shown = await half.answer.text()
    expect(shown).toContain('Vælg, hvorfor personen ikke kommer')
    expect(shown).toMatch(/<option value="unsaid" selected/)
    expect(await facts()).toEqual([])
    const { fields, answer } = await send({
      act: `cancelled:${mona}`,
      [`reason-${mona}`]: 'unsaid',
      [`saidBy-${mona}`]: 'relative',
    })
    expect(answer.status).toBe(303)
    await test.post('/tablet', fields, cookie)
    expect(await facts()).toMatchObject([{ kind: 'cancelled', reason: 'unsaid', saidBy: 'relative' }])
    const page = await (await test.get('/tablet', cookie)).text()
    expect(rowIn(page, mona)).toContain('data-shown-state="true">Afbud')
    const undo = /value="(undone:[^"]+)"/.exec(rowIn(page, mona))?.[1] ?? ''
    await send({ act: undo })
    expect(await stateOf(mona)).toBe('expected')
  })
  it('sealed: kept once, whatever order it comes in', async () => {
    const [nils, facts] = await placed('Nils')
    const by = await tablet()
    const more = { orderId: nils, kind: 'cancelled', reason: 'hospital', saidBy: 'residence' }
    const one = await sealed(test.house, by, arrived(more))
    const back = await sealed(test.house, by, arrived({ orderId: nils, kind: 'undone', refersTo: one.fact }))
    await deliver(by, [back])
    await deliver(by, [one, one])
    expect(await deliver(by, [one])).toMatchObject({ answers: [{ answer: 'already' }] })
    expect(await facts()).toHaveLength(2)
    expect(await stateOf(nils)).toBe('expected')
    // A cancellation that does not say why is kept for a person.
    const bad = await sealed(test.house, by, arrived({ orderId: nils, kind: 'cancelled' }))
    expect((await deliver(by, [bad])).answers).toMatchObject([{ answer: 'quarantined' }])
  })
  it('are shown with both, and one of them is said to hold, by a form or sealed; nothing is overwritten', async () => {
    for (const way of ['form', 'sealed'] as const) {
      const [orla, facts] = await placed(way === 'form' ? 'Orla' : 'Otto')
      const by = await tablet()
      const [came, not] = [
        await sealed(test.house, by, arrived({ orderId: orla })),
        await sealed(test.house, by, arrived({ orderId: orla, kind: 'noShow', userId: bo, code: '' })),
      ]
      await deliver(by, [came, not])
      expect(await stateOf(orla)).toBe('unknown')
      const cookie = await cookieOf(by)
      const page = await (await test.get('/tablet', cookie)).text()
      for (const told of ['Det her passer: kommet kl. 09.00, Pia Lund', 'udeblevet kl. 09.00, Bo Kær'])
        expect(rowIn(page, orla)).toContain(told)
      if (way === 'form') await formSender(cookie)({ act: `settled:${orla}:${not.fact}` })
      else
        await deliver(by, [
          await sealed(
            test.house,
            by,
            arrived({ orderId: orla, kind: 'settled', refersTo: not.fact, setsAside: [came.fact] }),
          ),
        ])
      expect(await stateOf(orla)).toBe('noShow')
      expect((await facts()).map(({ kind }) => kind).sort()).toEqual(['arrived', 'noShow', 'settled'])
    }
  })
  it('“has come” beside a no-show says that the no-show does not hold', async () => {
    const [pil, facts] = await placed('Pil')
    const { cookie } = await test.logIn({ tablet: (await tablet()).secret })
    const send = formSender(cookie)
    await send({ act: `noShow:${pil}` })
    await send({ act: `arrived:${pil}` })
    expect(await stateOf(pil)).toBe('here')
    expect((await facts()).map(({ kind }) => kind).sort()).toEqual(['arrived', 'noShow', 'settled'])
  })

  async function placed(name: string) {
    const orderId = await placeAt(db.app, name)
    return [orderId, about(orderId)] as const
  }
  const formSender = (cookie: string) => async (more: Readonly<Record<string, string>>) => {
    const form = Object.fromEntries(formIn(await (await test.get('/tablet', cookie)).text(), '/tablet'))
    const fields = { ...form, userId: pia, code: '4826', ...more }
    return { fields, answer: await test.post('/tablet', fields, cookie) }
  }
  /** The person's own row of the list. */
  const rowIn = (page: string, orderId: PartId) =>
    page.split('<li class="hv-day-row').find((row) => row.includes(`data-order="${orderId}"`)) ?? ''
})

describe('a delivery', () => {
  it('is recorded as who sealed it, once however often it comes, and answered each time', async () => {
    const by = await tablet()
    const one = await sealed(test.house, by, arrived())
    expect(await deliver(by, [one, one])).toMatchObject({ status: 200, state: 'paired' })
    expect((await deliver(by, [one])).answers).toEqual([
      { fact: one.fact, answer: 'already', confirmed: true },
    ])
    expect(await stored(one.fact)).toMatchObject([
      {
        day: today,
        actor: { kind: 'staff', userId: pia },
        device: by.deviceId,
        confirmed: true,
        skewSeconds: 0,
      },
    ])
  })
  it('keeps what has a wrong code, or none, as “not confirmed who”', async () => {
    const by = await tablet()
    const facts = await Promise.all([
      sealed(test.house, by, arrived({ code: '4827' })),
      sealed(test.house, by, arrived({ code: '4827', kind: 'left' })),
      sealed(test.house, by, arrived({ code: '' })),
      sealed(test.house, by, arrived({ userId: bo, code: '4826' })),
    ])
    const { answers } = await deliver(by, facts)
    expect(answers).toEqual(facts.map(({ fact }) => ({ fact, answer: 'stored', confirmed: false })))
    // Two facts with the same wrong code are one wrong try.
    const { rows } = await db.admin.pool.query('select failures from personal_code where user_id = $1', [pia])
    expect(rows).toEqual([{ failures: 1 }])
    // Nor is what comes again another try: it was answered, and stays as sure as it was.
    for (let times = 0; times < 6; times++)
      expect((await deliver(by, facts)).answers[0]).toMatchObject({
        answer: 'already',
        confirmed: false,
      })
    expect(await deliver(by, [await sealed(test.house, by, arrived())])).toMatchObject({
      answers: [{ confirmed: true }],
    })
  })
  it('leaves its line in the access log with what it brought, and one that could not be taken leaves it too', async () => {
    const by = await tablet()
    const lines = async () => {
      const { rows } = await db.admin.pool.query<{ outcome: string }>(
        `select outcome from access_log where route = 'tablet.deliver.post' and actor ->> 'name' = $1`,
        [`tablet ${by.deviceId}`],
      )
      return rows.map(({ outcome }) => outcome)
    }
    await deliver(by, [await sealed(test.house, by, arrived())])
    expect(await lines()).toEqual(['allowed'])
    await test.postJson('/tablet/levering', { facts: 'x' }, await cookieOf(by))
    expect(await lines()).toEqual(['allowed', 'allowed'])
  })
  it('of a clock that is three days ahead counts on the list’s day, and how wrong it was is kept', async () => {
    const by = await tablet()
    const one = await sealed(test.house, by, arrived({ at: '2026-11-28T07:30:00.000Z' }))
    await deliver(by, [one], '2026-11-28T08:00:00.000Z')
    expect(await stored(one.fact)).toMatchObject([{ day: today, skewSeconds: 259_200 }])
  })
  it('of a locked, an unpaired, or a formerly paired tablet waits for a person, and is recorded only then', async () => {
    const by = await locked()
    const one = await sealed(test.house, by, arrived())
    expect((await deliver(by, [one])).answers).toMatchObject([{ fact: one.fact, answer: 'quarantined' }])
    expect((await deliver(by, [one])).answers).toMatchObject([{ answer: 'quarantined' }])
    const gone = await tablet((tx, id) => unpairDevice(tx, id, now()))
    const two = await sealed(test.house, gone, arrived())
    await deliver(gone, [two])
    const three = await sealed(test.house, gone, arrived())
    await deliver(await tablet(), [three])
    const why = await Promise.all([one, two, three].map(async ({ fact }) => (await waiting(fact))?.why))
    expect(why).toEqual(['locked', 'unpaired', 'otherTablet'])
    expect(await Promise.all([one, two, three].map(({ fact }) => stored(fact)))).toEqual([[], [], []])

    const lead = await test.logIn(pia)
    const settle = ({ fact }: { fact: string }, outcome: string, reason: string) =>
      test.post(
        `/tilbud/tablets/afgoer/${fact}`,
        { _csrf: lead.csrf, outcome, [`reason-${fact}`]: reason },
        lead.cookie,
      )
    const page = await (await test.get('/tilbud/tablets', lead.cookie)).text()
    for (const told of ['Karen Jensen: Er kommet', 'Tabletten var låst', 'Registreret af Pia Lund'])
      expect(page).toContain(told)
    expect((await settle(one, 'accepted', '')).status).toBe(422)
    expect((await settle(one, 'accepted', 'Jeg så hende komme')).status).toBe(303)
    expect((await settle(two, 'rejected', 'Tabletten var stjålet')).status).toBe(303)
    expect(await stored(one.fact)).toMatchObject([{ kind: 'arrived', confirmed: true, device: by.deviceId }])
    expect(await stored(two.fact)).toEqual([])
    expect(await waiting(two.fact)).toMatchObject({
      outcome: 'rejected',
      opened: { fact: { kind: 'arrived' } },
    })
    expect(await (await test.get('/tilbud/tablets', lead.cookie)).text()).toContain('Tabletten var stjålet')
  })
  it('that the rules refuse, or that cannot be read, waits for a person too: nothing is thrown away', async () => {
    const by = await tablet()
    const elsewhere = await placeAt(db.app, 'Mads', { provider: 'noerrevang' })
    const bad = {
      notPlacedHere: await sealed(test.house, by, arrived({ orderId: elsewhere })),
      dayIsLocked: await sealed(
        test.house,
        by,
        arrived({ day: '2026-11-03', at: '2026-11-25T07:00:00.000Z' }),
      ),
      unknownStaff: await sealed(test.house, by, arrived({ userId: newUser() })),
      unreadable: { ...(await sealed(test.house, by, arrived())), key: '0123456789abcdef' },
    }
    const nonsense = { fact: randomUUID(), hello: 'world' }
    const { answers } = await deliver(by, [...Object.values(bad), nonsense])
    expect(answers.map((a) => a.answer)).toEqual(Array(5).fill('quarantined'))
    for (const [why, { fact }] of Object.entries(bad)) expect((await waiting(fact))?.why).toBe(why)
    expect(await waiting(nonsense.fact)).toMatchObject({
      why: 'unreadable',
      sealed: JSON.stringify(nonsense),
    })
    const lead = await test.logIn(pia)
    const accept = (fact: string) =>
      test.post(
        `/tilbud/tablets/afgoer/${fact}`,
        { _csrf: lead.csrf, outcome: 'accepted', [`reason-${fact}`]: 'Var her' },
        lead.cookie,
      )
    // A reason is what a locked day wants; nobody can accept for another place, or what they cannot read.
    expect((await accept(bad.dayIsLocked.fact)).status).toBe(303)
    expect((await accept(bad.notPlacedHere.fact)).status).toBe(422)
    expect((await accept(nonsense.fact)).status).toBe(422)
  })
  it('is taken from our own page only, and from a tablet only', async () => {
    const cookie = await cookieOf(await tablet())
    const body = { sentAt: now().toISOString(), facts: [] }
    const status = async (...given: Parameters<TestApp['postJson']>) => (await test.postJson(...given)).status
    expect(await status('/tablet/levering', body, cookie)).toBe(200)
    expect(await status('/tablet/levering', body, cookie, { origin: 'http://evil.example' })).toBe(403)
    expect(await status('/tablet/levering', body, cookie, { 'x-hverdag': '' })).toBe(403)
    expect(await status('/tablet/levering', body, 'hverdag-tablet=somebody')).toBe(401)
    expect(await status('/tablet/levering', { facts: 'x' }, cookie)).toBe(422)
    expect(await status('/tablet/levering', { ...body, more: 'x'.repeat(1_100_000) }, cookie)).toBe(413)
    const asForm = await test.post('/tablet/levering', { facts: '[]' }, cookie)
    expect(asForm.status).toBe(415)
  })
})

describe('one’s own code', () => {
  it('is chosen twice the same, and is not too simple', async () => {
    const { cookie, csrf } = await test.logIn(bo)
    const save = async (code: string, again: string) =>
      (await test.post('/tilbud/min-kode', { _csrf: csrf, code, again }, cookie)).status
    expect(await save('9071', '9072')).toBe(422)
    expect(await save('1234', '1234')).toBe(422)
    expect(await save('', '')).toBe(422)
    expect(await save('9071', '9071')).toBe(303)
    const at = await cookieOf(await tablet())
    const check = async (code: string) =>
      ((await (await test.postJson('/tablet/hvem', { userId: bo, code }, at)).json()) as { answer: string })
        .answer
    expect([await check('9072'), await check('9071')]).toEqual(['wrong', 'right'])
  })
})
