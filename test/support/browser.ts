/** Pages in a real browser: at a width, with or without script, and held to WCAG 2.2 AA. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { getChromium } from './chromium.ts'

export type PageOptions = {
  /** What paths are relative to, such as a test server's `origin`. */
  readonly origin: string
  /** 1280 when left out; 320 is the narrowest that WCAG 1.4.10 asks for. */
  readonly width?: number | undefined
  /** `false` switches scripting off in the browser. */
  readonly script?: boolean | undefined
  /** Sent with every request; `logIn` of a test server returns one. */
  readonly cookies?: Readonly<Record<string, string>> | undefined
  readonly forcedColors?: 'active' | undefined
}

export type TestBrowser = {
  /** A page in a context of its own: it shares no cookies with any other. Closed with the browser, or by its context. */
  readonly openPage: (options: PageOptions) => Promise<Page>
  /** One person's window, for many pages: what they share, such as style sheets, is fetched once. */
  readonly openWindow: (options: PageOptions) => Promise<BrowserContext>
  /** Call it in `afterAll`. */
  readonly close: () => Promise<void>
}

/** What the machine may not allow (a sandbox of its own, as root) or should not do (look for Google) in a test. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Use in `beforeAll`. A quarter of a second; the first on a new machine unpacks the browser, about ten seconds. */
export async function openBrowser(): Promise<TestBrowser> {
  const { path, env } = await getChromium()
  const browser: Browser = await chromium.launch({
    executablePath: path,
    args: switches,
    env: { ...definedOnly(process.env), ...env },
  })
  const openWindow: TestBrowser['openWindow'] = async (options) => {
    const { origin, width = 1280, script = true, cookies = {}, forcedColors } = options
    const context = await browser.newContext({
      baseURL: origin,
      viewport: { width, height: 900 },
      javaScriptEnabled: script,
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      // A page that tries to leave the machine shows as a failed request and not as a slow test.
      serviceWorkers: 'block',
      ...(forcedColors && { forcedColors }),
    })
    context.setDefaultTimeout(10_000)
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin })))
    return context
  }
  return {
    openPage: async (options) => (await openWindow(options)).newPage(),
    openWindow,
    close: () => browser.close(),
  }
}

/**
 * A browser that is closed and opened again and still knows what it knew: its profile lies in `folder`. Service workers run
 * in it. Close it by closing the context.
 */
export async function openKeptBrowser(folder: string, origin: string): Promise<BrowserContext> {
  const { path, env } = await getChromium()
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: path,
    args: switches,
    env: { ...definedOnly(process.env), ...env },
    baseURL: origin,
    viewport: { width: 1024, height: 768 },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    serviceWorkers: 'allow',
  })
  context.setDefaultTimeout(15_000)
  return context
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Runs in the page, whose types this program does not have: hence as text. Only what is wrong comes back.
const axeFindings = `axe
  .run(document, ${JSON.stringify({ runOnly: { type: 'tag', values: wcag22aa }, resultTypes: ['violations'] })})
  .then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => id + ': ' + help + ' – ' + target.join(' ') + ' – ' + html.slice(0, 160))))`

/**
 * Fails naming each rule and element that axe finds against WCAG 2.2 A and AA. Needs a page with script, and no frames in
 * it: ours have none. A document is given axe once, however many times it is looked at.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  if (await page.evaluate<boolean>('typeof axe === "undefined"')) await page.evaluate(axe.source)
  const found = await page.evaluate<readonly string[]>(axeFindings)
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([])
}

// Runs in the page, whose types (the DOM's) this program does not have: hence as text.
const stickingOut = `(() => {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return []
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > room + 1)
    .map((element) => element.tagName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 60))
})()`

/** Fails naming what sticks out, when a page has to be scrolled sideways (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate<readonly string[]>(stickingOut)
  expect(wide, `wider than the window on ${new URL(page.url()).pathname}`).toEqual([])
}

/** A picture of the whole page in `test-results/`; returns where it lies. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'test-results')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: true })
  return path
}
