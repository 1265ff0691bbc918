/** What a provider's staff do about an order. */
import { type Answers, fill, mainText, press } from './fill.ts'
import type { Seat } from './world.ts'

export function providerAt({ page, look }: Seat) {
  /** The first of a list: to answer (`bestillinger`), or placed here (`borgere`). */
  const openFirst = async (list: 'bestillinger' | 'borgere'): Promise<string> => {
    await page.goto(`/tilbud/${list}`)
    await look()
    await page.locator('main a[href*="/tilbud/bestillinger/"]').first().click()
    await page.waitForLoadState()
    await look()
    return mainText(page)
  }
  const answer = async (link: string, button: string, answers: Answers): Promise<void> => {
    await page.getByRole('link', { name: link, exact: true }).click()
    await look()
    await fill(page, answers)
    await press(page, button)
    await look()
  }
  return {
    /** From the front of the provider's face to the order itself; what it says. */
    openOrder: async (): Promise<string> => {
      await page.goto('/tilbud')
      await look()
      return openFirst('bestillinger')
    },
    ask: (question: string) =>
      answer('Stil et spørgsmål', 'Send spørgsmålet', { 'Hvad vil I vide?': question }),
    accept: (answers: Answers) => answer('Sig ja til bestillingen', 'Sig ja til bestillingen', answers),
    /** Of the one who is placed here, on the day that it is. */
    recordFirstDay: async (): Promise<void> => {
      await openFirst('borgere')
      await answer('Registrér første dag', 'Gem første dag', {})
    },
    /** The list of those who are placed here. */
    people: async (): Promise<string> => {
      await page.goto('/tilbud/borgere')
      await look()
      return mainText(page)
    },
  }
}
