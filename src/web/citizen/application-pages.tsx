/** The application's pages: start, one thing at a time, and the check before it is sent. */
import type { Child } from 'hono/jsx'
import { longDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { goesSoonOn } from '../platform/kept-form.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Submit } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton, SummaryList } from '../ui/parts.tsx'
import { answersInWords } from './application-answers.ts'
import { dropApplicationDraft, saveStep, turnOf } from './application-draft.ts'
import { filesOf } from './application-papers.tsx'
import {
  AboutField,
  after,
  base,
  before,
  findObstacle,
  findSent,
  lacking,
  type Progress,
  pathsOf,
  progressOf,
  StepTop,
  say,
  unseen,
} from './application-progress.tsx'
import type { Step, Values } from './application-step.ts'
import { caseMessages } from './case-messages.ts'

export async function start(c: PageContext): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const t = say(c)
  const progress = await progressOf(c)
  const missing = unseen(progress)
  const goes = progress.draft && goesSoonOn(c, progress.draft.expiresAt)
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <p class="font-lead">{t.lead}</p>
      <p>{t.after}</p>
      {progress.draft ? (
        <>
          <Alert kind="info" title={t.saveTitle}>
            <p>{missing.length === 0 ? t.checkAndSend : t.missing(missing.length)}</p>
            {goes && <p>{caseMessages(c.language).draftGoes(longDay(goes, c.language))}</p>}
          </Alert>
          <div class="hv-actions">
            <LinkButton href={`${base}/${missing[0] ?? 'tjek'}`}>{t.resume}</LinkButton>
          </div>
          <div class="hv-later">
            <Form action={`${base}/forfra`} csrf={c.csrf}>
              <AboutField c={c} />
              <Submit look="tertiary">{t.startOver}</Submit>
            </Form>
          </div>
        </>
      ) : (
        <LinkButton href={`${base}/hvem`}>{t.start}</LinkButton>
      )}
    </>,
  )
}

export async function startOver(c: PageContext): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  await dropApplicationDraft(c)
  return seeOther(`${base}/hvem`)
}

function stepPage(c: PageContext, progress: Progress, step: Step, values: Values, errors: Errors): Response {
  const t = say(c)
  const action = `${base}/${step.id}`
  return html(
    c,
    step.title(c),
    <>
      <BackLink href={before(progress.steps, step.id)} language={c.language} />
      <StepTop c={c} progress={progress} id={step.id} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{step.title(c)}</h1>
      {step.hint && <p>{step.hint(c)}</p>}
      <Form action={action} csrf={c.csrf} draft={`${action}?gem=1`}>
        <AboutField c={c} />
        {/* Shown again because something is wrong with it, it is the same page. */}
        <input type="hidden" name="_page" value={turnOf(c, false)?.page ?? c.house.newId()} />
        {progress.draft && <input type="hidden" name="kladde" value={progress.draft.draftId} />}
        {step.view({ c, values, errors, bornOn: progress.bornOn, self: progress.self })}
        <div class="hv-actions">
          <Submit>{t.next}</Submit>
          {step.canSkip && (
            <Submit look="secondary" name="spring" value="1">
              {t.skip}
            </Submit>
          )}
        </div>
      </Form>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function showStep(c: PageContext): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const progress = await progressOf(c)
  const step = progress.steps.find((s) => s.id === c.parameter('trin'))
  return step ? stepPage(c, progress, step, progress.values, {}) : seeOther(base)
}

export async function answerStep(c: PageContext): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const sent = await findSent(c, c.form.text('kladde'))
  const autosave = c.query.get('gem') === '1'
  if (sent) return autosave ? new Response(null, { status: 204 }) : seeOther(sent)
  const progress = await progressOf(c)
  const step = progress.steps.find((s) => s.id === c.parameter('trin'))
  if (step === undefined) return seeOther(base)
  // Skipping leaves what was answered before; autosave keeps what is typed, right or wrong.
  if (c.form.text('spring')) {
    await saveStep(c, progress.draft, step.id, {}, turnOf(c, false))
    return seeOther(after(progress.steps, step.id))
  }
  const typed = Object.fromEntries(step.fields.map((name) => [name, [...c.form.all(name)]]))
  const values = { ...progress.values, ...typed }
  if (autosave) {
    await saveStep(c, progress.draft, step.id, typed, turnOf(c, true))
    return new Response(null, { status: 204 })
  }
  const errors = step.check?.({ c, values, errors: {}, bornOn: progress.bornOn }) ?? {}
  if (Object.keys(errors).length > 0) return stepPage(c, progress, step, values, errors)
  await saveStep(c, progress.draft, step.id, typed, turnOf(c, false))
  // What was just answered may open a page or close one.
  return seeOther(after((await progressOf(c)).steps, step.id))
}

export async function check(c: PageContext, problem?: Child): Promise<Response> {
  const obstacle = await findObstacle(c)
  if (obstacle) return obstacle
  const t = say(c)
  const progress = await progressOf(c)
  const { draft, values, steps } = progress
  if (draft === undefined) return seeOther(base)
  const files = await filesOf(c, draft.draftId)
  const missing = lacking(c, progress)
  const rows = pathsOf(steps)
    .filter((id) => id !== 'tjek')
    .map((id) => {
      const title = steps.find((s) => s.id === id)?.title(c) ?? t.papers
      const answer = id === 'bilag' ? files.map((f) => f.name).join('\n') : answersInWords(c, id, values)
      return {
        label: title,
        value: answer || t.noAnswer,
        change: { href: `${base}/${id}`, what: title },
      }
    })
  return html(
    c,
    t.check,
    <>
      <BackLink href={before(steps, 'tjek')} language={c.language} />
      <StepTop c={c} progress={progress} id="tjek" />
      <h1>{t.check}</h1>
      {problem && <Alert kind="error">{problem}</Alert>}
      {missing.length > 0 && (
        <Alert kind="warning" title={t.missingTitle}>
          <ul class="nobullet-list">
            {missing.map((step) => (
              <li>
                <a href={`${base}/${step.id}`}>{step.title(c)}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <p>{t.checkHint}</p>
      <SummaryList rows={rows} language={c.language} />
      {missing.length === 0 && (
        <Form action={`${base}/send`} csrf={c.csrf} commandId={draft.draftId}>
          <AboutField c={c} />
          <Submit>{t.send}</Submit>
        </Form>
      )}
    </>,
    problem ? 422 : 200,
  )
}
