/**
 * The passages of letters that a municipality words itself. They stand in the standard's data, in Danish and in easy
 * Danish; what a passage must hold (to whom, how, how long) is required of it here, so that no rewording loses it.
 */
import { z } from 'zod'

const text = z.string().trim().min(1)

/** What `{…}` in a passage stands for. Any other word in braces is refused when the texts are read. */
const placeholders = ['kommune', 'enhed', 'adresse', 'telefon', 'mail', 'klagefrist'] as const
export type Placeholder = (typeof placeholders)[number]

const passage = z
  .object({ da: z.array(text).min(1), let: z.array(text).min(1) })
  .superRefine(({ da, let: easy }, context) => {
    for (const [, name] of [...da, ...easy].join(' ').matchAll(/\{([^}]*)\}/g)) {
      if (!placeholders.some((known) => known === name)) {
        context.addIssue(`unknown placeholder {${name}}; known are ${placeholders.join(', ')}`)
      }
    }
  })

type Variant = 'da' | 'let'

const holding = (what: readonly string[], variants: readonly Variant[] = ['da', 'let']) =>
  passage.superRefine((value, context) => {
    for (const part of what) {
      for (const variant of variants) {
        if (!value[variant].join(' ').includes(part))
          context.addIssue(`the ${variant} text does not say ${part}`)
      }
    }
  })

export const LetterTexts = z.object({
  /** To whom, how (also orally) and until when one can complain (FVL § 25, RSL §§ 66–67). */
  complaintGuidance: holding(['Ankestyrelsen', '{klagefrist}', '{telefon}']),
  /** The duty to tell of changes that matter for the help (RSL § 11 stk. 2). */
  changeDuty: holding(['{telefon}']),
  /** Notice at the first contact (GDPR art. 13); goes with the receipt. */
  privacyNotice: holding(['{kommune}', 'Datatilsynet'], ['da']),
  /** Notice when others are asked about the citizen (GDPR art. 14). */
  otherSourcesNotice: holding(['Datatilsynet'], ['da']),
  /** What a § 141 plan is and that one may say no. */
  actionPlanOffer: passage,
  /** What a status meeting is for, and that one decides oneself what to say there. */
  meetingInvitation: passage,
  /** That one may bring a companion or be represented (FVL § 8); goes with the receipt and the hearing. */
  companion: passage,
})
export type LetterTexts = z.infer<typeof LetterTexts>
export type LetterPassage = keyof LetterTexts

/** The passage's paragraphs with the placeholders filled. */
export const filled = (
  paragraphs: readonly string[],
  values: Readonly<Record<Placeholder, string>>,
): string[] =>
  paragraphs.map((paragraph) =>
    placeholders.reduce((done, name) => done.replaceAll(`{${name}}`, values[name]), paragraph),
  )
