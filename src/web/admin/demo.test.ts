/** The demonstration's clock: forward only, in words, with what the days did and what has to be written down queued. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/app.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/support/postgres.ts'
import { asAuthority, asSystem, vejen } from '../../../test/support/scopes.ts'
import { settleTown } from '../../../test/support/town.ts'
import { statusOn } from '../../domain/standard/obligation.ts'
import { addDays, addMonths, copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'
import { casesInReach } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { fallenBetween, findDemoClock } from '../../store/demo-clock.ts'
import { isQueued } from '../../store/jobs.ts'
import { obligationsOf } from '../../store/projections.ts'
import { routes } from '../routes.ts'
import { problemOf } from './demo.tsx'

let db: FreshDatabase
let test: TestApp
let cookie = ''
let csrf = ''

beforeAll(async () => {
  db = await freshDatabase()
  test = openTestApp({ database: db, routes, now: () => new Date('2026-11-24T10:00:00Z') })
  const town = await settleTown(test.house)
  const session = await test.logIn(town.administrator)
  cookie = session.cookie
  csrf = session.csrf
})
afterAll(() => db.drop())

const move = (fields: Readonly<Record<string, string>>) =>
  test.post('/admin/demo', { _csrf: csrf, ...fields }, cookie)
const date = (day: string) => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { 'dato-d': d, 'dato-m': m, 'dato-y': y }
}
const clock = () => read(db.app, asSystem(vejen), findDemoClock)

describe('the clock', () => {
  it('shows the day, and moves a day, a week, and to a date', async () => {
    expect(await (await test.get('/admin/demo', cookie)).text()).toContain('tirsdag den 24. november 2026')
    expect((await move({ frem: 'dag' })).headers.get('location')).toBe('/admin/demo?fra=2026-11-24')
    expect(await clock()).toEqual({ today: '2026-11-25', anchor: '2026-11-24' })
    await move({ frem: 'uge' })
    expect((await clock())?.today).toBe('2026-12-02')
    await move(date('2026-12-10'))
    expect((await clock())?.today).toBe('2026-12-10')
    expect(await (await test.get('/admin/demo', cookie)).text()).toContain('10. december 2026')
  })
  it('queues with the move what the days cause, and says that it is under way', async () => {
    for (const job of ['sweep', 'collect-receipts'])
      expect(await read(db.app, asAuthority(), (tx) => isQueued(tx, job))).toBe(true)
    const text = () => test.get('/admin/demo?fra=2026-12-02', cookie).then((answer) => answer.text())
    expect(await text()).toContain('ved at skrive det ned')
    await db.admin.pool.query('delete from graphile_worker._private_jobs')
    expect(await text()).toContain('er skrevet ned')
  })
  it('never moves back, and not into another century: it says so, and what was typed stands there', async () => {
    for (const [day, said] of [
      ['2026-12-01', 'kun flyttes frem'],
      ['2026-12-10', 'kun flyttes frem'],
      ['2926-12-11', 'Så langt kan dagen ikke flyttes'],
      ['2026-02-30', 'Skriv en dato, der findes'],
    ] as const) {
      const answer = await move(date(day))
      const text = await answer.text()
      expect(answer.status, day).toBe(422)
      expect(text).toContain(said)
      expect(text).toContain('href="#f-dato"')
      expect(text).toContain(`value="${day.slice(0, 4)}"`)
    }
    expect((await move({})).status).toBe(422)
    expect((await clock())?.today).toBe('2026-12-10')
  })
  it('says what is wrong with a day in each language, and nothing of one that will do', () => {
    const today = getDay('2026-12-10')
    expect(problemOf(addDays(today, 1), today, 'da')).toBeUndefined()
    expect(problemOf(addMonths(today, 12), today, 'en')).toBeUndefined()
    expect(problemOf(today, today, 'en')).toContain('only moves forward')
  })
  it('is no other municipality’s', async () => {
    expect(
      await read(db.app, { ...asSystem(vejen), municipality: otherCode() }, findDemoClock),
    ).toBeUndefined()
  })
})

const otherCode = () => {
  const other = [...test.house.municipalities.keys()].find((code) => code !== vejen)
  if (other === undefined) throw new Error('there is no other municipality')
  return other
}

describe('what the days did', () => {
  it('is counted as the obligations themselves say, by who owes them', async () => {
    const from = copenhagenDay(test.house.now())
    const all = await read(db.app, asSystem(vejen), async (tx) => {
      const cases = await casesInReach(tx, 100)
      return (await Promise.all(cases.map(({ caseId }) => obligationsOf(tx, caseId)))).flat()
    })
    let most = 0
    for (const days of [1, 14, 90]) {
      const to = addDays(from, days)
      const rows = await read(db.app, asAuthority(), (tx) => fallenBetween(tx, from, to))
      for (const actor of new Set(all.map((o) => o.actor))) {
        const own = all.filter((o) => o.actor === actor)
        const status = own.map((o) => [statusOn(o, from), statusOn(o, to), o.dueOn] as const)
        const broken = status.filter(([was, now]) => was !== 'broken' && now === 'broken').length
        const arisen = status.filter(([was, now]) => was === 'not yet' && now !== 'not yet').length
        const fellDue = status.filter(
          ([, now, due]) =>
            due !== undefined && due > from && due <= to && (now === 'due' || now === 'broken'),
        ).length
        const row = rows.find((r) => r.actor === actor)
        expect([row?.broken ?? 0, row?.arisen ?? 0, row?.fellDue ?? 0]).toEqual([broken, arisen, fellDue])
        most = Math.max(most, broken)
      }
    }
    // Ninety days without a hand moved break something.
    expect(most).toBeGreaterThan(0)
  })
  it('stands on the page after the move', async () => {
    await move({ ...date('2027-02-24') })
    const text = await (await test.get('/admin/demo?fra=2026-11-24', cookie)).text()
    expect(text).toContain('Hvad dagene gjorde')
    expect(text).toMatch(
      /<th scope="row" data-title="Hvem">Kommunen<\/th><td data-title="Nu overskredet">[1-9]/,
    )
    // Nonsense in the address is no move.
    for (const from of ['2030-01-01', 'x'])
      expect(await (await test.get(`/admin/demo?fra=${from}`, cookie)).text()).not.toContain(
        'Hvad dagene gjorde',
      )
  })
})
