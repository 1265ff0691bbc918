/**
 * A tablet without a net, in a real browser: recorded, reloaded, restarted, sent, counted. The line is cut twice over, in the
 * browser and behind it.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { choosePersonalCode } from '../../src/casework/personal-code.ts'
import { recordAttendance } from '../../src/casework/record-attendance.ts'
import { dayOf } from '../../src/domain/attendance/day.ts'
import { ProviderId } from '../../src/domain/identity.ts'
import { copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { attendanceOfDay } from '../../src/store/attendance.ts'
import { read, write } from '../../src/store/connection.ts'
import { lockDevice } from '../../src/store/devices.ts'
import { listQuarantine } from '../../src/store/quarantine.ts'
import { saveUser } from '../../src/store/users.ts'
import { badLine, type Line } from '../support/bad-line.ts'
import { expectNoAxeViolations, expectNoSidewaysScroll, openKeptBrowser } from '../support/browser.ts'
import { asProvider, asSystem, newUser, vejen } from '../support/scopes.ts'
import { pairTablet, placeAt, type TestTablet } from '../support/tablet.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

const kaerhoej = ProviderId.parse('kaerhoej')
const people = ['Asta', 'Bent', 'Carla', 'Dan', 'Else', 'Finn', 'Gerda']
const profile = mkdtempSync(join(tmpdir(), 'hverdag-tablet-'))
const pia = newUser()
let web: TestWeb
let line: Line
let tablet: TestTablet
let context: BrowserContext
let page: Page

beforeAll(async () => {
  web = await startTestWeb()
  line = await badLine(web.origin)
  await write(web.database.app, asSystem(), (tx) =>
    saveUser(tx, {
      userId: pia,
      subject: 'pia',
      name: 'Pia Lund',
      phone: null,
      email: null,
      unit: null,
      roles: ['providerStaff', 'providerLead'],
      providerId: kaerhoej,
      active: true,
    }),
  )
  await choosePersonalCode(web.house, vejen, pia, '4826')
  for (const name of people) await placeAt(web.database.app, name)
  tablet = await pairTablet(web.database.app, { by: pia })
  await open()
}, 120_000)
afterAll(async () => {
  await context?.close()
  await line?.close()
  await web?.stop()
  rmSync(profile, { recursive: true, force: true })
})

/** The browser anew, on the same profile. */
async function open(): Promise<void> {
  context = await openKeptBrowser(profile, line.origin)
  const { cookies } = await web.logIn({ tablet: tablet.secret })
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({
      name,
      value,
      domain: '127.0.0.1',
      path: '/tablet',
      httpOnly: true,
      sameSite: 'Strict' as const,
      expires: Date.now() / 1000 + 3600,
    })),
  )
  page = context.pages()[0] ?? (await context.newPage())
}

async function net(there: boolean): Promise<void> {
  line.state = there ? 'up' : 'down'
  await context.setOffline(!there)
}

const identify = async (code: string): Promise<void> => {
  await page.selectOption('#f-userId', { label: 'Pia Lund' })
  await page.fill('#f-code', code)
}
const row = (name: string) => page.locator('.hv-day-row', { hasText: `${name} E.` })
const press = (name: string, button: string) =>
  row(name)
    .getByRole('button', { name: new RegExp(`^${button}`) })
    .click()
const waitingIs = (n: number) =>
  page.locator(`#hv-queue[data-waiting="${n}"]`).waitFor({ state: 'attached', timeout: 20_000 })
const comesTrue = (inPage: string) =>
  expect.poll(() => page.evaluate<boolean>(inPage), { timeout: 20_000, interval: 200 }).toBe(true)
const told = async () => ((await page.locator('#hv-queue').textContent()) ?? '').trim()
const facts = () =>
  read(web.database.app, asProvider('kaerhoej'), (tx) =>
    attendanceOfDay(tx, kaerhoej, copenhagenDay(web.house.now())),
  )
// Runs in the page, whose types this program does not have: hence as text.
const listIsKept = `caches.open('hv-tablet-list').then((d) => d.match('/tablet')).then((kept) => kept !== undefined)`
const everythingKept = `new Promise((resolve) => {
  const request = indexedDB.open('hv-tablet', 1)
  request.onsuccess = () => {
    const all = request.result.transaction('waiting').objectStore('waiting').getAll()
    all.onsuccess = () => resolve(JSON.stringify(all.result))
  }
})`
const small = `[...document.querySelectorAll('main .button, main summary, main select, main input:not([type=hidden]), .hv-day-queue a')]
  .filter((e) => { const { height } = e.getBoundingClientRect(); return height > 0 && height < 47.5 })
  .map((e) => e.outerHTML.slice(0, 100))`

it('is whole on a wide and on a narrow screen', async () => {
  await page.goto('/tablet')
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectNoAxeViolations(page)
    expect(await page.evaluate(small)).toEqual([])
  }
  await page.setViewportSize({ width: 1024, height: 768 })
  await comesTrue(listIsKept)
}, 60_000)

it('says at once that a code is wrong, and records nothing', async () => {
  await identify('1111')
  await press('Asta', 'Er kommet')
  await page.getByText('Koden passer ikke til navnet').waitFor()
  expect(await facts()).toEqual([])
}, 60_000)

it('records ten facts without a net, and they outlive reload and restart, unreadable', async () => {
  await identify('4826')
  await page.getByRole('button', { name: 'Det er mig' }).click()
  await net(false)
  await page.getByRole('button', { name: 'Alle forventede er her' }).click()
  await waitingIs(7)
  await press('Asta', 'Er gået')
  await press('Bent', 'Er gået')
  await waitingIs(9)
  expect(await row('Bent').textContent()).toContain('Er gået (venter på net)')
  // Pressed by mistake: taking it back is a fact as well.
  await press('Bent', 'Fortryd')
  await waitingIs(10)
  expect(await row('Bent').textContent()).toContain('Er her (venter på net)')
  expect(await told()).toBe('Ingen net – 10 registreringer venter')
  expect(await facts()).toEqual([])

  await page.reload()
  await waitingIs(10)
  expect(await page.locator('.hv-day-row').count()).toBe(people.length)
  // Somebody else at the tablet sees how much waits, and nothing of what.
  expect(await row('Asta').textContent()).toContain('Ventes')
  const kept = String(await page.evaluate(everythingKept))
  for (const word of ['arrived', 'undone', 'orderId', pia, '4826']) expect(kept).not.toContain(word)

  await context.close()
  await open()
  await net(false)
  await page.goto('/tablet')
  await waitingIs(10)
  expect(await page.locator('h1').textContent()).toMatch(/^I dag/)
  await page.goto('/tablet/ikke-sendt')
  await waitingIs(10)
  expect(await page.locator('#hv-waiting li').count()).toBe(10)
}, 120_000)

it('sends them when the net is back, each once, though the first answer is lost', async () => {
  await page.goto('/tablet')
  await waitingIs(10)
  line.losing = /levering/
  await net(true)
  await expect.poll(async () => (await facts()).length, { timeout: 20_000 }).toBe(10)
  await waitingIs(10)
  line.losing = undefined
  await waitingIs(0)
  const all = await facts()
  expect(all).toHaveLength(10)
  expect(new Set(all.map(({ factId }) => factId)).size).toBe(10)
  expect(all.every(({ confirmed, device }) => confirmed && device === tablet.deviceId)).toBe(true)
  const byOrder = new Map<string, typeof all>()
  for (const fact of all) byOrder.set(fact.orderId, [...(byOrder.get(fact.orderId) ?? []), fact])
  const days = [...byOrder.values()].map((own) => dayOf(own).state).sort()
  expect(days).toEqual(['gone', 'here', 'here', 'here', 'here', 'here', 'here'])
  await comesTrue(
    `[...document.querySelectorAll('[data-shown-state]')].filter((e) => e.textContent === 'Er her').length === 6`,
  )
}, 120_000)

it('keeps what was recorded with a wrong code, as not confirmed', async () => {
  await page.goto('/tablet')
  await net(false)
  await identify('9999')
  await press('Carla', 'Er gået')
  await waitingIs(1)
  await net(true)
  await waitingIs(0)
  const unsure = (await facts()).filter(({ confirmed }) => !confirmed)
  expect(unsure.map(({ kind }) => kind)).toEqual(['left'])
  await page.getByText('ikke bekræftet, hvem der registrerede').waitFor()
}, 120_000)

it('takes an afbud without a net, with who says so and why', async () => {
  const hans = await placeAt(web.database.app, 'Hans')
  await page.goto('/tablet')
  await comesTrue(listIsKept)
  await net(false)
  await identify('4826')
  await row('Hans').locator('summary').click()
  await row('Hans')
    .getByRole('button', { name: /^Gem afbud/ })
    .click()
  await row('Hans').getByText('Vælg, hvorfor personen ikke kommer').waitFor()
  await row('Hans').getByLabel('Hvorfor?').selectOption('unsaid')
  await row('Hans').getByLabel('Hvem siger det?').selectOption('relative')
  expect(await page.evaluate(small)).toEqual([])
  await row('Hans')
    .getByRole('button', { name: /^Gem afbud/ })
    .click()
  await waitingIs(1)
  await row('Hans').getByText('Afbud (venter på net)').waitFor()
  // The reason is said and gone: the next at the tablet does not read it.
  expect(await row('Hans').getByLabel('Hvorfor?').inputValue()).toBe('')
  await net(true)
  await waitingIs(0)
  const said = (await facts()).filter(({ orderId }) => orderId === hans)
  expect(said).toMatchObject([{ kind: 'cancelled', reason: 'unsaid', saidBy: 'relative', confirmed: true }])
  await row('Hans')
    .locator('[data-shown-state]', { hasText: /^Afbud$/ })
    .waitFor()
}, 120_000)

it('settles without a net what two recorded against each other, and both stay on record', async () => {
  const ida = await placeAt(web.database.app, 'Ida')
  const came = randomUUID()
  for (const [factId, kind] of [
    [came, 'arrived'],
    [randomUUID(), 'noShow'],
  ] as const)
    await recordAttendance(
      web.house,
      {
        municipality: vejen,
        today: copenhagenDay(web.house.now()),
        subject: { roles: ['providerStaff'], provider: kaerhoej },
        actor: { kind: 'staff', userId: pia, role: 'providerStaff' },
      },
      [
        {
          factId,
          orderId: ida,
          kind,
          day: copenhagenDay(web.house.now()),
          at: web.house.now().toISOString(),
          confirmed: true,
        },
      ],
    )
  await page.goto('/tablet')
  await comesTrue(listIsKept)
  await row('Ida').getByText('Uklart').waitFor()
  await expectNoAxeViolations(page)
  await net(false)
  await identify('4826')
  await press('Ida', 'Det her passer: kommet')
  await waitingIs(1)
  await row('Ida').getByText('Er her (venter på net)').waitFor()
  expect(await row('Ida').getByText('Vælg den, der er rigtig').isVisible()).toBe(false)
  await net(true)
  await waitingIs(0)
  const all = (await facts()).filter(({ orderId }) => orderId === ida)
  expect(all.map(({ kind }) => kind).sort()).toEqual(['arrived', 'noShow', 'settled'])
  expect(dayOf(all)).toMatchObject({ state: 'here', contradictions: [] })
}, 120_000)

it('locked from afar loses its list and keeps what waits, which then lies before the lead', async () => {
  await page.goto('/tablet')
  await comesTrue(listIsKept)
  await net(false)
  await identify('4826')
  await press('Dan', 'Er gået')
  await waitingIs(1)
  await write(web.database.app, asProvider('kaerhoej'), (tx) => lockDevice(tx, tablet.deviceId, new Date()))
  line.without = /levering/
  await net(true)
  await page.getByRole('heading', { name: 'Tabletten er låst' }).waitFor()
  await waitingIs(1)
  expect(await page.evaluate(listIsKept)).toBe(false)
  expect(await page.content()).not.toContain('Asta')
  // Without a net there is no way back to the names.
  await net(false)
  await page.goto('/tablet')
  await page.getByRole('heading', { name: 'Ingen net' }).waitFor()
  await waitingIs(1)
  line.without = undefined
  await net(true)
  await waitingIs(0)
  const waiting = await read(web.database.app, asProvider('kaerhoej'), (tx) => listQuarantine(tx, 10))
  expect(waiting).toMatchObject([{ why: 'locked', opened: { fact: { kind: 'left', confirmed: true } } }])
}, 120_000)
