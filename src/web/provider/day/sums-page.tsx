/** A month's attendance at a provider, person by person, and as a file for a spreadsheet. */
import { addDays, addMonths, type CalendarDay, earliest, findDay } from '../../../domain/time/calendar-day.ts'
import { type AttendanceSum, sumAttendance } from '../../../store/absences.ts'
import { read } from '../../../store/connection.ts'
import type { Language } from '../../i18n/messages.ts'
import type { PageContext } from '../../platform/context.ts'
import { csvOf } from '../../platform/csv.ts'
import { errorPage } from '../../platform/error-page.tsx'
import { noteLooks } from '../../platform/looks.ts'
import { file, html } from '../../platform/respond.tsx'
import { Submit } from '../../ui/fields.tsx'
import { BackLink, LinkButton, Table } from '../../ui/parts.tsx'
import { dayWords } from './words.ts'

type Month = { readonly month: string; readonly sums: readonly AttendanceSum[] }

/** The month asked for, else the one it is: up to today, since what is to come is nobody's absence. */
async function readMonth(c: PageContext, route: string): Promise<Month | undefined> {
  const { provider } = c.asking.subject
  if (provider === undefined) return undefined
  const from = findDay(`${c.query.get('maaned') ?? ''}-01`) ?? firstOf(c.today)
  const to = earliest(addDays(addMonths(from, 1), -1), c.today)
  const sums = await read(c.house.db, c.scope, (tx) => sumAttendance(tx, provider, { from, to }))
  noteLooks(c, route, sums)
  return { month: from.slice(0, 7), sums }
}

const firstOf = (day: CalendarDay): CalendarDay => findDay(`${day.slice(0, 7)}-01`) ?? day

const columnsOf = (language: Language) => {
  const t = dayWords(language)
  return [
    [t.sumExpected, (s: AttendanceSum) => s.expected],
    [t.sumCame, (s: AttendanceSum) => s.came],
    [t.sumExtra, (s: AttendanceSum) => s.extra],
    [t.sumCancelled, (s: AttendanceSum) => s.cancelled],
    [t.sumNoShow, (s: AttendanceSum) => s.noShow],
    [t.sumClosed, (s: AttendanceSum) => s.offerClosed],
    [t.sumRide, (s: AttendanceSum) => s.transportFailed],
    [t.sumUnknown, (s: AttendanceSum) => s.unknown],
  ] as const
}

const nameOf = ({ givenName, familyName }: AttendanceSum, language: Language): string =>
  givenName === null ? dayWords(language).unknownName : `${givenName} ${familyName ?? ''}`.trim()

export async function sums(c: PageContext): Promise<Response> {
  const found = await readMonth(c, 'provider.attendance')
  if (found === undefined) return errorPage(c, 404)
  const t = dayWords(c.language)
  const title = t.sumsTitle(found.month)
  return html(
    c,
    title,
    <>
      <BackLink href="/tilbud/i-dag" language={c.language} />
      <h1>{title}</h1>
      <form method="get" action="/tilbud/fremmoede">
        <div class="form-group">
          <label class="form-label" for="maaned">
            {t.month}
          </label>
          <input
            class="form-input input-char-11"
            id="maaned"
            name="maaned"
            type="month"
            value={found.month}
            autocomplete="off"
          />
        </div>
        <Submit>{t.showMonth}</Submit>
      </form>
      <p>{t.unknownHint}</p>
      <Table
        caption={title}
        rows={found.sums}
        empty={<p>{t.noSums}</p>}
        columns={[
          { heading: t.name, title: t.name, cell: (s) => nameOf(s, c.language) },
          ...columnsOf(c.language).map(([heading, cell]) => ({ heading, title: heading, cell })),
        ]}
      />
      {found.sums.length > 0 && (
        <LinkButton look="secondary" href={`/tilbud/fremmoede/csv?maaned=${found.month}`}>
          {t.csv}
        </LinkButton>
      )}
    </>,
  )
}

export async function sumsFile(c: PageContext): Promise<Response> {
  const found = await readMonth(c, 'provider.attendance.csv')
  if (found === undefined) return errorPage(c, 404)
  const columns = columnsOf(c.language)
  return file(
    csvOf([
      [dayWords(c.language).name, ...columns.map(([heading]) => heading)],
      ...found.sums.map((sum) => [nameOf(sum, c.language), ...columns.map(([, value]) => value(sum))]),
    ]),
    'text/csv; charset=utf-8',
    `fremmoede-${found.month}.csv`,
    'attachment',
  )
}
