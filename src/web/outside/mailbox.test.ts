/** The test persons' mailboxes: what lies there, read or not, and the letters at the printing centre. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asSystem, newPerson, vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { getDay } from '../../domain/time/calendar-day.ts'
import { simulatedDigitalPost, simulatedPrintingCentre } from '../../exchange/digital-post/simulator.ts'
import { write } from '../../store/connection.ts'
import { savePerson } from '../../store/persons.ts'
import { routes } from '../routes.ts'

let db: FreshDatabase
let test: TestApp
let town: Town
let cookie = ''
let csrf = ''
const [reader, exempt] = [newPerson(), newPerson()]
const cpr = '0102039999'
const pdf = new TextEncoder().encode('%PDF-1.7 brevet')
const messageId = `${randomUUID()}.${randomUUID()}.${reader}.1`

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes })
  town = await settleTown(test.house)
  const session = await test.logIn(town.administrator)
  cookie = session.cookie
  csrf = session.csrf
  await write(db.app, asSystem(vejen), async (tx) => {
    for (const [personId, familyName, own] of [
      [reader, 'Læser', cpr],
      [exempt, 'Fritaget', '0102039998'],
    ] as const)
      await savePerson(tx, {
        personId,
        cpr: own,
        validFrom: getDay('2026-01-01'),
        recordedAt: test.house.now(),
        details: {
          givenName: 'Else',
          familyName,
          birthDate: getDay('2003-02-01'),
          language: 'da',
          digitalPostExempt: personId === exempt,
          easyRead: false,
        },
      })
  })
  const options = { db: db.app, now: async () => test.house.now() }
  await simulatedDigitalPost(options).send({
    messageId,
    sender: vejen,
    senderName: 'Vejen Kommune',
    recipient: cpr,
    title: 'Brev om din sag 2026-0001',
    file: { name: 'brev.pdf', mediaType: 'application/pdf', bytes: pdf },
  })
  await simulatedPrintingCentre(options).print({
    messageId: 'papirbrev',
    sender: vejen,
    name: 'Else Fritaget',
    address: ['Åvej 1', '6600 Vejen'],
    bytes: pdf,
  })
})
afterAll(() => db.drop())

const text = async (path: string) => (await test.get(path, cookie)).text()

describe('the mailboxes', () => {
  it('are listed with what is unread, with those who are exempt, and plainly outside the municipality', async () => {
    const page = await text('/demo/post')
    for (const said of [
      'uden for kommunens system',
      'Else Læser',
      'Else Fritaget',
      'Åvej 1, 6600 Vejen',
      'Fritaget, får brev på papir',
    ])
      expect(page).toContain(said)
    expect(page).not.toContain(cpr)
    // Whoever has no post is not there.
    expect(page).not.toContain('Kirsten')
  })
  it('show a letter as unread until it is opened, and give it as it was sent', async () => {
    const box = `/demo/post/${reader}`
    expect(await text(box)).toContain('<strong>Ikke læst</strong>')
    const letter = await test.get(`${box}/${messageId}`, cookie)
    expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(new Uint8Array(await letter.arrayBuffer())).toEqual(pdf)
    const page = await text(box)
    expect(page).toContain('Læst ')
    expect(page).not.toContain('<strong>Ikke læst</strong>')
    expect(page).not.toContain(cpr)
  })
  it('give no letter of one person through the mailbox of another', async () => {
    for (const path of [`/demo/post/${exempt}/${messageId}`, `/demo/post/${town.citizen}/${messageId}`])
      expect((await test.get(path, cookie)).status).toBe(404)
    expect((await test.get('/demo/post/ukendt', cookie)).status).toBe(404)
  })
  it('of another municipality are not there', async () => {
    const { cookie: own } = await test.logIn(town.administrator)
    const answer = await test.get('/demo/post', own, { host: 'lillerup.localhost' })
    expect(answer.status).toBe(303)
  })
  it('say so when they are empty', async () => {
    expect(await text(`/demo/post/${exempt}`)).toContain('fritaget for Digital Post og får brev på papir')
    expect(await text(`/demo/post/${town.stranger}`)).toContain('Postkassen er tom.')
  })
  it('are closed and opened by the administrator of the demonstration alone', async () => {
    const path = `/demo/post/${reader}`
    const close = { tilstand: 'closed' }
    const saved = await test.post(path, { _csrf: csrf, ...close }, cookie)
    expect(saved.headers.get('location')).toBe(`${path}?gemt=1`)
    expect(await text('/demo/post')).toContain('Lukket, brevet når ikke frem')
    const other = await test.logIn(town.caseworker)
    expect((await test.post(path, { _csrf: other.csrf, ...close }, other.cookie)).status).toBe(403)
    expect(await (await test.get(path, other.cookie)).text()).not.toContain('name="tilstand"')
  })
})

describe('the printing centre', () => {
  it('shows the letter as it was printed', async () => {
    expect(await text('/demo/post')).toContain('aria-label="Se brevet til Else Fritaget"')
    const letter = await test.get('/demo/papir/papirbrev', cookie)
    expect(new Uint8Array(await letter.arrayBuffer())).toEqual(pdf)
    expect((await test.get('/demo/papir/findes-ikke', cookie)).status).toBe(404)
  })
})
