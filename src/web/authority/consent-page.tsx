/** The citizen's yes or no to asking a source: to whom, for what, in which form (RSL § 11 a). */
import { informationSources } from '../../domain/case/information/events.ts'
import { awaitsConfirmation } from '../../domain/case/recipients.ts'
import { defineMessages } from '../i18n/messages.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, Radios, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import type { FormPage } from './form-page.tsx'
import { sourceNames } from './information-words.ts'
import { WhoAnswered } from './who-answered.tsx'

const words = defineMessages({
  da: {
    confirm: 'Registrér bekræftelsen',
    consentTitle: 'Registrér samtykke',
    consent: 'Gem borgerens svar',
    consentWho: 'Hvem spørger vi hos?',
    answer: 'Hvad siger borgeren?',
    yes: 'Ja',
    no: 'Nej',
    form: 'Hvordan sagde borgeren det?',
    oral: 'Mundtligt',
    written: 'Skriftligt',
    purpose: 'Hvad må vi indhente, og hvad skal det bruges til?',
    purposeHint: 'Fx: Oplysninger om funktionsevne til brug for ansøgningen.',
    until: 'Gælder til (tom = til sagen er afgjort)',
    needAnswer: 'Vælg ja eller nej.',
  },
  en: {
    confirm: 'Record the confirmation',
    consentTitle: 'Register consent',
    consent: 'Save the citizen’s answer',
    consentWho: 'Whom do we ask?',
    answer: 'What does the citizen say?',
    yes: 'Yes',
    no: 'No',
    form: 'How did the citizen say it?',
    oral: 'Orally',
    written: 'In writing',
    purpose: 'What may we ask for, and what is it for?',
    purposeHint: 'For example: Information on functioning, for the application.',
    until: 'Holds until (empty = until the case is decided)',
    needAnswer: 'Choose yes or no.',
  },
})

/** A no takes neither purpose nor end; it is a command of its own with the same row of the permission table. */
export const consentPage: FormPage = {
  id: 'authority.consent',
  command: 'giveConsent',
  insteadOf: ({ form }) => (form.text('answer') === 'no' ? 'refuseConsent' : undefined),
  path: '/oplysning/samtykke',
  of: '/oplysning',
  title: (c) => words(c.language).consentTitle,
  button: (c) => words(c.language).consent,
  before: ({ form, language }): Record<string, string> =>
    form.text('answer') ? {} : { answer: words(language).needAnswer },
  fields: (c, errors) => {
    const t = words(c.language)
    const { form } = c
    return (
      <>
        {awaitsConfirmation(c.case.file) && (
          <Alert kind="warning">
            <p>{refusalInWords({ refused: true, code: 'needsConfirmation' }, c.language)}</p>
            <a href={caseHref(c, '/parter/bekraeftelse')}>{t.confirm}</a>
          </Alert>
        )}
        <Radios
          name="source"
          label={t.consentWho}
          value={form.text('source') ?? c.query.get('kilde') ?? undefined}
          errors={errors}
          options={informationSources
            .filter((source) => source !== 'citizen')
            .map((source) => ({ value: source, label: sourceNames(c.language)[source] }))}
        />
        <Radios
          name="answer"
          label={t.answer}
          value={form.text('answer')}
          errors={errors}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
        <TextField
          name="purpose"
          label={t.purpose}
          hint={t.purposeHint}
          value={form.text('purpose')}
          errors={errors}
        />
        <Radios
          name="form"
          label={t.form}
          value={form.text('form') ?? 'oral'}
          errors={errors}
          options={[
            { value: 'oral', label: t.oral },
            { value: 'written', label: t.written },
          ]}
        />
        <WhoAnswered c={c} errors={errors} />
        <DateField name="until" label={t.until} typed={form.values} errors={errors} language={c.language} />
      </>
    )
  },
  input: ({ form }) => ({
    source: form.text('source'),
    purpose: form.text('purpose'),
    form: form.text('form'),
    by: form.text('by'),
    until: dateOf(form, 'until'),
  }),
}
