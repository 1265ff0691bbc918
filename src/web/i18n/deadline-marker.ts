/** The mark of a date: a shape and words, the same everywhere, and never colour alone (ux.md § 4.0). */
import {
  isOpenOn,
  type Obligation,
  type ObligationStatus,
  statusOn,
} from '../../domain/standard/obligation.ts'
import { type CalendarDay, daysBetween } from '../../domain/time/calendar-day.ts'
import type { DerivationStep } from '../../domain/time/deadline.ts'
import { addWorkingDays } from '../../domain/time/working-days.ts'
import { shortDay } from './dates.ts'
import { defineMessages, type Language } from './messages.ts'

export type MarkerKind =
  | 'inGoodTime'
  | 'soon'
  | 'today'
  | 'overdue'
  | 'noDate'
  | 'kept'
  | 'keptLate'
  | 'broken'
  | 'void'
  | 'judgement'
  | 'notYet'
/** What `ui/mark.tsx` draws. */
export type Shape =
  | 'check'
  | 'disc'
  | 'ring'
  | 'half'
  | 'up'
  | 'down'
  | 'square'
  | 'dash'
  | 'dot'
  | 'question'
export type Marker = { readonly kind: MarkerKind; readonly shape: Shape; readonly words: string }

const shapes: Record<MarkerKind, Shape> = {
  inGoodTime: 'check',
  soon: 'disc',
  today: 'up',
  overdue: 'square',
  noDate: 'ring',
  kept: 'check',
  keptLate: 'half',
  broken: 'square',
  void: 'dash',
  judgement: 'question',
  notYet: 'dot',
}

const words = defineMessages({
  da: {
    inGoodTime: (days: number) => `I god tid (${days} dage)`,
    soon: (days: number) => (days === 1 ? 'Snart: 1 dag' : `Snart: ${days} dage`),
    today: 'I dag',
    overdue: (days: number) => (days === 1 ? 'Overskredet 1 dag' : `Overskredet ${days} dage`),
    noDate: 'Uden dato',
    asked: (day: string) => `Bedt om svar senest ${day}`,
    kept: 'Holdt',
    keptLate: 'Holdt for sent',
    broken: 'Brudt',
    void: 'Bortfaldet',
    judgement: 'Kræver vurdering',
    notYet: 'Endnu ikke',
  },
  en: {
    inGoodTime: (days: number) => `In good time (${days} days)`,
    soon: (days: number) => (days === 1 ? 'Soon: 1 day' : `Soon: ${days} days`),
    today: 'Today',
    overdue: (days: number) => (days === 1 ? 'Overdue 1 day' : `Overdue ${days} days`),
    noDate: 'No date',
    asked: (day: string) => `Asked to answer by ${day}`,
    kept: 'Kept',
    keptLate: 'Kept late',
    broken: 'Broken',
    void: 'Fell away',
    judgement: 'Needs judgement',
    notYet: 'Not yet',
  },
})

/** How near a date is on a day. `soonWorkingDays` is the standard's parameter for “soon”. */
export function markerOfDate(
  dueOn: CalendarDay | undefined,
  today: CalendarDay,
  soonWorkingDays: number,
  language: Language,
): Marker {
  const say = words(language)
  const mark = (kind: MarkerKind, text: string): Marker => ({ kind, shape: shapes[kind], words: text })
  if (dueOn === undefined) return mark('noDate', say.noDate)
  const days = daysBetween(today, dueOn)
  if (days < 0) return mark('overdue', say.overdue(-days))
  if (days === 0) return mark('today', say.today)
  if (dueOn <= addWorkingDays(today, soonWorkingDays)) return mark('soon', say.soon(days))
  return mark('inGoodTime', say.inGoodTime(days))
}

/**
 * The mark of what has a date that it was asked for by and is no deadline: a right, such as answering a hearing, which is
 * kept later too, and which silence does not break.
 */
export function markerOfAsked(
  {
    dueOn,
    derivation,
  }: { readonly dueOn?: CalendarDay | null; readonly derivation: readonly DerivationStep[] },
  today: CalendarDay,
  soonWorkingDays: number,
  language: Language,
): Marker {
  const named = derivation.find((step) => step.step === 'named')
  const marker = markerOfDate(dueOn ?? undefined, today, soonWorkingDays, language)
  if (marker.kind !== 'noDate' || named === undefined) return marker
  return { ...marker, words: words(language).asked(shortDay(named.day, language)) }
}

type Dates = Pick<Obligation, 'derivation' | 'arisesOn' | 'dueOn' | 'metOn' | 'voidOn' | 'needsJudgement'>

/** The mark of an obligation on a day: its date while it is open, its outcome when it is over. */
export function markerOf(o: Dates, today: CalendarDay, soonWorkingDays: number, language: Language): Marker {
  const status = statusOn(o, today)
  if (isOpenOn(o, today) && status !== 'needs judgement')
    return markerOfAsked(o, today, soonWorkingDays, language)
  return markerOfStatus(status, language)
}

export function markerOfStatus(status: ObligationStatus, language: Language): Marker {
  const say = words(language)
  const kinds = {
    'not yet': ['notYet', say.notYet],
    due: ['noDate', say.noDate],
    kept: ['kept', say.kept],
    'kept late': ['keptLate', say.keptLate],
    broken: ['broken', say.broken],
    void: ['void', say.void],
    'needs judgement': ['judgement', say.judgement],
  } as const satisfies Record<ObligationStatus, readonly [MarkerKind, string]>
  const [kind, text] = kinds[status]
  return { kind, shape: shapes[kind], words: text }
}
