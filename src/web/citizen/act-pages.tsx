/** What the citizen does in their case: answer a hearing, withdraw, say yes and no to asking others, stand by an application. */

import { versionOn } from '../../casework/house.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { hearingAnswerBy } from '../../domain/case/decision/gate.ts'
import { answerOf } from '../../domain/case/hearing/answer.ts'
import { isConsentInForce } from '../../domain/case/information/decide.ts'
import { informationSources } from '../../domain/case/information/events.ts'
import { awaitsConfirmation } from '../../domain/case/recipients.ts'
import { PartId } from '../../domain/identity.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import type { CaseContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Radios, Select, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton, SummaryList } from '../ui/parts.tsx'
import { caseMessages } from './case-messages.ts'
import { mayDo } from './may-do.ts'
import { ApplicationRows, sentByInWords } from './own-application.tsx'
import { caseHref } from './situation.ts'

/** Carries out what the citizen asked for. A conflict cannot arise here: nothing others do makes these uncertain but ends them. */
async function run(c: CaseContext, command: CaseCommand): Promise<Refusal | undefined> {
  // Staff write down what a citizen says on the authority's pages, in their own name.
  if (c.visitor.kind !== 'citizen') return refuse('notAllowed')
  const done = await perform(c.house, c.asking, {
    caseId: c.case.caseId,
    command,
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) throw new Error('nothing was based on')
  return isRefusal(done) ? done : undefined
}

const by = (c: CaseContext): 'citizen' | 'representative' =>
  c.asking.onBehalfOf ? 'representative' : 'citizen'

const Problem = ({ c, refusal }: { readonly c: CaseContext; readonly refusal: Refusal | undefined }) =>
  refusal ? <Alert kind="error">{refusalInWords(refusal, c.language)}</Alert> : null

export function hearing(c: CaseContext, errors: Errors = {}, refusal?: Refusal): Response {
  const t = caseMessages(c.language)
  const { file } = c.case
  const found = file.proceedings
    .flatMap((p) => p.hearings)
    .find((h) => h.hearingId === c.parameter('hearingId'))
  if (found === undefined) return errorPage(c, 404)
  const { terms } = versionOn(c.municipality, file.received.on)
  const typed = (name: string): string | undefined => c.form.text(name)
  const decided = file.proceedings.find((p) => p.hearings.includes(found))?.decision !== undefined
  // What was said for the citizen does not take their own answer from them, nor the other way round.
  const own = answerOf(found, by(c))
  const other = own === undefined ? found.answered : undefined
  const mayAnswer = own === undefined && mayDo(c, 'answerHearing')
  return html(
    c,
    t.hearingTitle,
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.hearingTitle}</h1>
      <Problem c={c} refusal={refusal} />
      {own && (
        <Alert kind="success">
          <p>{by(c) === 'citizen' ? t.answered : t.answeredOn(longDay(own.on, c.language))}</p>
        </Alert>
      )}
      {other && (
        <Alert kind="info">
          <p>
            {other.by === 'citizen'
              ? t.citizenAnswered(longDay(other.on, c.language))
              : t.answeredForYou(longDay(other.on, c.language))}
          </p>
        </Alert>
      )}
      {!mayAnswer && (
        <>
          {!own && <p>{t.readOnly}</p>}
          {found.paragraphs.map((paragraph, index) => (
            <div class="hv-card">
              <h2>{t.paragraph(index + 1)}</h2>
              <p class="hv-pre" lang="da">
                {paragraph}
              </p>
            </div>
          ))}
        </>
      )}
      {mayAnswer && (
        <>
          <p>{t.hearingLead}</p>
          {!decided && (
            <p>
              <strong>{t.answerBy(longDay(hearingAnswerBy(file, found, terms), c.language))}</strong>
            </p>
          )}
          <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
            {found.paragraphs.map((paragraph, index) => (
              <div class="hv-card">
                <h2>{t.paragraph(index + 1)}</h2>
                <p class="hv-pre" lang="da">
                  {paragraph}
                </p>
                <Radios
                  name={`p${index}`}
                  label={`${t.hearingTitle} (${t.paragraph(index + 1)})`}
                  value={typed(`p${index}`)}
                  errors={errors}
                  options={[
                    { value: 'right', label: t.right },
                    { value: 'wrong', label: t.wrong },
                  ]}
                />
                <TextArea
                  name={`w${index}`}
                  label={`${t.whatIsWrong} (${t.paragraph(index + 1)})`}
                  value={typed(`w${index}`)}
                  rows={3}
                />
              </div>
            ))}
            <TextArea name="remark" label={t.remark} value={typed('remark')} />
            <Submit>{t.sendAnswer}</Submit>
          </Form>
        </>
      )}
    </>,
    Object.keys(errors).length > 0 || refusal ? 422 : 200,
  )
}

export async function answerHearing(c: CaseContext): Promise<Response> {
  const t = caseMessages(c.language)
  const { file } = c.case
  const found = file.proceedings
    .flatMap((p) => p.hearings)
    .find((h) => h.hearingId === c.parameter('hearingId'))
  if (found === undefined) return errorPage(c, 404)
  const errors: Record<string, string> = {}
  const answers = found.paragraphs.map((_, index) => {
    const answer = c.form.text(`p${index}`)
    if (answer !== 'right' && answer !== 'wrong') errors[`p${index}`] = t.needAnswer
    return { paragraph: index, agrees: answer === 'right', inWords: c.form.text(`w${index}`) }
  })
  if (Object.keys(errors).length > 0) return hearing(c, errors)
  const refusal = await run(c, {
    type: 'answerHearing',
    input: {
      hearingId: found.hearingId,
      by: by(c),
      channel: 'web',
      answers,
      remark: c.form.text('remark'),
      answeredOn: c.today,
    },
  })
  return refusal && refusal.code !== 'alreadyDone' ? hearing(c, {}, refusal) : seeOther(caseHref(file))
}

export function withdraw(c: CaseContext, refusal?: Refusal): Response {
  const t = caseMessages(c.language)
  return html(
    c,
    t.withdraw,
    <>
      <BackLink href={caseHref(c.case.file)} language={c.language} />
      <h1>{t.withdrawSure}</h1>
      <Problem c={c} refusal={refusal} />
      <p>{t.withdrawText}</p>
      <Form action={c.path} csrf={c.csrf} commandId={c.house.newId()}>
        <TextArea name="inWords" label={t.withdrawWhy} value={c.form.text('inWords')} rows={3} />
        <div class="hv-actions">
          <Submit look="warning">{t.withdrawYes}</Submit>
          <LinkButton href={caseHref(c.case.file)} look="secondary">
            {t.withdrawNo}
          </LinkButton>
        </div>
      </Form>
    </>,
    refusal ? 422 : 200,
  )
}

export async function doWithdraw(c: CaseContext): Promise<Response> {
  const input = { by: by(c), how: 'web', inWords: c.form.text('inWords') }
  const refusal = await run(c, { type: 'withdrawApplication', input })
  return refusal ? withdraw(c, refusal) : seeOther(caseHref(c.case.file))
}

/** The application that somebody else sent, to read before one stands by it. */
export async function confirm(c: CaseContext, refusal?: Refusal): Promise<Response> {
  const t = caseMessages(c.language)
  const { file } = c.case
  const open = awaitsConfirmation(file) && file.withdrawn === undefined
  const sentBy = await sentByInWords(c)
  return html(
    c,
    t.confirmTitle,
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <h1>{t.confirmTitle}</h1>
      <Problem c={c} refusal={refusal} />
      {sentBy && <p class="font-lead">{sentBy}</p>}
      <ApplicationRows c={c} />
      {open ? (
        <>
          <p>{t.confirmText}</p>
          <p>{t.confirmNext}</p>
          <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
            <div class="hv-actions">
              <Submit>{t.confirmYes}</Submit>
              <LinkButton href={`${caseHref(file)}/traek-tilbage`} look="secondary">
                {t.confirmNo}
              </LinkButton>
            </div>
          </Form>
        </>
      ) : (
        <Alert kind="info">
          <p>{t.notOpenNow}</p>
        </Alert>
      )}
    </>,
    refusal ? 422 : 200,
  )
}

export async function doConfirm(c: CaseContext): Promise<Response> {
  const refusal = await run(c, { type: 'confirmApplication', input: { how: 'web' } })
  return refusal && refusal.code !== 'alreadyDone' ? confirm(c, refusal) : seeOther(caseHref(c.case.file))
}

export function consents(c: CaseContext, errors: Errors = {}, refusal?: Refusal): Response {
  const t = caseMessages(c.language)
  const { file } = c.case
  const given = file.consents
  const over = Boolean(file.withdrawn ?? file.died ?? file.movedAway ?? file.closed)
  const mayChange = !over && mayDo(c, 'giveConsent')
  return html(
    c,
    t.consents,
    <>
      <BackLink href={caseHref(file)} language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.consents}</h1>
      <Problem c={c} refusal={refusal} />
      <p>{t.consentText}</p>
      {given.length === 0 && <p>{t.consentNone}</p>}
      {given.map((consent) => (
        <div class="hv-card">
          <h2>{t.consentSources[consent.source]}</h2>
          <SummaryList
            language={c.language}
            rows={[
              { label: t.consentAbout, value: consent.purpose },
              { label: t.consentSince, value: plainDay(consent.on, c.language) },
            ]}
          />
          {isConsentInForce(consent, c.today) ? (
            mayChange && (
              <Form action={`${caseHref(file)}/samtykke/traek`} csrf={c.csrf} commandId={c.house.newId()}>
                <input type="hidden" name="consentId" value={consent.consentId} />
                <button type="submit" class="button button-secondary">
                  {t.consentWithdraw}
                  <span class="sr-only"> ({t.consentSources[consent.source]})</span>
                </button>
              </Form>
            )
          ) : (
            <p>{t.consentWithdrawn}</p>
          )}
        </div>
      ))}
      {mayChange ? (
        <>
          <h2>{t.consentGive}</h2>
          <Form action={c.path} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
            <Select
              name="source"
              label={t.consentWho}
              value={c.form.text('source')}
              errors={errors}
              empty=""
              options={informationSources
                .filter((s) => s !== 'citizen')
                .map((s) => ({ value: s, label: t.consentSources[s] }))}
            />
            <TextArea
              name="purpose"
              label={t.consentWhat}
              value={c.form.text('purpose')}
              errors={errors}
              rows={3}
            />
            <Submit>{t.consentYes}</Submit>
          </Form>
        </>
      ) : (
        <p>{over ? t.notOpenNow : t.consentReadOnly}</p>
      )}
    </>,
    Object.keys(errors).length > 0 || refusal ? 422 : 200,
  )
}

export async function giveConsent(c: CaseContext): Promise<Response> {
  const t = caseMessages(c.language)
  const source = informationSources.find((s) => s === c.form.text('source'))
  const purpose = c.form.text('purpose')
  if (source === undefined || source === 'citizen') return consents(c, { source: t.needSource })
  if (purpose === undefined) return consents(c, { purpose: t.needPurpose })
  const refusal = await run(c, { type: 'giveConsent', input: { source, purpose, form: 'web', by: by(c) } })
  return refusal ? consents(c, {}, refusal) : seeOther(`${caseHref(c.case.file)}/samtykke`)
}

export async function withdrawConsent(c: CaseContext): Promise<Response> {
  const consentId = PartId.safeParse(c.form.text('consentId'))
  if (!consentId.success) return seeOther(`${caseHref(c.case.file)}/samtykke`)
  const refusal = await run(c, { type: 'withdrawConsent', input: { consentId: consentId.data } })
  return refusal && refusal.code !== 'alreadyDone'
    ? consents(c, {}, refusal)
    : seeOther(`${caseHref(c.case.file)}/samtykke`)
}
