/** A letter before it is sent: what the form holds now, as the command would write it. */
import { foreseeLetters } from '../../casework/foresee.ts'
import type { CaseCommand, CaseCommandType } from '../../domain/case/commands.ts'
import { definitionOf } from '../../domain/case/commands.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { LetterInputs } from '../../letters/letter-content.ts'
import { defineMessages } from '../i18n/messages.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { LetterSections } from '../ui/letter-view.tsx'
import { Details } from '../ui/parts.tsx'
import { errorsOf, type Problem } from './act.ts'

const words = defineMessages({
  da: {
    title: 'Sådan bliver brevet',
    to: (who: string) => `Til ${who}`,
    copies: (who: string) => `Kopi til ${who}`,
    easy: 'Den lette udgave',
  },
  en: {
    title: 'The letter as it will be',
    to: (who: string) => `To ${who}`,
    copies: (who: string) => `Copy to ${who}`,
    easy: 'The easy-to-read version',
  },
})

/** The letters that the command would send, or what is wrong with what is typed. Stores nothing. */
export async function previewOf(
  c: CaseContext,
  type: CaseCommandType,
  input: unknown,
): Promise<{ readonly letters: readonly LetterInputs[] } | Problem> {
  const parsed = definitionOf(type).schema.safeParse(input)
  if (!parsed.success) return { errors: errorsOf(parsed.error, c) }
  // The schema is the command's own: what it lets through is that command's input.
  const command = { type, input: parsed.data } as CaseCommand
  const letters = await foreseeLetters(c.house, c.asking, c.case, command)
  if (!isRefusal(letters)) return { letters }
  return letters.field
    ? { errors: { [letters.field]: refusalInWords(letters, c.language) } }
    : { errors: {}, refusal: letters }
}

export function LetterPreview({
  c,
  letters,
}: {
  readonly c: CaseContext
  readonly letters: readonly LetterInputs[]
}) {
  const t = words(c.language)
  return (
    <>
      {letters.map(({ content, recipient, copyTo }) => (
        <section class="hv-card" aria-label={t.title} id="brevet">
          <h2>{t.title}</h2>
          <p>
            {t.to(recipient.name)}
            {copyTo.length > 0 && ` · ${t.copies(copyTo.join(', '))}`}
          </p>
          <div lang={content.language}>
            <p>
              <strong>{content.title}</strong>
            </p>
            <p>{content.oneSentence}</p>
            <LetterSections sections={content.sections} />
          </div>
          {content.easyRead && (
            <Details summary={t.easy}>
              <div lang="da">
                <p>
                  <strong>{content.easyRead.title}</strong>
                </p>
                <LetterSections sections={content.easyRead.sections} />
              </div>
            </Details>
          )}
        </section>
      ))}
    </>
  )
}
