/** The themes of FFB: each folded until something is written in it. */
import { type FfbArea, type FfbTheme, functioningLevels, themes } from '../../../domain/vocabulary/ffb.ts'
import { Checkboxes, type Errors, Select, TextArea } from '../../ui/fields.tsx'
import { Details } from '../../ui/parts.tsx'
import type { KeptContext } from '../kept-draft.tsx'
import { isTouched, themeField } from './form.ts'
import { assessmentWords } from './words.ts'

const areas: readonly FfbArea[] = ['activity', 'functions', 'surroundings']

export function Themes({ c, errors }: { readonly c: KeptContext; readonly errors: Errors }) {
  const t = assessmentWords(c.language)
  return (
    <>
      <h2>{t.themes}</h2>
      <p>{t.themesHint}</p>
      {areas.map((area) => (
        <>
          <h3>{t.areas[area]}</h3>
          {themes
            .filter((theme) => theme.area === area)
            .map((theme) => (
              <Theme c={c} theme={theme} errors={errors} />
            ))}
        </>
      ))}
    </>
  )
}

function Theme({
  c,
  theme,
  errors,
}: {
  readonly c: KeptContext
  readonly theme: FfbTheme
  readonly errors: Errors
}) {
  const t = assessmentWords(c.language)
  const { form } = c
  const touched = isTouched(form, theme)
  const name = (part: string): string => themeField(theme, part)
  const text = (part: 'citizensWords' | 'observation' | 'assessment') => (
    <TextArea name={name(part)} label={t[part]} value={form.text(name(part))} errors={errors} rows={3} />
  )
  return (
    <Details summary={touched ? `${theme.name} (${t.written})` : theme.name} open={touched}>
      <Checkboxes
        name={name('subthemes')}
        label={t.subthemes}
        values={form.all(name('subthemes'))}
        errors={errors}
        options={theme.subthemes.map((s) => ({ value: s.code, label: s.name }))}
      />
      {text('citizensWords')}
      {text('observation')}
      {text('assessment')}
      {theme.area === 'activity' && (
        <Select
          name={name('level')}
          label={t.level}
          value={form.text(name('level'))}
          errors={errors}
          empty=""
          options={functioningLevels.map((l) => ({ value: l.code, label: `${l.level} – ${l.name}` }))}
        />
      )}
    </Details>
  )
}
