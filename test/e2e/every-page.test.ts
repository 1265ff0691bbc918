/**
 * Every page that the table of routes gives, in a browser, as somebody who may see it and with something on it: a new page
 * is tested by existing. The pages for anybody are held to the same in `public-pages.test.ts`.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { casesOfPersons } from '../../src/store/cases.ts'
import { read } from '../../src/store/connection.ts'
import { routes } from '../../src/web/routes.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { fillDemonstration } from '../support/demonstration.ts'
import { type Found, type Walk, walk } from '../support/find-pages.ts'
import { asSystem } from '../support/scopes.ts'
import { pairTablet } from '../support/tablet.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

/** A day on which somebody works: the same people are at the same point of their cases in every run. */
const now = () => new Date('2026-11-24T09:00:00Z')

/** GET routes that give no page of their own, and what they give instead. */
const noPages: Readonly<Record<string, string>> = {
  'log-in.after': 'leads on',
  'log-in.stay': 'a text for the script',
  'tablet.state': 'an answer for the script',
  'retention.package': 'a file',
  'citizen.apply.paper': 'a file',
  'citizen.attachment': 'a file',
  'citizen.meeting.file': 'a file',
  'citizen.letter.pdf': 'a file',
  'citizen.letter.text': 'a file',
  'authority.document': 'a file',
  'authority.decision.draft': 'a file',
  'management.complaints.file': 'a file',
  'management.reports.file': 'a file',
  'supervision.log.file': 'a file',
  'supervision.case': 'a form leads to it',
  'citizen.access.file': 'a file',
  'citizen.access.data': 'a file',
  'citizen.access.paper': 'a file',
  'outside.letter': 'a file',
  'outside.printed': 'a file',
  'provider.attendance.csv': 'a file',
  'management.charges.file': 'a file',
  'authority.rides.file': 'a file',
}

/** Pages of a case that come after a form, or of a letter without a receipt, and that no link in the demonstration leads to. */
const afterForms = [
  '/myndighed/sager/:caseNumber/dokumenter/kvittering',
  '/borger/ansoegning/kvittering/:caseNumber',
  '/myndighed/sager/:caseNumber/afgoerelse/visning',
  // Linked from the one case that moves, which the walk may not come to among so many.
  '/myndighed/sager/:caseNumber/parter/flytning/afklaring',
  '/myndighed/sager/:caseNumber/parter/flytning/samtykke',
  '/myndighed/sager/:caseNumber/parter/flytning/papirer',
  '/myndighed/sager/:caseNumber/parter/flytning/bortfalder',
]

const expected = routes.filter(
  ({ id, method }) =>
    method === 'GET' && !/^(public|log-in)\.(?!acting)/.test(id) && noPages[id] === undefined,
)

let web: TestWeb
let browser: TestBrowser
let found: Walk
let names: readonly string[]

beforeAll(async () => {
  const [startedWeb, startedBrowser] = await Promise.all([startTestWeb({ now }), openBrowser()])
  web = startedWeb
  browser = startedBrowser
  const [vejen] = await fillDemonstration(web)
  if (vejen === undefined) throw new Error('the demonstration has no municipality')
  const { cast, citizens } = vejen
  const [sanne] = cast.caseworkers
  const [troels] = cast.elsewhere
  const newcomer = citizens.find((citizen) => citizen.path === undefined)
  const guardian = citizens.find((citizen) => citizen.helper !== undefined)?.helper?.citizen
  if (!sanne || !troels || !newcomer || !guardian) throw new Error('somebody is not there')
  // One has begun to apply. Cases that are over stand on no worklist: they are searched for, by a form.
  const begun = await web.logIn({ personId: newcomer.personId })
  await fetch(`${web.origin}/borger/ansoegning/hvem`, {
    method: 'POST',
    headers: { cookie: `hverdag=${begun.cookies.hverdag}`, origin: web.origin },
    body: new URLSearchParams({ _csrf: begun.csrf, who: 'self' }),
    redirect: 'manual',
  })
  const applying = ['/borger/ansoegning/bilag', '/borger/ansoegning/tjek', '/borger/ansoegning/sendt']
  const cases = await read(web.database.app, asSystem(cast.municipality), (tx) =>
    casesOfPersons(
      tx,
      citizens.map(({ personId }) => personId),
    ),
  )
  const searched = cases.map(({ caseNumber }) => `/myndighed/sager/${caseNumber}`)
  const lead = cast.others.find(({ roles }) => roles.includes('providerLead'))
  if (!lead?.provider) throw new Error('nobody leads a provider')
  const tablet = await pairTablet(web.database.app, { by: lead.userId, provider: lead.provider, now: now() })
  found = await walk(
    web,
    [
      { who: { userId: sanne.userId }, from: searched, enough: 40 },
      { who: { userId: troels.userId }, from: searched, enough: 4 },
      ...[cast.manager, ...cast.others].map(({ userId }) => ({ who: { userId }, enough: 4 })),
      {
        who: { tablet: tablet.secret },
        from: ['/tablet', '/tablet/par', '/tablet/tilstand', '/tablet/uden-net'],
        enough: 4,
      },
      { who: { personId: newcomer.personId }, from: applying, enough: 4 },
      { who: { personId: guardian.personId }, from: ['/hvem-handler-du-for'], enough: 4 },
      ...citizens.map(({ personId }) => ({ who: { personId }, enough: 3 })),
    ],
    afterForms,
  )
  names = citizens.flatMap(({ givenName, familyName }) => [givenName, familyName])
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

describe('the pages', () => {
  it('are all found, by links, with something on them', () => {
    const missing = expected.filter(({ id }) => !found.pages.has(id)).map(({ id, path }) => `${id} ${path}`)
    expect(missing).toEqual([])
  })
  it('are all but those that are named to be none', () => {
    const stale = Object.keys(noPages).filter(
      (id) => found.pages.has(id) || !routes.some((route) => route.id === id),
    )
    expect(stale).toEqual([])
    expect([...found.noPages].filter((id) => noPages[id] === undefined)).toEqual([])
  })
  it('hold no link that leads nowhere', () => {
    expect(found.deadLinks).toEqual([])
  })
})

describe.concurrent('each page', { timeout: 120_000 }, () => {
  for (const { id, path } of expected) {
    it(`${id} ${path}`, async () => {
      const at = found.pages.get(id)
      if (at === undefined) throw new Error('nobody found it')
      await withScript(at)
      await withoutScript(at)
    })
  }
})

/** One window for each person, with script and without: most of what a page fetches, all pages share. */
const windows = new Map<string, Promise<BrowserContext>>()
async function openPage(cookies: Found['cookies'], script: boolean): Promise<Page> {
  const key = JSON.stringify([cookies, script])
  const known = windows.get(key) ?? browser.openWindow({ origin: web.origin, cookies, script })
  windows.set(key, known)
  return (await known).newPage()
}

async function withScript({ path, cookies }: Found): Promise<void> {
  const page = await openPage(cookies, true)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  // Stays only while there is no net: the one answer it asks for does not come.
  const withoutNet = path === '/tablet/uden-net'
  if (withoutNet) await page.route('**/tablet/tilstand', (route) => route.abort())
  expect((await page.goto(path))?.status()).toBe(200)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page)
    await expectNoAxeViolations(page)
  }
  await expectSoundFrame(page)
  expect(withoutNet ? complaints.filter((text) => !text.includes('ERR_FAILED')) : complaints).toEqual([])
  await page.close()
}

async function withoutScript({ path, cookies }: Found): Promise<void> {
  const page = await openPage(cookies, false)
  await page.setViewportSize({ width: 320, height: 900 })
  expect((await page.goto(path))?.status()).toBe(200)
  await expectSoundFrame(page)
  expect(await page.evaluate<readonly string[]>(doesNothing), path).toEqual([])
  await page.close()
}

/** One heading, a title that names nobody, and the way to help where it is on every other page. */
async function expectSoundFrame(page: Page): Promise<void> {
  expect(await page.locator('h1').count()).toBe(1)
  expect(((await page.locator('h1').textContent()) ?? '').trim()).not.toBe('')
  const title = await page.title()
  expect(title).not.toMatch(/\d{6}-?\d{4}/)
  expect(names.filter((name) => title.split(/[^\p{L}]+/u).includes(name))).toEqual([])
  expect(await page.locator('header .hv-who > :first-child').getAttribute('class')).toBe('hv-help')
  expect(await page.locator('.hv-help').count()).toBe(1)
}

// Runs in the page, whose types this program does not have: hence as text. What a form needs to be sent, and every control
// that only a script could give a meaning to.
const doesNothing = `(() => {
  const found = []
  const tell = (what, element) => found.push(what + ': ' + element.outerHTML.slice(0, 160))
  for (const form of document.querySelectorAll('form'))
    if (![...form.elements].some((e) => e.matches('button[type=submit], button:not([type]), input[type=submit]')))
      tell('no button', form)
  for (const control of document.querySelectorAll('button, input, select, textarea'))
    if (control.type !== 'hidden' && control.closest('[hidden]')) continue // What a script brings forth, only it shows.
    else if (control.matches('[type=button], [type=reset]') || (control.form === null && !control.matches(':disabled')))
      tell('no form', control)
  for (const link of document.querySelectorAll('a')) {
    const href = link.getAttribute('href')
    if (!href || href === '#' || href.startsWith('javascript:')) tell('no address', link)
    else if (href.startsWith('#') && !document.getElementById(href.slice(1))) tell('no place', link)
  }
  for (const element of document.querySelectorAll('*'))
    if ([...element.attributes].some(({ name }) => name.startsWith('on'))) tell('script', element)
  return found
})()`
