/** What ends a case or opens it again: a death, closing, and a remand from the Appeals Board. */
import { closingGrounds } from '../../domain/case/application/decide.ts'
import { closingReasons } from '../../domain/case/application/events.ts'
import { deadlineFor } from '../../domain/time/deadline.ts'
import { longDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, Radios, TextArea, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { termsFor } from './case-frame.tsx'
import type { FormPage } from './form-page.tsx'

const words = defineMessages({
  da: {
    deathTitle: 'Registrér dødsfald',
    death: 'Registrér dødsfaldet',
    diedOn: 'Hvilken dag døde borgeren?',
    deathHint: 'Dagen fra CPR-registeret.',
    deathSure: (day: string) =>
      `Borgeren registreres som død ${day}. Der bliver ikke sendt flere breve eller rykkere, og fristerne falder bort. Det kan ikke fortrydes.`,
    closeTitle: 'Luk sagen',
    close: 'Luk sagen',
    why: 'Hvorfor kan sagen lukkes?',
    whyHint:
      'En sag kan kun lukkes af en grund, som sagen selv viser. Den kan ikke lukkes, fordi oplysninger eller en plads mangler.',
    reasons: {
      withdrawn: 'Ansøgningen er trukket tilbage',
      death: 'Borgeren er død',
      moved: 'En anden kommune er blevet handlekommune',
      refused: 'Der er givet afslag',
      ended: 'Pladsen er ophørt ved en afgørelse',
    },
    noReason: 'Sagen kan ikke lukkes nu: ingen af grundene passer på den.',
    closeSure:
      'Sagen tager bagefter kun imod notater og dokumenter. Den åbnes kun igen, hvis Ankestyrelsen sender den tilbage.',
    remandTitle: 'Sagen er sendt tilbage',
    remand: 'Registrér hjemvisningen',
    remandLead: (due: string) =>
      `Fristen begynder forfra den dag, afgørelsen fra Ankestyrelsen kommer. Kommer den i dag, er fristen ${due}.`,
    receivedOn: 'Hvilken dag kom den?',
    reference: 'Ankestyrelsens sagsnummer',
    whatToInform: 'Hvad skal oplyses, med Ankestyrelsens ord?',
  },
  en: {
    deathTitle: 'Register a death',
    death: 'Register the death',
    diedOn: 'On which day did the citizen die?',
    deathHint: 'The day from the CPR register.',
    deathSure: (day: string) =>
      `The citizen is registered as dead on ${day}. No more letters or reminders are sent, and the deadlines fall away. It cannot be undone.`,
    closeTitle: 'Close the case',
    close: 'Close the case',
    why: 'Why can the case be closed?',
    whyHint:
      'A case can only be closed for a reason that the case itself shows. It cannot be closed because information or a place is missing.',
    reasons: {
      withdrawn: 'The application has been withdrawn',
      death: 'The citizen has died',
      moved: 'Another municipality has become the acting one',
      refused: 'The application was refused',
      ended: 'The place has ended by a decision',
    },
    noReason: 'The case cannot be closed now: none of the reasons fits it.',
    closeSure:
      'Afterwards the case only takes notes and documents. It is opened again only if the Appeals Board sends it back.',
    remandTitle: 'The case has been sent back',
    remand: 'Register the remand',
    remandLead: (due: string) =>
      `The deadline starts anew on the day the Appeals Board’s decision arrives. If it arrives today, the deadline is ${due}.`,
    receivedOn: 'On which day did it arrive?',
    reference: 'The Appeals Board’s case number',
    whatToInform: 'What has to be informed, in the Appeals Board’s words?',
  },
})

export const deathPage: FormPage = {
  id: 'authority.death',
  command: 'registerDeath',
  path: '/parter/doedsfald',
  of: '/parter',
  title: (c) => words(c.language).deathTitle,
  button: (c) => words(c.language).death,
  sure: (c) => {
    const day = dateOf(c.form, 'diedOn')
    return words(c.language).deathSure(day && day !== 'wrong' ? longDay(day, c.language) : '')
  },
  fields: (c, errors) => {
    const t = words(c.language)
    return (
      <DateField
        name="diedOn"
        label={t.diedOn}
        hint={t.deathHint}
        typed={c.form.values}
        errors={errors}
        language={c.language}
      />
    )
  },
  input: ({ form }) => ({ diedOn: dateOf(form, 'diedOn') }),
}

export const closingPage: FormPage = {
  id: 'authority.closing',
  command: 'closeCase',
  path: '/parter/luk',
  of: '/parter',
  title: (c) => words(c.language).closeTitle,
  button: (c) => words(c.language).close,
  sure: (c) => words(c.language).closeSure,
  fields: (c, errors) => {
    const t = words(c.language)
    const now = closingGrounds(c.case.file, c.today)
    return (
      <>
        {now.length === 0 && <Alert kind="info">{t.noReason}</Alert>}
        <Radios
          name="reason"
          label={t.why}
          hint={t.whyHint}
          value={c.form.text('reason') ?? now[0]}
          errors={errors}
          options={closingReasons.map((reason) => ({
            value: reason,
            label: t.reasons[reason],
            disabled: !now.includes(reason),
          }))}
        />
      </>
    )
  },
  input: ({ form }) => ({ reason: form.text('reason') }),
}

export const remandPage: FormPage = {
  id: 'authority.remand',
  command: 'registerRemand',
  path: '/parter/hjemvisning',
  of: '/parter',
  title: (c) => words(c.language).remandTitle,
  button: (c) => words(c.language).remand,
  fields: (c, errors) => {
    const t = words(c.language)
    const { parameters } = termsFor(c)
    const due = deadlineFor('REMAND_DECISION_DUE', c.today, { parameters }).due
    return (
      <>
        <p>{t.remandLead(longDay(due, c.language))}</p>
        <DateField
          name="receivedOn"
          label={t.receivedOn}
          value={c.today}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <TextField name="reference" label={t.reference} value={c.form.text('reference')} errors={errors} />
        <TextArea
          name="whatToInform"
          label={t.whatToInform}
          value={c.form.text('whatToInform')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    receivedOn: dateOf(form, 'receivedOn'),
    reference: form.text('reference'),
    whatToInform: form.text('whatToInform'),
  }),
}
