/** Where a case is, in a word. */
import { type Phase, phases } from '../../domain/case/phase.ts'
import { defineCitizenMessages, type Language } from './messages.ts'

const da = {
  received: 'Modtaget',
  informing: 'Undersøges',
  hearing: 'Høring',
  deciding: 'Afgøres',
  decided: 'Afgjort',
  starting: 'Starter',
  running: 'I gang',
  ended: 'Slut',
} satisfies Record<Phase, string>

const en: Record<Phase, string> = {
  received: 'Received',
  informing: 'Being examined',
  hearing: 'Hearing',
  deciding: 'Being decided',
  decided: 'Decided',
  starting: 'Starting',
  running: 'Running',
  ended: 'Ended',
}

const easy: Record<Phase, string> = {
  received: 'Vi har fået den',
  informing: 'Vi ser på den',
  hearing: 'Du læser med',
  deciding: 'Vi beslutter',
  decided: 'Du har fået svar',
  starting: 'Du skal starte',
  running: 'Du er i gang',
  ended: 'Slut',
}

export const phaseNames = defineCitizenMessages({ da, en, let: easy })

/** A stored phase in a word; a dash for what belongs to no case. */
export function phaseInWords(stored: string | null, language: Language): string {
  const phase = phases.find((p) => p === stored)
  return phase === undefined ? '–' : phaseNames(language)[phase]
}
