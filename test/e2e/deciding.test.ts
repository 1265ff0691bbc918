/** From the assessment to the order, as the caseworker does it: once with scripting off, and looked at at two widths. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCase } from '../../src/casework/load-case.ts'
import { copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { read } from '../../src/store/connection.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { readyToDecide } from '../support/deciding.ts'
import { asSystem, vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
beforeAll(async () => {
  web = await startTestWeb()
  browser = await openBrowser()
  town = await settleTown(web.house)
  await readyToDecide(web.house, town)
})
afterAll(async () => {
  await browser.close()
  await web.stop()
})

const at = (rest: string): string => `/myndighed/sager/${town.caseNumber}${rest}`
const open = async (width: number, script: boolean): Promise<Page> => {
  const { cookies } = await web.logIn({ userId: town.caseworker })
  return browser.openPage({ origin: web.origin, width, script, cookies })
}
const file = async () => {
  const found = await read(web.database.app, asSystem(vejen), (tx) => findCase(tx, town.caseId))
  if (found === undefined) throw new Error('the case is not there')
  return found.file
}
const typeDay = async (page: Page, name: string): Promise<void> => {
  const [y = '', m = '', d = ''] = copenhagenDay(web.house.now()).split('-')
  await page.fill(`[name=${name}-d]`, d)
  await page.fill(`[name=${name}-m]`, m)
  await page.fill(`[name=${name}-y]`, y)
}

describe.each([1280, 320])('at %i px', (width) => {
  it.each(['/vurdering', '/anden-hjaelp', '/afgoerelse', '/afgoerelse/visning', '/bestilling'])(
    '%s is accessible and needs no sideways scrolling',
    async (path) => {
      const page = await open(width, true)
      await page.goto(at(path))
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
      await page.context().close()
    },
  )
})

describe('with script', () => {
  it('the outcome and the letter follow what is written', async () => {
    const page = await open(1280, true)
    await page.goto(at('/afgoerelse'))
    await page.getByLabel('Ja, der bevilges en plads').check()
    await page.locator('#f-daysPerWeek').fill('3')
    await page.locator('#f-daysPerWeek').blur()
    await page.locator('#udfald').getByText('Dette er et delvist afslag.').waitFor()
    await page.getByLabel('Kærhøj', { exact: true }).check()
    await typeDay(page, 'startOn')
    await page.locator('#f-purpose').fill('At du trives blandt andre.')
    await page.locator('#f-purpose').blur()
    await page.locator('#brevet').getByText('At du trives blandt andre.').waitFor()
    await page.getByLabel('Nej, der gives afslag').check()
    await page.locator('#udfald').getByText('Dette er et afslag.').waitFor()
    expect(await page.locator('#f-daysPerWeek').isVisible()).toBe(false)
    await page.context().close()
  })
})

describe('without script', () => {
  it('makes a whole part refusal: stopped until nothing is missing, read, signed, and ordered', async () => {
    const page = await open(1280, false)
    await page.goto(at('/afgoerelse'))
    await page.getByLabel('Ja, der bevilges en plads').check()
    await page.fill('#f-daysPerWeek', '3')
    await page.getByLabel('Kærhøj', { exact: true }).check()
    await page.fill('[name="considered-kaerhoej"]', 'Små grupper.')
    await page.fill('#f-providerReason', 'Kærhøj har små grupper.')
    await page.fill('#f-extentAssessment', 'Tre dage er nok, for du bliver træt.')
    await typeDay(page, 'startOn')
    await page.fill('#f-intervention', 'En plads i køkkengruppen.')
    await page.fill('#f-purpose', 'At du får en fast hverdag.')
    await page.getByRole('button', { name: 'Gå til underskrift' }).click()
    const stopped = page.locator('.alert-error .hv-missing')
    expect(await stopped.textContent()).toContain('Vælg, hvorfor borgeren får færre dage end fuld tid.')
    expect((await file()).proceedings[0]?.decision).toBeUndefined()

    await page.selectOption('#f-reducedExtentReason', 'healthOrFatigue')
    await page.fill('#f-considerations', 'Du har mest glæde af dage, du har kræfter til.')
    await page.fill('#f-fact-1-text', 'Du bliver træt, når der er mange mennesker.')
    await page.fill('#f-fact-1-source', 'samtale med dig')
    await page.fill('#f-citizensView', 'Du vil gerne komme hver dag.')
    await page.fill('#f-citizensViewWeighed', 'Vi har lagt vægt på, at du bliver træt.')
    await page.getByLabel('Nej, partshøring er udeladt').check()
    await page.fill('#f-hearingBecause', 'Du har selv fortalt os det hele.')
    await page.getByRole('button', { name: 'Gem, og vis brevet igen' }).click()
    expect(await page.locator('#udfald').textContent()).toContain('Dette er et delvist afslag.')
    expect(await page.locator('#brevet').textContent()).toContain('Sådan klager du')
    expect(await page.locator('#brevet').textContent()).not.toContain('[')

    await page.getByRole('button', { name: 'Gå til underskrift' }).click()
    expect(await page.locator('h1').textContent()).toBe('Læs brevet, før du underskriver')
    await page.getByRole('button', { name: 'Underskriv og send' }).click()
    expect(await page.locator('main').textContent()).toContain('Dette er et delvist afslag.')
    expect(await page.locator('main').textContent()).toContain(
      'Klagefristen begynder, når borgeren har modtaget',
    )
    expect((await file()).proceedings[0]?.decision?.record).toMatchObject({
      outcome: 'PARTIALLY_REFUSED',
      place: { daysPerWeek: 3, reducedExtentReason: 'healthOrFatigue' },
    })

    await page.getByRole('link', { name: 'Gå til bestillingen' }).click()
    await page.getByRole('button', { name: 'Send bestilling' }).click()
    expect(await page.locator('main').textContent()).toContain('Tilbuddet skal svare senest')
    await page.context().close()
  })
  it.each([1280, 320])('and what is made is accessible, at %i px', async (width) => {
    const page = await open(width, true)
    for (const path of ['/afgoerelse', '/bestilling']) {
      await page.goto(at(path))
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
    }
    await page.context().close()
  })
})
