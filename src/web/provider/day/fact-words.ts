/** A fact in words: what, when by the clock in Denmark, and who. */
import { type AttendanceFact, instantOf } from '../../../domain/attendance/fact.ts'
import { timeOfDay } from '../../i18n/dates.ts'
import type { PageContext } from '../../platform/context.ts'
import type { DayRead } from './read-day.ts'
import { dayWords } from './words.ts'

function whoOf(
  c: PageContext,
  { staff }: Pick<DayRead, 'staff'>,
  { actor, onBehalfOf }: AttendanceFact,
): string {
  const t = dayWords(c.language)
  if (actor.kind === 'staff') return staff.get(actor.userId) ?? t.somebody
  if (actor.kind === 'citizen') return onBehalfOf ? t.onBehalf : t.theCitizen
  return t.system
}

/** “kommet kl. 08.58, Mette Holm” */
export function saidOf(c: PageContext, read: Pick<DayRead, 'staff'>, fact: AttendanceFact): string {
  const t = dayWords(c.language)
  const time = timeOfDay(new Date(instantOf(fact)).toISOString(), c.language)
  const marks = [
    ...(fact.confirmed ? [] : [t.unconfirmed]),
    ...(fact.skewSeconds === 0 ? [] : [t.clockWrong]),
    ...(fact.text ? [`»${fact.text}«`] : []),
  ]
  const said = t.by(t.kinds[fact.kind], time, whoOf(c, read, fact))
  return marks.length === 0 ? said : `${said} (${marks.join(', ')})`
}

export const saidIn = (
  c: PageContext,
  read: Pick<DayRead, 'staff'>,
  facts: readonly AttendanceFact[],
): string => facts.map((fact) => saidOf(c, read, fact)).join('; ')
