/**
 * The half-yearly review of the log: a sample that chance draws, worked through look by look, and concluded. Which case a look
 * was at stands on the look's own page, where the log gets its line about that person, and not in the list.
 */
import { lookFindings } from '../../domain/oversight/events.ts'
import type { LogReview } from '../../domain/oversight/file.ts'
import { addDays, addMonths, type CalendarDay, earliest, getDay } from '../../domain/time/calendar-day.ts'
import { looksToDrawFrom, looksWithIds } from '../../store/access-log.ts'
import { read } from '../../store/connection.ts'
import { listUsers } from '../../store/users.ts'
import { autosaves } from '../autosaves.ts'
import { dayAndTime, plainDay } from '../i18n/dates.ts'
import { ManagementTabs } from '../management/frame.tsx'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, type Errors, Form, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { LinkButton, SummaryList, Table } from '../ui/parts.tsx'
import { atField, drawnRows, sizeOf, statusOf, underWay } from './drawing.tsx'
import { actOf, logReviewHref, lookHref, whoOf } from './look.tsx'
import { oversightOf } from './registers.tsx'
import { reviewWords } from './review-words.ts'
import { runOversight } from './run.ts'

export async function showLogReview(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = reviewWords(c.language)
  const { logReviews } = await oversightOf(c)
  const asked = c.query.get('om')
  const shown = asked ? logReviews.find((r) => r.reviewId === asked) : underWay(logReviews)
  if (asked && shown === undefined) return errorPage(c, 404)
  const rows = shown && (await sampleOf(c, shown))
  const countsOf = ({ reviewed }: LogReview) =>
    lookFindings.map((finding) =>
      t.counted(reviewed.filter((r) => r.finding === finding).length, t.findings[finding]),
    )
  return html(
    c,
    t.logReview,
    <>
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.logReview}</h1>
      <ManagementTabs c={c} current="/logkontrol" />
      <p>{t.logLead}</p>
      {shown && rows && <Sample c={c} review={shown} rows={rows} errors={errors} />}
      {underWay(logReviews) === undefined && !asked && (
        <DrawForm c={c} last={logReviews.at(-1)} errors={errors} />
      )}
      <h2>{t.pastLooks}</h2>
      <Table
        caption={t.pastLooks}
        rows={logReviews.filter((r) => r.concluded !== undefined).toReversed()}
        empty={<p>{t.noPastLooks}</p>}
        columns={[
          {
            heading: t.period,
            title: t.period,
            cell: (r) => <a href={`${logReviewHref}?om=${r.reviewId}`}>{periodOf(c, r)}</a>,
          },
          { heading: t.sample, title: t.sample, cell: (r) => t.of(r.sample.length, r.population) },
          { heading: t.finding, title: t.finding, cell: (r) => countsOf(r).join(' · ') },
          { heading: t.conclusion, title: t.conclusion, cell: (r) => r.concluded?.conclusion ?? '' },
        ]}
      />
      {asked && (
        <p>
          <a href={logReviewHref}>{t.backToLog}</a>
        </p>
      )}
    </>,
    statusOf(errors),
  )
}

const periodOf = (c: PageContext, { from, to }: LogReview): string =>
  reviewWords(c.language).between(plainDay(getDay(from), c.language), plainDay(getDay(to), c.language))

type Row = {
  readonly id: string
  readonly when: string
  readonly who: string
  readonly did: string
  readonly finding: LogReview['reviewed'][number] | undefined
}

/** The looks of the sample, in the order they happened. */
async function sampleOf(c: PageContext, { sample, reviewed }: LogReview): Promise<readonly Row[]> {
  const [looks, users] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([looksWithIds(tx, sample), listUsers(tx)]),
  )
  return looks.map((look) => ({
    id: look.id,
    when: dayAndTime(look.at, c.language),
    who: whoOf(look, users),
    did: actOf(c, look),
    finding: reviewed.find((r) => r.entryId === look.id),
  }))
}

function Sample({
  c,
  review,
  rows,
  errors,
}: {
  readonly c: PageContext
  readonly review: LogReview
  readonly rows: readonly Row[]
  readonly errors: Errors
}) {
  const t = reviewWords(c.language)
  const next = rows.find((row) => row.finding === undefined)
  return (
    <>
      <h2>{review.concluded ? periodOf(c, review) : t.underWay}</h2>
      <SummaryList
        language={c.language}
        rows={[{ label: t.period, value: periodOf(c, review) }, ...drawnRows(c, review)]}
      />
      <Table
        caption={t.sample}
        rows={rows.map((row, index) => ({ ...row, number: index + 1 }))}
        empty={<p>{t.lookGone}</p>}
        columns={[
          {
            heading: t.lookHeading,
            title: t.lookHeading,
            cell: ({ id, number }) => <a href={lookHref(id)}>{t.look(number)}</a>,
          },
          { heading: t.when, title: t.when, cell: ({ when }) => when },
          { heading: t.who, title: t.who, cell: ({ who }) => who },
          { heading: t.did, title: t.did, cell: ({ did }) => did },
          {
            heading: t.finding,
            title: t.finding,
            cell: ({ finding }) =>
              finding ? [t.findings[finding.finding], finding.words].filter(Boolean).join('. ') : '–',
          },
        ]}
      />
      {next && (
        <>
          <div class="hv-actions">
            <LinkButton href={lookHref(next.id)}>{t.nextLook}</LinkButton>
          </div>
          <p>{t.concludeWhenDone}</p>
        </>
      )}
      {review.concluded && (
        <>
          <h3>{t.conclusion}</h3>
          <p>{review.concluded.conclusion}</p>
        </>
      )}
      {!next && !review.concluded && (
        <Form
          action={`${logReviewHref}/afslut`}
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
        >
          <TextArea
            name="conclusion"
            label={t.findingsText}
            hint={t.remarkHint}
            value={c.form.text('conclusion')}
            errors={errors}
          />
          <Submit>{t.conclude}</Submit>
        </Form>
      )}
    </>
  )
}

function DrawForm({
  c,
  last,
  errors,
}: {
  readonly c: PageContext
  readonly last: LogReview | undefined
  readonly errors: Errors
}) {
  const t = reviewWords(c.language)
  const yesterday = addDays(c.today, -1)
  // From where the last one ended, so that no day of the log is left out.
  const halfYearAgo = addMonths(c.today, -6)
  const from = last ? addDays(getDay(last.to), 1) : halfYearAgo
  const day = (name: 'from' | 'to', value: CalendarDay, hint?: string) => (
    <DateField
      name={name}
      label={t[name]}
      hint={hint}
      language={c.language}
      value={value}
      typed={c.form.values}
      errors={errors}
    />
  )
  return (
    <>
      <h2>{t.drawLooks}</h2>
      <p>{t.drawText}</p>
      <Form action={`${logReviewHref}/traek`} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        {day('from', earliest(from, yesterday))}
        {day('to', yesterday, t.toHint)}
        <TextField
          name="size"
          label={t.looksSize}
          inputmode="numeric"
          width={4}
          value={c.form.values.size?.[0] ?? '20'}
          errors={errors}
        />
        <Submit>{t.drawLooks}</Submit>
      </Form>
    </>
  )
}

export async function drawLooks(c: PageContext): Promise<Response> {
  const t = reviewWords(c.language)
  const [from, to, size] = [dateOf(c.form, 'from'), dateOf(c.form, 'to'), sizeOf(c)]
  const noDay = (day: typeof from): day is undefined | 'wrong' => day === undefined || day === 'wrong'
  if (noDay(from) || noDay(to) || size === undefined || to >= c.today)
    return showLogReview(c, {
      ...(noDay(from) && { from: t.needDay }),
      ...(noDay(to) ? { to: t.needDay } : to >= c.today && { to: t.needPast }),
      ...(size === undefined && { size: t.needSize }),
    })
  const looks = await read(c.house.db, c.scope, (tx) => looksToDrawFrom(tx, { from, to }, autosaves))
  const input = {
    reviewId: c.house.newId(),
    from,
    to,
    seed: c.house.newId(),
    population: looks.map(({ id }) => id),
    size,
  }
  return runOversight(c, 'drawLogReview', input, logReviewHref, (errors) =>
    showLogReview(c, atField(errors, 'size')),
  )
}

export async function concludeLooks(c: PageContext): Promise<Response> {
  const review = underWay((await oversightOf(c)).logReviews)
  if (review === undefined) return errorPage(c, 404)
  const input = { reviewId: review.reviewId, conclusion: c.form.text('conclusion') }
  return runOversight(c, 'concludeLogReview', input, logReviewHref, (errors) =>
    showLogReview(c, atField(errors, 'conclusion')),
  )
}
