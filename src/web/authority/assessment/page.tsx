/** The social worker's assessment (K2.2a-3, K1.2-2, K1.2-3): sources on one side, what is made of them on the other. */
import type { Child } from 'hono/jsx'
import { mayEver } from '../../../domain/access/permissions.ts'
import { currentProceeding } from '../../../domain/case/case-file.ts'
import { targetGroupHeadings } from '../../../domain/vocabulary/ffb.ts'
import { plainDay } from '../../i18n/dates.ts'
import type { CaseContext } from '../../platform/context.ts'
import { Checkboxes, type Errors, Form, Radios, Select, Submit, TextArea } from '../../ui/fields.tsx'
import { Alert } from '../../ui/parts.tsx'
import { act, noProblem, type Problem } from '../act.ts'
import { caseHref, casePageOf, type People, termsFor } from '../case-frame.tsx'
import {
  type CaseDocument,
  documentOptions,
  documentsOfCase,
  noteOptions,
  Sources,
} from '../case-sources.tsx'
import { DraftButtons, draftHref, type KeptContext, keep, recalled } from '../kept-draft.tsx'
import { prefilled } from '../prefilled.ts'
import { sharedWords } from '../words.ts'
import { ageRules } from './age-rules.ts'
import { assessmentFields, readAssessment, secondary } from './form.ts'
import { Themes } from './themes.tsx'
import { assessmentWords } from './words.ts'

export async function showAssessment(asked: CaseContext, problem: Problem = noProblem): Promise<Response> {
  const kept: KeptContext =
    Object.keys(asked.form.values).length > 0 ? asked : await recalled(asked, 'vurdering')
  const former = asked.case.file.proceedings.findLast((p) => p.assessment)?.assessment
  const c = prefilled(kept, former ? assessmentFields(former) : {})
  const documents = await documentsOfCase(c)
  const { decision } = currentProceeding(c.case.file)
  const mine = mayEver('assessTargetGroup', c.asking.subject)
  const fields = (
    <>
      <Ages c={c} />
      <CriterionA c={c} errors={problem.errors} documents={documents} />
      <CriterionB c={c} errors={problem.errors} documents={documents} />
      <TargetGroups c={c} errors={problem.errors} />
      <Themes c={c} errors={problem.errors} />
      <NeedsAndResources c={c} errors={problem.errors} />
    </>
  )
  return casePageOf(
    c,
    sharedWords(c.language).assessment,
    (people) => (
      <>
        <Standing c={c} people={people} mine={mine} />
        <div class="hv-columns hv-columns-sources">
          <Sources c={c} documents={documents} />
          {mine && !decision ? (
            <Form
              action={caseHref(c, '/vurdering')}
              csrf={c.csrf}
              commandId={c.form.commandId ?? c.house.newId()}
              basedOn={c.case.file.lastSeq}
              draft={draftHref(c, 'vurdering')}
            >
              {fields}
              <Submit>{assessmentWords(c.language).save}</Submit>
              <DraftButtons c={c} form="vurdering" />
            </Form>
          ) : (
            <fieldset class="hv-read-only" disabled>
              {fields}
            </fieldset>
          )}
        </div>
      </>
    ),
    problem,
  )
}

type Part = { readonly c: KeptContext; readonly errors: Errors }
type WithDocuments = Part & { readonly documents: readonly CaseDocument[] }

function Standing({
  c,
  people,
  mine,
}: {
  readonly c: KeptContext
  readonly people: People
  readonly mine: boolean
}) {
  const t = assessmentWords(c.language)
  const { assessment, decision } = currentProceeding(c.case.file)
  if (decision) return <Alert kind="info">{t.decided}</Alert>
  if (!mine) return <Alert kind="info">{t.onlySocialWorker}</Alert>
  if (assessment === undefined) return <p>{t.intro}</p>
  const who = assessment.actor.kind === 'staff' ? people.userName(assessment.actor.userId) : '–'
  return <Alert kind="success">{t.made(plainDay(assessment.on, c.language), who)}</Alert>
}

function Ages({ c }: { readonly c: KeptContext }) {
  const t = assessmentWords(c.language)
  const rules = ageRules(c.case.file, termsFor(c), c.today)
  const day = (value: Parameters<typeof plainDay>[0]) => plainDay(value, c.language)
  return (
    <>
      <h2>{t.ages}</h2>
      <ul>
        <li>
          {rules.oldEnoughOn
            ? t.tooYoung(rules.age, day(rules.oldEnoughOn))
            : t.oldEnough(rules.age, rules.minimumAge)}{' '}
          {t.noMaximum}
        </li>
        <li>{rules.underPensionAge && rules.pensionOn ? t.under(day(rules.pensionOn)) : t.over}</li>
      </ul>
    </>
  )
}

const yesNo = (c: KeptContext) => {
  const s = sharedWords(c.language)
  return [
    { value: 'yes', label: s.yes },
    { value: 'no', label: s.no },
  ]
}

function CriterionA({ c, errors, documents }: WithDocuments) {
  const t = assessmentWords(c.language)
  return (
    <>
      <h2>{t.a}</h2>
      <YesNo c={c} errors={errors} name="criterionA.answer" label={t.aAnswer} />
      <Checkboxes
        name="criterionA.grounds"
        label={t.grounds}
        values={c.form.all('criterionA.grounds')}
        errors={errors}
        options={(['physical', 'mental', 'social'] as const).map((g) => ({
          value: g,
          label: t.groundNames[g],
        }))}
      />
      <Reasons c={c} errors={errors} criterion="A" />
      <RestsOn c={c} errors={errors} name="evidenceA" documents={documents} />
      <YesNo c={c} errors={errors} name="seriousSocialProblems" label={t.serious} hint={t.seriousHint} />
    </>
  )
}

function CriterionB({ c, errors, documents }: WithDocuments) {
  const t = assessmentWords(c.language)
  return (
    <>
      <h2>{t.b}</h2>
      <YesNo c={c} errors={errors} name="criterionB.answer" label={t.bAnswer} />
      <Reasons c={c} errors={errors} criterion="B" />
      <RestsOn c={c} errors={errors} name="evidenceB" documents={documents} />
    </>
  )
}

function YesNo({
  c,
  errors,
  name,
  label,
  hint,
}: Part & { name: string; label: string; hint?: string }): Child {
  return (
    <Radios
      name={name}
      label={label}
      hint={hint}
      value={c.form.text(name)}
      errors={errors}
      options={yesNo(c)}
    />
  )
}

function Reasons({ c, errors, criterion }: Part & { readonly criterion: 'A' | 'B' }) {
  const t = assessmentWords(c.language)
  const name = `criterion${criterion}.reasons`
  return (
    <TextArea
      name={name}
      label={`${criterion}: ${t.reasons}`}
      hint={t.reasonsHint}
      value={c.form.text(name)}
      errors={errors}
    />
  )
}

function RestsOn({
  c,
  errors,
  name,
  documents,
}: WithDocuments & { readonly name: 'evidenceA' | 'evidenceB' }) {
  const t = assessmentWords(c.language)
  const letter = name.slice(-1)
  const group = (suffix: string, label: string, options: ReturnType<typeof documentOptions>) =>
    options.length > 0 && (
      <Checkboxes
        name={`${name}-${suffix}`}
        label={`${letter}: ${label}`}
        values={c.form.all(`${name}-${suffix}`)}
        options={options}
      />
    )
  return (
    <>
      <TextArea
        name={name}
        label={`${letter}: ${t.evidence}`}
        hint={t.evidenceHint}
        value={c.form.text(name)}
        errors={errors}
        rows={3}
      />
      {group('documents', t.documents, documentOptions(documents))}
      {group('notes', t.notes, noteOptions(c.case.file, c.language))}
    </>
  )
}

function TargetGroups({ c, errors }: Part) {
  const t = assessmentWords(c.language)
  const options = targetGroupHeadings.flatMap((heading) =>
    heading.targetGroups.map((g) => ({ value: g.code, label: `${heading.name}: ${g.name}` })),
  )
  const field = (n: number, label: string) => (
    <Select
      name={`targetGroup-${n}`}
      label={label}
      value={c.form.text(`targetGroup-${n}`)}
      errors={errors}
      empty={t.none}
      options={options}
    />
  )
  return (
    <>
      <h2>{t.targetGroups}</h2>
      {field(1, t.primary)}
      {secondary.map((n) => field(n, t.secondary(n - 1)))}
    </>
  )
}

function NeedsAndResources({ c, errors }: Part) {
  const t = assessmentWords(c.language)
  return (
    <>
      <h2>{t.needsTitle}</h2>
      <TextArea
        name="needs"
        label={t.needs}
        hint={t.needsHint}
        value={c.form.text('needs')}
        errors={errors}
      />
      <TextArea
        name="resources"
        label={t.resources}
        hint={t.needsHint}
        value={c.form.text('resources')}
        errors={errors}
      />
    </>
  )
}

export async function assess(c: CaseContext): Promise<Response> {
  const { input, errors } = readAssessment(c.form, assessmentWords(c.language).problems)
  if (Object.keys(errors).length > 0) {
    await keep(c, 'vurdering')
    return showAssessment(c, { errors })
  }
  return act(c, 'assessTargetGroup', input, {
    again: (p) => showAssessment(c, p),
    to: caseHref(c, currentProceeding(c.case.file).otherPossibilities ? '' : '/anden-hjaelp'),
    draft: 'vurdering',
  })
}
