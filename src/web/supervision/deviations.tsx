/** Looks that stand out: at cases of another unit, at night, at somebody of the same name, and those that were refused. */
import { read } from '../../store/connection.ts'
import { countDeviations, type Deviation, deviations, logPage } from '../../store/supervision.ts'
import { listUsers } from '../../store/users.ts'
import { autosaves } from '../autosaves.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Select, Submit } from '../ui/fields.tsx'
import { LinkButton, Tabs } from '../ui/parts.tsx'
import { daysOf, periodAsked, periodOptions, periodSlugs, SupervisionTabs } from './frame.tsx'
import { cursorOf, LookTable, logPageSize, moreHref } from './log.tsx'
import { supervisionWords } from './words.ts'

const path = '/tilsyn/afvigelser'
const slugs = {
  unrelated: 'anden-enhed',
  night: 'nat',
  sameName: 'samme-navn',
  refused: 'afvist',
} as const satisfies Record<Deviation, string>

export async function showDeviations(c: PageContext): Promise<Response> {
  const t = supervisionWords(c.language)
  const period = periodAsked(c.query.get('periode'), 'month')
  const kind = deviations.find((name) => slugs[name] === c.query.get('vis')) ?? 'unrelated'
  const days = daysOf(period, c.today)
  const { lines, users, counts } = await read(c.house.db, c.scope, async (tx) => ({
    counts: await countDeviations(tx, days, autosaves),
    lines: await logPage(
      tx,
      { ...days, deviation: kind },
      { limit: logPageSize, after: cursorOf(c.query.get('efter')) },
      autosaves,
    ),
    users: await listUsers(tx),
  }))
  const last = lines.length === logPageSize ? lines.at(-1) : undefined
  const queryOf = (name: Deviation) => new URLSearchParams({ periode: periodSlugs[period], vis: slugs[name] })
  return html(
    c,
    t.deviations,
    <>
      <h1>{t.deviations}</h1>
      <SupervisionTabs c={c} current="/afvigelser" />
      <p>{t.deviationLead}</p>
      <form method="get" action={path} class="hv-filter">
        <input type="hidden" name="vis" value={slugs[kind]} />
        <Select name="periode" label={t.when} options={periodOptions(c)} value={periodSlugs[period]} />
        <Submit look="secondary">{t.filter}</Submit>
      </form>
      <Tabs
        label={t.deviations}
        tabs={deviations.map((name) => ({
          href: `${path}?${queryOf(name)}`,
          text: t.kinds[name],
          count: counts[name],
          current: name === kind,
        }))}
      />
      <h2>{t.kinds[kind]}</h2>
      <LookTable c={c} lines={lines} users={users} caption={t.kinds[kind]} />
      {last && (
        <LinkButton href={moreHref(path, queryOf(kind), last)} look="secondary">
          {t.more}
        </LinkButton>
      )}
    </>,
  )
}
