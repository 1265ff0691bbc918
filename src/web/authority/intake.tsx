/** An application by phone, letter, e-mail or in person: the day it came starts the clock, as if it came by web. */

import { fullName } from '../../casework/people.ts'
import { openCase } from '../../casework/perform.ts'
import { ApplicationAnswers, channels, isOral } from '../../domain/case/application/events.ts'
import { Applied, transportWishes } from '../../domain/case/application/wishes.ts'
import { PersonId, ProviderId } from '../../domain/identity.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { type CaseEntry, casesOfPersons } from '../../store/cases.ts'
import { read, write } from '../../store/connection.ts'
import { findPersonByCpr, type Person, savePerson, searchPersons } from '../../store/persons.ts'
import { applicationMessages } from '../citizen/application-messages.ts'
import { defineMessages } from '../i18n/messages.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import {
  Checkboxes,
  DateField,
  ErrorSummary,
  type Errors,
  FileField,
  Form,
  Radios,
  Select,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { documentsOf, numberOf } from './act.ts'

const words = defineMessages({
  da: {
    title: 'Ny henvendelse',
    lead: 'En ansøgning tæller lige meget, uanset hvordan den kommer. Læs spørgsmålene højt, hvis borgeren er i telefonen.',
    channel: 'Hvordan kom den?',
    channels: { phone: 'Telefon', letter: 'Brev', email: 'E-mail', inPerson: 'Fremmøde' },
    receivedOn: 'Hvilken dag modtog kommunen den?',
    receivedHint: 'Den dag starter fristen.',
    cpr: 'Borgerens CPR-nummer',
    givenName: 'Fornavn',
    familyName: 'Efternavn',
    nameHint: 'Udfyldes, hvis borgeren ikke findes i forvejen.',
    by: 'Hvem henvender sig?',
    self: 'Borgeren selv',
    helper: 'En anden uden fuldmagt',
    relation: 'Hvem er det? (for eksempel mor)',
    writtenDown: 'Hvad blev der sagt?',
    writtenHint: 'Skriv det ned nu. Det er påkrævet ved telefon og fremmøde (notatpligt).',
    file: 'Brev eller bilag',
    create: 'Opret sag og send kvittering',
    duplicateTitle: 'Findes sagen i forvejen?',
    duplicate: 'Der er noget, der ligner. Se efter, og opret kun, hvis det er noget nyt.',
    duplicateYes: 'Ja, opret alligevel',
    needCpr: 'Skriv CPR-nummeret. Det har ti tal.',
    needName: 'Borgeren er ikke fundet. Skriv navnet.',
    needChannel: 'Vælg, hvordan den kom.',
    needDay: 'Skriv den dag, den kom. Den kan ikke ligge i fremtiden.',
    needWritten: 'Skriv, hvad der blev sagt.',
    needDays: 'Skriv et antal dage mellem 0,5 og 7.',
    days: 'Dage om ugen (tom = ikke nævnt, regnes som fuld tid)',
    existing: (n: string) => `Åben sag ${n}`,
  },
  en: {
    title: 'New enquiry',
    lead: 'An application counts the same however it comes. Read the questions aloud if the citizen is on the telephone.',
    channel: 'How did it come?',
    channels: { phone: 'Telephone', letter: 'Letter', email: 'E-mail', inPerson: 'In person' },
    receivedOn: 'On which day did the municipality receive it?',
    receivedHint: 'The deadline starts on that day.',
    cpr: 'The citizen’s CPR number',
    givenName: 'Given name',
    familyName: 'Family name',
    nameHint: 'To be filled in when the citizen is not known yet.',
    by: 'Who is enquiring?',
    self: 'The citizen',
    helper: 'Somebody else without power of attorney',
    relation: 'Who is it? (for example mother)',
    writtenDown: 'What was said?',
    writtenHint: 'Write it down now. It is required for telephone and in person (duty to note).',
    file: 'Letter or enclosure',
    create: 'Open the case and send the receipt',
    duplicateTitle: 'Is the case there already?',
    duplicate: 'Something looks alike. Have a look, and go on only if it is something new.',
    duplicateYes: 'Yes, open it all the same',
    needCpr: 'Write the CPR number. It has ten digits.',
    needName: 'The citizen was not found. Write the name.',
    needChannel: 'Choose how it came.',
    needDay: 'Write the day it came. It cannot be in the future.',
    needWritten: 'Write what was said.',
    needDays: 'Write a number of days between 0.5 and 7.',
    days: 'Days a week (empty = not named, counts as full time)',
    existing: (n: string) => `Open case ${n}`,
  },
})

type Alike = { readonly cases: readonly CaseEntry[]; readonly persons: readonly Person[] }

export function showIntake(c: PageContext, errors: Errors = {}, alike?: Alike, refusal?: Refusal): Response {
  const t = words(c.language)
  const a = applicationMessages(c.language)
  const { form } = c
  const receivedOn = dateOf(form, 'receivedOn')
  return html(
    c,
    t.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {refusal && <Alert kind="error">{refusalInWords(refusal, c.language)}</Alert>}
      <Form
        action="/myndighed/henvendelse/ny"
        csrf={c.csrf}
        commandId={form.commandId ?? c.house.newId()}
        files
      >
        {alike && (
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
                  {fullName(p)} ({p.birthDate})
                </li>
              ))}
            </ul>
            <Checkboxes
              name="anyway"
              label={t.duplicateTitle}
              options={[{ value: 'yes', label: t.duplicateYes }]}
            />
          </Alert>
        )}
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
          value={receivedOn === undefined ? c.today : undefined}
          typed={form.values}
          errors={errors}
          language={c.language}
        />
        <TextField
          name="cpr"
          label={t.cpr}
          value={form.text('cpr')}
          errors={errors}
          width={11}
          inputmode="numeric"
        />
        <TextField
          name="givenName"
          label={t.givenName}
          hint={t.nameHint}
          value={form.text('givenName')}
          errors={errors}
        />
        <TextField name="familyName" label={t.familyName} value={form.text('familyName')} errors={errors} />
        <Radios
          name="by"
          label={t.by}
          value={form.text('by') ?? 'self'}
          options={[
            { value: 'self', label: t.self },
            { value: 'helper', label: t.helper },
          ]}
        />
        <TextField name="relation" label={t.relation} value={form.text('relation')} errors={errors} />
        <TextArea
          name="writtenDown"
          label={t.writtenDown}
          hint={t.writtenHint}
          value={form.text('writtenDown')}
          errors={errors}
        />
        <TextArea name="difficulties" label={a.hard} value={form.text('difficulties')} rows={3} />
        <TextArea name="wishes" label={a.wishes} value={form.text('wishes')} rows={3} />
        <Select
          name="place"
          label={a.place}
          hint={a.placeHint}
          value={form.text('place')}
          empty={a.noPlace}
          options={currentStandard(c.municipality).providers.map((p) => ({ value: p.id, label: p.name }))}
        />
        <TextField
          name="days"
          label={t.days}
          value={form.text('days')}
          errors={errors}
          width={4}
          inputmode="decimal"
        />
        <Radios
          name="transport"
          label={a.transport}
          value={form.text('transport') ?? 'unknown'}
          options={[
            { value: 'none', label: a.transportSelf },
            { value: 'withHelp', label: a.transportHelp },
            { value: 'transport', label: a.transportRide },
            { value: 'unknown', label: a.transportUnknown },
          ]}
        />
        <DateField name="from" label={a.beginDay} typed={form.values} errors={errors} language={c.language} />
        <TextField name="interpreter" label={a.interpreter} value={form.text('interpreter')} />
        <FileField
          name="fil"
          label={t.file}
          errors={errors}
          accept="application/pdf,image/jpeg,image/png"
          multiple
        />
        <Submit>{t.create}</Submit>
      </Form>
    </>,
    Object.keys(errors).length > 0 || refusal ? 422 : 200,
  )
}

const system = (c: PageContext) =>
  ({ municipality: c.municipality.code, viewer: { kind: 'system' } }) as const

/** Somebody alike: an open case of the same person, or a person of the same name born on the same day. */
async function findAlike(
  c: PageContext,
  person: Person | undefined,
  name: string,
  bornOn: CalendarDay,
): Promise<Alike | undefined> {
  return read(c.house.db, c.scope, async (tx) => {
    const cases = person
      ? (await casesOfPersons(tx, [person.personId])).filter((k) => k.closedOn === null)
      : []
    const persons = person ? [] : (await searchPersons(tx, name, 5)).filter((p) => p.birthDate === bornOn)
    return cases.length + persons.length > 0 ? { cases, persons } : undefined
  })
}

export async function takeIn(c: PageContext): Promise<Response> {
  const t = words(c.language)
  const { form } = c
  const errors: Record<string, string> = {}
  const channel = channels.find((ch) => ch === form.text('channel') && ch !== 'web')
  if (channel === undefined) errors.channel = t.needChannel
  const receivedOn = dateOf(form, 'receivedOn')
  if (receivedOn === undefined || receivedOn === 'wrong' || receivedOn > c.today)
    errors.receivedOn = t.needDay
  const cpr = findCpr(form.text('cpr') ?? '')
  const bornOn = cpr && birthDateOf(cpr)
  if (!cpr || !bornOn) errors.cpr = t.needCpr
  const person = cpr ? await read(c.house.db, c.scope, (tx) => findPersonByCpr(tx, cpr)) : undefined
  const [givenName, familyName] = [form.text('givenName'), form.text('familyName')]
  if (cpr && !person && (!givenName || !familyName))
    errors[givenName ? 'familyName' : 'givenName'] = t.needName
  const writtenDown = form.text('writtenDown')
  if (channel && isOral(channel) && writtenDown === undefined) errors.writtenDown = t.needWritten
  const days = numberOf(form.text('days'))
  if (days !== undefined && !(days >= 0.5 && days <= 7)) errors.days = t.needDays
  const from = dateOf(form, 'from')
  if (from === 'wrong') errors.from = t.needDay
  const uploads = documentsOf(c, 'fil')
  if ('errors' in uploads) Object.assign(errors, uploads.errors)
  if (
    Object.keys(errors).length > 0 ||
    !channel ||
    !bornOn ||
    !cpr ||
    'errors' in uploads ||
    !receivedOn ||
    receivedOn === 'wrong'
  )
    return showIntake(c, errors)
  if (!form.all('anyway').includes('yes')) {
    const alike = await findAlike(c, person, `${givenName ?? ''} ${familyName ?? ''}`, bornOn)
    if (alike) return showIntake(c, {}, alike)
  }
  const personId = person?.personId ?? PersonId.parse(c.house.newId())
  if (!person)
    await write(c.house.db, system(c), (tx) =>
      savePerson(tx, {
        personId,
        cpr,
        validFrom: c.today,
        recordedAt: c.house.now(),
        details: {
          givenName: givenName ?? '',
          familyName: familyName ?? '',
          birthDate: bornOn,
          language: 'da',
          interpreter: form.text('interpreter'),
          digitalPostExempt: false,
          easyRead: false,
        },
      }),
    )
  const place = ProviderId.safeParse(form.text('place'))
  const opened = await openCase(c.house, c.asking, {
    commandId: form.commandId ?? c.house.newId(),
    documents: uploads.documents,
    application: {
      personId,
      bornOn,
      channel,
      receivedOn,
      applicant:
        form.text('by') === 'helper'
          ? { kind: 'helper', relation: form.text('relation') ?? '' }
          : { kind: 'self' },
      applied: Applied.parse({
        ...(days !== undefined && { daysPerWeek: days }),
        ...(place.success && { place: place.data }),
        transport: transportWishes.find((w) => w === form.text('transport')) ?? 'unknown',
        start: from ? { kind: 'from', day: from } : { kind: 'soonest' },
      }),
      answers: ApplicationAnswers.parse({
        difficultiesInWords: form.text('difficulties'),
        wishesInWords: form.text('wishes'),
        interpreter: form.text('interpreter'),
      }),
      consents: [],
      writtenDown,
    },
  })
  return isRefusal(opened)
    ? showIntake(c, {}, undefined, opened)
    : seeOther(`/myndighed/sager/${opened.caseNumber}`)
}
