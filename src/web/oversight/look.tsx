/** One look of the sample: who, when, at which case and why; and whether there was a proper reason. */
import { loadMunicipalityStream } from '../../casework/municipality.ts'
import { lookFindings } from '../../domain/oversight/events.ts'
import type { LogReview } from '../../domain/oversight/file.ts'
import { copenhagenDay } from '../../domain/time/calendar-day.ts'
import { type LookToReview, looksWithIds } from '../../store/access-log.ts'
import { read } from '../../store/connection.ts'
import { listUsers, type StaffUser } from '../../store/users.ts'
import { actionNames } from '../i18n/action-words.ts'
import { dayAndTime, plainDay, timeOfDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { noteLooks } from '../platform/looks.ts'
import { html } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Radios, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, SummaryList } from '../ui/parts.tsx'
import { atField, statusOf } from './drawing.tsx'
import { oversightOf } from './registers.tsx'
import { reviewWords } from './review-words.ts'
import { runOversight } from './run.ts'

export const logReviewHref = '/ledelse/logkontrol'
export const lookHref = (entryId: string): string => `${logReviewHref}/opslag?om=${entryId}`

export const whoOf = ({ actor }: LookToReview, users: readonly StaffUser[]): string => {
  if (actor.kind !== 'staff') return actor.kind
  return users.find((u) => u.userId === actor.userId)?.name ?? actor.userId
}

/** In the words of the permission table; of a page that is no more, its id. */
export function actOf(c: PageContext, { route }: LookToReview): string {
  const action = c.actionAt(route)
  return action === undefined || action === 'public' || action === 'signedIn'
    ? route
    : actionNames(c.language)[action]
}

/** The review that the look is in: the one under way before one that is over. */
const reviewWith = (reviews: readonly LogReview[], entryId: string): LogReview | undefined => {
  const having = reviews.filter((r) => r.sample.includes(entryId))
  return having.find((r) => r.concluded === undefined) ?? having.at(-1)
}

const askedFor = (c: PageContext): string => c.form.text('om') ?? c.query.get('om') ?? ''

export async function showLook(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = reviewWords(c.language)
  const entryId = askedFor(c)
  const { logReviews, breaches } = await oversightOf(c)
  const review = reviewWith(logReviews, entryId)
  if (review === undefined) return errorPage(c, 404)
  const [looks, users] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([looksWithIds(tx, [entryId]), listUsers(tx)]),
  )
  const [look] = looks
  if (look?.personId)
    noteLooks(c, 'oversight.look', [{ personId: look.personId, caseId: look.caseId ?? null }])
  const judged = review.reviewed.find((r) => r.entryId === entryId)
  return html(
    c,
    t.judgeTitle,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.judgeTitle}</h1>
      {look ? <Facts c={c} look={look} users={users} /> : <p>{t.lookGone}</p>}
      {judged ? (
        <Judged c={c} judged={judged} isBreach={breaches.some((b) => b.breachId === entryId)} />
      ) : (
        <Form
          action={`${logReviewHref}/opslag`}
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
        >
          <input type="hidden" name="om" value={entryId} />
          <Radios
            name="finding"
            label={t.isJustified}
            value={c.form.text('finding')}
            options={lookFindings.map((value) => ({ value, label: t.findings[value] }))}
            errors={errors}
          />
          <TextArea
            name="words"
            label={t.words}
            hint={t.wordsHint}
            value={c.form.text('words')}
            errors={errors}
          />
          <Submit>{t.save}</Submit>
        </Form>
      )}
      <p>
        <a href={review.concluded ? `${logReviewHref}?om=${review.reviewId}` : logReviewHref}>
          {t.backToLog}
        </a>
      </p>
    </>,
    statusOf(errors),
  )
}

function Facts({
  c,
  look,
  users,
}: {
  readonly c: PageContext
  readonly look: LookToReview
  readonly users: readonly StaffUser[]
}) {
  const t = reviewWords(c.language)
  const { actor, caseNumber } = look
  return (
    <>
      {actor.kind === 'staff' && actor.userId === c.asking.subject.userId && (
        <Alert kind="warning">{t.ownLook}</Alert>
      )}
      <SummaryList
        language={c.language}
        rows={[
          { label: t.who, value: whoOf(look, users) },
          { label: t.when, value: dayAndTime(look.at, c.language) },
          { label: t.did, value: actOf(c, look) },
          {
            label: t.case,
            value: caseNumber ? <a href={`/myndighed/sager/${caseNumber}`}>{caseNumber}</a> : t.noCase,
          },
          { label: t.purpose, value: look.purpose ?? t.noPurpose },
        ]}
      />
    </>
  )
}

function Judged({
  c,
  judged,
  isBreach,
}: {
  readonly c: PageContext
  readonly judged: LogReview['reviewed'][number]
  readonly isBreach: boolean
}) {
  const t = reviewWords(c.language)
  return (
    <>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.isJustified, value: t.findings[judged.finding] },
          ...(judged.words ? [{ label: t.words, value: judged.words }] : []),
          { label: t.judgedOn, value: plainDay(judged.on, c.language) },
        ]}
      />
      {judged.finding === 'notJustified' && (
        <p>
          {isBreach ? (
            <>
              {t.breachRecorded} <a href="/ledelse/registre">{t.toRegisters}</a>
            </>
          ) : (
            <a href={`/ledelse/registre/brud?om=${judged.entryId}`}>{t.recordBreach}</a>
          )}
        </p>
      )}
    </>
  )
}

export async function judgeLook(c: PageContext): Promise<Response> {
  const entryId = askedFor(c)
  const review = reviewWith((await oversightOf(c)).logReviews, entryId)
  if (review === undefined) return errorPage(c, 404)
  const finding = c.form.text('finding')
  const input = { reviewId: review.reviewId, entryId, finding, words: c.form.text('words') }
  // What was not justified stays on screen: the breach is recorded from there.
  const next = review.sample.find((id) => id !== entryId && !review.reviewed.some((r) => r.entryId === id))
  const to = finding === 'notJustified' ? lookHref(entryId) : next ? lookHref(next) : logReviewHref
  return runOversight(c, 'reviewLook', input, to, (errors) => showLook(c, atField(errors, 'finding')))
}

/** What a breach begins with that a look of the sample turned out to be: known from when it was judged so. */
export async function breachFromLook(c: PageContext): Promise<Readonly<Record<string, string>>> {
  const t = reviewWords(c.language)
  const entryId = c.query.get('om')
  if (entryId === null) return {}
  const { history } = await read(c.house.db, c.scope, loadMunicipalityStream)
  for (const event of history) {
    if (event.type !== 'logLookReviewed' || 'withdrawn' in event) continue
    const { entryId: of, finding, words } = event.payload
    if (of !== entryId || finding !== 'notJustified') continue
    return {
      source: 'logReview',
      what: t.unjustified(words ?? ''),
      affected: t.oneCitizen,
      knownAt: copenhagenDay(new Date(event.recordedAt)),
      // As the field asks for it, with a colon.
      'knownAt-t': timeOfDay(event.recordedAt, 'en'),
    }
  }
  return {}
}
