/** Whose answer a caseworker writes down: the citizen's own, or that of whoever may give it for them. */
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { type Errors, Radios } from '../ui/fields.tsx'

const words = defineMessages({
  da: { by: 'Hvem svarede?', citizen: 'Borgeren', representative: 'Repræsentanten' },
  en: { by: 'Who answered?', citizen: 'The citizen', representative: 'The representative' },
})

/** Posted as `by`; the citizen, until somebody says otherwise. */
export function WhoAnswered({ c, errors }: { readonly c: CaseContext; readonly errors: Errors }) {
  const t = words(c.language)
  return (
    <Radios
      name="by"
      label={t.by}
      value={c.form.text('by') ?? 'citizen'}
      errors={errors}
      options={[
        { value: 'citizen', label: t.citizen },
        { value: 'representative', label: t.representative },
      ]}
    />
  )
}
