/** M14: attendance, what is known of absence, the talks about it, and what they led to. Nothing here ends anything. */
import { expectedDays, firstDayLookedAt } from '../../../casework/absence-pattern.ts'
import {
  assessmentOf,
  openProposal,
  partiesNotTalkedWith,
  placementOver,
} from '../../../domain/case/absence/about.ts'
import type { CountedAbsence, ExpectedDay } from '../../../domain/case/absence/pattern.ts'
import { currentOrder, type RepeatedAbsence } from '../../../domain/case/case-file.ts'
import { isOpenOn, type Task } from '../../../domain/standard/obligation.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { read } from '../../../store/connection.ts'
import {
  absenceReasonNames,
  absencesInWords,
  causeNames,
  continuationNames,
  outcomeNames,
  partyNames,
  wayNames,
} from '../../i18n/absence-words.ts'
import { plainDay } from '../../i18n/dates.ts'
import { markerOf } from '../../i18n/deadline-marker.ts'
import { taskNames } from '../../i18n/tasks.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Alert, Details, LinkButton, StatusMarker, Table, Timeline } from '../../ui/parts.tsx'
import { caseHref, casePageOf, obligationsHere, type People } from '../case-frame.tsx'
import { weeksOf } from './weeks.ts'
import { absenceWords } from './words.ts'

const tasksHere: readonly Task[] = [
  'discussAbsenceWithCitizen',
  'discussAbsenceWithProvider',
  'assessContinuation',
  'decideAnew',
]

export async function showAbsence(c: CaseContext): Promise<Response> {
  const t = absenceWords(c.language)
  const { file } = c.case
  const threshold = currentStandard(c.municipality).parameters.absenceThreshold.value
  const order = currentOrder(file)
  const days = order?.started
    ? await read(c.house.db, c.scope, (tx) =>
        expectedDays(tx, order, firstDayLookedAt(threshold, c.today), c.today),
      )
    : []
  return casePageOf(c, t.title, (people) => (
    <>
      <p>{t.lead}</p>
      <h2>{t.patterns}</h2>
      {file.repeatedAbsence.length === 0 ? <p class="hv-empty">{t.none}</p> : <Owed c={c} />}
      {file.repeatedAbsence.toReversed().map((pattern, index) => (
        <Pattern c={c} people={people} pattern={pattern} latest={index === 0} />
      ))}
      <h2>{t.attendance}</h2>
      <p>{t.attendanceLead(threshold.weeks * 2)}</p>
      <Weeks c={c} days={days} />
      <h2>{t.absences}</h2>
      <Absences c={c} days={days.filter(isAbsence)} caption={t.absences} />
    </>
  ))
}

const isAbsence = ({ outcome }: ExpectedDay): boolean => outcome === 'cancelled' || outcome === 'noShow'

/** What is owed because of absence, with its date, as everywhere. */
function Owed({ c }: { readonly c: CaseContext }) {
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const owed = obligationsHere(c).filter(
    (o) => o.task !== undefined && tasksHere.includes(o.task) && isOpenOn(o, c.today),
  )
  if (owed.length === 0) return null
  return (
    <ul>
      {owed.map((o) => (
        <li>
          {o.task && taskNames(c.language)[o.task]} {o.dueOn && plainDay(o.dueOn, c.language)}{' '}
          <StatusMarker marker={markerOf(o, c.today, soon, c.language)} />
        </li>
      ))}
    </ul>
  )
}

function Pattern({
  c,
  people,
  pattern,
  latest,
}: {
  readonly c: CaseContext
  readonly people: People
  readonly pattern: RepeatedAbsence
  readonly latest: boolean
}) {
  const t = absenceWords(c.language)
  const assessed = assessmentOf(pattern)
  const name = (actor: RepeatedAbsence['actor']): string =>
    actor.kind === 'staff' ? people.userName(actor.userId) : '–'
  const said = [
    ...pattern.dialogues.map((d) => ({
      fact: d,
      what: t.talked(partyNames(c.language)[d.with], wayNames(c.language)[d.how].toLowerCase()),
      more: [t.cause(causeNames(c.language)[d.cause]), d.words],
    })),
    ...pattern.assessments.map((a) => ({
      fact: a,
      what: t.assessed(continuationNames(c.language)[a.outcome]),
      more: [a.because],
    })),
  ].sort((a, b) => b.fact.seq - a.fact.seq)
  return (
    <section class="hv-card">
      <h3>{t.found(plainDay(pattern.on, c.language), absencesInWords(pattern, c.language))}</h3>
      <Details summary={t.whichDays}>
        <Absences c={c} days={pattern.absences.map(toDay)} caption={t.whichDays} />
      </Details>
      {openProposal(c.case.file, pattern) && (
        <Alert kind="warning">
          <p>{t.takesDecision}</p>
        </Alert>
      )}
      <h4>{t.talks}</h4>
      {said.length === 0 ? (
        <p>{t.noTalks}</p>
      ) : (
        <Timeline
          happenings={said.map(({ fact, what, more }) => ({
            when: plainDay(fact.on, c.language),
            what,
            more: more.map((line) => <p class="hv-pre">{line}</p>),
            by: t.by(name(fact.actor)),
          }))}
        />
      )}
      {placementOver(c.case.file, pattern) ? (
        <p>{t.over}</p>
      ) : (
        (assessed === undefined || openProposal(c.case.file, pattern)) && (
          <Actions c={c} pattern={pattern} primary={latest} />
        )
      )}
    </section>
  )
}

const toDay = ({ day, kind, reason }: CountedAbsence): ExpectedDay => ({ day, outcome: kind, reason })

function Actions({
  c,
  pattern,
  primary,
}: {
  readonly c: CaseContext
  readonly pattern: RepeatedAbsence
  readonly primary: boolean
}) {
  const t = absenceWords(c.language)
  const missing = partiesNotTalkedWith(pattern)
  const of = (path: string): string => caseHref(c, `/fravaer/${path}?om=${pattern.patternId}`)
  const links = [
    ...missing.map((party) =>
      party === 'citizen'
        ? { href: of('borger'), text: t.talkCitizen }
        : { href: of('tilbud'), text: t.talkProvider },
    ),
    ...(missing.length === 0
      ? [{ href: of('vurdering'), text: assessmentOf(pattern) ? t.assessAnew : t.assess }]
      : []),
  ]
  return (
    <>
      <div class="hv-actions">
        {links.map(({ href, text }, index) => (
          <LinkButton href={href} look={primary && index === 0 ? 'primary' : 'secondary'}>
            {text}
          </LinkButton>
        ))}
      </div>
      {missing.length > 0 && <p>{t.waitsForTalks}</p>}
    </>
  )
}

function Weeks({ c, days }: { readonly c: CaseContext; readonly days: readonly ExpectedDay[] }) {
  const t = absenceWords(c.language)
  return (
    <Table
      caption={t.attendance}
      rows={weeksOf(days)}
      empty={<p>{t.noDays}</p>}
      columns={[
        { heading: t.week, title: t.week, cell: (w) => plainDay(w.monday, c.language) },
        {
          heading: t.share,
          title: t.share,
          cell: ({ came, cancelled, noShow }) => {
            const counted = came + cancelled + noShow
            const inWords = t.shareOf(came, counted)
            return (
              <>
                {counted > 0 && <meter min={0} max={counted} value={came} aria-label={inWords} />} {inWords}
              </>
            )
          },
        },
        { heading: t.came, title: t.came, cell: (w) => w.came },
        { heading: t.cancelled, title: t.cancelled, cell: (w) => w.cancelled },
        { heading: t.noShow, title: t.noShow, cell: (w) => w.noShow },
        { heading: t.notCounted, title: t.notCounted, cell: (w) => w.notCounted },
      ]}
    />
  )
}

function Absences({
  c,
  days,
  caption,
}: {
  readonly c: CaseContext
  readonly days: readonly ExpectedDay[]
  readonly caption: string
}) {
  const t = absenceWords(c.language)
  return (
    <Table
      caption={caption}
      rows={days.toReversed()}
      empty={<p>{t.noAbsences}</p>}
      columns={[
        { heading: t.day, title: t.day, cell: ({ day }) => plainDay(day, c.language) },
        { heading: t.what, title: t.what, cell: ({ outcome }) => outcomeNames(c.language)[outcome] },
        {
          heading: t.reason,
          title: t.reason,
          cell: ({ reason, toldBeforehand }) =>
            [
              reason ? absenceReasonNames(c.language)[reason] : t.notSaid,
              ...(toldBeforehand ? [t.told] : []),
            ].join(', '),
        },
      ]}
    />
  )
}
