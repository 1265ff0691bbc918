/** The pages for anybody, in a browser: at two widths, in three languages, and with scripting off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicRoutes } from '../../src/web/public-pages/routes.tsx'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser

beforeAll(async () => {
  // The first browser of a new machine is unpacked here.
  const [startedWeb, startedBrowser] = await Promise.all([startTestWeb(), openBrowser()])
  web = startedWeb
  browser = startedBrowser
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

const paths = ['/log-ind', ...publicRoutes.map(({ path }) => path).filter((path) => !path.includes(':'))]

describe('every public page', () => {
  for (const path of paths)
    for (const width of [1280, 320])
      it(`${path} holds WCAG 2.2 AA and fits at ${width} px, in each language`, async () => {
        for (const sprog of ['da', 'let', 'en']) {
          const page = await browser.openPage({ origin: web.origin, width, cookies: { sprog } })
          const answer = await page.goto(path)
          expect(answer?.status()).toBe(200)
          expect(await page.locator('html').getAttribute('lang')).toBe(sprog === 'en' ? 'en' : 'da')
          expect(await page.locator('h1').count()).toBe(1)
          await expectNoAxeViolations(page)
          await expectNoSidewaysScroll(page)
          await page.context().close()
        }
      })

  it('loads nothing from elsewhere, and nothing that the policy stops', async () => {
    const page = await browser.openPage({ origin: web.origin })
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    for (const path of paths) await page.goto(path, { waitUntil: 'networkidle' })
    expect([...new Set(asked)]).toEqual([web.origin])
    expect(complaints).toEqual([])
  })
})

describe('without script', () => {
  it('leads from the front page to the help page and shows whom to call', async () => {
    const page = await browser.openPage({ origin: web.origin, script: false, width: 320 })
    await page.goto('/')
    await page.getByRole('link', { name: 'Få hjælp til at søge' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Få hjælp')
    const { phone } = [...web.house.municipalities.values()][0]?.letterhead ?? { phone: 'none' }
    expect(await page.getByRole('main').textContent()).toContain(phone)
  })

  it('keeps the language that was chosen, and comes back to the page it was chosen on', async () => {
    const page = await browser.openPage({ origin: web.origin, script: false })
    await page.goto('/cookies')
    await page.getByRole('link', { name: 'English' }).click()
    expect(new URL(page.url()).pathname).toBe('/cookies')
    await page.goto('/kan-jeg-soege')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Can you apply?')
  })

  it('asks whoever wants to apply to log in, and remembers what they wanted', async () => {
    const page = await browser.openPage({ origin: web.origin, script: false })
    await page.goto('/')
    await page.getByRole('link', { name: 'Søg nu' }).click()
    const address = new URL(page.url())
    expect(address.pathname).toBe('/log-ind')
    expect(address.searchParams.get('til')).toBe('/borger/ansoegning')
    const next = await page.getByRole('link', { name: 'Log ind som borger' }).getAttribute('href')
    expect(next).toContain(encodeURIComponent('/borger/ansoegning'))
  })
})

describe('by keyboard', () => {
  it('skips to the page’s content first', async () => {
    const page = await browser.openPage({ origin: web.origin })
    await page.goto('/')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Gå til sidens indhold' })
    expect(await skip.evaluate((element) => element.matches(':focus'))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.locator('#indhold').evaluate((element) => element.matches(':focus'))).toBe(true)
  })

  it('gives every link and button of the citizen’s pages a target of 48 px, links in text apart', async () => {
    const page = await browser.openPage({ origin: web.origin, width: 320 })
    await page.goto('/')
    for (const target of await page.locator('header a, footer a, .button').all())
      expect(
        (await target.boundingBox())?.height,
        (await target.textContent()) ?? undefined,
      ).toBeGreaterThanOrEqual(48)
  })
})

describe('addresses', () => {
  it('a page that is not there says so, with a way home', async () => {
    const page = await browser.openPage({ origin: web.origin, script: false })
    const answer = await page.goto('/findes-ikke')
    expect(answer?.status()).toBe(404)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Siden findes ikke')
    await page.getByRole('link', { name: 'Gå til forsiden' }).click()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  it('a chosen language never leads to another site', async () => {
    for (const til of ['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)']) {
      const answer = await fetch(`${web.origin}/sprog/en?til=${encodeURIComponent(til)}`, {
        redirect: 'manual',
      })
      expect(answer.headers.get('location'), til).toBe('/')
    }
  })

  it('each municipality answers on its own host, and nobody on an unknown one', async () => {
    const page = await browser.openPage({ origin: web.origin.replace('127.0.0.1', 'lillerup.localhost') })
    await page.goto('/')
    expect(await page.getByRole('banner').textContent()).toContain('Lillerup')
    const stranger = await browser.openPage({ origin: web.origin.replace('127.0.0.1', 'ukendt.localhost') })
    expect((await stranger.goto('/'))?.status()).toBe(421)
  })

  it('/was leads to the published statement once there is one', async () => {
    expect((await fetch(`${web.origin}/was`, { redirect: 'manual' })).status).toBe(200)
    const page = await browser.openPage({ origin: web.origin })
    await page.goto('/')
    expect(await page.getByRole('link', { name: 'Tilgængelighedserklæring' }).getAttribute('href')).toBe(
      '/was',
    )
  })
})
