/** Asking a source (RSL § 11 a), reminding it, and taking its answer in. */
import { findConsent } from '../../domain/case/information/decide.ts'
import { informationSources, informationTopics } from '../../domain/case/information/events.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { Checkboxes, DateField, FileField, Radios, Select, TextArea, TextField } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import type { FormPage } from './form-page.tsx'
import { sourceNames, topicNames } from './information-words.ts'

const words = defineMessages({
  da: {
    askTitle: 'Indhent oplysninger',
    ask: 'Indhent oplysningerne',
    askLead:
      'Spørg kun om det, sagen har brug for. Borgeren får brev: enten med spørgsmålet eller med besked om, hvem vi spørger, og hvad vi spørger om. Selve spørgsmålet til en anden kilde sender du, som I plejer.',
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
    remind: 'Registrér rykkeren',
    remindLead: 'Rykkeren til kilden sender du, som I plejer. Her får den en ny svardato.',
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
      'Ask only for what the case needs. The citizen gets a letter: with the question, or with notice of whom we ask and about what. The question to another source you send as you usually do.',
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
    remind: 'Register the reminder',
    remindLead: 'The reminder to the source you send as you usually do. Here it gets a new answer-by date.',
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
  input: ({ form }) => ({
    source: form.text('source'),
    topic: form.text('topic'),
    what: form.text('what'),
    answerBy: dateOf(form, 'answerBy'),
    withoutConsent: form.text('withoutConsent'),
    mandatory: form.all('mandatory').includes('yes'),
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
  fields: (c, errors) => {
    const t = words(c.language)
    return (
      <>
        <p>{t.remindLead}</p>
        <Select
          name="requestId"
          label={t.which}
          value={c.form.text('requestId') ?? c.query.get('id') ?? undefined}
          errors={errors}
          empty={t.choose}
          options={openQuestions(c)}
        />
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
  input: ({ form }) => ({ requestId: form.text('requestId'), answerBy: dateOf(form, 'answerBy') }),
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
