/** The provider's and the manager's faces in a browser: clicked through, at two widths, held to WCAG 2.2 AA. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { type Placed, placeCitizen } from '../support/placed.ts'
import { settleTown, type Town } from '../support/town.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
let placed: Placed

beforeAll(async () => {
  const [startedWeb, startedBrowser] = await Promise.all([startTestWeb(), openBrowser()])
  web = startedWeb
  browser = startedBrowser
  town = await settleTown(web.house)
  placed = await placeCitizen(web.house, { caseworker: town.caseworker })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

async function open(
  userId: Town['manager'],
  more: { width?: number; script?: boolean; sprog?: string } = {},
) {
  const { cookies } = await web.logIn({ userId })
  const { sprog, ...options } = more
  return browser.openPage({
    origin: web.origin,
    cookies: { ...cookies, ...(sprog && { sprog }) },
    ...options,
  })
}

/** The smallest of the page's own buttons and links that look like one, in pixels. */
const smallestTarget = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `Math.min(...[...document.querySelectorAll('main .button, main select, main nav a, main input:not([type=hidden], [type=checkbox], [type=radio])')]
      .map((element) => element.getBoundingClientRect().height))`,
  )

describe('without script', () => {
  it('the provider opens an order, asks, says yes, and records the first day', async () => {
    const page = await open(town.provider, { script: false, width: 820 })
    await page.goto('/tilbud')
    await page.getByRole('link', { name: /Nye bestillinger/ }).click()
    await page.locator(`a[href$="${placed.orderId}"]`).click()
    expect(await page.locator('h1').textContent()).toBe('Bestilling')
    await page.getByRole('link', { name: 'Stil et spørgsmål' }).click()
    await page.getByLabel('Hvad vil I vide?').fill('Er morgenen det bedste tidspunkt?')
    await page.getByRole('button', { name: 'Send spørgsmålet' }).click()
    expect(await page.getByText('Kommunen har ikke svaret endnu').count()).toBe(1)
    await page.getByRole('link', { name: 'Sig ja til bestillingen' }).click()
    await page.getByRole('button', { name: 'Sig ja til bestillingen' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Vælg en kontaktperson')
    await page.getByLabel('Hvem er borgerens kontaktperson?').selectOption({ label: 'Pia Lund' })
    await page.getByRole('button', { name: 'Sig ja til bestillingen' }).click()
    await page.getByRole('link', { name: 'Registrér første dag' }).click()
    await page.getByRole('button', { name: 'Gem første dag' }).click()
    await page.goto('/tilbud/borgere')
    const row = page.getByRole('row').filter({ has: page.locator(`a[href$="${placed.orderId}"]`) })
    expect(await row.textContent()).toContain('Pia Lund')
    expect(await row.textContent()).toContain('Startede')
    await page.context().close()
  })

  it('the manager gives a case to a caseworker and goes from a figure to its cases', async () => {
    const page = await open(town.manager, { script: false })
    await page.goto('/ledelse')
    await page.getByRole('link', { name: 'Fordel sager' }).click()
    await page.getByLabel(/Kirsten Prøve/).check()
    await page.getByLabel('Fordel de valgte til').selectOption({ label: 'Sanne Friis' })
    await page.getByRole('button', { name: 'Fordel de valgte sager' }).click()
    expect(await page.getByRole('status').textContent()).toBe('1 af 1 sager er fordelt.')
    await page.goto('/ledelse/loefter')
    const figure = page.getByRole('link', { name: /Holdt: \d+/ }).first()
    const count = /\d+$/.exec((await figure.textContent()) ?? '')?.[0]
    await figure.click()
    expect(String(await page.locator('tbody tr').count())).toBe(count)
    await page.goto('/ledelse/kommunen')
    await page.getByRole('button', { name: 'Registrér vedtagelsen' }).click()
    await page.getByRole('button', { name: 'Registrér offentliggørelsen' }).click()
    expect(await page.getByText('Holdt for sent').count()).toBe(1)
    await page.context().close()
  })
})

describe('every page', () => {
  const faces = [
    {
      who: (t: Town) => t.provider,
      paths: (t: Town) => [
        '/tilbud',
        '/tilbud/bestillinger',
        '/tilbud/borgere',
        ...['', '/ja', '/spoergsmaal', '/kan-ikke'].map((p) => `/tilbud/bestillinger/${t.orderId}${p}`),
        `/tilbud/bestillinger/${placed.orderId}`,
        `/tilbud/bestillinger/${placed.orderId}/kontaktperson`,
      ],
    },
    {
      who: (t: Town) => t.manager,
      paths: () => [
        '/ledelse',
        '/ledelse/fordeling?visning=alle',
        '/ledelse/loefter',
        '/ledelse/loefter?vis=ikke-bygget',
        '/ledelse/loefter/K2.1-1',
        '/ledelse/kommunen',
        '/kvalitetsstandard',
      ],
    },
  ]
  for (const [width, sprog] of [
    [1280, 'da'],
    [320, 'en'],
  ] as const)
    it(`holds WCAG 2.2 AA, has large targets and fits at ${width} px (${sprog})`, async () => {
      for (const face of faces) {
        const page = await open(face.who(town), { width, sprog })
        for (const path of face.paths(town)) {
          expect((await page.goto(path))?.status(), path).toBe(200)
          expect(await page.locator('h1').count(), path).toBe(1)
          expect(await page.locator('main .button-primary, main .button-warning').count(), path).toBeLessThan(
            2,
          )
          await expectNoAxeViolations(page)
          await expectNoSidewaysScroll(page)
          expect(await smallestTarget(page), path).toBeGreaterThanOrEqual(48)
        }
        await page.context().close()
      }
    }, 300_000)
})
