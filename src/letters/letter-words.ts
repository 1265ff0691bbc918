/** The fixed words of a letter's layout: what stands around the content, in each language a letter has. */
import type { LetterLanguage } from './letter-content.ts'

export type LetterWords = {
  readonly lang: string
  readonly region: string
  readonly caseNumber: string
  readonly caseworker: string
  readonly phone: string
  readonly email: string
  readonly page: string
  readonly of: string
  readonly enclosures: string
  readonly copyTo: string
  readonly easyRead: string
  readonly easyReadNote: string
  readonly regards: string
  readonly draft: string
  readonly draftNote: string
  readonly callMe: string
  /** Stands for a character that no font of ours can print, such as an emoji. */
  readonly unprintable: string
}

export const letterWords: Record<LetterLanguage, LetterWords> = {
  da: {
    lang: 'da',
    region: 'DK',
    caseNumber: 'Sagsnummer',
    caseworker: 'Sagsbehandler',
    phone: 'Telefon',
    email: 'E-mail',
    page: 'Side',
    of: 'af',
    enclosures: 'Bilag',
    copyTo: 'Kopi er sendt til',
    easyRead: 'Let at læse',
    easyReadNote: 'Her står det samme i korte sætninger. Det er brevet foran, der gælder.',
    regards: 'Venlig hilsen',
    draft: 'Udkast',
    draftNote: 'Dette er et udkast. Brevet er ikke sendt, og det gælder ikke.',
    callMe: 'Du kan ringe til mig, hvis du har spørgsmål.',
    unprintable: '[tegn]',
  },
  en: {
    lang: 'en',
    region: 'GB',
    caseNumber: 'Case number',
    caseworker: 'Caseworker',
    phone: 'Phone',
    email: 'E-mail',
    page: 'Page',
    of: 'of',
    enclosures: 'Enclosures',
    copyTo: 'A copy has been sent to',
    easyRead: 'Easy to read',
    easyReadNote: 'Here is the same in short sentences. The letter before this page is the one that counts.',
    regards: 'Yours sincerely',
    draft: 'Draft',
    draftNote: 'This is a draft. The letter has not been sent and is not valid.',
    callMe: 'You can call me if you have questions.',
    unprintable: '[symbol]',
  },
}
