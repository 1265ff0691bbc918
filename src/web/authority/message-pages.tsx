/** The case's messages: the thread of each placement, the one that goes on first. */
import { openThreads, threadOf } from '../../domain/case/message/thread.ts'
import { PartId } from '../../domain/identity.ts'
import { placementOf, readThread } from '../messages/read-thread.ts'
import { recordReading, sendMessage } from '../messages/send.ts'
import { MessageForm, NotSent } from '../messages/thread-forms.tsx'
import { ThreadView } from '../messages/thread-view.tsx'
import { staffThreadMessages, threadMessages } from '../messages/words.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import type { Errors } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { caseHref } from './case-address.ts'
import { casePageOf } from './case-frame.tsx'

const accepted = (c: CaseContext) => c.case.file.orders.filter((o) => o.accepted !== undefined).toReversed()

export async function messages(c: CaseContext, errors: Errors = {}): Promise<Response> {
  const t = threadMessages(c.language)
  const s = staffThreadMessages(c.language)
  const { file, caseId } = c.case
  const open = openThreads(file, c.today)
  const threads = await Promise.all(
    accepted(c).map(async (order) => ({
      order,
      found: await readThread(c, placementOf(file.personId, order)),
    })),
  )
  for (const { order } of threads) {
    const last = threadOf(file, order.orderId).at(-1)
    if (last && c.form.commandId === undefined)
      await recordReading(c, { caseId, orderId: order.orderId }, last.messageId)
  }
  return casePageOf(
    c,
    t.title,
    () => (
      <>
        {c.query.has('sendt') && (
          <Alert kind="success">
            <p>{t.sent}</p>
          </Alert>
        )}
        <p>{threads.length === 0 ? s.noPlace : s.allRead}</p>
        {threads.map(({ order, found }) => (
          <section class="hv-card">
            <h2>{c.municipality.providerName(order.content.provider)}</h2>
            <ThreadView c={c} thread={found} empty={s.none} />
            {open.includes(order) ? (
              <MessageForm
                c={c}
                action={caseHref(c, `/beskeder/${order.orderId}`)}
                errors={errors}
                staff
                to={[
                  { value: 'provider', label: s.to.provider },
                  { value: 'citizen', label: s.to.citizen },
                ]}
              />
            ) : (
              <>
                <p>{s.closed}</p>
                <NotSent c={c} />
              </>
            )}
          </section>
        ))}
      </>
    ),
    { errors },
  )
}

export async function writeMessage(c: CaseContext): Promise<Response> {
  const orderId = PartId.safeParse(c.parameter('orderId'))
  if (!orderId.success || !accepted(c).some((o) => o.orderId === orderId.data)) return errorPage(c, 404)
  return sendMessage(
    c,
    { caseId: c.case.caseId, orderId: orderId.data },
    { again: (errors) => messages(c, errors), to: caseHref(c, '/beskeder') },
  )
}
