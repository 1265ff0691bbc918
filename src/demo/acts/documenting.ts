/** What is written about those who have begun, and what they take part in; about one in four nothing was written for weeks. */
import { offeredOf } from '../../domain/activity-plan.ts'
import type { Order } from '../../domain/case/case-file.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { openThreads } from '../../domain/case/message/thread.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { activitiesAt } from '../activities.ts'
import { chanceOf } from '../chance.ts'
import { asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'

const texts = [
  'Lavede salat til frokosten og spiste med hele bordet.',
  'Gik med på turen rundt om søen og holdt pause undervejs.',
  'Var træt om formiddagen. Fik ro i musikrummet og kom med til frokost.',
  'Fortalte om sin weekend i morgensamlingen, selv om det var svært at begynde.',
  'Blev færdig med sin skål i værkstedet og vil give den til sin søster.',
] as const

/** Draws from nothing that the other acts draw from. */
export function documentingActs({ anchor, cast, citizen, place }: Scene): readonly Act[] {
  const chance = chanceOf('documenting', citizen.key)
  const [, second] = cast.workersAt(place.provider)
  const activity = chance.pick(activitiesAt(place.provider, anchor))
  const forgotten = chance.happens(0.25)
  const act = (ago: number, command: (order: Order) => CaseCommand | undefined): Act => ({
    day: nextWorkingDay(addDays(anchor, -ago)),
    stage: 'started',
    by: asStaff(second),
    does: async ({ look, today }) => {
      const file = await look()
      const order = openThreads(file, today).at(-1)
      return order?.started === undefined || file.died || file.closed ? undefined : command(order)
    },
  })
  const note = (ago: number): Act => {
    const text = chance.pick(texts)
    const domains = [...activity.domains]
    const mood = chance.pick(['good', 'mixed', 'hard'] as const)
    const day = nextWorkingDay(addDays(anchor, -ago))
    return act(ago, ({ orderId, content, started }) =>
      started === undefined || started.on > day
        ? undefined
        : {
            type: 'recordDailyNote',
            input: {
              orderId,
              text,
              goals: content.goals.slice(0, 1).map((g) => g.goalId),
              domains,
              health: activity.health,
              mood,
              happenedOn: day,
            },
          },
    )
  }
  return [
    note(36),
    act(24, ({ orderId, participations }) =>
      participations.length > 0
        ? undefined
        : {
            type: 'joinActivity',
            input: { orderId, activity: offeredOf(activity), from: nextWorkingDay(addDays(anchor, -24)) },
          },
    ),
    ...(forgotten ? [] : [note(16), note(5)]),
  ]
}
