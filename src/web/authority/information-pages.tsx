/** Asking a source (RSL § 11 a), reminding it, and taking its answer in. */
import { findConsent } from '../../domain/case/information/decide.ts'
import { informationSources, informationTopics } from '../../domain/case/information/events.ts'
import type { SourceAddressee } from '../../domain/case/information/source-letter.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import {
  Checkboxes,
  DateField,
  type Errors,
  FileField,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import type { FormPage } from './form-page.tsx'
import { sourceNames, topicNames } from './information-words.ts'
import { readSourceLetter } from './source-letter.tsx'

const words = defineMessages({
  da: {
    askTitle: 'Indhent oplysninger',
    ask: 'Indhent oplysningerne',
    askLead:
      'Spørg kun om det, sagen har brug for. Borgeren får brev: enten med spørgsmålet eller med besked om, hvem vi spørger, og hvad vi spørger om. Brevet til en anden kilde bliver skrevet, så du kan sende det.',
    source: 'Hvem skal spørges?',
    withConsent: (name: string) => `${name} – samtykke givet`,
    withoutIt: (name: string) => `${name} – intet samtykke`,
    topic: 'Hvad handler det om?',
    what: 'Hvad spørger vi om?',
    answerBy: 'Svar senest',
    withoutConsent: 'Hjemmel til at spørge uden samtykke',
    withoutHint:
      'Udfyldes kun, når der ikke er samtykke, og loven alligevel giver adgang, fx retssikkerhedsloven § 11 a, stk. 2.',
    mandatory: 'Venter sagen på svaret?',
    mandatoryYes: 'Ja, uden svaret kan sagen ikke afgøres',
    noConsentTitle: 'Der er ikke samtykke til at spørge den kilde',
    ways: 'Det kan du gøre:',
    wayConsent: 'Bed borgeren om samtykke, og registrér svaret',
    wayCitizen: 'Spørg borgeren selv: vælg Borgeren som kilde',
    wayLaw: 'Skriv hjemlen, hvis loven giver adgang uden samtykke',
    remindTitle: 'Send rykker',
    toName: 'Hvad hedder den, der skal spørges?',
    toNameHint: 'Står på brevet, fx Lægehuset på Torvet. Ikke nødvendigt, når det er borgeren.',
    toAddress: 'Adresse eller sikker postkasse',
    toNameMissing: 'Skriv navnet, der hører til adressen.',
    remind: 'Skriv rykkeren',
    remindLead:
      'Rykkeren bliver skrevet som et brev med den nye svardato. Er det borgeren, bliver den sendt; er det en anden, sender du den.',
    which: 'Hvilket spørgsmål?',
    newAnswerBy: 'Ny svardato',
    choose: 'Vælg',
    none: 'Svarer ikke på et spørgsmål',
    receiveTitle: 'Registrér oplysninger',
    receive: 'Gem oplysningerne',
    from: 'Hvem kommer de fra?',
    summary: 'Hvad står der, kort?',
    receivedOn: 'Hvilken dag kom de?',
    document: 'Dokument',
    documentHint: 'Det bliver journaliseret med det samme.',
    adverse: 'Taler oplysningerne imod ansøgningen?',
    adverseYes: 'Ja, og borgeren ved måske ikke, at vi har dem. Så skal borgeren høres.',
  },
  en: {
    askTitle: 'Ask for information',
    ask: 'Ask for the information',
    askLead:
      'Ask only for what the case needs. The citizen gets a letter: with the question, or with notice of whom we ask and about what. The letter to another source is written, for you to send.',
    source: 'Who is to be asked?',
    withConsent: (name: string) => `${name} – consent given`,
    withoutIt: (name: string) => `${name} – no consent`,
    topic: 'What is it about?',
    what: 'What do we ask?',
    answerBy: 'Answer by',
    withoutConsent: 'Legal ground for asking without consent',
    withoutHint:
      'Only when there is no consent and the law gives access all the same, for example the Legal Security Act § 11 a (2).',
    mandatory: 'Does the case wait for the answer?',
    mandatoryYes: 'Yes, without the answer the case cannot be decided',
    noConsentTitle: 'There is no consent to ask that source',
    ways: 'This is what you can do:',
    wayConsent: 'Ask the citizen for consent and register the answer',
    wayCitizen: 'Ask the citizen: choose The citizen as the source',
    wayLaw: 'Write the legal ground, if the law gives access without consent',
    remindTitle: 'Send reminder',
    toName: 'What is the one to be asked called?',
    toNameHint: 'Printed on the letter, for example the medical practice. Not needed for the citizen.',
    toAddress: 'Address or secure mailbox',
    toNameMissing: 'Write the name that belongs to the address.',
    remind: 'Write the reminder',
    remindLead:
      'The reminder is written as a letter with the new answer-by date. To the citizen it is sent; to others you send it.',
    which: 'Which question?',
    newAnswerBy: 'New answer-by date',
    choose: 'Choose',
    none: 'Answers no question',
    receiveTitle: 'Register information',
    receive: 'Save the information',
    from: 'Who does it come from?',
    summary: 'What does it say, in short?',
    receivedOn: 'On which day did it arrive?',
    document: 'Document',
    documentHint: 'It is registered at once.',
    adverse: 'Does the information speak against the application?',
    adverseYes: 'Yes, and the citizen may not know that we have it. Then the citizen has to be heard.',
  },
})

/** On the letter to a source: its name, and where it is. Kept with the letter, and in no event. */
function Addressee({
  c,
  errors,
  known,
}: {
  readonly c: CaseContext
  readonly errors: Errors
  readonly known?: SourceAddressee | undefined
}) {
  const t = words(c.language)
  return (
    <>
      <TextField
        name="toName"
        label={t.toName}
        hint={t.toNameHint}
        value={c.form.text('toName') ?? known?.name}
        errors={errors}
      />
      <TextArea
        name="toAddress"
        label={t.toAddress}
        rows={3}
        value={c.form.text('toAddress') ?? known?.address.join('\n')}
        errors={errors}
      />
    </>
  )
}

const addresseeOf = ({ form }: CaseContext): SourceAddressee | undefined => {
  const name = form.text('toName')
  const lines = (form.text('toAddress') ?? '').split('\n').map((line) => line.trim())
  return name === undefined ? undefined : { name, address: lines.filter((line) => line !== '') }
}

/** An address without a name would be lost. */
const namedAddressee = (c: CaseContext): Errors =>
  c.form.text('toName') === undefined && (c.form.text('toAddress') ?? '').trim() !== ''
    ? { toName: words(c.language).toNameMissing }
    : {}

const others = informationSources.filter((s) => s !== 'citizen')
/** A fortnight is what we ask of a source when nothing else is written. */
const answerDays = 14

function WaysOut({ c }: { readonly c: CaseContext }) {
  const t = words(c.language)
  const source = c.form.text('source') ?? ''
  return (
    <Alert kind="warning" title={t.noConsentTitle}>
      <p>{t.ways}</p>
      <ul>
        <li>
          <a href={caseHref(c, `/oplysning/samtykke?kilde=${encodeURIComponent(source)}`)}>{t.wayConsent}</a>
        </li>
        <li>
          <a href="#f-source">{t.wayCitizen}</a>
        </li>
        <li>
          <a href="#f-withoutConsent">{t.wayLaw}</a>
        </li>
      </ul>
    </Alert>
  )
}

export const askPage: FormPage = {
  id: 'authority.ask',
  command: 'requestInformation',
  path: '/oplysning/spoerg',
  of: '/oplysning',
  title: (c) => words(c.language).askTitle,
  button: (c) => words(c.language).ask,
  fields: (c, errors) => {
    const t = words(c.language)
    const { form } = c
    const named = (source: (typeof informationSources)[number]): string => {
      const name = sourceNames(c.language)[source]
      if (source === 'citizen') return name
      return findConsent(c.case.file, source, c.today) ? t.withConsent(name) : t.withoutIt(name)
    }
    const chosen = others.find((s) => s === form.text('source'))
    const blocked = chosen && errors.source && findConsent(c.case.file, chosen, c.today) === undefined
    return (
      <>
        {blocked && <WaysOut c={c} />}
        <p>{t.askLead}</p>
        <Radios
          name="source"
          label={t.source}
          value={form.text('source')}
          errors={errors}
          options={informationSources.map((source) => ({ value: source, label: named(source) }))}
        />
        <Addressee c={c} errors={errors} />
        <Radios
          name="topic"
          label={t.topic}
          value={form.text('topic')}
          errors={errors}
          options={informationTopics.map((topic) => ({ value: topic, label: topicNames(c.language)[topic] }))}
        />
        <TextArea name="what" label={t.what} value={form.text('what')} errors={errors} />
        <DateField
          name="answerBy"
          label={t.answerBy}
          value={addDays(c.today, answerDays)}
          typed={form.values}
          errors={errors}
          language={c.language}
        />
        <Checkboxes
          name="mandatory"
          label={t.mandatory}
          values={form.all('mandatory')}
          errors={errors}
          options={[{ value: 'yes', label: t.mandatoryYes }]}
        />
        <TextField
          name="withoutConsent"
          label={t.withoutConsent}
          hint={t.withoutHint}
          value={form.text('withoutConsent')}
          errors={errors}
        />
      </>
    )
  },
  before: namedAddressee,
  input: (c) => ({
    source: c.form.text('source'),
    topic: c.form.text('topic'),
    what: c.form.text('what'),
    answerBy: dateOf(c.form, 'answerBy'),
    withoutConsent: c.form.text('withoutConsent'),
    mandatory: c.form.all('mandatory').includes('yes'),
    to: addresseeOf(c),
  }),
}

const openQuestions = (c: CaseContext) =>
  c.case.file.requests
    .filter((r) => r.received === undefined)
    .map((r) => ({
      value: r.requestId,
      label: `${sourceNames(c.language)[r.source]}: ${r.what.slice(0, 60)} (${plainDay(r.on, c.language)})`,
    }))

export const reminderPage: FormPage = {
  id: 'authority.reminder',
  command: 'remindSource',
  path: '/oplysning/rykker',
  of: '/oplysning',
  title: (c) => words(c.language).remindTitle,
  button: (c) => words(c.language).remind,
  fields: async (c, errors) => {
    const t = words(c.language)
    const requestId = c.form.text('requestId') ?? c.query.get('id') ?? undefined
    const request = c.case.file.requests.find((r) => r.requestId === requestId)
    const last = await readSourceLetter(c, request?.letters.at(-1))
    return (
      <>
        <p>{t.remindLead}</p>
        <Select
          name="requestId"
          label={t.which}
          value={requestId}
          errors={errors}
          empty={t.choose}
          options={openQuestions(c)}
        />
        {request?.source !== 'citizen' && <Addressee c={c} errors={errors} known={last?.recipient} />}
        <DateField
          name="answerBy"
          label={t.newAnswerBy}
          value={addDays(c.today, answerDays / 2)}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
      </>
    )
  },
  before: namedAddressee,
  input: (c) => ({
    requestId: c.form.text('requestId'),
    answerBy: dateOf(c.form, 'answerBy'),
    to: addresseeOf(c),
  }),
}

export const answerPage: FormPage = {
  id: 'authority.information-received',
  command: 'receiveInformation',
  path: '/oplysning/svar',
  of: '/oplysning',
  files: 'document',
  title: (c) => words(c.language).receiveTitle,
  button: (c) => words(c.language).receive,
  fields: (c, errors) => {
    const t = words(c.language)
    const { form } = c
    const requestId = form.text('requestId') ?? c.query.get('id') ?? undefined
    const asked = c.case.file.requests.find((r) => r.requestId === requestId)
    return (
      <>
        <Select
          name="requestId"
          label={t.which}
          value={requestId}
          errors={errors}
          empty={t.none}
          options={openQuestions(c)}
        />
        <Select
          name="source"
          label={t.from}
          value={form.text('source') ?? asked?.source}
          errors={errors}
          empty={t.choose}
          options={informationSources.map((source) => ({
            value: source,
            label: sourceNames(c.language)[source],
          }))}
        />
        <TextArea name="summary" label={t.summary} value={form.text('summary')} errors={errors} />
        <DateField
          name="receivedOn"
          label={t.receivedOn}
          value={c.today}
          typed={form.values}
          errors={errors}
          language={c.language}
        />
        <FileField
          name="document"
          label={t.document}
          hint={t.documentHint}
          errors={errors}
          accept="application/pdf,image/jpeg,image/png"
        />
        <Checkboxes
          name="adverse"
          label={t.adverse}
          values={form.all('adverse')}
          errors={errors}
          options={[{ value: 'yes', label: t.adverseYes }]}
        />
      </>
    )
  },
  input: ({ form }, [document]) => ({
    requestId: form.text('requestId'),
    source: form.text('source'),
    summary: form.text('summary'),
    receivedOn: dateOf(form, 'receivedOn'),
    document: document?.hash,
    adverse: form.all('adverse').includes('yes'),
  }),
}
