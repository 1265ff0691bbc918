/** The provider's messages: a thread a person placed here, with the citizen and the authority. */
import { OrderState } from '../../casework/projections.ts'
import { read } from '../../store/connection.ts'
import { threadsAtProvider } from '../../store/messages.ts'
import { shortDay } from '../i18n/dates.ts'
import { readThread } from '../messages/read-thread.ts'
import { recordReading, sendMessage } from '../messages/send.ts'
import { MessageForm } from '../messages/thread-forms.tsx'
import { ThreadView } from '../messages/thread-view.tsx'
import { staffThreadMessages, threadMessages } from '../messages/words.ts'
import type { OrderContext, PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import { ErrorSummary, type Errors } from '../ui/fields.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { ProviderTabs } from './lists.tsx'
import { orderFrame } from './order-page.tsx'
import { isAnswered, messagesHref, nameOf } from './orders.ts'
import { readDesk, readOrder } from './read-orders.ts'
import { providerWords } from './words.ts'

export async function messages(c: PageContext): Promise<Response> {
  const t = threadMessages(c.language)
  const s = staffThreadMessages(c.language)
  const p = providerWords(c.language)
  const [desk, threads] = await Promise.all([
    readDesk(c, 'provider.messages'),
    read(c.house.db, c.scope, threadsAtProvider),
  ])
  const rows = desk.orders.filter(isAnswered).map((order) => ({
    order,
    thread: threads.find(({ orderId }) => orderId === order.orderId),
  }))
  const sorted = rows.toSorted(
    (a, b) =>
      (b.thread?.unread ?? 0) - (a.thread?.unread ?? 0) ||
      (b.thread?.lastOn ?? '').localeCompare(a.thread?.lastOn ?? ''),
  )
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <ProviderTabs c={c} current="/beskeder" />
      <Table
        caption={t.title}
        rows={sorted}
        empty={<p>{p.noPeople}</p>}
        columns={[
          {
            heading: p.citizen,
            title: p.citizen,
            cell: ({ order }) => (
              <a href={messagesHref(order)}>{nameOf(desk.people, order.personId) ?? p.unknownPerson}</a>
            ),
          },
          {
            heading: s.count,
            title: s.count,
            cell: ({ thread }) => (thread && thread.unread > 0 ? t.unreadCount(thread.unread) : t.noneUnread),
          },
          {
            heading: s.last,
            title: s.last,
            cell: ({ thread }) => (thread ? shortDay(thread.lastOn, c.language) : s.none),
          },
        ]}
      />
    </>,
  )
}

export async function thread(c: OrderContext, errors: Errors = {}): Promise<Response> {
  const t = threadMessages(c.language)
  const s = staffThreadMessages(c.language)
  const read = await readOrder(c)
  if (read === undefined || !isAnswered(read.order)) return errorPage(c, 404, { about: 'order' })
  const { orderId, caseId, personId } = read.order
  const { providerId, state } = c.order
  const found = await readThread(c, {
    orderId,
    personId,
    providerId,
    contactPerson: OrderState.parse(state).contactPerson,
  })
  const last = found.messages.at(-1)
  if (last && c.form.commandId === undefined) await recordReading(c, { caseId, orderId }, last.messageId)
  return orderFrame(
    c,
    read,
    {
      title: t.title,
      back: '/tilbud/beskeder',
      status: Object.keys(errors).length > 0 ? 422 : 200,
    },
    <>
      <ErrorSummary errors={errors} language={c.language} />
      {c.query.has('sendt') && (
        <Alert kind="success">
          <p>{t.sent}</p>
        </Alert>
      )}
      <p>{s.allRead}</p>
      <ThreadView c={c} thread={found} empty={s.none} />
      <MessageForm
        c={c}
        action={c.path}
        errors={errors}
        staff
        to={[
          { value: 'citizen', label: s.to.citizen },
          { value: 'authority', label: s.to.authority },
        ]}
      />
    </>,
  )
}

export const writeMessage = (c: OrderContext): Promise<Response> =>
  sendMessage(c, c.order, { again: (errors) => thread(c, errors), to: messagesHref(c.order) })
