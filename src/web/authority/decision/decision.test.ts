import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsIn, openTown, type TownAtWork } from '../../../../test/support/case-pages.ts'
import { doIn, grantFields, readyToDecide } from '../../../../test/support/deciding.ts'
import { copenhagenDay } from '../../../domain/time/calendar-day.ts'

let t: TownAtWork
beforeAll(async () => {
  t = await openTown()
  await readyToDecide(t.test.house, t.town)
})
afterAll(() => t.database.drop())

const today = () => copenhagenDay(t.test.house.now())
const page = () => t.at('/afgoerelse')
const draft = () => t.at('/kladde/afgoerelse')
const grant = () => grantFields(t.town, today())
const missingIn = (html: string) =>
  [
    ...(/class="hv-missing">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '').matchAll(
      /<li>(?:<a href="([^"]+)">)?([^<]+)/g,
    ),
  ].map(([, href, text]) => `${href ?? ''} ${text}`)

describe('the decision being written', () => {
  it('begins at full time, from today, with the right to transport and no outcome', async () => {
    const { text } = await (await t.desk()).get(page())
    expect(text).toMatch(/name="daysPerWeek" value="5"/)
    expect(text).toMatch(/name="transport" value="yes" checked/)
    expect(text).toContain('Udfaldet kan ikke ses endnu')
    expect(text).not.toMatch(/name="outcome"/)
  })
  it('lists what is missing in words, each leading to its field', async () => {
    const { text } = await (await t.desk()).get(page())
    expect(missingIn(text)).toEqual([
      '#f-place Vælg, om der bevilges en plads.',
      '#f-purpose Skriv formålet med indsatsen.',
      '#f-intervention Skriv den konkrete indsats.',
    ])
    for (const [, id] of text.matchAll(/<li><a href="#(f-[^"]+)">/g)) expect(text).toContain(`id="${id}"`)
  })
  it('computes the outcome from the table as it is written: fewer days is a part refusal at once', async () => {
    const desk = await t.desk()
    await desk.send(page(), { ...grant(), daysPerWeek: '3' }, draft())
    const { text } = await desk.get(page())
    expect(text).toContain('Dette er et delvist afslag.')
    expect(missingIn(text).map((line) => line.split(' ')[0])).toEqual([
      '#f-reducedExtentReason',
      '#f-considerations',
      '#f-fact-1-text',
      '#f-citizensView',
      '#f-hearing',
    ])
    await desk.send(page(), grant(), draft())
    expect((await desk.get(page())).text).toContain('Dette er helt medhold.')
  })
  it('shows the letter as it stands, with what is missing in brackets, and LIX of the texts', async () => {
    const desk = await t.desk()
    await desk.send(page(), { ...grant(), purpose: '' }, draft())
    const { text } = await desk.get(t.at('/afgoerelse/visning'))
    expect(text).toContain('[Skriv formålet med indsatsen.]')
    expect(text).toContain('En plads i køkkengruppen med støtte fra en kontaktperson.')
    expect(text).toMatch(/Let nok \(højst 35\)/)
    expect(text).toContain('Svaret er ja')
    expect(text, 'a full grant has no reasons to lack').not.toContain('[Skriv de hovedhensyn')
  })
  it('gives the same letter as a PDF that says it is a draft', async () => {
    const { cookie } = await t.test.logIn(t.town.caseworker)
    const pdf = await t.test.get(t.at('/afgoerelse/udkast.pdf'), cookie)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { readingText, readPdf } = await import('../../../letters/pdf/read-pdf.ts')
    const reading = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    expect(reading.title).toMatch(/^Udkast: Afgørelse/)
    expect(readingText(reading)).toContain('[Skriv formålet med indsatsen.]')
  })
  it('says at its field what cannot be read, and keeps it typed', async () => {
    const desk = await t.desk()
    const answer = await desk.send(page(), {
      ...grant(),
      daysPerWeek: 'fem',
      'startOn-d': '45',
      do: 'review',
    })
    expect(answer.status).toBe(422)
    expect(errorsIn(answer.text)).toEqual([
      'f-startOn: Skriv en rigtig dato.',
      'f-daysPerWeek: Skriv et tal, for eksempel 5 eller 2,5.',
    ])
    expect(answer.text).toContain('value="fem"')
  })
})

describe('an incomplete decision', () => {
  it('goes no further by the button', async () => {
    const rest = { ...grant(), intervention: '' }
    const answer = await (await t.desk()).send(page(), { ...rest, do: 'review' })
    expect(answer.status).toBe(422)
    expect(missingIn(answer.text)).toEqual(['#f-intervention Skriv den konkrete indsats.'])
  })
  it.each(['send', ''])('is not issued by a raw post that says “%s”', async (step) => {
    const rest = { ...grant(), intervention: '' }
    const answer = await (await t.desk()).send(page(), { ...rest, ...(step && { do: step }) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv den konkrete indsats.')
    expect((await t.file()).proceedings[0]?.decision).toBeUndefined()
  })
  it('is not made whole by a draft that lies there', async () => {
    const desk = await t.desk()
    await desk.send(page(), grant(), draft())
    const { cookie, csrf } = await t.test.logIn(t.town.caseworker)
    const answer = await t.test.post(page(), { _csrf: csrf, do: 'send' }, cookie)
    expect(answer.status).toBe(422)
    expect((await t.file()).proceedings[0]?.decision).toBeUndefined()
  })
})

describe('a whole decision', () => {
  it('is shown once more before it is signed', async () => {
    const answer = await (await t.desk()).send(page(), { ...grant(), do: 'review' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Læs brevet, før du underskriver')
    expect(answer.text).toContain('Underskriv og send')
    expect(answer.text).toContain('Du får en plads på Kærhøj 5 dage om ugen')
  })
  it('is 409 when others changed its ground, and keeps what was typed', async () => {
    const seen = (await t.file()).lastSeq
    const other = await t.desk(t.town.manager)
    await other.done(t.at('/noter'), { text: 'Ringet.', kind: 'phoneCall', with: 'provider', ...noteDay() })
    await doIn(
      t.test.house,
      t.town,
      {
        type: 'receiveInformation',
        input: { source: 'doctor', summary: 'Lægen skriver igen.', receivedOn: today() },
      },
      t.town.manager,
    )
    const answer = await (await t.desk()).send(page(), {
      ...grant(),
      purpose: 'At du trives.',
      do: 'send',
      _basedOn: String(seen),
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Lægen skriver igen.')
    expect(answer.text).toContain('At du trives.')
  })
  it('is issued once, with its letter, and is read-only after', async () => {
    const desk = await t.desk()
    const command = randomUUID()
    const fields = { ...grant(), do: 'send', _command: command }
    const first = await desk.send(page(), fields)
    expect([first.status, first.location]).toEqual([303, page()])
    const file = await t.file()
    expect(file.proceedings[0]?.decision?.record).toMatchObject({
      outcome: 'GRANTED',
      place: { daysPerWeek: 5, provider: 'kaerhoej', transport: true, transportBasis: 'right' },
    })
    expect(file.letters.filter((l) => l.kind === 'decision')).toHaveLength(1)
    const { text } = await desk.get(page())
    expect(text).toContain('Dette er helt medhold.')
    expect(text).toContain('Borgeren har fået helt medhold. Brevet har ingen klagevejledning.')
    expect(text).toContain('Ikke afsendt endnu')
    expect(text).not.toContain('Gå til underskrift')
    expect((await desk.get(t.at('/afgoerelse/udkast.pdf'))).status).toBe(404)
    const { cookie, csrf } = await t.test.logIn(t.town.caseworker)
    await t.test.post(page(), { _csrf: csrf, _command: command, do: 'send' }, cookie)
    expect((await t.file()).letters.filter((l) => l.kind === 'decision')).toHaveLength(1)
  })
})

function noteDay(): Record<string, string> {
  const [y = '', m = '', d = ''] = today().split('-')
  return { 'happenedOn-d': d, 'happenedOn-m': m, 'happenedOn-y': y }
}
