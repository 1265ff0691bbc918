/**
 * A place that goes on: what the provider tells and is answered, a meeting with everybody's part in it, a need that is found
 * to be another one, a complaint that comes back from the Appeals Board, and the papers. Each at their own pages, the citizen
 * without script on a narrow screen (K2.3-1…8, K2.2b-4, K2.2a-12…15, RSL § 66, FVL § 9).
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readingText, readPdf } from '../../src/letters/pdf/read-pdf.ts'
import { placeCitizen } from '../support/placed.ts'
import { caseworkerAt } from './support/caseworker.ts'
import { fill, mainText, press } from './support/fill.ts'
import { providerAt } from './support/provider.ts'
import { openWorld, type Seat, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-03-02')
}, 120_000)
afterAll(() => world?.stop())

/** The figures over reports, at the place's own page and at the manager's. */
async function reportsInFigures({ page, look }: Seat, orderId: string): Promise<void> {
  await page.goto('/tilbud/overblik')
  await page.getByRole('link', { name: 'Jeres meldinger til kommunen' }).click()
  await page
    .getByRole('link', { name: '1 Kærhøj, Udfald: Tages op ved opfølgning, Behov for ændring' })
    .click()
  expect(await page.locator(`main a[href="/tilbud/borgere/${orderId}/meld"]`).textContent()).toContain('Asta')
  await look()
  const manager = await world.seat(world.staff.manager)
  await manager.page.goto('/ledelse/meldinger')
  await manager.page.getByRole('link', { name: '1 Kærhøj, Besvaret til tiden, Alle' }).click()
  expect(await mainText(manager.page)).toContain('Bag tallet: Besvaret til tiden, Kærhøj')
  await manager.look()
  await manager.page.getByRole('link', { name: '2026-0001' }).click()
  expect(await mainText(manager.page)).toContain('Vi tager det op med Asta på et møde.')
}

it('goes on with each one’s part at their own pages', async () => {
  const { caseworker: userId, kaerhoej } = world.staff
  const then = { ...world.web.house, now: () => new Date('2026-03-02T09:00:00Z') }
  const { person: personId, orderId } = await placeCitizen(then, {
    caseworker: userId,
    person: { cpr: '0302889996' },
  })
  const [desk, place, me] = await Promise.all([
    world.seat(userId),
    world.seat(kaerhoej),
    world.window({ as: { personId }, script: false, width: 320 }),
  ])
  const sag = '2026-0001'
  const caseworker = caseworkerAt(desk, sag)
  const provider = providerAt(place)
  const placeOpens = async (rest: string): Promise<string> => {
    const answer = await place.page.goto(`/tilbud/borgere/${orderId}/${rest}`)
    expect(answer?.status(), rest).toBe(200)
    await place.look()
    return mainText(place.page)
  }
  const iOpen = async (path: string): Promise<string> => {
    expect((await me.page.goto(path))?.status(), path).toBe(200)
    return mainText(me.page)
  }
  const file = async () => (await world.caseOf(sag)).file

  // Monday 16 March is the first day.
  await provider.openOrder()
  await provider.accept({ 'Hvem er borgerens kontaktperson?': 'Pia Lund' })
  await world.moveTo('2026-03-16')
  await provider.recordFirstDay()

  // Monday 1 June: the place tells of a need. Five working days are over on Tuesday 9, for Friday 5 is no working day.
  await world.moveTo('2026-06-01')
  await placeOpens('meld')
  await fill(place.page, {
    'Hvornår begyndte det?': '2026-05-18',
    'Hvad er der sket?': 'Asta er træt efter frokost.',
    'Hvad har I gjort?': 'Hun hviler i stillerummet.',
    'Hvad foreslår I?': 'Kortere dage.',
  })
  await place.page.getByLabel(/^Behov for ændring/).check({ force: true })
  await press(place.page, 'Send til sagsbehandler')
  expect(await caseworker.open('/melding')).toContain('Behov for ændring')
  await desk.page.getByRole('main').getByRole('link', { name: 'Behov for ændring' }).click()
  await desk.look()
  await desk.page.getByLabel(/^Tages op ved opfølgning/).check({ force: true })
  await fill(desk.page, { 'Svar til tilbuddet': 'Vi tager det op med Asta på et møde.' })
  await press(desk.page, 'Send svar')
  expect(await placeOpens('meld')).toContain('Vi tager det op med Asta på et møde.')
  await reportsInFigures(place, orderId)

  // The meeting on Monday 29 June; what the citizen wants to say is said without script.
  await caseworker.open('/opfoelgning/indkald')
  await fill(desk.page, {
    'Hvilken dag?': '2026-06-29',
    'Fra klokken': '10.00',
    'Til klokken': '11.00',
    'Hvor?': 'Kærhøj',
  })
  await press(desk.page, 'Send indkaldelsen')
  await world.posted(sag)
  await iOpen('/borger/moede')
  await me.page.getByRole('link', { name: /^Se mødet/ }).click()
  await fill(me.page, { 'Hvad er svært?': 'Dagene er lange.', 'Vil du tage en med? Skriv hvem.': 'Min bror' })
  await press(me.page, 'Gem mine svar')
  const invited = await caseworker.open('/opfoelgning')
  for (const words of ['Dagene er lange.', 'Min bror']) expect(invited).toContain(words)
  await world.moveTo('2026-06-12')
  expect(await placeOpens('statusrapport')).not.toContain('Dagene er lange.')
  await fill(place.page, {
    'Borgerens egen stemme': 'Det siger borgeren',
    'Hvad siger borgeren, eller hvorfor kunne det ikke fås?': 'Jeg vil gerne hjem klokken to.',
    'Hvordan sagde borgeren det?': 'Med billeder eller tegn',
    'Jeres vurdering': 'Formiddagene går godt.',
  })
  await press(place.page, 'Send rapporten')
  await world.moveTo('2026-06-29')
  await caseworker.open('/opfoelgning/afslut')
  await fill(desk.page, {
    'Var borgeren med?': 'Ja',
    'Hvad sagde borgeren?': 'Jeg vil gerne hjem klokken to.',
    'Hvad blev der talt om?': 'Vi talte om kortere dage.',
    'Har behovet ændret sig?': 'Behovet er et andet. Det revurderes.',
    'Hvorfor?': 'Dagene er for lange.',
  })
  for (const goal of await desk.page.getByRole('group', { name: /^Hvor langt er/ }).all())
    await goal.getByLabel('Delvist nået', { exact: true }).check({ force: true })
  for (const question of await desk.page.locator('fieldset:has([name^="supervision."])').all())
    await question.getByRole('radio').first().check({ force: true })
  await press(desk.page, 'Afslut opfølgning')
  expect(await iOpen('/borger/moede')).toContain('Intet ændres, før du får en ny afgørelse.')
  expect((await file()).proceedings.at(-1)?.trigger).toMatchObject({ kind: 'reassessment' })
  expect(await caseworker.open('/revurdering')).toContain('Kærhøj')

  // Tuesday 30 June: a complaint over the decision of March, in three pages. Four weeks are over on 28 July.
  await world.moveTo('2026-06-30')
  await iOpen(`/borger/sag/${sag}/klage`)
  await fill(me.page, { 'Hvad er du uenig i?': 'Jeg ville have haft fem dage.' })
  await press(me.page, 'Næste')
  await press(me.page, 'Næste')
  expect(await mainText(me.page)).toContain('Jeg ville have haft fem dage.')
  await press(me.page, 'Send klagen')
  const mine = new URL(me.page.url()).pathname
  expect(await mainText(me.page)).toContain('Du får svar senest tirsdag den 28. juli 2026.')
  await world.posted(sag)

  // Thursday 2 July: not upheld, and sent on with everything in one file. Monday 31 August: the Board sends it back.
  await world.moveTo('2026-07-02')
  await caseworker.open('/klage/genvurdering')
  await fill(desk.page, {
    Genvurdering: 'Ikke medhold',
    'Nye grunde': 'Du har kræfter til tre dage. Det viser forløbet på Kærhøj.',
  })
  await press(desk.page, 'Send genvurderingen')
  // It cannot be undone, and is asked for once more.
  await press(desk.page, 'Send genvurderingen')
  await caseworker.open('/klage/videre')
  await press(desk.page, 'Lav brev og bilag')
  await caseworker.open('/klage/sendt')
  await fill(desk.page, { 'Hvordan kom den?': 'Digital Post' })
  await press(desk.page, 'Registrér, at det er sendt')
  await world.posted(sag)
  const [complaint] = (await file()).complaints
  const bundle = complaint?.bundled?.bundle ?? ''
  const papers = await desk.page.request.get(`/myndighed/sager/${sag}/dokumenter/${bundle}`)
  expect(papers.headers()['content-type']).toBe('application/pdf')
  const contents = complaint?.bundled?.contents.map(({ title }) => title.replace(/,.*/, ''))
  expect(contents?.slice(0, 3)).toEqual(['Afgørelse', 'Klagen', 'Genvurdering'])
  expect(contents?.at(-1)).toBe('Forsendelseslog')
  expect(await iOpen(mine)).toContain('Din klage blev sendt til Ankestyrelsen')
  await world.moveTo('2026-08-31')
  await caseworker.open('/klage/svar')
  await fill(desk.page, {
    Ankestyrelsen: 'Hjemvist',
    'Hvad gik galt?': 'Nye oplysninger',
    'Ankestyrelsens sagsnummer': '26-12345',
    'Hvad siger Ankestyrelsen, og hvad skal oplyses?': 'Det skal oplyses, hvad Asta kan holde til.',
  })
  await press(desk.page, 'Registrér svaret')
  // Six weeks anew, from the day it came.
  await desk.page.goto('/myndighed')
  await desk.look()
  expect(await mainText(desk.page)).toContain('Hjemvist')
  expect(await iOpen(mine)).toContain('Ankestyrelsen har sendt sagen tilbage til os.')
  expect((await world.explained(sag)).some(({ dueOn }) => dueOn === '2026-10-12')).toBe(true)

  // The papers: asked for without script, given whole, and fetched.
  await iOpen(`/borger/sag/${sag}/aktindsigt`)
  await fill(me.page, { 'Hvad vil du se?': 'Hele sagen' })
  await press(me.page, 'Bed om papirerne')
  await caseworker.open('/aktindsigt')
  await desk.page.getByRole('link', { name: 'Svar på anmodningen' }).click()
  await desk.look()
  await press(desk.page, 'Send svaret')
  await iOpen(`/borger/sag/${sag}/aktindsigt`)
  const href = await me.page.getByRole('link', { name: 'Hent papirerne (PDF)' }).getAttribute('href')
  const given = readingText(await readPdf(await (await me.page.request.get(href ?? '')).body()))
  for (const words of ['Formiddagene går godt.', 'Dagene er lange.', 'Fremmøde, dag for dag'])
    expect(given.replaceAll(/\s+/g, ' ')).toContain(words)
}, 300_000)
