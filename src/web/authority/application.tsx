/** The application as the citizen sent it, the wishes field by field as they stand now, and every change since. */
import { currentProceeding } from '../../domain/case/case-file.ts'
import { isPresent } from '../../domain/case/events.ts'
import { applicationMessages } from '../citizen/application-messages.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import type { CaseContext } from '../platform/context.ts'
import { Radios, TextArea, TextField } from '../ui/fields.tsx'
import { Alert, LinkButton, SummaryList, type SummaryRow, Timeline } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import { casePageOf, termsFor } from './case-frame.tsx'
import type { FormPage } from './form-page.tsx'
import { typedWishes, WishFields, wishErrors, wishesInWords } from './wishes.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    received: (day: string, channel: string) => `Modtaget ${day} ${channel}.`,
    channels: {
      web: 'på hjemmesiden',
      phone: 'i telefonen',
      letter: 'i brev',
      email: 'på e-mail',
      inPerson: 'ved fremmøde',
    },
    wishes: 'Ønskerne, som de er nu',
    answers: 'Borgerens egne ord',
    noAnswer: 'Ikke besvaret',
    hard: 'Hvad er svært?',
    likes: 'Hvad vil borgeren gerne lave?',
    diagnosis: 'Diagnose',
    diagnoses: { yes: 'Ja', no: 'Nej', ratherNotSay: 'Vil ikke sige' },
    plan: 'Ønske om handleplan',
    plans: { yes: 'Ja', no: 'Nej', later: 'Måske senere' },
    contact: 'Bedste måde at få fat i borgeren',
    contacts: { phone: 'Telefon', digitalPost: 'Digital Post', letter: 'Brev', email: 'E-mail' },
    notBefore: 'Ring ikke',
    attachments: 'Bilag',
    noAttachments: 'Der er ikke lagt noget ved.',
    changes: 'Ændringer siden',
    first: 'Ønskerne, da ansøgningen kom',
    change: 'Borgeren ændrer ansøgningen',
    withdraw: 'Borgeren trækker ansøgningen tilbage',
    changeTitle: 'Borgeren ændrer ansøgningen',
    changeSave: 'Gem ændringen',
    changeLead: 'Ret de felter, borgeren har ændret. Afgørelsen bliver målt mod det, der står her.',
    who: 'Hvem ændrer?',
    whoWithdraws: 'Hvem trækker den tilbage?',
    whos: { citizen: 'Borgeren', representative: 'Repræsentanten' },
    how: 'Hvordan sagde de det?',
    howHint: 'Fx i telefonen i dag, eller i brev af 3. marts.',
    inWords: 'Hvad sagde de, med deres egne ord?',
    withdrawTitle: 'Træk ansøgningen tilbage for borgeren',
    withdrawSave: 'Træk ansøgningen tilbage',
    withdrawSure:
      'Sagen stopper, og borgeren får ikke en afgørelse. Borgeren kan søge igen når som helst. Har borgeren fået at vide, at det også betyder, at der ikke kan klages?',
    decided: 'Der er truffet afgørelse. Ansøgningen kan ikke længere ændres eller trækkes tilbage.',
  },
  en: {
    received: (day: string, channel: string) => `Received ${day} ${channel}.`,
    channels: {
      web: 'on the website',
      phone: 'by telephone',
      letter: 'by letter',
      email: 'by e-mail',
      inPerson: 'in person',
    },
    wishes: 'The wishes as they are now',
    answers: 'The citizen’s own words',
    noAnswer: 'Not answered',
    hard: 'What is hard?',
    likes: 'What would the citizen like to do?',
    diagnosis: 'Diagnosis',
    diagnoses: { yes: 'Yes', no: 'No', ratherNotSay: 'Would rather not say' },
    plan: 'Wish for an action plan',
    plans: { yes: 'Yes', no: 'No', later: 'Maybe later' },
    contact: 'Best way to reach the citizen',
    contacts: { phone: 'Telephone', digitalPost: 'Digital Post', letter: 'Letter', email: 'E-mail' },
    notBefore: 'Do not call',
    attachments: 'Enclosures',
    noAttachments: 'Nothing was enclosed.',
    changes: 'Changes since',
    first: 'The wishes when the application came',
    change: 'The citizen changes the application',
    withdraw: 'The citizen withdraws the application',
    changeTitle: 'The citizen changes the application',
    changeSave: 'Save the change',
    changeLead: 'Correct what the citizen has changed. The decision is measured against what stands here.',
    who: 'Who changes it?',
    whoWithdraws: 'Who withdraws it?',
    whos: { citizen: 'The citizen', representative: 'The representative' },
    how: 'How did they say it?',
    howHint: 'For example on the telephone today, or in a letter of 3 March.',
    inWords: 'What did they say, in their own words?',
    withdrawTitle: 'Withdraw the application for the citizen',
    withdrawSave: 'Withdraw the application',
    withdrawSure:
      'The case stops and the citizen gets no decision. The citizen can apply again at any time. Has the citizen been told that it also means there is nothing to complain over?',
    decided: 'A decision has been made. The application can no longer be changed or withdrawn.',
  },
})

/** The citizen's answers as rows, in the order of the application; what was not answered says so. */
export function answersInRows(c: CaseContext): readonly SummaryRow[] {
  const t = words(c.language)
  const a = applicationMessages(c.language)
  const { answers } = c.case.file
  const chosen = (keys: readonly string[], of: Readonly<Record<string, string>>, inWords?: string) =>
    [keys.map((key) => of[key] ?? key).join(', '), inWords].filter(Boolean).join('\n') || t.noAnswer
  const { diagnosis, planWish, contactBy } = answers
  return [
    { label: t.hard, value: chosen(answers.difficulties, a.hardOptions, answers.difficultiesInWords) },
    { label: t.likes, value: chosen(answers.wishes, a.wishOptions, answers.wishesInWords) },
    {
      label: t.diagnosis,
      value:
        [diagnosis && t.diagnoses[diagnosis], answers.diagnosisInWords].filter(Boolean).join(': ') ||
        t.noAnswer,
    },
    { label: t.plan, value: planWish ? t.plans[planWish] : t.noAnswer },
    { label: t.contact, value: contactBy ? t.contacts[contactBy] : t.noAnswer },
    ...(answers.doNotCallBefore ? [{ label: t.notBefore, value: answers.doNotCallBefore }] : []),
    ...(answers.interpreter ? [{ label: a.interpreter, value: answers.interpreter }] : []),
  ].map((row) => ({ ...row, value: <span class="hv-pre">{row.value}</span> }))
}

export function application(c: CaseContext): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const { file, history } = c.case
  const defaultDays = termsFor(c).parameters.defaultDaysPerWeek
  const [first] = history
  const asSent =
    first && isPresent(first) && first.type === 'applicationReceived' ? first.payload.applied : undefined
  const over = currentProceeding(file).decision !== undefined
  return casePageOf(c, s.application, () => (
    <>
      <p>{t.received(longDay(file.received.on, c.language), t.channels[file.channel])}</p>
      <h2>{t.wishes}</h2>
      <SummaryList rows={wishesInWords(c, file.applied, defaultDays)} language={c.language} />
      <h2>{t.answers}</h2>
      <SummaryList rows={answersInRows(c)} language={c.language} />
      <h2>{t.attachments}</h2>
      {file.attachments.length === 0 ? (
        <p class="hv-empty">{t.noAttachments}</p>
      ) : (
        <ul>
          {file.attachments.map(({ hash, name }) => (
            <li>
              <a href={caseHref(c, `/dokumenter/${hash}`)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {file.changes.length > 0 && (
        <>
          <h2>{t.changes}</h2>
          <Timeline
            happenings={[...file.changes].reverse().map((change) => ({
              when: plainDay(change.on, c.language),
              what: (
                <>
                  <p class="hv-pre">{change.inWords}</p>
                  <SummaryList rows={wishesInWords(c, change.applied, defaultDays)} language={c.language} />
                </>
              ),
              by: `${t.whos[change.changedBy]}: ${change.how}`,
            }))}
          />
          {asSent && (
            <>
              <h3>{t.first}</h3>
              <SummaryList rows={wishesInWords(c, asSent, defaultDays)} language={c.language} />
            </>
          )}
        </>
      )}
      {over ? (
        <p>{t.decided}</p>
      ) : (
        !file.withdrawn && (
          <p class="hv-buttons">
            <LinkButton href={caseHref(c, '/ansoegning/ret')} look="secondary">
              {t.change}
            </LinkButton>{' '}
            <LinkButton href={caseHref(c, '/ansoegning/traek-tilbage')} look="secondary">
              {t.withdraw}
            </LinkButton>
          </p>
        )
      )}
    </>
  ))
}

export const changePage: FormPage = {
  id: 'authority.application-change',
  command: 'changeApplication',
  path: '/ansoegning/ret',
  of: '/ansoegning',
  title: (c) => words(c.language).changeTitle,
  button: (c) => words(c.language).changeSave,
  before: (c) => wishErrors(c),
  fields: (c, errors) => {
    const t = words(c.language)
    const { form } = c
    return (
      <>
        {currentProceeding(c.case.file).decision && <Alert kind="info">{t.decided}</Alert>}
        <p>{t.changeLead}</p>
        <WishFields c={c} errors={errors} known={c.case.file.applied} />
        <Who c={c} name="changedBy" label={t.who} errors={errors} />
        <TextField name="how" label={t.how} hint={t.howHint} value={form.text('how')} errors={errors} />
        <TextArea name="inWords" label={t.inWords} value={form.text('inWords')} errors={errors} rows={3} />
      </>
    )
  },
  input: ({ form }) => ({
    applied: typedWishes(form),
    changedBy: form.text('changedBy'),
    how: form.text('how'),
    inWords: form.text('inWords'),
  }),
}

export const withdrawalPage: FormPage = {
  id: 'authority.withdrawal',
  command: 'withdrawApplication',
  path: '/ansoegning/traek-tilbage',
  of: '/ansoegning',
  title: (c) => words(c.language).withdrawTitle,
  button: (c) => words(c.language).withdrawSave,
  sure: (c) => words(c.language).withdrawSure,
  before: ({ form, language }): Record<string, string> =>
    form.text('how') ? {} : { how: words(language).howHint },
  fields: (c, errors) => {
    const t = words(c.language)
    const { form } = c
    return (
      <>
        <Who c={c} name="by" label={t.whoWithdraws} errors={errors} />
        <TextField name="how" label={t.how} hint={t.howHint} value={form.text('how')} errors={errors} />
        <TextArea name="inWords" label={t.inWords} value={form.text('inWords')} errors={errors} rows={3} />
      </>
    )
  },
  input: ({ form }) => ({ by: form.text('by'), how: form.text('how'), inWords: form.text('inWords') }),
}

function Who({
  c,
  name,
  label,
  errors,
}: {
  readonly c: CaseContext
  readonly name: string
  readonly label: string
  readonly errors: Readonly<Record<string, string>>
}) {
  const t = words(c.language)
  return (
    <Radios
      name={name}
      label={label}
      value={c.form.text(name) ?? 'citizen'}
      errors={errors}
      options={[
        { value: 'citizen', label: t.whos.citizen },
        { value: 'representative', label: t.whos.representative },
      ]}
    />
  )
}
