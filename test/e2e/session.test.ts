/** What guards a log-in, in a browser: the warning before it ends, drafts that outlive it, and limits told in words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { write } from '../../src/store/connection.ts'
import { endSession } from '../../src/store/sessions.ts'
import { expectNoAxeViolations, openBrowser, type TestBrowser } from '../support/browser.ts'
import { asSystem, vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town

beforeAll(async () => {
  const [startedWeb, startedBrowser] = await Promise.all([
    startTestWeb({
      environment: { LOG_INS_PER_MINUTE: '3', UPLOAD_LIMIT_MEGABYTES: '1' },
      identity: {
        begin: async () => ({ address: '/hjaelp', underWay: { state: 's', nonce: 'n', verifier: 'v' } }),
        complete: async () => Promise.reject(new Error('nobody logs in here')),
      },
    }),
    openBrowser(),
  ])
  web = startedWeb
  browser = startedBrowser
  town = await settleTown(web.house)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

const asStranger = async (sprog = 'da') => {
  const { cookies } = await web.logIn({ personId: town.stranger })
  const page = await browser.openPage({ origin: web.origin, cookies: { ...cookies, sprog } })
  const logOut = () =>
    write(web.database.app, asSystem(vejen), (tx) => endSession(tx, cookies.hverdag ?? '', web.house.now()))
  return { page, logOut }
}

describe('before the log-in ends', () => {
  for (const [sprog, warning, stay, stayed, over] of [
    ['da', 'Du bliver snart logget af.', 'Bliv logget ind', 'Du er stadig logget ind.', 'Du er logget af.'],
    ['let', 'Du bliver snart logget ud.', 'Bliv her', 'Du er her stadig.', 'Du er logget ud.'],
    [
      'en',
      'You will soon be logged out.',
      'Stay logged in',
      'You are still logged in.',
      'You are logged out.',
    ],
  ] as const)
    it(`the page says so in its own language, and one can stay (${sprog})`, async () => {
      const { page } = await asStranger(sprog)
      await page.clock.install()
      await page.goto('/borger')
      const told = page.locator('.hv-session-told')
      await page.clock.fastForward('24:30')
      expect(await told.count()).toBe(0)
      await page.clock.fastForward('01:00')
      expect(await told.getAttribute('role')).toBe('alert')
      expect(await told.textContent()).toContain(warning)
      await page.getByRole('button', { name: stay }).click()
      await told.getByText(stayed).waitFor()
      expect(await told.getAttribute('role')).toBe('status')
      await page.clock.fastForward('24:30')
      expect(await told.count()).toBe(0)
      await page.clock.fastForward('06:00')
      expect(await told.textContent()).toContain(over)
      expect(await told.getByRole('link').getAttribute('href')).toBe('/log-ind?til=%2Fborger&udloebet=1')
    })

  it('the warning holds WCAG 2.2 AA', async () => {
    const { page } = await asStranger()
    await page.goto('/borger')
    // Axe needs time to pass by itself: the page is made to believe that it has.
    await page.evaluate(`document.getElementById('hv-session').dataset.idle = '5'`)
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.getByRole('button', { name: 'Bliv logget ind' }).waitFor()
    await expectNoAxeViolations(page)
  })

  it('a page used in another window keeps this one quiet', async () => {
    const { page } = await asStranger()
    await page.clock.install()
    await page.goto('/borger')
    await page.clock.fastForward('26:00')
    const told = page.locator('.hv-session-told')
    await told.waitFor()
    const other = await page.context().newPage()
    await other.goto('/borger')
    await told.waitFor({ state: 'detached' })
  })

  it('whoever is logged out meanwhile is told so when they want to stay', async () => {
    const { page, logOut } = await asStranger()
    await page.clock.install()
    await page.goto('/borger')
    await page.clock.fastForward('26:00')
    await logOut()
    await page.getByRole('button', { name: 'Bliv logget ind' }).click()
    await page.getByText('Du er logget af.').waitFor()
  })
})

describe('what somebody writes', () => {
  const text = 'Jeg bliver træt af larm.'
  it('is saved as they write, outlives the log-in, and is there when they come back', async () => {
    const { page, logOut } = await asStranger()
    const path = '/borger/ansoegning/udfordringer'
    await page.goto(path)
    await page.locator('textarea').first().fill(text)
    await page.locator('textarea').first().blur()
    await page.getByText(/^Gemt kl\. /).waitFor()
    await logOut()
    await page.locator('textarea').first().pressSequentially(' Mere.')
    await page.locator('textarea').first().blur()
    await page.getByText('Ikke gemt endnu').waitFor()
    await page.getByText('Du er logget af.').waitFor()
    await page.getByRole('button', { name: 'Næste' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du er logget af')
    const logIn = page.getByRole('main').getByRole('link', { name: 'Log ind' })
    expect(await logIn.getAttribute('href')).toBe(`/log-ind?til=${encodeURIComponent(path)}`)
    await expectNoAxeViolations(page)

    const { page: later } = await asStranger()
    await later.goto(path)
    expect(await later.locator('textarea').first().inputValue()).toBe(text)
  })
})

describe('a file', () => {
  const choose = async (name: string, bytes: Buffer, mimeType = 'application/pdf') => {
    const { page } = await asStranger()
    await page.goto('/borger/ansoegning/bilag')
    await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: bytes })
    await page.getByRole('button', { name: 'Læg filen ved' }).click()
    return page
  }
  it('that fits is shown back and can be taken away', async () => {
    const page = await choose('brev.pdf', Buffer.from('%PDF-1.7 brev'))
    await page.getByText('brev.pdf').first().waitFor()
    await page.getByRole('button', { name: 'Fjern brev.pdf' }).click()
    expect(await page.getByText('brev.pdf').count()).toBe(0)
  })
  it('that is not what it says is refused at its field', async () => {
    const page = await choose('brev.pdf', Buffer.from('MZ program'))
    expect(await page.locator('#fejl').isVisible()).toBe(true)
    expect(await page.locator('#f-fil-error').textContent()).toContain('PDF')
  })
  it('that is too large is refused on a page of ours and not by a broken connection', async () => {
    const page = await choose('stor.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(3_000_000)]))
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Filen er for stor')
  })
})

describe('log-in', () => {
  it('begun too often from one address in a minute is answered with a pause, in words', async () => {
    const page = await browser.openPage({ origin: web.origin, script: false })
    const statuses: (number | undefined)[] = []
    for (let times = 0; times < 6; times++) statuses.push((await page.goto('/log-ind/borger'))?.status())
    // Where a new minute begins in between, it takes a few more.
    expect(statuses).toContain(429)
    expect(statuses[0]).toBe(200)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Vent et øjeblik')
    expect((await page.goto('/hjaelp'))?.status()).toBe(200)
  })
})
