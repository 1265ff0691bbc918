/** What every letter knows besides what it is about: who writes, to whom, in which case, in whose words. */
import type { CaseFile } from '../../domain/case/case-file.ts'
import type { DocumentHash, ProviderId } from '../../domain/identity.ts'
import type { LetterCaseworker, Letterhead } from '../letter-content.ts'
import { filled, type LetterPassage, type LetterTexts } from '../letter-texts.ts'

export type LetterContext = {
  readonly letterhead: Letterhead
  readonly caseworker: LetterCaseworker
  readonly file: CaseFile
  readonly texts: LetterTexts
  /** Weeks to complain in; law, kept as a parameter of the standard. */
  readonly complaintWeeks: number
  /** Full time in days a week. */
  readonly defaultDaysPerWeek: number
  readonly providerName: (provider: ProviderId) => string
  /** What a document is called in the file; undefined when it is not known by name. */
  readonly documentName: (document: DocumentHash) => string | undefined
}

const weeksInWords = (weeks: number): string => `${weeks} ${weeks === 1 ? 'uge' : 'uger'}`

/** A passage of the municipality's own, with names, numbers and periods filled in. */
export function passage(context: LetterContext, name: LetterPassage, variant: 'da' | 'let'): string[] {
  const { letterhead, texts } = context
  return filled(texts[name][variant], {
    kommune: letterhead.municipality,
    enhed: letterhead.unit,
    adresse: letterhead.address.join(', '),
    telefon: letterhead.phone,
    mail: letterhead.email ?? '',
    klagefrist: weeksInWords(context.complaintWeeks),
  })
}
