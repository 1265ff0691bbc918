/**
 * Room, use and waiting, of the whole municipality: sums, and nobody's name. They inform whoever plans (K1.0-1): no page that
 * decides leads here or reads any of it, which `test/rules/capacity.test.ts` holds.
 */
import { addDays, addMonths, mondayOf, weekday } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { daysToStart, type RoomOnDay, roomByDay, waitingToStart } from '../../store/capacity.ts'
import { read } from '../../store/connection.ts'
import { plainDay, weekdayName } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Alert, Table } from '../ui/parts.tsx'
import { capacityWords } from './words.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** “12 af 15”, and in words when that is more than there is room for. */
export function roomInWords(c: PageContext, room: RoomOnDay | undefined): string {
  const t = capacityWords(c.language)
  if (room === undefined) return ''
  if (room.shut) return t.shut
  if (room.places === null) return t.untold(room.used)
  const over = room.used - room.places
  return over > 0 ? `${t.of(room.used, room.places)}, ${t.over(over)}` : t.of(room.used, room.places)
}

export async function showCapacity(c: PageContext): Promise<Response> {
  const t = capacityWords(c.language)
  const { providers } = currentStandard(c.municipality)
  const monday = mondayOf(c.today)
  const since = addMonths(c.today, -12)
  const { rooms, waiting, toStart } = await read(c.house.db, c.scope, async (tx) => {
    const asked = { providers: providers.map(({ id }) => id), from: monday, to: addDays(monday, 6) }
    const [rooms, waiting, toStart] = await Promise.all([
      roomByDay(tx, asked),
      waitingToStart(tx, c.today),
      daysToStart(tx, { from: since, to: c.today }),
    ])
    return { rooms, waiting, toStart }
  })
  // A weekend when nobody is there, and nobody could be, is no column.
  const shown = weekdays.filter(
    (day) => day <= 5 || rooms.some((r) => weekday(r.day) === day && (r.used > 0 || (r.places ?? 0) > 0)),
  )
  const nameOf = ({ providerId, all }: (typeof waiting | typeof toStart)[number]) =>
    all ? t.all : providerId === null ? t.seeking : c.municipality.providerName(providerId)
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <Alert kind="info">
        <p>{t.lead}</p>
      </Alert>
      <h2>{t.thisWeek(plainDay(monday, c.language))}</h2>
      <p>{t.thisWeekText}</p>
      <Table
        caption={t.thisWeek(plainDay(monday, c.language))}
        rows={providers}
        empty=""
        columns={[
          {
            heading: t.provider,
            title: t.provider,
            cell: ({ id, name }) => <a href={`/myndighed/kapacitet/${id}`}>{name}</a>,
          },
          ...shown.map((day) => ({
            heading: weekdayName(day, c.language),
            title: weekdayName(day, c.language),
            cell: ({ id }: (typeof providers)[number]) =>
              roomInWords(
                c,
                rooms.find((r) => r.providerId === id && weekday(r.day) === day),
              ),
          })),
        ]}
      />
      <h2>{t.waiting}</h2>
      <p>{t.waitingText}</p>
      <Table
        caption={t.waiting}
        rows={waiting}
        empty={<p>{t.nobodyWaits}</p>}
        columns={[
          { heading: t.provider, title: t.provider, cell: nameOf },
          { heading: t.waits, title: t.waits, cell: ({ count }) => String(count) },
          { heading: t.agreed, title: t.agreed, cell: ({ agreed }) => String(agreed) },
          { heading: t.median, title: t.median, cell: ({ median }) => t.days(median) },
          { heading: t.longest, title: t.longest, cell: ({ longest }) => t.days(longest) },
        ]}
      />
      <h2>{t.toStart}</h2>
      <p>{t.toStartText(plainDay(since, c.language))}</p>
      <Table
        caption={t.toStart}
        rows={toStart}
        empty={<p>{t.nobodyBegan}</p>}
        columns={[
          { heading: t.provider, title: t.provider, cell: nameOf },
          { heading: t.began, title: t.began, cell: ({ count }) => String(count) },
          { heading: t.half, title: t.half, cell: ({ median }) => t.days(median) },
          { heading: t.nine, title: t.nine, cell: ({ p90 }) => t.days(p90) },
        ]}
      />
    </>,
  )
}
