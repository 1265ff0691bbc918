/** The citizen's case in a browser: what happens now, a hearing, the decision, consents, who looked; and those who may act. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCase } from '../../src/casework/load-case.ts'
import { isConflict, perform } from '../../src/casework/perform.ts'
import type { CaseCommand } from '../../src/domain/case/commands.ts'
import type { PersonId } from '../../src/domain/identity.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { addDays, copenhagenDay } from '../../src/domain/time/calendar-day.ts'
import { read } from '../../src/store/connection.ts'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { doIn, readyToDecide } from '../support/deciding.ts'
import { expectSoundPages } from '../support/each-page.ts'
import { asSystem, vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { givePower } from '../support/town-powers.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town

beforeAll(async () => {
  ;[web, browser] = await Promise.all([startTestWeb(), openBrowser()])
  town = await settleTown(web.house)
  await deliver()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

const today = () => copenhagenDay(web.house.now())
const at = (rest = '') => `/borger/sag/${town.caseNumber}${rest}`
const file = async () => {
  const found = await read(web.database.app, asSystem(vejen), (tx) => findCase(tx, town.caseId))
  if (found === undefined) throw new Error('the case is not there')
  return found.file
}
const main = (page: Page) => page.getByRole('main').textContent()
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

/** As somebody, without script on a telephone. */
const openAs = async (personId: PersonId, actingFor?: PersonId) => {
  const { cookies, csrf } = await web.logIn({ personId, actingFor })
  const page = await browser.openPage({ origin: web.origin, cookies, script: false, width: 320 })
  return { page, csrf }
}

/** The post carries every letter that lies ready to the citizen, today. */
async function deliver() {
  const asking = {
    municipality: vejen,
    today: today(),
    subject: { roles: ['post'] as const },
    actor: { kind: 'system', name: 'post' } as const,
  }
  for (const letter of (await file()).letters)
    for (const { recipient, dispatched } of letter.copies) {
      if (dispatched) continue
      const copy = { letterId: letter.letterId, recipient, channel: 'digitalPost' } as const
      const commands: CaseCommand[] = [
        { type: 'recordDispatch', input: { ...copy, messageId: randomUUID() } },
        { type: 'recordDelivery', input: { ...copy, proof: 'receipt', deliveredOn: today() } },
      ]
      for (const command of commands) {
        const done = await perform(web.house, asking, {
          caseId: town.caseId,
          commandId: randomUUID(),
          command,
        })
        if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
      }
    }
}

describe('the case of a citizen', () => {
  it('says what happens now, who has it, what the date is and why, and shows the receipt', async () => {
    const { page } = await openAs(town.citizen)
    await page.goto('/borger')
    await page.getByRole('link', { name: /Se din sag/ }).click()
    const text = await main(page)
    expect(text).toMatch(/Vi undersøger din sag\. Du får svar senest \S+dag den/)
    expect(text).toContain('Voksenteamet har din sag')
    expect(text).toContain('Lone Prøve, din værge')
    await page.getByText('Sådan er datoen regnet ud').click()
    expect(await page.locator('details').textContent()).toMatch(/Fra .* · 6 uger → /)
    await page.getByRole('link', { name: /^Kvittering/ }).click()
    expect(await main(page)).toContain('Let at læse')
    const pdf = await page.request.get(`${new URL(page.url()).pathname}/pdf`)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await file()).letters[0]?.copies[0]?.opened).toBeDefined()
  })

  it('is told of a delay with the new date and why', async () => {
    const newDate = addDays(today(), 70)
    await doIn(web.house, town, {
      type: 'issueDelayNotice',
      input: { newDate, reason: 'Vi venter på din læge.' },
    })
    await deliver()
    const { page } = await openAs(town.citizen)
    await page.goto(at())
    expect(await main(page)).toContain('Det tager længere tid.')
    expect(await main(page)).toContain('Grunden er: Vi venter på din læge.')
  })

  it('asks others only while there is a yes, and a no works at once', async () => {
    const { page } = await openAs(town.citizen)
    await page.goto(at('/samtykke'))
    await page.getByRole('button', { name: 'Ja, det må I' }).click()
    expect(await page.locator('.form-error-message').textContent()).toBe('Vælg, hvem det er.')
    await page.getByLabel('Hvem må vi tale med?').selectOption({ label: 'Din læge' })
    await page.getByRole('button', { name: 'Ja, det må I' }).click()
    expect(await page.getByLabel('Hvem må vi tale med?').inputValue()).toBe('doctor')
    await page.getByLabel('Hvad må vi spørge om?').fill('Hvordan jeg har det')
    await page.getByRole('button', { name: 'Ja, det må I' }).click()
    expect(await main(page)).toContain('Hvordan jeg har det')
    await page.getByRole('button', { name: 'Sig nej igen (Din læge)' }).click()
    expect(await main(page)).toContain('Sagt nej igen')
    expect((await file()).consents[0]?.withdrawn).toBeDefined()
  })
})

const paragraphs = ['Du bliver træt efter en time.', 'Du klarer det meste selv.']

describe('a hearing', () => {
  it('is answered paragraph by paragraph, and everything is kept while something is missing', async () => {
    await doIn(web.house, town, { type: 'sendHearing', input: { paragraphs } })
    await deliver()
    const { page } = await openAs(town.citizen)
    await page.goto('/borger')
    await page.getByRole('link', { name: 'Svar på brevet' }).click()
    expect(await main(page)).toMatch(/Svar senest \S+dag den/)
    const second = page.locator('.hv-card', { hasText: 'Du klarer det meste selv.' })
    await second.getByRole('radio', { name: 'Noget er forkert' }).check({ force: true })
    await second.getByRole('textbox').fill('Jeg får hjælp hver dag.')
    await page.getByRole('button', { name: 'Send mit svar' }).click()
    expect(await page.locator('#fejl').textContent()).toContain('Vælg, om det er rigtigt eller forkert.')
    expect(await second.getByRole('textbox').inputValue()).toBe('Jeg får hjælp hver dag.')
    await page
      .locator('.hv-card', { hasText: paragraphs[0] ?? '' })
      .getByRole('radio', { name: 'Det er rigtigt' })
      .check({ force: true })
    await page.getByRole('button', { name: 'Send mit svar' }).click()
    const [hearing] = (await file()).proceedings[0]?.hearings ?? []
    expect(hearing?.answered?.answers).toMatchObject([
      { paragraph: 0, agrees: true },
      { paragraph: 1, agrees: false, inWords: 'Jeg får hjælp hver dag.' },
    ])
    await page.goto(at(`/hoering/${hearing?.hearingId}`))
    expect(await main(page)).toContain('Tak. Vi har fået dit svar.')
  })
})

describe('those who may act', () => {
  it('a relative who may look sees the case and is offered nothing to do', async () => {
    await givePower(web, town, town.stranger, 'relativeReadOnly', ['read'])
    const { page, csrf } = await openAs(town.stranger, town.citizen)
    await page.goto(at())
    expect(await page.locator('.hv-acting').textContent()).toContain('Du handler for Kirsten Prøve')
    expect(await main(page)).toContain('Du kan se sagen, men ikke svare')
    expect(await page.getByRole('link', { name: 'Træk ansøgningen tilbage' }).count()).toBe(0)
    await page.goto(at('/samtykke'))
    expect(await page.locator('main form').count()).toBe(0)
    expect((await page.goto(at('/traek-tilbage')))?.status()).toBe(403)
    for (const rest of ['/traek-tilbage', '/samtykke', '/bekraeft'])
      expect((await page.request.post(at(rest), { form: { _csrf: csrf } })).status(), rest).toBe(403)
    expect((await file()).withdrawn).toBeUndefined()
  })

  it('a companion is nobody here', async () => {
    await givePower(web, town, town.guardian, 'companion', [])
    await doIn(web.house, town, {
      type: 'revokeRepresentative',
      input: {
        representationId:
          (await file()).representations.find((r) => r.type === 'guardianPersonal')?.representationId ??
          fail(),
        reason: 'Værgemålet er ophørt',
      },
    })
    const { page } = await openAs(town.guardian, town.citizen)
    await page.goto('/hvem-handler-du-for')
    expect(await main(page)).not.toContain('Kirsten')
    expect((await page.goto(at()))?.status()).toBe(404)
  })

  it('a case and a letter that are not mine are not there', async () => {
    const [letter] = (await file()).letters
    const { page } = await openAs(town.guardian)
    for (const rest of ['', '/tidslinje', `/brev/${letter?.letterId}`, `/brev/${letter?.letterId}/pdf`]) {
      const answer = await page.goto(at(rest))
      expect(answer?.status(), rest).toBe(404)
      expect(await page.content()).not.toContain('Kirsten')
    }
  })
})

describe('the decision', () => {
  it('says the answer first, then why, what now, and until when one can complain', async () => {
    await readyToDecide(web.house, town, { inTargetGroup: false })
    const [hearing] = (await file()).proceedings[0]?.hearings ?? []
    await doIn(web.house, town, {
      type: 'issueDecision',
      input: {
        draft: {
          place: 'refused',
          providersConsidered: [],
          legalBasis: ['SEL-104'],
          considerations: 'Du klarer det meste i din hverdag selv.',
          facts: [{ text: 'Du laver mad og køber ind selv.', source: 'samtale med dig', documents: [] }],
          citizensView: 'Du siger, at du får hjælp hver dag.',
          citizensViewWeighed: 'Vi har lagt vægt på den hjælp, du har.',
          hearing: { kind: 'heard', hearingId: hearing?.hearingId ?? fail() },
          otherPossibilities: { kind: 'none', because: 'Du har den støtte, du har brug for.' },
          purpose: 'At holde dine færdigheder ved lige',
          intervention: 'Et dagtilbud fem dage om ugen',
          alternatives: 'Du kan bruge det åbne værested.',
          effectiveOn: today(),
          contact: town.caseworker,
          easyReadWhy: 'Du klarer meget selv.',
        },
      },
    })
    await deliver()
    const { page } = await openAs(town.citizen)
    await page.goto('/borger')
    await page.getByRole('link', { name: 'Læs afgørelsen' }).click()
    expect(await heading(page)).toBe('Din afgørelse: Nej')
    const text = (await main(page)) ?? ''
    const order = [
      'Hvorfor?',
      'Du klarer meget selv.',
      'Hvad sker der nu?',
      'Hvis du er uenig',
      'Du kan klage til og med',
      'Let at læse',
      'Den rigtige tekst',
    ]
    expect(
      order.map((part) => text.indexOf(part)).every((place, index, all) => place > (all[index - 1] ?? 0)),
    ).toBe(true)
  })

  it('every page of the case holds WCAG 2.2 AA, fits and has large targets, in each language', async () => {
    const { cookies } = await web.logIn({ personId: town.citizen })
    const { letters, proceedings } = await file()
    const hearing = proceedings[0]?.hearings[0]?.hearingId
    await expectSoundPages(browser, web.origin, cookies, [
      '/borger',
      '/borger/papirer',
      '/borger/hvem-har-set',
      ...[
        '',
        '/ansoegning',
        '/tidslinje',
        '/samtykke',
        '/traek-tilbage',
        '/bekraeft',
        `/hoering/${hearing}`,
      ].map(at),
      ...[letters[0], letters.at(-1)].map((l) => at(`/brev/${l?.letterId}`)),
      `/borger/ansoegning/kvittering/${town.caseNumber}`,
      '/hvem-handler-du-for',
    ])
  }, 240_000)

  it('shows the citizen who has looked, by role', async () => {
    const { cookies } = await web.logIn({ userId: town.caseworker })
    const staff = await browser.openPage({ origin: web.origin, cookies, script: false })
    await staff.goto(`/myndighed/sager/${town.caseNumber}`)
    const { page } = await openAs(town.citizen)
    await page.goto('/borger/hvem-har-set')
    const text = await main(page)
    expect(text).toContain('En sagsbehandler')
    expect(text).toContain('Har set sagen')
    expect(text).toContain('En, der handler for dig')
    expect(text).not.toContain('Sanne Friis')
  })
})

/** Runs before the page's own script: a device with these voices, which tells what it was asked to say. */
const deviceWith = (voices: readonly { lang: string; localService: boolean }[]) => `
  window.said = []
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => ${JSON.stringify(voices)},
    speak: (utterance) => window.said.push(utterance.text),
    cancel: () => {},
    addEventListener: () => {},
  } })
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } addEventListener() {} }`

describe('reading aloud', () => {
  it('is offered where the device has a Danish voice of its own, and nowhere else', async () => {
    const { cookies } = await web.logIn({ personId: town.citizen })
    const openWith = async (voices: Parameters<typeof deviceWith>[0]) => {
      const page = await browser.openPage({ origin: web.origin, cookies, width: 320 })
      await page.addInitScript(deviceWith(voices))
      await page.goto('/borger')
      return page
    }
    const page = await openWith([{ lang: 'da-DK', localService: true }])
    await page.getByRole('button', { name: 'Læs op' }).click()
    expect(await page.evaluate<string>('window.said[0]')).toMatch(/^Det sker nu\nDu har fået svar/)
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(1)
    for (const voice of [
      { lang: 'da-DK', localService: false },
      { lang: 'en-GB', localService: true },
    ])
      expect(await (await openWith([voice])).getByRole('button', { name: 'Læs op' }).count()).toBe(0)
  })
})

describe('withdrawing', () => {
  it('is asked about once more, and the case says that it is over', async () => {
    const again = await settleTown(web.house)
    const { cookies } = await web.logIn({ personId: again.citizen })
    const page = await browser.openPage({ origin: web.origin, cookies, script: false, width: 320 })
    await page.goto(`/borger/sag/${again.caseNumber}`)
    await page.getByRole('link', { name: 'Træk ansøgningen tilbage' }).click()
    expect(await heading(page)).toBe('Er du sikker på, at du vil trække ansøgningen tilbage?')
    await page.getByRole('link', { name: 'Nej, behold ansøgningen' }).click()
    await page.getByRole('link', { name: 'Træk ansøgningen tilbage' }).click()
    await page.getByRole('button', { name: 'Ja, træk den tilbage' }).click()
    expect(await main(page)).toContain('Ansøgningen er trukket tilbage. Sagen er slut.')
    await page.goto('/borger')
    expect(await page.getByRole('link', { name: 'Søg om en plads' }).count()).toBe(1)
  })
})

function fail(): never {
  throw new Error('what the test stands on is not there')
}
