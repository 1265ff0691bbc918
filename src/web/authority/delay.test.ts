import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayFields, errorsIn, openTown, type TownAtWork } from '../../../test/support/case-pages.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'

let t: TownAtWork
const begun = new Date('2026-03-02T09:00:00Z')
let now = begun
beforeAll(async () => {
  t = await openTown(() => now)
})
afterAll(() => t.database.drop())

const page = () => t.at('/varsling')
const due = addDays(copenhagenDay(begun), 42)
const reason = 'Vi venter på svar fra sygehuset.'

describe('a notice of delay (K2.1-2, K2.1-3)', () => {
  it('shows what was promised and how the date came about', async () => {
    const { text } = await (await t.desk()).get(page())
    expect(text).toContain('mandag den 13. april 2026')
    expect(text).toContain('6 uger')
    expect(text).not.toContain('brud på løftet')
  })
  it.each([
    [dayFields('newDate', due), 'f-newDate: Vælg en dag efter den dato, der gælder nu.'],
    [{ 'newDate-d': '31', 'newDate-m': '4', 'newDate-y': '2026' }, 'f-newDate: Skriv en rigtig dato.'],
  ])('is not sent with %o; the reason typed stays', async (fields, sentence) => {
    const answer = await (await t.desk()).send(page(), { ...fields, reason, _do: 'preview' })
    expect([answer.status, errorsIn(answer.text)]).toEqual([422, [sentence]])
    expect(answer.text).toContain(reason)
  })
  it('is seen before it is sent, and the promise is the new date after', async () => {
    const desk = await t.desk()
    const fields = { ...dayFields('newDate', addDays(due, 7)), reason }
    const seen = await desk.send(page(), { ...fields, _do: 'preview' })
    expect(seen.text.split('id="brevet"')[1]).toContain('mandag den 20. april 2026')
    const sent = await desk.done(page(), { ...fields, _do: 'send' })
    expect(sent.text).toContain('mandag den 20. april 2026')
    expect(sent.text).not.toContain('Sendt for sent')
    expect((await t.file()).proceedings[0]?.delayNotices).toMatchObject([{ formerDate: due, reason }])
  })
  it('late, is marked as a breach in words before it is sent, and as late after', async () => {
    now = new Date('2026-04-21T09:00:00Z')
    const desk = await t.desk()
    const before = await desk.get(page())
    expect(before.text).toContain('det bliver registreret som et brud på løftet')
    const fields = { ...dayFields('newDate', '2026-05-04'), reason: 'Lægen har været syg.' }
    const seen = await desk.send(page(), { ...fields, _do: 'preview' })
    expect(seen.text).toContain('Send besked til borgeren (for sent)')
    const sent = await desk.done(page(), { ...fields, _do: 'send' })
    expect(sent.text.match(/Sendt for sent/g)).toHaveLength(1)
    expect(sent.text).toContain('mandag den 4. maj 2026')
  })
})
