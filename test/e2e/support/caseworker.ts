/** What a caseworker does on a case's pages. Each opens its page, fills it in as it is shown, and presses its button. */
import { expect } from 'vitest'
import { type Answers, fill, mainText, press } from './fill.ts'
import type { Seat } from './world.ts'

/** From the front page to their own work, by the log-in provider's page. */
export async function logInAsStaff({ page, look }: Seat, name: string): Promise<void> {
  await page.goto('/log-ind')
  await look()
  await page.getByRole('link', { name: 'Log ind som medarbejder' }).click()
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL('**/myndighed')
  await look()
}

/** The form of an application by phone, letter, e-mail or in person; returns the number of the case it opens. */
export async function takeIn({ page, look }: Seat, answers: Answers): Promise<string> {
  await page.goto('/myndighed/henvendelse/ny')
  await look()
  await fill(page, answers)
  await press(page, 'Opret sag og send kvittering')
  const [caseNumber] = /\d{4}-\d{4}/.exec(page.url()) ?? []
  if (caseNumber === undefined) throw new Error('no case was opened')
  return caseNumber
}

export function caseworkerAt(seat: Seat, caseNumber: string) {
  const { page, look } = seat
  const open = async (rest = ''): Promise<string> => {
    const path = `/myndighed/sager/${caseNumber}${rest}`
    expect((await page.goto(path))?.status(), path).toBe(200)
    await look()
    return mainText(page)
  }
  /** A page with one form. */
  const form =
    (rest: string, button: string) =>
    async (answers: Answers): Promise<void> => {
      await open(rest)
      await fill(page, answers)
      await press(page, button)
      await look()
    }
  /** A letter is looked at on the page before it is sent. */
  const letter =
    (rest: string, button: string) =>
    async (answers: Answers, said: string): Promise<void> => {
      await open(rest)
      await fill(page, answers)
      await press(page, 'Se brevet')
      await look()
      expect(await mainText(page)).toContain(said)
      await press(page, button)
      await look()
    }
  return {
    page,
    open,
    /** The one button of the case page, as it stands. */
    nextStep: async (): Promise<string> => {
      await open()
      return ((await page.locator('.hv-next .button').textContent()) ?? '').trim()
    },
    takeCase: form('', 'Fordel'),
    /** With the paper that it rests on. */
    registerRepresentative: async (answers: Answers): Promise<void> => {
      await open('/parter/repraesentant')
      await fill(page, answers)
      await page.getByLabel('Fuldmagt eller beskikkelse').setInputFiles({
        name: 'beskikkelse.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\n1 0 obj\n'),
      })
      await press(page, 'Registrér repræsentanten')
      await look()
    },
    verifyRepresentative: async (answers: Answers): Promise<void> => {
      await open('/parter')
      await page.getByRole('link', { name: /^Kontrollér/ }).click()
      await look()
      await fill(page, answers)
      await press(page, 'Gem kontrollen')
      await look()
    },
    recordMunicipality: form('/parter/kommune', 'Gem kommunerne'),
    agreeOnParticipation: form('/parter/medvirken', 'Gem aftalen'),
    recordConsent: form('/oplysning/samtykke', 'Gem borgerens svar'),
    askSource: form('/oplysning/spoerg', 'Indhent oplysningerne'),
    remindSource: async (answers: Answers): Promise<void> => {
      await open('/oplysning')
      await page.getByRole('link', { name: /^Send rykker/ }).click()
      await look()
      await fill(page, answers)
      await press(page, 'Skriv rykkeren')
      await look()
    },
    /** The letter that lies ready to the one who is asked: read, sent by hand, and recorded. */
    sendToSource: async (name: 'Brev med spørgsmålet' | 'Rykkerbrev', said: string): Promise<void> => {
      await open('/oplysning')
      await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
      await look()
      expect(await mainText(page)).toContain(said)
      await fill(page, { 'Hvordan blev det sendt?': 'Med sikker post' })
      await press(page, 'Registrér, at brevet er sendt')
      await look()
    },
    receiveAnswer: async (answers: Answers, file?: string): Promise<void> => {
      await open('/oplysning')
      await page.getByRole('link', { name: /^Registrér svar/ }).click()
      await look()
      await fill(page, answers)
      if (file !== undefined)
        await page.getByLabel('Dokument', { exact: true }).setInputFiles({
          name: file,
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.7\n1 0 obj\n'),
        })
      await press(page, 'Gem oplysningerne')
      await look()
    },
    writeNote: form('/noter', 'Gem notat'),
    markInformed: form('/oplysning', 'Markér sagen som oplyst'),
    assess: form('/vurdering', 'Gem vurderingen'),
    considerOtherHelp: form('/anden-hjaelp', 'Gem overvejelserne'),
    offerPlan: form('/plan/tilbud', 'Tilbyd handleplan'),
    recordPlanAnswer: form('/plan/svar', 'Registrér svaret'),
    setGoals: form('/plan', 'Gem målene'),
    sendHearing: letter('/hoering', 'Send partshøringen'),
    sendDelayNotice: letter('/varsling', 'Send besked til borgeren'),
    /** Tries with what is there: the gate must say what is missing, and nothing is sent. */
    tryToDecide: async (answers: Answers, missing: readonly string[]): Promise<void> => {
      await open('/afgoerelse')
      await fill(page, answers)
      await page.getByRole('button', { name: 'Gå til underskrift', exact: true }).click()
      await page.waitForLoadState()
      await look()
      const text = await mainText(page)
      for (const sentence of missing) expect(text).toContain(sentence)
    },
    /** Fills in what is left, reads the letter through, signs and sends it. */
    decide: async (answers: Answers, said: readonly string[]): Promise<void> => {
      await fill(page, answers)
      await press(page, 'Gå til underskrift')
      await look()
      const text = await mainText(page)
      for (const sentence of said) expect(text).toContain(sentence)
      await press(page, 'Underskriv og send')
      await look()
    },
    sendOrder: form('/bestilling', 'Send bestilling'),
    answerQuestion: form('/bestilling', 'Svar på spørgsmålet'),
  }
}
