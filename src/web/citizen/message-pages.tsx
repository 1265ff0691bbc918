/** The citizen's messages: with the contact person and the caseworker, a thread a place. */
import type { Message, Order } from '../../domain/case/case-file.ts'
import { isReadBy, openThreads, threadOf } from '../../domain/case/message/thread.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { unreadAbout } from '../../store/messages.ts'
import { placementOf, readThread, type Thread } from '../messages/read-thread.ts'
import { recordReading, sendMessage } from '../messages/send.ts'
import { MessageForm, NotSent, QuickAnswers } from '../messages/thread-forms.tsx'
import { ThreadView } from '../messages/thread-view.tsx'
import { threadMessages } from '../messages/words.ts'
import type { CaseContext, PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors } from '../ui/fields.tsx'
import { Alert, BackLink } from '../ui/parts.tsx'
import { mayDo } from './may-do.ts'
import { casesOf } from './own-cases.ts'
import { caseHref } from './situation.ts'

const threadHref = (file: CaseContext['case']['file'], { orderId }: Pick<Order, 'orderId'>): string =>
  `${caseHref(file)}/beskeder/${orderId}`

/** How much waits unread for whoever looks, about the citizen whose pages these are. */
export function unreadFor(c: PageContext): Promise<number> {
  const reader = c.asking.subject.personId
  const about = c.asking.onBehalfOf ?? reader
  return reader === undefined || about === undefined
    ? Promise.resolve(0)
    : read(c.house.db, c.scope, (tx) => unreadAbout(tx, about, reader))
}

export async function messages(c: PageContext): Promise<Response> {
  const t = threadMessages(c.language)
  const threads = (await casesOf(c, 'viewOwnCase')).flatMap(({ file }) => {
    const open = openThreads(file, c.today)
    return file.orders
      .map((order) => ({ file, order, own: threadOf(file, order.orderId) }))
      .filter(({ order, own }) => own.length > 0 || open.includes(order))
  })
  const [only] = threads
  if (only && threads.length === 1) return seeOther(threadHref(only.file, only.order))
  const unread = (own: readonly Message[]): number => own.filter((m) => !isReadBy(m, c.asking.actor)).length
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger" language={c.language} />
      <h1>{t.title}</h1>
      {threads.length === 0 && <p class="hv-empty">{t.noPlace}</p>}
      <ul class="hv-links">
        {threads.map(({ file, order, own }) => (
          <li>
            <a href={threadHref(file, order)}>
              {c.municipality.providerName(order.content.provider)}{' '}
              <span class="hv-date-beside">
                {unread(own) > 0 ? t.unreadCount(unread(own)) : t.noneUnread}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>,
  )
}

export async function thread(c: CaseContext, errors: Errors = {}): Promise<Response> {
  const t = threadMessages(c.language)
  const { file, caseId } = c.case
  const order = file.orders.find((o) => o.orderId === c.parameter('orderId'))
  if (order?.accepted === undefined) return errorPage(c, 404)
  const found = await readThread(c, placementOf(file.personId, order))
  const isOpen = openThreads(file, c.today).includes(order)
  const mayWrite = isOpen && mayDo(c, 'sendMessage')
  const last = found.messages.at(-1)
  if (last && c.form.commandId === undefined)
    await recordReading(c, { caseId, orderId: order.orderId }, last.messageId)
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger" language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      {c.query.has('sendt') && (
        <Alert kind="success">
          <p>{t.sent}</p>
        </Alert>
      )}
      <AnswerPromise c={c} found={found} />
      <ThreadView c={c} thread={found} empty={t.none} />
      {!isOpen && <p>{t.closed}</p>}
      {!mayWrite && <NotSent c={c} />}
      {isOpen && !mayWrite && <p>{t.readOnly}</p>}
      {mayWrite && (
        <>
          <QuickAnswers c={c} action={c.path} thread={found} />
          <MessageForm c={c} action={c.path} to={recipients(c, found)} errors={errors} />
        </>
      )}
      {c.asking.onBehalfOf === undefined && (
        <p>
          <a href="/borger/beskeder/e-mail">{t.nudgeTitle}</a>
        </p>
      )}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** When an answer comes, whom to call meanwhile, and who reads along. */
function AnswerPromise({ c, found }: { readonly c: CaseContext; readonly found: Thread }) {
  const t = threadMessages(c.language)
  const { contactPerson, providerId } = found.placement
  const standard = currentStandard(c.municipality)
  const contact = contactPerson && found.names.get(contactPerson)
  const place = standard.providers.find((p) => p.id === providerId)
  const phone = contact?.phone ?? place?.phone ?? c.municipality.letterhead.phone
  const whom = contact?.name ?? place?.name ?? c.municipality.letterhead.unit
  return (
    <>
      <p>
        {t.promise(standard.parameters.messageAnswerWorkingDays.value)} {t.call(whom, phone)}
      </p>
      <p>{t.allRead}</p>
    </>
  )
}

function recipients(c: CaseContext, { placement, names }: Thread) {
  const t = threadMessages(c.language)
  const { contactPerson, providerId } = placement
  const contact = contactPerson && names.get(contactPerson)?.name
  return [
    {
      value: 'provider',
      label: contact ? t.toContact(contact) : t.toPlace(c.municipality.providerName(providerId)),
    },
    { value: 'authority', label: t.toCaseworker },
  ] as const
}

export async function writeMessage(c: CaseContext): Promise<Response> {
  const { file, caseId } = c.case
  const order = file.orders.find((o) => o.orderId === c.parameter('orderId'))
  if (order?.accepted === undefined) return errorPage(c, 404)
  const { orderId } = order
  return sendMessage(
    c,
    { caseId, orderId },
    { again: (errors) => thread(c, errors), to: threadHref(file, order) },
  )
}
