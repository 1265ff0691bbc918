import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  dayFields,
  errorsIn,
  openTown,
  type TownAtWork,
} from '../../../test/support/case-pages.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'

let t: TownAtWork
let desk: Desk
let now = new Date('2026-03-02T09:00:00Z')
beforeAll(async () => {
  t = await openTown(() => now)
  desk = await t.desk()
})
afterAll(() => t.database.drop())

const list = '/myndighed/opgaver'
const rows = (html: string): readonly string[] =>
  html.split('<tbody>')[1]?.split('</tbody>')[0]?.split('<tr>').slice(1) ?? []

/** What the rows of a view say, without the filters above them. */
const listed = async (view: string): Promise<string> =>
  rows((await desk.get(`${list}?visning=${view}`)).text).join('\n')

describe('the worklist', () => {
  it('holds what is nobody’s under unassigned, until it is somebody’s', async () => {
    const before = await desk.get(`${list}?visning=ufordelt`)
    expect(before.text).toContain('Kirsten Prøve')
    expect(await listed('mine')).not.toContain('Kirsten Prøve')
    await desk.done(t.at(''), { userId: t.town.caseworker }, t.at('/fordel'))
    expect(await listed('mine')).toContain('Kirsten Prøve')
    expect((await desk.get(`${list}?visning=ufordelt`)).text).not.toContain('Kirsten Prøve')
    expect((await (await t.desk(t.town.manager)).get(`${list}?visning=team`)).text).toContain('Kirsten Prøve')
  })
  it('has the nearest date first, and one line for each thing to do', async () => {
    const { text } = await desk.get(`${list}?visning=mine`)
    const dates = rows(text).map(
      (row) => /(\d{2})\.(\d{2})\.(\d{4})/.exec(row)?.slice(1).reverse().join('') ?? '9',
    )
    expect(dates.length).toBeGreaterThan(3)
    expect(dates).toEqual([...dates].sort())
    const tasks = rows(text).map((row) => row.replace(/<[^>]*>/g, ''))
    expect(new Set(tasks).size).toBe(tasks.length)
  })
  it('is filtered by the address alone, and says when nothing fits', async () => {
    const one = await desk.get(`${list}?visning=mine&opgave=informCase`)
    expect(rows(one.text).filter((row) => row.includes('Kirsten Prøve'))).toHaveLength(1)
    expect(one.text).toContain(`<a href="${t.at('/oplysning')}">Oplys sagen</a>`)
    expect(one.text).toMatch(/<option value="informCase" selected/)
    const none = await desk.get(`${list}?visning=mine&opgave=sendOrder`)
    expect(none.text).toContain('Ingen opgaver passer.')
    expect(none.text).toContain('Ryd filtre')
  })
  it('tells overdue, soon and ordinary apart in words and shape', async () => {
    now = new Date('2026-04-10T09:00:00Z')
    desk = await t.desk()
    const soon = await desk.get(`${list}?visning=mine&hvornaar=snart`)
    expect(soon.text).toContain('Snart: 3 dage')
    now = new Date('2026-04-15T09:00:00Z')
    desk = await t.desk()
    const late = await desk.get(`${list}?visning=mine&hvornaar=overskredet`)
    expect(late.text).toContain('Overskredet 2 dage')
    expect(late.text).toContain('<svg class="hv-shape hv-shape-full"')
    expect((await desk.get('/myndighed')).text).toMatch(/<strong>\d+<\/strong>\s*Overskredet/)
  })
  it('waits for others apart from what is our own', async () => {
    const sent = { ...dayFields('answerBy', '2026-05-01') }
    await desk.done(t.at('/hoering'), { p0: 'Du bor hos dine forældre.', _do: 'send', ...sent })
    expect(await listed('venter')).toMatch(/Bedt om svar senest ons\. 29\.04\.2026.*Svar på høring/s)
    expect(await listed('mine')).not.toContain('Svar på høring')
  })
})

describe('the figures of my work', () => {
  it('are as many as the rows behind their links', async () => {
    const { text } = await desk.get('/myndighed')
    const figures = [...text.matchAll(/<a href="([^"]*opgaver[^"]*)"><strong>(\d+)<\/strong>/g)]
    expect(figures).toHaveLength(4)
    for (const [, href, figure] of figures) {
      const behind = await desk.get((href ?? '').replaceAll('&amp;', '&'))
      expect([href, rows(behind.text).length]).toEqual([href, Number(figure)])
    }
  })
})

describe('search', () => {
  const search = '/myndighed/soeg'
  it.each(['Kirsten', 'prøve kir', 'Kirst'])('finds by name: %s', async (tekst) => {
    const found = await desk.send(search, { tekst })
    expect([found.status, found.location]).toEqual([200, null])
    expect(found.text).toContain(`href="${t.at('')}"`)
  })
  it('finds by case number, and by CPR number that is posted and never in an address', async () => {
    expect((await desk.send(search, { tekst: t.town.caseNumber })).text).toContain('Kirsten Prøve')
    await desk.send('/myndighed/henvendelse/ny', {
      channel: 'letter',
      cpr: '0101900009',
      givenName: 'Bent',
      familyName: 'Opdigtet',
      ...dayFields('receivedOn', '2026-04-15'),
    })
    const found = await desk.send(search, { tekst: '010190-0009' })
    expect(found.text).toContain('Bent Opdigtet')
    expect(found.text).not.toMatch(/href="[^"]*010190/)
    expect(found.text).toMatch(/<form method="post" action="\/myndighed\/soeg"/)
  })
  it('says when nobody is found, with what was typed', async () => {
    const found = await desk.send(search, { tekst: 'Ingenheden' })
    expect(found.text).toContain('Ingen fundet')
    expect(found.text).toContain('value="Ingenheden"')
  })
  it('opens another unit’s case only with a reason', async () => {
    const elsewhere = await t.desk(t.town.elsewhere)
    const path = t.at('/aabn')
    expect((await elsewhere.send(search, { tekst: t.town.caseNumber })).text).toContain(`href="${path}"`)
    expect(errorsIn((await elsewhere.send(path, {})).text)).toEqual(['f-reason: Skriv en begrundelse.'])
    const opened = await elsewhere.done(path, { reason: 'Borgeren har ringet til os.' })
    expect(opened.text).toContain('Kirsten Prøve')
    // Opened for the day: its links lead on, and so do those of its own unit.
    expect(await elsewhere.get(path)).toMatchObject({ status: 303, location: t.at('') })
    expect(await desk.get(path)).toMatchObject({ status: 303, location: t.at('') })
    expect((await desk.get(t.at('/log'))).text).toContain('Borgeren har ringet til os.')
  })
})

describe('two caseworkers at once', () => {
  it('the second sees what the first did, by whom, and loses nothing typed', async () => {
    const path = t.at('/varsling')
    const [first, second] = [await t.desk(), await t.desk(t.town.manager)]
    const seen = (await t.file()).lastSeq
    const mine = { ...dayFields('newDate', '2026-06-01'), reason: 'Vi venter på lægen.', _do: 'send' }
    await first.done(path, mine)
    const theirs = {
      ...dayFields('newDate', '2026-06-15'),
      reason: 'Sygehuset har ikke svaret os endnu.',
      _do: 'send',
    }
    const answer = await second.send(path, { ...theirs, _basedOn: String(seen) })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Sagen er ændret, siden du åbnede siden')
    expect(answer.text).toMatch(
      /Besked om forsinkelse: 1\. juni 2026 – Vi venter på lægen\.\s*af Sanne Friis/,
    )
    expect(answer.text).toContain('>Sygehuset har ikke svaret os endnu.</textarea>')
    expect(answer.text).toContain('value="15"')
    // Kept for later as well, should they walk away from it.
    expect((await second.get(path)).text).toContain('Sygehuset har ikke svaret os endnu.')
    const done = await second.done(path, theirs)
    expect(done.text).toContain('mandag den 15. juni 2026')
  })
})

describe('a note', () => {
  it('is one link away on every page of the case', async () => {
    for (const rest of ['', '/parter', '/oplysning', '/plan', '/tidslinje'])
      expect((await desk.get(t.at(rest))).text).toContain(`<a href="${t.at('/noter')}">Skriv notat</a>`)
  })
  it('written long after says so', async () => {
    const today = copenhagenDay(now)
    const shown = await desk.done(t.at('/noter'), {
      text: 'Talte med bostedet.',
      ...dayFields('happenedOn', addDays(today, -14)),
    })
    expect(shown.text).toContain('Skrevet for sent: 15. april 2026')
  })
})

describe('the case at a glance', () => {
  it('has one line for each thing to do, the nearest date first, with every promise behind it', async () => {
    const { text } = await desk.get(t.at(''))
    const open = text.split('<h2>Det skal gøres</h2>')[1]?.split('</table>')[0] ?? ''
    const names = rows(open).map((row) => /<a href="[^"]+">([^<]+)</.exec(row)?.[1])
    expect(names.length).toBeGreaterThan(2)
    expect(new Set(names).size).toBe(names.length)
    // Two clauses ask for the assessment.
    const assess = rows(open).find((row) => row.includes('Vurdér målgruppe og behov'))
    expect(assess?.match(/details-summary-text/g)).toHaveLength(2)
  })
})
