/**
 * B8 and B9: a complaint in three short pages, or by asking to be called, and where it is now. Nothing has to be filled in,
 * and late ones are sent like the others. What was typed goes along in the form from page to page, without script.
 */
import { versionOn } from '../../casework/house.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import type { WrittenDocument } from '../../casework/write-letters.ts'
import type { Complaint } from '../../domain/case/case-file.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import {
  awaitsCitizen,
  complaintPapers,
  decidedProceedings,
  expiryOf,
  newDateOf,
  stageOf,
  timelinessOf,
} from '../../domain/case/complaint/about.ts'
import type { PartId } from '../../domain/identity.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { deadlineFor } from '../../domain/time/deadline.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { documentsOf } from '../platform/uploads.ts'
import {
  ErrorSummary,
  type Errors,
  FileField,
  Form,
  Radios,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { Alert, BackLink, Card, LinkButton, ProgressSteps, type Step, SummaryList } from '../ui/parts.tsx'
import { complaintMessages } from './complaint-messages.ts'
import { recipientIds } from './letter-pages.tsx'
import { mayDo } from './may-do.ts'
import { caseHref, findOwnLetter } from './situation.ts'

const fields = ['decisionId', 'what', 'why', 'wish'] as const
const termsNow = (c: CaseContext) => versionOn(c.municipality, c.today).terms
const complaintHref = (c: CaseContext, id: string): string => `${caseHref(c.case.file)}/klage/${id}`

async function run(
  c: CaseContext,
  command: CaseCommand,
  documents: readonly WrittenDocument[] = [],
): Promise<Refusal | undefined> {
  // Staff write down what they are told on the authority's pages, in their own name.
  if (c.visitor.kind !== 'citizen') return refuse('notAllowed')
  const done = await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command,
    commandId: c.form.commandId ?? c.house.newId(),
    documents,
  })
  if (isConflict(done)) throw new Error('nothing was based on')
  return isRefusal(done) ? done : undefined
}

/** The page that a form has come to: what was typed before it goes along, hidden. */
const Hidden = ({ c, shown }: { readonly c: CaseContext; readonly shown: readonly string[] }) => (
  <>
    {fields
      .filter((name) => !shown.includes(name))
      .map((name) => {
        const value = c.form.text(name)
        return value === undefined ? null : <input type="hidden" name={name} value={value} />
      })}
  </>
)

const decisionOf = (c: CaseContext) => {
  const decided = decidedProceedings(c.case.file).flatMap(({ decision }) => decision ?? [])
  const named = c.form.text('decisionId') ?? c.query.get('afgoerelse')
  return { decided, chosen: decided.find((d) => d.record.decisionId === named) ?? decided.at(-1) }
}

export function complain(c: CaseContext, step = 1, refusal?: Refusal, errors: Errors = {}): Response {
  const t = complaintMessages(c.language)
  const { decided, chosen } = decisionOf(c)
  const title = step === 3 ? t.check : t.title
  if (chosen === undefined)
    return html(
      c,
      t.title,
      <>
        <BackLink href={caseHref(c.case.file)} language={c.language} />
        <h1>{t.title}</h1>
        <p>{t.noDecision}</p>
      </>,
    )
  const expiry = expiryOf(c.case.file, chosen.record, termsNow(c).parameters)
  const area = (name: 'what' | 'why' | 'wish', hint?: string) => (
    <TextArea name={name} label={t[name]} hint={hint} value={c.form.text(name)} errors={{}} />
  )
  return html(
    c,
    title,
    <>
      <BackLink href={caseHref(c.case.file)} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <p>{t.step(step)}</p>
      <h1>{title}</h1>
      {refusal && <Alert kind="error">{refusalInWords(refusal, c.language)}</Alert>}
      {step === 1 && (
        <>
          <p>{t.holds}</p>
          {expiry && <p>{t.until(longDay(expiry.due, c.language))}</p>}
        </>
      )}
      <Form
        action={`${caseHref(c.case.file)}/klage`}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
        files={step === 3}
      >
        <input type="hidden" name="step" value={String(step)} />
        {step === 1 && (
          <>
            <Hidden c={c} shown={['decisionId', 'what']} />
            {decided.length > 1 ? (
              <Radios
                name="decisionId"
                label={t.whichDecision}
                options={decided.toReversed().map((d) => ({
                  value: d.record.decisionId,
                  label: t.decision(plainDay(d.on, c.language)),
                }))}
                value={chosen.record.decisionId}
                errors={{}}
              />
            ) : (
              <input type="hidden" name="decisionId" value={chosen.record.decisionId} />
            )}
            {area('what', t.whatHint)}
          </>
        )}
        {step === 2 && (
          <>
            <Hidden c={c} shown={['why', 'wish']} />
            {area('why', t.whyHint)}
            {area('wish')}
          </>
        )}
        {step === 3 && (
          <>
            <Hidden c={c} shown={[]} />
            <SummaryList
              language={c.language}
              rows={[
                { label: t.whichDecision, value: t.decision(plainDay(chosen.on, c.language)) },
                { label: t.what, value: c.form.text('what') ?? t.nothing },
                { label: t.why, value: c.form.text('why') ?? t.nothing },
                { label: t.wish, value: c.form.text('wish') ?? t.nothing },
              ]}
            />
            <p>{t.holds}</p>
            <PaperField t={t} errors={errors} />
          </>
        )}
        <div class="hv-actions">
          <Submit>{step === 3 ? t.send : t.next}</Submit>
          {step > 1 && (
            <button type="submit" name="back" value="1" class="button button-secondary">
              {t.back}
            </button>
          )}
        </div>
      </Form>
      {step === 1 && (
        <Card title={t.callTitle}>
          <p>{t.callText}</p>
          <LinkButton
            href={`${caseHref(c.case.file)}/klage/ring?afgoerelse=${chosen.record.decisionId}`}
            look="secondary"
          >
            {t.call}
          </LinkButton>
        </Card>
      )}
    </>,
    refusal || Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** A paper that goes along, on the page that is sent: a browser cannot carry a chosen file from page to page. */
const PaperField = ({
  t,
  errors,
}: {
  readonly t: ReturnType<typeof complaintMessages>
  readonly errors: Errors
}) => (
  <FileField
    name="fil"
    label={t.paper}
    hint={t.paperHint}
    errors={errors}
    accept="application/pdf,image/jpeg,image/png"
    multiple
  />
)

/** The papers of the form, checked like every other; no more of them than go with an application. */
function papersOf(c: CaseContext): ReturnType<typeof documentsOf> {
  const { uploadMaxFiles } = currentStandard(c.municipality).parameters
  return c.form.files('fil').length > uploadMaxFiles.value
    ? { errors: { fil: refusalInWords(refuse('tooManyFiles'), c.language) } }
    : documentsOf(c, 'fil')
}

const named = (documents: readonly WrittenDocument[]) => documents.map(({ hash, name }) => ({ hash, name }))

/** On to the next page, back to the one before, or sent. */
export async function complainOn(c: CaseContext): Promise<Response> {
  const step = Math.min(3, Math.max(1, Number(c.form.text('step')) || 1))
  if (c.form.text('back')) return complain(c, Math.max(1, step - 1))
  if (step < 3) return complain(c, step + 1)
  const words = [c.form.text('what'), c.form.text('why')].filter(Boolean).join('\n\n')
  const papers = papersOf(c)
  if ('errors' in papers) return complain(c, 3, undefined, papers.errors)
  const said = { ...(words && { words }), wish: c.form.text('wish') }
  const refusal = await sendComplaint(c, said, papers.documents)
  return refusal ? complain(c, 3, refusal) : seeOther(latestHref(c))
}

type Said = Pick<Extract<CaseCommand, { type: 'receiveComplaint' }>['input'], 'words' | 'wish' | 'callBack'>

function sendComplaint(
  c: CaseContext,
  said: Said,
  documents: readonly WrittenDocument[] = [],
): Promise<Refusal | undefined> {
  const { chosen } = decisionOf(c)
  if (chosen === undefined) return Promise.resolve(refuse('notFound'))
  const { decisionId } = chosen.record
  const attachments = named(documents)
  const input = { ...said, decisionId, channel: 'web' as const, receivedOn: c.today, attachments }
  return run(c, { type: 'receiveComplaint', input }, documents)
}

/** The case is read again by the page that is shown next, which finds the newest. */
const latestHref = (c: CaseContext): string => complaintHref(c, 'seneste')

export function callMe(c: CaseContext, errors: Errors = {}, refusal?: Refusal): Response {
  const t = complaintMessages(c.language)
  const { chosen } = decisionOf(c)
  return html(
    c,
    t.callTitle,
    <>
      <BackLink href={`${caseHref(c.case.file)}/klage`} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.callTitle}</h1>
      {refusal && <Alert kind="error">{refusalInWords(refusal, c.language)}</Alert>}
      <p>{t.callText}</p>
      <p>{t.holds}</p>
      <Form
        action={`${caseHref(c.case.file)}/klage/ring`}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
      >
        {chosen && <input type="hidden" name="decisionId" value={chosen.record.decisionId} />}
        <TextField name="phone" label={t.phone} value={c.form.text('phone')} errors={errors} />
        <TextField name="when" label={t.when} value={c.form.text('when')} errors={errors} />
        <Submit>{t.callSend}</Submit>
      </Form>
    </>,
    refusal || Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function askForCall(c: CaseContext): Promise<Response> {
  const phone = c.form.text('phone')
  const when = c.form.text('when')
  if (!phone) return callMe(c, { phone: complaintMessages(c.language).phoneNeeded })
  const refusal = await sendComplaint(c, { callBack: { phone, ...(when && { when }) } })
  return refusal ? callMe(c, {}, refusal) : seeOther(latestHref(c))
}

const found = (c: CaseContext): Complaint | undefined => {
  const id = c.parameter('complaintId')
  const { complaints } = c.case.file
  return id === 'seneste' ? complaints.at(-1) : complaints.find((one) => one.complaintId === id)
}

/** Where it is, in a sentence with the date that counts. */
function whereItIs(
  c: Pick<CaseContext, 'language' | 'today' | 'municipality'>,
  complaint: Complaint,
): string {
  const t = complaintMessages(c.language)
  const { parameters } = versionOn(c.municipality, complaint.on).terms
  const stage = stageOf(complaint)
  if (complaint.result) return t.results[complaint.result.result]
  if (stage === 'atBoard' && complaint.sent) return t.where.atBoard(longDay(complaint.sent.on, c.language))
  if (stage === 'received') {
    const due = newDateOf(complaint) ?? deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters }).due
    const day = longDay(due, c.language)
    return due < c.today ? t.overdue(day) : t.where.received(day)
  }
  return stage === 'atBoard' ? t.where.toSend : t.where[stage]
}

function stepsOf(c: CaseContext, complaint: Complaint): readonly Step[] {
  const { steps } = complaintMessages(c.language)
  const stage = stageOf(complaint)
  const upheld = complaint.reassessed?.outcome === 'full'
  const names = [steps.sent, steps.looked, ...(upheld ? [] : [steps.board]), steps.answer]
  const now = { received: 1, toForward: 2, toSend: 2, atBoard: 2, upheld: 2, concluded: 4, withdrawn: 4 }[
    stage
  ]
  return names.map((text, n) => ({ text, state: n < now ? 'done' : n === now ? 'now' : 'later' }))
}

export function ownComplaint(c: CaseContext, errors: Errors = {}, refusal?: Refusal): Response {
  const t = complaintMessages(c.language)
  const { file } = c.case
  const complaint = found(c)
  if (complaint === undefined) return errorPage(c, 404)
  const stage = stageOf(complaint)
  const open = stage !== 'concluded' && stage !== 'withdrawn'
  const late = timelinessOf(file, complaint, termsNow(c).parameters) === 'late'
  const letter = complaint.reassessed && findOwnLetter(file, complaint.reassessed.letterId, recipientIds(c))
  const href = complaintHref(c, complaint.complaintId)
  return html(
    c,
    t.yours,
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.yours}</h1>
      {refusal && <Alert kind="error">{refusalInWords(refusal, c.language)}</Alert>}
      <p class="font-lead">{whereItIs(c, complaint)}</p>
      {stage !== 'withdrawn' && (
        <ProgressSteps steps={stepsOf(c, complaint)} label={t.yours} language={c.language} />
      )}
      {awaitsCitizen(complaint) && mayDo(c, 'confirmComplaint') && (
        <Card title={t.confirmText}>
          <Form action={`${href}/bekraeft`} csrf={c.csrf} commandId={c.house.newId()}>
            <Submit>{t.confirmYes}</Submit>
          </Form>
        </Card>
      )}
      <p>{complaint.postponements.at(-1)?.postponed ? t.waits : t.holds}</p>
      {late && <p>{t.lateNote}</p>}
      {complaint.callBack && open && <p>{t.weCall(complaint.callBack.phone)}</p>}
      <SummaryList
        language={c.language}
        rows={[
          { label: t.sentOn, value: plainDay(complaint.on, c.language) },
          { label: t.said, value: complaint.words ?? t.saidNothing },
          ...(complaint.wish ? [{ label: t.wished, value: complaint.wish }] : []),
          ...complaint.supplements.map((m) => ({ label: plainDay(m.on, c.language), value: m.words })),
          ...complaintPapers(complaint).map(({ hash, name }) => ({
            label: t.yourPaper,
            value: <a href={`${caseHref(file)}/bilag/${hash}`}>{name}</a>,
          })),
        ]}
      />
      {letter && <LinkButton href={`${caseHref(file)}/brev/${letter.letterId}`}>{t.reassessment}</LinkButton>}
      {open && mayDo(c, 'supplementComplaint') && (
        <>
          <h2>{t.more}</h2>
          <Form action={`${href}/mere`} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()} files>
            <TextArea name="words" label={t.moreLabel} value={c.form.text('words')} errors={errors} />
            <PaperField t={t} errors={errors} />
            <Submit look="secondary">{t.moreSend}</Submit>
          </Form>
        </>
      )}
      {open && mayDo(c, 'withdrawComplaint') && (
        <p>
          <a href={`${href}/traek`}>{t.withdraw}</a>
        </p>
      )}
    </>,
    refusal || Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function about(
  c: CaseContext,
  command: (complaintId: PartId) => CaseCommand,
  errors: Errors = {},
  documents: readonly WrittenDocument[] = [],
): Promise<Response> {
  const complaint = found(c)
  if (complaint === undefined) return errorPage(c, 404)
  if (Object.keys(errors).length > 0) return ownComplaint(c, errors)
  const refusal = await run(c, command(complaint.complaintId), documents)
  return refusal && refusal.code !== 'alreadyDone'
    ? ownComplaint(c, {}, refusal)
    : seeOther(complaintHref(c, complaint.complaintId))
}

export function sayMore(c: CaseContext): Promise<Response> {
  const words = c.form.text('words') ?? ''
  const papers = papersOf(c)
  const documents = 'errors' in papers ? [] : papers.documents
  return about(
    c,
    (complaintId) => ({
      type: 'supplementComplaint',
      input: { complaintId, words, channel: 'web', receivedOn: c.today, attachments: named(documents) },
    }),
    {
      ...(words === '' && { words: complaintMessages(c.language).moreNeeded }),
      ...('errors' in papers && papers.errors),
    },
    documents,
  )
}

export const standBy = (c: CaseContext): Promise<Response> =>
  about(c, (complaintId) => ({ type: 'confirmComplaint', input: { complaintId, how: 'web' } }))

export function askToWithdraw(c: CaseContext): Response {
  const t = complaintMessages(c.language)
  const complaint = found(c)
  if (complaint === undefined) return errorPage(c, 404)
  const href = complaintHref(c, complaint.complaintId)
  return html(
    c,
    t.withdraw,
    <>
      <BackLink href={href} language={c.language} />
      <h1>{t.withdraw}</h1>
      <p>{t.withdrawText}</p>
      <Form action={`${href}/traek`} csrf={c.csrf} commandId={c.house.newId()}>
        <Submit look="warning">{t.withdrawYes}</Submit>
      </Form>
    </>,
  )
}

export const takeBack = (c: CaseContext): Promise<Response> =>
  about(c, (complaintId) => ({ type: 'withdrawComplaint', input: { complaintId, how: 'web' } }))

/** On the case's own page: each complaint with where it is, the newest first. */
export function YourComplaints({ c }: { readonly c: CaseContext }) {
  const t = complaintMessages(c.language)
  const { complaints } = c.case.file
  if (complaints.length === 0) return null
  return (
    <>
      <h2>{t.yours}</h2>
      {complaints.toReversed().map((complaint) => (
        <p>
          {whereItIs(c, complaint)} <a href={complaintHref(c, complaint.complaintId)}>{t.see}</a>
        </p>
      ))}
    </>
  )
}
