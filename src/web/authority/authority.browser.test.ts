/** Every page of the caseworker's up to the decision, in a browser: axe, nothing sticks out, one heading, one primary button. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  screenshot,
  type TestBrowser,
} from '../../../test/support/browser.ts'
import { vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { startTestWeb, type TestWeb } from '../../../test/support/web.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town

const paths = [
  '/ansoegning',
  '/ansoegning/ret',
  '/ansoegning/traek-tilbage',
  '/parter',
  '/parter/bekraeftelse',
  '/parter/kommune',
  '/parter/vejledning',
  '/parter/flytning',
  '/parter/flytning/afklaring',
  '/parter/flytning/samtykke',
  '/parter/flytning/papirer',
  '/parter/flytning/overtaget',
  '/parter/flytning/bortfalder',
  '/parter/flytning/hertil',
  '/parter/medvirken',
  '/parter/repraesentant',
  '/parter/repraesentant/ophoer',
  '/parter/doedsfald',
  '/parter/luk',
  '/parter/hjemvisning',
  '/oplysning',
  '/oplysning/spoerg',
  '/oplysning/samtykke',
  '/oplysning/svar',
  '/oplysning/rykker',
  '/hoering',
  '/hoering/svar',
  '/plan',
  '/plan/tilbud',
  '/plan/versioner',
  '/plan/svar',
  '/varsling',
  '/noter',
  '/tidslinje',
  '/dokumenter',
  '/log',
  '',
]
const others = [
  '/myndighed/breve',
  '/myndighed',
  '/myndighed/opgaver',
  '/myndighed/soeg',
  '/myndighed/henvendelse/ny',
]

beforeAll(async () => {
  web = await startTestWeb()
  browser = await openBrowser()
  town = await settleTown(web.house)
  const today = copenhagenDay(web.house.now())
  const municipality = web.house.municipalities.get(vejen)
  const unit = municipality?.versions[0]?.terms.unit
  const commands: readonly CaseCommand[] = [
    {
      type: 'recordMunicipality',
      input: { resident: vejen, acting: vejen, paying: vejen, basis: 'Bopæl i CPR', disputed: true },
    },
    {
      type: 'giveConsent',
      input: { source: 'doctor', purpose: 'Helbred og funktionsevne', form: 'oral', by: 'citizen' },
    },
    { type: 'refuseConsent', input: { source: 'jobCentre', form: 'oral' } },
    {
      type: 'requestInformation',
      input: {
        source: 'doctor',
        topic: 'functioning',
        what: 'Hvordan påvirker synet hverdagen?',
        answerBy: addDays(today, 14),
        mandatory: false,
      },
    },
    {
      type: 'receiveInformation',
      input: {
        source: 'residence',
        summary: 'Bostedet oplever, at hun klarer sig selv det meste af dagen.',
        receivedOn: today,
        adverse: true,
      },
    },
    {
      type: 'sendHearing',
      input: { paragraphs: ['Bostedet oplever, at du klarer dig selv det meste af dagen.'] },
    },
    { type: 'planParticipation', input: { needs: 'God tid', agreed: 'Møde hjemme' } },
    { type: 'offerActionPlan', input: { how: 'Talt om på mødet', byLetter: false, offeredOn: today } },
    { type: 'answerActionPlan', input: { answer: 'yes', how: 'På mødet' } },
    {
      type: 'recordNote',
      input: {
        kind: 'phoneCall',
        with: 'citizen',
        text: 'Ringede og spurgte til sagen.',
        happenedOn: addDays(today, -20),
      },
    },
    { type: 'issueDelayNotice', input: { newDate: addDays(today, 60), reason: 'Vi venter på lægen.' } },
    { type: 'announceMove', input: { to: '0621', movesOn: today, why: 'ownWish', how: 'Sagt på telefon' } },
    {
      type: 'settleMove',
      input: { outcome: 'theyTakeOver', takeoverOn: addDays(today, 30), basis: 'Aftalt med Kolding' },
    },
  ]
  for (const command of commands) {
    const done = await perform(
      web.house,
      {
        municipality: vejen,
        today,
        subject: { roles: ['caseworker'], userId: town.caseworker, unit },
        actor: { kind: 'staff', userId: town.caseworker, role: 'caseworker' },
      },
      { caseId: town.caseId, commandId: randomUUID(), command },
    )
    if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
  }
})
afterAll(async () => {
  await browser.close()
  await web.stop()
})

describe.each([1280, 320])('at %i px', (width) => {
  it.each([...paths.map((rest) => `/myndighed/sager/2026-0001${rest}`), ...others])(
    '%s is good to read and to use',
    async (path) => {
      const { cookies } = await web.logIn({ userId: town.caseworker })
      const page = await browser.openPage({ origin: web.origin, width, cookies })
      const answer = await page.goto(path.replace('2026-0001', town.caseNumber))
      expect(answer?.status()).toBe(200)
      if (process.env.SHOTS)
        await screenshot(page, `${path.replace(/\W+/g, '-').replace(/-myndighed-/, '')}-${width}`)
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('main .button-primary').count()).toBeLessThanOrEqual(1)
      await page.context().close()
    },
  )
})
