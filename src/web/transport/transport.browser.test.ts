/** The rides in a browser: in each language, wide and narrow, by axe, with targets that a finger hits. */
import { afterAll, beforeAll, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../../../test/support/browser.ts'
import { expectSoundPages } from '../../../test/support/each-page.ts'
import { placeSomebody } from '../../../test/support/placement.ts'
import { vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { startTestWeb, type TestWeb } from '../../../test/support/web.ts'
import { PartId, ProviderId } from '../../domain/identity.ts'
import { write } from '../../store/connection.ts'
import { saveRideOperator } from '../../store/transport.ts'

let web: TestWeb
let browser: TestBrowser
let town: Town
beforeAll(async () => {
  web = await startTestWeb()
  browser = await openBrowser()
  town = await settleTown(web.house)
  const weekdays = [1, 2, 3, 4, 5, 6, 7]
  await placeSomebody(web.database.app, { startedOn: '2020-01-01', weekdays })
  await placeSomebody(web.database.app, { startedOn: '2020-01-01', weekdays, provider: 'noerrevang' })
  await write(web.database.app, { municipality: vejen, viewer: { kind: 'command' } }, (tx) =>
    saveRideOperator(tx, {
      operatorId: PartId.parse('00000000-0000-4000-8000-000000000044'),
      name: 'Kørselskontoret',
      phone: null,
      cancelMinutes: 60,
      windowMinutes: 30,
      providers: [ProviderId.parse('kaerhoej')],
    }),
  )
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await web?.stop()
})

it('a provider’s day of rides', async () => {
  const { cookies } = await web.logIn({ userId: town.provider })
  await expectSoundPages(browser, web.origin, cookies, ['/tilbud/koersel'])
}, 120_000)

it('the operators’ lists, and who drives', async () => {
  const { cookies } = await web.logIn({ userId: town.manager })
  await expectSoundPages(browser, web.origin, cookies, ['/myndighed/koersel', '/myndighed/koersel/selskaber'])
}, 120_000)
