/** The provider's answer to an order: yes with a start and a contact person, a question, or cannot with a reason. */
import type { Child } from 'hono/jsx'
import { UserId } from '../../domain/identity.ts'
import type { StaffUser } from '../../store/users.ts'
import { plainDay } from '../i18n/dates.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { KeptButtons, type Saved } from '../platform/kept-form.tsx'
import { seeOther } from '../platform/respond.tsx'
import { dateOf } from '../ui/date-field.ts'
import { DateField, ErrorSummary, type Errors, Form, Select, Submit, TextArea } from '../ui/fields.tsx'
import { Alert } from '../ui/parts.tsx'
import { act, noProblem, type Problem, statusOf } from './act.ts'
import { orderFrame } from './order-page.tsx'
import { earliestStart, isAnswered, orderHref } from './orders.ts'
import { type OrderRead, readOrder } from './read-orders.ts'
import { providerWords, statusWords } from './words.ts'

type FormPage = {
  readonly title: string
  readonly button: string
  /** What happens next, before one sends it. */
  readonly next: readonly string[]
  readonly problem: Problem
  readonly look?: 'primary' | 'warning'
  /** The order, where nothing else is said. */
  readonly back?: string
  /** Where what is half written is kept, and when it was. */
  readonly kept?: { readonly to: string; readonly saved: Saved | undefined }
}

/** A page that does one thing about an order, and says what comes of it. */
export function formPage(c: OrderContext, read: OrderRead, page: FormPage, fields: Child): Response {
  const t = providerWords(c.language)
  const { problem } = page
  return orderFrame(
    c,
    read,
    { title: page.title, back: page.back ?? orderHref(read.order), status: statusOf(problem) },
    <>
      {problem.changed && (
        <Alert kind="warning" title={t.changedTitle}>
          <p>{t.changedText}</p>
          <p>
            {t.nowIs(statusWords(c.language)[read.order.state.status])}{' '}
            <a href={orderHref(read.order)}>{t.seeOrder}</a>
          </p>
        </Alert>
      )}
      <ErrorSummary errors={problem.errors} language={c.language} />
      <Form
        action={c.path}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
        draft={page.kept?.to}
      >
        {fields}
        <h2>{t.whatHappens}</h2>
        <ul>
          {page.next.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <Submit look={page.look ?? 'primary'}>{page.button}</Submit>
        {page.kept && <KeptButtons c={c} to={page.kept.to} saved={page.kept.saved} />}
      </Form>
    </>,
  )
}

/** An order that is over has no form; one that a colleague has answered shows how it stands. */
export async function onOrder(
  c: OrderContext,
  problem: Problem,
  still: (read: OrderRead) => boolean,
  page: (read: OrderRead, problem: Problem) => Response,
): Promise<Response> {
  const read = await readOrder(c)
  if (read === undefined) return errorPage(c, 404, { about: 'order' })
  const asked = problem === noProblem
  if (asked && !still(read)) return seeOther(orderHref(read.order))
  return page(read, { ...problem, changed: problem.changed || !still(read) })
}

const unanswered = ({ order }: OrderRead): boolean => !isAnswered(order)

export const staffOptions = (colleagues: readonly StaffUser[]) =>
  colleagues.map(({ userId, name }) => ({ value: userId, label: name }))

/** The choice of contact person and substitute, with who works here. */
export const ContactFields = ({
  c,
  colleagues,
  errors,
  chosen,
}: {
  readonly c: OrderContext
  readonly colleagues: readonly StaffUser[]
  readonly errors: Errors
  readonly chosen: { readonly contactPerson?: string | undefined; readonly substitute?: string | undefined }
}) => {
  const t = providerWords(c.language)
  return (
    <>
      {colleagues.length === 0 && <Alert kind="warning">{t.noColleagues}</Alert>}
      <Select
        name="contactPerson"
        label={t.chooseContact}
        hint={t.contactHint}
        options={staffOptions(colleagues)}
        empty={t.choose}
        value={chosen.contactPerson}
        errors={errors}
      />
      <Select
        name="substitute"
        label={t.chooseSubstitute}
        hint={t.substituteHint}
        options={staffOptions(colleagues)}
        empty={t.nobody}
        value={chosen.substitute}
        errors={errors}
      />
    </>
  )
}

export type Contact = { readonly contactPerson: UserId; readonly substitute: UserId | undefined }

/** The two people chosen, both of whom work here, or what is wrong with the choice. */
export function contactOf(c: OrderContext, colleagues: readonly StaffUser[]): Contact | { errors: Errors } {
  const t = providerWords(c.language)
  const chosen = (name: string) => {
    const id = UserId.safeParse(c.form.text(name))
    return id.success ? colleagues.find((u) => u.userId === id.data)?.userId : undefined
  }
  const contactPerson = chosen('contactPerson')
  const substitute = chosen('substitute')
  if (contactPerson === undefined) return { errors: { contactPerson: t.needContact } }
  if (substitute === contactPerson) return { errors: { substitute: t.sameSubstitute } }
  return { contactPerson, substitute }
}

export const showAccept = (c: OrderContext, problem: Problem = noProblem): Promise<Response> =>
  onOrder(c, problem, unanswered, (read, problem) => {
    const t = providerWords(c.language)
    const earliest = earliestStart(read.order, c.today)
    return formPage(
      c,
      read,
      { title: t.accept, button: t.accept, next: [t.acceptThen, t.acceptUntil], problem },
      <>
        <DateField
          name="startOn"
          label={t.startOn}
          hint={t.startHint(plainDay(earliest, c.language))}
          language={c.language}
          value={earliest}
          typed={c.form.values}
          errors={problem.errors}
        />
        <ContactFields
          c={c}
          colleagues={read.colleagues}
          errors={problem.errors}
          chosen={{ contactPerson: c.form.text('contactPerson'), substitute: c.form.text('substitute') }}
        />
      </>,
    )
  })

export async function accept(c: OrderContext): Promise<Response> {
  const t = providerWords(c.language)
  const read = await readOrder(c)
  if (read === undefined) return errorPage(c, 404, { about: 'order' })
  const { colleagues, order } = read
  const startOn = dateOf(c.form, 'startOn')
  const contact = contactOf(c, colleagues)
  const earliest = earliestStart(order, c.today)
  const wrongDay =
    startOn === undefined || startOn === 'wrong'
      ? t.needDay
      : startOn < earliest
        ? t.tooEarly(plainDay(earliest, c.language))
        : undefined
  if (wrongDay !== undefined || 'errors' in contact || startOn === undefined || startOn === 'wrong')
    return showAccept(c, {
      errors: { ...(wrongDay && { startOn: wrongDay }), ...('errors' in contact && contact.errors) },
    })
  const input = { orderId: order.orderId, startOn, ...contact }
  return act(c, { type: 'acceptOrder', input }, { again: (p) => showAccept(c, p), to: orderHref(order) })
}

export const showQuestion = (c: OrderContext, problem: Problem = noProblem): Promise<Response> =>
  onOrder(c, problem, unanswered, (read, problem) => {
    const t = providerWords(c.language)
    return formPage(
      c,
      read,
      { title: t.ask, button: t.send, next: [t.askThen], problem },
      <TextArea
        name="question"
        label={t.question}
        hint={t.questionHint}
        value={c.form.text('question')}
        errors={problem.errors}
      />,
    )
  })

export async function ask(c: OrderContext): Promise<Response> {
  const question = c.form.text('question')
  const { orderId } = c.order
  if (question === undefined)
    return showQuestion(c, { errors: { question: providerWords(c.language).needQuestion } })
  return act(
    c,
    { type: 'questionOrder', input: { orderId, question } },
    { again: (p) => showQuestion(c, p), to: orderHref(c.order) },
  )
}

export const showDecline = (c: OrderContext, problem: Problem = noProblem): Promise<Response> =>
  onOrder(c, problem, unanswered, (read, problem) => {
    const t = providerWords(c.language)
    return formPage(
      c,
      read,
      {
        title: t.decline,
        button: t.declineButton,
        next: [t.declineThen, t.declineAlso],
        problem,
        look: 'warning',
      },
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        value={c.form.text('reason')}
        errors={problem.errors}
      />,
    )
  })

export async function decline(c: OrderContext): Promise<Response> {
  const reason = c.form.text('reason')
  const { orderId } = c.order
  if (reason === undefined)
    return showDecline(c, { errors: { reason: providerWords(c.language).needReason } })
  return act(
    c,
    { type: 'declineOrder', input: { orderId, reason } },
    { again: (p) => showDecline(c, p), to: '/tilbud/bestillinger?svar=kan-ikke' },
  )
}
