import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, errorsIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk()
})
afterAll(() => t.database.drop())

const page = () => t.at('/hoering')
const point = 'Lægen skriver, at du kan arbejde på almindelige vilkår.'

describe('a party hearing (FVL § 19)', () => {
  it('begins with what came in against the application', async () => {
    expect((await desk.get(page())).text).toContain('Der er ikke sendt nogen partshøring.')
    await desk.done(t.at('/oplysning/svar'), { source: 'doctor', summary: point, adverse: 'yes' })
    expect((await desk.get(page())).text).toContain(`>${point}</textarea>`)
  })
  it('needs a point', async () => {
    const answer = await desk.send(page(), { p0: ' ', _do: 'preview' })
    expect([answer.status, errorsIn(answer.text)]).toEqual([422, ['f-p0: Skriv mindst ét punkt.']])
  })
  it('takes more points without script, and keeps what is typed', async () => {
    const more = await desk.send(page(), { p1: 'Du bor hos dine forældre.', _do: 'more' })
    expect(more.status).toBe(200)
    expect(more.text).toContain('name="p3"')
    expect(more.text).toContain('>Du bor hos dine forældre.</textarea>')
  })
  it('is seen as a letter before it is sent; only then there is a button to send it', async () => {
    const before = await desk.get(page())
    expect(before.text).not.toContain('Send partshøringen')
    const seen = await desk.send(page(), { _do: 'preview' })
    expect(seen.text).toContain('Sådan bliver brevet')
    expect(seen.text).toContain('Til Kirsten Prøve')
    expect(seen.text.split('id="brevet"')[1]).toContain(point)
    expect(seen.text).toContain('Send partshøringen')
    expect((await t.file()).letters.map((l) => l.kind)).not.toContain('partyHearing')
  })
  it('is sent, and shown with the day by which it is to be answered', async () => {
    const sent = await desk.done(page(), { _do: 'send' })
    expect(sent.text).toContain('Svar senest')
    expect(sent.text).toContain('Brevet er ikke nået frem endnu.')
    const file = await t.file()
    expect(file.proceedings[0]?.hearings[0]?.paragraphs).toEqual([point])
    expect(file.letters.map((l) => l.kind)).toContain('partyHearing')
    // What has been heard is not put forward again.
    expect(sent.text).not.toContain(`>${point}</textarea>`)
  })
  it('takes an answer by telephone, point by point, which is a note at once (OFL § 13)', async () => {
    const path = `${page()}/svar`
    const without = await desk.send(path, {})
    expect(errorsIn(without.text)).toEqual(['f-channel: Vælg en af mulighederne.'])
    const shown = await desk.done(path, {
      channel: 'phone',
      'agrees-0': 'no',
      'words-0': 'Det er ti år siden, han så mig.',
      remark: 'Spørg hellere min kontaktperson.',
    })
    expect(shown.text).toMatch(/Svar kom [^<]* i telefonen/)
    expect(shown.text).toContain('Uenig')
    expect(shown.text).toContain('Det er ti år siden, han så mig.')
    const file = await t.file()
    expect(file.notes.at(-1)?.text).toContain('Det er ti år siden, han så mig.')
    expect((await desk.get(path)).text).toContain('Der er ingen partshøring, der mangler svar.')
  })
})
