/** The goals with the place's plan and how it goes, for those who work with them: at the place and at the authority. */
import type { Child } from 'hono/jsx'
import type { Everyday } from '../../casework/read-everyday.ts'
import type { GoalFollowed } from '../../domain/case/case-file.ts'
import type { Responsible } from '../../domain/case/intervention/events.ts'
import { followingsOf, isOwnWord, planOf } from '../../domain/case/intervention/goals.ts'
import type { PartId, UserId } from '../../domain/identity.ts'
import { plainDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/messages.ts'
import { Table } from '../ui/parts.tsx'
import { goalWords, type Level, levelNames, levels, voiceNames } from './goal-words.ts'

type Naming = {
  readonly language: Language
  readonly userName: (id: UserId) => string | undefined
}

const whoIs = (responsible: Responsible, { language, userName }: Naming): string =>
  responsible.kind === 'inWords'
    ? responsible.who
    : (userName(responsible.userId) ?? goalWords(language).colleague)

const levelOf = (level: number | undefined): Level | undefined => levels.find((l) => l === level)

/** The citizen's own voice, as it was given: a choice, words or both, or that they did not want to say. */
export function voiceInWords({ voice }: GoalFollowed, language: Language): string {
  if (voice.kind === 'declined') return goalWords(language).declined
  const mood = voice.mood && voiceNames(language)[voice.mood]
  return [mood, voice.words && `»${voice.words}«`].filter(Boolean).join(': ')
}

/** One time that a goal was followed: the day, the place's level and the citizen's voice, which never become one figure. */
export function followingInWords(followed: GoalFollowed, { language, userName }: Naming) {
  const t = goalWords(language)
  const level = levelOf(followed.level)
  const name = followed.actor.kind === 'staff' ? userName(followed.actor.userId) : undefined
  return {
    day: plainDay(followed.on, language),
    level: level === undefined ? '–' : levelNames(language)[level],
    voice: voiceInWords(followed, language),
    saw: followed.words ?? '–',
    by: isOwnWord(followed) ? t.bySelf : t.byPlace(name ?? t.colleague),
  }
}

export function Followings({
  everyday,
  goalId,
  naming,
}: {
  readonly everyday: Everyday
  readonly goalId: PartId
  readonly naming: Naming
}) {
  const t = goalWords(naming.language)
  const rows = followingsOf(everyday, goalId)
    .toReversed()
    .map((f) => followingInWords(f, naming))
  return (
    <Table
      caption={t.before}
      rows={rows}
      empty={<p>{t.neverFollowed}</p>}
      columns={[
        { heading: t.day, title: t.day, cell: (r) => r.day },
        { heading: t.voice, title: t.voice, cell: (r) => r.voice },
        { heading: t.level, title: t.level, cell: (r) => r.level },
        { heading: t.saw, title: t.saw, cell: (r) => r.saw },
        { heading: t.who, title: t.who, cell: (r) => r.by },
      ]}
    />
  )
}

/** Each goal, how it is worked with and by whom, and how it went last; `doing` leads on from a goal for those who may. */
export function GoalsAndPlan({
  everyday,
  naming,
  doing,
}: {
  readonly everyday: Everyday
  readonly naming: Naming
  readonly doing?: (goalId: PartId, text: string) => Child
}) {
  const { language } = naming
  const t = goalWords(language)
  const plan = planOf(everyday)
  return (
    <>
      <h2>{t.goals}</h2>
      <p>{plan ? t.planMade(plainDay(plan.on, language)) : t.noPlan}</p>
      {everyday.goals.length === 0 && <p>{t.noGoals}</p>}
      {everyday.goals.map((goal) => {
        const parts = plan?.parts.filter((p) => p.goalId === goal.goalId) ?? []
        const last = followingsOf(everyday, goal.goalId).at(-1)
        const said = last && followingInWords(last, naming)
        return (
          <section class="hv-card">
            <h3>{goal.text}</h3>
            {goal.citizensWords && (
              <p>
                {t.citizensWords}: »{goal.citizensWords}«
              </p>
            )}
            {(goal.levelNow !== undefined || goal.levelAimed !== undefined) && (
              <p>{t.levelsOf(String(goal.levelNow ?? '–'), String(goal.levelAimed ?? '–'))}</p>
            )}
            {parts.length === 0 && plan && <p>{t.notPlanned}</p>}
            {parts.length > 0 && (
              <ul>
                {parts.map((part) => (
                  <li>
                    <strong>{part.subGoal}</strong>. {t.method}: {part.method}. {t.who}:{' '}
                    {whoIs(part.responsible, naming)}.
                  </li>
                ))}
              </ul>
            )}
            <p>
              {said
                ? `${t.lastFollowed} ${said.day}. ${t.voice}: ${said.voice}. ${t.level}: ${said.level}.`
                : t.neverFollowed}
            </p>
            {doing?.(goal.goalId, goal.text)}
          </section>
        )
      })}
      {plan && (
        <>
          <h3>{t.community}</h3>
          <p class="hv-pre">{plan.community ?? t.unsaid}</p>
          <h3>{t.dailyLife}</h3>
          <p class="hv-pre">{plan.dailyLife ?? t.unsaid}</p>
        </>
      )}
    </>
  )
}
