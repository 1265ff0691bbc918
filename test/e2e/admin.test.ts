/** The administrator and whoever demonstrates, in a browser: each page at two widths, and the things they do there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatedDigitalPost, simulatedPrintingCentre } from '../../src/exchange/digital-post/simulator.ts'
import { simulatedEmailNudge } from '../../src/exchange/email-nudge/simulator.ts'
import { write } from '../../src/store/connection.ts'
import { enqueue } from '../../src/store/jobs.ts'
import { caseworkDesk } from '../../src/work/casework-desk.ts'
import { nudgeRoom } from '../../src/work/nudge.ts'
import { type RunningWorker, startWorker } from '../../src/work/start-worker.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openBrowser,
  type TestBrowser,
} from '../support/browser.ts'
import { asCommand, vejen } from '../support/scopes.ts'
import { settleTown, type Town } from '../support/town.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
let worker: RunningWorker | undefined

beforeAll(async () => {
  const [startedWeb, startedBrowser] = await Promise.all([startTestWeb(), openBrowser()])
  web = startedWeb
  browser = startedBrowser
  town = await settleTown(web.house)
  await write(web.database.app, asCommand(), (tx) => enqueue(tx, 'sweep', {}))
  // As the worker leaves a job that it has given up.
  await web.database.admin.pool.query(
    `update graphile_worker._private_jobs set attempts = 12, last_error = 'DatabaseError 40P01'
     where id = (select max(id) from graphile_worker._private_jobs)`,
  )
}, 120_000)

afterAll(async () => {
  await worker?.stop()
  await browser?.close()
  await web?.stop()
})

const open = async (
  options: { readonly width?: number; readonly script?: boolean; readonly sprog?: string } = {},
) => {
  const { cookies } = await web.logIn({ userId: town.administrator })
  const { sprog = 'da', ...more } = options
  return browser.openPage({ origin: web.origin, cookies: { ...cookies, sprog }, ...more })
}

const paths = () => [
  '/admin',
  '/admin/brugere',
  '/admin/brugere/ny',
  `/admin/brugere/${town.caseworker}`,
  '/admin/roller',
  '/admin/job',
  '/admin/post',
  '/admin/demo',
  '/admin/demo?fra=2020-01-01',
  '/demo/post',
  `/demo/post/${town.citizen}`,
]

describe('every page of the administration and of the outside world', () => {
  for (const width of [1280, 320])
    for (const sprog of ['da', 'en'])
      it(`holds WCAG 2.2 AA and fits at ${width} px, in ${sprog}`, async () => {
        const page = await open({ width, sprog })
        for (const path of paths()) {
          expect((await page.goto(path))?.status(), path).toBe(200)
          expect(await page.locator('h1').count()).toBe(1)
          for (const closed of await page.locator('summary').all()) await closed.click()
          await expectNoAxeViolations(page)
          await expectNoSidewaysScroll(page)
        }
        await page.context().close()
      })
})

describe('without script, the administrator', () => {
  it('adds a user, is told what is missing, and finds them in the list', async () => {
    const page = await open({ script: false })
    await page.goto('/admin')
    await page.getByRole('navigation', { name: 'Administrationens sider' }).getByText('Brugere').click()
    await page.getByRole('link', { name: 'Tilføj bruger' }).click()
    await page.getByLabel('Navn').fill('Ane Skov')
    await page.getByLabel('Sagsbehandler').check()
    await page.getByRole('button', { name: 'Gem bruger' }).click()
    await page.getByRole('link', { name: 'Udfyld feltet.' }).click()
    expect(await page.getByLabel('Navn').inputValue()).toBe('Ane Skov')
    await page.getByLabel('Id hos log-in').fill('ane-skov')
    await page.getByLabel('Enhed').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Gem bruger' }).click()
    expect(await page.getByText('Ændringen er gemt').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Ane Skov' }).click()
    expect(await page.getByText('Af Ib Thy').isVisible()).toBe(true)
  })
  it('tries a job again that was given up', async () => {
    const page = await open({ script: false })
    await page.goto('/admin/job')
    expect(await page.getByText('DatabaseError 40P01').isVisible()).toBe(true)
    await page.getByRole('button', { name: /Prøv job \d+ igen/ }).click()
    expect(await page.getByText('Jobbet er sat i kø igen').isVisible()).toBe(true)
  })
  it('moves the day, with the worker running, and sees what it did', async () => {
    const own = { ...web.house, db: web.database.worker }
    const options = { db: web.database.worker, now: async () => web.house.now() }
    worker = await startWorker({
      desk: caseworkDesk(own),
      digitalPost: simulatedDigitalPost(options),
      printingCentre: simulatedPrintingCentre(options),
      nudges: nudgeRoom(own, simulatedEmailNudge(options)),
      chores: {
        expireDrafts: async () => {},
        signHeads: async () => {},
        findRepeatedAbsence: async () => 0,
        eraseDueCases: async () => 0,
      },
      url: web.database.urls.worker,
      municipalities: [vejen],
      log: () => {},
    })
    const page = await open({ script: false })
    await page.goto('/admin/demo')
    await page.getByRole('button', { name: 'Én uge frem' }).click()
    expect(await page.getByRole('heading', { name: /^Dagen er flyttet fra/ }).isVisible()).toBe(true)
    expect(await page.getByRole('row', { name: /Kommunen/ }).isVisible()).toBe(true)
    await expect
      .poll(async () => {
        await page.reload()
        return page.getByText('Det, der var forfaldet, er skrevet ned').isVisible()
      })
      .toBe(true)
    // The receipt letter of the town's case was tried too: its citizen has neither a number nor an address.
    await page.goto('/admin/post')
    expect(await page.getByRole('main').textContent()).toContain('Der er ingen adresse at sende til')
  })
})
