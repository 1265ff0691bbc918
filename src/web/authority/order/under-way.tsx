/** An order that has been sent: how far it is, what the provider asks, what it said, and the first day. */
import type { Order } from '../../../domain/case/case-file.ts'
import { isOpenOn } from '../../../domain/standard/obligation.ts'
import { longDay, plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { RideOfOrder } from '../../transport/case-page.tsx'
import { dateOf } from '../../ui/date-field.ts'
import { DateField, type Errors, Form, Submit, TextArea } from '../../ui/fields.tsx'
import { Alert, LinkButton, ProgressSteps } from '../../ui/parts.tsx'
import { act } from '../act.ts'
import { caseHref } from '../case-address.ts'
import { obligationsHere, type People } from '../case-frame.tsx'
import { PlaceOften, Seen, showOrder } from './page.tsx'
import { stepsOf } from './presenter.ts'
import { orderWords } from './words.ts'

type Part = { readonly c: CaseContext; readonly order: Order; readonly errors: Errors }

export function OrderUnderWay({ c, people, order, errors }: Part & { readonly people: People }) {
  const t = orderWords(c.language)
  const provider = c.municipality.providerName(order.content.provider)
  return (
    <>
      <ProgressSteps steps={stepsOf(order, c.language)} label={t.steps} language={c.language} />
      <PlaceOften c={c} orders={c.case.file.orders} to={order.content.provider} />
      <Answered c={c} order={order} people={people} provider={provider} />
      <Questions c={c} order={order} errors={errors} />
      <Judged c={c} order={order} />
      <RideOfOrder c={c} order={order} />
      {order.accepted && !order.started && <FirstDay c={c} order={order} errors={errors} />}
      <Seen c={c} people={people} content={order.content} />
      <FormerOrders c={c} />
    </>
  )
}

function Answered({
  c,
  order,
  people,
  provider,
}: Omit<Part, 'errors'> & { readonly people: People; readonly provider: string }) {
  const t = orderWords(c.language)
  const day = (value: Parameters<typeof plainDay>[0]) => plainDay(value, c.language)
  if (order.declined)
    return (
      <>
        <Alert kind="warning" title={t.declinedBecause(provider)}>
          <p class="hv-pre">{order.declined.reason}</p>
          <p>{t.declinedNext}</p>
        </Alert>
        <LinkButton href={caseHref(c, '/afgoerelse')}>{t.anotherPlace}</LinkButton>
      </>
    )
  if (order.started) {
    const said = order.continues ? t.goesOn : t.startedOn
    return <Alert kind="success">{said(day(order.started.on))}</Alert>
  }
  if (order.accepted) {
    const { contactPerson } = order
    return (
      <Alert kind="success">
        <p>{t.acceptedFrom(provider, day(order.accepted.startOn))}</p>
        {contactPerson && (
          <p>
            {t.contact(people.userName(contactPerson.contactPerson))}{' '}
            {contactPerson.substitute && t.substitute(people.userName(contactPerson.substitute))}
          </p>
        )}
      </Alert>
    )
  }
  const owed = obligationsHere(c).find((o) => o.task === 'answerOrder' && isOpenOn(o, c.today))
  return owed?.dueOn ? <p>{t.answerBy(longDay(owed.dueOn, c.language))}</p> : null
}

function Questions({ c, order, errors }: Part) {
  const t = orderWords(c.language)
  if (order.questions.length === 0) return null
  const next = order.questions.find((q) => q.answered === undefined)
  return (
    <>
      <h2>{t.questions}</h2>
      {order.questions.map((question) => (
        <div class="hv-card">
          <p class="hv-when">{t.asked(plainDay(question.on, c.language))}</p>
          <p class="hv-pre">{question.question}</p>
          {question.answered && (
            <>
              <p class="hv-when">{t.answeredOn(plainDay(question.answered.on, c.language))}</p>
              <p class="hv-pre">{question.answered.answer}</p>
            </>
          )}
          {question === next && (
            <Form
              action={caseHref(c, '/bestilling/svar')}
              csrf={c.csrf}
              commandId={c.form.commandId ?? c.house.newId()}
              basedOn={c.case.file.lastSeq}
            >
              <input type="hidden" name="orderId" value={order.orderId} />
              <TextArea
                name="answer"
                label={t.yourAnswer}
                hint={t.answerHint}
                value={c.form.text('answer')}
                errors={errors}
              />
              <Submit>{t.answer}</Submit>
            </Form>
          )}
        </div>
      ))}
    </>
  )
}

/** What only a person can judge of it, and whether somebody has. */
function Judged({ c, order }: Omit<Part, 'errors'>) {
  const t = orderWords(c.language)
  if (order.declined) return null
  const judged = order.judgements.find((j) => j.aimed)
  return (
    <p>
      {judged ? t.judged(plainDay(judged.on, c.language)) : t.toJudge}{' '}
      <a href={caseHref(c, '/bestilling/indhold')}>{judged ? t.seeJudgement : t.judge}</a>
    </p>
  )
}

function FirstDay({ c, order, errors }: Part) {
  const t = orderWords(c.language)
  return (
    <Form
      action={caseHref(c, '/bestilling/start')}
      csrf={c.csrf}
      commandId={c.form.commandId ?? c.house.newId()}
      basedOn={c.case.file.lastSeq}
    >
      <input type="hidden" name="orderId" value={order.orderId} />
      <DateField
        name="startedOn"
        label={t.start}
        hint={t.startHint}
        typed={c.form.values}
        errors={errors}
        language={c.language}
      />
      <Submit look={order.questions.some((q) => q.answered === undefined) ? 'secondary' : 'primary'}>
        {t.register}
      </Submit>
    </Form>
  )
}

export function FormerOrders({ c }: { readonly c: CaseContext }) {
  const t = orderWords(c.language)
  const former = c.case.file.orders.filter((order) => order.declined)
  if (former.length === 0) return null
  return (
    <>
      <h2>{t.former}</h2>
      <ul>
        {former.map((order) => (
          <li>
            {t.formerOne(c.municipality.providerName(order.content.provider), plainDay(order.on, c.language))}
            {': '}
            {order.declined?.reason}
          </li>
        ))}
      </ul>
    </>
  )
}

const to = (c: CaseContext): string => caseHref(c, '/bestilling')

export const answerQuestion = (c: CaseContext): Promise<Response> =>
  act(
    c,
    'answerOrderQuestion',
    { orderId: c.form.text('orderId'), answer: c.form.text('answer') ?? '' },
    { again: (p) => showOrder(c, p), to: to(c) },
  )

export const registerStart = (c: CaseContext): Promise<Response> =>
  act(
    c,
    'startPlacement',
    { orderId: c.form.text('orderId'), startedOn: dateOf(c.form, 'startedOn') },
    { again: (p) => showOrder(c, p), to: to(c) },
  )
