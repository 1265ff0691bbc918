/** The week at its pages: the citizen's, on paper, at the place's own page, and at a secret address. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { type Placed, placeCitizen } from '../../../../test/support/placed.ts'
import { asCitizen, asCommand, vejen } from '../../../../test/support/scopes.ts'
import { isConflict, perform } from '../../../casework/perform.ts'
import type { CaseCommand } from '../../../domain/case/commands.ts'
import { type CaseId, ProviderId } from '../../../domain/identity.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { type CalendarDay, getDay } from '../../../domain/time/calendar-day.ts'
import { addAttendance, addOfferFacts } from '../../../store/attendance.ts'
import { findFeed, makeFeed } from '../../../store/calendar-feeds.ts'
import { read, write } from '../../../store/connection.ts'
import { moveDemoClock, startDemoClock } from '../../../store/demo-clock.ts'

let work: TownAtWork
let placed: Placed
/** A Wednesday. */
const today = getDay('2027-02-03')
const start = getDay('2027-01-18')
const kaerhoej = ProviderId.parse('kaerhoej')

type Who = Parameters<TownAtWork['test']['logIn']>[0]

async function seat(who: Who) {
  const { cookie, csrf } = await work.test.logIn(who)
  const textOf = async (answer: Response) => ({
    status: answer.status,
    text: await answer.text(),
    location: answer.headers.get('location'),
  })
  return {
    get: async (path: string, language = 'da') =>
      textOf(await work.test.get(path, `${cookie}; sprog=${language}`)),
    post: async (path: string, fields: Record<string, string>) =>
      textOf(await work.test.post(path, { _csrf: csrf, ...fields }, cookie)),
  }
}
const citizen = () => seat({ person: placed.person })

async function providerDoes(
  command: CaseCommand,
  day: CalendarDay,
  { caseId, provider = kaerhoej }: { readonly caseId?: CaseId; readonly provider?: ProviderId } = {},
): Promise<void> {
  const userId = work.town.provider
  const done = await perform(
    work.test.house,
    {
      municipality: vejen,
      today: day,
      subject: { roles: ['providerStaff'], userId, provider },
      actor: { kind: 'staff', userId, role: 'providerStaff' },
    },
    { caseId: caseId ?? placed.caseId, commandId: randomUUID(), command },
  )
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}

const factAt = () => ({ recordedAt: '2027-02-03T06:00:00Z', at: '2027-02-03T06:00:00Z' })

beforeAll(async () => {
  work = await openTown(() => new Date('2027-01-04T09:00:00Z'))
  placed = await placeCitizen(work.test.house, { caseworker: work.town.caseworker })
  const { orderId } = placed
  await providerDoes(
    { type: 'acceptOrder', input: { orderId, startOn: start, contactPerson: work.town.provider } },
    getDay('2027-01-05'),
  )
  await write(work.database.app, asCommand(vejen), async (tx) => {
    await startDemoClock(tx, getDay('2027-01-04'))
    await moveDemoClock(tx, today)
  })
})
afterAll(() => work.database.drop())

it('somebody without a place has no days, and is told why', async () => {
  const at = await seat({ person: work.town.stranger })
  const { text } = await at.get('/borger/uge')
  expect(text).toContain('Du har ingen dage endnu.')
  expect((await at.get('/borger/uge/print')).text).toContain('Du har ingen dage endnu.')
  expect((await at.get('/borger/tilbud')).text).toContain('Du har ikke et tilbud endnu.')
})

it('a place that has planned nothing says so', async () => {
  const { text } = await (await citizen()).get('/borger/uge')
  expect(text).toContain('Kærhøj har ikke lagt din uge endnu.')
  expect(text).not.toContain('Jeg kommer ikke')
})

it('who has two places sees both on the day that they share, each with its half (K2.0-7)', async () => {
  const noerrevang = ProviderId.parse('noerrevang')
  const { caseworker } = work.town
  const first = await placeCitizen(work.test.house, { caseworker })
  const second = await placeCitizen(work.test.house, {
    caseworker,
    provider: noerrevang,
    again: first.person,
  })
  const halves = [
    { at: first, provider: kaerhoej, time: { part: 'morning', starts: '09:00', ends: '11:30' } },
    { at: second, provider: noerrevang, time: { part: 'afternoon', starts: '12:30', ends: '15:00' } },
  ] as const
  for (const { at, provider, time } of halves) {
    const { orderId, caseId } = at
    const where = { caseId, provider }
    await providerDoes(
      { type: 'acceptOrder', input: { orderId, startOn: start, contactPerson: work.town.provider } },
      getDay('2027-01-05'),
      where,
    )
    await providerDoes({ type: 'startPlacement', input: { orderId, startedOn: start } }, today, where)
    await providerDoes(
      {
        type: 'setWeeklySchedule',
        input: {
          orderId,
          from: start,
          days: [{ weekday: 4, ...time }],
          because: 'Begge steder, en halv dag hvert.',
        },
      },
      today,
      where,
    )
  }
  const { text } = await (await seat({ person: first.person })).get('/borger/uge')
  const thursday = text.slice(
    text.indexOf('torsdag den 4. februar 2027'),
    text.indexOf('torsdag den 11. februar'),
  )
  for (const known of ['Klokken 9.00 til 11.30', 'Kærhøj', 'Klokken 12.30 til 15.00', 'Nørrevang'])
    expect(thursday).toContain(known)
})

describe('with a week', () => {
  beforeAll(async () => {
    const { orderId } = placed
    await providerDoes({ type: 'startPlacement', input: { orderId, startedOn: start } }, today)
    const time = { part: 'full', starts: '09:00', ends: '14:30' } as const
    await providerDoes(
      {
        type: 'setWeeklySchedule',
        input: { orderId, from: start, days: [3, 4, 5].map((day) => ({ weekday: day, ...time })) },
      },
      today,
    )
  })

  it('today comes first, then the days, each with time, place, ride and contact person, and a way to say it off', async () => {
    const { status, text } = await (await citizen()).get('/borger/uge')
    expect(status).toBe(200)
    const days = [...text.matchAll(/<h[23]>([^<]*2027)<\/h[23]>/g)].map(([, day]) => day)
    expect(days).toEqual([
      'I dag, onsdag den 3. februar 2027',
      'torsdag den 4. februar 2027',
      'fredag den 5. februar 2027',
      'onsdag den 10. februar 2027',
      'torsdag den 11. februar 2027',
      'fredag den 12. februar 2027',
    ])
    for (const known of [
      'Klokken 9.00 til 14.30',
      'Kærhøj',
      'Du bliver kørt',
      'Pia Lund er din kontaktperson',
    ])
      expect(text).toContain(known)
    expect(text).toContain('href="/borger/afbud?dag=2027-02-04"')
    expect(text.match(/button-primary/g)).toHaveLength(1)
    expect(text.match(/<img[^>]*hv-picture[^>]*>/g)?.every((img) => img.includes('alt=""'))).toBe(true)
  })

  it.each(['da', 'en', 'let'])('in %s as well, with one heading of the page', async (language) => {
    for (const path of ['/borger/uge', '/borger/uge/print', '/borger/tilbud', '/borger/uge/kalender']) {
      const { status, text } = await (await citizen()).get(path, language)
      expect([path, status, text.match(/<h1/g)?.length]).toEqual([path, 200, 1])
    }
  })

  it('on paper: the same days in a table, whom to call, and no buttons', async () => {
    const { text } = await (await citizen()).get('/borger/uge/print')
    expect(text.match(/<tr>/g)?.length).toBe(7)
    expect(text).toContain('Skrevet ud 3. februar 2027.')
    expect(text.slice(text.indexOf('<main'), text.indexOf('</main>'))).not.toMatch(/<button|class="button/)
  })

  it('what is said off and what is closed stand on the day, with a way back', async () => {
    await write(work.database.app, asCommand(vejen), async (tx) => {
      await addAttendance(tx, [
        {
          ...factAt(),
          factId: randomUUID(),
          orderId: placed.orderId,
          caseId: placed.caseId,
          personId: placed.person,
          providerId: kaerhoej,
          day: getDay('2027-02-04'),
          kind: 'cancelled',
          reason: 'hospital',
          saidBy: 'citizen',
          actor: { kind: 'citizen', personId: placed.person },
          recordedOn: today,
          confirmed: true,
          skewSeconds: 0,
        },
      ])
      await addOfferFacts(tx, [
        {
          ...factAt(),
          factId: randomUUID(),
          providerId: kaerhoej,
          day: getDay('2027-02-05'),
          kind: 'closed',
          reason: 'Vi <maler> køkkenet.',
          actor: { kind: 'staff', userId: work.town.provider, role: 'providerStaff' },
        },
      ])
    })
    const { text } = await (await citizen()).get('/borger/uge')
    const card = (day: string) =>
      text.slice(text.indexOf(`>${day}`), text.indexOf('</section>', text.indexOf(`>${day}`)))
    expect(card('torsdag den 4.')).toContain('Du har meldt afbud.')
    expect(card('torsdag den 4.')).toMatch(/href="\/borger\/afbud\?dag=2027-02-04"[^>]*>Fortryd afbud/)
    expect(card('torsdag den 4.')).not.toContain('Du bliver kørt')
    expect(card('fredag den 5.')).toContain('Vi &lt;maler&gt; køkkenet.')
    expect(card('fredag den 5.')).not.toContain('afbud?dag')
  })

  it('the place: its name, who to call, and what is not known is said', async () => {
    const { text } = await (await citizen()).get('/borger/tilbud')
    for (const known of ['Kærhøj', 'Pia Lund', 'Sådan går en dag']) expect(text).toContain(known)
  })

  describe('at a secret address', () => {
    const make = async (sted: 'ja' | 'nej' = 'nej'): Promise<string> => {
      const { text } = await (await citizen()).post('/borger/uge/kalender', { sted })
      const [, path = ''] = /value="http:\/\/[^/"]+(\/kalender\/[A-Za-z0-9_-]{43}\.ics)"/.exec(text) ?? []
      expect(path).not.toBe('')
      return path
    }
    const fetch_ = (path: string, headers: Record<string, string> = {}) =>
      work.test.get(path, undefined, headers)
    let path: string
    beforeEach(async () => {
      path = await make()
    })

    it('a program reads the days, without a log-in and with nothing of who or what', async () => {
      const answer = await fetch_(path)
      const text = await answer.text()
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/calendar; charset=utf-8',
      ])
      expect(text).toContain(
        'DTSTART:20270203T080000Z\r\nDTEND:20270203T133000Z\r\nSUMMARY:Aftale\r\nSTATUS:CONFIRMED',
      )
      // Over summer time: nine o'clock stays nine o'clock.
      expect(text).toContain('DTSTART:20270331T070000Z')
      expect(text).toContain(
        'DTSTART:20270204T080000Z\r\nDTEND:20270204T133000Z\r\nSUMMARY:Aftale\r\nSTATUS:CANCELLED',
      )
      expect(text).not.toMatch(/Kærhøj|Asta|Eng|Pia|LOCATION|DESCRIPTION|hospital|sygehus|tilbud|maler/i)
    })

    it('the place stands there when the citizen chose so', async () => {
      const text = await (await fetch_(await make('ja'))).text()
      expect(text).toContain('LOCATION:Kærhøj')
      expect(text).not.toMatch(/Asta|Pia|SUMMARY:(?!Aftale)/)
    })

    it('what has not changed is not sent again, and what has is', async () => {
      const first = await fetch_(path)
      const tag = first.headers.get('etag') ?? ''
      expect(tag).not.toBe('')
      const again = await fetch_(path, { 'if-none-match': tag })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect((await fetch_(path, { 'if-none-match': '"other"' })).status).toBe(200)
    })

    it('renewed, the former leads nowhere; ended, neither does', async () => {
      const renewed = await make()
      expect([(await fetch_(path)).status, (await fetch_(renewed)).status]).toEqual([404, 200])
      const ended = await (await citizen()).post('/borger/uge/kalender/slet', {})
      expect(ended.location).toBe('/borger/uge/kalender?slettet=1')
      expect((await fetch_(renewed)).status).toBe(404)
    })

    it('is shown once, kept as a hash, and stands in no log', async () => {
      const token = path.slice('/kalender/'.length, -'.ics'.length)
      expect((await (await citizen()).get('/borger/uge/kalender')).text).not.toContain(token)
      const { rows } = await work.database.admin.pool.query(
        'select calendar_feed::text as row from calendar_feed',
      )
      expect(JSON.stringify(rows)).not.toContain(token)
      await fetch_(path)
      await fetch_('/kalender/wrong.ics')
      expect(JSON.stringify(work.test.lines)).not.toContain(token)
      const { rows: looks } = await work.database.admin.pool.query(
        'select access_log::text as row from access_log',
      )
      expect(JSON.stringify(looks)).not.toContain(token)
    })

    it('a wrong one, a short one and one of another municipality lead nowhere, all alike', async () => {
      const other = `${path.slice(0, -5)}${path.at(-5) === 'A' ? 'B' : 'A'}.ics`
      for (const wrong of [other, '/kalender/a.ics', path.replace('.ics', ''), '/kalender/..%2F.ics'])
        expect([wrong, (await fetch_(wrong)).status]).toEqual([wrong, 404])
      const elsewhere = await work.test.app.request(`http://lillerup.localhost${path}`, {
        headers: { host: 'lillerup.localhost' },
      })
      expect(elsewhere.status).toBe(404)
    })

    it('nobody makes one for somebody else, and nobody else reads the row', async () => {
      const helper = await seat({ person: work.town.guardian, actingFor: work.town.citizen })
      expect((await helper.post('/borger/uge/kalender', { sted: 'ja' })).location).toBe(
        '/borger/uge/kalender',
      )
      const token = path.slice('/kalender/'.length, -'.ics'.length)
      const seen = await read(work.database.app, asCitizen(work.town.stranger), (tx) => findFeed(tx, token))
      expect(seen).toBeUndefined()
      await expect(
        write(work.database.app, asCitizen(work.town.stranger), (tx) =>
          makeFeed(tx, { personId: placed.person, showsPlace: true, token: 'x', at: new Date() }),
        ),
      ).rejects.toThrow(/row-level security/)
    })

    it('asked for too often from one address, it waits', async () => {
      const answers: number[] = []
      for (let n = 0; n < 70; n += 1) answers.push((await fetch_('/kalender/guess.ics')).status)
      expect(answers.at(0)).toBe(404)
      expect(answers.at(-1)).toBe(429)
    })
  })
})
