/** How the place works with the goals of those who have begun: the plan, how it goes, and the citizen's own word for it. */
import type { Order } from '../../domain/case/case-file.ts'
import type { CaseCommand } from '../../domain/case/commands.ts'
import { openThreads } from '../../domain/case/message/thread.ts'
import { addDays } from '../../domain/time/calendar-day.ts'
import { chanceOf } from '../chance.ts'
import { type Asker, asCitizen, asStaff, nextWorkingDay, type Scene } from '../scene.ts'
import type { Act } from '../story.ts'

const ways = [
  ['Siger til, når det bliver for meget', 'Et kort med »pause« på bordet, og en fast plads at gå hen til'],
  ['Er med i én ting sammen med andre hver dag', 'Spørges om morgenen og vælger selv mellem to ting'],
  ['Kender dagens gang', 'Dagen gennemgås med billeder, før vi går i gang'],
] as const
const words = [
  'Jeg kan godt lide, når vi laver mad.',
  'Der er tit for meget larm.',
  'Det er rart at vide, hvad der skal ske.',
] as const

/** Draws from nothing that the other acts draw from. For some there is no plan yet, and some goals wait. */
export function planningActs({ anchor, cast, citizen, place }: Scene): readonly Act[] {
  const chance = chanceOf('planning', citizen.key)
  const [first, second] = cast.workersAt(place.provider)
  const way = chance.pick(ways)
  const said = chance.pick(words)
  const level = chance.pick([-1, 0, 0, 1] as const)
  const forgotten = chance.happens(0.25)
  const asked = chance.happens(0.6)
  const declines = chance.happens(0.2)
  const own = citizen.featured !== undefined || chance.happens(0.2)
  const act = (ago: number, by: Asker, command: (order: Order) => CaseCommand | undefined): Act => ({
    day: nextWorkingDay(addDays(anchor, -ago)),
    stage: 'started',
    by,
    does: async ({ look, today }) => {
      const file = await look()
      const order = openThreads(file, today).at(-1)
      return order?.started === undefined || file.died || file.closed ? undefined : command(order)
    },
  })
  const plan = act(12, asStaff(first), ({ orderId, content }) => ({
    type: 'makeInterventionPlan',
    input: {
      orderId,
      parts: content.goals.map(({ goalId }) => ({
        goalId,
        subGoal: way[0],
        method: way[1],
        responsible: { kind: 'staff', userId: second.userId },
      })),
      community: 'Sidder ved det samme bord hver dag sammen med tre, der kan lide det samme.',
      dailyLife: 'Køber ind og dækker bord til det, der laves.',
    },
  }))
  const follow = act(8, asStaff(second), ({ orderId, content: { goals } }) =>
    goals[0] === undefined
      ? undefined
      : {
          type: 'followGoal',
          input: {
            goalId: goals[0].goalId,
            orderId,
            level,
            voice: declines ? { kind: 'declined' } : { kind: 'said', mood: 'mixed', words: said },
          },
        },
  )
  const speak = act(4, asCitizen(citizen), ({ orderId, content: { goals } }) =>
    goals[0] === undefined
      ? undefined
      : {
          type: 'followGoal',
          input: { goalId: goals[0].goalId, orderId, voice: { kind: 'said', mood: 'good' } },
        },
  )
  if (forgotten) return own ? [speak] : []
  return [plan, ...(asked ? [follow] : []), ...(own ? [speak] : [])]
}
