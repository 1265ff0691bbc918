/** A closed case from the archive to its erasure, by the leader and the administrator, without script at 320 px. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eraseDueCases } from '../../src/casework/erase-cases.ts'
import type { UserId } from '../../src/domain/identity.ts'
import { copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { closedCase } from '../support/closed-case.ts'
import { expectSoundPages } from '../support/each-page.ts'
import { vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'
import { fill, mainText, press } from './support/fill.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
beforeAll(async () => {
  ;[web, browser] = await Promise.all([startTestWeb(), openBrowser()])
  town = await settleTown(web.house)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

const openAs = async (userId: UserId) =>
  browser.openPage({
    origin: web.origin,
    cookies: (await web.logIn({ userId })).cookies,
    script: false,
    width: 320,
  })

it('is delivered by the one, approved by the other, erased, and leaves no page but the one that says so', async () => {
  const { caseNumber } = await closedCase(web.house, town.caseworker)
  const here = `/myndighed/sager/${caseNumber}/opbevaring`
  const today = copenhagenDay(web.house.now())
  const [leader, administrator] = [await openAs(town.manager), await openAs(town.administrator)]

  await leader.goto('/ledelse')
  await leader.getByRole('link', { name: 'Opbevaring og sletning' }).click()
  await leader.getByRole('main').getByRole('link', { name: caseNumber }).click()
  const link = leader.getByRole('link', { name: 'Hent pakken (zip)' })
  const answer = await leader.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/zip')
  await fill(leader, {
    'Hvilket arkiv har fået den?': 'Rigsarkivet',
    'Arkivets reference': 'AV-7',
    'Hvilken dag blev den afleveret?': today,
  })
  await press(leader, 'Registrér afleveringen')
  expect(await mainText(leader)).toContain('Reference: AV-7.')
  await leader.getByRole('button', { name: 'Godkend, at sagen slettes' }).click()
  await leader.waitForLoadState()
  expect(await mainText(leader)).toContain('En anden skal sige ja')

  await administrator.goto('/admin/opbevaring')
  expect(await mainText(administrator)).toContain('Afleveret. Venter på godkendelse')
  await administrator.getByRole('main').getByRole('link', { name: caseNumber }).click()
  await press(administrator, 'Godkend, at sagen slettes')
  expect(await mainText(administrator)).toContain('Godkendt')
  const house = { ...web.house, db: web.database.eraser }
  expect(await eraseDueCases(house, { municipality: vejen, today })).toHaveLength(1)
  await administrator.goto('/admin/opbevaring')
  expect(await mainText(administrator)).toContain('AV-7')
  for (const page of [leader, administrator]) {
    expect((await page.goto(here))?.status()).toBe(410)
    expect(await mainText(page)).toContain('Sagen er slettet')
  }
})

it('stands on pages that are sound, wide and narrow', async () => {
  const { caseNumber } = await closedCase(web.house, town.caseworker)
  const soundFor = async (userId: UserId, ...paths: readonly string[]): Promise<void> =>
    expectSoundPages(browser, web.origin, (await web.logIn({ userId })).cookies, paths)
  await soundFor(town.manager, '/ledelse/opbevaring')
  await soundFor(town.administrator, '/admin/opbevaring', `/myndighed/sager/${caseNumber}/opbevaring`)
})
