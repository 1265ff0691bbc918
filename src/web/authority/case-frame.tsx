/** What every page of a case shows: who it is about, the clock, the ways around, and what went wrong with a form. */
import type { Child } from 'hono/jsx'
import { versionOn } from '../../casework/house.ts'
import { obligationsFor } from '../../casework/obligations.ts'
import { fullName } from '../../casework/people.ts'
import { currentOrder, currentProceeding } from '../../domain/case/case-file.ts'
import type { RecordedCaseEvent } from '../../domain/case/events.ts'
import { isRemandUnderWay, processingDeadline } from '../../domain/case/processing.ts'
import { awaitsConfirmation, isInForce } from '../../domain/case/recipients.ts'
import { isUnderPensionAge } from '../../domain/person/pension-age.ts'
import { ageOn } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import { findPersons, type Person } from '../../store/persons.ts'
import { listUsers, type StaffUser } from '../../store/users.ts'
import { longDay } from '../i18n/dates.ts'
import { markerOfDate } from '../i18n/deadline-marker.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { ErrorSummary } from '../ui/fields.tsx'
import { Alert, IdentityBar, StatusMarker, Tabs } from '../ui/parts.tsx'
import type { Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { Chain } from './chain.tsx'
import { eventInWords } from './event-words.ts'
import { type KeptContext, savedInWords } from './kept-draft.tsx'
import { MissingList } from './missing-list.tsx'
import { remandInWords } from './remand-mark.ts'
import { sharedWords } from './words.ts'

export { caseHref }

export type People = {
  readonly citizen: Person | undefined
  readonly personName: (id: string | undefined) => string
  readonly person: (id: string | undefined) => Person | undefined
  readonly userName: (id: string | undefined) => string
  readonly users: readonly StaffUser[]
}

/** Everybody the case names, in one look. */
export async function peopleOf(c: CaseContext): Promise<People> {
  const { file } = c.case
  const applicant = 'personId' in file.applicant ? file.applicant.personId : undefined
  const ids = [
    file.personId,
    ...file.representations.map((r) => r.personId),
    ...(applicant ? [applicant] : []),
  ]
  const [persons, users] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([findPersons(tx, [...new Set(ids)]), listUsers(tx)]),
  )
  return {
    citizen: persons.find((p) => p.personId === file.personId),
    person: (id) => persons.find((p) => p.personId === id),
    personName: (id) => {
      const found = persons.find((p) => p.personId === id)
      return found ? fullName(found) : '–'
    },
    userName: (id) => users.find((u) => u.userId === id)?.name ?? '–',
    users,
  }
}

const tabs = [
  ['', 'overview'],
  ['/ansoegning', 'application'],
  ['/oplysning', 'information'],
  ['/vurdering', 'assessment'],
  ['/anden-hjaelp', 'otherHelp'],
  ['/plan', 'plan'],
  ['/hoering', 'hearing'],
  ['/afgoerelse', 'decision'],
  ['/varsling', 'delay'],
  ['/bestilling', 'order'],
  ['/fravaer', 'absence'],
  ['/opfoelgning', 'followUp'],
  ['/klage', 'complaints'],
  ['/melding', 'reports'],
  ['/revurdering', 'reassessment'],
  ['/beskeder', 'messages'],
  ['/dokumentation', 'documentation'],
  ['/noter', 'notes'],
  ['/tidslinje', 'timeline'],
  ['/dokumenter', 'documents'],
  ['/parter', 'parties'],
  ['/aktindsigt', 'access'],
  ['/log', 'log'],
] as const

export const termsFor = (c: CaseContext) =>
  versionOn(c.municipality, currentProceeding(c.case.file).trigger.on).terms
export const obligationsHere = (c: CaseContext) => obligationsFor(c.municipality, c.case.file)

function marksOf(c: CaseContext, { citizen }: People): readonly string[] {
  const t = sharedWords(c.language)
  const { file } = c.case
  const ages = termsFor(c).parameters.pensionAges
  const { trigger } = currentProceeding(file)
  return [
    ...(isRemandUnderWay(currentProceeding(file)) ? [remandInWords(c, trigger.on)] : []),
    ...(citizen?.address?.protected ? [t.protectedAddress] : []),
    ...(citizen?.interpreter ? [t.interpreter(citizen.interpreter)] : []),
    ...(file.answers.interpreter && !citizen?.interpreter ? [t.interpreter(file.answers.interpreter)] : []),
    ...(citizen?.digitalPostExempt ? [t.exempt] : []),
    ...(citizen?.easyRead ? [t.easyRead] : []),
    ...(file.representations.some((r) => isInForce(r, c.today)) ? [t.guardian] : []),
    ...(awaitsConfirmation(file) ? [t.unconfirmed] : []),
    ...(file.municipality?.disputed ? [t.disputed] : []),
    ...(ageOn(file.bornOn, c.today) < termsFor(c).parameters.minimumAge ? [t.under18] : []),
    ...(isUnderPensionAge(file.bornOn, c.today, ages) ? [] : [t.pensioner]),
  ]
}

/** The form below holds what was typed before, and this is what others have done since. */
function KeptNotice({ c, people }: { readonly c: KeptContext; readonly people: People }) {
  const t = sharedWords(c.language)
  const since = changedByOthers(c, c.kept?.basedOn)
  return (
    <Alert kind="info">
      <p>{t.kept(savedInWords(c) ?? '')}</p>
      {since.length > 0 && <p>{t.keptSince}</p>}
      <EventsOfOthers c={c} people={people} events={since} />
    </Alert>
  )
}

/** What others than the visitor did after an event. */
function changedByOthers(c: CaseContext, seq: number | undefined): readonly RecordedCaseEvent[] {
  if (seq === undefined) return []
  return c.case.history.filter(
    ({ seq: own, actor }) =>
      own > seq && !(actor.kind === 'staff' && actor.userId === c.asking.subject.userId),
  )
}

function EventsOfOthers({
  c,
  people,
  events,
}: {
  readonly c: CaseContext
  readonly people: People
  readonly events: readonly RecordedCaseEvent[]
}) {
  const t = sharedWords(c.language)
  if (events.length === 0) return null
  return (
    <ul>
      {events.map((event) => (
        <li>
          {eventInWords(event, c)} {event.actor.kind === 'staff' && t.by(people.userName(event.actor.userId))}
        </li>
      ))}
    </ul>
  )
}

/** A page under a tab keeps the tab. */
const isAt = (c: CaseContext, path: string): boolean =>
  c.path === caseHref(c, path) || (path !== '' && c.path.startsWith(`${caseHref(c, path)}/`))

/** A page of the case. `title` is the page's own; the case number goes before it, and never a name. */
export async function casePageOf(
  c: KeptContext,
  title: string,
  body: (people: People) => Child | Promise<Child>,
  problem: Problem = { errors: {} },
): Promise<Response> {
  const t = sharedWords(c.language)
  const { file } = c.case
  const people = await peopleOf(c)
  const { citizen } = people
  const proceeding = currentProceeding(file)
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const due =
    proceeding.decision || proceeding.trigger.kind === 'anotherPlace'
      ? undefined
      : (proceeding.delayNotices.at(-1)?.newDate ??
        processingDeadline(proceeding, termsFor(c).parameters).due)
  const order = currentOrder(file)
  const failed = Object.keys(problem.errors).length > 0 || problem.refusal || problem.since
  return html(
    c,
    `${t.case(file.caseNumber)} – ${title}`,
    <>
      <IdentityBar
        name={citizen ? fullName(citizen) : file.caseNumber}
        marks={marksOf(c, people)}
        facts={[
          { label: t.case('').trim(), value: file.caseNumber },
          { label: t.age, value: t.years(ageOn(file.bornOn, c.today)) },
          ...(due
            ? [
                {
                  label: t.deadline,
                  value: (
                    <>
                      {longDay(due, c.language)}{' '}
                      <StatusMarker marker={markerOfDate(due, c.today, soon, c.language)} />
                    </>
                  ),
                },
              ]
            : []),
          { label: t.caseworker, value: file.caseworker ? people.userName(file.caseworker) : t.nobody },
          ...(order && !order.declined
            ? [{ label: t.offer, value: c.municipality.providerName(order.content.provider) }]
            : []),
        ]}
      />
      <Tabs
        label={t.pages}
        tabs={tabs.map(([path, key]) => ({
          href: caseHref(c, path),
          text: t[key],
          current: isAt(c, path),
        }))}
      />
      {c.path !== caseHref(c, '/noter') && (
        <p class="hv-quick">
          <a href={caseHref(c, '/noter')}>{t.quickNote}</a>
        </p>
      )}
      <ErrorSummary errors={problem.errors} language={c.language} />
      {problem.refusal && (
        <Alert kind="error">
          <p>{refusalInWords(problem.refusal, c.language)}</p>
          {problem.refusal.missing && <MissingList c={c} missing={problem.refusal.missing} />}
        </Alert>
      )}
      {problem.since && (
        <Alert kind="warning" title={t.conflictTitle}>
          <p>{t.conflict}</p>
          <EventsOfOthers c={c} people={people} events={problem.since} />
        </Alert>
      )}
      {c.kept && <KeptNotice c={c} people={people} />}
      <h1>{title}</h1>
      {await body(people)}
      <Chain c={c} />
    </>,
    problem.since ? 409 : failed ? 422 : 200,
  )
}
