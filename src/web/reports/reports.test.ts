/** What providers report, in figures: the manager's page and the provider's own, each number against the list behind it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { vejenTerms } from '../../../test/support/commands.ts'
import { type Placed, placeCitizen } from '../../../test/support/placed.ts'
import { vejen } from '../../../test/support/scopes.ts'
import { type Asking, isConflict, perform } from '../../casework/perform.ts'
import { rebuildStream } from '../../casework/rebuild.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import type { ReportKind } from '../../domain/case/report/events.ts'
import { ProviderId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { addDays, copenhagenDay, getDay } from '../../domain/time/calendar-day.ts'

let t: TownAtWork
let placed: Placed
let now = new Date('2026-01-05T09:00:00Z')
const moveTo = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}
const kaerhoej = ProviderId.parse('kaerhoej')

async function does(command: CaseCommand, who: 'provider' | 'caseworker' = 'provider') {
  const role = who === 'provider' ? ('providerStaff' as const) : ('caseworker' as const)
  const userId = t.town[who]
  const subject = who === 'provider' ? { provider: kaerhoej } : { unit: vejenTerms.unit }
  const asking: Asking = {
    municipality: vejen,
    today: copenhagenDay(now),
    subject: { roles: [role], userId, ...subject },
    actor: { kind: 'staff', userId, role },
  }
  const request = { caseId: placed.caseId, commandId: randomUUID(), command }
  const done = await perform(t.test.house, asking, request)
  if (isRefusal(done) || isConflict(done)) throw new Error(`${command.type}: ${JSON.stringify(done)}`)
}

const tell = (kind: ReportKind, since: string) =>
  does({
    type: 'reportToAuthority',
    input: {
      orderId: placed.orderId,
      kind,
      since: getDay(since),
      what: 'Hun kommer sjældnere.',
      done: 'Vi har talt med hende.',
      proposed: 'En snak.',
      hints: [],
    },
  })

const answer = async (index: number, reaction: 'contact' | 'noChange') => {
  const report = (await t.file(placed.caseId)).reports[index]
  if (report === undefined) throw new Error('there is no such report')
  const input = { reportId: report.reportId, reaction, words: 'Jeg ringer.' }
  await does({ type: 'answerReport', input }, 'caseworker')
}

beforeAll(async () => {
  t = await openTown(() => now)
  placed = await placeCitizen(t.test.house, { caseworker: t.town.caseworker })
  const { orderId } = placed
  const startOn = addDays(copenhagenDay(now), 14)
  await does({ type: 'acceptOrder', input: { orderId, startOn, contactPerson: t.town.provider } })
  moveTo('2026-01-19')
  await does({ type: 'startPlacement', input: { orderId, startedOn: copenhagenDay(now) } })
  moveTo('2026-02-16')
  await tell('deviation', '2026-02-11')
  moveTo('2026-02-17')
  await answer(0, 'contact')
  moveTo('2026-02-19')
  await answer(0, 'noChange')
  await tell('deviation', '2026-02-17')
  await tell('changeRequest', '2026-02-09')
  moveTo('2026-03-16')
})
afterAll(() => t.database.drop())

/** Each line of the first table: its name, and what stands under each heading. */
function figuresIn(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const table = /<tbody>(.*?)<\/tbody>/s.exec(text)?.[1] ?? ''
  const bare = (html: string) => html.replace(/<span.*?<\/span>/gs, '').replace(/<[^>]*>/g, '')
  return Object.fromEntries(
    [...table.matchAll(/<tr><th[^>]*>(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, name, cells]) => [
      bare(name ?? ''),
      Object.fromEntries(
        [...(cells ?? '').matchAll(/<td data-title="([^"]*)">(.*?)<\/td>/gs)].map(([, title, cell]) => [
          title ?? '',
          bare(cell ?? ''),
        ]),
      ),
    ]),
  )
}

/** The numbers that lead somewhere, and where. */
const linksIn = (text: string): readonly (readonly [href: string, number: number])[] =>
  [...text.matchAll(/<a href="([^"]*)#bag">(\d+)</g)].map(([, href, number]) => [
    (href ?? '').replaceAll('&amp;', '&'),
    Number(number),
  ])

const rowsBehind = (text: string): number =>
  [...text.slice(text.indexOf('id="bag"')).matchAll(/<tr><th scope="row"/g)].length

const row = (all: string, deviation: string, delivery: string, change: string) => ({
  Alle: all,
  'Afvigelse fra planen': deviation,
  'Problem med at levere': delivery,
  'Behov for ændring': change,
})

const figures = {
  'Meldt i alt': row('3', '2', '0', '1'),
  'Åbne nu': row('2', '1', '0', '1'),
  Besvaret: row('1', '1', '0', '0'),
  'Besvaret til tiden': row('1', '1', '0', '0'),
  'Ikke besvaret til tiden': row('2', '1', '0', '1'),
  'Udfald: Kontakt': row('0', '0', '0', '0'),
  'Udfald: Ingen ændring': row('1', '1', '0', '0'),
  'Udfald: Revurdering begyndt': row('0', '0', '0', '0'),
  'Udfald: Tages op ved opfølgning': row('0', '0', '0', '0'),
  'Dage fra det begyndte, til det blev meldt (median)': row('5', '3,5', '–', '10'),
  'Dage fra det blev meldt, til første svar (median)': row('1', '1', '–', '–'),
}

describe('the manager', () => {
  it('sees how many each provider reported, how long it took and what came of it', async () => {
    const desk = await t.desk(t.town.manager)
    const shown = await desk.get('/ledelse/meldinger')
    expect(shown.status).toBe(200)
    expect(figuresIn(shown.text)).toEqual(figures)
    expect(shown.text).toContain('Ingen meldinger i perioden fra ')
    const { cookie } = await t.test.logIn(t.town.manager)
    const english = await (await t.test.get('/ledelse/meldinger', `${cookie}; sprog=en`)).text()
    expect(english).toContain('<h1>Reports from the providers</h1>')
    expect(english).toContain('Not answered in time')
  })

  it('finds behind each number as many as it says, each a way to the report in its case', async () => {
    const desk = await t.desk(t.town.manager)
    const links = linksIn((await desk.get('/ledelse/meldinger')).text)
    expect(links).toHaveLength(15)
    for (const [href, number] of links)
      expect([href, rowsBehind((await desk.get(href)).text)]).toEqual([href, number])
    const { caseNumber, reports } = await t.file(placed.caseId)
    const change = (await desk.get('/ledelse/meldinger?tilbud=kaerhoej&art=aendring&vis=aabne')).text
    expect(change).toContain('Bag tallet: Åbne nu, Behov for ændring, Kærhøj')
    const inCase = `/myndighed/sager/${caseNumber}/melding/${reports[2]?.reportId}`
    expect(change).toContain(`<a href="${inCase}">${caseNumber}</a>`)
    expect((await desk.get(inCase)).status).toBe(200)
    expect(change).toContain('Venter på svar')
    const none = (await desk.get('/ledelse/meldinger?art=levering')).text
    expect(none).toContain('Ingen meldinger i perioden passer.')
  })

  it('takes the list along as a file, without a name', async () => {
    const desk = await t.desk(t.town.manager)
    const { text } = await desk.get('/ledelse/meldinger/fil?periode=i-aar&tilbud=kaerhoej&vis=ingen-aendring')
    const { caseNumber } = await t.file(placed.caseId)
    expect(text).toContain(
      `${caseNumber};Kærhøj;Afvigelse fra planen;2026-02-11;2026-02-16;2026-02-23;2026-02-17;Ingen ændring`,
    )
    expect(text.trim().split('\n')).toHaveLength(2)
    expect(text).not.toContain('Asta')
  })

  it('is told so where nothing was reported, and anything unreadable in the address is left out', async () => {
    const desk = await t.desk(t.town.manager)
    expect((await desk.get('/ledelse/meldinger?periode=sidste-aar')).text).toContain(
      'Intet tilbud har meldt noget i perioden.',
    )
    const odd = await desk.get('/ledelse/meldinger?periode=x&tilbud=%27&art=1&vis=--&efter=i-dag~x')
    expect([odd.status, figuresIn(odd.text)]).toEqual([200, figures])
  })

  it('is the only one: nobody else opens it', async () => {
    for (const userId of [t.town.caseworker, t.town.provider]) {
      const desk = await t.desk(userId)
      expect((await desk.get('/ledelse/meldinger')).status).toBe(403)
      expect((await desk.get('/ledelse/meldinger/fil')).status).toBe(403)
    }
  })
})

describe('the provider', () => {
  it('counts its own as the manager does, with the person behind each', async () => {
    const desk = await t.desk(t.town.provider)
    expect((await desk.get('/tilbud/overblik')).text).toContain('href="/tilbud/meldinger"')
    const { text } = await desk.get('/tilbud/meldinger')
    expect(figuresIn(text)).toEqual(figures)
    for (const [href, number] of linksIn(text))
      expect([href, rowsBehind((await desk.get(href)).text)]).toEqual([href, number])
    expect(text).toContain(`<a href="/tilbud/borgere/${placed.orderId}/meld">Asta Eng</a>`)
    expect((await desk.get('/tilbud/meldinger?periode=sidste-aar')).text).toContain(
      'I har ikke meldt noget i perioden.',
    )
  })

  it('cannot ask for another’s, and the caseworker has no such page', async () => {
    const desk = await t.desk(t.town.provider)
    expect((await desk.get('/tilbud/meldinger?tilbud=noerrevang')).text).toContain('Bag tallet: Meldt i alt<')
    expect((await (await t.desk()).get('/tilbud/meldinger')).status).toBe(403)
  })
})

it('the rows are what the history comes to', async () => {
  expect(await rebuildStream(t.test.house, vejen, placed.caseId)).toEqual([])
})
