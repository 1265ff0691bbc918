/**
 * Texts that people read, typed: the Danish catalogue is the measure, and a key that another language lacks does not
 * compile. `let` is easy-to-read Danish; staff pages have none and show `da`.
 */
export const languages = ['da', 'en', 'let'] as const
export type Language = (typeof languages)[number]

/** A text, or a function of what has to be put into it. */
type Message = string | ((...values: never[]) => string)
type Catalogue = { readonly [key: string]: Message | Catalogue }

/** The same keys, each a text or a function of the same arguments. */
type Same<C> = {
  readonly [K in keyof C]: C[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : C[K] extends string
      ? string
      : Same<C[K]>
}

export type Messages<C> = (language: Language) => Same<C>

// A catalogue is its own measure: every key fits itself, which the compiler cannot see through the mapped type.
const widened = <C extends Catalogue>(own: C): Same<C> => own as unknown as Same<C>

/** Texts for staff: Danish and English. Easy Danish falls back on Danish. */
export function defineMessages<const C extends Catalogue>(texts: {
  readonly da: C
  readonly en: Same<C>
}): Messages<C> {
  return (language) => (language === 'en' ? texts.en : widened(texts.da))
}

/** Texts for citizens: in all three. */
export function defineCitizenMessages<const C extends Catalogue>(texts: {
  readonly da: C
  readonly en: Same<C>
  readonly let: Same<C>
}): Messages<C> & {
  readonly catalogues: { readonly da: Same<C>; readonly en: Same<C>; readonly let: Same<C> }
} {
  const catalogues = { da: widened(texts.da), en: texts.en, let: texts.let }
  return Object.assign((language: Language) => catalogues[language], { catalogues })
}

/** The value of the `lang` attribute. */
export const htmlLanguage = (language: Language): 'da' | 'en' => (language === 'en' ? 'en' : 'da')
