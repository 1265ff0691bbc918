/** What a person takes part in, what they said no to, and what was considered and set aside, with its reason (K1.1). */
import { type Everyday, readEveryday } from '../../casework/read-everyday.ts'
import { isOffered, offeredOf } from '../../domain/activity-plan.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { PartId } from '../../domain/identity.ts'
import { skillDomains } from '../../domain/vocabulary/skill-domain.ts'
import { domainNames, everydayWords } from '../everyday/words.ts'
import { plainDay } from '../i18n/dates.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import {
  ErrorSummary,
  type Errors,
  Form,
  Radios,
  Select,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { Alert, Details } from '../ui/parts.tsx'
import { act, noProblem, type Problem, statusOf } from './act.ts'
import { allActivities } from './activity-pages.tsx'
import { activityWords } from './activity-words.ts'
import { orderFrame } from './order-page.tsx'
import { isAnswered, personHref } from './orders.ts'
import { readOrder } from './read-orders.ts'
import { providerWords } from './words.ts'

export async function showParticipation(c: OrderContext, problem: Problem = noProblem): Promise<Response> {
  const t = activityWords(c.language)
  const e = everydayWords(c.language)
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  if (found === undefined || everyday === undefined || !isAnswered(found.order))
    return errorPage(c, 404, { about: 'order' })
  const { order } = found
  const here = personHref(order, '/aktiviteter')
  const going = everyday.participations.filter((p) => p.left === undefined)
  const taken = new Set(going.map((p) => p.activity.activityId))
  const offered = (await allActivities(c)).filter((a) => isOffered(a, c.today) && !taken.has(a.activityId))
  const left = skillDomains.filter((d) => !everyday.setAside.some((s) => s.domain === d))
  const { errors } = problem
  return orderFrame(
    c,
    found,
    { title: t.personTitle, back: personHref(order, '/noter'), status: statusOf(problem) },
    <>
      {problem.changed && <Alert kind="warning">{providerWords(c.language).changedText}</Alert>}
      {c.query.has('gemt') && <Alert kind="success">{t.saved}</Alert>}
      <ErrorSummary errors={errors} language={c.language} />
      <h2>{t.now}</h2>
      {going.length === 0 && <p>{e.noActivities}</p>}
      {going.map((p) => (
        <div class="hv-card">
          <h3>{p.activity.name}</h3>
          <p>{e.since(plainDay(p.on, c.language))}</p>
          <Form action={`${here}/ud`} csrf={c.csrf} commandId={c.house.newId()}>
            <input type="hidden" name="participation" value={p.participationId} />
            <TextField
              name={`because-${p.participationId}`}
              label={t.because}
              value={c.form.text(`because-${p.participationId}`)}
            />
            <Submit look="secondary">{t.leave}</Submit>
          </Form>
        </div>
      ))}
      <h2>{t.join}</h2>
      <p>{t.joinHint}</p>
      {offered.length === 0 ? (
        <p>{t.noActivities}</p>
      ) : (
        <Form action={here} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
          <Select
            name="activity"
            label={e.activity}
            options={offered.map((a) => ({ value: a.activityId, label: a.name }))}
            empty={t.choose}
            value={c.form.text('activity')}
            errors={errors}
          />
          <Radios
            name="answer"
            label={t.answer}
            options={[
              { value: 'join', label: t.answerJoin },
              { value: 'decline', label: t.answerDecline },
            ]}
            value={c.form.text('answer')}
            errors={errors}
          />
          <TextField name="because" label={t.because} value={c.form.text('because')} errors={errors} />
          <Submit>{t.saveJoin}</Submit>
        </Form>
      )}
      <Details summary={t.shared} open={errors.noShared !== undefined}>
        <Form action={`${here}/faelles`} csrf={c.csrf} commandId={c.house.newId()}>
          <TextArea
            name="noShared"
            label={t.shared}
            hint={t.sharedHint}
            value={c.form.text('noShared')}
            errors={errors}
            rows={3}
          />
          <Submit look="secondary">{t.saveShared}</Submit>
        </Form>
      </Details>
      {left.length > 0 && (
        <Details summary={t.aside} open={errors.domain !== undefined || errors.aside !== undefined}>
          <Form action={`${here}/fravalg`} csrf={c.csrf} commandId={c.house.newId()}>
            <Radios
              name="domain"
              label={t.asideWhich}
              options={left.map((d) => ({ value: d, label: domainNames(c.language)[d] }))}
              value={c.form.text('domain')}
              errors={errors}
            />
            <TextArea
              name="aside"
              label={t.asideWhy}
              hint={t.asideHint}
              value={c.form.text('aside')}
              errors={errors}
              rows={3}
            />
            <Submit look="secondary">{t.saveAside}</Submit>
          </Form>
        </Details>
      )}
      <Choices c={c} everyday={everyday} />
    </>,
  )
}

function Choices({ c, everyday }: { readonly c: OrderContext; readonly everyday: Everyday }) {
  const t = activityWords(c.language)
  const lines = choicesInWords(everyday, c.language)
  if (lines.length === 0) return null
  return (
    <>
      <h2>{t.chosen}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** What was left, declined, explained and set aside, in words. */
export function choicesInWords(everyday: Everyday, language: OrderContext['language']): readonly string[] {
  const e = everydayWords(language)
  const day = (fact: { readonly on: Everyday['dailyNotes'][number]['on'] }) => plainDay(fact.on, language)
  const because = (text: string | undefined) => (text ? ` (${text})` : '')
  return [
    ...everyday.participations.flatMap((p) =>
      p.left
        ? [`${p.activity.name}: ${e.since(day(p))} ${e.until(day(p.left))}${because(p.left.because)}`]
        : [],
    ),
    ...everyday.declinedActivities.map(
      (d) => `${d.activity.name}: ${e.declined(day(d))}${because(d.because)}`,
    ),
    ...everyday.noSharedActivity.map((n) => `${e.noShared(day(n))}. ${n.because}`),
    ...everyday.setAside.map((s) => `${domainNames(language)[s.domain]}: ${e.setAside(s.because)}`),
  ]
}

const again = (c: OrderContext) => (problem: Problem) => showParticipation(c, problem)
const wrong = (c: OrderContext, errors: Errors) => showParticipation(c, { errors })
const send = (c: OrderContext, command: CaseCommand): Promise<Response> =>
  act(c, command, { again: again(c), to: personHref(c.order, '/aktiviteter?gemt') })

export async function answerActivity(c: OrderContext): Promise<Response> {
  const t = activityWords(c.language)
  const answer = c.form.text('answer')
  const planned = (await allActivities(c)).find((a) => a.activityId === c.form.text('activity'))
  const errors = {
    ...(planned === undefined && { activity: t.needActivity }),
    ...(answer !== 'join' && answer !== 'decline' && { answer: t.needAnswer }),
  }
  if (planned === undefined || Object.keys(errors).length > 0) return wrong(c, errors)
  const { orderId } = c.order
  const activity = offeredOf(planned)
  return answer === 'join'
    ? send(c, { type: 'joinActivity', input: { orderId, activity, from: c.today } })
    : send(c, { type: 'declineActivity', input: { orderId, activity, because: c.form.text('because') } })
}

export function leaveActivity(c: OrderContext): Promise<Response> {
  const participationId = PartId.safeParse(c.form.text('participation'))
  if (!participationId.success) return showParticipation(c, { errors: {}, changed: true })
  const because = c.form.text(`because-${participationId.data}`)
  const input = { participationId: participationId.data, from: c.today, because }
  return send(c, { type: 'leaveActivity', input })
}

export function explainNoShared(c: OrderContext): Promise<Response> {
  const because = c.form.text('noShared')
  if (because === undefined) return wrong(c, { noShared: activityWords(c.language).needBecause })
  return send(c, { type: 'explainNoSharedActivity', input: { orderId: c.order.orderId, because } })
}

export function setAside(c: OrderContext): Promise<Response> {
  const t = activityWords(c.language)
  const domain = skillDomains.find((d) => d === c.form.text('domain'))
  const because = c.form.text('aside')
  const errors = {
    ...(domain === undefined && { domain: t.needDomain }),
    ...(because === undefined && { aside: t.needBecause }),
  }
  if (domain === undefined || because === undefined) return wrong(c, errors)
  return send(c, { type: 'setSkillDomainAside', input: { orderId: c.order.orderId, domain, because } })
}
