/** M13: the year's wheel, the meeting with what the citizen and the place say before it, and what follow-ups have shown. */
import type { Order, StatusMeeting } from '../../../domain/case/case-file.ts'
import {
  appointmentOf,
  followUpAfter,
  isOpenMeeting,
  nextFollowUp,
  openMeeting,
  wheelOf,
} from '../../../domain/case/follow-up/about.ts'
import { reportOf } from '../../../domain/case/follow-up/report.ts'
import { orderClosedOn } from '../../../domain/case/lifetime.ts'
import { placementOf, placements } from '../../../domain/case/placement-rounds.ts'
import { isOpenOn, type Task } from '../../../domain/standard/obligation.ts'
import { deadlineFor } from '../../../domain/time/deadline.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { ReportView } from '../../follow-up/report-view.tsx'
import { followUpNames, followUpWords } from '../../follow-up/words.ts'
import { longDay, plainDay } from '../../i18n/dates.ts'
import { markerOf } from '../../i18n/deadline-marker.ts'
import { taskNames } from '../../i18n/tasks.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Alert, Details, LinkButton, StatusMarker, SummaryList } from '../../ui/parts.tsx'
import { caseHref } from '../case-address.ts'
import { casePageOf, obligationsHere, type People, termsFor } from '../case-frame.tsx'
import { Conclusion } from './conclusion.tsx'

const tasksHere: readonly Task[] = ['followUp', 'sendStatusReport', 'answerOtherTime']

export function showFollowUp(c: CaseContext): Promise<Response> {
  const t = followUpWords(c.language)
  const { file } = c.case
  const begun = placements(file)
    .map(({ order }) => order)
    .toReversed()
  return casePageOf(c, t.title, (people) => (
    <>
      <p>{t.lead}</p>
      {begun.length === 0 && <p class="hv-empty">{t.noPlacement}</p>}
      <Owed c={c} />
      {begun.map((order, index) => (
        <section>
          <h2>{t.at(c.municipality.providerName(order.content.provider))}</h2>
          <OfPlacement c={c} order={order} people={people} current={index === 0} />
        </section>
      ))}
    </>
  ))
}

/** What is owed of it, with its date, as everywhere. */
function Owed({ c }: { readonly c: CaseContext }) {
  const t = followUpWords(c.language)
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const owed = obligationsHere(c).filter(
    (o) => o.task !== undefined && tasksHere.includes(o.task) && isOpenOn(o, c.today),
  )
  if (owed.length === 0) return null
  return (
    <>
      <h2>{t.owed}</h2>
      <ul>
        {owed.map((o) => (
          <li>
            {o.task && taskNames(c.language)[o.task]} {o.dueOn && plainDay(o.dueOn, c.language)}{' '}
            <StatusMarker marker={markerOf(o, c.today, soon, c.language)} />
          </li>
        ))}
      </ul>
    </>
  )
}

type Of = {
  readonly c: CaseContext
  readonly order: Order
  readonly people: People
}

function OfPlacement({ c, order, people, current }: Of & { readonly current: boolean }) {
  const t = followUpWords(c.language)
  const { file } = c.case
  const { parameters } = termsFor(c)
  const placement = placementOf(file, order)
  const closed = orderClosedOn(file, order)
  const going = closed === undefined || closed > c.today
  const next = placement && going ? nextFollowUp(file, placement, parameters) : undefined
  const last = placement && wheelOf(file, placement, parameters).at(-1)?.from
  const open = openMeeting(order)
  const earlier = order.meetings.filter((m) => !isOpenMeeting(m)).toReversed()
  return (
    <>
      <h3>{t.wheel}</h3>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.firstDay, value: order.started ? longDay(order.started.on, c.language) : '–' },
          { label: t.last, value: last ? longDay(last.on, c.language) : '–' },
          { label: t.nextDue, value: next ? longDay(next, c.language) : t.over },
        ]}
      />
      {(going || open) && <h3>{t.meeting}</h3>}
      {open && <Meeting c={c} order={order} people={people} meeting={open} />}
      {going && open === undefined && (
        <>
          <p>{t.noMeeting}</p>
          <LinkButton href={caseHref(c, '/opfoelgning/indkald')} look={current ? 'primary' : 'secondary'}>
            {t.call}
          </LinkButton>
        </>
      )}
      <Wishes c={c} order={order} />
      {going && (
        <p>
          <a href={caseHref(c, '/opfoelgning/efter-behov')}>{t.ask}</a>
        </p>
      )}
      <h3>{t.earlier}</h3>
      {earlier.length === 0 && <p>{t.noEarlier}</p>}
      {earlier.map((meeting) => (
        <Earlier c={c} order={order} people={people} meeting={meeting} />
      ))}
    </>
  )
}

type OfMeeting = Of & { readonly meeting: StatusMeeting }

/** When, where and who; moved from when, and why. */
function Time({ c, meeting }: Pick<OfMeeting, 'c' | 'meeting'>) {
  const t = followUpWords(c.language)
  const { day, starts, ends, place } = appointmentOf(meeting)
  const who = meeting.participants.map((kind) => followUpNames(c.language).participants[kind])
  return (
    <>
      <SummaryList
        language={c.language}
        rows={[
          { label: t.when, value: `${longDay(day, c.language)} ${t.time(starts, ends)}` },
          { label: t.where, value: place },
          { label: t.who, value: [...who, ...(meeting.others ? [meeting.others] : [])].join(', ') },
        ]}
      />
      {meeting.appointments.slice(1).map((moved, index) => (
        <p>
          {t.movedFrom(
            plainDay(meeting.appointments[index]?.day ?? moved.day, c.language),
            moved.because ?? '',
          )}
        </p>
      ))}
    </>
  )
}

function Meeting({ c, order, people, meeting }: OfMeeting) {
  const t = followUpWords(c.language)
  const { day } = appointmentOf(meeting)
  const { parameters } = termsFor(c)
  const asked = meeting.otherTimes.filter((wish) => wish.answered === undefined)
  const links = [
    { path: 'afslut', text: t.conclude },
    { path: 'flyt', text: t.move },
    { path: 'aflys', text: t.cancel },
  ]
  return (
    <div class="hv-card">
      <Time c={c} meeting={meeting} />
      {asked.length > 0 && (
        <Alert kind="warning" title={t.asked}>
          {asked.map((wish) => (
            <p>{t.askedOn(plainDay(wish.on, c.language), wish.words)}</p>
          ))}
          <p>
            <a href={caseHref(c, '/opfoelgning/samme-tid')}>{t.keepTime}</a>
          </p>
        </Alert>
      )}
      <div class="hv-actions">
        {links.map(({ path, text }, index) => (
          <LinkButton href={caseHref(c, `/opfoelgning/${path}`)} look={index === 0 ? 'primary' : 'secondary'}>
            {text}
          </LinkButton>
        ))}
      </div>
      <Prepared c={c} meeting={meeting} />
      <h4>{t.report}</h4>
      {reportOf(meeting) === undefined && (
        <Alert kind="info">
          <p>
            {t.reportDue(plainDay(deadlineFor('PROVIDER_REPORT_DUE', day, { parameters }).due, c.language))}
          </p>
          <p>{t.noReport}</p>
          <p>
            <a href={caseHref(c, '/beskeder')}>{t.remind}</a>
          </p>
        </Alert>
      )}
      <Report c={c} order={order} people={people} meeting={meeting} />
    </div>
  )
}

function Prepared({ c, meeting }: Pick<OfMeeting, 'c' | 'meeting'>) {
  const t = followUpWords(c.language)
  const { prepared } = meeting
  return (
    <>
      <h4>{t.prepared}</h4>
      {prepared === undefined ? (
        <p>{t.notPrepared}</p>
      ) : (
        <>
          <dl>
            {prepared.answers.map(({ question, mood, words }) => (
              <>
                <dt>{t.questions[question]}</dt>
                <dd lang="da">{[mood && t.moods[mood], words].filter(Boolean).join('. ')}</dd>
              </>
            ))}
          </dl>
          {prepared.companion && <p>{t.brings(prepared.companion)}</p>}
          <p>{t.preparedBySelf(plainDay(prepared.on, c.language))}</p>
        </>
      )}
    </>
  )
}

export function Report({ c, order, people, meeting }: OfMeeting) {
  const t = followUpWords(c.language)
  const report = reportOf(meeting)
  if (report === undefined) return null
  return (
    <Details summary={`${t.report}: ${t.reportSent(plainDay(report.on, c.language))}`}>
      <ReportView
        report={report}
        order={order}
        naming={{ language: c.language, userName: people.userName }}
      />
    </Details>
  )
}

function Wishes({ c, order }: Pick<Of, 'c' | 'order'>) {
  const t = followUpWords(c.language)
  const names = followUpNames(c.language)
  return (
    <>
      <h3>{t.wishes}</h3>
      {order.followUpWishes.length === 0 && <p>{t.noWishes}</p>}
      <ul>
        {order.followUpWishes.toReversed().map((wish) => {
          const after = followUpAfter(order, wish)
          return (
            <li>
              {plainDay(wish.on, c.language)}, {names.askers[wish.askedBy].toLowerCase()} (
              {names.triggers[wish.trigger].toLowerCase()}): <span lang="da">{wish.words}</span>{' '}
              {after ? t.answered(plainDay(after.on, c.language)) : t.open}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Earlier({ c, order, people, meeting }: OfMeeting) {
  const t = followUpWords(c.language)
  const { concluded, cancelled } = meeting
  return (
    <div class="hv-card">
      <h4>{t.held(longDay(appointmentOf(meeting).day, c.language))}</h4>
      {cancelled && <p>{t.cancelled(cancelled.because)}</p>}
      {concluded && <Conclusion c={c} concluded={concluded} goals={order.content.goals} />}
      {concluded?.onward === 'adjustedGoals' && (
        <p>
          <a href={caseHref(c, '/plan')}>{t.adjustGoals}</a>
        </p>
      )}
      {meeting.prepared && <Prepared c={c} meeting={meeting} />}
      <Report c={c} order={order} people={people} meeting={meeting} />
    </div>
  )
}
