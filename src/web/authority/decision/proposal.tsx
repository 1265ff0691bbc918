/** The second pair of eyes: somebody else reads the very draft and issues it or returns it. The author can do neither. */
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Form, Submit, TextArea } from '../../ui/fields.tsx'
import { Alert, LinkButton } from '../../ui/parts.tsx'
import { act, noProblem, type Problem } from '../act.ts'
import { caseHref } from '../case-address.ts'
import { casePageOf } from '../case-frame.tsx'
import { MissingList } from '../missing-list.tsx'
import { sharedWords } from '../words.ts'
import { showDecided } from './decided.tsx'
import { LetterOnPage, Outcome, presentedOf } from './live.tsx'
import { decisionWords } from './words.ts'
import { letterOf, pendingProposal } from './written.ts'

export async function showProposal(c: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const proposed = pendingProposal(c)
  if (proposed === undefined) {
    // Answered meanwhile, by somebody else or in another window: what came of it is what one needs to see.
    return currentProceeding(c.case.file).decision
      ? showDecided(c, problem)
      : casePageOf(
          c,
          sharedWords(c.language).decision,
          () => <p>{decisionWords(c.language).notYet}</p>,
          problem,
        )
  }
  const t = decisionWords(c.language)
  const own = proposed.actor.kind === 'staff' && proposed.actor.userId === c.asking.subject.userId
  const author = proposed.actor.kind === 'staff' ? proposed.actor.userId : undefined
  const letter = await letterOf(c, proposed.draft)
  const presented = presentedOf(c, proposed.draft)
  return casePageOf(
    c,
    t.pending,
    ({ userName }) => (
      <>
        <p>{t.pendingBy(userName(author), plainDay(proposed.on, c.language))}</p>
        {own && <Alert kind="info">{t.ownPending}</Alert>}
        {presented.missing.length > 0 && (
          <Alert kind="warning">
            <p>{t.changed}</p>
            <MissingList c={c} missing={presented.missing} />
          </Alert>
        )}
        <Outcome c={c} presented={presented} />
        {letter && (
          <>
            <p>
              <a href={caseHref(c, '/afgoerelse/udkast.pdf?forslag')}>{t.pdf}</a>
            </p>
            <LetterOnPage c={c} letter={letter} />
          </>
        )}
        {own ? (
          <p class="hv-actions">
            <LinkButton href={caseHref(c, '/afgoerelse?ret')} look="secondary">
              {t.rewrite}
            </LinkButton>
          </p>
        ) : (
          <Answer c={c} problem={problem} />
        )}
      </>
    ),
    problem,
  )
}

function Answer({ c, problem }: { readonly c: CaseContext; readonly problem: Problem }) {
  const t = decisionWords(c.language)
  return (
    <>
      <Form
        action={caseHref(c, '/afgoerelse/godkend')}
        csrf={c.csrf}
        commandId={c.house.newId()}
        basedOn={c.case.file.lastSeq}
      >
        <div class="hv-actions">
          <Submit>{t.approve}</Submit>
        </div>
      </Form>
      <Form
        action={caseHref(c, '/afgoerelse/send-tilbage')}
        csrf={c.csrf}
        commandId={c.house.newId()}
        basedOn={c.case.file.lastSeq}
      >
        <TextArea name="remark" label={t.remark} value={c.form.text('remark')} errors={problem.errors} />
        <Submit look="secondary">{t.returnIt}</Submit>
      </Form>
    </>
  )
}

const to = (c: CaseContext): string => caseHref(c, '/afgoerelse')

export const approve = (c: CaseContext): Promise<Response> =>
  act(c, 'approveDecision', {}, { again: (p) => showProposal(c, p), to: to(c) })

export const returnProposal = (c: CaseContext): Promise<Response> =>
  act(
    c,
    'returnDecision',
    { remark: c.form.text('remark') ?? '' },
    { again: (p) => showProposal(c, p), to: to(c) },
  )
