/**
 * T8: the provider tells of a deviation, a problem or a need for change, with what the records say beside it, and sees what
 * came of what it told before. Nothing here changes what was granted.
 */
import { expectedDays } from '../../casework/absence-pattern.ts'
import { type Everyday, newestFirst, readEveryday } from '../../casework/read-everyday.ts'
import type { ExpectedDay } from '../../domain/case/absence/pattern.ts'
import {
  type ReportedFacts,
  type ReportHint,
  reportHints,
  reportKinds,
} from '../../domain/case/report/events.ts'
import { addDays, CalendarDay } from '../../domain/time/calendar-day.ts'
import { read } from '../../store/connection.ts'
import { plainDay } from '../i18n/dates.ts'
import { reactionNames, reportHintNames, reportKindNames } from '../i18n/report-words.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { dateOf } from '../ui/date-field.ts'
import { Checkboxes, DateField, ErrorSummary, Form, Radios, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, Timeline } from '../ui/parts.tsx'
import { act, noProblem, type Problem, statusOf } from './act.ts'
import { orderFrame } from './order-page.tsx'
import { isAnswered, personHref } from './orders.ts'
import { readOrder, userName } from './read-orders.ts'
import { reportFormWords } from './tell-words.ts'
import { providerWords } from './words.ts'

const longAbsenceDays = 14
const idleGoalDays = 28
const factsDays = 30

async function readPage(c: OrderContext) {
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  if (found === undefined || everyday === undefined || !isAnswered(found.order)) return undefined
  const from = addDays(c.today, 1 - factsDays)
  const days = everyday.started
    ? await read(c.house.db, c.scope, (tx) => expectedDays(tx, found.order, from, c.today))
    : []
  return { found, everyday, days, facts: factsOf(c, everyday, days) }
}

/** What the place's own records say. Shown beside the form, and kept with the report. */
function factsOf(c: OrderContext, everyday: Everyday, days: readonly ExpectedDay[]): ReportedFacts {
  const from = addDays(c.today, 1 - factsDays)
  const idleSince = addDays(c.today, -idleGoalDays)
  const begun = everyday.started !== undefined && everyday.started.on <= idleSince
  return {
    from,
    to: c.today,
    came: days.filter((d) => d.outcome === 'came').length,
    absent: days.filter(isAway).length,
    notes: everyday.dailyNotes.filter((n) => n.on >= from && n.on <= c.today).length,
    goalsNotWorkedWith: everyday.content.goals
      .map((g) => g.goalId)
      .filter((id) => begun && !everyday.dailyNotes.some((n) => n.on > idleSince && n.goals.includes(id))),
  }
}

const isAway = ({ outcome }: ExpectedDay): boolean => outcome === 'cancelled' || outcome === 'noShow'

/** What the records point at by themselves. The place ticks and unticks as it knows better. */
function pointedAt(
  c: OrderContext,
  days: readonly ExpectedDay[],
  facts: ReportedFacts,
): readonly ReportHint[] {
  const recent = days.filter((d) => d.day > addDays(c.today, -longAbsenceDays))
  const away = recent.some(isAway) && !recent.some((d) => d.outcome === 'came')
  return [
    ...(away ? ['longAbsence' as const] : []),
    ...(facts.goalsNotWorkedWith.length > 0 ? ['goalNotWorkedWith' as const] : []),
  ]
}

export async function showTelling(c: OrderContext, problem: Problem = noProblem): Promise<Response> {
  const t = reportFormWords(c.language)
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, everyday, days, facts } = page
  const { order, colleagues } = found
  const { errors } = problem
  const ticked =
    c.form.values.kind === undefined && c.form.commandId === undefined
      ? pointedAt(c, days, facts)
      : c.form.all('hints')
  const idle = everyday.content.goals.filter((g) => facts.goalsNotWorkedWith.includes(g.goalId))
  return orderFrame(
    c,
    found,
    { title: t.title, back: personHref(order), status: statusOf(problem) },
    <>
      {c.query.has('sendt') && (
        <Alert kind="success">
          <p>{t.sent}</p>
        </Alert>
      )}
      {problem.changed && (
        <Alert kind="warning" title={providerWords(c.language).changedTitle}>
          <p>{providerWords(c.language).changedText}</p>
        </Alert>
      )}
      <ErrorSummary errors={errors} language={c.language} />
      <p>{t.lead}</p>
      <h2>{t.facts}</h2>
      <p>{everyday.started ? t.factsText(facts.came, facts.absent, facts.notes) : t.notStarted}</p>
      {idle.length > 0 && (
        <>
          <h3>{t.goalsIdle}</h3>
          <ul>
            {idle.map((g) => (
              <li>{g.text}</li>
            ))}
          </ul>
        </>
      )}
      {everyday.dailyNotes.length > 0 && (
        <>
          <h3>{t.latest}</h3>
          <ul>
            {newestFirst(everyday.dailyNotes)
              .slice(0, 3)
              .map((note) => (
                <li>
                  {plainDay(note.on, c.language)}: {note.text}
                </li>
              ))}
          </ul>
        </>
      )}
      <Form action={personHref(order, '/meld')} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
        <Radios
          name="kind"
          label={t.kind}
          options={reportKinds.map((value) => ({
            value,
            label: reportKindNames(c.language)[value],
            hint: t.kindHints[value],
          }))}
          value={c.form.text('kind')}
          errors={errors}
        />
        <Checkboxes
          name="hints"
          label={t.hints}
          hint={t.hintsHint}
          options={reportHints.map((value) => ({ value, label: reportHintNames(c.language)[value] }))}
          values={ticked}
          errors={errors}
        />
        <TextArea name="what" label={t.what} value={c.form.text('what')} errors={errors} />
        <DateField name="since" label={t.since} typed={c.form.values} errors={errors} language={c.language} />
        <TextArea name="done" label={t.done} value={c.form.text('done')} errors={errors} />
        <TextArea name="proposed" label={t.proposed} value={c.form.text('proposed')} errors={errors} />
        <Submit>{t.send}</Submit>
      </Form>
      <h2>{t.before}</h2>
      {everyday.reports.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Timeline
          happenings={everyday.reports.toReversed().map((report) => ({
            when: plainDay(report.on, c.language),
            what: reportKindNames(c.language)[report.kind],
            more: (
              <>
                <p class="hv-pre">{report.what}</p>
                {report.answers.length === 0 && <p>{t.waiting}</p>}
                {report.answers.map((answer) => (
                  <p>
                    {plainDay(answer.on, c.language)}: {reactionNames(c.language)[answer.reaction]}.{' '}
                    {answer.words}
                  </p>
                ))}
              </>
            ),
            by: (report.actor.kind === 'staff' && userName(colleagues, report.actor.userId)) || '–',
          }))}
        />
      )}
    </>,
  )
}

export async function tell(c: OrderContext): Promise<Response> {
  const t = reportFormWords(c.language)
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const kind = reportKinds.find((k) => k === c.form.text('kind'))
  const since = CalendarDay.safeParse(dateOf(c.form, 'since')).data
  const what = c.form.text('what')
  const done = c.form.text('done')
  const proposed = c.form.text('proposed')
  if (!kind || !since || !what || !done || !proposed)
    return showTelling(c, {
      errors: {
        ...(!kind && { kind: t.needKind }),
        ...(!what && { what: t.needText }),
        ...(!since && { since: t.needDay }),
        ...(!done && { done: t.needText }),
        ...(!proposed && { proposed: t.needText }),
      },
    })
  const { order } = page.found
  const hints = reportHints.filter((h) => c.form.all('hints').includes(h))
  const facts = page.everyday.started && page.facts
  return act(
    c,
    {
      type: 'reportToAuthority',
      input: { orderId: order.orderId, kind, since, what, done, proposed, hints, ...(facts && { facts }) },
    },
    { again: (p) => showTelling(c, p), to: personHref(order, '/meld?sendt=1') },
  )
}
