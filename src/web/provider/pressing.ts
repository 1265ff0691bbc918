/** What is owed to everybody all the time, and when it is near enough for the front page. */
import type { Task } from '../../domain/standard/obligation.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { WorklistEntry } from '../../store/worklist.ts'

const everyday: ReadonlySet<Task> = new Set<Task>([
  'writeDailyNote',
  'workWithGoal',
  'offerActivity',
  'considerSkills',
  'giveHealthSupport',
  'makeInterventionPlan',
  'followGoal',
])

export const isEveryday = (task: Task): boolean => everyday.has(task)

/** It stands on the overview of notes and goals always, and on the front page once its date is near. */
export const isPressing = (
  { task, dueOn }: Pick<WorklistEntry, 'task' | 'dueOn'>,
  soonBy: CalendarDay,
): boolean => task === null || !isEveryday(task) || (dueOn !== null && dueOn <= soonBy)
