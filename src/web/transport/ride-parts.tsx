/** What the ride pages of both sides share: the day's links, times, needs and who stands in a row. */

import { fullName } from '../../casework/people.ts'
import type { RideList, RideRow } from '../../casework/read-rides.ts'
import type { RideNeeds } from '../../domain/case/transport/events.ts'
import { addDays, type CalendarDay, findDay } from '../../domain/time/calendar-day.ts'
import type { Person } from '../../store/persons.ts'
import type { Language } from '../i18n/messages.ts'
import type { PageContext } from '../platform/context.ts'
import { noteLooks } from '../platform/looks.ts'
import { LinkButton } from '../ui/parts.tsx'
import { needsInWords } from './case-page.tsx'
import { rideWords } from './words.ts'

/** The day asked for, else today. */
export const dayAsked = (c: PageContext): CalendarDay =>
  findDay(c.query.get('dag') ?? c.form.text('dag') ?? '') ?? c.today

export const timeOf = (
  { earliest, latest }: { readonly earliest: string; readonly latest: string },
  language: Language,
): string => rideWords(language).window(earliest, latest)

export function needsOf(needs: RideNeeds | null | undefined, language: Language): string {
  const t = rideWords(language)
  if (!needs) return t.unknownNeeds
  return needsInWords(needs, language).join(', ') || t.noNeeds
}

export const nameOf = (person: Person | undefined, language: Language): string =>
  person ? fullName(person) : rideWords(language).unknownPerson

/** What there is to tell the operator: marked, never by colour alone. */
export const markOf = ({ mark }: RideRow, language: Language) =>
  mark === undefined || mark === 'same' ? '' : <strong>{rideWords(language).marks[mark]}</strong>

export function DayLinks({
  c,
  day,
  at,
}: {
  readonly c: PageContext
  readonly day: CalendarDay
  readonly at: string
}) {
  const t = rideWords(c.language)
  return (
    <ul class="hv-actions no-max-width">
      {[
        { href: `${at}?dag=${addDays(day, -1)}`, text: t.before },
        ...(day === c.today ? [] : [{ href: at, text: t.toToday }]),
        { href: `${at}?dag=${addDays(day, 1)}`, text: t.after },
      ].map(({ href, text }) => (
        <li>
          <LinkButton look="secondary" href={href}>
            {text}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}

/** Each person whose name a list shows is a look, once. */
export function noteRideLooks(c: PageContext, route: string, lists: readonly RideList[]): void {
  const looks = new Map([
    ...lists.flatMap(({ gone }) => gone.map(({ leg }) => [leg.personId, null] as const)),
    ...lists.flatMap(({ rows }) => rows.map(({ leg, caseId }) => [leg.personId, caseId] as const)),
  ])
  noteLooks(
    c,
    route,
    [...looks].map(([personId, caseId]) => ({ personId, caseId })),
  )
}
