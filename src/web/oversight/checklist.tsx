/** One case of the leader's sample: the questions, each answered, and the answers as they were kept. The gate logs each look at it. */
import { reviewAnswers, reviewQuestions } from '../../domain/oversight/events.ts'
import type { CaseReview } from '../../domain/oversight/file.ts'
import { plainDay } from '../i18n/dates.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Radios, Submit, TextArea } from '../ui/fields.tsx'
import { SummaryList } from '../ui/parts.tsx'
import { atField, statusOf } from './drawing.tsx'
import { oversightOf } from './registers.tsx'
import { reviewWords } from './review-words.ts'
import { runOversight } from './run.ts'

export const caseReviewHref = '/ledelse/ledelsestilsyn'
export const checklistHref = (caseNumber: string): string => `${caseReviewHref}/sag/${caseNumber}`

/** The review that the case is in: the one under way before one that is over. */
async function reviewOf(c: CaseContext): Promise<CaseReview | undefined> {
  const having = (await oversightOf(c)).caseReviews.filter((r) => r.cases.includes(c.case.caseId))
  return having.find((r) => r.concluded === undefined) ?? having.at(-1)
}

export async function showChecklist(c: CaseContext, errors: Errors = {}): Promise<Response> {
  const t = reviewWords(c.language)
  const review = await reviewOf(c)
  if (review === undefined) return errorPage(c, 404)
  const answered = review.reviewed.find((r) => r.caseId === c.case.caseId)
  const { caseNumber } = c.case.file
  return html(
    c,
    t.checklist,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.checklist}</h1>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.case, value: <a href={`/myndighed/sager/${caseNumber}`}>{caseNumber}</a> },
          ...(answered ? [{ label: t.done, value: plainDay(answered.on, c.language) }] : []),
        ]}
      />
      <p>{t.openedIsLogged}</p>
      {answered ? (
        <SummaryList
          language={c.language}
          rows={[
            ...reviewQuestions.map((question) => {
              const answer = answered.answers[question]
              return { label: t.questions[question], value: answer ? t.answers[answer] : '–' }
            }),
            { label: t.remark, value: answered.remark ?? t.none },
          ]}
        />
      ) : (
        <Form
          action={checklistHref(caseNumber)}
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
        >
          {reviewQuestions.map((question) => (
            <Radios
              name={question}
              label={t.questions[question]}
              value={c.form.text(question)}
              options={reviewAnswers.map((value) => ({ value, label: t.answers[value] }))}
              errors={errors}
            />
          ))}
          <TextArea
            name="remark"
            label={t.remark}
            hint={t.remarkHint}
            value={c.form.text('remark')}
            errors={errors}
          />
          <Submit>{t.saveCase}</Submit>
        </Form>
      )}
      <p>
        <a href={review.concluded ? `${caseReviewHref}?om=${review.reviewId}` : caseReviewHref}>
          {t.backToCases}
        </a>
      </p>
    </>,
    statusOf(errors),
  )
}

export async function answerChecklist(c: CaseContext): Promise<Response> {
  const t = reviewWords(c.language)
  const review = await reviewOf(c)
  if (review === undefined) return errorPage(c, 404)
  const isAnswer = (text: string | undefined): boolean => reviewAnswers.some((answer) => answer === text)
  const missing = reviewQuestions.filter((question) => !isAnswer(c.form.text(question)))
  if (missing.length > 0)
    return showChecklist(c, Object.fromEntries(missing.map((question) => [question, t.needAnswer])))
  const input = {
    reviewId: review.reviewId,
    caseId: c.case.caseId,
    answers: Object.fromEntries(reviewQuestions.map((question) => [question, c.form.text(question)])),
    remark: c.form.text('remark'),
  }
  return runOversight(c, 'reviewCase', input, caseReviewHref, (errors) =>
    showChecklist(c, atField(errors, reviewQuestions[0])),
  )
}
