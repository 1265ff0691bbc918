/**
 * The decision (M9): the form on one side; what it amounts to, what it lacks and the letter itself on the other. The
 * outcome is computed on the server from Applied ‖ Granted and can be chosen nowhere.
 */
import { mayEver } from '../../../domain/access/permissions.ts'
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { refuse } from '../../../domain/refusal.ts'
import type { CaseContext } from '../../platform/context.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { file as fileAnswer, seeOther } from '../../platform/respond.tsx'
import { Form, Submit } from '../../ui/fields.tsx'
import { Alert, BackLink } from '../../ui/parts.tsx'
import { act, noProblem, type Problem } from '../act.ts'
import { caseHref } from '../case-address.ts'
import { casePageOf, type People } from '../case-frame.tsx'
import { documentsOfCase } from '../case-sources.tsx'
import { DraftButtons, draftHref, keep } from '../kept-draft.tsx'
import { sharedWords } from '../words.ts'
import { showDecided } from './decided.tsx'
import * as fields from './fields.tsx'
import { Gate, LetterOnPage, Outcome, Preview, presentedOf, Reading } from './live.tsx'
import { showProposal } from './proposal.tsx'
import { decisionWords } from './words.ts'
import {
  letterOf,
  pendingProposal,
  postedDecision,
  termsToday,
  type Written,
  writtenDecision,
} from './written.ts'

/** The decision as far as it is: made, before the second pair of eyes, or being written. */
export function showDecision(c: CaseContext): Promise<Response> {
  if (currentProceeding(c.case.file).decision) return showDecided(c)
  if (pendingProposal(c) && c.query.get('ret') === null) return showProposal(c)
  return showForm(c)
}

export async function showForm(asked: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const s = sharedWords(asked.language)
  if (!mayEver('issueDecision', asked.asking.subject))
    return casePageOf(asked, s.decision, () => (
      <Alert kind="info">{decisionWords(asked.language).onlySocialWorker}</Alert>
    ))
  const written = await writtenDecision(asked)
  const { c, draft } = written
  const [letter, documents] = await Promise.all([letterOf(c, draft), documentsOfCase(c)])
  const presented = presentedOf(c, draft)
  const errors = { ...written.errors, ...problem.errors }
  return casePageOf(
    c,
    s.decision,
    (people) => (
      <>
        <Standing c={c} people={people} />
        <Outcome c={c} presented={presented} />
        <div class="hv-columns">
          <TheForm written={{ ...written, errors }} people={people} documents={documents} />
          <aside class="hv-live" aria-label={decisionWords(c.language).beside} tabindex={0}>
            <Gate c={c} presented={presented} />
            <Preview c={c} draft={draft} letter={letter} />
            <Reading c={c} draft={draft} letter={letter} />
          </aside>
        </div>
      </>
    ),
    problem === noProblem ? noProblem : { ...problem, errors },
  )
}

function Standing({ c, people }: { readonly c: CaseContext; readonly people: People }) {
  const t = decisionWords(c.language)
  const { trigger, returned } = currentProceeding(c.case.file)
  const declined = c.case.file.orders.findLast((order) => order.declined)
  return (
    <>
      {trigger.kind === 'anotherPlace' && declined && (
        <Alert kind="warning">{t.anotherPlace(c.municipality.providerName(declined.content.provider))}</Alert>
      )}
      {returned && (
        <Alert
          kind="warning"
          title={t.returned(returned.actor.kind === 'staff' ? people.userName(returned.actor.userId) : '–')}
        >
          <p class="hv-pre">{returned.remark}</p>
        </Alert>
      )}
    </>
  )
}

type FormProps = {
  readonly written: Written
  readonly people: People
  readonly documents: Parameters<typeof fields.ReasonFields>[0]['documents']
}

function TheForm({ written: { c, errors }, people, documents }: FormProps) {
  const t = decisionWords(c.language)
  const part = { c, errors }
  return (
    <Form
      action={caseHref(c, '/afgoerelse')}
      csrf={c.csrf}
      commandId={c.form.commandId ?? c.house.newId()}
      basedOn={c.case.file.lastSeq}
      draft={draftHref(c, 'afgoerelse')}
      live={caseHref(c, '/afgoerelse/visning')}
    >
      <p>{t.toCitizen}</p>
      <fields.OutcomeFields {...part} />
      <div class="hv-if-granted">
        <fields.ExtentFields {...part} />
        <fields.ProviderFields {...part} />
        <fields.TransportFields {...part} />
        <fields.StartFields {...part} />
      </div>
      <fields.InterventionFields {...part} />
      <fields.ReasonFields {...part} documents={documents} />
      <fields.HearingFields {...part} />
      <fields.OtherHelpFields {...part} />
      <fields.FormalFields {...part} people={people} />
      <div class="hv-actions">
        <Submit name="do" value="review">
          {termsToday(c).parameters.secondPairOfEyes ? t.reviewForApproval : t.review}
        </Submit>
        <Submit look="secondary" name="do" value="preview">
          {t.update}
        </Submit>
      </div>
      <DraftButtons c={c} form="afgoerelse" />
    </Form>
  )
}

/** POST of the form: save and look, go to signing, or sign. Nothing incomplete passes, whichever button is said to be pressed. */
export async function sendDecision(c: CaseContext): Promise<Response> {
  const step = c.form.text('do')
  if (step === 'preview') {
    await keep(c, 'afgoerelse')
    return seeOther(`${caseHref(c, '/afgoerelse')}${pendingProposal(c) ? '?ret' : ''}#brevet`)
  }
  const posted = postedDecision(c)
  const { draft, errors } = posted
  if (Object.keys(errors).length > 0) {
    await keep(c, 'afgoerelse')
    return showForm(c, { errors })
  }
  const { missing } = presentedOf(c, draft)
  if (step === 'review') {
    await keep(c, 'afgoerelse')
    const refusal = refuse('letterIncomplete', { missing })
    return missing.length > 0 ? showForm(c, { errors: {}, refusal }) : review(posted)
  }
  const command = termsToday(c).parameters.secondPairOfEyes ? 'proposeDecision' : 'issueDecision'
  return act(
    c,
    command,
    { draft },
    { again: (p) => showForm(c, p), to: caseHref(c, '/afgoerelse'), draft: 'afgoerelse' },
  )
}

/** The very letter, read once more before it is signed. All that was typed goes along. */
async function review({ c, draft }: Written): Promise<Response> {
  const t = decisionWords(c.language)
  const letter = await letterOf(c, draft)
  const twoPairs = termsToday(c).parameters.secondPairOfEyes
  const presented = presentedOf(c, draft)
  return casePageOf(c, twoPairs ? t.reviewProposalTitle : t.reviewTitle, () => (
    <>
      <p>{twoPairs ? t.reviewProposalIntro : t.reviewIntro}</p>
      <Outcome c={c} presented={presented} />
      {presented.warnings.length > 0 && <Gate c={c} presented={presented} />}
      {letter && <LetterOnPage c={c} letter={letter} />}
      <Form
        action={caseHref(c, '/afgoerelse')}
        csrf={c.csrf}
        commandId={c.form.commandId ?? c.house.newId()}
        basedOn={c.form.basedOn ?? c.case.file.lastSeq}
      >
        {Object.entries(c.form.values)
          .filter(([name]) => name !== 'do')
          .flatMap(([name, values]) =>
            values.map((value) => <input type="hidden" name={name} value={value} />),
          )}
        <div class="hv-actions">
          <Submit name="do" value="send">
            {twoPairs ? t.propose : t.sign}
          </Submit>
        </div>
      </Form>
      <BackLink href={caseHref(c, '/afgoerelse')} language={c.language} text={t.correct} />
    </>
  ))
}

/** The live parts alone: what script fetches, and a page of its own for whoever has none. */
export async function showPreview(asked: CaseContext): Promise<Response> {
  const { c, draft } = await writtenDecision(asked)
  const t = decisionWords(c.language)
  const letter = await letterOf(c, draft)
  const presented = presentedOf(c, draft)
  return casePageOf({ ...c, kept: undefined }, t.preview, () => (
    <>
      <BackLink href={caseHref(c, '/afgoerelse')} language={c.language} />
      <Outcome c={c} presented={presented} />
      <Gate c={c} presented={presented} />
      <Preview c={c} draft={draft} letter={letter} />
      <Reading c={c} draft={draft} letter={letter} />
    </>
  ))
}

/** The draft as a file, marked as one: the caseworker's own, or the proposal that lies for approval. */
export async function draftPdf(asked: CaseContext): Promise<Response> {
  const proposed = asked.query.get('forslag') === null ? undefined : pendingProposal(asked)?.draft
  const draft = proposed ?? (await writtenDecision(asked)).draft
  const letter = currentProceeding(asked.case.file).decision ? undefined : await letterOf(asked, draft)
  if (letter === undefined) return errorPage(asked, 404)
  return fileAnswer(await asked.house.renderPdf(letter), 'application/pdf', 'udkast.pdf')
}
