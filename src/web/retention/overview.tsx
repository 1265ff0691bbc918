/** Closed cases by what has to be done about them: what is due, what is held and why, and what was erased. */
import type { Child } from 'hono/jsx'
import { mayEver } from '../../domain/access/permissions.ts'
import type { ErasureObstacle } from '../../domain/case/retention/about.ts'
import { addMonths, type CalendarDay } from '../../domain/time/calendar-day.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { read } from '../../store/connection.ts'
import type { RetentionRow } from '../../store/projection-rows.ts'
import { heldCases, type KeptCase, keptCases, type Tombstone, tombstones } from '../../store/retention.ts'
import { listUsers } from '../../store/users.ts'
import { adminPage } from '../admin/frame.tsx'
import { plainDay } from '../i18n/dates.ts'
import { ManagementTabs } from '../management/frame.tsx'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { Alert, type Column, Table } from '../ui/parts.tsx'
import { retentionWords } from './words.ts'

const listed = 100
/** How long before its time a case comes up here. */
const aheadMonths = 6

export const keptHref = (caseNumber: string): string => `/myndighed/sager/${caseNumber}/opbevaring`

/** The page of all of them, in the face of whoever looks. */
export const retentionHref = ({ asking }: Pick<PageContext, 'asking'>): string =>
  mayEver('viewUsers', asking.subject) ? '/admin/opbevaring' : '/ledelse/opbevaring'

/** A page of theirs, in that face. */
export const retentionPage = (c: PageContext, title: string, body: Child, status?: number): Response =>
  mayEver('viewUsers', c.asking.subject)
    ? adminPage(c, 'retention', title, body, status)
    : html(
        c,
        title,
        <>
          <h1>{title}</h1>
          <ManagementTabs c={c} current="/opbevaring" />
          {body}
        </>,
        status,
      )

/** As the domain's own gate says it, from the row alone. */
export function stateOf(row: RetentionRow, today: CalendarDay): ErasureObstacle | 'ready' {
  if (row.holds.length > 0) return 'held'
  if (row.deliveredOn === null) return 'notDelivered'
  if (row.keptUntil > today) return 'tooEarly'
  return row.approvedOn === null ? 'notApproved' : 'ready'
}

export async function showRetention(c: PageContext): Promise<Response> {
  const say = retentionWords(c.language)
  const { erasuresPerDay, retentionMonths } = currentStandard(c.municipality).parameters
  const [due, held, erased, users] = await read(c.house.db, c.scope, (tx) =>
    Promise.all([
      keptCases(tx, addMonths(c.today, aheadMonths), listed),
      heldCases(tx, listed),
      tombstones(tx, listed),
      listUsers(tx),
    ]),
  )
  const day = (of: CalendarDay) => plainDay(of, c.language)
  const number: Column<KeptCase> = {
    heading: say.caseNumber,
    title: say.caseNumber,
    cell: ({ caseNumber }) => <a href={keptHref(caseNumber)}>{caseNumber}</a>,
  }
  const times: readonly Column<KeptCase>[] = [
    { heading: say.closedOn, title: say.closedOn, cell: ({ closedOn }) => day(closedOn) },
    { heading: say.keptUntil, title: say.keptUntil, cell: ({ keptUntil }) => day(keptUntil) },
  ]
  const nameOf = (userId: string): string => users.find((u) => u.userId === userId)?.name ?? userId
  return retentionPage(
    c,
    say.title,
    <>
      <p>{say.lead(retentionMonths.value, erasuresPerDay.value)}</p>
      {!c.configuration.erases && <Alert kind="warning">{say.notSetUp}</Alert>}
      <h2>{say.due}</h2>
      {due.length === listed && <p>{say.most(listed)}</p>}
      <Table
        caption={say.due}
        rows={due}
        empty={<p>{say.noneDue}</p>}
        columns={[
          number,
          ...times,
          { heading: say.state, title: say.state, cell: (row) => say.states[stateOf(row, c.today)] },
        ]}
      />
      <h2>{say.held}</h2>
      <Table
        caption={say.held}
        rows={held}
        empty={<p>{say.noneHeld}</p>}
        columns={[
          number,
          ...times,
          {
            heading: say.why,
            title: say.why,
            cell: ({ holds }) => [...new Set(holds)].map((hold) => say.holds[hold]).join('; '),
          },
        ]}
      />
      <h2>{say.erased}</h2>
      <Table
        caption={say.erased}
        rows={erased}
        empty={<p>{say.noneErased}</p>}
        columns={stoneColumns(c, nameOf)}
      />
    </>,
  )
}

function stoneColumns(c: PageContext, nameOf: (userId: string) => string): readonly Column<Tombstone>[] {
  const say = retentionWords(c.language)
  const day = (of: CalendarDay) => plainDay(of, c.language)
  return [
    { heading: say.caseNumber, title: say.caseNumber, cell: ({ caseNumber }) => caseNumber },
    { heading: say.erasedOn, title: say.erasedOn, cell: ({ erasedOn }) => day(erasedOn) },
    { heading: say.reference, title: say.reference, cell: ({ reference }) => reference },
    { heading: say.approvedBy, title: say.approvedBy, cell: ({ approvedBy }) => nameOf(approvedBy) },
    {
      heading: say.counts,
      title: say.counts,
      cell: ({ erased }) =>
        Object.entries(erased)
          .map(([kind, count]) => `${count} ${say.kinds[kind] ?? kind}`)
          .join(', '),
    },
  ]
}
