/** The § 141 plan: offered, answered, and made when the citizen says yes; otherwise the goals stand in the order (K2.2a-6, K2.2a-7). */
import type { CaseFile } from '../../domain/case/case-file.ts'
import { plainDay } from '../i18n/dates.ts'
import { defineMessages } from '../i18n/messages.ts'
import { versionWords } from '../plan-versions/words.ts'
import type { CaseContext } from '../platform/context.ts'
import { dateOf } from '../ui/date-field.ts'
import { DateField, Form, Radios, Submit, TextArea, TextField } from '../ui/fields.tsx'
import { Alert, LinkButton } from '../ui/parts.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { caseHref } from './case-address.ts'
import { casePageOf } from './case-frame.tsx'
import type { FormPage } from './form-page.tsx'
import { GoalFields, goalsOf } from './goals.tsx'
import { DraftButtons, draftHref, type KeptContext } from './kept-draft.tsx'
import { sharedWords } from './words.ts'

const words = defineMessages({
  da: {
    offerTitle: 'Tilbuddet om en handleplan (§ 141)',
    wish: { yes: 'Ja', no: 'Nej', later: 'Måske senere' },
    wished: (answer: string) => `I ansøgningen: ${answer}`,
    notOffered:
      'Ikke tilbudt endnu. Er borgeren omfattet, skal planen tilbydes, og svaret noteres, før der bevilges en plads.',
    offered: (day: string, how: string) => `Tilbudt ${day}: ${how}`,
    waiting: 'Borgeren har ikke svaret endnu.',
    answered: (answer: string, day: string, how: string) => `Svar ${day}: ${answer}. ${how}`,
    offer: 'Tilbyd handleplan',
    answer: 'Registrér svaret',
    newAnswer: 'Borgeren svarer noget andet',
    declined: 'Borgeren ønsker ikke en handleplan. Målene ligger i bestillingen.',
    planTitle: 'Handleplanen',
    goalsTitle: 'Mål',
    purpose: 'Formålet med indsatsen',
    intervention: 'Hvilken indsats er der brug for?',
    expectedDuration: 'Hvor længe forventes den at vare?',
    otherMatters: 'Andre særlige forhold: bolig, arbejde, helbred, hjælpemidler',
    more: 'Tilføj et mål',
    saveGoals: 'Gem målene',
    savePlan: 'Gem handleplanen',
    made: (day: string) => `Handleplanen blev gemt ${day}.`,
    goalsSet: (day: string) => `Målene blev gemt ${day}.`,
    offerHow: 'Hvordan bliver den tilbudt?',
    byLetter: 'I et brev, som sendes nu',
    byTalk: 'I en samtale',
    offeredOn: 'Hvilken dag blev den tilbudt?',
    offeredHint: 'Et brev tæller fra i dag.',
    how: 'Hvad er der sagt eller skrevet?',
    howHint: 'Fx: Forklaret på mødet den 3., hvad planen er, og at den er frivillig.',
    answerHow: 'Hvordan svarede borgeren?',
    what: 'Vil borgeren have en handleplan?',
    needOffer: 'Planen er ikke tilbudt endnu. Tilbyd den først.',
  },
  en: {
    offerTitle: 'The offer of an action plan (§ 141)',
    wish: { yes: 'Yes', no: 'No', later: 'Maybe later' },
    wished: (answer: string) => `In the application: ${answer}`,
    notOffered:
      'Not offered yet. If the citizen is covered, the plan has to be offered and the answer recorded before a place is granted.',
    offered: (day: string, how: string) => `Offered ${day}: ${how}`,
    waiting: 'The citizen has not answered yet.',
    answered: (answer: string, day: string, how: string) => `Answer ${day}: ${answer}. ${how}`,
    offer: 'Offer an action plan',
    answer: 'Record the answer',
    newAnswer: 'The citizen answers something else',
    declined: 'The citizen does not want an action plan. The goals stand in the order.',
    planTitle: 'The action plan',
    goalsTitle: 'Goals',
    purpose: 'The purpose of the support',
    intervention: 'Which support is needed?',
    expectedDuration: 'How long is it expected to last?',
    otherMatters: 'Other particular matters: housing, work, health, aids',
    more: 'Add a goal',
    saveGoals: 'Save the goals',
    savePlan: 'Save the action plan',
    made: (day: string) => `The action plan was saved ${day}.`,
    goalsSet: (day: string) => `The goals were saved ${day}.`,
    offerHow: 'How is it offered?',
    byLetter: 'In a letter that is sent now',
    byTalk: 'In a conversation',
    offeredOn: 'On which day was it offered?',
    offeredHint: 'A letter counts from today.',
    how: 'What was said or written?',
    howHint: 'For example: Explained at the meeting on the 3rd what the plan is, and that it is voluntary.',
    answerHow: 'How did the citizen answer?',
    what: 'Does the citizen want an action plan?',
    needOffer: 'The plan has not been offered yet. Offer it first.',
  },
})

const parts = ['purpose', 'intervention', 'expectedDuration', 'otherMatters'] as const
const wantsPlan = (file: CaseFile): boolean => file.planAnswer?.answer === 'yes'

export function plan(c: KeptContext, problem: Problem = noProblem): Promise<Response> {
  const s = sharedWords(c.language)
  return casePageOf(
    c,
    s.plan,
    () => (
      <>
        <Offer c={c} />
        <PlanForm c={c} problem={problem} />
        <p>
          <a href={caseHref(c, '/plan/versioner')}>{versionWords(c.language).title}</a>
        </p>
      </>
    ),
    problem,
  )
}

function Offer({ c }: { readonly c: CaseContext }) {
  const t = words(c.language)
  const { planOffer, planAnswer, answers } = c.case.file
  return (
    <>
      <h2>{t.offerTitle}</h2>
      {answers.planWish && <p>{t.wished(t.wish[answers.planWish])}</p>}
      {planOffer ? (
        <p>{t.offered(plainDay(planOffer.on, c.language), planOffer.how)}</p>
      ) : (
        <p>{t.notOffered}</p>
      )}
      {planOffer &&
        (planAnswer ? (
          <p>{t.answered(t.wish[planAnswer.answer], plainDay(planAnswer.on, c.language), planAnswer.how)}</p>
        ) : (
          <p>{t.waiting}</p>
        ))}
      {planAnswer?.answer === 'no' && <Alert kind="info">{t.declined}</Alert>}
      {planOffer ? (
        <LinkButton href={caseHref(c, '/plan/svar')} look="secondary">
          {planAnswer ? t.newAnswer : t.answer}
        </LinkButton>
      ) : (
        <LinkButton href={caseHref(c, '/plan/tilbud')} look="secondary">
          {t.offer}
        </LinkButton>
      )}
    </>
  )
}

function PlanForm({ c, problem }: { readonly c: KeptContext; readonly problem: Problem }) {
  const t = words(c.language)
  const { form } = c
  const { file } = c.case
  const planned = wantsPlan(file)
  return (
    <>
      <h2>{planned ? t.planTitle : t.goalsTitle}</h2>
      {planned && file.plan && <p>{t.made(plainDay(file.plan.on, c.language))}</p>}
      {!planned && file.goalsSet && <p>{t.goalsSet(plainDay(file.goalsSet.on, c.language))}</p>}
      <Form
        action={caseHref(c, '/plan')}
        csrf={c.csrf}
        commandId={form.commandId ?? c.house.newId()}
        basedOn={file.lastSeq}
        draft={draftHref(c, 'plan')}
      >
        {planned &&
          parts.map((part) => (
            <TextArea
              name={part}
              label={t[part]}
              rows={3}
              value={form.commandId === undefined ? file.plan?.[part] : form.text(part)}
              errors={problem.errors}
            />
          ))}
        <GoalFields c={c} known={file.goals} errors={problem.errors} />
        <div class="hv-actions">
          <Submit name="_do" value="save">
            {planned ? t.savePlan : t.saveGoals}
          </Submit>
          <Submit name="_do" value="more" look="secondary">
            {t.more}
          </Submit>
        </div>
        <DraftButtons c={c} form="plan" />
      </Form>
    </>
  )
}

/** Goals alone, or the whole plan for whoever said yes to one. */
export async function savePlan(c: CaseContext): Promise<Response> {
  if (c.form.text('_do') === 'more') return plan(c)
  const written = goalsOf(c, c.case.file.goals)
  if ('errors' in written) return plan(c, written)
  const options = {
    again: (p: Problem) => plan(c, p),
    to: caseHref(c, '/plan'),
    draft: 'plan',
  } as const
  if (!wantsPlan(c.case.file)) return act(c, 'setGoals', written, options)
  const input = Object.fromEntries(parts.map((part) => [part, c.form.text(part)]))
  return act(c, 'makeActionPlan', { ...input, ...written }, options)
}

export const planOfferPage: FormPage = {
  id: 'authority.plan-offer',
  command: 'offerActionPlan',
  path: '/plan/tilbud',
  of: '/plan',
  title: (c) => words(c.language).offer,
  button: (c) => words(c.language).offer,
  fields: (c, errors) => {
    const t = words(c.language)
    return (
      <>
        <Radios
          name="way"
          label={t.offerHow}
          value={c.form.text('way') ?? 'letter'}
          errors={errors}
          options={[
            { value: 'letter', label: t.byLetter },
            { value: 'talk', label: t.byTalk },
          ]}
        />
        <DateField
          name="offeredOn"
          label={t.offeredOn}
          hint={t.offeredHint}
          value={c.today}
          typed={c.form.values}
          errors={errors}
          language={c.language}
        />
        <TextArea
          name="how"
          label={t.how}
          hint={t.howHint}
          rows={3}
          value={c.form.text('how')}
          errors={errors}
        />
      </>
    )
  },
  input: ({ form }) => ({
    byLetter: form.text('way') === 'letter',
    offeredOn: dateOf(form, 'offeredOn'),
    how: form.text('how'),
  }),
}

export const planAnswerPage: FormPage = {
  id: 'authority.plan-answer',
  command: 'answerActionPlan',
  path: '/plan/svar',
  of: '/plan',
  title: (c) => words(c.language).answer,
  button: (c) => words(c.language).answer,
  fields: (c, errors) => {
    const t = words(c.language)
    return (
      <>
        {c.case.file.planOffer === undefined && <Alert kind="info">{t.needOffer}</Alert>}
        <Radios
          name="answer"
          label={t.what}
          value={c.form.text('answer')}
          errors={errors}
          options={(['yes', 'no', 'later'] as const).map((answer) => ({
            value: answer,
            label: t.wish[answer],
          }))}
        />
        <TextField name="how" label={t.answerHow} value={c.form.text('how')} errors={errors} />
      </>
    )
  },
  input: ({ form }) => ({ answer: form.text('answer'), how: form.text('how') }),
}
