/** Management review (ledelsestilsyn): a sample of cases that chance draws, gone through with a checklist, and the answers over time. */
import { reviewAnswers, reviewQuestions } from '../../domain/oversight/events.ts'
import type { CaseReview } from '../../domain/oversight/file.ts'
import { addMonths } from '../../domain/time/calendar-day.ts'
import { casesToDrawFrom, casesWithIds } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { plainDay } from '../i18n/dates.ts'
import { ManagementTabs } from '../management/frame.tsx'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { LinkButton, SummaryList, Table } from '../ui/parts.tsx'
import { caseReviewHref, checklistHref } from './checklist.tsx'
import { atField, drawnRows, sizeOf, statusOf, underWay } from './drawing.tsx'
import { oversightOf } from './registers.tsx'
import { reviewWords } from './review-words.ts'
import { runOversight } from './run.ts'

/** So many samples stand beside each other. */
const mostSamples = 6

export async function showCaseReview(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = reviewWords(c.language)
  const { caseReviews } = await oversightOf(c)
  const asked = c.query.get('om')
  const shown = asked ? caseReviews.find((r) => r.reviewId === asked) : underWay(caseReviews)
  if (asked && shown === undefined) return errorPage(c, 404)
  const rows = shown && (await sampleOf(c, shown))
  return html(
    c,
    t.caseReview,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.caseReview}</h1>
      <ManagementTabs c={c} current="/ledelsestilsyn" />
      <p>{t.caseLead}</p>
      {shown && rows && <Sample c={c} review={shown} rows={rows} errors={errors} />}
      {underWay(caseReviews) === undefined && !asked && <DrawForm c={c} errors={errors} />}
      <OverTime c={c} reviews={caseReviews.filter((r) => r.reviewed.length > 0).slice(-mostSamples)} />
      <h2>{t.pastCases}</h2>
      <Table
        caption={t.pastCases}
        rows={caseReviews.filter((r) => r.concluded !== undefined).toReversed()}
        empty={<p>{t.noPastCases}</p>}
        columns={[
          {
            heading: t.drawnOn,
            title: t.drawnOn,
            cell: (r) => <a href={`${caseReviewHref}?om=${r.reviewId}`}>{plainDay(r.on, c.language)}</a>,
          },
          { heading: t.sample, title: t.sample, cell: (r) => t.of(r.cases.length, r.population) },
          { heading: t.findingsText, title: t.findingsText, cell: (r) => r.concluded?.findings ?? '' },
          { heading: t.followUp, title: t.followUp, cell: (r) => r.concluded?.followUp ?? '' },
        ]}
      />
      {asked && (
        <p>
          <a href={caseReviewHref}>{t.backToCases}</a>
        </p>
      )}
    </>,
    statusOf(errors),
  )
}

type Row = { readonly caseNumber: string; readonly answered: CaseReview['reviewed'][number] | undefined }

/** By number only: what is in a case is seen on its own pages, which the log keeps. */
async function sampleOf(c: PageContext, { cases, reviewed }: CaseReview): Promise<readonly Row[]> {
  const found = await read(c.house.db, c.scope, (tx) => casesWithIds(tx, cases))
  return found
    .map(({ caseId, caseNumber }) => ({ caseNumber, answered: reviewed.find((r) => r.caseId === caseId) }))
    .sort((a, b) => a.caseNumber.localeCompare(b.caseNumber))
}

function Sample({
  c,
  review,
  rows,
  errors,
}: {
  readonly c: PageContext
  readonly review: CaseReview
  readonly rows: readonly Row[]
  readonly errors: Errors
}) {
  const t = reviewWords(c.language)
  const next = rows.find(({ answered }) => answered === undefined)
  const area = (name: 'findings' | 'followUp', label: string) => (
    <TextArea name={name} label={label} hint={t.remarkHint} value={c.form.text(name)} errors={errors} />
  )
  return (
    <>
      <h2>{review.concluded ? plainDay(review.on, c.language) : t.underWay}</h2>
      <SummaryList language={c.language} rows={drawnRows(c, review)} />
      <Table
        caption={t.sample}
        rows={rows}
        empty={<p>{t.none}</p>}
        columns={[
          {
            heading: t.case,
            title: t.case,
            cell: ({ caseNumber }) => <a href={checklistHref(caseNumber)}>{caseNumber}</a>,
          },
          {
            heading: t.done,
            title: t.done,
            cell: ({ answered }) => (answered ? plainDay(answered.on, c.language) : '–'),
          },
          {
            heading: t.answers.no,
            title: t.answers.no,
            cell: ({ answered }) =>
              answered
                ? reviewQuestions
                    .filter((question) => answered.answers[question] === 'no')
                    .map((question) => t.questions[question])
                    .join(' · ') || t.none
                : '–',
          },
        ]}
      />
      {next && (
        <>
          <div class="hv-actions">
            <LinkButton href={checklistHref(next.caseNumber)}>{t.nextCase}</LinkButton>
          </div>
          <p>{t.concludeWhenDone}</p>
        </>
      )}
      {review.concluded && (
        <SummaryList
          language={c.language}
          rows={[
            { label: t.findingsText, value: review.concluded.findings },
            { label: t.followUp, value: review.concluded.followUp },
          ]}
        />
      )}
      {!next && !review.concluded && (
        <Form
          action={`${caseReviewHref}/afslut`}
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
        >
          {area('findings', t.findingsText)}
          {area('followUp', t.followUp)}
          <Submit>{t.concludeCases}</Submit>
        </Form>
      )}
    </>
  )
}

/** A column a sample, a row a question: whether it gets better. */
function OverTime({ c, reviews }: { readonly c: PageContext; readonly reviews: readonly CaseReview[] }) {
  const t = reviewWords(c.language)
  const counts = (review: CaseReview, question: (typeof reviewQuestions)[number]): string =>
    reviewAnswers
      .map((answer) =>
        t.counted(
          review.reviewed.filter(({ answers }) => answers[question] === answer).length,
          t.answers[answer],
        ),
      )
      .join(' · ')
  return (
    <>
      <h2>{t.overTime}</h2>
      <Table
        caption={t.overTime}
        rows={reviews.length === 0 ? [] : reviewQuestions}
        empty={<p>{t.noAnswers}</p>}
        columns={[
          { heading: t.question, title: t.question, cell: (question) => t.questions[question] },
          ...reviews.map((review) => {
            const day = plainDay(review.on, c.language)
            return {
              heading: day,
              title: day,
              cell: (question: (typeof reviewQuestions)[number]) => counts(review, question),
            }
          }),
        ]}
      />
    </>
  )
}

function DrawForm({ c, errors }: { readonly c: PageContext; readonly errors: Errors }) {
  const t = reviewWords(c.language)
  return (
    <>
      <h2>{t.drawCases}</h2>
      <p>{t.drawText}</p>
      <Form action={`${caseReviewHref}/traek`} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <TextField
          name="size"
          label={t.casesSize}
          hint={t.casesHint}
          inputmode="numeric"
          width={4}
          value={c.form.values.size?.[0] ?? '5'}
          errors={errors}
        />
        <Submit>{t.drawCases}</Submit>
      </Form>
    </>
  )
}

export async function drawCases(c: PageContext): Promise<Response> {
  const size = sizeOf(c)
  if (size === undefined) return showCaseReview(c, { size: reviewWords(c.language).needSize })
  const cases = await read(c.house.db, c.scope, (tx) => casesToDrawFrom(tx, addMonths(c.today, -12)))
  const input = {
    reviewId: c.house.newId(),
    seed: c.house.newId(),
    population: cases.map(({ caseId }) => caseId),
    size,
  }
  return runOversight(c, 'drawCaseReview', input, caseReviewHref, (errors) =>
    showCaseReview(c, atField(errors, 'size')),
  )
}

export async function concludeCases(c: PageContext): Promise<Response> {
  const review = underWay((await oversightOf(c)).caseReviews)
  if (review === undefined) return errorPage(c, 404)
  const input = {
    reviewId: review.reviewId,
    findings: c.form.text('findings'),
    followUp: c.form.text('followUp'),
  }
  return runOversight(c, 'concludeCaseReview', input, caseReviewHref, (errors) =>
    showCaseReview(c, atField(errors, 'findings')),
  )
}
