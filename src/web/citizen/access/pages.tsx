/** B21: the citizen asks for the papers, fetches them, and says what is wrong in them; B20: asks about a look. */
import { isConflict, perform } from '../../../casework/perform.ts'
import { expectedOn, outcomeOfAccess } from '../../../domain/case/access-request/about.ts'
import { papersOf } from '../../../domain/case/access-request/papers.ts'
import type { AccessRequest } from '../../../domain/case/case-file.ts'
import type { CaseCommand } from '../../../domain/case/commands.ts'
import { DocumentHash } from '../../../domain/identity.ts'
import { isRefusal } from '../../../domain/refusal.ts'
import { valuesOf } from '../../../domain/standard/standard.ts'
import { deadlineFor } from '../../../domain/time/deadline.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { read } from '../../../store/connection.ts'
import { findDocument } from '../../../store/documents.ts'
import { plainDay } from '../../i18n/dates.ts'
import { refusalInWords } from '../../i18n/refusals.ts'
import type { CaseContext, PageContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { file as fileAnswer, html, seeOther } from '../../platform/respond.tsx'
import {
  Checkboxes,
  ErrorSummary,
  type Errors,
  Form,
  Radios,
  Select,
  Submit,
  TextArea,
  TextField,
} from '../../ui/fields.tsx'
import { Alert, BackLink, LinkButton } from '../../ui/parts.tsx'
import { mayDo } from '../may-do.ts'
import { casesOf } from '../own-cases.ts'
import { caseHref } from '../situation.ts'
import { accessMessages } from './words.ts'

const hrefOf = (c: CaseContext, more = ''): string => `${caseHref(c.case.file)}/aktindsigt${more}`
const status = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200)

/** The way in for everybody: straight to the case where there is one. */
export async function access(c: PageContext): Promise<Response> {
  const t = accessMessages(c.language)
  const cases = await casesOf(c, 'viewOwnCase')
  const [only] = cases
  if (only && cases.length === 1) return seeOther(`/borger/sag/${only.file.caseNumber}/aktindsigt`)
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <p>{cases.length === 0 ? t.noCase : t.chooseCase}</p>
      <ul class="hv-links">
        {cases.map(({ file: { caseNumber } }) => (
          <li>
            <a href={`/borger/sag/${caseNumber}/aktindsigt`}>{t.case(caseNumber)}</a>
          </li>
        ))}
      </ul>
    </>,
  )
}

export function showAccess(c: CaseContext, errors: Errors = {}): Response {
  const t = accessMessages(c.language)
  const { file } = c.case
  const own = file.accessRequests.toReversed()
  return html(
    c,
    t.title,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <BackLink href={caseHref(file)} language={c.language} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <h2>{t.asked}</h2>
      {own.length === 0 ? <p>{t.none}</p> : own.map((request) => <Request c={c} request={request} />)}
      {mayDo(c, 'requestAccess') ? (
        <>
          <h2>{t.ask}</h2>
          <Form action={hrefOf(c)} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
            <Radios
              name="whole"
              label={t.which}
              options={[
                { value: 'yes', label: t.wholeCase },
                { value: 'no', label: t.parts },
              ]}
              value={c.form.text('whole')}
              errors={errors}
            />
            <TextArea
              name="what"
              label={t.what}
              hint={t.whatHint}
              value={c.form.text('what')}
              errors={errors}
            />
            <Checkboxes
              name="data"
              label={t.alsoData}
              options={[{ value: 'yes', label: t.alsoDataYes }]}
              values={c.form.all('data')}
            />
            <Submit>{t.send}</Submit>
          </Form>
          <h2>{t.wrongTitle}</h2>
          <LinkButton href={hrefOf(c, '/forkert')} look="secondary">
            {t.wrongLink}
          </LinkButton>
        </>
      ) : (
        <Alert kind="info">{t.readOnly}</Alert>
      )}
    </>,
    status(errors),
  )
}

/** When it is due: what was said last, or else the nearest of what the law gives. */
function dueOf(c: CaseContext, request: AccessRequest) {
  const parameters = valuesOf(currentStandard(c.municipality).parameters)
  const kind = request.rights.includes('fileAccess') ? 'ACCESS_DUE' : 'GDPR_ACCESS_DUE'
  return expectedOn(request) ?? deadlineFor(kind, request.on, { parameters }).due
}

function Request({ c, request }: { readonly c: CaseContext; readonly request: AccessRequest }) {
  const t = accessMessages(c.language)
  const { answered, requestId } = request
  const outcome = answered && outcomeOfAccess(answered)
  const mayFetch = mayDo(c, 'requestAccess')
  const loose = answered
    ? papersOf(c.case.file).filter((p) => answered.given.includes(p.key) && p.document && !p.letterId)
    : []
  return (
    <div class="hv-card">
      <h3>{request.whole ? t.wholeCase : request.what}</h3>
      <p>{t.askedOn(plainDay(request.on, c.language))}</p>
      <p>
        {answered
          ? t.answeredOn(plainDay(answered.on, c.language))
          : t.waiting(plainDay(dueOf(c, request), c.language))}
      </p>
      {outcome === 'refused' && <p>{t.notGiven}</p>}
      {outcome === 'part' && <p>{t.partGiven}</p>}
      {mayFetch && answered?.file && (
        <ul class="hv-links">
          <li>
            <a href={hrefOf(c, `/${requestId}/fil`)}>{t.file}</a>
          </li>
          {answered.data && (
            <li>
              <a href={hrefOf(c, `/${requestId}/data`)}>{t.data}</a>
            </li>
          )}
        </ul>
      )}
      {mayFetch && loose.length > 0 && (
        <>
          <p>{t.loose}</p>
          <ul class="hv-links">
            {loose.map((p) => (
              <li>
                <a href={hrefOf(c, `/${requestId}/papir/${p.document?.hash}`)}>{p.document?.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

export async function askForAccess(c: CaseContext): Promise<Response> {
  const t = accessMessages(c.language)
  const whole = c.form.text('whole')
  if (whole !== 'yes' && whole !== 'no') return showAccess(c, { whole: t.needWhich })
  const what = c.form.text('what')
  return run(
    c,
    {
      type: 'requestAccess',
      input: {
        rights: c.form.all('data').includes('yes') ? ['fileAccess', 'dataProtection'] : ['fileAccess'],
        whole: whole === 'yes',
        ...(whole === 'no' && what && { what }),
        channel: 'web',
      },
    },
    hrefOf(c),
    (errors) => showAccess(c, errors),
  )
}

/** Runs a command of the citizen's; a "no" goes back to its field, or on top of the form. */
async function run(
  c: CaseContext,
  command: CaseCommand,
  to: string,
  again: (errors: Errors) => Response | Promise<Response>,
): Promise<Response> {
  const commandId = c.form.commandId ?? c.house.newId()
  const done = await perform(c.house, c.asking, { caseId: c.case.caseId, command, commandId })
  if (isConflict(done)) return seeOther(to)
  if (isRefusal(done)) return again({ [done.field ?? 'form']: refusalInWords(done, c.language) })
  return seeOther(to)
}

/** What was given, to the one it was given to: the file, the data, and each file that came from others. */
export async function fetchAccess(c: CaseContext, what: 'file' | 'data'): Promise<Response> {
  const request = c.case.file.accessRequests.find((r) => r.requestId === c.parameter('requestId'))
  const hash = request?.answered?.[what]
  return hash === undefined ? errorPage(c, 404) : sendDocument(c, hash)
}

export async function fetchPaper(c: CaseContext): Promise<Response> {
  const request = c.case.file.accessRequests.find((r) => r.requestId === c.parameter('requestId'))
  const hash = DocumentHash.safeParse(c.parameter('hash'))
  const given = papersOf(c.case.file).find(
    (p) => request?.answered?.given.includes(p.key) && p.document?.hash === hash.data,
  )
  return given?.document ? sendDocument(c, given.document.hash) : errorPage(c, 404)
}

async function sendDocument(c: CaseContext, hash: DocumentHash): Promise<Response> {
  // The permission table has let them in; what was given is theirs, whatever else of the case they cannot see.
  const scope = { municipality: c.municipality.code, viewer: { kind: 'command' } } as const
  const stored = await read(c.house.db, scope, (tx) => findDocument(tx, c.case.caseId, hash))
  return stored ? fileAnswer(stored.bytes, stored.mediaType, stored.name) : errorPage(c, 404)
}

export function showWrong(c: CaseContext, errors: Errors = {}): Response {
  const t = accessMessages(c.language)
  const { file } = c.case
  const given = new Set(file.accessRequests.flatMap((r) => r.answered?.given ?? []))
  // Of papers that nobody has given them, the citizen is not told here that they are there.
  const papers = papersOf(file).filter(
    (p) => given.has(p.key) || p.kind === 'application' || p.kind === 'letter',
  )
  return html(
    c,
    t.wrongTitle,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <BackLink href={hrefOf(c)} language={c.language} />
      <h1>{t.wrongTitle}</h1>
      <p>{t.wrongLead}</p>
      <Form action={hrefOf(c, '/forkert')} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <Select
          name="key"
          label={t.about}
          empty={t.aboutAll}
          options={papers.map((p) => ({
            value: p.key,
            label: `${t.kinds[p.kind]}, ${plainDay(p.on, c.language)}`,
          }))}
          value={c.form.text('key') ?? c.query.get('papir') ?? undefined}
          errors={errors}
        />
        <TextArea name="wrong" label={t.wrong} value={c.form.text('wrong')} errors={errors} />
        <Submit>{t.sendWrong}</Submit>
      </Form>
      {file.corrections.length > 0 && <h2>{t.said}</h2>}
      {file.corrections.toReversed().map((one) => (
        <Answered
          c={c}
          said={`${plainDay(one.on, c.language)}: ${one.wrong}`}
          answer={one.answered?.answer}
        />
      ))}
    </>,
    status(errors),
  )
}

function Answered({
  c,
  said,
  answer,
}: {
  readonly c: CaseContext
  readonly said: string
  readonly answer: string | undefined
}) {
  const t = accessMessages(c.language)
  return (
    <div class="hv-card">
      <p>{said}</p>
      <p>{answer === undefined ? t.noAnswer : `${t.ourAnswer}: ${answer}`}</p>
    </div>
  )
}

export async function sayWrong(c: CaseContext): Promise<Response> {
  const t = accessMessages(c.language)
  const wrong = c.form.text('wrong')
  if (wrong === undefined) return showWrong(c, { wrong: t.needWrong })
  const key = c.form.text('key')
  const input = { wrong, ...(key && { key }) }
  return run(c, { type: 'requestCorrection', input }, hrefOf(c, '/forkert'), (errors) => showWrong(c, errors))
}

export function showLookQuestion(c: CaseContext, errors: Errors = {}): Response {
  const t = accessMessages(c.language)
  const { file } = c.case
  return html(
    c,
    t.lookTitle,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <BackLink href="/borger/hvem-har-set" language={c.language} />
      <h1>{t.lookTitle}</h1>
      <p>{t.lookLead}</p>
      <Form action={`${caseHref(file)}/opslag`} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <TextField
          name="look"
          label={t.theLook}
          value={c.form.text('look') ?? c.query.get('om') ?? undefined}
          errors={errors}
        />
        <TextArea name="words" label={t.lookWords} value={c.form.text('words')} errors={errors} />
        <Submit>{t.sendLook}</Submit>
      </Form>
      {file.lookQuestions.length > 0 && <h2>{t.lookAsked}</h2>}
      {file.lookQuestions.toReversed().map((one) => (
        <Answered c={c} said={`${one.look}: ${one.words}`} answer={one.answered?.answer} />
      ))}
    </>,
    status(errors),
  )
}

export async function askAboutLook(c: CaseContext): Promise<Response> {
  const t = accessMessages(c.language)
  const [look, words] = [c.form.text('look'), c.form.text('words')]
  if (look === undefined || words === undefined)
    return showLookQuestion(c, {
      ...(look === undefined && { look: t.needLook }),
      ...(words === undefined && { words: t.needLook }),
    })
  return run(
    c,
    { type: 'askAboutLook', input: { look, words } },
    `${caseHref(c.case.file)}/opslag`,
    (errors) => showLookQuestion(c, errors),
  )
}
