import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asSystem, vejen } from '../../../test/support/scopes.ts'
import { settleTown, type Town } from '../../../test/support/town.ts'
import { CalendarDay, copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { looksOnDay } from '../../store/access-log.ts'
import { closeDatabase, openDatabase, read, write } from '../../store/connection.ts'
import { startDemoClock } from '../../store/demo-clock.ts'
import { file } from './respond.tsx'
import { page, post, publicPage, type Route } from './route.ts'
import { sessionTime } from './session.ts'

const told = (c: { readonly [key: string]: unknown }): Response => Response.json(c)

const routes: readonly Route[] = [
  publicPage('test.public', '/offentlig', (c) =>
    told({ municipality: c.municipality.name, today: c.today, language: c.language }),
  ),
  { ...publicPage('test.limited', '/begraenset', () => told({})), limited: true },
  page('test.signed-in', 'signedIn', '/mig', () => told({})),
  page('test.broken', 'signedIn', '/i-stykker', () => {
    throw new Error('it broke on 010203-1234')
  }),
  page('test.pdf', 'signedIn', '/pdf', () =>
    file(new Uint8Array([37]), 'application/pdf', 'Brev til Kirsten.pdf'),
  ),
  page('test.png', 'signedIn', '/png', () => file(new Uint8Array([137]), 'image/png', 'billede.png')),
  post('test.write', 'signedIn', '/skriv', (c) =>
    told({
      text: c.form.text('text'),
      all: c.form.all('many'),
      files: c.form.files('bilag').map(({ name, bytes }) => [name, bytes.byteLength]),
    }),
  ),
  { ...page('test.demonstration', 'signedIn', '/kun-i-demo', () => told({})), demonstrationOnly: true },
]

let db: FreshDatabase
let test: TestApp
let town: Town
let clock = new Date('2026-11-24T10:00:00Z')
// It never stands still, so that the log has an order.
const now = (): Date => {
  clock = new Date(clock.getTime() + 1)
  return clock
}

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes, environment: { LOG_INS_PER_MINUTE: '3' }, now })
  town = await settleTown(test.house)
})
afterAll(() => db.drop())

const PublicFacts = z.object({ municipality: z.string(), today: CalendarDay })
const factsOf = async (answer: Response) => PublicFacts.parse(await answer.json())
const today = async () => (await factsOf(await test.get('/offentlig'))).today

describe('the host says which municipality', () => {
  it('and each answers on its own', async () => {
    expect(await (await test.get('/offentlig')).json()).toMatchObject({ municipality: 'Vejen Kommune' })
    const other = await test.get('/offentlig', undefined, { host: 'lillerup.localhost:3000' })
    expect((await factsOf(other)).municipality).toContain('Lillerup')
  })
  it('and nobody answers on a host that is nobody’s, whatever the path', async () => {
    for (const path of ['/offentlig', '/findes-ikke'])
      expect((await test.get(path, undefined, { host: 'ukendt.example' })).status).toBe(421)
  })
  it('and a session of one is none in the other', async () => {
    const { cookie } = await test.logIn(town.administrator)
    expect((await test.get('/mig', cookie)).status).toBe(200)
    expect((await test.get('/mig', cookie, { host: 'lillerup.localhost' })).status).toBe(303)
  })
})

describe('every answer', () => {
  it('tells the browser to run nothing but our own files, and to keep nothing', async () => {
    for (const path of ['/offentlig', '/findes-ikke', '/mig']) {
      const { headers } = await test.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })
  it('under https asks for https from now on', async () => {
    const https = openTestApp({ database: db, routes, environment: { HTTPS: '1' } })
    expect((await https.get('/offentlig')).headers.get('strict-transport-security')).toContain('max-age=')
    const { cookie } = await https.logIn(town.administrator)
    expect(cookie).toMatch(/^__Host-/)
    expect((await https.get('/mig', cookie)).status).toBe(200)
  })
  it('that is a document keeps a policy of its own, and no name in its name', async () => {
    const { cookie } = await test.logIn(town.administrator)
    const png = (await test.get('/png', cookie)).headers
    expect(png.get('content-security-policy')).toContain('sandbox')
    const pdf = (await test.get('/pdf', cookie)).headers
    // A browser shows no PDF in a sandbox.
    expect(pdf.get('content-security-policy')).not.toContain('sandbox')
    expect(pdf.get('content-security-policy')).not.toContain('script')
    expect(pdf.get('content-disposition')).toBe('inline; filename="Brev_til_Kirsten.pdf"')
  })
})

describe('a form', () => {
  const write = (fields: Record<string, string>, headers?: Record<string, string>) => async () => {
    const { cookie, csrf } = await test.logIn(town.administrator)
    return test.post('/skriv', { _csrf: csrf, ...fields }, cookie, headers)
  }
  it('of our own is taken', async () => {
    expect(await (await write({ text: ' Hej ' })()).json()).toEqual({ text: 'Hej', all: [], files: [] })
  })
  it('from before the last log-in says so, and gives back what was written', async () => {
    const earlier = await test.logIn(town.administrator)
    const { cookie } = await test.logIn(town.administrator)
    const answer = await test.post(
      '/skriv',
      { _csrf: earlier.csrf, day: '12', text: 'Han kommer <altid> til tiden.\nOg gerne før.' },
      cookie,
      { 'sec-fetch-site': 'same-origin', referer: 'http://vejen.localhost/mig?x=1' },
    )
    const page = await answer.text()
    expect(answer.status).toBe(403)
    expect(page).toContain('Du er logget ind igen i et andet vindue')
    expect(page).toContain('Han kommer &lt;altid&gt; til tiden.\nOg gerne før.')
    expect(page).toContain('href="/mig"')
    const fromElsewhere = await test.post('/skriv', { _csrf: earlier.csrf, text: 'To ord' }, cookie, {
      'sec-fetch-site': 'cross-site',
    })
    expect(await fromElsewhere.text()).not.toContain('To ord')
  })
  it('without the session’s token is refused and logged, and so is one from elsewhere', async () => {
    for (const send of [
      write({ _csrf: '' }),
      write({ _csrf: 'guessed' }),
      write({}, { origin: 'https://evil.example' }),
      write({}, { origin: 'null' }),
      write({}, { 'sec-fetch-site': 'cross-site' }),
      write({}, { 'sec-fetch-site': 'same-site' }),
    ]) {
      expect((await send()).status).toBe(403)
      const lines = await read(db.app, asSystem(vejen), (tx) => looksOnDay(tx, copenhagenDay(clock)))
      expect(lines.filter((line) => line.route === 'test.write').at(-1)?.outcome).toBe('refused')
    }
  })
  it('with files holds them, and leaves out what was not chosen', async () => {
    const { cookie, csrf } = await test.logIn(town.administrator)
    const body = new FormData()
    body.set('_csrf', csrf)
    body.append('many', 'a')
    body.append('many', 'b')
    body.append('bilag', new File(['%PDF-'], 'lægebrev.pdf', { type: 'application/pdf' }))
    body.append('bilag', new File([], ''))
    const answer = await test.app.request('http://vejen.localhost/skriv', {
      method: 'POST',
      body,
      headers: { host: 'vejen.localhost', cookie },
    })
    expect(await answer.json()).toEqual({ all: ['a', 'b'], files: [['lægebrev.pdf', 5]] })
  })
  it('too large is refused in words, however it is sent', async () => {
    const small = openTestApp({ database: db, routes, environment: { UPLOAD_LIMIT_MEGABYTES: '1' } })
    const { cookie, csrf } = await small.logIn(town.administrator)
    const text = `_csrf=${csrf}&text=${'x'.repeat(1024 * 1024)}`
    const stream = new ReadableStream({
      start: (c) => {
        c.enqueue(new TextEncoder().encode(text))
        c.close()
      },
    })
    for (const body of [text, stream]) {
      const answer = await small.app.request('http://vejen.localhost/skriv', {
        method: 'POST',
        body,
        headers: { host: 'vejen.localhost', cookie, 'content-type': 'application/x-www-form-urlencoded' },
        duplex: 'half',
      } as RequestInit)
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('Filen er for stor')
    }
  })
  it('that is none is refused in words', async () => {
    const { cookie } = await test.logIn(town.administrator)
    for (const headers of [{ 'content-type': 'application/json' }, { 'content-type': 'multipart/form-data' }])
      expect((await test.post('/skriv', { text: 'x' }, cookie, headers)).status).toBe(415)
  })
  it('sent after the log-in ended is told so, with the way back to where it stood', async () => {
    const headers = { referer: 'http://vejen.localhost/mig?q=Kirsten' }
    const answer = await test.post('/skriv', { text: 'x' }, 'hverdag=ended', headers)
    const text = await answer.text()
    expect(answer.status).toBe(403)
    expect(text).toContain('Du er logget af')
    expect(text).toContain('href="/log-ind?til=%2Fmig"')
    // A page of somebody else is no way back.
    const elsewhere = await test.post('/skriv', {}, 'hverdag=ended', { referer: 'https://evil.example/mig' })
    expect(await elsewhere.text()).toContain('href="/log-ind"')
  })
  it('saved in the background is never led to the log-in page, which would look like saved', async () => {
    const answer = await test.post('/skriv', { text: 'x' }, undefined, { 'sec-fetch-mode': 'cors' })
    expect(answer.status).toBe(403)
  })
  it('of somebody not logged in is not read', async () => {
    const answer = await test.post('/skriv', { text: 'x' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/log-ind?til=%2F'])
  })
})

describe('a log-in', () => {
  it('lasts half an hour without use, and ten hours in all: the page is told the nearer of the two', () => {
    const from = new Date('2026-11-24T08:00:00Z')
    const after = (minutes: number) => new Date(from.getTime() + minutes * 60_000)
    expect(sessionTime(from, from)).toEqual({ idle: 30, longest: 600 })
    expect(sessionTime(after(590), from)).toEqual({ idle: 10, longest: 10 })
  })
})

describe('a page', () => {
  it('of the demonstration is not there outside it', async () => {
    const { cookie } = await test.logIn(town.administrator)
    expect((await test.get('/kun-i-demo', cookie)).status).toBe(200)
    const environment = { DEMO: '0', HVERDAG_HOSTS: '{"vejen.localhost":"0575"}' }
    expect((await openTestApp({ database: db, routes, environment }).get('/kun-i-demo', cookie)).status).toBe(
      404,
    )
  })
})

describe('log-in', () => {
  it('is begun so often in a minute from one address, and no more', async () => {
    clock = new Date('2026-11-24T14:00:00Z')
    const tries = () => Promise.all([1, 2, 3, 4].map(async () => (await test.get('/begraenset')).status))
    expect((await tries()).sort()).toEqual([200, 200, 200, 429])
    expect(await (await test.get('/begraenset')).text()).toContain('Vent')
    expect((await test.get('/offentlig')).status).toBe(200)
    clock = new Date('2026-11-24T14:01:00Z')
    expect((await test.get('/begraenset')).status).toBe(200)
  })
})

describe('an error', () => {
  it('gives the visitor a number and the log where it was, and neither repeats what was typed', async () => {
    const { cookie } = await test.logIn(town.administrator)
    const answer = await test.get('/i-stykker?cpr=0102031234', cookie)
    const page = await answer.text()
    expect(answer.status).toBe(500)
    expect(page).toContain('Noget gik galt hos os')
    expect(page).not.toContain('it broke')
    const line = test.lines.at(-1)
    expect(page).toContain(`Fejlnummer ${line?.request}`)
    expect(line).toMatchObject({ level: 'error', route: 'test.broken', status: 500 })
    expect(String(line?.error)).toContain('app.test.ts')
    expect(JSON.stringify(line)).not.toMatch(/0102031234|010203-1234/)
  })
  it('of a database that is not there is told as a pause, with whom to call', async () => {
    const gone = openDatabase({ url: 'postgresql://app@127.0.0.1:1/none' })
    const answer = await openTestApp({ database: { ...db, app: gone }, routes }).get('/offentlig')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    const text = await answer.text()
    expect(text).toContain('Haster det, så ring')
    expect(text).toContain(test.house.municipalities.get(vejen)?.letterhead.phone ?? 'no phone')
    await closeDatabase(gone)
  })
  it('page speaks the visitor’s language', async () => {
    for (const [sprog, words] of [
      ['da', 'Siden findes ikke'],
      ['en', 'The page does not exist'],
      ['let', 'Siden er her ikke'],
    ] as const) {
      const answer = await test.get('/findes-ikke', `sprog=${sprog}`)
      expect([answer.status, (await answer.text()).includes(words)]).toEqual([404, true])
    }
  })
})

describe('the log', () => {
  it('has a line a request, with the route’s name and never the path', async () => {
    const { cookie } = await test.logIn(town.caseworker)
    await test.get('/mig?q=Kirsten', cookie)
    const line = test.lines.at(-1)
    expect(Object.keys(line ?? {}).sort()).toEqual(['message', 'ms', 'request', 'route', 'status'])
    expect(JSON.stringify(test.lines)).not.toMatch(/Kirsten|Prøve/)
  })
})

describe('the day', () => {
  it('is Copenhagen’s, and the demonstration’s where its clock goes', async () => {
    clock = new Date('2026-11-24T23:30:00Z')
    expect(await today()).toBe('2026-11-25')
    await write(db.app, asSystem(vejen), (tx) => startDemoClock(tx, getDay('2027-01-04')))
    expect(await today()).toBe('2027-01-04')
  })
})
