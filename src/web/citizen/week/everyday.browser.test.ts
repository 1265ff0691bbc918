/** Week, place, calendar and messages in a browser: in each language, wide and narrow, by axe, and without script. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../../../../test/support/browser.ts'
import { expectSoundPages } from '../../../../test/support/each-page.ts'
import { type Placed, placeCitizen } from '../../../../test/support/placed.ts'
import { vejen } from '../../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../../test/support/town.ts'
import { startTestWeb, type TestWeb } from '../../../../test/support/web.ts'
import { findCase } from '../../../casework/load-case.ts'
import { isConflict, perform } from '../../../casework/perform.ts'
import type { CaseCommand } from '../../../domain/case/commands.ts'
import { PartId, ProviderId } from '../../../domain/identity.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { addDays, copenhagenDay } from '../../../domain/time/calendar-day.ts'
import { read } from '../../../store/connection.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
let placed: Placed
let caseNumber: string

beforeAll(async () => {
  web = await startTestWeb()
  browser = await openBrowser()
  town = await settleTown(web.house)
  const today = copenhagenDay(web.house.now())
  placed = await placeCitizen(web.house, {
    caseworker: town.caseworker,
    person: { email: 'asta@post.example' },
  })
  const { caseId, orderId } = placed
  const userId = town.provider
  const act = async (command: CaseCommand) => {
    const asking = {
      municipality: vejen,
      today,
      subject: { roles: ['providerStaff'] as const, userId, provider: ProviderId.parse('kaerhoej') },
      actor: { kind: 'staff', userId, role: 'providerStaff' } as const,
    }
    const done = await perform(web.house, asking, { caseId, commandId: randomUUID(), command })
    if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
  }
  const startOn = addDays(today, 14)
  await act({ type: 'acceptOrder', input: { orderId, startOn, contactPerson: userId } })
  const time = { part: 'full', starts: '09:00', ends: '14:30' } as const
  const days = [1, 2, 3].map((weekday) => ({ weekday, ...time }))
  await act({ type: 'setWeeklySchedule', input: { orderId, from: startOn, days } })
  const text = `Et langt ord: ${'indkøbsvognsparkeringsplads'.repeat(4)}\n\nOg en linje til.`
  for (const to of ['citizen', 'authority'] as const)
    await act({ type: 'sendMessage', input: { messageId: PartId.parse(randomUUID()), orderId, to, text } })
  const found = await read(web.database.app, { municipality: vejen, viewer: { kind: 'system' } }, (tx) =>
    findCase(tx, caseId),
  )
  caseNumber = found?.file.caseNumber ?? ''
})
afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

it('the citizen’s pages are sound in each language', { timeout: 300_000 }, async () => {
  const { cookies } = await web.logIn({ personId: placed.person })
  await expectSoundPages(browser, web.origin, cookies, [
    '/borger/uge',
    '/borger/uge/print',
    '/borger/uge/kalender',
    '/borger/tilbud',
    `/borger/sag/${caseNumber}/beskeder/${placed.orderId}`,
    '/borger/beskeder/e-mail',
    '/borger',
  ])
})

it.each(['provider', 'caseworker'] as const)(
  'the %s’s pages are sound',
  { timeout: 120_000 },
  async (who) => {
    const { cookies } = await web.logIn({ userId: town[who] })
    const paths =
      who === 'provider'
        ? ['/tilbud', '/tilbud/beskeder', `/tilbud/borgere/${placed.orderId}/beskeder`]
        : ['/myndighed', `/myndighed/sager/${caseNumber}/beskeder`]
    for (const width of [1280, 320]) {
      const page = await browser.openPage({ origin: web.origin, cookies, width })
      for (const path of paths) {
        const answer = await page.goto(path)
        expect([path, answer?.status()]).toEqual([path, 200])
        await expectNoSidewaysScroll(page)
        await expectNoAxeViolations(page)
        expect(await page.locator('h1').count()).toBe(1)
      }
      await page.context().close()
    }
  },
)

it('without script, the citizen writes, answers with one press, and gets a link for the calendar', async () => {
  const { cookies } = await web.logIn({ personId: placed.person })
  const page = await browser.openPage({ origin: web.origin, cookies, script: false, width: 320 })
  await page.goto('/borger')
  await page.getByRole('link', { name: 'Beskeder' }).last().click()
  await page.getByLabel('Din besked').fill('Hej Pia.\nSes vi mandag?')
  await page.getByRole('button', { name: 'Send beskeden' }).click()
  expect(await page.getByText('Beskeden er sendt.').isVisible()).toBe(true)
  expect(await page.getByText('Hej Pia.').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Ring til mig' }).click()
  expect(await page.locator('.hv-message').last().textContent()).toContain('Ring til mig')
  await page.goto('/borger/uge/kalender')
  await page.getByRole('button', { name: 'Lav et link' }).click()
  expect(await page.getByLabel('Dit link').inputValue()).toMatch(/\/kalender\/[\w-]{43}\.ics$/)
  await expectNoSidewaysScroll(page)
  await page.context().close()
})
