/** The form of an application by phone, letter, e-mail or in person: the citizen's own questions, to be read aloud. */
import { fullName } from '../../casework/people.ts'
import { channels } from '../../domain/case/application/events.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { CaseEntry } from '../../store/cases.ts'
import type { Person } from '../../store/persons.ts'
import { applicationMessages } from '../citizen/application-messages.ts'
import { consentSources } from '../citizen/application-step.ts'
import { plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import {
  Checkboxes,
  DateField,
  ErrorSummary,
  type Errors,
  FileField,
  Form,
  Radios,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { intakeWords } from './intake-words.ts'
import { WishFields } from './wishes.tsx'

/** What looks like the same enquiry: the person's open cases, or people of the same name born on the same day. */
export type Alike = { readonly cases: readonly CaseEntry[]; readonly persons: readonly Person[] }

export function showIntake(
  c: PageContext,
  errors: Errors = {},
  because: Alike | Refusal | undefined = undefined,
): Response {
  const t = intakeWords(c.language)
  const { form } = c
  const refused = because && isRefusal(because) ? because : undefined
  const alike = because && !isRefusal(because) ? because : undefined
  return html(
    c,
    t.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {refused && <Alert kind="error">{refusalInWords(refused, c.language)}</Alert>}
      <Form
        action="/myndighed/henvendelse/ny"
        csrf={c.csrf}
        commandId={form.commandId ?? c.house.newId()}
        files
      >
        {alike && <Duplicates c={c} alike={alike} />}
        <h2>{t.who}</h2>
        <HowAndWhen c={c} errors={errors} />
        <Citizen c={c} errors={errors} />
        <Enquirer c={c} errors={errors} />
        <TextArea
          name="writtenDown"
          label={t.writtenDown}
          hint={t.writtenHint}
          value={form.text('writtenDown')}
          errors={errors}
        />
        <h2>{t.asked}</h2>
        <Questions c={c} errors={errors} />
        <Submit>{t.create}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 || refused ? 422 : 200,
  )
}

type Part = { readonly c: PageContext; readonly errors: Errors }

function Duplicates({ c, alike }: { readonly c: PageContext; readonly alike: Alike }) {
  const t = intakeWords(c.language)
  return (
    <Alert kind="warning" title={t.duplicateTitle}>
      <p>{t.duplicate}</p>
      <ul>
        {alike.cases.map((k) => (
          <li>
            <a href={`/myndighed/sager/${k.caseNumber}`}>{t.existing(k.caseNumber)}</a>
          </li>
        ))}
        {alike.persons.map((p) => (
          <li>
            {fullName(p)} ({plainDay(p.birthDate, c.language)})
          </li>
        ))}
      </ul>
      <Checkboxes
        name="anyway"
        label={t.duplicateTitle}
        values={c.form.all('anyway')}
        options={[{ value: 'yes', label: t.duplicateYes }]}
      />
    </Alert>
  )
}

function HowAndWhen({ c, errors }: Part) {
  const t = intakeWords(c.language)
  const { form } = c
  return (
    <>
      <Radios
        name="channel"
        label={t.channel}
        value={form.text('channel')}
        errors={errors}
        options={channels.flatMap((ch) => (ch === 'web' ? [] : [{ value: ch, label: t.channels[ch] }]))}
      />
      <DateField
        name="receivedOn"
        label={t.receivedOn}
        hint={t.receivedHint}
        value={dateOf(form, 'receivedOn') === undefined ? c.today : undefined}
        typed={form.values}
        errors={errors}
        language={c.language}
      />
    </>
  )
}

function Citizen({ c, errors }: Part) {
  const t = intakeWords(c.language)
  const { form } = c
  const text = (name: 'givenName' | 'familyName' | 'phone' | 'street' | 'postalCode' | 'town') => (
    <TextField name={name} label={t[name]} value={form.text(name)} errors={errors} />
  )
  return (
    <>
      <TextField
        name="cpr"
        label={t.cpr}
        value={form.text('cpr')}
        errors={errors}
        width={11}
        inputmode="numeric"
      />
      <fieldset class="hv-card">
        <legend class="form-label">{t.newPerson}</legend>
        {text('givenName')}
        {text('familyName')}
        {text('phone')}
        {text('street')}
        {text('postalCode')}
        {text('town')}
        <Checkboxes
          name="marks"
          label={t.marks}
          values={form.all('marks')}
          options={[
            { value: 'protected', label: t.protectedAddress },
            { value: 'exempt', label: t.exempt },
          ]}
        />
      </fieldset>
    </>
  )
}

function Enquirer({ c, errors }: Part) {
  const t = intakeWords(c.language)
  const { form } = c
  return (
    <>
      <Radios
        name="by"
        label={t.by}
        value={form.text('by') ?? 'self'}
        errors={errors}
        options={[
          { value: 'self', label: t.self },
          { value: 'helper', label: t.helper },
          { value: 'representative', label: t.representative, hint: t.representativeHint },
        ]}
      />
      <TextField name="relation" label={t.relation} value={form.text('relation')} errors={errors} />
      <TextField
        name="representativeCpr"
        label={t.representativeCpr}
        value={form.text('representativeCpr')}
        errors={errors}
        width={11}
        inputmode="numeric"
      />
      <TextField
        name="representativeGiven"
        label={t.representativeGiven}
        hint={t.nameHint}
        value={form.text('representativeGiven')}
        errors={errors}
      />
      <TextField
        name="representativeFamily"
        label={t.representativeFamily}
        value={form.text('representativeFamily')}
        errors={errors}
      />
    </>
  )
}

function Questions({ c, errors }: Part) {
  const t = intakeWords(c.language)
  const a = applicationMessages(c.language)
  const { form } = c
  return (
    <>
      <TextArea name="difficulties" label={a.hard} value={form.text('difficulties')} rows={3} />
      <TextArea name="wishes" label={a.wishes} value={form.text('wishes')} rows={3} />
      <WishFields c={c} errors={errors} />
      <TextField name="interpreter" label={a.interpreter} value={form.text('interpreter')} />
      <Radios
        name="planWish"
        label={a.plan}
        hint={a.planHint}
        value={form.text('planWish')}
        options={[
          { value: 'yes', label: a.yes },
          { value: 'no', label: a.no },
          { value: 'later', label: a.later },
        ]}
      />
      {consentSources.map((source) => (
        <Radios
          name={`consent-${source}`}
          label={a.consentAsk[source]}
          value={form.text(`consent-${source}`) ?? 'notAsked'}
          options={[
            { value: 'yes', label: a.yes },
            { value: 'no', label: a.no },
            { value: 'notAsked', label: t.consentNotAsked },
          ]}
        />
      ))}
      <FileField
        name="fil"
        label={t.file}
        errors={errors}
        accept="application/pdf,image/jpeg,image/png"
        multiple
      />
    </>
  )
}
