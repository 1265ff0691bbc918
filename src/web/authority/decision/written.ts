/** The decision as the caseworker has it now: typed, kept from before, or as the case presets it. */

import { contextOf } from '../../../casework/perform.ts'
import { previewDecision } from '../../../casework/preview-decision.ts'
import { currentProceeding } from '../../../domain/case/case-file.ts'
import type { DecisionDraft } from '../../../domain/case/decision/record.ts'
import type { UserId } from '../../../domain/identity.ts'
import type { StandardTerms } from '../../../domain/standard/terms.ts'
import { dayInWords } from '../../../letters/day-in-words.ts'
import type { LetterInputs } from '../../../letters/letter-content.ts'
import { missingInWords } from '../../i18n/missing.ts'
import type { CaseContext } from '../../platform/context.ts'
import type { Errors } from '../../ui/fields.tsx'
import { type KeptContext, recalled } from '../kept-draft.tsx'
import { prefilled } from '../prefilled.ts'
import { readDecision } from './form.ts'
import { presetFields } from './preset.ts'
import { decisionWords } from './words.ts'

export type Written = {
  /** The request with its form filled in. */
  readonly c: KeptContext
  readonly draft: DecisionDraft
  readonly errors: Errors
}

export const writerOf = (c: CaseContext): UserId => {
  const { userId } = c.asking.subject
  if (userId === undefined) throw new Error('only staff write decisions')
  return userId
}

/** The terms that the commands of today are decided under. */
export const termsToday = (c: CaseContext): StandardTerms => contextOf(c.house, c.asking).terms

export async function writtenDecision(asked: CaseContext): Promise<Written> {
  const kept: KeptContext =
    Object.keys(asked.form.values).length > 0 ? asked : await recalled(asked, 'afgoerelse')
  const { file } = asked.case
  const terms = termsToday(asked)
  const t = decisionWords(asked.language)
  const c = prefilled(
    kept,
    presetFields({
      file,
      terms,
      today: asked.today,
      writer: writerOf(asked),
      say: {
        note: (day) => t.presetNote(dayInWords(day)),
        information: (day) => t.presetInformation(dayInWords(day)),
      },
    }),
  )
  return { c, ...readDecision(c.form, file, terms, t.problems) }
}

/** What was posted and nothing else: only what the form held is signed, never a draft that lies somewhere. */
export const postedDecision = (c: CaseContext): Written => ({
  c,
  ...readDecision(c.form, c.case.file, termsToday(c), decisionWords(c.language).problems),
})

/** What stands in the letter where something is missing. The letter is Danish, whoever writes it. */
const hole = (element: string): string => `[${missingInWords(element, 'da')}]`

export const letterOf = (c: CaseContext, draft: DecisionDraft): Promise<LetterInputs | undefined> =>
  previewDecision(c.house, c.asking, c.case, draft, { hole, writer: writerOf(c) })

/** The draft that lies before the second pair of eyes, where one does. */
export function pendingProposal(c: CaseContext) {
  const { proposed, returned, decision } = currentProceeding(c.case.file)
  return proposed && !returned && !decision ? proposed : undefined
}
