/** The access log of the municipality: who, what, when and why; filtered and read page by page in SQL. */
import { UserId } from '../../domain/identity.ts'
import { read } from '../../store/connection.ts'
import { type LogCursor, type LogFilter, type LogLine, logPage } from '../../store/supervision.ts'
import { listUsers, type StaffUser } from '../../store/users.ts'
import { autosaves } from '../autosaves.ts'
import { actionNames, roleNames } from '../i18n/action-words.ts'
import { dayAndTime } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { csvOf } from '../platform/csv.ts'
import { file, html } from '../platform/respond.tsx'
import { Select, Submit } from '../ui/fields.tsx'
import { LinkButton, Table } from '../ui/parts.tsx'
import { daysOf, periodAsked, periodOptions, periodSlugs, SupervisionTabs } from './frame.tsx'
import { supervisionWords } from './words.ts'

export const logPageSize = 100
const fileSize = 20_000
const outcomeSlugs = { allowed: 'givet', refused: 'afvist' } as const
const outcomes = ['allowed', 'refused'] as const

type Asked = { readonly filter: LogFilter; readonly query: URLSearchParams }

function askedOf(c: PageContext): Asked {
  const period = periodAsked(c.query.get('periode'), 'week')
  const user = UserId.safeParse(c.query.get('hvem'))
  const outcome = outcomes.find((name) => outcomeSlugs[name] === c.query.get('adgang'))
  const withPurpose = c.query.get('formaal') === 'ja'
  return {
    filter: {
      ...daysOf(period, c.today),
      ...(user.success && { userId: user.data }),
      ...(outcome && { outcome }),
      withPurpose,
    },
    query: new URLSearchParams({
      periode: periodSlugs[period],
      ...(user.success && { hvem: user.data }),
      ...(outcome && { adgang: outcomeSlugs[outcome] }),
      ...(withPurpose && { formaal: 'ja' }),
    }),
  }
}

export function cursorOf(text: string | null): LogCursor | undefined {
  const [at, id] = (text ?? '').split('~')
  return at && id && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : undefined
}

export const moreHref = (path: string, query: URLSearchParams, last: LogLine): string =>
  `${path}?${new URLSearchParams([...query, ['efter', `${last.at}~${last.id}`]])}`

export async function showLog(c: PageContext): Promise<Response> {
  const t = supervisionWords(c.language)
  const { filter, query } = askedOf(c)
  const { lines, users } = await read(c.house.db, c.scope, async (tx) => ({
    lines: await logPage(
      tx,
      filter,
      { limit: logPageSize, after: cursorOf(c.query.get('efter')) },
      autosaves,
    ),
    users: await listUsers(tx),
  }))
  const last = lines.length === logPageSize ? lines.at(-1) : undefined
  return html(
    c,
    t.log,
    <>
      <h1>{t.log}</h1>
      <SupervisionTabs c={c} current="/log" />
      <form method="get" action="/tilsyn/log" class="hv-filter">
        <Select
          name="periode"
          label={t.when}
          options={periodOptions(c)}
          value={query.get('periode') ?? undefined}
        />
        <Select
          name="hvem"
          label={t.who}
          empty={t.anyone}
          options={users.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={filter.userId}
        />
        <Select
          name="adgang"
          label={t.result}
          empty={t.any}
          options={outcomes.map((name) => ({ value: outcomeSlugs[name], label: t.outcomes[name] }))}
          value={query.get('adgang') ?? undefined}
        />
        <Select
          name="formaal"
          label={t.onlyPurpose}
          empty={t.any}
          options={[{ value: 'ja', label: t.withPurpose }]}
          value={query.get('formaal') ?? undefined}
        />
        <Submit look="secondary">{t.filter}</Submit>
      </form>
      <p>{t.autosaves}</p>
      <LookTable c={c} lines={lines} users={users} caption={t.log} />
      {last && (
        <LinkButton href={moreHref('/tilsyn/log', query, last)} look="secondary">
          {t.more}
        </LinkButton>
      )}
      {lines.length > 0 && (
        <p>
          <a href={`/tilsyn/log/fil?${query}`}>{t.csv}</a>
        </p>
      )}
    </>,
  )
}

/** A member of staff by name, a citizen by what they are: whom a look was at is seen on the case, which is logged. */
const whoOf = (c: PageContext, { actor }: LogLine, users: readonly StaffUser[]): string => {
  if (actor.kind === 'staff') return users.find((u) => u.userId === actor.userId)?.name ?? actor.userId
  return actor.kind === 'citizen' ? roleNames(c.language).citizen : actor.name
}

const actOf = (c: PageContext, { route }: LogLine): string => {
  const action = c.actionAt(route)
  return action === undefined || action === 'public' || action === 'signedIn'
    ? route
    : actionNames(c.language)[action]
}

export function LookTable({
  c,
  lines,
  users,
  caption,
}: {
  readonly c: PageContext
  readonly lines: readonly LogLine[]
  readonly users: readonly StaffUser[]
  readonly caption: string
}) {
  const t = supervisionWords(c.language)
  return (
    <Table
      caption={caption}
      rows={lines}
      empty={<p>{t.noLooks}</p>}
      columns={[
        {
          heading: t.when,
          title: t.when,
          sorted: 'descending',
          cell: ({ at }) => dayAndTime(at, c.language),
        },
        { heading: t.who, title: t.who, cell: (line) => whoOf(c, line, users) },
        { heading: t.did, title: t.did, cell: (line) => actOf(c, line) },
        { heading: t.case, title: t.case, cell: ({ caseNumber }) => caseNumber ?? '–' },
        { heading: t.onlyPurpose, title: t.onlyPurpose, cell: ({ purpose }) => purpose ?? '–' },
        { heading: t.result, title: t.result, cell: ({ outcome }) => t.outcomes[outcome] },
      ]}
    />
  )
}

export async function logFile(c: PageContext): Promise<Response> {
  const t = supervisionWords(c.language)
  const { filter, query } = askedOf(c)
  const { lines, users } = await read(c.house.db, c.scope, async (tx) => ({
    lines: await logPage(tx, filter, { limit: fileSize }, autosaves),
    users: await listUsers(tx),
  }))
  const rows = lines.map((line) => [
    line.at,
    whoOf(c, line, users),
    actOf(c, line),
    line.route,
    line.caseNumber,
    line.purpose,
    t.outcomes[line.outcome],
  ])
  const head = [t.when, t.who, t.did, 'id', t.case, t.onlyPurpose, t.result]
  const name = `${t.fileName}-${query.get('periode')}.csv`
  return file(csvOf([head, ...rows]), 'text/csv; charset=utf-8', name, 'attachment')
}
