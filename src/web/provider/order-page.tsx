/** One order as the provider may see it. Opening it for the first time is recorded. */
import type { Child } from 'hono/jsx'
import { perform } from '../../casework/perform.ts'
import type { Person } from '../../store/persons.ts'
import { goalWords } from '../everyday/goal-words.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { markerOfDate } from '../i18n/deadline-marker.ts'
import { derivationInWords } from '../i18n/derivation.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import {
  Alert,
  BackLink,
  Details,
  IdentityBar,
  LinkButton,
  StatusMarker,
  SummaryList,
  type SummaryRow,
} from '../ui/parts.tsx'
import { extentInWords, startOf } from './lists.tsx'
import {
  isAnswered,
  lacksContactPerson,
  messagesHref,
  nameOf,
  type Order,
  orderHref,
  orderOf,
  personHref,
  scheduleHref,
} from './orders.ts'
import { type OrderRead, readOrder, soonDays, userName } from './read-orders.ts'
import { scheduleWords } from './schedule-words.ts'
import { providerWords, statusWords } from './words.ts'

/** The order, whose it is, and the way back: the frame of every page about one order. */
export function orderFrame(
  c: OrderContext,
  { order, person }: Pick<OrderRead, 'order' | 'person'>,
  page: { readonly title: string; readonly back: string; readonly status?: number },
  body: Child,
): Response {
  const t = providerWords(c.language)
  const people = person ? [person] : []
  return html(
    c,
    page.title,
    <>
      <BackLink href={page.back} language={c.language} />
      <h1>{page.title}</h1>
      <IdentityBar
        name={nameOf(people, order.personId) ?? t.unknownPerson}
        facts={[
          startOf(order, c),
          { label: t.days, value: extentInWords(order, c) },
          { label: t.status, value: statusWords(c.language)[order.state.status] },
        ]}
        marks={[]}
      />
      {body}
    </>,
    page.status,
  )
}

/** Read for the first time: the municipality sees that. Whatever refuses it (answered, ended) also needs no record. */
async function recordOpening(c: OrderContext, { orderId, caseId, state }: Order): Promise<void> {
  if (state.status !== 'sent') return
  await perform(c.house, c.asking, {
    caseId,
    command: { type: 'openOrder', input: { orderId } },
    commandId: c.house.newId(),
  })
}

export async function showOrder(c: OrderContext): Promise<Response> {
  await recordOpening(c, orderOf(c.order))
  const read = await readOrder(c)
  if (read === undefined) return errorPage(c, 404, { about: 'order' })
  const { order, person, colleagues } = read
  const t = providerWords(c.language)
  const staff = new Set(colleagues.map((u) => u.userId))
  const back = isAnswered(order) ? '/tilbud/borgere' : '/tilbud/bestillinger'
  return orderFrame(
    c,
    read,
    { title: t.order, back },
    <>
      <AnswerBy c={c} read={read} />
      {lacksContactPerson(order, staff) && <Alert kind="warning">{t.contactGone}</Alert>}
      {order.state.talkWanted && <Alert kind="info">{t.talkWanted}</Alert>}
      <Actions c={c} order={order} />
      <SummaryList language={c.language} rows={contentRows(c, order, person)} />
      <Goals c={c} order={order} />
      {isAnswered(order) && (
        <SummaryList
          language={c.language}
          rows={[
            {
              label: t.contactPerson,
              value: userName(colleagues, order.state.contactPerson) ?? t.none,
              change: { href: orderHref(order, '/kontaktperson'), what: t.contactPerson },
            },
            { label: t.substitute, value: userName(colleagues, order.state.substitute) ?? t.none },
          ]}
        />
      )}
      {isAnswered(order) && (
        <p>
          <a href={personHref(order)}>{goalWords(c.language).person}</a>
        </p>
      )}
      {isAnswered(order) && (
        <p>
          <a href={messagesHref(order)}>{t.messages}</a>
        </p>
      )}
      {isAnswered(order) && (
        <p>
          <a href={scheduleHref(order)}>{scheduleWords(c.language).make}</a>
        </p>
      )}
      <Questions c={c} order={order} />
      <p>{t.onlyThis}</p>
    </>,
  )
}

function AnswerBy({ c, read }: { readonly c: OrderContext; readonly read: OrderRead }) {
  const t = providerWords(c.language)
  const answer = read.owed.find((o) => o.task === 'answerOrder')
  if (answer?.dueOn === undefined) return null
  return (
    <div class="hv-next">
      <p>
        {t.answerBy} <span class="hv-date">{longDay(answer.dueOn, c.language)}</span>{' '}
        <StatusMarker marker={markerOfDate(answer.dueOn, c.today, soonDays(c), c.language)} />
      </p>
      <Details summary={t.whyThisDay}>{derivationInWords(answer.derivation, c.language)}</Details>
    </div>
  )
}

function Actions({ c, order }: { readonly c: OrderContext; readonly order: Order }) {
  const t = providerWords(c.language)
  if (order.state.status === 'accepted')
    return (
      <div class="hv-actions">
        <LinkButton href={orderHref(order, '/start')}>{t.registerStart}</LinkButton>
      </div>
    )
  if (isAnswered(order)) return null
  return (
    <div class="hv-actions">
      <LinkButton href={orderHref(order, '/ja')}>{t.accept}</LinkButton>
      <LinkButton href={orderHref(order, '/spoergsmaal')} look="secondary">
        {t.ask}
      </LinkButton>
      <LinkButton href={orderHref(order, '/kan-ikke')} look="secondary">
        {t.decline}
      </LinkButton>
    </div>
  )
}

/**
 * What stands in the order, in the order one needs it. The address is read in the provider's own scope, which never gives
 * a protected one, and only where there is somebody to fetch.
 */
export function contentRows(
  c: Pick<OrderContext, 'language' | 'today'>,
  { content }: Pick<Order, 'content'>,
  person: Pick<Person, 'address'> | undefined,
): readonly SummaryRow[] {
  const t = providerWords(c.language)
  const address = person?.address
  const optional = (label: string, value: string | undefined): SummaryRow[] =>
    value === undefined || value.trim() === '' ? [] : [{ label, value }]
  return [
    ...optional(t.considerations, content.considerations),
    ...optional(t.communication, content.communication),
    { label: t.purpose, value: content.purpose },
    { label: t.intervention, value: content.intervention },
    { label: t.needs, value: content.needs },
    { label: t.resources, value: content.resources },
    { label: t.wanted, value: plainDay(content.startOn, c.language) },
    { label: t.until, value: content.endOn ? plainDay(content.endOn, c.language) : t.noEnd },
    { label: t.transport, value: content.transport ? t.withTransport : t.withoutTransport },
    ...(content.transport
      ? [
          {
            label: t.address,
            value:
              address && !address.protected
                ? `${address.street}, ${address.postalCode} ${address.town}`
                : t.noAddress,
          },
        ]
      : []),
  ]
}

export function Goals({
  c,
  order,
}: {
  readonly c: Pick<OrderContext, 'language'>
  readonly order: Pick<Order, 'content'>
}) {
  const t = providerWords(c.language)
  return (
    <>
      <h2>{t.goals}</h2>
      <ul>
        {order.content.goals.map((goal) => (
          <li>
            <strong>{goal.text}</strong>
            <br />
            {`${t.aims[goal.aim]}: ${t.towards[goal.towards]}`}
            {goal.citizensWords && <div class="hv-quote">{`${t.inOwnWords} ${goal.citizensWords}`}</div>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Questions({ c, order }: { readonly c: OrderContext; readonly order: Order }) {
  const t = providerWords(c.language)
  const { questions } = order.state
  if (questions.length === 0) return null
  return (
    <>
      <h2>{t.questions}</h2>
      <dl class="hv-summary">
        {questions.map(({ on, question, answer }) => (
          <>
            <div>
              <dt>{t.asked(plainDay(on, c.language))}</dt>
              <dd>{question}</dd>
            </div>
            <div>
              <dt>{t.theirAnswer}</dt>
              <dd>{answer ?? t.noAnswerYet}</dd>
            </div>
          </>
        ))}
      </dl>
    </>
  )
}
