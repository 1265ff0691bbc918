/** A passkey in a real browser: made on one's own page, shown at the tablet, refused there. The key is Chromium's virtual one. */
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ProviderId, type UserId } from '../../src/domain/identity.ts'
import { copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { attendanceOfDay } from '../../src/store/attendance.ts'
import { read, write } from '../../src/store/connection.ts'
import { saveUser } from '../../src/store/users.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { asProvider, asSystem, newUser } from '../support/scopes.ts'
import { pairTablet, placeAt } from '../support/tablet.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

const kaerhoej = ProviderId.parse('kaerhoej')
const [pia, bo] = [newUser(), newUser()]
let web: TestWeb
let browser: TestBrowser
let page: Page
let cdp: CDPSession
let authenticatorId: string

beforeAll(async () => {
  web = await startTestWeb()
  const hire = (userId: UserId, name: string) =>
    write(web.database.app, asSystem(), (tx) =>
      saveUser(tx, {
        userId,
        subject: name,
        name,
        phone: null,
        email: null,
        unit: null,
        roles: ['providerStaff'],
        providerId: kaerhoej,
        active: true,
      }),
    )
  await hire(pia, 'Pia Lund')
  await hire(bo, 'Bo Kær')
  await placeAt(web.database.app, 'Asta')
  const tablet = await pairTablet(web.database.app, { by: pia })
  const [own, shared] = [await web.logIn({ userId: pia }), await web.logIn({ tablet: tablet.secret })]
  browser = await openBrowser()
  // By name: no browser binds a passkey to an address of numbers.
  page = await browser.openPage({
    origin: web.origin.replace('127.0.0.1', 'vejen.localhost'),
    cookies: { ...own.cookies, ...shared.cookies },
  })
  cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const made = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  authenticatorId = made.authenticatorId
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

const facts = () =>
  read(web.database.app, asProvider('kaerhoej'), (tx) =>
    attendanceOfDay(tx, kaerhoej, copenhagenDay(web.house.now())),
  )
const show = () => page.getByRole('button', { name: 'Brug adgangsnøgle' }).click()
const isPia = () => page.getByText('Pia Lund: bekræftet med adgangsnøgle.').waitFor()
const press = (button: RegExp) => page.getByRole('button', { name: button }).click()

it('is made by its owner, and named', async () => {
  await page.goto('/tilbud/min-kode')
  await press(/^Lav en adgangsnøgle/)
  await page.getByRole('link', { name: 'Giv adgangsnøglen et navn' }).waitFor()
  await page.fill('#f-name', 'Min nøgle')
  await press(/^Lav en adgangsnøgle/)
  await page.getByText('Adgangsnøglen er gemt').waitFor()
  await page.locator('strong', { hasText: 'Min nøgle' }).waitFor()
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectNoAxeViolations(page)
  }
  await page.setViewportSize({ width: 1024, height: 768 })
  // One key holds one passkey for one person.
  await page.fill('#f-name', 'Igen')
  await press(/^Lav en adgangsnøgle/)
  await page.getByText('har allerede en adgangsnøgle').waitFor()
}, 120_000)

it('says at the tablet who stands there, without a name picked and without a code', async () => {
  await page.goto('/tablet')
  await page.getByText('Uden net kan en adgangsnøgle ikke prøves').waitFor()
  await show()
  await isPia()
  await expectNoAxeViolations(page)
  await press(/^Er kommet/)
  await expect.poll(async () => (await facts()).length, { timeout: 20_000 }).toBe(1)
  expect(await facts()).toMatchObject([
    { kind: 'arrived', confirmed: true, actor: { kind: 'staff', userId: pia } },
  ])
}, 120_000)

it('is one of pages that a thumb hits: the way back on the day’s list and its print is 48 px high', async () => {
  for (const path of ['/tilbud/i-dag', '/tilbud/i-dag/print']) {
    await page.goto(path)
    const box = await page.locator('a.back-link').boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(48)
  }
}, 60_000)

it('is refused with a sentence: another’s name, no finger, no net', async () => {
  await page.goto('/tablet')
  await page.selectOption('#f-userId', { label: 'Bo Kær' })
  await show()
  await page.getByText('Adgangsnøglen er en andens').waitFor()
  await page.selectOption('#f-userId', '')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await show()
  await page.getByText('Adgangsnøglen blev ikke brugt').waitFor()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await page.context().setOffline(true)
  await show()
  await page.getByText('Der er ikke net til at prøve adgangsnøglen').waitFor()
  await page.context().setOffline(false)
}, 120_000)

it('opens a tablet that was closed, until it is removed', async () => {
  const close = async () => {
    await page.goto('/tablet')
    await press(/^Luk tabletten/)
    await page.getByRole('heading', { name: 'Tabletten er lukket' }).waitFor()
  }
  await close()
  await show()
  await page.getByRole('heading', { name: /^I dag/ }).waitFor()
  await close()
  await page.goto('/tilbud/min-kode')
  await press(/^Fjern Min nøgle/)
  await page.getByText('Du har ingen adgangsnøgler endnu').waitFor()
  await page.goto('/tablet')
  await show()
  await page.getByText('Nøglen er fjernet').waitFor()
}, 120_000)
