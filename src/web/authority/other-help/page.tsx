/** What else the law may offer (RSL § 5): each possibility considered or not, with its result; or none, because. */
import { mayEver } from '../../../domain/access/permissions.ts'
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { type Errors, Form, Radios, Submit, TextArea } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import { act, noProblem, type Problem } from '../act.ts'
import { ageRules } from '../assessment/age-rules.ts'
import { caseHref, casePageOf, type People, termsFor } from '../case-frame.tsx'
import { DraftButtons, draftHref, type KeptContext, keep, recalled } from '../kept-draft.tsx'
import { prefilled } from '../prefilled.ts'
import { sharedWords } from '../words.ts'
import { checklist, formerOtherHelp, otherHelpFields, readOtherHelp, resultField } from './form.ts'
import { otherHelpWords } from './words.ts'

export async function showOtherHelp(asked: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const t = otherHelpWords(asked.language)
  const kept: KeptContext =
    Object.keys(asked.form.values).length > 0 ? asked : await recalled(asked, 'anden-hjaelp')
  const { file } = asked.case
  const tooOld = !ageRules(file, termsFor(asked), asked.today).underPensionAge
  const c = prefilled(kept, otherHelpFields(formerOtherHelp(file), tooOld ? t.overPensionAge : undefined))
  const open = mayEver('considerOtherPossibilities', c.asking.subject) && !currentProceeding(file).decision
  return casePageOf(
    c,
    sharedWords(c.language).otherHelp,
    (people) => (
      <>
        <Standing c={c} people={people} open={open} />
        <Form
          action={caseHref(c, '/anden-hjaelp')}
          csrf={c.csrf}
          commandId={c.form.commandId ?? c.house.newId()}
          basedOn={file.lastSeq}
          draft={open ? draftHref(c, 'anden-hjaelp') : undefined}
        >
          <Fields c={c} errors={problem.errors} />
          {open && (
            <>
              <Submit>{t.save}</Submit>
              <DraftButtons c={c} form="anden-hjaelp" />
            </>
          )}
        </Form>
      </>
    ),
    problem,
  )
}

function Standing({
  c,
  people,
  open,
}: {
  readonly c: KeptContext
  readonly people: People
  readonly open: boolean
}) {
  const t = otherHelpWords(c.language)
  const { otherPossibilities, decision } = currentProceeding(c.case.file)
  if (decision) return <Alert kind="info">{t.decided}</Alert>
  if (!open) return <Alert kind="info">{t.onlySocialWorker}</Alert>
  if (otherPossibilities === undefined) return <p>{t.intro}</p>
  const { actor, on } = otherPossibilities
  const who = actor.kind === 'staff' ? people.userName(actor.userId) : '–'
  return <Alert kind="success">{t.made(plainDay(on, c.language), who)}</Alert>
}

function Fields({ c, errors }: { readonly c: KeptContext; readonly errors: Errors }) {
  const t = otherHelpWords(c.language)
  const { form } = c
  return (
    <>
      <TextArea
        name="boundary103"
        label={t.boundary}
        hint={t.boundaryHint}
        value={form.text('boundary103')}
        errors={errors}
        rows={3}
      />
      <Radios
        name="kind"
        label={t.kind}
        value={form.text('kind')}
        errors={errors}
        options={(['considered', 'none'] as const).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <TextArea name="because" label={t.because} value={form.text('because')} errors={errors} rows={3} />
      <h2>{t.checklist}</h2>
      <p>{t.checklistHint}</p>
      {checklist.map(({ key, name }) => (
        <TextArea
          name={resultField(key)}
          label={name}
          value={form.text(resultField(key))}
          errors={errors}
          rows={2}
        />
      ))}
    </>
  )
}

export async function considerOtherHelp(c: CaseContext): Promise<Response> {
  const { input, errors } = readOtherHelp(c.form, otherHelpWords(c.language).problems)
  if (Object.keys(errors).length > 0) {
    await keep(c, 'anden-hjaelp')
    return showOtherHelp(c, { errors })
  }
  return act(c, 'considerOtherPossibilities', input, {
    again: (p) => showOtherHelp(c, p),
    to: caseHref(c),
    draft: 'anden-hjaelp',
  })
}
