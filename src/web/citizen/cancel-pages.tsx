/** “Jeg kommer ikke”: the day, then the reason, which sends it; taken back until the day begins. No threat stands here. */
import type { LoadedCase } from '../../casework/load-case.ts'
import { targetOf } from '../../casework/load-case.ts'
import { recordAttendance } from '../../casework/record-attendance.ts'
import { may } from '../../domain/access/permissions.ts'
import { dayOf, type PersonDay } from '../../domain/attendance/day.ts'
import { type AttendanceFact, absenceReasons, NewAttendance } from '../../domain/attendance/fact.ts'
import { offerOn } from '../../domain/attendance/offer.ts'
import type { Order } from '../../domain/case/case-file.ts'
import { orderClosedOn } from '../../domain/case/lifetime.ts'
import { continuedOrder } from '../../domain/case/order/continued.ts'
import { scheduledOn } from '../../domain/case/schedule/scheduled.ts'
import { addDays, type CalendarDay, daysBetween, findDay } from '../../domain/time/calendar-day.ts'
import { attendanceOfOrders, offerFacts } from '../../store/attendance.ts'
import { read } from '../../store/connection.ts'
import { longDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { PageContext } from '../platform/context.ts'
import { idFrom } from '../platform/id-from.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { Checkboxes, DateField, ErrorSummary, type Errors, Form, Submit } from '../ui/fields.tsx'
import { Alert, BackLink, Details } from '../ui/parts.tsx'
import { Picture } from '../ui/picture.tsx'
import { cancelMessages } from './cancel-messages.ts'
import { casesOf } from './own-cases.ts'

/** As far as one sees when one is ill; a holiday is written as its first and last day. */
const daysShown = 14
const mostDays = 60

type Coming = {
  readonly day: CalendarDay
  readonly order: Order
  readonly state: PersonDay
}

type Read = { readonly coming: readonly Coming[]; readonly mayCancel: boolean }

/** The days on which the person is expected, at any of their places, with what has been said of them. */
async function readComing(c: PageContext, from: CalendarDay, to: CalendarDay): Promise<Read> {
  const cases = await casesOf(c, 'viewOwnPlan', 'cancelDay')
  const placed = cases.flatMap((loaded) => startedOrders(loaded).map((order) => ({ loaded, order })))
  const scope = { municipality: c.municipality.code, viewer: { kind: 'command' } } as const
  const known = await read(c.house.db, scope, async (tx) => {
    const providers = [...new Set(placed.map((p) => p.order.content.provider))]
    const [facts, ...offers] = await Promise.all([
      attendanceOfOrders(
        tx,
        placed.map((p) => p.order.orderId),
        from,
        to,
      ),
      ...providers.map((provider) => offerFacts(tx, provider, from, to)),
    ])
    return { facts, offers: offers.flat() }
  })
  const coming: Coming[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const { loaded, order } of placed) {
      if (!isOn(loaded, order, day)) continue
      const times = scheduledOn(continuedOrder(order), day)
      const offers = known.offers.filter((f) => f.providerId === order.content.provider)
      const open = times.some((time) => offerOn(day, offers, time.group).open)
      if (!open) continue
      coming.push({
        day,
        order,
        state: dayOf(known.facts.filter((f) => f.orderId === order.orderId && f.day === day)),
      })
    }
  return { coming, mayCancel: cases.some((loaded) => mayCancel(c, loaded)) }
}

const startedOrders = ({ file }: LoadedCase): readonly Order[] => file.orders.filter((o) => o.started)

const isOn = ({ file }: LoadedCase, order: Order, day: CalendarDay): boolean =>
  order.started !== undefined &&
  order.started.on <= day &&
  day < (orderClosedOn(file, order) ?? '9') &&
  day <= (order.content.endOn ?? '9')

const mayCancel = (c: PageContext, loaded: LoadedCase): boolean =>
  may(
    'cancelDay',
    c.asking.subject,
    targetOf(loaded, { personId: c.asking.subject.personId, today: c.today, opened: false }),
  )

/** A cancellation that the citizen's own side made and that still holds: what they can take back. */
const ownCancellation = ({ state }: Coming): AttendanceFact | undefined =>
  state.holding.findLast((f) => f.kind === 'cancelled' && f.actor.kind === 'citizen')

export async function showCancel(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = cancelMessages(c.language)
  const { coming, mayCancel: allowed } = await readComing(c, c.today, addDays(c.today, daysShown))
  const asked = findDay(c.query.get('dag') ?? '')
  const open = [...new Set(coming.filter((d) => d.state.state === 'expected').map((d) => d.day))]
  const cancelled = coming.filter((d) => d.state.state === 'cancelled')
  const chosen = c.form.values.dag ?? (asked ? [asked] : [])
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger/uge" language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      {c.query.get('sendt') && (
        <Alert kind="success">
          <p>{t.sent}</p>
        </Alert>
      )}
      {cancelled.length > 0 && <Undo c={c} cancelled={cancelled} allowed={allowed} />}
      {!allowed && <p>{t.mayNot}</p>}
      {coming.length === 0 && <p>{t.noDays}</p>}
      {allowed && (
        <Form action="/borger/afbud" csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
          <p>{t.lead}</p>
          {open.length > 0 && (
            <Checkboxes
              name="dag"
              label={t.which}
              values={chosen}
              errors={errors}
              options={open.map((day) => ({ value: day, label: longDay(day, c.language) }))}
            />
          )}
          <Details summary={t.longer} open={errors.to !== undefined || open.length === 0}>
            <p>{t.longerHint}</p>
            <DateField name="from" label={t.first} language={c.language} typed={c.form.values} />
            <DateField name="to" label={t.last} language={c.language} typed={c.form.values} errors={errors} />
          </Details>
          <h2>{t.why}</h2>
          <p>{t.whyHint}</p>
          <ul class="hv-actions no-max-width">
            {absenceReasons.map((reason) => (
              <li>
                <Submit look="secondary" name="grund" value={reason}>
                  <Picture name={reason} />
                  {t.reasons[reason]}
                </Submit>
              </li>
            ))}
          </ul>
        </Form>
      )}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function Undo({
  c,
  cancelled,
  allowed,
}: {
  readonly c: PageContext
  readonly cancelled: readonly Coming[]
  readonly allowed: boolean
}) {
  const t = cancelMessages(c.language)
  return (
    <>
      <h2>{t.sentBefore}</h2>
      <ul class="nobullet-list">
        {cancelled.map((one) => {
          const fact = ownCancellation(one)
          const reason = one.state.reason
          return (
            <li>
              <p>
                {longDay(one.day, c.language)}
                {reason && ` (${t.reasons[reason]})`}
              </p>
              {allowed && fact && one.day > c.today && (
                <Form action="/borger/afbud/fortryd" csrf={c.csrf} commandId={c.house.newId()}>
                  <input type="hidden" name="dag" value={one.day} />
                  <input type="hidden" name="ordre" value={one.order.orderId} />
                  <input type="hidden" name="afbud" value={fact.factId} />
                  <Submit look="secondary">{t.undo(longDay(one.day, c.language))}</Submit>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      <p>{cancelled.some((one) => one.day > c.today) ? t.undoUntil : t.call}</p>
    </>
  )
}

export async function sendCancel(c: PageContext): Promise<Response> {
  const t = cancelMessages(c.language)
  const [from, to] = [dateOf(c.form, 'from'), dateOf(c.form, 'to')]
  const several = from !== undefined || to !== undefined
  const period = several ? periodOf(from, to) : undefined
  if (several && period === undefined) return showCancel(c, { to: t.wrongDays })
  const days = new Set([...c.form.all('dag').flatMap((d) => findDay(d) ?? []), ...(period ?? [])])
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined || days.size > mostDays)
    return showCancel(c, { dag: t.needDay })
  if (first < c.today)
    return showCancel(c, { dag: refusalInWords({ refused: true, code: 'dateInPast' }, c.language) })
  const { coming } = await readComing(c, first, last)
  const commandId = c.form.commandId ?? c.house.newId()
  const meant = coming.filter((d) => days.has(d.day))
  const facts = meant.map(({ day, order }) =>
    NewAttendance.safeParse({
      factId: idFrom(commandId, `${order.orderId} ${day}`),
      orderId: order.orderId,
      day,
      kind: 'cancelled',
      reason: c.form.text('grund'),
      saidBy: c.asking.onBehalfOf ? 'relative' : 'citizen',
      at: c.house.now().toISOString(),
    }),
  )
  const ready = facts.flatMap((f) => (f.success ? [f.data] : []))
  if (ready.length === 0 || ready.length < facts.length) return showCancel(c, { dag: t.needDay })
  return after(c, await recordAttendance(c.house, c.asking, ready), '/borger/afbud?sendt=1')
}

export async function undoCancel(c: PageContext): Promise<Response> {
  const fact = NewAttendance.safeParse({
    factId: c.form.commandId ?? c.house.newId(),
    orderId: c.form.text('ordre'),
    day: c.form.text('dag'),
    kind: 'undone',
    refersTo: c.form.text('afbud'),
    at: c.house.now().toISOString(),
  })
  if (!fact.success)
    return showCancel(c, { dag: refusalInWords({ refused: true, code: 'notFound' }, c.language) })
  return after(c, await recordAttendance(c.house, c.asking, [fact.data]), '/borger/afbud')
}

function after(
  c: PageContext,
  answers: Awaited<ReturnType<typeof recordAttendance>>,
  to: string,
): Promise<Response> | Response {
  const refused = answers.flatMap((a) => (a.outcome === 'refused' ? [a.refusal] : []))[0]
  return refused ? showCancel(c, { dag: refusalInWords(refused, c.language) }) : seeOther(to)
}

/** Both included; none where one is missing, they are in the wrong order, or too far from each other. */
function periodOf(
  from: CalendarDay | 'wrong' | undefined,
  to: CalendarDay | 'wrong' | undefined,
): readonly CalendarDay[] | undefined {
  if (from === undefined || to === undefined || from === 'wrong' || to === 'wrong') return undefined
  const length = daysBetween(from, to) + 1
  return length < 1 || length > mostDays ? undefined : Array.from({ length }, (_, n) => addDays(from, n))
}
