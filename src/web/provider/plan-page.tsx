/** The intervention plan (K2.2a-7): goal → sub-goal → method → who, and how company and daily life are part of it. */
import { type Everyday, readEveryday } from '../../casework/read-everyday.ts'
import type { PlanPart } from '../../domain/case/intervention/events.ts'
import { planOf } from '../../domain/case/intervention/goals.ts'
import type { Goal } from '../../domain/case/plan/events.ts'
import type { DraftKey } from '../../store/drafts.ts'
import type { StaffUser } from '../../store/users.ts'
import { goalWords } from '../everyday/goal-words.ts'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { forgetForm, keepForm, recallForm, type Saved } from '../platform/kept-form.tsx'
import { seeOther } from '../platform/respond.tsx'
import { type Errors, Select, TextArea, TextField } from '../ui/fields.tsx'
import { act, noProblem, type Problem } from './act.ts'
import { formPage, staffOptions } from './answer-pages.tsx'
import { goalFormWords } from './goal-form-words.ts'
import { isAnswered, personHref } from './orders.ts'
import { readOrder } from './read-orders.ts'

/** More ways towards one goal than this are a plan that nobody follows. */
const mostWays = 6

async function readPage(c: OrderContext) {
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  return found && everyday && isAnswered(found.order) ? { found, everyday } : undefined
}

const fieldOf = (name: string, goalId: string, way: number): string => `${name}-${goalId}-${way}`
const waysOf = (goal: Goal, parts: readonly PlanPart[]) => parts.filter((p) => p.goalId === goal.goalId)

/** One empty way more than there is, and as many as were posted. */
function rowsOf(c: OrderContext, goal: Goal, parts: readonly PlanPart[]): readonly number[] {
  const posted = Array.from({ length: mostWays }, (_, n) => n).filter(
    (n) => c.form.values[fieldOf('sub', goal.goalId, n)] !== undefined,
  ).length
  const count = Math.min(mostWays, Math.max(posted, waysOf(goal, parts).length + 1))
  return Array.from({ length: count }, (_, n) => n)
}

type Kept = { readonly saved?: Saved | undefined }

const keyOf = (c: OrderContext): DraftKey => {
  const author = c.asking.subject.userId
  if (author === undefined) throw new Error('only staff write plans')
  return { author, form: `indsatsplan ${c.order.orderId}`, caseId: c.order.caseId }
}

const pathOf = ({ order }: OrderContext): string => personHref(order, '/indsatsplan')

/** With what was half written, when there is something. */
export async function openPlan(c: OrderContext): Promise<Response> {
  const kept = await recallForm(c, keyOf(c))
  return kept ? showPlan({ ...c, form: kept.form }, noProblem, { saved: kept }) : showPlan(c)
}

/** As one writes, or by its own button: kept as it is, however incomplete, or thrown away. */
export async function keepPlan(c: OrderContext): Promise<Response> {
  await (c.form.text('_forget') ? forgetForm(c, keyOf(c)) : keepForm(c, keyOf(c)))
  return seeOther(pathOf(c))
}

export async function showPlan(
  c: OrderContext,
  problem: Problem = noProblem,
  { saved }: Kept = {},
): Promise<Response> {
  const t = goalFormWords(c.language)
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, everyday } = page
  const plan = planOf(everyday)
  const posted = c.form.values.seen !== undefined
  const value = (name: string, before: string | undefined) => (posted ? c.form.text(name) : before)
  return formPage(
    c,
    found,
    {
      title: t.planTitle,
      button: t.savePlan,
      next: [t.planThen, t.readBy],
      problem,
      back: personHref(found.order),
      kept: { to: `${pathOf(c)}/kladde`, saved },
    },
    <>
      <p>{t.planHint}</p>
      <input
        type="hidden"
        name="seen"
        value={(posted && !problem.changed ? c.form.text('seen') : plan?.planId) ?? ''}
      />
      {everyday.goals.length === 0 && <p>{goalWords(c.language).noGoals}</p>}
      {everyday.goals.map((goal) => (
        <fieldset class="hv-card">
          <legend class="form-label">{goal.text}</legend>
          {rowsOf(c, goal, plan?.parts ?? []).map((way) => (
            <Way
              c={c}
              goal={goal}
              way={way}
              was={waysOf(goal, plan?.parts ?? [])[way]}
              posted={posted}
              colleagues={found.colleagues}
              errors={problem.errors}
            />
          ))}
        </fieldset>
      ))}
      <TextArea
        name="community"
        label={t.community}
        value={value('community', plan?.community)}
        rows={3}
        errors={problem.errors}
      />
      <TextArea
        name="dailyLife"
        label={t.dailyLife}
        value={value('dailyLife', plan?.dailyLife)}
        rows={3}
        errors={problem.errors}
      />
      {plan && (
        <TextArea
          name="because"
          label={t.because}
          hint={t.optional}
          value={c.form.text('because')}
          rows={2}
          errors={problem.errors}
        />
      )}
    </>,
  )
}

function Way({
  c,
  goal,
  way,
  was,
  posted,
  colleagues,
  errors,
}: {
  readonly c: OrderContext
  readonly goal: Goal
  readonly way: number
  readonly was: PlanPart | undefined
  readonly posted: boolean
  readonly colleagues: readonly StaffUser[]
  readonly errors: Errors
}) {
  const t = goalFormWords(c.language)
  const field = (name: string) => fieldOf(name, goal.goalId, way)
  const value = (name: string, before: string | undefined) => (posted ? c.form.text(field(name)) : before)
  const who = was?.responsible
  return (
    <fieldset>
      <legend class="form-label">{t.way(way + 1)}</legend>
      <TextField name={field('sub')} label={t.subGoal} value={value('sub', was?.subGoal)} errors={errors} />
      <TextArea
        name={field('method')}
        label={t.method}
        value={value('method', was?.method)}
        rows={2}
        errors={errors}
      />
      <Select
        name={field('staff')}
        label={t.staff}
        options={staffOptions(colleagues)}
        empty={t.someoneElse}
        value={value('staff', who?.kind === 'staff' ? who.userId : undefined)}
        errors={errors}
      />
      <TextField
        name={field('who')}
        label={t.inWords}
        value={value('who', who?.kind === 'inWords' ? who.who : undefined)}
        errors={errors}
      />
    </fieldset>
  )
}

/** What was written, with a sentence at each field that lacks something. A way with nothing in it is none. */
function typedParts(c: OrderContext, everyday: Everyday, colleagues: readonly StaffUser[]) {
  const t = goalFormWords(c.language)
  const errors: Record<string, string> = {}
  const parts = everyday.goals.flatMap((goal) =>
    rowsOf(c, goal, planOf(everyday)?.parts ?? []).flatMap((way): PlanPart[] => {
      const typed = (name: string) => c.form.text(fieldOf(name, goal.goalId, way))
      const [subGoal, method, staff, inWords] = [typed('sub'), typed('method'), typed('staff'), typed('who')]
      if ([subGoal, method, staff, inWords].every((v) => v === undefined)) return []
      const colleague = colleagues.find((u) => u.userId === staff)
      const responsible = colleague
        ? ({ kind: 'staff', userId: colleague.userId } as const)
        : inWords !== undefined
          ? ({ kind: 'inWords', who: inWords } as const)
          : undefined
      if (subGoal === undefined) errors[fieldOf('sub', goal.goalId, way)] = t.needSubGoal
      if (method === undefined) errors[fieldOf('method', goal.goalId, way)] = t.needMethod
      if (responsible === undefined) errors[fieldOf('staff', goal.goalId, way)] = t.needWho
      return subGoal && method && responsible ? [{ goalId: goal.goalId, subGoal, method, responsible }] : []
    }),
  )
  const [first] = everyday.goals
  if (parts.length === 0 && Object.keys(errors).length === 0 && first)
    errors[fieldOf('sub', first.goalId, 0)] = t.needPart
  return { parts, errors }
}

/** A colleague's plan meanwhile is not replaced unseen: the form says which one its writer saw. */
export async function savePlan(c: OrderContext): Promise<Response> {
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, everyday } = page
  const { parts, errors } = typedParts(c, everyday, found.colleagues)
  const again = async (problem: Problem) => {
    await keepForm(c, keyOf(c))
    return showPlan(c, problem)
  }
  if (Object.keys(errors).length > 0 || parts.length === 0) return again({ errors })
  const now = planOf(everyday)
  if ((c.form.text('seen') ?? '') !== (now?.planId ?? '')) return again({ errors: {}, changed: true })
  const said = Object.fromEntries(
    (['community', 'dailyLife', 'because'] as const).flatMap((name) => {
      const text = c.form.text(name)
      return text === undefined ? [] : [[name, text]]
    }),
  )
  const answer = await act(
    c,
    { type: 'makeInterventionPlan', input: { orderId: found.order.orderId, parts, ...said } },
    { again, to: personHref(found.order) },
  )
  if (answer.status === 303) await forgetForm(c, keyOf(c))
  return answer
}
