/** The decision that has been made: read-only, with its letter as it was printed and the complaint period as it runs. */
import { currentProceeding, type Proceeding } from '../../../domain/case/case-file.ts'
import { complaintExpiry, findLetter, mainCopy } from '../../../domain/case/processing.ts'
import { readLetterSnapshot } from '../../../letters/letter-snapshot.ts'
import { read } from '../../../store/connection.ts'
import { findDocument } from '../../../store/documents.ts'
import { plainDay } from '../../i18n/dates.ts'
import { derivationInWords } from '../../i18n/derivation.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Alert, Details, LinkButton, SummaryList } from '../../ui/parts.tsx'
import { noProblem, type Problem } from '../act.ts'
import { caseHref } from '../case-address.ts'
import { casePageOf, termsFor } from '../case-frame.tsx'
import { sharedWords } from '../words.ts'
import { LetterOnPage } from './live.tsx'
import { decisionWords } from './words.ts'

type Decision = NonNullable<Proceeding['decision']>

export async function showDecided(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const proceeding = currentProceeding(c.case.file)
  const { decision } = proceeding
  if (decision === undefined) throw new Error('the page of a decision that has been made')
  const t = decisionWords(c.language)
  const letter = findLetter(c.case.file, decision.letterId)
  const snapshot =
    letter && (await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, letter.inputs)))
  const former = c.case.file.proceedings.flatMap((p) => (p.decision && p !== proceeding ? [p.decision] : []))
  return casePageOf(
    c,
    sharedWords(c.language).decision,
    ({ userName }) => (
      <>
        <p class="hv-date">{t.outcomes[decision.record.outcome]}</p>
        <p>
          {t.decided(
            plainDay(decision.on, c.language),
            decision.actor.kind === 'staff' ? userName(decision.actor.userId) : '–',
          )}
        </p>
        <SummaryList
          language={c.language}
          rows={[
            { label: t.letterState, value: stateOf(c, decision) },
            { label: t.complaint, value: <Complaint c={c} proceeding={proceeding} /> },
          ]}
        />
        {decision.record.outcome !== 'REFUSED' && (
          <LinkButton href={caseHref(c, '/bestilling')}>{t.order}</LinkButton>
        )}
        <h2>{t.letterTitle}</h2>
        {letter && (
          <p>
            <a href={caseHref(c, `/dokumenter/${letter.document}`)}>{t.letterPdf}</a>
          </p>
        )}
        {snapshot && <LetterOnPage c={c} letter={readLetterSnapshot(snapshot.bytes)} />}
        {former.length > 0 && (
          <>
            <h2>{t.former}</h2>
            <ul>
              {former.map((one) => (
                <li>
                  <a
                    href={caseHref(c, `/dokumenter/${findLetter(c.case.file, one.letterId)?.document ?? ''}`)}
                  >
                    {plainDay(one.on, c.language)}
                  </a>{' '}
                  {t.outcomes[one.record.outcome]}
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
    problem,
  )
}

/** Where the citizen's own copy is. */
function stateOf(c: CaseContext, { letterId }: Decision): string {
  const t = decisionWords(c.language).letterStates
  const letter = findLetter(c.case.file, letterId)
  const copy = letter && mainCopy(c.case.file, letter)
  if (copy?.delivered) return t.delivered(plainDay(copy.delivered.on, c.language))
  if (copy?.failed) return t.failed(copy.failed.reason)
  return copy?.dispatched ? t.dispatched(plainDay(copy.dispatched.on, c.language)) : t.queued
}

/** Counted from the receipt (RSL § 67): until there is one, no date is shown, for none runs. */
function Complaint({ c, proceeding }: { readonly c: CaseContext; readonly proceeding: Proceeding }) {
  const t = decisionWords(c.language)
  if (proceeding.decision?.record.outcome === 'GRANTED') return <>{t.complaintNone}</>
  const expiry = complaintExpiry(c.case.file, proceeding, termsFor(c).parameters)
  if (expiry === undefined) return <Alert kind="info">{t.complaintNotRunning}</Alert>
  const day = plainDay(expiry.due, c.language)
  return (
    <>
      <p>{expiry.due < c.today ? t.complaintPassed(day) : t.complaintUntil(day)}</p>
      <Details summary={t.derivation}>{derivationInWords(expiry.derivation, c.language)}</Details>
    </>
  )
}
