/** Sections that more than one letter has. */
import type { LetterSection } from '../letter-content.ts'
import { say, sayAll, section } from './blocks.ts'
import { type LetterContext, passage } from './letter-context.ts'

/** Whom to call, in the formal letter. */
export function contact({ caseworker, letterhead }: LetterContext): LetterSection | undefined {
  const mail = caseworker.email === undefined ? '' : ` eller skrive til ${caseworker.email}`
  return section(
    'Hvem kan du tale med?',
    say(
      `${caseworker.name} er din sagsbehandler. Du kan ringe på ${caseworker.phone}${mail}. Er ${caseworker.name} ikke på arbejde, kan du ringe til ${letterhead.unit} på ${letterhead.phone}.`,
    ),
  )
}

/** Whom to call, in easy language. */
export const easyContact = ({ caseworker }: LetterContext): LetterSection | undefined =>
  section(
    'Vil du spørge om noget?',
    sayAll([`Ring til ${caseworker.name}.`, `Nummeret er ${caseworker.phone}.`]),
  )

export const companion = (context: LetterContext): LetterSection | undefined =>
  section('Du må få hjælp af en anden', sayAll(passage(context, 'companion', 'da')))

export const easyCompanion = (context: LetterContext): LetterSection | undefined =>
  section('Du må få hjælp', sayAll(passage(context, 'companion', 'let')))
