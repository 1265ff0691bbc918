/** M16, M16b: the complaints of a case, each with its clock, its words and the one next thing to do. Late ones as the others. */
import { type Complaint, currentProceeding } from '../../../domain/case/case-file.ts'
import {
  awaitsCitizen,
  isUnanswered,
  newDateOf,
  proceedingOf,
  resultToCarryOut,
  stageOf,
  timelinessOf,
} from '../../../domain/case/complaint/about.ts'
import { processingDeadline } from '../../../domain/case/processing.ts'
import { deadlineFor } from '../../../domain/time/deadline.ts'
import { complaintNames } from '../../i18n/complaint-words.ts'
import { longDay, plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Alert, LinkButton, SummaryList, type SummaryRow } from '../../ui/parts.tsx'
import { caseHref, casePageOf, termsFor } from '../case-frame.tsx'
import { complaintWords } from './words.ts'

export const showComplaints = (c: CaseContext): Promise<Response> => {
  const t = complaintWords(c.language)
  const { complaints, proceedings } = c.case.file
  return casePageOf(c, t.title, () => (
    <>
      <p>{t.lead}</p>
      <Remand c={c} />
      {complaints.length === 0 && <p class="hv-empty">{t.none}</p>}
      {complaints.toReversed().map((complaint) => (
        <OneComplaint c={c} complaint={complaint} />
      ))}
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
          result.cause && names.causes[result.cause],
          result.words,
        ]
          .filter(Boolean)
          .join('. '),
    ),
  ]
}

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
