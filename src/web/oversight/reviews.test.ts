/** The two samples as the leader works through them: drawn once, each with its finding, and concluded when all is gone through. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  dayFields,
  errorsIn,
  openTown,
  type TownAtWork,
} from '../../../test/support/case-pages.ts'
import { asSystem, vejen } from '../../../test/support/scopes.ts'
import { reviewQuestions } from '../../domain/oversight/events.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { looksAtCase, looksOnDay, looksToDrawFrom } from '../../store/access-log.ts'
import { openOtherCase } from '../../store/case-openings.ts'
import { read, write } from '../../store/connection.ts'
import { plainDay } from '../i18n/dates.ts'

let t: TownAtWork
let leader: Desk
const clock = { now: new Date('2026-11-24T09:00:00Z') }
const today = () => copenhagenDay(clock.now)
/** Sessions run out; who comes the next day logs in again. */
async function nextDay(): Promise<void> {
  clock.now = new Date(clock.now.getTime() + 24 * 3_600_000)
  leader = await t.desk(t.town.manager)
}
beforeAll(async () => {
  t = await openTown(() => clock.now)
  leader = await t.desk(t.town.manager)
})
afterAll(() => t.database.drop())

describe('the review of the log', () => {
  const here = '/ledelse/logkontrol'
  const linksIn = (text: string) => [...new Set(text.match(/\/ledelse\/logkontrol\/opslag\?om=[0-9a-f-]+/g))]

  it('is empty at first, and draws nothing out of nothing, keeping what was typed', async () => {
    const first = await leader.get(here)
    expect(first.text).toContain('Ingen logkontrol er afsluttet endnu.')
    const fields = { ...dayFields('from', '2020-01-01'), ...dayFields('to', '2020-02-01'), size: '7' }
    const nothing = await leader.send(here, fields, `${here}/traek`)
    expect([nothing.status, errorsIn(nothing.text)]).toEqual([
      422,
      ['f-size: Der er intet at trække en stikprøve af.'],
    ])
    expect(nothing.text).toMatch(/name="size" value="7"/)
    const wrong = await leader.send(
      here,
      { ...dayFields('from', '2020-13-01'), ...dayFields('to', today()), size: 'mange' },
      `${here}/traek`,
    )
    expect(errorsIn(wrong.text).map((e) => e.split(':')[0])).toEqual(['f-from', 'f-to', 'f-size'])
  })

  it('tells who looked, when, at which case and why, and keeps the finding', async () => {
    // One in their own unit, and one of another unit who said why.
    const desk = await t.desk()
    expect((await desk.get(t.at())).status).toBe(200)
    await write(t.database.app, { municipality: vejen, viewer: { kind: 'command' } }, (tx) =>
      openOtherCase(tx, {
        userId: t.town.elsewhere,
        caseId: t.town.caseId,
        reason: 'Vikar for en kollega',
        openedAt: new Date(clock.now.getTime() - 60_000),
        until: new Date(clock.now.getTime() + 3_600_000),
      }),
    )
    expect((await (await t.desk(t.town.elsewhere)).get(t.at())).status).toBe(200)
    const day = today()
    await nextDay()

    const drawn = await leader.done(
      here,
      { ...dayFields('from', day), ...dayFields('to', day), size: '2' },
      `${here}/traek`,
    )
    expect(drawn.text).toContain('2 ud af 2')
    expect(drawn.text).toContain('Når hele stikprøven er gennemgået')
    expect(drawn.text).not.toContain(t.town.caseNumber)
    const [first = '', second = ''] = linksIn(drawn.text)
    expect([(await leader.get(first)).text, (await leader.get(second)).text].join()).toContain(
      'Vikar for en kollega',
    )
    const look = await leader.get(first)
    expect(look.text).toContain(t.town.caseNumber)
    const logged = await read(t.database.app, asSystem(vejen), (tx) => looksAtCase(tx, t.town.caseId, 1))
    expect(logged.map(({ route }) => route)).toEqual(['oversight.look'])

    const action = `${here}/opslag`
    const noWords = await leader.send(first, { finding: 'unclear' }, action)
    expect([noWords.status, errorsIn(noWords.text)]).toEqual([422, ['f-words: Udfyld feltet, som der står.']])
    expect(noWords.text).toMatch(/value="unclear" checked/)
    const noFinding = await leader.send(first, { words: 'Talt med hende' }, action)
    expect([errorsIn(noFinding.text), noFinding.text.includes('Talt med hende')]).toEqual([
      ['f-finding: Vælg en af mulighederne.'],
      true,
    ])
    // The next that is not judged.
    expect((await leader.send(first, { finding: 'asExpected' }, action)).location).toBe(second)
    expect((await leader.get(here)).text).toContain('1 ud af 2')
    const early = await leader.get(here)
    expect(early.text).not.toContain(`action="${here}/afslut"`)
  })

  it('leads from a look that was not justified to a breach that is filled in, once', async () => {
    const second = linksIn((await leader.get(here)).text)
    const pages = await Promise.all(second.map((href) => leader.get(href)))
    const left = second[pages.findIndex(({ text }) => text.includes('name="finding"'))] ?? ''
    const kept = await leader.done(
      left,
      { finding: 'notJustified', words: 'Ingen opgave i sagen' },
      `${here}/opslag`,
    )
    const link = /\/ledelse\/registre\/brud\?om=[0-9a-f-]+/.exec(kept.text)?.[0] ?? ''
    const form = await leader.get(link)
    expect(form.text).toContain('Opslag uden saglig grund: Ingen opgave i sagen')
    expect(form.text).toMatch(/value="logReview" checked/)
    const list = await leader.done(link, {}, '/ledelse/registre/brud')
    expect(list.text).toContain('Opslag uden saglig grund: Ingen opgave i sagen (Én borger)')
    expect((await leader.get(left)).text).toContain('Opslaget er registreret som et brud.')
  })

  it('is concluded when all is gone through, stands among the past ones, and the next goes on where it ended', async () => {
    const empty = await leader.send(here, { conclusion: '' }, `${here}/afslut`)
    expect([empty.status, errorsIn(empty.text)]).toEqual([422, ['f-conclusion: Skriv noget her.']])
    const done = await leader.done(here, { conclusion: 'Ét opslag for meget' }, `${here}/afslut`)
    expect(done.text).toContain('Ét opslag for meget')
    expect(done.text).toContain('Ja: 1 · Uklart: 0 · Nej: 1')
    expect(done.text).toContain(`action="${here}/traek"`)
    const past = /\/ledelse\/logkontrol\?om=[0-9a-f-]+/.exec(done.text)?.[0] ?? ''
    expect((await leader.get(past)).text).toContain('Nej. Ingen opgave i sagen')
    expect((await leader.get(`${here}?om=00000000-0000-4000-8000-000000000000`)).status).toBe(404)
    await nextDay()
    const yesterday = addDays(today(), -1)
    expect((await leader.get(here)).text).toContain(`name="from-d" value="${Number(yesterday.slice(8))}"`)
  })

  it('draws neither what was refused nor what citizens do', async () => {
    const citizen = await t.test.logIn({ person: t.town.citizen })
    await t.test.get(`/borger/sag/${t.town.caseNumber}`, citizen.cookie)
    const refused = await (await t.desk(t.town.administrator)).get(t.at())
    expect(refused.status).toBe(403)
    const [ids, lines] = await read(t.database.app, asSystem(vejen), (tx) =>
      Promise.all([
        looksToDrawFrom(tx, { from: today(), to: today() }, ['oversight.log']),
        looksOnDay(tx, today()),
      ]),
    )
    const drawnFrom = (line: (typeof lines)[number]): boolean => ids.some(({ id }) => id === line.id)
    const ofPerson = lines.filter((l) => l.personId !== null)
    // There was each of them to leave out.
    const left = ofPerson.filter((l) => !drawnFrom(l)).map((l) => [l.actor.kind, l.outcome])
    expect(left).toEqual(
      expect.arrayContaining([
        ['citizen', 'allowed'],
        ['staff', 'refused'],
      ]),
    )
    expect(left).not.toContainEqual(['staff', 'allowed'])
    expect(ids.length).toBe(ofPerson.length - left.length)
  })
})

describe('the management review', () => {
  const here = '/ledelse/ledelsestilsyn'
  const checklist = () => `${here}/sag/${t.town.caseNumber}`
  const all = Object.fromEntries(reviewQuestions.map((question) => [question, 'yes']))

  it('is empty at first, and a case that is in no sample has no checklist', async () => {
    const first = await leader.get(here)
    expect(first.text).toContain('Intet ledelsestilsyn er afsluttet endnu.')
    expect(first.text).toContain('Ingen sag er gennemgået endnu.')
    expect((await leader.get(checklist())).status).toBe(404)
    const wrong = await leader.send(here, { size: '0' }, `${here}/traek`)
    expect(errorsIn(wrong.text)).toEqual(['f-size: Skriv et helt tal fra 1 til 200.'])
  })

  it('asks every question of each case, logs the look, and keeps the answers', async () => {
    expect((await leader.done(here, { size: '50' }, `${here}/traek`)).text).toContain('I gang nu')
    const some = await leader.send(checklist(), { ...all, hearing: '', reasons: 'perhaps' })
    expect([some.status, errorsIn(some.text).map((e) => e.split(':')[0])]).toEqual([
      422,
      ['f-hearing', 'f-reasons'],
    ])
    expect(some.text).toMatch(/name="informed" value="yes" checked/)
    const logged = await read(t.database.app, asSystem(vejen), (tx) => looksAtCase(tx, t.town.caseId, 50))
    expect(logged.map(({ route, outcome }) => [route, outcome])).toEqual(
      expect.arrayContaining([
        ['oversight.case', 'allowed'],
        ['oversight.case.post', 'allowed'],
      ]),
    )
    const list = await leader.done(checklist(), { ...all, hearing: 'no', remark: 'Brevet manglede' })
    expect(list.text).toContain('Nej: 1')
    const kept = await leader.get(checklist())
    expect([kept.text.includes('Brevet manglede'), kept.text.includes('name="hearing"')]).toEqual([
      true,
      false,
    ])
  })

  it('is concluded with what is done about it, and the next sample stands beside it', async () => {
    const numbers = [...(await leader.get(here)).text.matchAll(/tilsyn\/sag\/(\d+-\d+)/g)].map(([, n]) => n)
    for (const number of new Set(numbers)) {
      const page = `${here}/sag/${number}`
      if ((await leader.get(page)).text.includes('name="hearing"')) await leader.done(page, all)
    }
    const half = await leader.send(here, { findings: 'Høringer mangler' }, `${here}/afslut`)
    expect([errorsIn(half.text), half.text.includes('Høringer mangler')]).toEqual([
      ['f-followUp: Skriv noget her.'],
      true,
    ])
    const done = await leader.done(
      here,
      { findings: 'Høringer mangler', followUp: 'Vi retter skabelonen' },
      `${here}/afslut`,
    )
    expect(done.text).toContain('Vi retter skabelonen')
    const past = /\/ledelse\/ledelsestilsyn\?om=[0-9a-f-]+/.exec(done.text)?.[0] ?? ''
    expect((await leader.get(past)).text).toContain(t.town.caseNumber)
    await nextDay()
    await leader.done(here, { size: '50' }, `${here}/traek`)
    await leader.done(checklist(), all)
    const [before, now] = [addDays(today(), -1), today()].map((day) => plainDay(day, 'da'))
    expect((await leader.get(here)).text).toContain(
      `<th scope="col">${before}</th><th scope="col">${now}</th>`,
    )
  })
})

it('are the leader’s, who finds them by links, in English too', async () => {
  const desk = await t.desk()
  for (const path of ['logkontrol', 'ledelsestilsyn']) {
    expect((await desk.get(`/ledelse/${path}`)).status).toBe(403)
    expect((await leader.get('/ledelse')).text).toContain(`href="/ledelse/${path}"`)
    const { cookie } = await t.test.logIn(t.town.manager)
    const english = await t.test.get(`/ledelse/${path}`, `${cookie}; sprog=en`)
    expect(await english.text()).toContain(
      path === 'logkontrol' ? 'a sample of looks that chance has drawn' : 'Were the deadlines kept',
    )
  }
})

it('are where the municipality’s own duties lead, each that is not met', async () => {
  const duties = await leader.done('/ledelse/kommunen', {}, '/ledelse/kommunen/vedtaget')
  expect(duties.text).toContain('<a href="/ledelse/logkontrol">Gennemgå en stikprøve af loggen</a>')
  expect(duties.text).toContain('<a href="/ledelse/ledelsestilsyn">Gennemgå en stikprøve af sager</a>')
  expect(duties.text).toContain('<a href="/ledelse/registre/statistik">')
  // What is kept leads nowhere more, and nothing else stands without a way.
  const rows = duties.text.split('<tr>').filter((row) => row.includes('data-title="Gør det her"'))
  const without = rows.filter((row) => row.includes('<td data-title="Gør det her">–</td>'))
  expect(rows.length).toBeGreaterThan(without.length)
  expect(without).toEqual(rows.filter((row) => row.includes('> Holdt</span>')))
})
