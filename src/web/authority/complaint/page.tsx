/** M16, M16b: the complaints of a case, each with its clock, its words and the one next thing to do. Late ones as the others. */
import { type Complaint, currentProceeding } from '../../../domain/case/case-file.ts'
import {
  awaitsCitizen,
  complaintPapers,
  isUnanswered,
  newDateOf,
  proceedingOf,
  resultToCarryOut,
  stageOf,
  timelinessOf,
} from '../../../domain/case/complaint/about.ts'
import type { ReversalCause } from '../../../domain/case/complaint/events.ts'
import { processingDeadline } from '../../../domain/case/processing.ts'
import { deadlineFor } from '../../../domain/time/deadline.ts'
import { currentStandard } from '../../../standards/municipality.ts'
import { complaintNames } from '../../i18n/complaint-words.ts'
import { longDay, plainDay, shortDay } from '../../i18n/dates.ts'
import { markerOfDate } from '../../i18n/deadline-marker.ts'
import type { CaseContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import {
  Alert,
  BackLink,
  LinkButton,
  StatusMarker,
  SummaryList,
  type SummaryRow,
  Table,
} from '../../ui/parts.tsx'
import { caseHref, casePageOf, termsFor } from '../case-frame.tsx'
import { complaintWords } from './words.ts'

export const showComplaints = (c: CaseContext): Promise<Response> => {
  const t = complaintWords(c.language)
  const { complaints, proceedings } = c.case.file
  return casePageOf(c, t.title, () => (
    <>
      <p>{t.lead}</p>
      <Remand c={c} />
      <Table
        caption={t.title}
        rows={complaints.map((complaint, index) => ({ complaint, number: index + 1 })).toReversed()}
        empty={<p>{t.none}</p>}
        columns={[
          {
            heading: t.complaint,
            title: t.complaint,
            cell: ({ number }) => <a href={caseHref(c, `/klage/${number}`)}>{t.numbered(number)}</a>,
          },
          {
            heading: t.received,
            title: t.received,
            cell: ({ complaint }) => shortDay(complaint.on, c.language),
          },
          {
            heading: t.stage,
            title: t.stage,
            cell: ({ complaint }) => complaintNames(c.language).stages[stageOf(complaint)],
          },
          { heading: t.due, title: t.due, cell: ({ complaint }) => <Due c={c} complaint={complaint} /> },
          {
            heading: t.next,
            title: t.next,
            cell: ({ complaint }) => {
              const [next] = actionsOf(c, complaint)
              return next ? (
                <a href={caseHref(c, `${next.path}?om=${complaint.complaintId}`)}>{next.text}</a>
              ) : (
                '–'
              )
            },
          },
        ]}
      />
      {proceedings.some((p) => p.decision) ? (
        <LinkButton href={caseHref(c, '/klage/ny')} look="secondary">
          {t.register}
        </LinkButton>
      ) : (
        <p>{t.noDecision}</p>
      )}
    </>
  ))
}

/** M16b: sent back, with the Appeals Board's own words and the clock that has started anew. */
function Remand({ c }: { readonly c: CaseContext }) {
  const t = complaintWords(c.language)
  const proceeding = currentProceeding(c.case.file)
  if (proceeding.trigger.kind !== 'remand' || proceeding.decision) return null
  const { due } = processingDeadline(proceeding, termsFor(c).parameters)
  const words = c.case.file.complaints.findLast(({ result }) => result?.result === 'remanded')?.result?.words
  return (
    <section class="hv-card">
      <h2>{t.remandTitle}</h2>
      <Alert kind="warning">
        <p>{t.remandLead(longDay(proceeding.trigger.on, c.language), longDay(due, c.language))}</p>
      </Alert>
      {words && (
        <>
          <h3>{t.remandWhat}</h3>
          <p class="hv-pre">{words}</p>
        </>
      )}
      <LinkButton href={caseHref(c, '/oplysning')}>{t.remandInform}</LinkButton>
    </section>
  )
}

/** The four weeks, as long as the complaint is to be answered by us. */
function Due({ c, complaint }: { readonly c: CaseContext; readonly complaint: Complaint }) {
  if (!isUnanswered(complaint)) return <>–</>
  const { parameters } = termsFor(c)
  const { due } = deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters })
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  return (
    <>
      {longDay(due, c.language)} <StatusMarker marker={markerOfDate(due, c.today, soon, c.language)} />
    </>
  )
}

/** M16: one complaint, by its number in the case. */
export function showComplaint(c: CaseContext): Response | Promise<Response> {
  const t = complaintWords(c.language)
  const number = Number(c.parameter('number'))
  const complaint = c.case.file.complaints[number - 1]
  if (complaint === undefined) return errorPage(c, 404)
  return casePageOf(c, t.numbered(number), () => (
    <>
      {complaint.result?.result === 'remanded' && <Remand c={c} />}
      <OneComplaint c={c} complaint={complaint} />
      <BackLink href={caseHref(c, '/klage')} language={c.language} />
    </>
  ))
}

function OneComplaint({ c, complaint }: { readonly c: CaseContext; readonly complaint: Complaint }) {
  const t = complaintWords(c.language)
  const decided = proceedingOf(c.case.file, complaint)?.decision
  return (
    <section class="hv-card">
      <h2>{t.over(decided ? plainDay(decided.on, c.language) : '–')}</h2>
      <SummaryList language={c.language} rows={rowsOf(c, complaint)} />
      <div class="hv-actions">
        {actionsOf(c, complaint).map(({ path, text }, index) => (
          <LinkButton
            href={caseHref(c, `${path}?om=${complaint.complaintId}`)}
            look={index === 0 ? 'primary' : 'secondary'}
          >
            {text}
          </LinkButton>
        ))}
      </div>
    </section>
  )
}

function rowsOf(c: CaseContext, complaint: Complaint): readonly SummaryRow[] {
  const t = complaintWords(c.language)
  const names = complaintNames(c.language)
  const { file } = c.case
  const { parameters } = termsFor(c)
  const day = (on: Complaint['on']): string => plainDay(on, c.language)
  const { reassessed, result, bundled, sent, by } = complaint
  const due = deadlineFor('REASSESSMENT_DUE', complaint.on, { parameters })
  const late = timelinessOf(file, complaint, parameters)
  const waits = complaint.postponements.at(-1)
  const newDate = newDateOf(complaint)
  const row = (label: string, value: SummaryRow['value'] | undefined): readonly SummaryRow[] =>
    value === undefined ? [] : [{ label, value }]
  return [
    ...row(t.stage, names.stages[stageOf(complaint)]),
    ...row(t.received, `${day(complaint.on)}, ${names.channels[complaint.channel].toLowerCase()}`),
    ...row(
      t.by,
      by.kind === 'citizen'
        ? t.citizen
        : by.kind === 'representative'
          ? t.representative
          : t.other(by.relation, !awaitsCitizen(complaint)),
    ),
    ...row(t.time, names.timeliness[late]),
    ...row(t.words, complaint.words ?? t.noWords),
    ...row(t.wish, complaint.wish),
    ...row(
      t.callBack,
      complaint.callBack && [complaint.callBack.phone, complaint.callBack.when].filter(Boolean).join(', '),
    ),
    ...complaint.supplements.flatMap((more) => row(t.more(day(more.on)), more.words)),
    ...complaintPapers(complaint).flatMap(({ hash, name }) =>
      row(t.paper, <a href={caseHref(c, `/dokumenter/${hash}`)}>{name}</a>),
    ),
    ...row(
      t.due,
      due.lastWorkingDay === due.due
        ? longDay(due.due, c.language)
        : `${longDay(due.due, c.language)} (${t.workingDay(day(due.lastWorkingDay))})`,
    ),
    ...row(t.newDate, newDate && longDay(newDate, c.language)),
    ...row(t.waits, waits?.postponed ? waits.because : t.waitsNot),
    ...row(
      t.outcome,
      reassessed && `${names.outcomes[reassessed.outcome]}, ${day(reassessed.on)}. ${reassessed.reasons}`,
    ),
    ...row(t.ownCause, reassessed?.cause && failedInWords(names, reassessed.cause, reassessed.clause)),
    ...row(
      t.bundle,
      bundled && (
        <>
          <a href={caseHref(c, `/dokumenter/${bundled.letter}`)}>{t.letter}</a>,{' '}
          <a href={caseHref(c, `/dokumenter/${bundled.bundle}`)}>{t.papers(bundled.pages)}</a>
        </>
      ),
    ),
    ...row(t.sent, sent && `${day(sent.on)}, ${names.ways[sent.how].toLowerCase()}`),
    ...row(
      t.result,
      result &&
        [
          `${names.results[result.result]}, ${day(result.on)}`,
          result.cause && failedInWords(names, result.cause, result.clause),
          result.words,
        ]
          .filter(Boolean)
          .join('. '),
    ),
  ]
}

const failedInWords = (
  { causes }: ReturnType<typeof complaintNames>,
  cause: ReversalCause,
  clause: string | undefined,
): string => [causes[cause], clause].filter(Boolean).join(', ')

type Action = { readonly path: string; readonly text: string }

/** The next thing first; what is possible beside it after. */
function actionsOf(c: CaseContext, complaint: Complaint): readonly Action[] {
  const t = complaintWords(c.language)
  const stage = stageOf(complaint)
  const open = stage !== 'concluded' && stage !== 'withdrawn'
  const next: Partial<Record<typeof stage, Action>> = {
    received: { path: '/klage/genvurdering', text: t.reassessTitle },
    toForward: { path: '/klage/videre', text: t.forwardTitle },
    toSend: { path: '/klage/sendt', text: t.sentTitle },
    atBoard: { path: '/klage/svar', text: t.resultTitle },
    ...(resultToCarryOut(complaint) &&
      !complaint.carriedOut && { concluded: { path: '/klage/gennemfoert', text: t.carryTitle } }),
  }
  const first = next[stage]
  return [
    ...(first ? [first] : []),
    ...(isUnanswered(complaint) ? [{ path: '/klage/besked', text: t.delayTitle }] : []),
    ...(awaitsCitizen(complaint) ? [{ path: '/klage/bekraeft', text: t.confirmTitle }] : []),
    ...(open
      ? [
          { path: '/klage/tilfoej', text: t.tellMore },
          { path: '/klage/venter', text: t.postponeTitle },
          { path: '/klage/traek-tilbage', text: t.withdrawTitle },
        ]
      : []),
  ]
}
