/** A letter as a page: the answer in one sentence, why, what now, what if one disagrees; the texts side by side; PDF. */
import { versionOn } from '../../casework/house.ts'
import { perform } from '../../casework/perform.ts'
import type { Proceeding } from '../../domain/case/case-file.ts'
import { complaintExpiry } from '../../domain/case/processing.ts'
import { readLetterSnapshot } from '../../letters/letter-snapshot.ts'
import { toPlainText } from '../../letters/plain-text.ts'
import { read } from '../../store/connection.ts'
import { findDocument } from '../../store/documents.ts'
import { longDay } from '../i18n/dates.ts'
import { derivationInWords } from '../i18n/derivation.ts'
import type { CaseContext, PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { file as fileAnswer, html } from '../platform/respond.tsx'
import { LetterSections } from '../ui/letter-view.tsx'
import { BackLink, Card, Details } from '../ui/parts.tsx'
import { caseMessages } from './case-messages.ts'
import { complaintMessages } from './complaint-messages.ts'
import { mayDo } from './may-do.ts'
import { caseHref, findOwnLetter, lastDecision } from './situation.ts'

/** Whose letters the visitor reads: their own, and those of the citizen they act for. */
export const recipientIds = (c: PageContext): readonly string[] =>
  [c.asking.subject.personId, c.asking.onBehalfOf].filter((id) => id !== undefined)

/** What follows from a decision: said before its text, so that nobody has to find it there. */
function Consequences({ c, decided }: { readonly c: CaseContext; readonly decided: Proceeding }) {
  const t = caseMessages(c.language)
  const { file } = c.case
  const { record } = decided.decision ?? {}
  if (record === undefined) return null
  const { parameters } = versionOn(c.municipality, c.today).terms
  const expiry = complaintExpiry(file, decided, parameters)
  const why = record.easyReadWhy ?? record.considerations
  const { unit, phone } = c.municipality.letterhead
  return (
    <>
      {why && (
        <>
          <h2>{t.why}</h2>
          <p class="hv-pre" lang="da">
            {why}
          </p>
        </>
      )}
      <h2>{t.whatNow}</h2>
      <p>{record.outcome === 'REFUSED' ? t.nowRefused : t.nowGranted}</p>
      {mayDo(c, 'receiveComplaint') && (
        <p>
          <a href={`${caseHref(file)}/klage?afgoerelse=${record.decisionId}`}>
            {complaintMessages(c.language).open}
          </a>
        </p>
      )}
      {record.outcome !== 'GRANTED' && lastDecision(file) === decided && (
        <>
          <h2>{t.disagree}</h2>
          <p>
            <strong>
              {expiry
                ? t.disagreeUntil(longDay(expiry.due, c.language))
                : t.disagreeAfter(parameters.complaintWeeks)}
            </strong>
          </p>
          <p>{t.disagreeHow(unit, phone)}</p>
          <p>{t.disagreeMeanwhile}</p>
          {expiry && (
            <Details summary={t.whyDate}>
              <p>{derivationInWords(expiry.derivation, c.language)}</p>
            </Details>
          )}
        </>
      )}
    </>
  )
}

export async function letter(c: CaseContext): Promise<Response> {
  const t = caseMessages(c.language)
  const { file, caseId } = c.case
  const found = findOwnLetter(file, c.parameter('letterId'), recipientIds(c))
  const stored = found && (await read(c.house.db, c.scope, (tx) => findDocument(tx, caseId, found.inputs)))
  if (!found || !stored) return errorPage(c, 404)
  await markOpened(c, found.letterId)
  const { content } = readLetterSnapshot(stored.bytes)
  const decided = file.proceedings.find((p) => p.decision?.letterId === found.letterId)
  const outcome = decided?.decision?.record.outcome
  return html(
    c,
    t.letters[found.kind],
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <h1>{outcome ? t.yourDecision(t.answers[outcome]) : t.letters[found.kind]}</h1>
      <p class="font-lead" lang="da">
        {content.oneSentence}
      </p>
      {decided && <Consequences c={c} decided={decided} />}
      <div class="hv-actions">
        <a class="button button-secondary" href={`${c.path}/pdf`}>
          {t.pdf}
        </a>
        <a class="button button-tertiary" href={`${c.path}/tekst`}>
          {t.text}
        </a>
      </div>
      <div class={content.easyRead ? 'hv-columns' : ''} lang="da">
        {content.easyRead && (
          <Card title={t.easyText}>
            <p>{t.easyNote}</p>
            <LetterSections sections={content.easyRead.sections} />
          </Card>
        )}
        <Card title={t.theRealText}>
          <LetterSections sections={content.sections} />
        </Card>
      </div>
    </>,
  )
}

/** Opened by the one it is for; a second look changes nothing, and a look on behalf of somebody is the looker's own. */
async function markOpened(
  c: CaseContext,
  letterId: CaseContext['case']['file']['letters'][number]['letterId'],
): Promise<void> {
  const by = c.asking.subject.personId
  if (by === undefined) return
  const copy = c.case.file.letters
    .find((l) => l.letterId === letterId)
    ?.copies.find((k) => k.recipient === by)
  if (!copy || copy.opened) return
  await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command: { type: 'openLetter', input: { letterId, by } },
    commandId: c.house.newId(),
  })
}

export async function letterPdf(c: CaseContext): Promise<Response> {
  const found = findOwnLetter(c.case.file, c.parameter('letterId'), recipientIds(c))
  const stored =
    found && (await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, found.document)))
  if (!found || !stored) return errorPage(c, 404)
  return fileAnswer(stored.bytes, stored.mediaType, `${found.kind}-${c.case.file.caseNumber}.pdf`)
}

export async function letterText(c: CaseContext): Promise<Response> {
  const found = findOwnLetter(c.case.file, c.parameter('letterId'), recipientIds(c))
  const stored =
    found && (await read(c.house.db, c.scope, (tx) => findDocument(tx, c.case.caseId, found.inputs)))
  if (!found || !stored) return errorPage(c, 404)
  const text = toPlainText(readLetterSnapshot(stored.bytes))
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
