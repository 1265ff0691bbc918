/** How a case goes, as acts on days: the acts of days to come have not happened yet and are left out. */
import type { CaseFile } from '../domain/case/case-file.ts'
import type { CaseCommand } from '../domain/case/commands.ts'
import type { StandardTerms } from '../domain/standard/terms.ts'
import { addDays, type CalendarDay, latest } from '../domain/time/calendar-day.ts'
import { decidingActs } from './acts/deciding.ts'
import { documentingActs } from './acts/documenting.ts'
import { endingActs } from './acts/ending.ts'
import { followingUpActs } from './acts/following-up.ts'
import { informingActs } from './acts/informing.ts'
import { messagingActs } from './acts/messaging.ts'
import { placingActs } from './acts/placing.ts'
import { planningActs } from './acts/planning.ts'
import { schedulingActs } from './acts/scheduling.ts'
import { type Stage, stages } from './citizen.ts'
import type { Asker, Scene } from './scene.ts'

export type Moment = {
  readonly terms: StandardTerms
  readonly today: CalendarDay
  /** The case as it stands; read only by acts that need to know. */
  readonly look: () => Promise<CaseFile>
}

export type Act = {
  readonly day: CalendarDay
  readonly by: Asker
  /** Gives nothing where the case has come to be such that there is nothing to do. */
  readonly does: (moment: Moment) => CaseCommand | undefined | Promise<CaseCommand | undefined>
  /** The stage that the case has reached with it. */
  readonly stage: Stage
}

export type Story = { readonly scene: Scene; readonly acts: readonly Act[] }

/** Days at the place go on beside what is done about it: each by its day, and the order's own acts first. */
const inOrder = (placing: readonly Act[], beside: readonly Act[]): readonly Act[] => {
  if (placing.length === 0) return []
  let day = placing[0]?.day
  const steady = placing.map((act) => {
    if (day === undefined || act.day > day) day = act.day
    return { ...act, day }
  })
  return [...steady, ...beside].sort((a, b) => a.day.localeCompare(b.day))
}

/** Everything that has happened after the application, in order; never before the application or the act before it. Draws from the scene's chance: ask once. */
export function storyOf(scene: Scene): readonly Act[] {
  const { path, anchor, received } = scene
  const told = [
    ...informingActs(scene),
    ...decidingActs(scene),
    ...inOrder(placingActs(scene), [
      ...schedulingActs(scene),
      ...messagingActs(scene),
      ...documentingActs(scene),
      ...planningActs(scene),
      ...followingUpActs(scene),
    ]),
  ]
  const { acts: ending, from } = endingActs(scene)
  const lived = from === undefined ? told : told.filter((act) => act.day < from)
  const until = path.until === undefined ? stages.length : stages.indexOf(path.until)
  let day = addDays(received, 0)
  return [...lived, ...ending]
    .filter((act) => stages.indexOf(act.stage) <= until || ending.includes(act))
    .map((act) => {
      day = latest(day, act.day)
      return { ...act, day }
    })
    .filter((act) => act.day <= anchor)
}
