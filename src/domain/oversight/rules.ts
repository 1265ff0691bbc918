/** What the municipality owes in its registers, reviews and reports. It begins with the day that its standard is on record here. */
import { z } from 'zod'
import type { Fact } from '../case/case-file.ts'
import type { MunicipalityFile } from '../standard/municipality.ts'
import { dueBy, dueInWorkingDays, metBy, municipalityRule, type ObligationDraft } from '../standard/rule.ts'
import { addDays, addMonths, type CalendarDay, earliest, getDay, yearOf } from '../time/calendar-day.ts'
import { breachDeadline, type Deadline, deadlineFor } from '../time/deadline.ts'
import { isLate } from './decide.ts'

const none = z.object({})
const byManagement = { actor: 'management' as const }

/** From when the municipality keeps its registers here: when its first standard was written down. */
const startOf = ({ adoptions }: MunicipalityFile): Pick<Fact, 'on' | 'seq'> | undefined =>
  adoptions[0] && { on: adoptions[0].recordedOn, seq: adoptions[0].seq }

/**
 * Told to Datatilsynet within 72 hours, or why not (GDPR art. 33). The deadline is an instant: told on that day and too
 * late, the last whole day before counts as the date, so that late is never shown as kept.
 */
export const breachNotified = municipalityRule(none, (file, _, { parameters }) =>
  file.oversight.breaches.map((breach) => {
    const { notified, notNotified } = breach
    const deadline = breachDeadline(breach.knownAt, { parameters })
    const lateThatDay =
      notified !== undefined && isLate(breach, notified.notifiedAt) && notified.on === deadline.due
    return {
      ...byManagement,
      about: `breach-${breach.seq}`,
      triggeredOn: breach.on,
      arisesOn: breach.on,
      ...dueBy(deadline),
      ...(lateThatDay && { dueOn: addDays(deadline.due, -1) }),
      ...metBy(notNotified ?? notified, breach.seq),
      task: 'notifyBreach' as const,
    }
  }),
)

/** Those concerned are told, or why not, when it is likely to be a high risk for them (GDPR art. 34). */
export const affectedTold = municipalityRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.oversight.breaches.flatMap((breach) => {
    const { assessed, informed } = breach
    if (assessed?.risk !== 'highRisk') return []
    return [
      {
        ...byManagement,
        about: `affected-${breach.seq}`,
        triggeredOn: breach.on,
        arisesOn: assessed.on,
        ...dueInWorkingDays(assessed.on, p.workingDays),
        ...metBy(informed, breach.seq, assessed.seq),
        task: 'tellAffected' as const,
      },
    ]
  }),
)

export const concernHandled = municipalityRule(z.object({ workingDays: z.int().positive() }), (file, p) =>
  file.oversight.concerns.map((concern) => ({
    ...byManagement,
    about: `concern-${concern.seq}`,
    triggeredOn: concern.on,
    arisesOn: concern.on,
    ...dueInWorkingDays(concern.on, p.workingDays),
    ...metBy(concern.handled, concern.seq),
    task: 'handleConcern' as const,
  })),
)

/** Again and again: the next runs from the last that was concluded, and comes up a month before it is due. */
function again(
  file: MunicipalityFile,
  about: string,
  concluded: readonly Fact[],
  deadlineOf: (from: CalendarDay) => Pick<Deadline, 'due' | 'derivation'>,
  task: 'reviewLog' | 'reviewCases',
): readonly ObligationDraft[] {
  const start = startOf(file)
  if (start === undefined) return []
  return [start, ...concluded].map((from, index) => {
    const done = concluded[index]
    const { due, derivation } = deadlineOf(from.on)
    const comesUp = addMonths(due, -1)
    return {
      ...byManagement,
      about: `${about}-${from.seq}`,
      triggeredOn: from.on,
      arisesOn: done ? earliest(done.on, comesUp) : comesUp,
      dueOn: due,
      derivation,
      ...metBy(done, from.seq),
      task,
    }
  })
}

/** A sample of the log is looked through at least every half year (Datatilsynet on logging). */
export const logReviewed = municipalityRule(none, (file, _, { parameters }) =>
  again(
    file,
    'log',
    file.oversight.logReviews.flatMap((r) => r.concluded ?? []),
    (from) => deadlineFor('LOG_REVIEW_DUE', from, { parameters }),
    'reviewLog',
  ),
)

/** The leader goes through a sample of cases by a checklist, so often as the house has promised. */
export const casesReviewed = municipalityRule(z.object({ months: z.int().positive() }), (file, { months }) =>
  again(
    file,
    'cases',
    file.oversight.caseReviews.flatMap((r) => r.concluded ?? []),
    (from) => {
      const due = addMonths(from, months)
      return {
        due,
        derivation: [
          { step: 'from', day: from },
          { step: 'add', amount: months, unit: 'month', day: due },
        ],
      }
    },
    'reviewCases',
  ),
)

const monthsBetween = (first: string, last: string): readonly string[] => {
  const months: string[] = []
  for (let month = first; month <= last; month = addMonths(getDay(`${month}-01`), 1).slice(0, 7))
    months.push(month)
  return months
}
const after = (month: string): string => addMonths(getDay(`${month}-01`), 1).slice(0, 7)

/** Every month's figures by the 14th of the next: the months up to the last that was sent, and the one that comes. */
export const statisticsSent = municipalityRule(none, (file, _, { parameters }) => {
  const start = startOf(file)
  if (start === undefined) return []
  const first = start.on.slice(0, 7)
  const sent = file.oversight.statistics
  const lastSent = sent
    .map((s) => s.month)
    .sort()
    .at(-1)
  const next = lastSent === undefined || lastSent < first ? first : after(lastSent)
  return monthsBetween(first, next).map((month) => ({
    ...byManagement,
    about: `statistics-${month}`,
    triggeredOn: start.on,
    arisesOn: getDay(`${after(month)}-01`),
    ...dueBy(deadlineFor('DST_DUE', getDay(`${month}-01`), { parameters })),
    ...metBy(
      sent.find((s) => s.month === month),
      start.seq,
    ),
    task: 'sendStatistics' as const,
  }))
})

/** The year's map of overturned decisions stands before the council by the end of the year (RSL § 79 b). */
export const councilMapTreated = municipalityRule(none, (file, _, { parameters }) => {
  const start = startOf(file)
  if (start === undefined) return []
  const treated = file.oversight.councilMaps
  const first = yearOf(start.on)
  const next = Math.max(first - 1, ...treated.map((m) => m.year)) + 1
  return Array.from({ length: next - first + 1 }, (_, n) => first + n).map((year) => {
    const from = getDay(`${year}-01-01`)
    return {
      ...byManagement,
      about: `council-map-${year}`,
      triggeredOn: start.on,
      arisesOn: year === first ? start.on : from,
      ...dueBy(deadlineFor('COUNCIL_MAP_DUE', from, { parameters })),
      ...metBy(
        treated.find((m) => m.year === year),
        start.seq,
      ),
      task: 'treatCouncilMap' as const,
    }
  })
})
