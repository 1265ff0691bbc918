import type { Language } from './messages.ts'

const danish = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const english = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Øre as people say an amount: "75 kr.", "1.250,50 kr."; in English "DKK 75". Whole kroner without decimals. */
export function amountInWords(oere: number, language: Language): string {
  const format = language === 'en' ? english : danish
  const text = format.format(oere / 100).replace(/[,.]00$/, '')
  return language === 'en' ? `DKK ${text}` : `${text} kr.`
}
