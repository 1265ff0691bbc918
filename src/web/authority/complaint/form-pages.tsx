/** What is done about a complaint, each on a page of its own, from taking it in to carrying out the Appeals Board's answer. */
import type { Child } from 'hono/jsx'
import { channels } from '../../../domain/case/application/events.ts'
import type { Complaint } from '../../../domain/case/case-file.ts'
import type { CaseCommandType } from '../../../domain/case/commands.ts'
import {
  decidedProceedings,
  proceedingOf,
  resultToCarryOut,
  stageOf,
} from '../../../domain/case/complaint/about.ts'
import {
  boardResults,
  reassessmentOutcomes,
  reversalCauses,
  waysToTheBoard,
} from '../../../domain/case/complaint/events.ts'
import { deadlineFor } from '../../../domain/time/deadline.ts'
import { findClause } from '../../../standards/municipality.ts'
import { complaintNames } from '../../i18n/complaint-words.ts'
import { longDay, plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { dateOf } from '../../ui/date-field.ts'
import { DateField, type Errors, FileField, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx'
import { Alert, LinkButton } from '../../ui/parts.tsx'
import { caseHref, termsFor } from '../case-frame.tsx'
import { decisionWords } from '../decision/words.ts'
import type { FormPage } from '../form-page.tsx'
import type { KeptForm } from '../kept-draft.tsx'
import { complaintWords } from './words.ts'

type Words = ReturnType<typeof complaintWords>

/** The complaint that the page is about: the one named, or the latest that is open. */
function complaintOf(c: CaseContext): Complaint | undefined {
  const named = c.form.text('complaintId') ?? c.query.get('om')
  const { complaints } = c.case.file
  return (
    complaints.find((one) => one.complaintId === named) ??
    complaints.findLast((one) => !['concluded', 'withdrawn'].includes(stageOf(one)))
  )
}

/** A draft about another complaint of the case than the one asked for is not shown in its place. */
const kept = (form: KeptForm): NonNullable<FormPage['keeps']> => ({
  form,
  isSame: (asked, found) => {
    const named = asked.query.get('om')
    return named === null || (found.form.text('complaintId') ?? named) === named
  },
})

type Fields = (c: CaseContext, t: Words, errors: Errors, complaint: Complaint) => Child

/** A page about one complaint, whose form names it. */
const about = (
  path: string,
  command: CaseCommandType,
  [title, button]: readonly [(t: Words) => string, (t: Words) => string],
  fields: Fields,
  input: FormPage['input'],
  more: Pick<FormPage, 'sure' | 'files' | 'keeps'> = {},
): FormPage => ({
  id: `authority.complaint.${path}`,
  command,
  path: `/klage/${path}`,
  of: '/klage',
  title: (c) => title(complaintWords(c.language)),
  button: (c) => button(complaintWords(c.language)),
  fields: (c, errors) => {
    const t = complaintWords(c.language)
    const complaint = complaintOf(c)
    if (complaint === undefined) return <Alert kind="info">{t.nothing}</Alert>
    return (
      <>
        <input type="hidden" name="complaintId" value={complaint.complaintId} />
        {fields(c, t, errors, complaint)}
      </>
    )
  },
  input: (c, uploaded) => ({
    complaintId: c.form.text('complaintId'),
    ...(input(c, uploaded) as Readonly<Record<string, unknown>>),
  }),
  ...more,
})

const text = (c: CaseContext, name: string, label: string, errors: Errors, hint?: string) => (
  <TextArea name={name} label={label} hint={hint} value={c.form.text(name)} errors={errors} />
)
const line = (c: CaseContext, name: string, label: string, errors: Errors, hint?: string) => (
  <TextField name={name} label={label} hint={hint} value={c.form.text(name)} errors={errors} />
)
const date = (c: CaseContext, name: string, label: string, errors: Errors, value?: typeof c.today) => (
  <DateField
    name={name}
    label={label}
    value={value}
    typed={c.form.values}
    errors={errors}
    language={c.language}
  />
)
const choice = (
  c: CaseContext,
  name: string,
  label: string,
  errors: Errors,
  options: readonly { readonly value: string; readonly label: string }[],
) => <Radios name={name} label={label} options={options} value={c.form.text(name)} errors={errors} />

const optionsOf = <K extends string>(keys: readonly K[], names: Readonly<Record<K, string>>) =>
  keys.map((value) => ({ value, label: names[value] }))

/**
 * What failed, in one choice: the step, and of the clauses that the standard proposes for it the one that is meant, or none.
 * Nothing is chosen beforehand.
 */
function whatFailed(c: CaseContext, hint: string, errors: Errors) {
  const t = complaintWords(c.language)
  const { causes } = complaintNames(c.language)
  const { reversalClauses } = termsFor(c).parameters
  const options = reversalCauses.flatMap((cause) => [
    ...reversalClauses[cause].map((clause) => ({
      value: `${cause} ${clause}`,
      label: `${causes[cause]}: ${clause} ${shortened(findClause(c.municipality, clause)?.quote ?? '')}`,
    })),
    { value: cause, label: reversalClauses[cause].length > 0 ? t.noClause(causes[cause]) : causes[cause] },
  ])
  return (
    <Select
      name="cause"
      label={t.cause}
      hint={hint}
      empty="–"
      options={options}
      value={c.form.text('cause')}
      errors={errors}
    />
  )
}

const shortened = (quote: string): string => (quote.length > 60 ? `${quote.slice(0, 60).trimEnd()}…` : quote)

const failedIn = (chosen: string | undefined) => {
  const [cause, clause] = chosen?.split(' ') ?? []
  return { cause, clause }
}

/** Who it was, of those that the case knows; a helper without power is somebody else. */
function complainant(c: CaseContext): unknown {
  const by = c.form.text('by')
  if (by === 'other') return { kind: 'other', relation: c.form.text('relation') }
  return by === undefined || by === 'citizen' ? { kind: 'citizen' } : { kind: 'representative', personId: by }
}

const intakePage: FormPage = {
  id: 'authority.complaint.intake',
  command: 'receiveComplaint',
  path: '/klage/ny',
  of: '/klage',
  files: 'document',
  title: (c) => complaintWords(c.language).register,
  button: (c) => complaintWords(c.language).registerButton,
  fields: (c, errors, people) => {
    const t = complaintWords(c.language)
    const { outcomes } = decisionWords(c.language)
    const decided = decidedProceedings(c.case.file).flatMap(({ decision }) => decision ?? [])
    const [latest] = decided.toReversed()
    if (latest === undefined) return <Alert kind="info">{t.noDecision}</Alert>
    return (
      <>
        <Radios
          name="decisionId"
          label={t.pick}
          options={decided.toReversed().map(({ on, record }) => ({
            value: record.decisionId,
            label: t.decision(plainDay(on, c.language), outcomes[record.outcome]),
          }))}
          value={c.form.text('decisionId') ?? latest.record.decisionId}
          errors={errors}
        />
        {choice(c, 'channel', t.channel, errors, optionsOf(channels, complaintNames(c.language).channels))}
        {date(c, 'receivedOn', t.receivedOn, errors, c.today)}
        <Radios
          name="by"
          label={t.whoAsks}
          options={[
            { value: 'citizen', label: t.citizen },
            ...c.case.file.representations
              .filter((r) => r.revoked === undefined)
              .map((r) => ({ value: r.personId, label: people.personName(r.personId) })),
            { value: 'other', label: t.whoOther },
          ]}
          value={c.form.text('by') ?? 'citizen'}
          errors={errors}
        />
        {line(c, 'relation', t.relation, errors, t.relationHint)}
        {text(c, 'words', t.saidWords, errors, t.saidHint)}
        {text(c, 'wish', t.wish + t.optional, errors)}
        {line(c, 'phone', t.phone + t.optional, errors)}
        <FileField name="document" label={t.file + t.optional} errors={errors} />
      </>
    )
  },
  input: (c, uploaded) => {
    const phone = c.form.text('phone')
    return {
      decisionId: c.form.text('decisionId'),
      channel: c.form.text('channel'),
      receivedOn: dateOf(c.form, 'receivedOn'),
      by: complainant(c),
      words: c.form.text('words'),
      wish: c.form.text('wish'),
      ...(phone && { callBack: { phone } }),
      attachments: uploaded.map(({ hash, name }) => ({ hash, name })),
    }
  },
}

const morePage = about(
  'tilfoej',
  'supplementComplaint',
  [(t) => t.tellMore, (t) => t.tellMoreButton],
  (c, t, errors) => (
    <>
      {choice(c, 'channel', t.channel, errors, optionsOf(channels, complaintNames(c.language).channels))}
      {date(c, 'receivedOn', t.receivedOn, errors, c.today)}
      {text(c, 'words', t.saidWords, errors)}
    </>
  ),
  ({ form }) => ({
    channel: form.text('channel'),
    receivedOn: dateOf(form, 'receivedOn'),
    words: form.text('words'),
  }),
)

const confirmPage = about(
  'bekraeft',
  'confirmComplaint',
  [(t) => t.confirmTitle, (t) => t.confirmButton],
  (c, t, errors) => line(c, 'how', t.how, errors),
  ({ form }) => ({ how: form.text('how') }),
)

const withdrawPage = about(
  'traek-tilbage',
  'withdrawComplaint',
  [(t) => t.withdrawTitle, (t) => t.withdrawButton],
  (c, t, errors) => line(c, 'how', t.how, errors),
  ({ form }) => ({ how: form.text('how') }),
  { sure: (c) => complaintWords(c.language).withdrawSure },
)

const postponePage = about(
  'venter',
  'postponeDecision',
  [(t) => t.postponeTitle, (t) => t.postponeButton],
  (c, t, errors) => (
    <>
      <p>{t.postponeLead}</p>
      {choice(c, 'postponed', t.postponeTitle, errors, [
        { value: 'yes', label: t.postpone },
        { value: 'no', label: t.goOn },
      ])}
      {text(c, 'because', t.because, errors)}
    </>
  ),
  ({ form }) => {
    const postponed = form.text('postponed')
    return { postponed: postponed && postponed === 'yes', because: form.text('because') }
  },
)

const reassessPage = about(
  'genvurdering',
  'reassessComplaint',
  [(t) => t.reassessTitle, (t) => t.reassessButton],
  (c, t, errors, complaint) => {
    const former = proceedingOf(c.case.file, complaint)?.decision?.record.considerations
    return (
      <>
        <p>{t.reassessLead}</p>
        {former && (
          <>
            <h2>{t.formerReasons}</h2>
            <p class="hv-pre">{former}</p>
          </>
        )}
        {choice(
          c,
          'outcome',
          t.outcome,
          errors,
          optionsOf(reassessmentOutcomes, complaintNames(c.language).outcomes),
        )}
        {text(c, 'reasons', t.reasons, errors)}
        {text(c, 'upheldIn', t.upheldIn, errors, t.upheldHint)}
        {whatFailed(c, t.ownCauseHint, errors)}
        {line(c, 'insteadBecause', t.instead, errors, t.insteadHint)}
      </>
    )
  },
  ({ form }) => ({
    outcome: form.text('outcome'),
    reasons: form.text('reasons'),
    upheldIn: form.text('upheldIn'),
    ...failedIn(form.text('cause')),
    insteadBecause: form.text('insteadBecause'),
  }),
  { sure: (c) => complaintWords(c.language).reassessSure, keeps: kept('genvurdering') },
)

const delayPage = about(
  'besked',
  'tellComplaintDelay',
  [(t) => t.delayTitle, (t) => t.delayButton],
  (c, t, errors) => (
    <>
      {date(c, 'newDate', t.delayDate, errors)}
      {text(c, 'reason', t.because, errors)}
    </>
  ),
  ({ form }) => ({ newDate: dateOf(form, 'newDate'), reason: form.text('reason') }),
)

const forwardPage = about(
  'videre',
  'forwardComplaint',
  [(t) => t.forwardTitle, (t) => t.forwardButton],
  (_c, t) => <p>{t.forwardLead}</p>,
  () => ({}),
)

const sentPage = about(
  'sendt',
  'recordComplaintSent',
  [(t) => t.sentTitle, (t) => t.sentButton],
  (c, t, errors) => (
    <>
      <p>{t.sentLead}</p>
      {choice(c, 'how', t.channel, errors, optionsOf(waysToTheBoard, complaintNames(c.language).ways))}
      {date(c, 'sentOn', t.sentOn, errors, c.today)}
    </>
  ),
  ({ form }) => ({ how: form.text('how'), sentOn: dateOf(form, 'sentOn') }),
)

const resultPage = about(
  'svar',
  'recordComplaintResult',
  [(t) => t.resultTitle, (t) => t.resultButton],
  (c, t, errors) => {
    const { parameters } = termsFor(c)
    const { due } = deadlineFor('REMAND_DECISION_DUE', c.today, { parameters })
    const names = complaintNames(c.language)
    return (
      <>
        <p>{t.resultLead(longDay(due, c.language))}</p>
        {date(c, 'receivedOn', t.receivedOn, errors, c.today)}
        {choice(c, 'result', t.result, errors, optionsOf(boardResults, names.results))}
        {whatFailed(c, t.causeHint, errors)}
        {line(c, 'reference', t.reference, errors)}
        {text(c, 'words', t.resultWords, errors)}
        <FileField name="document" label={t.resultFile + t.optional} errors={errors} />
      </>
    )
  },
  ({ form }, [document]) => ({
    receivedOn: dateOf(form, 'receivedOn'),
    result: form.text('result'),
    ...failedIn(form.text('cause')),
    reference: form.text('reference'),
    words: form.text('words'),
    document: document?.hash,
  }),
  { files: 'document', keeps: kept('klagesvar') },
)

const carryOutPage = about(
  'gennemfoert',
  'carryOutResult',
  [(t) => t.carryTitle, (t) => t.carryButton],
  (c, t, errors, complaint) => (
    <>
      <p>{t.carryLead}</p>
      {resultToCarryOut(complaint) && (
        <LinkButton href={caseHref(c, '/afgoerelse')} look="secondary">
          {t.decideAnew}
        </LinkButton>
      )}
      {text(c, 'how', t.carryHow, errors)}
    </>
  ),
  ({ form }) => ({ how: form.text('how') }),
)

export const complaintPages: readonly FormPage[] = [
  intakePage,
  morePage,
  confirmPage,
  withdrawPage,
  postponePage,
  reassessPage,
  delayPage,
  forwardPage,
  sentPage,
  resultPage,
  carryOutPage,
]
