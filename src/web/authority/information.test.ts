import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  dayFields,
  errorsIn,
  openTown,
  type TownAtWork,
} from '../../../test/support/case-pages.ts'
import { addDays, copenhagenDay } from '../../domain/time/calendar-day.ts'
import { readingText, readPdf } from '../../letters/pdf/read-pdf.ts'
import { checklistOf } from './information-checklist.ts'

let t: TownAtWork
let desk: Desk
beforeAll(async () => {
  t = await openTown()
  desk = await t.desk()
})
afterAll(() => t.database.drop())

const today = copenhagenDay(new Date())
const page = () => t.at('/oplysning')
const question = {
  source: 'doctor',
  topic: 'functioning',
  what: 'Hvordan påvirker synet hverdagen?',
}

describe('the information of a case', () => {
  it('begins with nothing asked for, and with what is needed', async () => {
    const { text } = await desk.get(page())
    expect(text).toContain('Intet indhentet endnu')
    expect(text).toContain('Funktionsevne')
    expect(text).toContain('En diagnose er aldrig et krav.')
    expect(text).toContain('Ingen samtykker endnu')
  })
  it('is not asked of others without consent; the ways out are shown and what was typed stays', async () => {
    const answer = await desk.send(`${page()}/spoerg`, question)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Egen læge – intet samtykke')
    expect(answer.text).toContain('Der er ikke samtykke til at spørge den kilde')
    expect(answer.text).toContain(`${page()}/samtykke?kilde=doctor`)
    expect(answer.text).toContain(question.what)
    expect((await t.file()).requests).toEqual([])
  })
  it('takes a consent with its form and purpose', async () => {
    const path = `${page()}/samtykke`
    const chosen = await desk.get(`${path}?kilde=doctor`)
    expect(chosen.text).toMatch(/value="doctor" checked/)
    const nothing = await desk.send(path, { source: 'doctor' })
    expect(errorsIn(nothing.text)).toEqual(['f-answer: Vælg ja eller nej.'])
    const without = await desk.send(path, { source: 'doctor', answer: 'yes' })
    expect(errorsIn(without.text)).toEqual(['f-purpose: Skriv noget her.'])
    const given = await desk.done(path, {
      source: 'doctor',
      answer: 'yes',
      purpose: 'Syn og hørelse',
      form: 'oral',
    })
    expect(given.text).toContain('Syn og hørelse')
    expect(given.text).toMatch(/Ja, mundtligt/)
  })
  it('takes a no, which needs no purpose', async () => {
    const no = await desk.done(`${page()}/samtykke`, { source: 'jobCentre', answer: 'no', form: 'written' })
    expect(no.text).toMatch(/Nej, skriftligt/)
    expect((await t.file()).consentRefusals).toMatchObject([{ source: 'jobCentre', form: 'written' }])
  })
  it('is asked with consent, and the citizen is told', async () => {
    const asked = await desk.done(`${page()}/spoerg`, {
      ...question,
      toName: 'Lægehuset Prøvebyen',
      toAddress: 'Torvet 1\r\n6600 Vejen',
    })
    expect(asked.text).toMatch(/Spurgt: egen læge/)
    const file = await t.file()
    expect(file.requests[0]).toMatchObject({ source: 'doctor', consentId: file.consents[0]?.consentId })
    expect(file.letters.map((l) => l.kind)).toContain('otherSourcesNotice')
  })
  it('has its letter to the doctor, to print, to read and to record as sent', async () => {
    const [letter] = (await t.file()).requests[0]?.letters ?? []
    const list = await desk.get(page())
    expect(list.text).toMatch(/Brev med spørgsmålet.*ikke sendt endnu/s)
    const path = `${page()}/brev/${letter?.letterId}`
    const shown = await desk.get(path)
    expect(shown.text).toContain('Til Lægehuset Prøvebyen, Torvet 1, 6600 Vejen')
    expect(shown.text).toContain(question.what)
    expect(shown.text).toContain('Samtykket gælder: Syn og hørelse')
    expect((await desk.get(t.at())).text).toContain('Send brevet til kilden</a>')
    const documents = await desk.get(t.at('/dokumenter'))
    expect(documents.text).toContain(`/dokumenter/${letter?.document}">Brev med spørgsmålet`)
    const { cookie } = await t.test.logIn(t.town.caseworker)
    const pdf = await t.test.get(t.at(`/dokumenter/${letter?.document}`), cookie)
    const reading = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    expect(reading).toMatchObject({ language: 'da-DK', marked: true })
    expect(readingText(reading)).toContain('Lægehuset Prøvebyen')
    expect(errorsIn((await desk.send(path, {})).text)).toEqual(['f-how: Vælg en af mulighederne.'])
    const sent = await desk.done(path, { how: 'securePost' })
    expect(sent.text).toMatch(/Brev med spørgsmålet.*sendt .* med sikker post/s)
    expect((await desk.get(t.at())).text).not.toContain('Send brevet til kilden</a>')
    expect((await t.file()).documents.at(-1)).toMatchObject({
      document: letter?.document,
      direction: 'sent',
      party: 'doctor',
    })
    expect((await desk.get(`${page()}/brev/nothing`)).status).toBe(404)
  })
  it('does not lose an address that no name goes with', async () => {
    const answer = await desk.send(`${page()}/spoerg`, { ...question, toAddress: 'Torvet 1' })
    expect(errorsIn(answer.text)).toEqual(['f-toName: Skriv navnet, der hører til adressen.'])
  })
  it('never has a diagnosis as a condition', async () => {
    const answer = await desk.send(`${page()}/spoerg`, { ...question, topic: 'diagnosis', mandatory: 'yes' })
    expect(errorsIn(answer.text)).toEqual(['f-mandatory: En diagnose må aldrig være et krav.'])
  })
  it('may be asked without consent on a named ground', async () => {
    const asked = await desk.done(`${page()}/spoerg`, {
      ...question,
      source: 'jobCentre',
      topic: 'work',
      what: 'Forløb?',
      withoutConsent: 'RSL § 11 a, stk. 2',
    })
    expect(asked.text).toContain('Uden samtykke: RSL § 11 a, stk. 2')
  })
  it('is reminded of, with a new date that has not passed', async () => {
    const id = (await t.file()).requests[0]?.requestId ?? ''
    const path = `${page()}/rykker`
    const past = await desk.send(`${path}?id=${id}`, dayFields('answerBy', addDays(today, -1)))
    expect(errorsIn(past.text)).toEqual(['f-answerBy: Vælg en dag, der ikke er gået.'])
    expect((await desk.get(`${path}?id=${id}`)).text).toContain('value="Lægehuset Prøvebyen"')
    const reminded = await desk.done(`${path}?id=${id}`, {})
    expect(reminded.text).toContain('Rykket 1 gang')
    const request = (await t.file()).requests[0]
    expect(request?.reminders[0]?.answerBy).toBe(addDays(today, 7))
    expect(request?.letters.map((l) => l.kind)).toEqual(['sourceRequest', 'sourceReminder'])
    expect(reminded.text).toContain('Rykkerbrev')
  })
  it('comes in, answers its question, and calls for a hearing when it is adverse', async () => {
    const id = (await t.file()).requests[0]?.requestId ?? ''
    const path = `${page()}/svar`
    const shown = await desk.get(`${path}?id=${id}`)
    expect(shown.text).toMatch(/<option value="doctor" selected/)
    const came = await desk.done(`${path}?id=${id}`, {
      summary: 'Lægen ser ingen hindring for arbejde.',
      adverse: 'yes',
    })
    expect(came.text).toContain('Taler imod ansøgningen')
    expect(came.text).toContain(t.at('/hoering'))
    expect(came.text).toMatch(/Oplyst af egen læge/)
    expect((await t.file()).requests[0]?.received).toBeDefined()
  })
  it('takes a withdrawn consent back at once', async () => {
    const shown = await desk.get(page())
    const path = `${page()}/samtykke/traek-tilbage`
    expect((await desk.sure(shown, path)).status).toBe(303)
    expect((await desk.get(page())).text).toContain('Trukket tilbage')
    expect((await desk.send(`${page()}/spoerg`, question)).status).toBe(422)
  })
  it('is enough, for a reason; and not any longer when something new comes', async () => {
    const empty = await desk.send(page(), { reason: ' ' })
    expect(errorsIn(empty.text)).toEqual(['f-reason: Skriv noget her.'])
    const marked = await desk.done(page(), {
      reason: 'Funktionsevnen er belyst af lægen og af borgeren selv.',
    })
    expect(marked.text).toContain('er belyst af lægen og af borgeren selv')
    expect(marked.text).not.toContain('Der er kommet nye oplysninger siden')
    const newer = await desk.done(`${page()}/svar`, {
      source: 'residence',
      summary: 'Bostedet beskriver hverdagen.',
    })
    expect(newer.text).toContain('Der er kommet nye oplysninger siden')
  })
  it('a file is stored and registered with it', async () => {
    const { cookie, csrf } = await t.test.logIn(t.town.caseworker)
    const body = new FormData()
    for (const [name, value] of Object.entries({
      _csrf: csrf,
      source: 'hospital',
      summary: 'Udskrivningsbrev',
      ...dayFields('receivedOn', today),
    }))
      body.append(name, value)
    body.append('document', new File(['%PDF-1.7\n%%EOF'], 'brev.pdf', { type: 'application/pdf' }))
    const path = `${page()}/svar`
    const answer = await t.test.app.request(`http://vejen.localhost${path}`, {
      method: 'POST',
      body,
      headers: { host: 'vejen.localhost', origin: 'http://vejen.localhost', cookie },
    })
    expect(answer.status).toBe(303)
    const file = await t.file()
    const document = file.information.at(-1)?.document ?? ''
    expect(file.documents.map((d) => d.document)).toContain(document)
    expect((await t.test.get(t.at(`/dokumenter/${document}`), cookie)).status).toBe(200)
  })
})

describe('the checklist', () => {
  it('says who should have answered by now', async () => {
    const file = await t.file()
    const later = addDays(today, 60)
    const work = (day: typeof today) => checklistOf(file, day).find((l) => l.topic === 'work')?.state
    expect(work(today)).toMatchObject({ kind: 'asked', whom: 'jobCentre' })
    expect(work(later)).toMatchObject({ kind: 'late', whom: 'jobCentre' })
    expect(checklistOf(file, later).find((l) => l.topic === 'housing')?.state).toEqual({ kind: 'notAsked' })
    expect(checklistOf(file, later).map((l) => l.topic)).not.toContain('diagnosis')
  })
})
