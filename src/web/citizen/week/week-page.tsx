/** The citizen's week: today first, then the days as a list, with picture and word. Also on paper. */

import { plainDay } from '../../i18n/dates.ts'
import type { PageContext } from '../../platform/context.ts'
import { html } from '../../platform/respond.tsx'
import { Alert, BackLink, LinkButton, Table } from '../../ui/parts.tsx'
import type { PictureName } from '../../ui/pictograms.ts'
import { Picture } from '../../ui/picture.tsx'
import { planMessages } from '../plan-messages.ts'
import { type DayView, presentWeek, type TimeView } from './present.ts'
import { readWeek, type Week } from './read-week.ts'
import { weekMessages } from './words.ts'

export async function showWeek(c: PageContext): Promise<Response> {
  const t = weekMessages(c.language)
  const week = await readWeek(c)
  const { today, ahead } = presentWeek(c, week)
  return html(
    c,
    t.title,
    <>
      <BackLink href="/borger" language={c.language} />
      <h1>{t.title}</h1>
      {week.places.length === 0 ? (
        <>
          <p class="font-lead">{t.empty}</p>
          <p>{t.emptyWhy}</p>
        </>
      ) : (
        <>
          <Unplanned c={c} week={week} />
          <section class="hv-next">
            <h2>{today.title}</h2>
            {today.times.length === 0 && <p>{t.nothingToday}</p>}
            {today.times.map((time) => (
              <Time c={c} time={time} first />
            ))}
          </section>
          <h2>{t.ahead}</h2>
          {ahead.length === 0 && <p>{t.noneAhead}</p>}
          {ahead.map((day) => (
            <section class="hv-card">
              <h3>{day.title}</h3>
              {day.times.map((time) => (
                <Time c={c} time={time} on={day.title} />
              ))}
            </section>
          ))}
        </>
      )}
      <h2>{t.more}</h2>
      <ul class="hv-links">
        {(
          [
            ['/borger/plan', 'here', planMessages(c.language).title],
            ['/borger/tilbud', 'place', t.yourPlace],
            ['/borger/beskeder', 'message', t.messages],
            ['/borger/uge/print', 'print', t.print],
            ['/borger/uge/kalender', 'day', t.calendar],
          ] as const
        ).map(([href, picture, text]) => (
          <li>
            <a href={href}>
              <Picture name={picture} />
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>,
  )
}

function Unplanned({ c, week }: { readonly c: PageContext; readonly week: Week }) {
  const t = weekMessages(c.language)
  const unplanned = week.places.filter((p) => !p.hasSchedule)
  return (
    <>
      {unplanned.map(({ name }) => (
        <Alert kind="info">
          <p>{t.noSchedule(name)}</p>
        </Alert>
      ))}
    </>
  )
}

function Line({ picture, children }: { readonly picture: PictureName; readonly children?: unknown }) {
  return (
    <p class="hv-pictured">
      <Picture name={picture} />
      <span>{children}</span>
    </p>
  )
}

function Time({
  c,
  time,
  first = false,
  on,
}: {
  readonly c: PageContext
  readonly time: TimeView
  /** Of today: what one is here for stands out. */
  readonly first?: boolean
  /** The day, for whoever hears the button alone. */
  readonly on?: string
}) {
  const t = weekMessages(c.language)
  return (
    <div class="hv-appointment">
      {time.note && (
        <Line picture={time.note.picture}>
          <strong>{time.note.text}</strong> <span lang="da">{time.note.why}</span>
        </Line>
      )}
      <Line picture="time">
        {time.time}. {time.part}.
      </Line>
      <Line picture="place">{time.place}</Line>
      {time.ride && <Line picture="ride">{time.ride}</Line>}
      {time.contact && <Line picture="person">{time.contact}</Line>}
      {time.sayOff && (
        <LinkButton href={time.sayOff.href} look={first && !time.sayOff.undo ? 'primary' : 'secondary'}>
          {time.sayOff.undo ? t.undo : t.notComing}
          {on && <span class="sr-only"> {on}</span>}
        </LinkButton>
      )}
    </div>
  )
}

type Row = { readonly day: DayView; readonly time: TimeView; readonly first: boolean }

/** The same days as a sheet for the door of the fridge. */
export async function printWeek(c: PageContext): Promise<Response> {
  const t = weekMessages(c.language)
  const week = await readWeek(c)
  const { today, ahead } = presentWeek(c, week)
  const rows = [today, ...ahead].flatMap((day) =>
    day.times.map((time, index): Row => ({ day, time, first: index === 0 })),
  )
  const phones = [...new Set(week.places.flatMap((p) => p.contact?.phone ?? p.phone ?? []))]
  return html(
    c,
    t.printTitle,
    <div class="hv-sheet">
      <BackLink href="/borger/uge" language={c.language} />
      <h1>{t.title}</h1>
      <Table
        caption={t.title}
        rows={rows}
        empty={<p>{t.empty}</p>}
        columns={[
          { heading: t.columns.day, title: t.columns.day, cell: ({ day }) => day.title },
          {
            heading: t.columns.time,
            title: t.columns.time,
            cell: ({ time }) => (time.note ? `${time.note.text} (${time.time})` : time.time),
          },
          { heading: t.columns.place, title: t.columns.place, cell: ({ time }) => time.place },
          { heading: t.columns.ride, title: t.columns.ride, cell: ({ time }) => rideOf(c, time) },
          {
            heading: t.columns.contact,
            title: t.columns.contact,
            cell: ({ time }) => time.contact ?? '–',
          },
        ]}
      />
      {phones.map((phone) => (
        <p>{t.callIfNot(phone)}</p>
      ))}
      <p>{t.printed(plainDay(c.today, c.language))}</p>
    </div>,
  )
}

const rideOf = (c: PageContext, time: TimeView): string =>
  time.ride ??
  (time.note?.picture === 'off' || time.note?.picture === 'closed' ? '–' : weekMessages(c.language).noRide)
