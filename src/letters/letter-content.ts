/**
 * What a letter says, before it is laid out. `LetterContent` is composed from the case; `LetterInputs` adds what the
 * paper needs (letterhead, recipient, date, versions) and is the snapshot that is stored beside the bytes: who reads it
 * later knows exactly what was printed, and can print it again.
 */
import { z } from 'zod'
import { sourceLetterKinds } from '../domain/case/information/events.ts'
import { letterKinds } from '../domain/case/letter/events.ts'
import { CalendarDay } from '../domain/time/calendar-day.ts'

const text = z.string().trim().min(1)

/** The languages a letter can be laid out in: `da` is Danish (da-DK), `en` English (en-GB). */
const letterLanguages = ['da', 'en'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** A piece of running letter. Texts are text: no markup of any kind is read in them. */
export const LetterBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text }),
  z.object({ kind: z.literal('list'), items: z.array(text).min(1), ordered: z.boolean().default(false) }),
  z.object({
    kind: z.literal('table'),
    header: z.array(text).min(1),
    rows: z.array(z.array(z.string())).min(1),
    /** Relative widths of the columns; equal when absent. */
    widths: z.array(z.number().positive()).optional(),
  }),
])
export type LetterBlock = z.infer<typeof LetterBlock>

export const LetterSection = z.object({ heading: text, blocks: z.array(LetterBlock).min(1) })
export type LetterSection = z.infer<typeof LetterSection>

/** Something that goes with the letter. With sections it is printed in the same file; without, it is sent beside it. */
const LetterEnclosure = z.object({ title: text, sections: z.array(LetterSection).default([]) })

export const EasyReadLetter = z.object({ title: text, sections: z.array(LetterSection).min(1) })
export type EasyReadLetter = z.infer<typeof EasyReadLetter>

export const LetterContent = z.object({
  kind: z.enum([...letterKinds, ...sourceLetterKinds, 'boardLetter', 'accessFile']),
  language: z.enum(letterLanguages),
  title: text,
  /** The letter in one sentence, first on the page. */
  oneSentence: text,
  sections: z.array(LetterSection).min(1),
  /** The same in easy language; the formal text governs. Absent on letters to professionals. */
  easyRead: EasyReadLetter.optional(),
  enclosures: z.array(LetterEnclosure).default([]),
})
export type LetterContent = z.infer<typeof LetterContent>

export const Letterhead = z.object({
  municipality: text,
  unit: text,
  address: z.array(text),
  phone: text,
  email: text.optional(),
})
export type Letterhead = z.infer<typeof Letterhead>

const LetterRecipient = z.object({
  name: text,
  /** Lines of the address; empty when it is left out (see `printedAddress`). */
  address: z.array(text),
})

export const LetterCaseworker = z.object({ name: text, title: text, phone: text, email: text.optional() })
export type LetterCaseworker = z.infer<typeof LetterCaseworker>

/** What rendered the letter. Under the same versions the same inputs give the same bytes. */
export const RendererVersions = z.object({ renderer: text, fonts: text, template: text })
export type RendererVersions = z.infer<typeof RendererVersions>

export const LetterInputs = z.object({
  format: z.literal('hverdag-letter/1'),
  content: LetterContent,
  letterhead: Letterhead,
  recipient: LetterRecipient,
  /** Others who get the letter, by name: a guardian, a party representative. */
  copyTo: z.array(text).default([]),
  date: CalendarDay,
  caseNumber: text,
  caseworker: LetterCaseworker,
  versions: RendererVersions,
  /** A letter to be looked at before it is sent: the file says so on every page. Never of a letter that is issued. */
  draft: z.literal(true).optional(),
})
export type LetterInputs = z.infer<typeof LetterInputs>

/** The versions in one line, as the `letterIssued` event records them. */
export const rendererLine = (v: RendererVersions): string => `${v.renderer}; ${v.fonts}; ${v.template}`

/**
 * The address lines to print. A protected address is left out of what goes digitally only: nobody needs it there, and
 * what is not printed cannot be seen over a shoulder. On paper the printing centre's window shows it.
 */
export function printedAddress(
  lines: readonly string[],
  { isProtected, onPaper }: { readonly isProtected: boolean; readonly onPaper: boolean },
): string[] {
  return isProtected && !onPaper ? [] : [...lines]
}
