/** Which municipality acts and pays (RSL § 9), guidance and forwarding (FVL § 7). */
import { municipalities, municipalityName } from '../../domain/vocabulary/municipality.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Checkboxes, type Errors, Select, TextArea, TextField } from '../ui/fields.tsx'
import type { FormPage } from './form-page.tsx'

const words = defineMessages({
  da: {
    recordTitle: 'Notér kommuner',
    record: 'Gem kommunerne',
    lead: 'Handlekommunen er den, hvor borgeren bor, medmindre en anden kommune fx har visiteret til et botilbud uden for kommunen.',
    resident: 'Bopælskommune',
    acting: 'Handlekommune',
    paying: 'Betalingskommune',
    basis: 'Hvad bygger det på?',
    basisHint: 'Skriv fx bopæl i CPR, eller hvilken kommune der har visiteret til botilbuddet.',
    disputed: 'Er kommunerne enige?',
    disputedYes: 'Nej, der er uenighed om handlekommunen',
    choose: 'Vælg kommune',
    guideTitle: 'Vejled og send videre',
    guide: 'Send brev med vejledning',
    guideLead:
      'Borgeren får et brev om, hvad der er vejledt om, og hvor henvendelsen er sendt hen (forvaltningsloven § 7).',
    about: 'Hvad er der vejledt om?',
    forwardedTo: 'Sendt videre til',
    forwardedHint: 'Fx Kolding Kommune. Lad feltet stå tomt, hvis der kun er vejledt.',
    how: 'Hvordan er det sendt videre eller sagt?',
    howHint: 'Fx sikker mail, eller telefonsamtale med borgeren.',
  },
  en: {
    recordTitle: 'Record municipalities',
    record: 'Save the municipalities',
    lead: 'The acting municipality is where the citizen lives, unless for example another municipality has referred them to a residence outside it.',
    resident: 'Municipality of residence',
    acting: 'Acting municipality',
    paying: 'Paying municipality',
    basis: 'What is it based on?',
    basisHint:
      'For example residence in the CPR, or which municipality referred the citizen to the residence.',
    disputed: 'Do the municipalities agree?',
    disputedYes: 'No, there is a dispute about the acting municipality',
    choose: 'Choose municipality',
    guideTitle: 'Guide and forward',
    guide: 'Send letter with guidance',
    guideLead:
      'The citizen gets a letter about what guidance was given, and where the enquiry was sent (Public Administration Act § 7).',
    about: 'What was guidance given on?',
    forwardedTo: 'Forwarded to',
    forwardedHint: 'For example Kolding Kommune. Leave it empty when only guidance was given.',
    how: 'How was it forwarded or said?',
    howHint: 'For example secure mail, or a telephone call with the citizen.',
  },
})

/** All of Denmark's, and our own where it is none of them. */
const choices = ({ municipality: { code, name } }: CaseContext) =>
  [...(municipalities.some((m) => m.code === code) ? [] : [{ code, name }]), ...municipalities].map((m) => ({
    value: m.code,
    label: m.name,
  }))

export function MunicipalityField({
  c,
  name,
  label,
  value,
  errors,
}: {
  readonly c: CaseContext
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly errors: Errors
}) {
  return (
    <Select
      name={name}
      label={label}
      value={c.form.text(name) ?? value}
      errors={errors}
      empty={words(c.language).choose}
      options={choices(c)}
    />
  )
}

export const municipalityPage: FormPage = {
  id: 'authority.municipality',
  command: 'recordMunicipality',
  path: '/parter/kommune',
  of: '/parter',
  title: (c) => words(c.language).recordTitle,
  button: (c) => words(c.language).record,
  fields: (c, errors, { citizen }) => {
    const t = words(c.language)
    const known = c.case.file.municipality
    const home = citizen?.residentMunicipality ?? c.municipality.code
    return (
      <>
        <p>{t.lead}</p>
        <MunicipalityField
          c={c}
          name="resident"
          label={t.resident}
          value={known?.resident ?? home}
          errors={errors}
        />
        <MunicipalityField
          c={c}
          name="acting"
          label={t.acting}
          value={known?.acting ?? home}
          errors={errors}
        />
        <MunicipalityField
          c={c}
          name="paying"
          label={t.paying}
          value={known?.paying ?? home}
          errors={errors}
        />
        <TextArea
          name="basis"
          label={t.basis}
          hint={t.basisHint}
          rows={3}
          value={c.form.text('basis') ?? known?.basis}
          errors={errors}
        />
        <Checkboxes
          name="disputed"
          label={t.disputed}
          values={c.form.commandId ? c.form.all('disputed') : known?.disputed ? ['yes'] : []}
          options={[{ value: 'yes', label: t.disputedYes }]}
        />
      </>
    )
  },
  input: ({ form }) => ({
    resident: form.text('resident'),
    acting: form.text('acting'),
    paying: form.text('paying'),
    basis: form.text('basis'),
    disputed: form.all('disputed').includes('yes'),
  }),
}

export const guidancePage: FormPage = {
  id: 'authority.guidance',
  command: 'giveGuidance',
  path: '/parter/vejledning',
  of: '/parter',
  title: (c) => words(c.language).guideTitle,
  button: (c) => words(c.language).guide,
  fields: (c, errors) => {
    const t = words(c.language)
    const { form } = c
    const acting = c.case.file.municipality?.acting
    const elsewhere =
      acting && acting !== c.municipality.code ? `${municipalityName(acting)} Kommune` : undefined
    return (
      <>
        <p>{t.guideLead}</p>
        <TextArea name="about" label={t.about} value={form.text('about')} errors={errors} />
        <TextField
          name="forwardedTo"
          label={t.forwardedTo}
          hint={t.forwardedHint}
          value={form.text('forwardedTo') ?? (form.commandId ? undefined : elsewhere)}
          errors={errors}
        />
        <TextField name="how" label={t.how} hint={t.howHint} value={form.text('how')} errors={errors} />
      </>
    )
  },
  input: ({ form }) => ({
    about: form.text('about'),
    forwardedTo: form.text('forwardedTo'),
    how: form.text('how'),
  }),
}
