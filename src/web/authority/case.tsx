/** A case at a glance: the next lawful step with its ground, the clock, what is missing, what is owed, what happened last. */

import { currentProceeding } from '../../domain/case/case-file.ts'
import { nextStep } from '../../domain/case/next-step.ts'
import { processingDeadline } from '../../domain/case/processing.ts'
import { UserId } from '../../domain/identity.ts'
import { isOpenOn, type Obligation, statusOn, type Task } from '../../domain/standard/obligation.ts'
import { currentStandard, findClause } from '../../standards/municipality.ts'
import { actorNames, voidReasonNames } from '../i18n/clause-words.ts'
import { plainDay } from '../i18n/dates.ts'
import { markerOf } from '../i18n/deadline-marker.ts'
import { derivationInWords } from '../i18n/derivation.ts'
import { defineMessages } from '../i18n/messages.ts'
import { taskNames } from '../i18n/tasks.ts'
import type { CaseContext } from '../platform/context.ts'
import { Form, Select, Submit } from '../ui/fields.tsx'
import { Details, LinkButton, StatusMarker, Table, Timeline } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref, casePageOf, obligationsHere, termsFor } from './case-frame.tsx'
import { eventInWords } from './event-words.ts'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    clock: 'Sådan er fristen regnet ud',
    open: 'Det skal gøres',
    done: 'Holdt, brudt og bortfaldet',
    what: 'Hvad',
    owes: 'Hvem skylder',
    when: 'Hvornår',
    quote: 'Løftet',
    none: 'Ingen.',
    recent: 'Senest sket',
    assign: 'Sagsbehandler',
    assignButton: 'Fordel',
    goal: 'Gå til opgaven',
    void: (why: string) => `Bortfaldet: ${why}`,
  },
  en: {
    clock: 'How the deadline is worked out',
    open: 'To be done',
    done: 'Kept, broken and fallen away',
    what: 'What',
    owes: 'Who owes it',
    when: 'When',
    quote: 'The promise',
    none: 'None.',
    recent: 'Latest',
    assign: 'Caseworker',
    assignButton: 'Assign',
    goal: 'Go to the task',
    void: (why: string) => `Fell away: ${why}`,
  },
})

/** Where a task is done. */
export const placeOf: Readonly<Partial<Record<Task, string>>> = {
  assignCase: '',
  recordActingMunicipality: '/parter/kommune',
  guideAndForward: '/parter/vejledning',
  recordParticipation: '/parter/medvirken',
  confirmApplication: '/parter/bekraeftelse',
  informCase: '/oplysning',
  sendSourceLetter: '/oplysning',
  remindSource: '/oplysning',
  receiveInformation: '/oplysning',
  givePrivacyNotice: '/dokumenter',
  assess: '/vurdering',
  considerOtherHelp: '/anden-hjaelp',
  offerActionPlan: '/plan',
  hearParty: '/hoering',
  answerHearing: '/hoering',
  decide: '/afgoerelse',
  decideByNewDate: '/afgoerelse',
  approveDecision: '/afgoerelse',
  findAnotherPlace: '/afgoerelse',
  notifyDelay: '/varsling',
  sendOrder: '/bestilling',
  answerOrder: '/bestilling',
  answerOrderQuestion: '/bestilling',
  judgeContent: '/bestilling/indhold',
  startPlacement: '/bestilling',
  answerMessage: '/beskeder',
  settlePurchase: '/tidslinje',
  makeSchedule: '/bestilling',
  makeInterventionPlan: '/dokumentation',
  followGoal: '/dokumentation',
  appointContactPerson: '/bestilling',
  arrangeTransport: '/koersel',
  handlePostFailure: '/dokumenter',
  followUpLetter: '/dokumenter',
  sendReceipt: '/dokumenter',
  sendLetterToRepresentative: '/dokumenter',
  verifyRepresentative: '/parter',
  askAboutRepresentation: '/parter',
  registerDocument: '/dokumenter',
  writeNote: '/noter',
  writeDailyNote: '/dokumentation',
  workWithGoal: '/dokumentation',
  offerActivity: '/dokumentation',
  considerSkills: '/dokumentation',
  giveHealthSupport: '/dokumentation',
  discussAbsenceWithCitizen: '/fravaer/borger',
  discussAbsenceWithProvider: '/fravaer/tilbud',
  assessContinuation: '/fravaer/vurdering',
  decideAnew: '/revurdering',
  decideUpheld: '/afgoerelse',
  sendComplaintReceipt: '/dokumenter',
  callComplainant: '/klage',
  confirmComplaint: '/klage',
  reassessComplaint: '/klage',
  forwardComplaint: '/klage',
  tellComplaintDelay: '/klage',
  answerComplaintByNewDate: '/klage',
  carryOutResult: '/klage',
  answerAccess: '/aktindsigt',
  answerCorrection: '/aktindsigt',
  answerLookQuestion: '/opslag',
  deliverToArchive: '/opbevaring',
  approveErasure: '/opbevaring',
  reassess: '/revurdering',
  settleMove: '/parter/flytning',
  tellOfMove: '/dokumenter',
  handOverPapers: '/parter/flytning',
  recordTakeover: '/parter/flytning',
  askEarlierMunicipality: '/oplysning',
  answerReport: '/melding',
  followUp: '/opfoelgning',
  answerOtherTime: '/opfoelgning',
  sendStatusReport: '/opfoelgning',
}

/** The nearest date first; what has none comes last. */
const byDate = (obligations: readonly Obligation[]): readonly Obligation[] =>
  obligations.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))

/** What is to be done, and the promises that ask for it, the nearest first. */
type Line = readonly [Obligation, ...Obligation[]]

/** Several promises can ask for the same thing: one line, by the nearest date, with all of them behind it. */
function linesOf(obligations: readonly Obligation[]): readonly Line[] {
  const lines = new Map<string, [Obligation, ...Obligation[]]>()
  for (const obligation of obligations) {
    const { task, actor, key } = obligation
    const line = task && lines.get(`${actor} ${task}`)
    if (line) line.push(obligation)
    else lines.set(task ? `${actor} ${task}` : key, [obligation])
  }
  return [...lines.values()]
}

/** The promise behind a line, in its own words, with how its date came about. */
function Ground({ c, obligation }: { readonly c: CaseContext; readonly obligation: Obligation }) {
  const clause = findClause(c.municipality, obligation.clause)
  return (
    <Details summary={obligation.clause}>
      <p class="hv-quote" lang="da">
        {clause?.quote}
      </p>
      <p>{clause?.heading ?? clause?.source}</p>
      {obligation.derivation.length > 0 && <p>{derivationInWords(obligation.derivation, c.language)}</p>}
    </Details>
  )
}

export function ObligationTable({
  c,
  lines,
  caption,
}: {
  readonly c: CaseContext
  readonly lines: readonly Line[]
  readonly caption: string
}) {
  const t = words(c.language)
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  return (
    <Table
      caption={caption}
      rows={lines}
      empty={<p>{t.none}</p>}
      columns={[
        {
          heading: t.what,
          title: t.what,
          cell: ([o]) => {
            const place = o.task && placeOf[o.task]
            const name = o.task
              ? taskNames(c.language)[o.task]
              : (findClause(c.municipality, o.clause)?.quote ?? o.clause)
            return place !== undefined && isOpenOn(o, c.today) ? (
              <a href={caseHref(c, place)}>{name}</a>
            ) : (
              name
            )
          },
        },
        { heading: t.owes, title: t.owes, cell: ([o]) => actorNames(c.language)[o.actor] },
        {
          heading: t.when,
          title: t.when,
          cell: ([o]) => (
            <>
              {o.dueOn && `${plainDay(o.dueOn, c.language)} `}
              <StatusMarker marker={markerOf(o, c.today, soon, c.language)} />
              {o.voidReason &&
                statusOn(o, c.today) === 'void' &&
                ` ${t.void(voidReasonNames(c.language)[o.voidReason])}`}
            </>
          ),
        },
        {
          heading: t.quote,
          title: t.quote,
          cell: (line) => line.map((o) => <Ground c={c} obligation={o} />),
        },
      ]}
    />
  )
}

export function overview(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const t = words(c.language)
  const s = sharedWords(c.language)
  const obligations = obligationsHere(c)
  const open = byDate(obligations.filter((o) => isOpenOn(o, c.today) && o.task !== undefined))
  const past = obligations.filter((o) => !open.includes(o) && statusOn(o, c.today) !== 'not yet')
  const next = nextStep(obligations, c.today)
  const proceeding = currentProceeding(c.case.file)
  const clause = next && findClause(c.municipality, next.clause)
  const { file } = c.case
  return casePageOf(
    c,
    s.overview,
    ({ users }) => (
      <>
        <div class="hv-next">
          <h2>{s.nextStep}</h2>
          {next?.task ? (
            <>
              <p>
                <StatusMarker
                  marker={markerOf(
                    next,
                    c.today,
                    currentStandard(c.municipality).parameters.dueSoonWorkingDays.value,
                    c.language,
                  )}
                />{' '}
                {next.dueOn && plainDay(next.dueOn, c.language)}
              </p>
              <LinkButton
                href={`${caseHref(c, placeOf[next.task] ?? '')}${next.task === 'assignCase' ? '#fordel' : ''}`}
              >
                {taskNames(c.language)[next.task]}
              </LinkButton>
              <p class="hv-quote" lang="da">
                {clause?.quote} <small>({clause?.heading ?? clause?.source})</small>
              </p>
            </>
          ) : (
            <p>{s.noNextStep}</p>
          )}
        </div>
        {proceeding.decision === undefined && proceeding.trigger.kind !== 'anotherPlace' && (
          <Details summary={t.clock}>
            <p>
              {derivationInWords(
                processingDeadline(proceeding, termsFor(c).parameters).derivation,
                c.language,
              )}
            </p>
          </Details>
        )}
        <h2>{t.open}</h2>
        <ObligationTable c={c} lines={linesOf(open)} caption={t.open} />
        <h2 id="fordel">{t.assign}</h2>
        <Form
          action={caseHref(c, '/fordel')}
          csrf={c.csrf}
          commandId={c.house.newId()}
          basedOn={file.lastSeq}
        >
          <Select
            name="userId"
            label={t.assign}
            value={file.caseworker}
            errors={problem.errors}
            empty={s.nobody}
            options={users
              .filter((u) => u.active && u.roles.includes('caseworker'))
              .map((u) => ({ value: u.userId, label: u.name }))}
          />
          <Submit look="secondary">{t.assignButton}</Submit>
        </Form>
        <h2>{t.recent}</h2>
        <Timeline
          happenings={[...c.case.history]
            .reverse()
            .slice(0, 5)
            .map((event) => ({
              when: plainDay(event.occurredOn, c.language),
              what: eventInWords(event, c),
            }))}
        />
        <Details summary={t.done}>
          <ObligationTable c={c} lines={past.map((o): Line => [o])} caption={t.done} />
        </Details>
      </>
    ),
    problem,
  )
}

export function assign(c: CaseContext): Promise<Response> {
  const userId = UserId.safeParse(c.form.text('userId'))
  const unit = c.case.file.unit ?? termsFor(c).unit
  const input = { unit, ...(userId.success && { userId: userId.data }) }
  return act(c, 'assignCase', input, { again: (p) => overview(c, p), to: caseHref(c) })
}
