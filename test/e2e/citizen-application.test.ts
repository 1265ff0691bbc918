/** The citizen applies, in a browser: every page, without script, by keyboard, twice over, and for somebody else. */
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCase } from '../../src/casework/load-case.ts'
import type { PersonId } from '../../src/domain/identity.ts'
import { addMonths, copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { openIdentity } from '../../src/exchange/identity/identity.ts'
import { startTestProvider, type TestProvider } from '../../src/exchange/identity/test-provider.ts'
import { looksOnDay } from '../../src/store/access-log.ts'
import { casesOfPersons } from '../../src/store/cases.ts'
import { read } from '../../src/store/connection.ts'
import { findPersonByCpr } from '../../src/store/persons.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { expectSoundPages } from '../support/each-page.ts'
import { asSystem, vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { giveGuardian } from '../support/town-powers.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser
let provider: TestProvider
let town: Town

const anna = { cpr: '0102939999', name: 'Anna Bo Clausen' }
const helped = { cpr: '0304859999', name: 'Ida Prøve' }
const pdf = {
  name: 'Lægens brev.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n'),
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

beforeAll(async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  provider = await startTestProvider({
    listPeople: async () => [{ id: 'anna', name: anna.name, about: 'Borger', claims: { ...anna } }],
    callbacks: { citizen: [`${origin}/log-ind/svar/borger`], staff: [`${origin}/log-ind/svar/medarbejder`] },
  })
  ;[web, browser] = await Promise.all([
    startTestWeb({ environment: { PORT: String(port) }, identity: openIdentity(provider.settings) }),
    openBrowser(),
  ])
  town = await settleTown(web.house)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
  await provider?.stop()
})

const today = () => copenhagenDay(web.house.now())
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()
const next = (page: Page) => page.getByRole('button', { name: 'Næste', exact: true }).click()
const path = (page: Page) => new URL(page.url()).pathname
const at = (step: string) => `/borger/ansoegning/${step}`

/** The cases of a person, as the journal tells them. */
const casesOf = (personId: PersonId) =>
  read(web.database.app, asSystem(vejen), async (tx) => {
    const entries = await casesOfPersons(tx, [personId])
    const loaded = await Promise.all(entries.map((entry) => findCase(tx, entry.caseId)))
    return loaded.flatMap((one) => (one ? [one] : []))
  })
const byCpr = (cpr: string) => read(web.database.app, asSystem(vejen), (tx) => findPersonByCpr(tx, cpr))

async function logInAt(page: Page) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Søg nu' }).click()
  await page.getByRole('link', { name: 'Log ind som borger' }).click()
  await page.getByRole('button', { name: /Anna Bo Clausen/ }).click()
}

/** Answers every page from the first on. */
async function answerAll(page: Page) {
  await page.getByRole('radio', { name: 'Jeg søger selv' }).check({ force: true })
  await next(page)
  expect(path(page)).toBe(at('kontakt'))
  await page.getByRole('radio', { name: 'Ring til mig' }).check({ force: true })
  await page.getByLabel('Telefonnummer').fill('12 34 56 78')
  await next(page)
  await page.getByRole('checkbox', { name: 'Uro' }).check({ force: true })
  await page.getByLabel('Fortæl med dine egne ord').fill('Jeg bliver urolig af mange mennesker.')
  await next(page)
  await page.getByRole('checkbox', { name: 'Natur og dyr' }).check({ force: true })
  await page.getByRole('radio', { name: 'Nørrevang' }).check({ force: true })
  await next(page)
  expect(await heading(page)).toBe('Har du en diagnose?')
  await page.getByRole('button', { name: 'Spring over' }).click()
  await page.getByRole('radio', { name: 'Færre dage' }).check({ force: true })
  await page.getByLabel('Hvor mange dage om ugen?').fill('3')
  await page.getByLabel('Hvorfor færre dage?').fill('Jeg bliver træt.')
  await next(page)
  await page.getByRole('radio', { name: 'Jeg har brug for kørsel' }).check({ force: true })
  await next(page)
  const [year, month, day] = addMonths(today(), 2).split('-')
  await page.getByRole('radio', { name: 'Fra en bestemt dag' }).check({ force: true })
  await page.getByLabel('Dag', { exact: true }).fill(day ?? '')
  await page.getByLabel('Måned').fill(month ?? '')
  await page.getByLabel('År').fill(year ?? '')
  await next(page)
  await page.getByRole('radio', { name: 'Ikke nu, måske senere' }).check({ force: true })
  await next(page)
  expect(path(page)).toBe(at('bilag'))
  await page.getByLabel('Vælg en fil').setInputFiles(pdf)
  await page.getByRole('button', { name: 'Læg filen ved' }).click()
  expect(await page.getByRole('main').textContent()).toContain('Lægens brev.pdf')
  await next(page)
  await page
    .locator('fieldset', { hasText: 'din læge' })
    .getByRole('radio', { name: 'Ja' })
    .check({ force: true })
  await page
    .locator('fieldset', { hasText: 'hvor du bor' })
    .getByRole('radio', { name: 'Nej' })
    .check({ force: true })
  await next(page)
  expect(await heading(page)).toBe('Tjek dine svar')
}

describe('without script, on a telephone, logged in at the real provider', () => {
  it('goes from the front page to the receipt, and can stop on the way', async () => {
    const page = await browser.openPage({ origin: web.origin, width: 320, script: false })
    await logInAt(page)
    expect(await heading(page)).toBe('Søg om aktivitets- og samværstilbud')
    await page.getByRole('link', { name: 'Start' }).click()
    await answerAll(page)

    // Logged out and in again, everything is there.
    await page.getByRole('button', { name: 'Log ud' }).click()
    await logInAt(page)
    expect(await page.getByRole('main').textContent()).toContain('Din ansøgning er gemt')
    await page.getByRole('link', { name: 'Fortsæt, hvor du slap' }).click()
    const answers = await page.getByRole('main').textContent()
    for (const text of [
      'Jeg søger selv',
      '12 34 56 78',
      'Uro',
      'Nørrevang',
      'Jeg bliver træt.',
      'Lægens brev.pdf',
    ])
      expect(answers).toContain(text)

    await page.getByRole('link', { name: 'Ret Hvordan kommer du derhen?' }).click()
    await page.getByRole('radio', { name: 'Jeg bliver fulgt' }).check({ force: true })
    await next(page)
    await page.goto(at('tjek'))
    await page.getByRole('button', { name: 'Send ansøgningen' }).click()
    expect(await heading(page)).toBe('Vi har fået din ansøgning')

    const person = await byCpr(anna.cpr)
    const [sent, ...more] = person ? await casesOf(person.personId) : []
    expect(more).toEqual([])
    const receipt = await page.getByRole('main').textContent()
    expect(receipt).toContain(sent?.file.caseNumber)
    expect(receipt).toMatch(/Du får svar senest \S+dag den \d+\. \S+ \d{4}/)
    expect(sent?.file.applied).toMatchObject({
      daysPerWeek: 3,
      fewerDaysBecause: 'Jeg bliver træt.',
      place: 'noerrevang',
      transport: 'withHelp',
      start: { kind: 'from', day: addMonths(today(), 2) },
    })
    expect(sent?.file.answers).not.toHaveProperty('diagnosis')
    expect(sent?.file.attachments.map((a) => a.name)).toEqual(['Lægens brev.pdf'])
    expect(sent?.file.consents.map((given) => given.source)).toEqual(['doctor'])
    expect(sent?.file.consentRefusals.map((refused) => refused.source)).toEqual(['residence'])

    await page.getByRole('link', { name: 'Se din sag' }).click()
    await page.getByRole('link', { name: 'Din ansøgning', exact: true }).click()
    const own = await page.getByRole('main').textContent()
    for (const text of ['Nørrevang', '3 dage om ugen', 'Jeg bliver fulgt', 'Lægens brev.pdf'])
      expect(own).toContain(text)
  }, 60_000)
})

const steps = [
  'hvem',
  'kontakt',
  'udfordringer',
  'oensker',
  'diagnoser',
  'hverdag',
  'transport',
  'start',
  'maal',
]
const pages = ['/borger/ansoegning', ...[...steps, 'bilag', 'samtykke', 'tjek'].map(at)]

describe('every page of the application', () => {
  it('holds WCAG 2.2 AA, fits, has large targets and few choices, in each language', async () => {
    const { cookies } = await web.logIn({ personId: town.stranger })
    const page = await browser.openPage({ origin: web.origin, cookies })
    await page.goto(at('hvem'))
    await page.getByRole('radio', { name: 'Jeg hjælper en anden' }).check({ force: true })
    await next(page)
    await page.goto(at('bilag'))
    await page.getByLabel('Vælg en fil').setInputFiles(pdf)
    await next(page)
    await expectSoundPages(browser, web.origin, cookies, [...pages, at('personen'), at('sendt')])
  }, 180_000)

  it('can be answered with the keyboard alone', async () => {
    const { cookies } = await web.logIn({ personId: town.citizen })
    const page = await browser.openPage({ origin: web.origin, cookies })
    await page.goto(at('hvem'))
    await page.locator('#indhold').focus()
    const focused = () =>
      page.evaluate<string>('document.activeElement.value || document.activeElement.textContent')
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 15; presses += 1) {
        await page.keyboard.press('Tab')
        if ((await focused()).trim() === wanted) return
      }
      throw new Error(`the keyboard does not come to ${wanted}`)
    }
    await tabTo('self')
    await page.keyboard.press('Space')
    await tabTo('Næste')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${at('kontakt')}`)
    await page.locator('#indhold').focus()
    await tabTo('phone')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('digitalPost')
    await tabTo('1')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${at('udfordringer')}`)
  })

  it('shows choices and the focus in forced colours', async () => {
    const { cookies } = await web.logIn({ personId: town.citizen })
    const page = await browser.openPage({ origin: web.origin, cookies, forcedColors: 'active', width: 320 })
    await page.goto(at('hvem'))
    await page.getByRole('radio', { name: 'Jeg søger selv' }).check({ force: true })
    const outline =
      "getComputedStyle(document.querySelector('.form-group-radio:has(input:checked)')).outlineStyle"
    expect(await page.evaluate<string>(outline)).toBe('solid')
  })
})

describe('what is typed wrongly', () => {
  it('is kept, with a sentence at the field and the summary in focus', async () => {
    const { cookies } = await web.logIn({ personId: town.guardian })
    const page = await browser.openPage({ origin: web.origin, cookies })
    await page.goto(at('hvem'))
    await next(page)
    const summary = page.locator('#fejl')
    expect(await summary.textContent()).toContain('Vælg, hvem der søger.')
    expect(await summary.evaluate((element) => element.matches(':focus'))).toBe(true)
    await page.goto(at('hverdag'))
    await page.getByRole('radio', { name: 'Færre dage' }).check({ force: true })
    await page.getByLabel('Hvor mange dage om ugen?').fill('mange')
    await page.getByLabel('Hvorfor færre dage?').fill('Fordi')
    await next(page)
    expect(await page.getByLabel('Hvor mange dage om ugen?').inputValue()).toBe('mange')
    expect(await page.getByLabel('Hvor mange dage om ugen?').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Hvorfor færre dage?').inputValue()).toBe('Fordi')
    await page.goto(at('start'))
    await page.getByRole('radio', { name: 'Fra en bestemt dag' }).check({ force: true })
    await page.getByLabel('Dag', { exact: true }).fill('31')
    await page.getByLabel('Måned').fill('2')
    await page.getByLabel('År').fill('2027')
    await next(page)
    expect(await page.getByRole('main').textContent()).toContain('Skriv en rigtig dag, der ikke er gået.')
    expect(await page.getByLabel('Dag', { exact: true }).inputValue()).toBe('31')
  })

  it('a file of another kind is named and refused, the good one beside it is kept, shown and can be taken away', async () => {
    const { cookies } = await web.logIn({ personId: town.guardian })
    const page = await browser.openPage({ origin: web.origin, cookies })
    await page.goto(at('bilag'))
    const wrong = { name: 'regning.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no pdf') }
    await page.getByLabel('Vælg en fil').setInputFiles([pdf, wrong])
    await next(page)
    const main = page.getByRole('main')
    expect(await page.locator('#f-fil-error').textContent()).toMatch(/^regning\.pdf: Filen har en type/)
    const shown = await page.request.get(
      (await main.getByRole('link', { name: pdf.name }).getAttribute('href')) ?? '',
    )
    expect(await shown.body()).toEqual(pdf.buffer)
    await main.getByRole('button', { name: `Fjern ${pdf.name}` }).click()
    expect(await page.getByRole('main').textContent()).not.toContain(pdf.name)
  })
})

/** Answers who, and goes to the check page. */
async function atCheck(page: Page, who: 'Jeg søger selv' | 'Jeg hjælper en anden') {
  await page.goto(at('hvem'))
  await page.getByRole('radio', { name: who }).check({ force: true })
  await next(page)
}

describe('sent once', () => {
  it('also when it is posted twice, and a window left open sends nothing new', async () => {
    const { cookies, csrf } = await web.logIn({ personId: town.stranger })
    const [page, other] = await Promise.all([
      browser.openPage({ origin: web.origin, cookies }),
      browser.openPage({ origin: web.origin, cookies }),
    ])
    await atCheck(page, 'Jeg søger selv')
    await other.goto(at('transport'))
    await page.goto(at('tjek'))
    const command = await page.locator('form[action$="/send"] input[name=_command]').inputValue()
    const post = () =>
      page.request.post(at('send'), { form: { _csrf: csrf, _command: command }, maxRedirects: 0 })
    const answers = await Promise.all([post(), post()])
    answers.push(await post())
    const receipts = answers.map((answer) => answer.headers().location)
    expect(new Set(receipts).size).toBe(1)
    expect(receipts[0]).toMatch(/kvittering/)
    expect(await casesOf(town.stranger)).toHaveLength(1)
    await other.getByRole('radio', { name: 'Jeg kommer selv' }).check({ force: true })
    await next(other)
    expect(path(other)).toBe(receipts[0])
    await page.goto('/borger')
    expect(await page.getByRole('main').textContent()).not.toContain('Fortsæt din ansøgning')
  })

  it('two windows lay their answers beside each other', async () => {
    const { cookies } = await web.logIn({ personId: town.citizen })
    const [one, two] = await Promise.all([
      browser.openPage({ origin: web.origin, cookies }),
      browser.openPage({ origin: web.origin, cookies }),
    ])
    await Promise.all([one.goto(at('transport')), two.goto(at('diagnoser'))])
    await one.getByRole('radio', { name: 'Jeg kommer selv' }).check({ force: true })
    await two.getByRole('radio', { name: 'Vil ikke sige' }).check({ force: true })
    await Promise.all([next(one), next(two)])
    await Promise.all([one.waitForURL(`**${at('start')}`), two.waitForURL(`**${at('hverdag')}`)])
    await one.goto(at('tjek'))
    const answers = await one.getByRole('main').textContent()
    expect(answers).toContain('Jeg kommer selv')
    expect(answers).toContain('Vil ikke sige')
  })

  it('a draft that is slow on its way is not saved over what was sent after it', async () => {
    const { cookies } = await web.logIn({ personId: town.citizen })
    const page = await browser.openPage({ origin: web.origin, cookies })
    // On its way it is slow, and it arrives whatever the page has done meanwhile.
    await page.route('**/oensker?gem=1', async (route) => {
      const request = route.request()
      await new Promise((resolve) => setTimeout(resolve, 1000))
      await page.request.post(request.url(), {
        data: request.postData() ?? '',
        headers: { origin: web.origin, 'content-type': 'application/x-www-form-urlencoded' },
        maxRedirects: 0,
      })
      await route.fulfill({ status: 204 }).catch(() => undefined)
    })
    await page.goto(at('oensker'))
    await page.getByRole('checkbox', { name: 'Køkken' }).check({ force: true })
    // Leaving the field saves the draft; what is chosen meanwhile is not in it.
    await page.getByLabel('Fortæl med dine egne ord').focus()
    await page.getByRole('radio', { name: 'Kærhøj' }).check({ force: true })
    await next(page)
    await page.waitForURL(`**${at('diagnoser')}`)
    await page.waitForTimeout(1500)
    await page.goto(at('tjek'))
    expect(await page.getByRole('main').textContent()).toContain('Kærhøj')
  })

  it('a log-in that ran out loses nothing that was typed', async () => {
    const { cookies } = await web.logIn({ personId: town.citizen })
    const page = await browser.openPage({ origin: web.origin, cookies })
    await page.goto(at('udfordringer'))
    await page.getByLabel('Fortæl med dine egne ord').fill('Mit lange svar')
    await page.getByRole('checkbox', { name: 'Uro' }).focus()
    await page.getByText(/Gemt kl/).waitFor()
    await web.database.admin.pool.query(
      "update session set expires_at = now() - interval '1 second', created_at = created_at - interval '1 day'",
    )
    await next(page)
    await page.getByRole('heading', { level: 1, name: 'Du er logget af' }).waitFor()
    const again = await web.logIn({ personId: town.citizen })
    await page
      .context()
      .addCookies([{ name: 'hverdag', value: again.cookies.hverdag ?? '', url: web.origin }])
    await page.goto('/borger')
    await page.getByRole('link', { name: 'Fortsæt din ansøgning' }).click()
    await page.goto(at('udfordringer'))
    expect(await page.getByLabel('Fortæl med dine egne ord').inputValue()).toBe('Mit lange svar')
  })
})

describe('for somebody else', () => {
  it('a helper without power starts the clock, sees nothing of the case, and the citizen stands by it', async () => {
    const { cookies } = await web.logIn({ personId: town.stranger })
    const page = await browser.openPage({ origin: web.origin, cookies, script: false, width: 320 })
    await atCheck(page, 'Jeg hjælper en anden')
    expect(path(page)).toBe(at('personen'))
    await next(page)
    expect(await page.locator('.form-error-message').count()).toBe(3)
    await page.getByLabel('Navn på den, der skal have pladsen').fill(helped.name)
    await page.getByLabel('CPR-nummer på den').fill('030485-9999')
    await page.getByLabel('Hvem er du for personen?').fill('søster')
    await next(page)
    expect(path(page)).toBe(at('kontakt'))
    expect(await page.getByRole('main').textContent()).toContain('Du hjælper Ida Prøve')
    await page.goto(at('samtykke'))
    expect(await page.getByRole('main').textContent()).toContain(
      'Du kan ikke sige ja for en anden uden fuldmagt',
    )
    await page.goto(at('tjek'))
    await page.getByRole('button', { name: 'Send ansøgningen' }).click()
    expect(path(page)).toBe(at('sendt'))
    const ida = await byCpr(helped.cpr)
    const [sent] = ida ? await casesOf(ida.personId) : []
    if (!ida || !sent) throw new Error('Ida has no case')
    expect(sent.file.received.on).toBe(today())
    expect(sent.file.applicant).toEqual({ kind: 'helper', personId: town.stranger, relation: 'søster' })
    expect(sent.file.letters.flatMap((l) => l.copies.map((copy) => copy.recipient))).toEqual([ida.personId])
    for (const rest of ['', '/bekraeft', '/ansoegning'])
      expect((await page.goto(`/borger/sag/${sent.file.caseNumber}${rest}`))?.status()).toBe(404)

    const own = await web.logIn({ personId: ida.personId })
    const mine = await browser.openPage({
      origin: web.origin,
      cookies: own.cookies,
      script: false,
      width: 320,
    })
    await mine.goto('/borger')
    expect(await mine.getByRole('main').textContent()).toContain('En anden har søgt for dig. Er det rigtigt?')
    await mine.getByRole('link', { name: 'Se ansøgningen, og svar' }).click()
    expect(await mine.getByRole('main').textContent()).toContain(
      'Bo Prøve (søster) har sendt ansøgningen for dig.',
    )
    await mine.getByRole('button', { name: 'Ja, jeg vil søge' }).click()
    expect((await casesOf(ida.personId))[0]?.file.confirmed?.actor).toEqual({
      kind: 'citizen',
      personId: ida.personId,
    })
  })

  it('the guardian applies under the power that was verified, and both identities stand in journal and log', async () => {
    const { cookies, csrf } = await web.logIn({ personId: town.guardian, actingFor: town.citizen })
    const page = await browser.openPage({ origin: web.origin, cookies })
    // The town's guardian reads and writes: that is no power to apply.
    await page.goto('/borger/ansoegning')
    expect(await heading(page)).toBe('Du kan ikke søge her')
    expect(await page.locator('.hv-acting').textContent()).toContain('Du handler for Kirsten Prøve')
    const before = (await casesOf(town.citizen)).length
    for (const step of ['hvem', 'send']) {
      const answer = await page.request.post(at(step), { form: { _csrf: csrf }, maxRedirects: 0 })
      expect(await answer.text()).toContain('Du kan ikke søge her')
    }
    expect(await casesOf(town.citizen)).toHaveLength(before)

    await giveGuardian(web, town, ['read', 'write', 'apply', 'receiveLetters'])
    await page.goto(at('hvem'))
    expect(await page.getByRole('main').textContent()).toContain('Du søger for Kirsten Prøve.')
    await next(page)
    await page.goto(at('samtykke'))
    await page
      .locator('fieldset', { hasText: 'læge' })
      .getByRole('radio', { name: 'Ja' })
      .check({ force: true })
    await next(page)
    await page.getByRole('button', { name: 'Send ansøgningen' }).click()
    expect(await heading(page)).toBe('Vi har fået din ansøgning')
    const [newest] = await casesOf(town.citizen)
    expect(newest?.file.applicant).toEqual({ kind: 'representative', personId: town.guardian })
    expect(newest?.file.representations.map((r) => [r.personId, r.type])).toEqual([
      [town.guardian, 'guardianPersonal'],
    ])
    // The power says nothing of consent: what was ticked is nobody's consent.
    expect(newest?.file.consents).toEqual([])
    const [first] = newest?.history ?? []
    expect(first).toMatchObject({
      actor: { kind: 'citizen', personId: town.guardian },
      onBehalfOf: town.citizen,
    })
    const log = await read(web.database.app, asSystem(vejen), (tx) => looksOnDay(tx, today()))
    expect(
      log.find((line) => line.route === 'citizen.apply.send' && line.onBehalfOf === town.citizen)?.actor,
    ).toEqual({
      kind: 'citizen',
      personId: town.guardian,
    })
    expect(log.filter((line) => JSON.stringify(line).includes('Prøve'))).toEqual([])
  })

  it('what was begun for one person is not taken for another after a change in a second window', async () => {
    const { cookies } = await web.logIn({ personId: town.guardian, actingFor: town.citizen })
    const [page, other] = await Promise.all([
      browser.openPage({ origin: web.origin, cookies, script: false }),
      browser.openPage({ origin: web.origin, cookies, script: false }),
    ])
    await page.goto(at('diagnoser'))
    await other.goto('/hvem-handler-du-for')
    await other.getByRole('radio', { name: 'Mig selv' }).check({ force: true })
    await other.getByRole('button', { name: 'Fortsæt' }).click()
    await page.getByRole('radio', { name: 'Ja' }).check({ force: true })
    await next(page)
    expect(await heading(page)).toBe('Du har skiftet person')
    await page.goto(at('diagnoser'))
    expect(await page.getByRole('radio', { name: 'Ja' }).isChecked()).toBe(false)
  })
})
