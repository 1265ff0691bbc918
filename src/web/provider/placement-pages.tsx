/** After a yes: who the person's contact person is, and the day they first came. */
import { readEveryday } from '../../casework/read-everyday.ts'
import { wouldChangeOften } from '../../domain/case/order/contact-person.ts'
import { valuesOf } from '../../domain/standard/standard.ts'
import { currentStandard } from '../../standards/municipality.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, TextArea } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { ContactFields, contactOf, formPage, onOrder } from './answer-pages.tsx'
import { goalFormWords } from './goal-form-words.ts'
import { isAnswered, orderHref } from './orders.ts'
import { type OrderRead, readOrder, userName } from './read-orders.ts'
import { providerWords } from './words.ts'

const accepted = ({ order }: OrderRead): boolean => isAnswered(order)
const toStart = ({ order }: OrderRead): boolean => order.state.status === 'accepted'

/** Whether one more change would be one of many (K2.0-9): then the form asks why before it is refused. */
async function changesOften(c: OrderContext): Promise<boolean> {
  const everyday = await readEveryday(c.house, c.municipality.code, c.order)
  const parameters = valuesOf(currentStandard(c.municipality).parameters)
  return everyday !== undefined && wouldChangeOften(everyday, c.today, parameters)
}

export async function showContact(c: OrderContext, problem: Problem = noProblem): Promise<Response> {
  const often = await changesOften(c)
  return onOrder(c, problem, accepted, (read, problem) => {
    const t = providerWords(c.language)
    const why = goalFormWords(c.language)
    const { contactPerson, substitute } = read.order.state
    const now = userName(read.colleagues, contactPerson)
    const typed = c.form.values.contactPerson !== undefined
    return formPage(
      c,
      read,
      { title: t.changeContact, button: t.saveContact, next: [t.contactThen], problem },
      <>
        {now === undefined ? <Alert kind="warning">{t.contactGone}</Alert> : <p>{t.contactNow(now)}</p>}
        <input type="hidden" name="seen" value={contactPerson ?? ''} />
        <ContactFields
          c={c}
          colleagues={read.colleagues}
          errors={problem.errors}
          chosen={
            typed
              ? { contactPerson: c.form.text('contactPerson'), substitute: c.form.text('substitute') }
              : { contactPerson, substitute }
          }
        />
        {often && <Alert kind="warning">{why.often}</Alert>}
        {(often || problem.errors.because) && (
          <TextArea
            name="because"
            label={why.contactBecause}
            value={c.form.text('because')}
            rows={2}
            errors={problem.errors}
          />
        )}
      </>,
    )
  })
}

/** A colleague's choice meanwhile is not overwritten unseen: the form says whom its writer saw. */
export async function changeContact(c: OrderContext): Promise<Response> {
  const read = await readOrder(c)
  if (read === undefined) return errorPage(c, 404, { about: 'order' })
  const { colleagues, order } = read
  const contact = contactOf(c, colleagues)
  if ('errors' in contact) return showContact(c, contact)
  const because = c.form.text('because')
  const now = order.state.contactPerson
  const repeated = now === contact.contactPerson && order.state.substitute === contact.substitute
  if (repeated) return seeOther(orderHref(order))
  if ((c.form.text('seen') ?? '') !== (now ?? '')) return showContact(c, { errors: {}, changed: true })
  return act(
    c,
    {
      type: 'appointContactPerson',
      input: { orderId: order.orderId, ...contact, ...(because !== undefined && { because }) },
    },
    { again: (p) => showContact(c, p), to: orderHref(order) },
  )
}

export const showStart = (c: OrderContext, problem: Problem = noProblem): Promise<Response> =>
  onOrder(c, problem, toStart, (read, problem) => {
    const t = providerWords(c.language)
    const { startOn } = read.order.state
    return formPage(
      c,
      read,
      { title: t.startTitle, button: t.startButton, next: [t.startThen], problem },
      <DateField
        name="startedOn"
        label={t.startQuestion}
        language={c.language}
        value={startOn !== undefined && startOn <= c.today ? startOn : c.today}
        typed={c.form.values}
        errors={problem.errors}
      />,
    )
  })

export async function start(c: OrderContext): Promise<Response> {
  const startedOn = dateOf(c.form, 'startedOn')
  const { orderId } = c.order
  if (startedOn === undefined || startedOn === 'wrong')
    return showStart(c, { errors: { startedOn: providerWords(c.language).needDay } })
  return act(
    c,
    { type: 'startPlacement', input: { orderId, startedOn } },
    { again: (p) => showStart(c, p), to: orderHref(c.order) },
  )
}
