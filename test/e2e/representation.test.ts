/** Those who act for the citizen, in a browser: given on the web and taken back, handed in and verified, and who gets the letters. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '../../src/domain/identity.ts'
import { getDay } from '../../src/domain/time/calendar-day.ts'
import { write } from '../../src/store/connection.ts'
import { savePerson } from '../../src/store/persons.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { expectSoundPages } from '../support/each-page.ts'
import { asSystem, newPerson, vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'
import { fill, press } from './support/fill.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
const relative: PersonId = newPerson()

beforeAll(async () => {
  ;[web, browser] = await Promise.all([startTestWeb(), openBrowser()])
  town = await settleTown(web.house)
  await write(web.database.app, asSystem(vejen), (tx) =>
    savePerson(tx, {
      personId: relative,
      cpr: '0101609998',
      validFrom: getDay('2026-01-01'),
      recordedAt: web.house.now(),
      details: {
        givenName: 'Bodil',
        familyName: 'Prøve',
        birthDate: getDay('1960-01-01'),
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    }),
  )
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

const at = (rest = '') => `/borger/sag/${town.caseNumber}${rest}`

/** As a citizen, without script on a telephone. */
const openAs = async (personId: PersonId) => {
  const { cookies } = await web.logIn({ personId })
  return browser.openPage({ origin: web.origin, cookies, script: false, width: 320 })
}

describe('a relative whom the citizen lets look on', () => {
  it('sees and changes nothing, under a bar that says for whom, until the citizen ends it', async () => {
    const citizen = await openAs(town.citizen)
    await citizen.goto(at())
    await citizen.getByRole('link', { name: 'Se, hvad de må, og stop det' }).click()
    await citizen.getByRole('link', { name: 'Giv en anden lov' }).click()
    await citizen.getByRole('button', { name: 'Gå videre' }).click()
    await citizen.waitForLoadState()
    expect(await citizen.getByRole('main').textContent()).toContain('Vælg, hvad personen må.')
    await fill(citizen, {
      'Hvad hedder personen?': 'Bodil Prøve',
      'Personens CPR-nummer': '010160-9998',
      'Hvad må personen?': 'Se hele min sag',
    })
    await press(citizen, 'Gå videre')
    expect(await citizen.getByRole('main').textContent()).toContain(
      'Personen kan ikke svare eller ændre noget.',
    )
    expect(citizen.url()).not.toMatch(/Bodil|0101/)
    await press(citizen, 'Ja, giv lov')
    expect(await citizen.getByRole('main').textContent()).toContain('Bodil Prøve')

    const looking = await openAs(relative)
    await looking.goto('/hvem-handler-du-for')
    const choices = looking.getByRole('radio')
    expect(await choices.count()).toBe(2)
    await choices.nth(1).check({ force: true })
    await looking.getByRole('main').getByRole('button').click()
    await looking.waitForLoadState()
    await looking.goto(at())
    const bar = looking.locator('.hv-acting')
    expect(await bar.textContent()).toContain('Du handler for')
    await looking.mouse.wheel(0, 5_000)
    await looking.waitForTimeout(300)
    expect(await bar.boundingBox()).toMatchObject({ y: 0 })
    expect((await looking.goto(at('/hjaelpere/breve')))?.status()).toBe(200)
    for (const path of ['/klage', '/traek-tilbage', '/hjaelpere/ny'])
      expect([path, (await looking.goto(at(path)))?.status()]).toEqual([path, 403])

    await citizen
      .locator('.hv-card', { hasText: 'Bodil Prøve' })
      .getByRole('link', { name: /^Stop det/ })
      .click()
    await press(citizen, 'Ja, stop det')
    expect(await citizen.getByRole('main').textContent()).not.toContain('Bodil Prøve')

    // The window that stood open shows nothing from then on.
    expect((await looking.goto(at()))?.status()).toBe(404)
    await looking.goto('/borger')
    expect(await looking.content()).not.toContain(town.caseNumber)
    expect(await looking.locator('.hv-acting').count()).toBe(0)
  })

  it('sees the plan and the week alone, when that is what was given', async () => {
    const citizen = await openAs(town.citizen)
    await citizen.goto(at('/hjaelpere/ny'))
    await fill(citizen, {
      'Hvad hedder personen?': 'Bodil Prøve',
      'Personens CPR-nummer': '010160-9998',
      'Hvad må personen?': 'Se min plan og min uge',
    })
    await press(citizen, 'Gå videre')
    await press(citizen, 'Ja, giv lov')
    const { cookies } = await web.logIn({ personId: relative, actingFor: town.citizen })
    const looking = await browser.openPage({ origin: web.origin, cookies, script: false, width: 320 })
    await looking.goto('/borger')
    expect(await looking.getByRole('main').textContent()).toContain(
      'Du kan se, hvad der står i planen og ugen.',
    )
    for (const path of [
      '/borger',
      '/borger/papirer',
      '/borger/beskeder',
      '/borger/moede',
      '/borger/aktindsigt',
    ]) {
      await looking.goto(path)
      expect([path, (await looking.content()).includes(town.caseNumber)]).toEqual([path, false])
    }
    expect((await looking.goto(at()))?.status()).toBe(403)
    expect((await looking.goto('/borger/uge'))?.status()).toBe(200)
  })
})

describe('a guardian whom a caseworker registers', () => {
  it('gets no letters before the appointment is verified, and is told of letter by letter afterwards', async () => {
    const { cookies } = await web.logIn({ userId: town.caseworker })
    const page = await browser.openPage({ origin: web.origin, cookies, script: false })
    const sag = `/myndighed/sager/${town.caseNumber}`
    await page.goto(`${sag}/parter/repraesentant`)
    await fill(page, {
      'Repræsentantens CPR-nummer': '010160-9998',
      'Hvad er personen for borgeren?': 'Værge i økonomiske forhold (§ 5)',
      'Hvad må personen?': ['Få breve om betaling'],
    })
    await page.getByLabel('Fuldmagt eller beskikkelse').setInputFiles({
      name: 'beskikkelse.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n1 0 obj\n'),
    })
    await press(page, 'Registrér repræsentanten')
    expect(await page.getByRole('main').textContent()).toContain('Ikke kontrolleret: må intet endnu')
    await page.goto(`${sag}/parter/breve`)
    expect(await page.getByRole('main').textContent()).not.toContain('Bodil')
    await page.goto(`${sag}/parter`)
    await page.getByRole('link', { name: /^Kontrollér/ }).click()
    await fill(page, {
      'Hvem?': 'Bodil Prøve (Værge i økonomiske forhold (§ 5))',
      'Er den i orden?': 'Ja. Personen må handle fra nu af',
      'Hvad har du set, og hvordan?': 'Beskikkelsen er set i dag.',
    })
    await press(page, 'Gem kontrollen')
    expect(await page.getByRole('main').textContent()).toContain('Beskikkelsen er set i dag.')
    await page.goto(`${sag}/parter/breve`)
    const rows = await page.getByRole('row').allTextContents()
    expect(rows.filter((row) => row.includes('Bodil')).length).toBe(2)
    await page.goto(`${sag}/dokumenter`)
    expect(await page.getByRole('main').textContent()).toContain('Fuldmagt eller beskikkelse')
  })
})

it('the pages are sound, wide and narrow', async () => {
  const { cookies } = await web.logIn({ personId: town.citizen })
  await expectSoundPages(browser, web.origin, cookies, [
    at('/hjaelpere'),
    at('/hjaelpere/ny'),
    at('/hjaelpere/breve'),
  ])
})
