/** The application's pages: start, one thing at a time, papers, check, sent. */
import type { Child } from 'hono/jsx'
import { openCase } from '../../casework/perform.ts'
import type { PersonId } from '../../domain/identity.ts'
import { DocumentHash, PersonId as Person } from '../../domain/identity.ts'
import { birthDateOf, findCpr } from '../../domain/person/cpr.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read, write } from '../../store/connection.ts'
import { addDraftFile, listDraftFiles, removeDraftFile } from '../../store/drafts.ts'
import { findPerson, findPersonByCpr, savePerson } from '../../store/persons.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { findUploadProblem } from '../platform/uploads.ts'
import { ErrorSummary, type Errors, FileField, Form, Submit } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton, StepIndicator, SummaryList } from '../ui/parts.tsx'
import { answersInWords } from './application-answers.ts'
import {
  type ApplicationDraft,
  draftKey,
  dropApplicationDraft,
  findApplicationDraft,
  saveStep,
} from './application-draft.ts'
import { applicationOf } from './application-input.ts'
import { applicationMessages } from './application-messages.ts'
import { one, type Step, stepsFor, type Values } from './application-steps.tsx'

const base = '/borger/ansoegning'
const say = (c: PageContext) => applicationMessages(c.language)

/** Whom the application is about, as far as it is known: oneself, the one acted for, or nobody yet. */
async function bornOnOf(c: PageContext, values: Values): Promise<CalendarDay | undefined> {
  const cpr = one(values, 'who') === 'helper' ? findCpr(one(values, 'helperCpr') ?? '') : undefined
  if (cpr) return birthDateOf(cpr)
  const personId = c.asking.onBehalfOf ?? c.asking.subject.personId
  const person = personId && (await read(c.house.db, systemScope(c), (tx) => findPerson(tx, personId)))
  return person?.birthDate
}

const systemScope = (c: PageContext) =>
  ({ municipality: c.municipality.code, viewer: { kind: 'system' } }) as const

type Progress = {
  readonly draft: ApplicationDraft | undefined
  readonly values: Values
  readonly steps: readonly Step[]
  readonly bornOn: CalendarDay | undefined
}

async function progressOf(c: PageContext): Promise<Progress> {
  const draft = await findApplicationDraft(c)
  const values = draft?.body.values ?? {}
  const bornOn = await bornOnOf(c, values)
  return { draft, values, steps: stepsFor({ c, bornOn }), bornOn }
}

export async function start(c: PageContext): Promise<Response> {
  const t = say(c)
  const { draft, steps } = await progressOf(c)
  const next = steps.find((s) => !draft?.body.seen.includes(s.id))?.id ?? 'tjek'
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <p class="font-lead">{t.lead}</p>
      <p>{t.after}</p>
      {draft ? (
        <>
          <Alert kind="info" title={t.saveTitle}>
            {t.missing(steps.filter((s) => !draft.body.seen.includes(s.id)).length)}
          </Alert>
          <div class="hv-actions">
            <LinkButton href={`${base}/${next}`}>{t.resume}</LinkButton>
            <Form action={`${base}/forfra`} csrf={c.csrf}>
              <Submit look="secondary">{t.startOver}</Submit>
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
  await dropApplicationDraft(c)
  return seeOther(`${base}/hvem`)
}

/** The page before and after: papers come before consent. */
const pathsOf = (steps: readonly Step[]): readonly string[] => {
  const ids = steps.map((s) => s.id)
  const consent = ids.indexOf('samtykke')
  return [...ids.slice(0, consent), 'bilag', ...ids.slice(consent), 'tjek']
}

const after = (steps: readonly Step[], id: string): string => {
  const paths = pathsOf(steps)
  return `${base}/${paths[paths.indexOf(id) + 1] ?? 'tjek'}`
}

const before = (steps: readonly Step[], id: string): string => {
  const paths = pathsOf(steps)
  const index = paths.indexOf(id)
  return index <= 0 ? base : `${base}/${paths[index - 1]}`
}

function stepPage(c: PageContext, progress: Progress, step: Step, values: Values, errors: Errors): Response {
  const t = say(c)
  const paths = pathsOf(progress.steps)
  const { steps } = progress
  return html(
    c,
    step.title(c),
    <>
      <BackLink href={before(steps, step.id)} language={c.language} />
      <StepIndicator step={paths.indexOf(step.id) + 1} of={paths.length} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{step.title(c)}</h1>
      {step.hint && <p>{step.hint(c)}</p>}
      <Form action={`${base}/${step.id}`} csrf={c.csrf} draft={`${base}/${step.id}?gem=1`}>
        {step.view({ c, values, errors, bornOn: progress.bornOn })}
        <div class="hv-actions">
          <Submit>{t.next}</Submit>
          {step.canSkip && (
            <Submit look="tertiary" name="spring" value="1">
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
  const progress = await progressOf(c)
  const step = progress.steps.find((s) => s.id === c.parameter('trin'))
  return step ? stepPage(c, progress, step, progress.values, {}) : seeOther(base)
}

export async function answerStep(c: PageContext): Promise<Response> {
  const progress = await progressOf(c)
  const step = progress.steps.find((s) => s.id === c.parameter('trin'))
  if (step === undefined) return seeOther(base)
  // Skipping leaves what was answered before; autosave keeps what is typed, right or wrong.
  if (c.form.text('spring')) {
    await saveStep(c, progress.draft, step.id, {})
    return seeOther(after(progress.steps, step.id))
  }
  const typed = Object.fromEntries(step.fields.map((name) => [name, [...c.form.all(name)]]))
  const values = { ...progress.values, ...typed }
  if (c.query.get('gem') === '1') {
    await saveStep(c, progress.draft, step.id, typed)
    return new Response(null, { status: 204 })
  }
  const errors = step.check?.({ c, values, errors: {}, bornOn: progress.bornOn }) ?? {}
  if (Object.keys(errors).length > 0) return stepPage(c, progress, step, values, errors)
  await saveStep(c, progress.draft, step.id, typed)
  return seeOther(after(progress.steps, step.id))
}

export async function showPapers(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = say(c)
  const { draft, steps } = await progressOf(c)
  const files = draft ? await read(c.house.db, c.scope, (tx) => listDraftFiles(tx, draft.draftId)) : []
  const paths = pathsOf(steps)
  return html(
    c,
    t.papers,
    <>
      <BackLink href={before(steps, 'bilag')} language={c.language} />
      <StepIndicator step={paths.indexOf('bilag') + 1} of={paths.length} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.papers}</h1>
      {files.length > 0 && (
        <>
          <h2>{t.yourFiles}</h2>
          <ul class="nobullet-list">
            {files.map((f) => (
              <li class="hv-actions">
                <span>{f.name}</span>
                <Form action={`${base}/bilag/fjern`} csrf={c.csrf}>
                  <input type="hidden" name="hash" value={f.hash} />
                  <button type="submit" class="button button-tertiary">
                    {t.remove}
                    <span class="sr-only"> {f.name}</span>
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form action={`${base}/bilag`} csrf={c.csrf} files>
        <FileField
          name="fil"
          label={t.file}
          hint={t.papersHint}
          errors={errors}
          accept="application/pdf,image/jpeg,image/png"
          multiple
        />
        <Submit look="secondary">{t.addFile}</Submit>
      </Form>
      <LinkButton href={after(steps, 'bilag')}>{t.next}</LinkButton>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

export async function addPapers(c: PageContext): Promise<Response> {
  const files = c.form.files('fil')
  const most = currentStandard(c.municipality).parameters.uploadMaxMegabytes.value
  for (const upload of files) {
    const problem = findUploadProblem(upload, most)
    if (problem) return showPapers(c, { fil: refusalInWords({ refused: true, code: problem }, c.language) })
  }
  const { draft } = await progressOf(c)
  const draftId = await saveStep(c, draft, 'bilag', {})
  await write(c.house.db, c.scope, async (tx) => {
    for (const { name, mediaType, bytes } of files)
      await addDraftFile(tx, draftId, { name, mediaType, bytes, now: c.house.now() })
  })
  return seeOther(`${base}/bilag`)
}

export async function removePaper(c: PageContext): Promise<Response> {
  const { draft } = await progressOf(c)
  const hash = DocumentHash.safeParse(c.form.text('hash'))
  if (draft && hash.success)
    await write(c.house.db, c.scope, (tx) => removeDraftFile(tx, draft.draftId, hash.data))
  return seeOther(`${base}/bilag`)
}

export async function check(c: PageContext, problem?: Child): Promise<Response> {
  const t = say(c)
  const { draft, values, steps } = await progressOf(c)
  if (draft === undefined) return seeOther(base)
  const files = await read(c.house.db, c.scope, (tx) => listDraftFiles(tx, draft.draftId))
  const rows = steps.map((step) => ({
    label: step.title(c),
    value: answersInWords(c, step.id, values) ?? t.noAnswer,
    change: { href: `${base}/${step.id}`, what: step.title(c) },
  }))
  const papers = {
    label: t.papers,
    value: files.map((f) => f.name).join('\n') || t.noAnswer,
    change: { href: `${base}/bilag`, what: t.papers },
  }
  return html(
    c,
    t.check,
    <>
      <BackLink href={before(steps, 'tjek')} language={c.language} />
      <h1>{t.check}</h1>
      {problem && <Alert kind="error">{problem}</Alert>}
      <p>{t.checkHint}</p>
      <SummaryList rows={[...rows, papers]} language={c.language} />
      <Form action={`${base}/send`} csrf={c.csrf} commandId={draft.draftId}>
        <Submit>{t.send}</Submit>
      </Form>
    </>,
    problem ? 422 : 200,
  )
}

/** The person helped, by CPR number: registered by what the helper wrote when they are not here yet. */
async function personHelped(
  c: PageContext,
  values: Values,
): Promise<{ personId: PersonId; bornOn: CalendarDay } | undefined> {
  const cpr = findCpr(one(values, 'helperCpr') ?? '')
  const bornOn = cpr && birthDateOf(cpr)
  if (!cpr || !bornOn) return undefined
  return write(c.house.db, systemScope(c), async (tx) => {
    const known = await findPersonByCpr(tx, cpr)
    if (known) return { personId: known.personId, bornOn: known.birthDate }
    const personId = Person.parse(c.house.newId())
    const [familyName, ...given] = (one(values, 'helperName') ?? '').split(' ').reverse()
    await savePerson(tx, {
      personId,
      cpr,
      validFrom: c.today,
      recordedAt: c.house.now(),
      details: {
        givenName: given.reverse().join(' ') || (familyName ?? 'Ukendt'),
        familyName: familyName ?? 'Ukendt',
        birthDate: bornOn,
        language: 'da',
        digitalPostExempt: false,
        easyRead: false,
      },
    })
    return { personId, bornOn }
  })
}

export async function send(c: PageContext): Promise<Response> {
  const { draft, values, bornOn } = await progressOf(c)
  const self = c.asking.subject.personId
  if (self === undefined) return seeOther(base)
  // Posted twice: the draft is gone with the first, and its id was the command's.
  if (draft === undefined) return seeOther('/borger')
  const helping = one(values, 'who') === 'helper' && c.asking.onBehalfOf === undefined
  const helped = helping ? await personHelped(c, values) : undefined
  if (helping && helped === undefined) return seeOther(`${base}/hvem`)
  const personId = helped?.personId ?? c.asking.onBehalfOf ?? self
  const born = helped?.bornOn ?? bornOn
  if (born === undefined) return seeOther(`${base}/hvem`)
  const applicant = c.asking.onBehalfOf
    ? ({ kind: 'representative', personId: self } as const)
    : helping
      ? ({ kind: 'helper', personId: self, relation: one(values, 'helperRelation') ?? '' } as const)
      : ({ kind: 'self' } as const)
  const about = { personId, bornOn: born, today: c.today }
  const opened = await openCase(c.house, c.asking, {
    application: applicationOf(values, about, applicant),
    commandId: draft.draftId,
    draft: { ...draftKey(c), draftId: draft.draftId },
  })
  if (isRefusal(opened)) return check(c, refusalInWords(opened, c.language))
  return seeOther(`${base}/kvittering/${opened.caseNumber}`)
}
