/** A person's follow-up as the place sees it: the meeting, the report that is owed, and asking for one when it is needed. */
import { conclusionsOf } from '../../domain/case/follow-up/about.ts'
import { followUpTriggers } from '../../domain/case/follow-up/events.ts'
import { reportOf } from '../../domain/case/follow-up/report.ts'
import { goalWords } from '../everyday/goal-words.ts'
import { followUpNames } from '../follow-up/words.ts'
import { plainDay } from '../i18n/dates.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { ErrorSummary, type Errors, Form, Radios, Select, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, LinkButton } from '../ui/parts.tsx'
import { act, noProblem, type Problem, statusOf } from './act.ts'
import { placeFollowUpWords } from './follow-up-words.ts'
import { orderFrame } from './order-page.tsx'
import { orderHref, personHref } from './orders.ts'
import { MeetingAndDue, readFollowUpPage } from './report-page.tsx'
import { providerWords } from './words.ts'

export async function showFollowUp(c: OrderContext, problem: Problem = noProblem): Promise<Response> {
  const t = placeFollowUpWords(c.language)
  const names = followUpNames(c.language)
  const page = await readFollowUpPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, place } = page
  const { order } = found
  const concluded = place ? conclusionsOf(place.order) : []
  return orderFrame(
    c,
    found,
    { title: t.title, back: personHref(order), status: statusOf(problem) },
    <>
      {problem.changed && (
        <Alert kind="warning" title={providerWords(c.language).changedTitle}>
          <p>{providerWords(c.language).changedText}</p>
        </Alert>
      )}
      <ErrorSummary errors={problem.errors} language={c.language} />
      {c.query.has('sendt') && (
        <Alert kind="success">
          <p>{t.asked}</p>
        </Alert>
      )}
      {place === undefined && <p>{t.notStarted}</p>}
      {place && (
        <>
          <h2>{t.meeting}</h2>
          {place.meeting ? (
            <>
              <MeetingAndDue c={c} meeting={place.meeting} />
              <LinkButton href={personHref(order, '/statusrapport')}>
                {reportOf(place.meeting) ? t.seeReport : t.toReport}
              </LinkButton>
            </>
          ) : (
            <p>{t.noMeeting}</p>
          )}
          <h2>{t.before}</h2>
          {concluded.length === 0 ? (
            <p>{t.noBefore}</p>
          ) : (
            <ul>
              {concluded.toReversed().map(({ on, onward }) => (
                <li>
                  {plainDay(on, c.language)}: {names.onwards[onward]}
                </li>
              ))}
            </ul>
          )}
          <h2>{t.ask}</h2>
          {place.wishes.length > 0 && (
            <>
              <h3>{t.waiting}</h3>
              <ul>
                {place.wishes.map((wish) => (
                  <li>
                    {plainDay(wish.on, c.language)}, {names.askers[wish.askedBy].toLowerCase()} (
                    {names.triggers[wish.trigger].toLowerCase()})
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{t.askLead}</p>
          <Form
            action={personHref(order, '/opfoelgning')}
            csrf={c.csrf}
            commandId={c.form.commandId ?? c.house.newId()}
          >
            <AskFields c={c} errors={problem.errors} />
            <Submit look="secondary">{t.askButton}</Submit>
          </Form>
        </>
      )}
      <ul class="hv-links">
        <li>
          <a href={personHref(order, '/maal')}>{goalWords(c.language).goals}</a>
        </li>
        <li>
          <a href={personHref(order, '/indsatsplan')}>{goalWords(c.language).plan}</a>
        </li>
        <li>
          <a href={orderHref(order)}>{goalWords(c.language).order}</a>
        </li>
      </ul>
    </>,
  )
}

const askers = ['provider', 'citizen', 'other'] as const

function AskFields({ c, errors }: { readonly c: OrderContext; readonly errors: Errors }) {
  const t = placeFollowUpWords(c.language)
  const names = followUpNames(c.language)
  return (
    <>
      <Radios
        name="askedBy"
        label={t.askedBy}
        options={askers.map((value) => ({ value, label: names.askers[value] }))}
        value={c.form.text('askedBy') ?? 'provider'}
        errors={errors}
      />
      <Select
        name="trigger"
        label={t.trigger}
        options={followUpTriggers.map((value) => ({ value, label: names.triggers[value] }))}
        value={c.form.text('trigger')}
        errors={errors}
      />
      <TextArea name="words" label={t.words} rows={3} value={c.form.text('words')} errors={errors} />
    </>
  )
}

export async function askForFollowUp(c: OrderContext): Promise<Response> {
  const t = placeFollowUpWords(c.language)
  const words = c.form.text('words')
  const askedBy = askers.find((a) => a === c.form.text('askedBy')) ?? 'provider'
  const trigger = followUpTriggers.find((one) => one === c.form.text('trigger'))
  if (words === undefined || trigger === undefined)
    return showFollowUp(c, {
      errors: {
        ...(words === undefined && { words: t.needWhy }),
        ...(!trigger && { trigger: t.needTrigger }),
      },
    })
  const { orderId } = c.order
  return act(
    c,
    { type: 'askForFollowUp', input: { orderId, askedBy, trigger, words } },
    { again: (p) => showFollowUp(c, p), to: personHref(c.order, '/opfoelgning?sendt=1') },
  )
}
