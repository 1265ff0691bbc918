/** The provider's week (T3): the days across, the groups down; on a narrow screen each group's days below each other. */
import type { Child } from 'hono/jsx'
import type { OfferDay } from '../../domain/attendance/offer.ts'
import { addDays, type CalendarDay, findDay, mondayOf } from '../../domain/time/calendar-day.ts'
import { plainDay, shortDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { errorPage } from '../platform/error-page.tsx'
import { html } from '../platform/respond.tsx'
import { LinkButton, Table } from '../ui/parts.tsx'
import { ProviderTabs } from './lists.tsx'
import { type Coming, readWeek, type Week } from './read-week.ts'
import { weekHref, weekWords } from './week-words.ts'

type Line = {
  readonly title: string
  readonly cell: (day: CalendarDay) => ReturnType<typeof People> | string
}

export async function showWeek(c: PageContext): Promise<Response> {
  const asked = c.query.get('fra')
  const day = asked === null ? c.today : findDay(asked)
  const week = day && (await readWeek(c, mondayOf(day)))
  if (day === undefined || week === undefined) return errorPage(c, 404)
  const t = weekWords(c.language)
  const monday = mondayOf(day)
  const title = t.title(plainDay(monday, c.language))
  return html(
    c,
    title,
    <>
      <h1>{title}</h1>
      <ProviderTabs c={c} current="/uge" />
      <p>{t.lead}</p>
      <Table
        caption={t.who}
        rows={linesOf(c, week)}
        empty={<p>{t.empty}</p>}
        columns={[
          { heading: t.group, title: t.group, cell: (line) => line.title },
          ...week.days.map((on) => ({
            heading: shortDay(on, c.language),
            title: shortDay(on, c.language),
            cell: (line: Line) => line.cell(on),
          })),
        ]}
      />
      {week.withoutSchedule.length > 0 && (
        <>
          <h2>{t.noSchedule}</h2>
          <ul>
            {week.withoutSchedule.map((person) => (
              <li>{nameOf(c, person)}</li>
            ))}
          </ul>
        </>
      )}
      <ul class="hv-actions no-max-width">
        <li>
          <LinkButton look="secondary" href={weekHref(addDays(monday, -7), c.today)}>
            {t.before}
          </LinkButton>
        </li>
        {monday !== mondayOf(c.today) && (
          <li>
            <LinkButton look="secondary" href="/tilbud/uge">
              {t.now}
            </LinkButton>
          </li>
        )}
        <li>
          <LinkButton look="secondary" href={weekHref(addDays(monday, 7), c.today)}>
            {t.after}
          </LinkButton>
        </li>
      </ul>
    </>,
  )
}

/** A line for each group, and one for what goes on; none when there is nothing in the week. */
function linesOf(c: PageContext, week: Week): readonly Line[] {
  const t = weekWords(c.language)
  const groups = week.groups.map(
    (group): Line => ({
      title: group?.name ?? t.noGroup,
      cell: (day) => {
        const { offer, people } = week.cell(group?.groupId, day)
        return offer.open ? <People c={c} people={people} /> : whyClosed(c, offer)
      },
    }),
  )
  const isBusy = week.days.some((day) => week.activities(day).length > 0)
  const activities: Line = {
    title: t.activities,
    cell: (day) => {
      const slots = week.activities(day)
      return slots.length === 0 ? (
        '–'
      ) : (
        <Items
          items={slots.map(({ time, what }) => (
            <>
              <span class="hv-time">{time}</span> {what}
            </>
          ))}
        />
      )
    },
  }
  return isBusy ? [...groups, activities] : groups
}

function whyClosed(c: PageContext, offer: Exclude<OfferDay, { open: true }>): string {
  const t = weekWords(c.language)
  if (offer.fact === undefined) return t.closed(t.holiday)
  return offer.because === 'staffShortage' ? t.short(offer.fact.reason) : t.closed(offer.fact.reason)
}

const nameOf = (
  c: PageContext,
  { givenName, familyName }: { readonly givenName: string | null; readonly familyName: string | null },
): string => [givenName, familyName].filter(Boolean).join(' ') || weekWords(c.language).unknownName

const Items = ({ items }: { readonly items: readonly Child[] }) => (
  <ul class="nobullet-list">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)

function People({ c, people }: { readonly c: PageContext; readonly people: readonly Coming[] }) {
  const t = weekWords(c.language)
  if (people.length === 0) return <>{t.nobody}</>
  return (
    <Items
      items={people.map((one) => {
        return (
          <>
            {nameOf(c, one)} <span class="hv-time">{`${one.starts}–${one.ends}`}</span>
            {one.cancelled && ` (${t.cancelled})`}
          </>
        )
      })}
    />
  )
}
