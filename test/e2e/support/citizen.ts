/** What a citizen does on their pages. */
import { expect } from 'vitest'
import { elementsOf, type PdfReading, readPdf, textOf } from '../../../src/letters/pdf/read-pdf.ts'
import { type Answers, fill, mainText, press } from './fill.ts'
import type { Citizen, Seat } from './world.ts'

/** One of the application's pages: its path, and what is answered on it; nothing is “skip”. */
export type Step = readonly [path: string, answers?: Answers]

export function citizenAt({ page, look }: Seat) {
  const open = async (path: string): Promise<string> => {
    expect((await page.goto(path))?.status(), path).toBe(200)
    await look()
    return mainText(page)
  }
  return {
    page,
    open,
    /** From the front page to their own, by the log-in provider's page. */
    logIn: async ({ name }: Pick<Citizen, 'name'>): Promise<void> => {
      await page.goto('/')
      await look()
      await page.getByRole('link', { name: 'Søg nu' }).click()
      await look()
      await page.getByRole('link', { name: 'Log ind som borger' }).click()
      await page.getByRole('button', { name: new RegExp(name) }).click()
      await page.waitForLoadState()
    },
    /** Answers each page, looks through the answers and sends; returns the case number on the receipt. */
    apply: async (steps: readonly Step[], expected: readonly string[]): Promise<string> => {
      await look()
      await page.getByRole('link', { name: 'Start' }).click()
      for (const [path, answers] of steps) {
        await page.waitForURL(`**/borger/ansoegning/${path}`)
        await look()
        await fill(page, answers ?? {})
        await press(page, answers ? 'Næste' : 'Spring over')
      }
      await page.waitForURL('**/borger/ansoegning/tjek')
      await look()
      const answers = await mainText(page)
      for (const text of expected) expect(answers).toContain(text)
      await press(page, 'Send ansøgningen')
      await look()
      const receipt = await mainText(page)
      expect(receipt).toContain('Vi har fået din ansøgning')
      const [caseNumber] = /\d{4}-\d{4}/.exec(receipt) ?? []
      if (caseNumber === undefined) throw new Error('the receipt names no case')
      return caseNumber
    },
    /** What stands in the box “what happens now”. */
    now: async (caseNumber: string): Promise<string> => {
      await open(`/borger/sag/${caseNumber}`)
      return (await page.locator('.hv-next .font-lead').textContent()) ?? ''
    },
    /** Opens a paper of the case by its name, and reads it as a page and as the PDF itself. */
    readLetter: async (caseNumber: string, name: string): Promise<{ text: string; pdf: PdfReading }> => {
      await open(`/borger/sag/${caseNumber}`)
      await page
        .getByRole('link', { name: new RegExp(`^${name} `) })
        .first()
        .click()
      await page.waitForLoadState()
      await look()
      const href = await page.getByRole('link', { name: 'Hent som PDF' }).getAttribute('href')
      const answer = await page.request.get(href ?? '')
      expect(answer.headers()['content-type']).toBe('application/pdf')
      return { text: await mainText(page), pdf: await readPdf(await answer.body()) }
    },
    /** Answers a hearing point by point from the case page. */
    answerHearing: async (caseNumber: string, answers: Answers): Promise<void> => {
      await open(`/borger/sag/${caseNumber}`)
      await page.getByRole('link', { name: 'Svar på brevet' }).click()
      await look()
      await fill(page, answers)
      await press(page, 'Send mit svar')
      await look()
    },
  }
}

/** The headings of a letter in the order they are read aloud. */
export const headingsOf = (pdf: PdfReading): readonly string[] => elementsOf(pdf, /^H\d$/).map(textOf)
