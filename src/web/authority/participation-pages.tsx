/** The citizen's own part: standing by what a helper sent in, and how they take part in their case (RSL § 4). */
import { defineMessages } from '../i18n/messages.ts'
import { TextArea } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import type { FormPage } from './form-page.tsx'

const words = defineMessages({
  da: {
    confirmTitle: 'Borgeren bekræfter ansøgningen',
    confirm: 'Registrér bekræftelsen',
    how: 'Hvordan bekræftede borgeren?',
    howHint: 'Fx i telefonen i dag, eller i brev. Skriv, hvem du talte med, og hvad borgeren sagde.',
    confirmLead:
      'En hjælper uden fuldmagt har søgt. Når borgeren selv står ved ansøgningen, kan der gives samtykke, og målgruppen kan vurderes.',
    alreadyDone: 'Der er ikke noget at bekræfte. Borgeren har selv søgt eller har allerede bekræftet.',
    partTitle: 'Aftal borgerens medvirken',
    part: 'Gem aftalen',
    needs: 'Hvad har borgeren brug for?',
    needsHint: 'Fx tolk, let sprog, god tid, en bisidder eller et møde hjemme.',
    agreed: 'Hvad er aftalt?',
  },
  en: {
    confirmTitle: 'The citizen confirms the application',
    confirm: 'Record the confirmation',
    how: 'How did the citizen confirm?',
    howHint:
      'For example on the telephone today, or by letter. Write whom you spoke with and what the citizen said.',
    confirmLead:
      'A helper without power of attorney applied. When the citizen stands by the application, consent can be given and the target group assessed.',
    alreadyDone: 'There is nothing to confirm. The citizen applied themselves or has already confirmed.',
    partTitle: 'Agree on the citizen’s participation',
    part: 'Save the agreement',
    needs: 'What does the citizen need?',
    needsHint: 'For example an interpreter, easy language, time, a companion or a meeting at home.',
    agreed: 'What has been agreed?',
  },
})

export const confirmationPage: FormPage = {
  id: 'authority.confirmation',
  command: 'confirmApplication',
  path: '/parter/bekraeftelse',
  of: '/parter',
  title: (c) => words(c.language).confirmTitle,
  button: (c) => words(c.language).confirm,
  fields: (c, errors) => {
    const t = words(c.language)
    const { applicant, confirmed } = c.case.file
    return (
      <>
        {applicant.kind !== 'helper' || confirmed ? (
          <Alert kind="info">{t.alreadyDone}</Alert>
        ) : (
          <p>{t.confirmLead}</p>
        )}
        <TextArea
          name="how"
          label={t.how}
          hint={t.howHint}
          rows={3}
          value={c.form.text('how')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({ how: form.text('how') }),
}

export const participationPage: FormPage = {
  id: 'authority.participation',
  command: 'planParticipation',
  path: '/parter/medvirken',
  of: '/parter',
  title: (c) => words(c.language).partTitle,
  button: (c) => words(c.language).part,
  fields: (c, errors) => {
    const t = words(c.language)
    return (
      <>
        <TextArea
          name="needs"
          label={t.needs}
          hint={t.needsHint}
          value={c.form.text('needs')}
          errors={errors}
        />
        <TextArea name="agreed" label={t.agreed} value={c.form.text('agreed')} errors={errors} />
      </>
    )
  },
  input: ({ form }) => ({ needs: form.text('needs'), agreed: form.text('agreed') }),
}
