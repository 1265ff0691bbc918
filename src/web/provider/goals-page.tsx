/** A goal followed in few taps (K2.3-3): what the citizen says, in their own voice; how far they are, in the place's view. */
import { type Everyday, readEveryday } from '../../casework/read-everyday.ts'
import { moods } from '../../domain/case/documentation/events.ts'
import type { Voice } from '../../domain/case/intervention/events.ts'
import { followingsOf, isOwnWord } from '../../domain/case/intervention/goals.ts'
import { goalWords, levelNames, levels, voiceNames } from '../everyday/goal-words.ts'
import { Followings } from '../everyday/goals.tsx'
import type { OrderContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { ErrorSummary, type Errors, Form, Radios, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, Tabs } from '../ui/parts.tsx'
import { act, noProblem, type Problem, statusOf } from './act.ts'
import { goalFormWords } from './goal-form-words.ts'
import { orderFrame } from './order-page.tsx'
import { isAnswered, personHref } from './orders.ts'
import { readOrder, userName } from './read-orders.ts'
import { providerWords } from './words.ts'

async function readPage(c: OrderContext) {
  const found = await readOrder(c)
  const everyday = found && (await readEveryday(c.house, c.municipality.code, found.order))
  return found && everyday && isAnswered(found.order) ? { found, everyday } : undefined
}

/** The goal that was chosen, or the one that the place has not followed for longest. */
function chosenGoal(c: OrderContext, everyday: Everyday) {
  const asked = c.form.text('goalId') ?? c.query.get('maal')
  const last = (goalId: (typeof everyday.goals)[number]['goalId']): number =>
    followingsOf(everyday, goalId).findLast((f) => !isOwnWord(f))?.seq ?? 0
  return (
    everyday.goals.find((g) => g.goalId === asked) ??
    everyday.goals.toSorted((a, b) => last(a.goalId) - last(b.goalId))[0]
  )
}

export async function showGoals(c: OrderContext, problem: Problem = noProblem): Promise<Response> {
  const t = goalFormWords(c.language)
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const { found, everyday } = page
  const { order, colleagues } = found
  const here = personHref(order, '/maal')
  const goal = chosenGoal(c, everyday)
  const { errors } = problem
  return orderFrame(
    c,
    found,
    { title: t.followTitle, back: personHref(order), status: statusOf(problem) },
    <>
      {c.query.has('gemt') && (
        <Alert kind="success">
          <p>{t.saved}</p>
        </Alert>
      )}
      {problem.changed && (
        <Alert kind="warning" title={providerWords(c.language).changedTitle}>
          <p>{providerWords(c.language).changedText}</p>
        </Alert>
      )}
      <ErrorSummary errors={errors} language={c.language} />
      {goal === undefined && <p>{goalWords(c.language).noGoals}</p>}
      {everyday.goals.length > 1 && (
        <Tabs
          label={t.chooseGoal}
          tabs={everyday.goals.map((g) => ({
            href: `${here}?maal=${g.goalId}`,
            text: g.text,
            current: g.goalId === goal?.goalId,
          }))}
        />
      )}
      {goal && (
        <>
          <h2>{goal.text}</h2>
          {goal.citizensWords && <p>»{goal.citizensWords}«</p>}
          {everyday.started === undefined ? (
            <p>{t.notStarted}</p>
          ) : (
            <Form action={here} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
              <input type="hidden" name="goalId" value={goal.goalId} />
              <Fields c={c} errors={errors} />
              <p>{t.followThen}</p>
              <Submit>{t.saveFollow}</Submit>
            </Form>
          )}
          <h2>{goalWords(c.language).before}</h2>
          <Followings
            everyday={everyday}
            goalId={goal.goalId}
            naming={{ language: c.language, userName: (id) => userName(colleagues, id) }}
          />
        </>
      )}
    </>,
  )
}

function Fields({ c, errors }: { readonly c: OrderContext; readonly errors: Errors }) {
  const t = goalFormWords(c.language)
  return (
    <>
      <Radios
        name="voice"
        label={t.voice}
        hint={t.voiceHint}
        options={[
          ...moods.map((mood) => ({ value: mood, label: voiceNames(c.language)[mood] })),
          { value: 'declined', label: t.declined },
        ]}
        value={c.form.text('voice')}
        errors={errors}
      />
      <TextArea
        name="voiceWords"
        label={t.voiceWords}
        hint={t.optional}
        value={c.form.text('voiceWords')}
        rows={2}
        errors={errors}
      />
      <Radios
        name="level"
        label={t.level}
        options={levels.map((level) => ({ value: String(level), label: levelNames(c.language)[level] }))}
        value={c.form.text('level')}
        errors={errors}
      />
      <TextArea
        name="saw"
        label={t.saw}
        hint={t.optional}
        value={c.form.text('saw')}
        rows={2}
        errors={errors}
      />
    </>
  )
}

/** A choice, words or both; that the citizen did not want to say is a choice as well, and stands alone. */
function typedVoice(c: OrderContext): Voice | string {
  const t = goalFormWords(c.language)
  const chosen = c.form.text('voice')
  const words = c.form.text('voiceWords')
  const mood = moods.find((m) => m === chosen)
  if (chosen === 'declined') return words === undefined ? { kind: 'declined' } : t.declinedWithWords
  if (mood === undefined && words === undefined) return t.needVoice
  return { kind: 'said', ...(mood && { mood }), ...(words !== undefined && { words }) }
}

export async function followGoal(c: OrderContext): Promise<Response> {
  const t = goalFormWords(c.language)
  const page = await readPage(c)
  if (page === undefined) return errorPage(c, 404, { about: 'order' })
  const goal = page.everyday.goals.find((g) => g.goalId === c.form.text('goalId'))
  if (goal === undefined) return errorPage(c, 404, { about: 'order' })
  const voice = typedVoice(c)
  const level = levels.find((l) => String(l) === c.form.text('level'))
  const errors = {
    ...(typeof voice === 'string' && { voice }),
    ...(level === undefined && { level: t.needLevel }),
  }
  if (typeof voice === 'string' || level === undefined) return showGoals(c, { errors })
  const saw = c.form.text('saw')
  const { orderId } = page.found.order
  return act(
    c,
    {
      type: 'followGoal',
      input: { goalId: goal.goalId, orderId, level, voice, ...(saw !== undefined && { words: saw }) },
    },
    { again: (p) => showGoals(c, p), to: personHref(c.order, `/maal?maal=${goal.goalId}&gemt=1`) },
  )
}
