/** A text before and after, with the words that went and came marked: for the eye, and said aloud by a screen reader. */
import { diffWords } from 'diff'
import type { Language } from '../i18n/messages.ts'
import { versionWords } from './words.ts'

const danishWords = new Intl.Segmenter('da', { granularity: 'word' })

export function Difference({
  before = '',
  after = '',
  language,
}: {
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly language: Language
}) {
  const t = versionWords(language)
  return (
    <p class="hv-pre" lang="da">
      {diffWords(before, after, { intlSegmenter: danishWords }).map(({ value, added, removed }) =>
        added ? (
          <ins>
            <span class="sr-only"> {t.wordsAdded} </span>
            {value}
            <span class="sr-only"> {t.end} </span>
          </ins>
        ) : removed ? (
          <del>
            <span class="sr-only"> {t.wordsRemoved} </span>
            {value}
            <span class="sr-only"> {t.end} </span>
          </del>
        ) : (
          value
        ),
      )}
    </p>
  )
}
