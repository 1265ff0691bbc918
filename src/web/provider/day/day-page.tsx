/** The day at a provider (today's list, another day's corrections): big buttons in plain forms, no script needed. */
import type { Child } from 'hono/jsx'
import { absenceReasons, informants } from '../../../domain/attendance/fact.ts'
import { addDays, type CalendarDay, findDay } from '../../../domain/time/calendar-day.ts'
import { longDay } from '../../i18n/dates.ts'
import type { PageContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { html } from '../../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Select, Submit, TextField } from '../../ui/fields.tsx'
import { Alert, BackLink, Details, LinkButton, Tabs } from '../../ui/parts.tsx'
import { personHref } from '../orders.ts'
import { weekHref } from '../week-words.ts'
import { saidIn, saidOf } from './fact-words.ts'
import {
  type DayRead,
  type DayRow,
  dayHref,
  groupsOf,
  type ListName,
  lastHolding,
  listOf,
  lists,
  readDay,
} from './read-day.ts'
import { dayWords } from './words.ts'

type Problem = { readonly errors: Errors }

export const today = (c: PageContext): Promise<Response> => showDay(c, c.today)

export function someDay(c: PageContext): Promise<Response> | Response {
  const day = findDay(c.parameter('day'))
  return day === undefined ? errorPage(c, 404) : showDay(c, day)
}

export async function showDay(
  c: PageContext,
  day: CalendarDay,
  { errors }: Problem = { errors: {} },
): Promise<Response> {
  const read = await readDay(c, day, 'provider.day')
  if (read === undefined) return errorPage(c, 404)
  const t = dayWords(c.language)
  const title = day === c.today ? t.today(longDay(day, c.language)) : t.dayTitle(longDay(day, c.language))
  const of = (name: ListName) => read.rows.filter((row) => listOf(row) === name)
  const shown = lists.filter((name) => name === 'expected' || of(name).length > 0)
  return html(
    c,
    title,
    <>
      <BackLink href="/tilbud" language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{title}</h1>
      {c.query.get('ophoert') && <Alert kind="warning">{t.remarks.placementOver}</Alert>}
      <Offer c={c} read={read} />
      {read.locked && <Alert kind="info">{t.locked(read.lockDays)}</Alert>}
      <Tabs
        label={t.tabs}
        tabs={shown.map((name) => ({
          href: `#${name}`,
          text: t[name],
          count: of(name).length,
          current: false,
        }))}
      />
      {shown.map((name) => (
        <section id={name} aria-labelledby={`${name}-h`}>
          <h2 id={`${name}-h`}>{`${t[name]} (${of(name).length})`}</h2>
          {name === 'noSchedule' && <p>{t.noScheduleHint}</p>}
          {of(name).length === 0 && <p>{t.nobody}</p>}
          {name === 'others' ? (
            <Details summary={t.others}>
              <Rows c={c} read={read} rows={of(name)} errors={errors} />
            </Details>
          ) : name === 'expected' ? (
            groupsOf(of(name)).map((group) => (
              <>
                <h3>{group.name ?? t.noGroup}</h3>
                {day <= c.today && !read.locked && (
                  <Form action={`/tilbud/dag/${day}`} csrf={c.csrf} commandId={c.house.newId()}>
                    <Submit look="primary" name="alle" value={group.groupId ?? 'ingen'}>
                      {t.allHere(group.rows.length)}
                    </Submit>
                  </Form>
                )}
                <Rows c={c} read={read} rows={group.rows} errors={errors} />
              </>
            ))
          ) : (
            <Rows c={c} read={read} rows={of(name)} errors={errors} />
          )}
        </section>
      ))}
      <ul class="hv-actions no-max-width">
        <li>
          <LinkButton look="secondary" href={dayHref(addDays(day, -1), c.today)}>
            {t.before}
          </LinkButton>
        </li>
        {day !== c.today && (
          <li>
            <LinkButton look="secondary" href="/tilbud/i-dag">
              {t.toToday}
            </LinkButton>
          </li>
        )}
        <li>
          <LinkButton look="secondary" href={dayHref(addDays(day, 1), c.today)}>
            {t.after}
          </LinkButton>
        </li>
        <li>
          <LinkButton look="secondary" href={weekHref(day, c.today)}>
            {t.week}
          </LinkButton>
        </li>
        <li>
          <LinkButton look="secondary" href={`/tilbud/i-dag/print?dag=${day}`}>
            {t.print}
          </LinkButton>
        </li>
        <li>
          <LinkButton look="secondary" href="/tilbud/lukkedage">
            {t.closedDays}
          </LinkButton>
        </li>
        <li>
          <LinkButton look="secondary" href={`/tilbud/fremmoede?maaned=${day.slice(0, 7)}`}>
            {t.sums}
          </LinkButton>
        </li>
      </ul>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function Offer({ c, read }: { readonly c: PageContext; readonly read: DayRead }) {
  const t = dayWords(c.language)
  const { offer } = read
  if (offer.open) return null
  const why = offer.because === 'holiday' ? t.holiday : t.offerKinds[offer.because]
  return (
    <Alert kind="warning" title={why}>
      {offer.fact && <p>{offer.fact.reason}</p>}
      <p>{t.closedText}</p>
    </Alert>
  )
}

type RowsProps = {
  readonly c: PageContext
  readonly read: DayRead
  readonly rows: readonly DayRow[]
  readonly errors: Errors
}

const Rows = ({ c, read, rows, errors }: RowsProps) => (
  <ul class="nobullet-list no-max-width">
    {rows.map((row) => (
      <li id={`r-${row.order.orderId}`} class="hv-card">
        <PersonRow c={c} read={read} row={row} errors={errors} />
      </li>
    ))}
  </ul>
)

function PersonRow({ c, read, row, errors }: Omit<RowsProps, 'rows'> & { readonly row: DayRow }) {
  const t = dayWords(c.language)
  const { order, day, times } = row
  const { considerations, transport } = order.content
  const name = row.name ?? t.unknownName
  const facts: readonly Child[] = [
    ...times.map(({ starts, ends }) => `${starts}–${ends}`),
    ...(transport ? [t.ride] : []),
    ...(day.cameAfterAll ? [t.afterAll] : []),
    ...(day.state === 'cancelled' && day.reason ? [t.reasons[day.reason]] : []),
    ...(day.lateBy ? [day.lateBy === 'transport' ? t.rideFailed : t.ownLate] : []),
    ...(day.unconfirmed ? [t.unconfirmed] : []),
  ]
  return (
    <>
      <p>
        <a href={personHref(order)}>
          <strong>{name}</strong>
        </a>{' '}
        {facts.map((fact) => (
          <> · {fact}</>
        ))}
      </p>
      {considerations && (
        <p>
          <strong>{`❗ ${t.important}: `}</strong>
          {considerations}
        </p>
      )}
      {day.all.length > 0 && <p>{saidIn(c, read, day.holding.length > 0 ? day.holding : day.all)}</p>}
      {read.day <= addDays(c.today, 366) && <Buttons c={c} read={read} row={row} errors={errors} />}
    </>
  )
}

function Buttons({ c, read, row, errors }: Omit<RowsProps, 'rows'> & { readonly row: DayRow }) {
  const t = dayWords(c.language)
  const { orderId } = row.order
  const { state, contradictions } = row.day
  const last = lastHolding(row)
  const seen = read.day <= c.today
  return (
    <Form action={`/tilbud/dag/${read.day}`} csrf={c.csrf} commandId={c.house.newId()}>
      <input type="hidden" name="order" value={orderId} />
      {read.locked && (
        <TextField
          name={`text-${orderId}`}
          label={t.lockedWhy}
          value={c.form.text(`text-${orderId}`)}
          errors={errors}
        />
      )}
      {contradictions.length > 0 && <p>{t.tornText}</p>}
      <div class="hv-actions">
        {contradictions.map((fact) => (
          <Submit look="secondary" name="settle" value={fact.factId}>
            {`${t.holds}: ${saidOf(c, read, fact)}`}
          </Submit>
        ))}
        {seen && contradictions.length === 0 && state !== 'here' && (
          <Submit look="secondary" name="kind" value="arrived">
            {t.came}
            <span class="sr-only">: {row.name}</span>
          </Submit>
        )}
        {seen && state === 'here' && (
          <Submit look="secondary" name="kind" value="left">
            {t.left}
            <span class="sr-only">: {row.name}</span>
          </Submit>
        )}
        {last && (
          <Submit look="tertiary" name="undo" value={last.factId}>
            {t.undo(t.kinds[last.kind])}
            <span class="sr-only">: {row.name}</span>
          </Submit>
        )}
        {canBeAway(row) && !isAwayAsked(c, row, errors) && (
          <LinkButton look="tertiary" href={`${dayHref(read.day, c.today)}?afbud=${orderId}#r-${orderId}`}>
            {t.cancelMore}
            <span class="sr-only">: {row.name}</span>
          </LinkButton>
        )}
      </div>
      {isAwayAsked(c, row, errors) && <Away c={c} read={read} orderId={orderId} errors={errors} />}
    </Form>
  )
}

const canBeAway = ({ day: { state } }: DayRow): boolean => state !== 'here' && state !== 'gone'

/** Asked for one person at a time: for everybody at once it would be most of the page. */
const isAwayAsked = (c: PageContext, row: DayRow, errors: Errors): boolean =>
  canBeAway(row) &&
  (c.query.get('afbud') === row.order.orderId || errors[`reason-${row.order.orderId}`] !== undefined)

/** Somebody who will not come, did not come, or comes late. */
function Away({ c, read, orderId, errors }: Omit<RowsProps, 'rows'> & { readonly orderId: string }) {
  const t = dayWords(c.language)
  const reason = `reason-${orderId}`
  const saidBy = `saidBy-${orderId}`
  return (
    <fieldset>
      <legend class="form-label">{t.cancelMore}</legend>
      <Select
        name={reason}
        label={t.why}
        empty=""
        value={c.form.text(reason)}
        errors={errors}
        options={absenceReasons.map((value) => ({ value, label: t.reasons[value] }))}
      />
      <Select
        name={saidBy}
        label={t.saidBy}
        empty=""
        value={c.form.text(saidBy)}
        options={informants.map((value) => ({ value, label: t.informants[value] }))}
      />
      <div class="hv-actions">
        <Submit look="secondary" name="kind" value="cancelled">
          {t.sendCancel}
        </Submit>
        {read.day <= c.today && (
          <Submit look="secondary" name="kind" value="noShow">
            {t.noShow}
          </Submit>
        )}
        <Submit look="secondary" name="kind" value="rideLate">
          {t.rideLate}
        </Submit>
        <Submit look="secondary" name="kind" value="rideNoShow">
          {t.rideNoShow}
        </Submit>
        <Submit look="secondary" name="kind" value="ownLate">
          {t.ownLate}
        </Submit>
      </div>
    </fieldset>
  )
}

/** For a day without power: names, times, the ride and what is important, and room to write by hand. */
export async function printDay(c: PageContext): Promise<Response> {
  const day = findDay(c.query.get('dag') ?? '') ?? c.today
  const read = await readDay(c, day, 'provider.day.print')
  if (read === undefined) return errorPage(c, 404)
  const t = dayWords(c.language)
  const rows = read.rows.filter((row) => listOf(row) !== 'others')
  const title = t.printTitle(longDay(day, c.language))
  return html(
    c,
    title,
    <>
      <BackLink href={dayHref(day, c.today)} language={c.language} />
      <h1>{title}</h1>
      <Offer c={c} read={read} />
      {groupsOf(rows).map((group) => (
        <section class="hv-scroll" tabindex={0} aria-label={group.name ?? t.noGroup}>
          <table class="table hv-table">
            <caption>{group.name ?? t.noGroup}</caption>
            <thead>
              <tr>
                {[t.name, t.time, t.cameAt, t.leftAt, t.notes].map((heading) => (
                  <th scope="col">{heading}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {group.rows.map((row) => (
                <tr>
                  <th scope="row">{row.name ?? t.unknownName}</th>
                  <td>{row.times.map(({ starts, ends }) => `${starts}–${ends}`).join(', ')}</td>
                  <td />
                  <td />
                  <td>
                    {[
                      ...(row.day.state === 'cancelled' ? [t.kinds.cancelled] : []),
                      ...(row.order.content.transport ? [t.ride] : []),
                      ...(row.order.content.considerations ? [row.order.content.considerations] : []),
                    ].join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>,
  )
}
