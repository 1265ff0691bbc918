/** Access seen from the caseworker: what is asked for, by when, and the answer, paper by paper. */
import { writeAccessFile } from '../../../casework/access-file.ts'
import { mayEver } from '../../../domain/access/permissions.ts'
import { openRequests } from '../../../domain/case/access-request/about.ts'
import { exemptionGrounds } from '../../../domain/case/access-request/events.ts'
import { type Paper, papersOf } from '../../../domain/case/access-request/papers.ts'
import type { AccessRequest } from '../../../domain/case/case-file.ts'
import { isOpenOn } from '../../../domain/standard/obligation.ts'
import { plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { casePage, casePost, type Route } from '../../platform/route.ts'
import { Checkboxes, type Errors, Form, Radios, Select, Submit, TextArea } from '../../ui/fields.tsx'
import { BackLink, LinkButton, SummaryList } from '../../ui/parts.tsx'
import { act, noProblem, type Problem } from '../act.ts'
import { caseHref } from '../case-address.ts'
import { casePageOf, obligationsHere } from '../case-frame.tsx'
import { formRoutes } from '../form-page.tsx'
import { correctionPage, delayPage, lookPage, newRequestPage } from './forms.tsx'
import { accessWords } from './words.ts'

function showRequests(c: CaseContext): Promise<Response> {
  const t = accessWords(c.language)
  const { file } = c.case
  return casePageOf(c, t.title, () => (
    <>
      <p>{t.lead}</p>
      <h2>{t.requests}</h2>
      {file.accessRequests.length === 0 && <p class="hv-empty">{t.none}</p>}
      {file.accessRequests.toReversed().map((request) => (
        <RequestCard c={c} request={request} />
      ))}
      <p>
        <a href={caseHref(c, '/aktindsigt/ny')}>{t.newTitle}</a>
      </p>
      <h2>{t.corrections}</h2>
      {file.corrections.length === 0 && <p class="hv-empty">{t.noCorrections}</p>}
      <SummaryList
        language={c.language}
        rows={file.corrections.toReversed().map((one) => ({
          label: `${plainDay(one.on, c.language)}: ${one.wrong}`,
          value: one.answered ? (
            `${t.outcomes[one.answered.outcome]}. ${one.answered.answer}`
          ) : (
            <a href={caseHref(c, `/aktindsigt/rettelse?om=${one.correctionId}`)}>{t.correctionTitle}</a>
          ),
        }))}
      />
      {file.lookQuestions.length > 0 && (
        <>
          <h2>{t.lookTitle}</h2>
          <SummaryList
            language={c.language}
            rows={file.lookQuestions.map((q) => ({
              label: `${q.look}: ${q.words}`,
              value: q.answered?.answer ?? t.noAnswer,
            }))}
          />
          {mayEver('answerLookQuestion', c.asking.subject) && (
            <p>
              <a href={caseHref(c, '/opslag')}>{t.lookButton}</a>
            </p>
          )}
        </>
      )}
    </>
  ))
}

function RequestCard({ c, request }: { readonly c: CaseContext; readonly request: AccessRequest }) {
  const t = accessWords(c.language)
  const { answered, delays, requestId } = request
  const owed = obligationsHere(c)
    .filter((o) => o.task === 'answerAccess' && isOpenOn(o, c.today) && o.evidence.includes(request.seq))
    .flatMap((o) => o.dueOn ?? [])
    .sort()[0]
  const told = delays.at(-1)
  return (
    <div class="hv-card">
      <h3>{request.whole ? t.whole : request.what}</h3>
      <p>
        {t.askedOn(plainDay(request.on, c.language))}. {request.rights.map((r) => t.rights[r]).join(', ')}
      </p>
      {told && <p>{t.told(plainDay(told.expectedOn, c.language), told.because)}</p>}
      {answered ? (
        <p>{t.answered(plainDay(answered.on, c.language), answered.given.length, answered.left.length)}</p>
      ) : (
        <>
          {owed && <p>{t.due(plainDay(owed, c.language))}</p>}
          <LinkButton href={caseHref(c, `/aktindsigt/svar/${requestId}`)}>{t.answer}</LinkButton>
          <p>
            <a href={caseHref(c, `/aktindsigt/laengere-tid?om=${requestId}`)}>{t.delay}</a>
          </p>
        </>
      )}
    </div>
  )
}

const requestHere = (c: CaseContext): AccessRequest | undefined =>
  openRequests(c.case.file).find((r) => r.requestId === c.parameter('requestId'))

const nameOf = (c: CaseContext, paper: Paper): string => {
  const t = accessWords(c.language)
  const about = paper.letterId ? undefined : (paper.about ?? paper.text[0]?.slice(0, 80))
  return [`${t.kinds[paper.kind]}, ${plainDay(paper.on, c.language)}`, about].filter(Boolean).join(': ')
}

function showAnswer(c: CaseContext, problem: Problem = noProblem): Response | Promise<Response> {
  const t = accessWords(c.language)
  const request = requestHere(c)
  if (request === undefined) return errorPage(c, 404)
  return casePageOf(
    c,
    t.answerTitle,
    () => (
      <>
        <p>{t.answerLead}</p>
        <Form
          action={c.path}
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
          basedOn={c.case.file.lastSeq}
        >
          {papersOf(c.case.file).map((paper) => (
            <PaperChoice c={c} paper={paper} request={request} errors={problem.errors} />
          ))}
          {request.whole ? (
            <p>{t.daysToo}</p>
          ) : (
            <Checkboxes
              name="days"
              label={t.days}
              options={[{ value: 'yes', label: t.giveDays }]}
              values={c.form.all('days')}
              errors={problem.errors}
            />
          )}
          <Submit>{t.answerButton}</Submit>
        </Form>
        <BackLink href={caseHref(c, '/aktindsigt')} language={c.language} />
      </>
    ),
    problem,
  )
}

function PaperChoice({
  c,
  paper,
  request,
  errors,
}: {
  readonly c: CaseContext
  readonly paper: Paper
  readonly request: AccessRequest
  readonly errors: Errors
}) {
  const t = accessWords(c.language)
  const { key } = paper
  const [ground, because, openness] = [`ground.${key}`, `because.${key}`, `openness.${key}`]
  // Opened by themselves where something is left out: nine papers of ten are given.
  const open = c.form.text(key) === 'leave'
  return (
    <>
      <Radios
        name={key}
        label={nameOf(c, paper)}
        options={[
          { value: 'give', label: t.give },
          { value: 'leave', label: t.leave },
          ...(request.whole ? [] : [{ value: 'notAsked', label: t.notAsked }]),
        ]}
        value={c.form.text(key) ?? (request.whole ? 'give' : 'notAsked')}
        errors={errors}
      />
      <details open={open}>
        <summary>
          {t.ground} <span class="sr-only">({nameOf(c, paper)})</span>
        </summary>
        <Select
          name={ground}
          label={t.ground}
          options={exemptionGrounds.map((value) => ({ value, label: t.grounds[value] }))}
          value={c.form.text(ground)}
          errors={errors}
        />
        <TextArea name={because} label={t.reason} value={c.form.text(because)} errors={errors} />
        <TextArea name={openness} label={t.openness} value={c.form.text(openness)} errors={errors} />
      </details>
    </>
  )
}

async function sendAnswer(c: CaseContext): Promise<Response> {
  const t = accessWords(c.language)
  const request = requestHere(c)
  if (request === undefined) return errorPage(c, 404)
  const papers = papersOf(c.case.file)
  const given = papers.filter((p) => c.form.text(p.key) === 'give').map((p) => p.key)
  const leaving = papers.filter((p) => c.form.text(p.key) === 'leave')
  const unsaid = leaving.filter(
    ({ key }) => c.form.text(`because.${key}`) === undefined || c.form.text(`openness.${key}`) === undefined,
  )
  if (unsaid.length > 0)
    return showAnswer(c, { errors: Object.fromEntries(unsaid.map(({ key }) => [key, t.needReasons])) })
  const made =
    given.length === 0
      ? undefined
      : await writeAccessFile(c.house, c.asking, c.case, {
          request,
          given,
          days: request.whole || c.form.text('days') === 'yes',
        })
  const input = {
    requestId: request.requestId,
    given,
    left: leaving.map((paper) => ({
      key: paper.key,
      title: nameOf({ ...c, language: 'da' }, paper),
      ground: c.form.text(`ground.${paper.key}`) ?? exemptionGrounds[0],
      because: c.form.text(`because.${paper.key}`),
      openness: c.form.text(`openness.${paper.key}`),
    })),
    file: made?.file.hash,
    data: made?.data?.hash,
  }
  return act(c, 'answerAccess', input, {
    again: (problem) => showAnswer(c, problem),
    to: caseHref(c, '/aktindsigt'),
    documents: made ? [made.file, ...(made.data ? [made.data] : [])] : [],
  })
}

const of = (rest: string): string => `/myndighed/sager/:caseNumber${rest}`

export const accessRoutes: readonly Route[] = [
  casePage('authority.access', 'viewCase', of('/aktindsigt'), showRequests),
  casePage('authority.access.answer', 'answerAccess', of('/aktindsigt/svar/:requestId'), (c) =>
    showAnswer(c),
  ),
  casePost('authority.access.answer.post', 'answerAccess', of('/aktindsigt/svar/:requestId'), sendAnswer),
  ...[newRequestPage, delayPage, correctionPage, lookPage].flatMap(formRoutes),
]
