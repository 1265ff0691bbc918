/** The citizen's goals in plain words, what the place does about them, and “how is it going?” with a way not to say. */

import { targetOf } from '../../casework/load-case.ts'
import { isConflict, perform } from '../../casework/perform.ts'
import { type Placement, weekAhead } from '../../casework/week-ahead.ts'
import { may } from '../../domain/access/permissions.ts'
import type { GoalFollowed, InterventionPlan } from '../../domain/case/case-file.ts'
import { moods } from '../../domain/case/documentation/events.ts'
import type { Responsible, Voice } from '../../domain/case/intervention/events.ts'
import { followingsOf, goalsOf, isOwnWord, planOf } from '../../domain/case/intervention/goals.ts'
import type { Goal } from '../../domain/case/plan/events.ts'
import type { UserId } from '../../domain/identity.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { read } from '../../store/connection.ts'
import { findUser } from '../../store/users.ts'
import { levels } from '../everyday/goal-words.ts'
import { longDay, plainDay } from '../i18n/dates.ts'
import { refusalInWords } from '../i18n/refusals.ts'
import { versionWords } from '../plan-versions/words.ts'
import type { PageContext } from '../platform/context.ts'
import { html, seeOther } from '../platform/respond.tsx'
import { ErrorSummary, type Errors, Form, Radios, Submit, TextArea } from '../ui/fields.tsx'
import { Alert, BackLink, LinkButton } from '../ui/parts.tsx'
import { meetingsHref, nextOf } from './meeting-pages.tsx'
import { meetingMessages } from './meeting-words.ts'
import { maySee } from './own-cases.ts'
import { planMessages } from './plan-messages.ts'

const here = '/borger/plan'

type OwnGoal = { readonly placement: Placement; readonly goal: Goal }
type Names = ReadonlyMap<UserId, string>

/** Each place that the person has or begins at. */
export async function readPlacements(c: PageContext): Promise<readonly Placement[]> {
  const about = c.asking.onBehalfOf ?? c.asking.subject.personId
  if (about === undefined) return []
  const { placements } = await read(c.house.db, c.scope, (tx) =>
    weekAhead(tx, about, { from: c.today, to: c.today }, maySee(c, 'viewOwnPlan')),
  )
  return placements
}

/** The goals at each of them. */
const readGoals = async (c: PageContext): Promise<readonly OwnGoal[]> =>
  (await readPlacements(c)).flatMap((placement) =>
    goalsOf(placement.loaded.file, placement.order).map((goal) => ({ placement, goal })),
  )

/** Those who stand in the person's own plans, by name. */
export function namesIn(c: PageContext, plans: readonly InterventionPlan[]): Promise<Names> {
  const ids = plans.flatMap(({ parts }) =>
    parts.flatMap(({ responsible }) => (responsible.kind === 'staff' ? [responsible.userId] : [])),
  )
  const scope = { municipality: c.municipality.code, viewer: { kind: 'system' } } as const
  return read(c.house.db, scope, async (tx) => {
    const found = await Promise.all([...new Set(ids)].map((id) => findUser(tx, id)))
    return new Map(found.flatMap((u) => (u?.active ? [[u.userId, u.name]] : [])))
  })
}

/** Only the citizen says how it goes: a helper reads, and answers nothing for them. */
const mayAnswer = (c: PageContext, { loaded, order }: Placement): boolean =>
  order.started !== undefined &&
  order.started.on <= c.today &&
  may(
    'followGoal',
    c.asking.subject,
    targetOf(loaded, { personId: c.asking.subject.personId, today: c.today, opened: false }),
  )

export async function showPlan(c: PageContext, errors: Errors = {}): Promise<Response> {
  const t = planMessages(c.language)
  const goals = await readGoals(c)
  const names = await namesIn(
    c,
    goals.flatMap(({ placement }) => planOf(placement.order) ?? []),
  )
  const asked = c.form.text('goalId') ?? c.query.get('maal')
  const chosen = goals.find(({ goal }) => goal.goalId === asked) ?? goals[0]
  const places = [...new Set(goals.map(({ placement }) => placement))]
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger/uge" language={c.language} />
      <ErrorSummary errors={errors} language={c.language} />
      <h1>{t.title}</h1>
      {c.query.has('gemt') && (
        <Alert kind="success">
          <p>{t.saved}</p>
        </Alert>
      )}
      {goals.length === 0 ? (
        <>
          <p class="font-lead">{t.none}</p>
          <p>{t.noneWhy}</p>
          <p>{t.noneTalk}</p>
        </>
      ) : (
        <>
          <p class="font-lead">{t.lead}</p>
          <p>
            <a href="/borger/plan/aendringer">{versionWords(c.language).title}</a>
          </p>
        </>
      )}
      {places.map((placement) => (
        <section>
          <h2>{t.at(c.municipality.providerName(placement.order.content.provider))}</h2>
          {goals
            .filter((own) => own.placement === placement)
            .map((own) => (
              <GoalCard c={c} own={own} names={names} open={own === chosen} errors={errors} />
            ))}
          <NextFollowUp c={c} placement={placement} />
          <Around c={c} placement={placement} />
        </section>
      ))}
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

type CardProps = {
  readonly c: PageContext
  readonly own: OwnGoal
  readonly names: Names
  /** Its question stands open; of the others a button leads there. */
  readonly open: boolean
  readonly errors: Errors
}

function GoalCard({ c, own, names, open, errors }: CardProps) {
  const t = planMessages(c.language)
  const { placement, goal } = own
  const parts = planOf(placement.order)?.parts.filter((p) => p.goalId === goal.goalId) ?? []
  const followings = followingsOf(placement.order, goal.goalId)
  const who = (r: Responsible): string => (r.kind === 'inWords' ? r.who : (names.get(r.userId) ?? t.somebody))
  return (
    <div class="hv-card" id={`maal-${goal.goalId}`}>
      <h3 lang="da">{goal.text}</h3>
      {goal.citizensWords && <p lang="da">{t.yourWords(goal.citizensWords)}</p>}
      {parts.length === 0 && <p>{t.noHow}</p>}
      {parts.length > 0 && (
        <>
          <h4>{t.how}</h4>
          <ul>
            {parts.map((part) => (
              <li lang="da">
                {part.subGoal}. {part.method}. {t.who(who(part.responsible))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Said c={c} last={followings.findLast((f) => !isOwnWord(f))} />
      <Said c={c} last={followings.findLast(isOwnWord)} />
      {!mayAnswer(c, placement) ? (
        <p>{c.asking.onBehalfOf === undefined ? t.notYet : t.onlyOwn}</p>
      ) : open ? (
        <Question c={c} own={own} errors={errors} />
      ) : (
        <LinkButton href={`${here}?maal=${goal.goalId}`} look="secondary">
          {t.say}
          <span class="sr-only">: {goal.text}</span>
        </LinkButton>
      )}
    </div>
  )
}

/** What was said last, by the place or by the citizen: each for itself. */
function Said({ c, last }: { readonly c: PageContext; readonly last: GoalFollowed | undefined }) {
  if (last === undefined) return null
  const t = planMessages(c.language)
  const day = plainDay(last.on, c.language)
  const level = levels.find((l) => l === last.level)
  const { voice } = last
  const said =
    voice.kind === 'declined'
      ? t.declined
      : [voice.mood && t.moods[voice.mood], voice.words].filter((one) => one !== undefined).join('. ')
  return (
    <>
      <h4>{isOwnWord(last) ? t.youSaid(day) : t.theySay(day)}</h4>
      {level !== undefined && <p>{t.levels[level]}</p>}
      {last.words && <p lang="da">{last.words}</p>}
      <p>{isOwnWord(last) || voice.kind === 'declined' ? said : t.yourWords(said)}</p>
    </>
  )
}

function Question({ c, own, errors }: Pick<CardProps, 'c' | 'own' | 'errors'>) {
  const t = planMessages(c.language)
  return (
    <Form action={here} csrf={c.csrf} commandId={c.form.commandId ?? c.house.newId()}>
      <input type="hidden" name="goalId" value={own.goal.goalId} />
      <input type="hidden" name="orderId" value={own.placement.order.orderId} />
      <Radios
        name="svar"
        label={t.question}
        hint={t.hint}
        options={[
          ...moods.map((mood) => ({ value: mood, label: t.moods[mood], picture: mood })),
          { value: 'declined', label: t.unsaid, picture: 'unsaid' },
        ]}
        value={c.form.text('svar')}
        errors={errors}
      />
      <TextArea
        name="ord"
        label={t.words}
        hint={t.wordsHint}
        value={c.form.text('ord')}
        rows={3}
        errors={errors}
      />
      <p>{t.read}</p>
      <Submit>{t.send}</Submit>
    </Form>
  )
}

/** When the whole is looked at next, and the way to the meetings. */
function NextFollowUp({ c, placement }: { readonly c: PageContext; readonly placement: Placement }) {
  const t = meetingMessages(c.language)
  const next = nextOf(c, placement)
  return (
    <>
      <h3>{t.title}</h3>
      {next && <p>{t.next(longDay(next, c.language))}</p>}
      <p>
        <a href={meetingsHref}>{t.title}</a>
      </p>
    </>
  )
}

function Around({ c, placement }: { readonly c: PageContext; readonly placement: Placement }) {
  const t = planMessages(c.language)
  const plan = planOf(placement.order)
  return (
    <>
      {plan?.community && (
        <>
          <h3>{t.together}</h3>
          <p lang="da">{plan.community}</p>
        </>
      )}
      {plan?.dailyLife && (
        <>
          <h3>{t.everyDay}</h3>
          <p lang="da">{plan.dailyLife}</p>
        </>
      )}
    </>
  )
}

/** “Will not say” with words beside it keeps the words: they were said after all. */
function typedVoice(c: PageContext): Voice | undefined {
  const chosen = c.form.text('svar')
  const words = c.form.text('ord')
  const mood = moods.find((m) => m === chosen)
  if (mood === undefined && words === undefined)
    return chosen === 'declined' ? { kind: 'declined' } : undefined
  return { kind: 'said', ...(mood && { mood }), ...(words !== undefined && { words }) }
}

export async function answerGoal(c: PageContext): Promise<Response> {
  const t = planMessages(c.language)
  const own = (await readGoals(c)).find(
    ({ goal, placement }) =>
      goal.goalId === c.form.text('goalId') && placement.order.orderId === c.form.text('orderId'),
  )
  const voice = typedVoice(c)
  if (own === undefined)
    return showPlan(c, { svar: refusalInWords({ refused: true, code: 'unknownGoal' }, c.language) })
  if (voice === undefined) return showPlan(c, { svar: t.needAnswer })
  const { goal, placement } = own
  const done = await perform(c.house, c.asking, {
    caseId: placement.loaded.caseId,
    command: {
      type: 'followGoal',
      input: { goalId: goal.goalId, orderId: placement.order.orderId, voice },
    },
    commandId: c.form.commandId ?? c.house.newId(),
  })
  if (isConflict(done)) throw new Error('what a citizen says of a goal is never in conflict')
  if (isRefusal(done)) return showPlan(c, { svar: refusalInWords(done, c.language) })
  return seeOther(`${here}?maal=${goal.goalId}&gemt=1`)
}
