/** Complaints that teach and supervision, in a browser: without script, wide and narrow, held to WCAG 2.2 AA. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCase } from '../../src/casework/load-case.ts'
import { read } from '../../src/store/connection.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { type Placed, placeCitizen } from '../support/placed.ts'
import { asSystem, vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
let placed: Placed
let caseNumber: string

beforeAll(async () => {
  const [startedWeb, startedBrowser] = await Promise.all([startTestWeb(), openBrowser()])
  web = startedWeb
  browser = startedBrowser
  town = await settleTown(web.house)
  placed = await placeCitizen(web.house, { caseworker: town.caseworker })
  const found = await read(web.database.app, asSystem(vejen), (tx) => findCase(tx, placed.caseId))
  caseNumber = found?.file.caseNumber ?? ''
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

type Who = Parameters<TestWeb['logIn']>[0]
async function open(who: Who, more: { width?: number; script?: boolean } = {}): Promise<Page> {
  const { cookies } = await web.logIn(who)
  return browser.openPage({ origin: web.origin, cookies, ...more })
}

/** Each of these pages, wide and narrow. */
async function look(who: Who, paths: readonly string[]): Promise<void> {
  for (const width of [1280, 320]) {
    const page = await open(who, { width })
    for (const path of paths) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 200])
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
    }
    await page.context().close()
  }
}

describe('a complaint', { timeout: 180_000 }, () => {
  it('is sent without script with a paper along, upheld with what failed, and stands at the clause', async () => {
    const citizen = await open({ personId: placed.person }, { script: false, width: 320 })
    await citizen.goto(`/borger/sag/${caseNumber}/klage`)
    for (const words of ['Der står ikke hvorfor.', 'Jeg kan godt klare fem dage.']) {
      await citizen.locator('textarea').first().fill(words)
      await citizen.getByRole('button', { name: 'Næste' }).click()
    }
    await citizen.getByLabel('Vil du sende et papir med?').setInputFiles({
      name: 'brev.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    })
    await citizen.getByRole('button', { name: 'Send klagen' }).click()
    expect(await citizen.locator('main').textContent()).toContain('brev.pdf')

    const desk = await open({ userId: town.caseworker }, { script: false })
    await desk.goto(`/myndighed/sager/${caseNumber}/klage`)
    await desk.getByRole('link', { name: 'Klage 1' }).click()
    await desk.getByRole('link', { name: 'Genvurdering' }).click()
    await desk.getByLabel('Fuldt medhold').check()
    await desk.getByLabel('Nye grunde').fill('Begrundelsen manglede.')
    await desk.getByRole('button', { name: 'Gem kladde' }).click()
    expect(await desk.getByLabel('Nye grunde').inputValue()).toBe('Begrundelsen manglede.')
    await desk.getByLabel('Hvad gik galt?').selectOption({ index: 6 })
    const failed = await desk.getByLabel('Hvad gik galt?').inputValue()
    const clause = failed.split(' ')[1] ?? ''
    await desk.getByLabel('Hvorfor er det ikke den').fill('Hun er på ferie.')
    await desk.getByRole('button', { name: 'Send genvurderingen' }).click()
    await desk.getByRole('button', { name: 'Send genvurderingen' }).click()
    expect(await desk.locator('main').textContent()).toContain('Medhold: ny afgørelse')

    const manager = await open({ userId: town.manager }, { script: false })
    await manager.goto('/ledelse/klager')
    await manager.getByRole('link', { name: 'Fuldt medhold' }).click()
    await manager.getByRole('link', { name: clause, exact: true }).click()
    expect(await manager.locator('main').textContent()).toContain('Kommunen: Fuldt medhold')
    expect(await manager.locator('main').textContent()).toContain(caseNumber)
    await look({ userId: town.manager }, ['/ledelse/klager', `/ledelse/loefter/${clause}`])
    await look({ userId: town.caseworker }, [
      `/myndighed/sager/${caseNumber}/klage`,
      `/myndighed/sager/${caseNumber}/klage/1`,
    ])
  })
})

describe('supervision', { timeout: 180_000 }, () => {
  it('draws, states a purpose, looks, and checks the chains, all without script', async () => {
    const page = await open({ userId: town.supervisor }, { script: false })
    await page.goto('/tilsyn')
    await page.getByLabel('Hvad er formålet?').fill('Tilsyn med begrundelser')
    await page.getByLabel('Hvor mange sager?').fill('50')
    await page.getByRole('button', { name: 'Træk en stikprøve' }).click()
    await page.getByRole('button', { name: `Se sag ${caseNumber}` }).click()
    expect(await page.locator('h1').textContent()).toBe(`Sag ${caseNumber}`)
    expect(await page.locator('main').textContent()).toContain('Formål: Tilsyn med begrundelser')
    await page.goto('/tilsyn/kaede')
    await page.getByRole('button', { name: 'Begynd en kontrol' }).click()
    expect(await page.locator('main').textContent()).toContain('Ingen fejl')
    const citizen = await open({ personId: placed.person }, { script: false, width: 320 })
    await citizen.goto('/borger/hvem-har-set')
    expect(await citizen.locator('main').textContent()).toContain('Tilsyn med begrundelser')
    await look({ userId: town.supervisor }, [
      '/tilsyn',
      `/tilsyn/sager/${caseNumber}`,
      '/tilsyn/log?periode=alle',
      '/tilsyn/kaede',
      '/tilsyn/afvigelser?periode=alle&vis=afvist',
    ])
  })
})
