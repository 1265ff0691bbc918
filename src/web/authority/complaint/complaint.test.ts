/** A complaint from the citizen's three pages to the Appeals Board's answer, at each one's pages and in the bundle itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Answer,
  dayFields,
  errorsIn,
  formIn,
  openTown,
  type TownAtWork,
} from '../../../../test/support/case-pages.ts'
import { vejenTerms } from '../../../../test/support/commands.ts'
import { type Placed, placeCitizen } from '../../../../test/support/placed.ts'
import { asSystem, vejen } from '../../../../test/support/scopes.ts'
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { stageOf } from '../../../domain/case/complaint/about.ts'
import { readingText, readPdf } from '../../../letters/pdf/read-pdf.ts'
import { read } from '../../../store/connection.ts'
import { findDocument } from '../../../store/documents.ts'

let t: TownAtWork
let placed: Placed
// Days that have been: the database asks its own clock who has to do with a case.
let now = new Date('2026-03-02T09:00:00Z')
const moveTo = (day: string) => {
  now = new Date(`${day}T09:00:00Z`)
}

const file = () => t.file(placed.caseId)
const complaint = async () => {
  const [one] = (await file()).complaints
  if (one === undefined) throw new Error('there is no complaint')
  return one
}
const at = async (rest = '') => `/myndighed/sager/${(await file()).caseNumber}/klage${rest}`
const own = async (rest = '') => `/borger/sag/${(await file()).caseNumber}/klage${rest}`

/** The citizen's browser, without script. */
async function citizen() {
  const { cookie, csrf } = await t.test.logIn({ person: placed.person })
  const answer = async (response: Response | Promise<Response>): Promise<Answer> => {
    const done = await response
    return { status: done.status, text: await done.text(), location: done.headers.get('location') }
  }
  const get = (path: string) => answer(t.test.get(path, cookie))
  const press = (shown: Answer, action: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ _csrf: csrf })
    for (const [name, value] of formIn(shown.text, action))
      if (!(name in fields) && name !== '_csrf') body.append(name, value)
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return answer(t.test.postForm(action, body, cookie))
  }
  /** As a browser sends a form with a file chosen in it. */
  const pressWith = (
    shown: Answer,
    action: string,
    fields: Readonly<Record<string, string>>,
    paper: File,
  ) => {
    const body = new FormData()
    body.append('_csrf', csrf)
    for (const [name, value] of formIn(shown.text, action))
      if (!(name in fields) && name !== '_csrf') body.append(name, value)
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('fil', paper)
    const host = 'vejen.localhost'
    const headers = { host, origin: `http://${host}`, cookie }
    return answer(t.test.app.request(`http://${host}${action}`, { method: 'POST', body, headers }))
  }
  return { get, press, pressWith }
}

// The smallest PNG: one pixel.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  t = await openTown(() => now)
  placed = await placeCitizen(t.test.house, { caseworker: t.town.caseworker })
}, 60_000)
afterAll(() => t.database.drop())

describe('the citizen complains in three short pages', () => {
  it('with nothing that has to be filled in, and everything typed going along, also back', async () => {
    moveTo('2026-03-10')
    const { get, press, pressWith } = await citizen()
    const action = await own()
    const first = await get(action)
    expect(first.text).toContain('Trin 1 af 3')
    expect(first.text).toContain('Afgørelsen gælder, mens vi ser på klagen.')
    const second = await press(first, action, { what: 'Jeg vil <gerne> have fem dage.' })
    expect(second.text).toContain('Trin 2 af 3')
    const backed = await press(second, action, { why: 'Jeg kan godt.', back: '1' })
    expect(backed.text).toContain('Jeg vil &lt;gerne&gt; have fem dage.')
    const third = await press(await press(backed, action, {}), action, { wish: 'Fem dage' })
    expect(third.text).toContain('Tjek og send')
    expect(third.text).toContain('Jeg kan godt.')
    expect(third.text).toContain('multipart/form-data')
    const text = new File(['ikke et billede'], 'brev.txt', { type: 'text/plain' })
    const wrong = await pressWith(third, action, {}, text)
    expect([wrong.status, errorsIn(wrong.text).join()]).toEqual([422, expect.stringMatching(/^f-fil: /)])
    expect(wrong.text).toContain('Jeg kan godt.')
    const paper = new File([pixel], 'laegens-ord.png', { type: 'image/png' })
    const sent = await pressWith(wrong, action, {}, paper)
    expect(sent.status).toBe(303)
    const page = await get(sent.location ?? '')
    const href = /href="([^"]*\/bilag\/[^"]*)"[^>]*>laegens-ord\.png/.exec(page.text)?.[1] ?? ''
    expect((await get(href)).status).toBe(200)
    expect(page.text).toContain(
      'Kommunen ser på afgørelsen igen. Du får svar senest tirsdag den 7. april 2026.',
    )
    const [one] = (await file()).complaints
    expect(one).toMatchObject({
      channel: 'web',
      by: { kind: 'citizen' },
      words: 'Jeg vil <gerne> have fem dage.\n\nJeg kan godt.',
      wish: 'Fem dage',
    })
  })

  it('adds to it, and sees it on the page of the case', async () => {
    const { get, press, pressWith } = await citizen()
    const path = await own(`/${(await complaint()).complaintId}`)
    const empty = await press(await get(path), `${path}/mere`, { words: '' })
    expect([empty.status, errorsIn(empty.text)]).toEqual([422, ['f-words: Skriv, hvad du vil tilføje.']])
    const second = new File([Buffer.concat([pixel, Buffer.from([0])])], 'onsdag.png', { type: 'image/png' })
    const more = await pressWith(await get(path), `${path}/mere`, { words: 'Især onsdag.' }, second)
    expect(more.status).toBe(303)
    expect((await complaint()).supplements[0]?.attachments.map(({ name }) => name)).toEqual(['onsdag.png'])
    expect((await get(path)).text).toContain('Især onsdag.')
    expect((await get(path.replace(/\/klage.*/, ''))).text).toContain('Se din klage')
  })

  it('asks to be called, with a number', async () => {
    const { get, press } = await citizen()
    const path = await own('/ring')
    const without = await press(await get(path), path, {})
    expect(errorsIn(without.text)).toEqual(['f-phone: Skriv det nummer, vi skal ringe til.'])
  })
})

describe('the caseworker', () => {
  it('sees its clock, which does not roll, and what is to be done', async () => {
    const desk = await t.desk()
    const { text } = await desk.get(await at())
    const one = await desk.get(await at('/1'))
    expect(text).toContain(`href="${await at('/1')}"`)
    expect(one.text).toContain('Jeg vil &lt;gerne&gt; have fem dage.')
    expect(one.text).toMatch(/\/dokumenter\/[^"]*"[^>]*>laegens-ord\.png/)
    for (const none of ['/0', '/2', '/99']) expect((await desk.get(await at(none))).status).toBe(404)
    expect(text).toContain('Skal genvurderes')
    expect(text).toContain('tirsdag den 7. april 2026')
    expect(text).toContain('Genvurdering')
  })

  it('is asked for reasons, and sends the reassessment after being asked twice', async () => {
    moveTo('2026-03-18')
    const desk = await t.desk()
    const path = await at('/genvurdering')
    const page = `${path}?om=${(await complaint()).complaintId}`
    expect(errorsIn((await desk.send(page, {})).text)).not.toEqual([])
    const draft = (await at('/genvurdering')).replace('/klage/', '/kladde/')
    await desk.send(page, { reasons: 'Vi har talt med læ' }, draft)
    expect((await desk.get(page)).text).toContain('Vi har talt med læ')
    const other = `${path}?om=00000000-0000-4000-8000-000000000000`
    expect((await desk.get(other)).text).not.toContain('Vi har talt med læ')
    expect(errorsIn((await desk.send(page, { outcome: 'full', reasons: 'Ja.' })).text).join()).toContain(
      'cause',
    )
    const asked = await desk.send(page, { outcome: 'notUpheld', reasons: 'Vi har talt med lægen igen.' })
    expect((await desk.get(page)).text).toContain('Vi har talt med lægen igen.')
    expect(asked.text).toContain('Genvurderingen kan ikke laves om.')
    expect((await desk.sure(asked, path)).status).toBe(303)
    expect(stageOf(await complaint())).toBe('toForward')
    expect((await desk.get(page)).text).not.toContain('Kassér kladden')
    expect((await file()).letters.map((l) => l.kind)).toEqual(
      expect.arrayContaining(['complaintReceipt', 'reassessment']),
    )
  })

  it('sends it on: a letter with both sets of reasons, and one file whose index is true', async () => {
    const desk = await t.desk()
    await desk.done(`${await at('/videre')}?om=${(await complaint()).complaintId}`, {})
    const { bundled } = await complaint()
    if (bundled === undefined) throw new Error('nothing was put together')
    const stored = async (hash: typeof bundled.letter) => {
      const found = await read(t.database.app, asSystem(vejen), (tx) => findDocument(tx, placed.caseId, hash))
      if (found === undefined) throw new Error('the document is not there')
      return found.bytes
    }
    const letter = readingText(await readPdf(await stored(bundled.letter)))
    expect(letter).toContain('Begrundelse for afgørelsen')
    expect(letter).toContain('Vi har talt med lægen igen.')
    const bytes = await stored(bundled.bundle)
    const { pages } = await readPdf(bytes)
    expect(pages).toBe(bundled.pages)
    const titles = bundled.contents.map(({ title }) => title.replace(/, .*/, ''))
    expect(titles.slice(0, 8)).toEqual([
      'Afgørelse',
      'Klagen',
      'laegens-ord.png',
      'onsdag.png',
      'Genvurdering',
      'Vurderingen',
      'Notater',
      'Partshøring og svar',
    ])
    expect(titles.at(-1)).toBe('Forsendelseslog')
    const texts = await pageTexts(bytes)
    const place = (title: string) => bundled.contents.find((c) => c.title.startsWith(title))?.from ?? 0
    expect(texts[place('Klagen') - 1]).toContain('Jeg vil <gerne> have fem dage.')
    expect(texts[place('Genvurdering') - 1]).toContain('Vi har talt med lægen igen.')
    expect(texts[place('Forsendelseslog') - 1]).toContain('Forsendelseslog')
    for (const { title, from } of bundled.contents) expect(texts[0]).toMatch(new RegExp(`${title}.*${from}`))
    for (const [n, text] of texts.entries()) expect(text).toContain(`Bilag, side ${n + 1} af ${pages}`)
  })

  it('records that it is sent, and a remand, which starts the clock anew from the day it came', async () => {
    const desk = await t.desk()
    const about = `?om=${(await complaint()).complaintId}`
    await desk.done(`${await at('/sendt')}${about}`, {
      how: 'digitalPost',
      ...dayFields('sentOn', '2026-03-18'),
    })
    moveTo('2026-06-03')
    const later = await t.desk()
    const path = `${await at('/svar')}${about}`
    const answer = {
      result: 'remanded',
      reference: 'AST 27-1',
      words: 'Oplys, hvad hun kan klare.',
      ...dayFields('receivedOn', '2026-06-01'),
    }
    expect(errorsIn((await later.send(path, answer)).text).join()).toContain('cause')
    const [informing] = vejenTerms.parameters.reversalClauses.information
    const made = { ...answer, cause: `reasons ${informing}` }
    expect(errorsIn((await later.send(path, made)).text).join()).toContain('cause')
    const shown = await later.done(path, { ...answer, cause: `information ${informing}` })
    expect(shown.text).toContain(
      'Fristen er begyndt forfra: fra mandag den 1. juni 2026 til mandag den 13. juli 2026.',
    )
    expect((await complaint()).result).toMatchObject({ cause: 'information', clause: informing })
    expect(currentProceeding(await file()).trigger).toMatchObject({ kind: 'remand', on: '2026-06-01' })
  })

  it('sees that it was sent back: on the worklist and at the top of the case', async () => {
    const desk = await t.desk()
    const mark = 'Hjemvist – 6 uger fra man. 01.06.2026'
    expect((await desk.get('/myndighed/opgaver?visning=mine')).text).toContain(mark)
    expect((await desk.get((await at()).replace('/klage', ''))).text).toContain(mark)
  })

  it('teaches: the manager sees what failed, at the figures and at the clause, with the letter’s texts', async () => {
    const desk = await t.desk(t.town.manager)
    const { caseNumber } = await file()
    const page = '/ledelse/klager?periode=12-maaneder'
    const { text } = await desk.get(page)
    expect(text).toContain(
      'Af 1 genvurderede klager førte 1 til, at afgørelsen blev ændret helt eller delvist.',
    )
    const [informing] = vejenTerms.parameters.reversalClauses.information
    const behind = (await desk.get(`${page}&vis=hjemvist`)).text
    expect(behind).toContain(`/myndighed/sager/${caseNumber}/`)
    expect(behind).toContain(`href="/ledelse/loefter/${informing}"`)
    expect((await desk.get(`${page}&vis=stadfaestet`)).text).toContain('Ingen klager i perioden passer.')
    const clause = (await desk.get(`/ledelse/loefter/${informing}`)).text
    for (const words of [
      caseNumber,
      'Ankestyrelsen: Hjemvist',
      'Sagen var ikke oplyst',
      vejenTerms.reference,
    ])
      expect(clause.slice(clause.indexOf('Afgørelser, der er ændret'))).toContain(words)
    const [hearing] = vejenTerms.parameters.reversalClauses.hearing
    expect((await desk.get(`/ledelse/loefter/${hearing}`)).text).toContain('Ingen afgørelse er ændret')
    const csv = (await desk.get('/ledelse/klager/fil?periode=alle&vis=hjemvist')).text
    expect(csv).toContain(`${caseNumber};2026-03-10;`)
    expect(csv).toContain(`Hjemvist;Sagen var ikke oplyst;${informing};"${vejenTerms.reference}, `)
  })

  it('takes in one by phone, from somebody without power, and the citizen says whether they stand by it', async () => {
    const desk = await t.desk()
    await desk.done(await at('/ny'), {
      channel: 'phone',
      by: 'other',
      relation: 'søster',
      words: 'Hun vil have fem dage.',
      ...dayFields('receivedOn', '2026-06-02'),
    })
    const second = (await file()).complaints[1]
    expect(second?.by).toEqual({ kind: 'other', relation: 'søster' })
    const { get, press } = await citizen()
    const path = await own(`/${second?.complaintId}`)
    const shown = await get(path)
    expect(shown.text).toContain('Vil du stå bag klagen?')
    expect((await press(shown, `${path}/bekraeft`, {})).status).toBe(303)
    const withdraw = `${path}/traek`
    expect((await press(await get(withdraw), withdraw, {})).status).toBe(303)
    expect((await get(path)).text).toContain('Du har trukket klagen tilbage.')
  })
})

async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const texts: string[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    texts.push(
      items
        .map((i) => ('str' in i ? i.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
  await loading.destroy()
  return texts
}
