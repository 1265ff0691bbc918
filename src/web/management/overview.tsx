/** The manager's front page: what lies with nobody, what is late, and how the cases lie among the caseworkers. */
import { loadMunicipalityStream } from '../../casework/municipality.ts'
import type { UnitId } from '../../domain/identity.ts'
import { findAdoption } from '../../domain/standard/municipality.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { type Caseload, caseloads } from '../../store/caseload.ts'
import { read } from '../../store/connection.ts'
import { listUsers, type StaffUser } from '../../store/users.ts'
import { countClauses, countWorklist } from '../../store/worklist.ts'
import { shortDay } from '../i18n/dates.ts'
import type { PageContext } from '../platform/context.ts'
import { html } from '../platform/respond.tsx'
import { LinkButton, StatusMarker, Table } from '../ui/parts.tsx'
import { clauseGroups, clausesIn } from './clause-rows.ts'
import { ManagementTabs } from './frame.tsx'
import { ownTasks } from './own-duties.tsx'
import { managementWords } from './words.ts'

/** Who can be given a case: the unit's own active caseworkers. */
export const caseworkersOf = (users: readonly StaffUser[], unit: UnitId | undefined): readonly StaffUser[] =>
  users.filter((u) => u.active && u.roles.includes('caseworker') && (unit === undefined || u.unit === unit))

const none = { open: 0, overdue: 0, nextDueOn: null } as const

export type CaseloadRow = Omit<Caseload, 'userId'> & Pick<StaffUser, 'userId' | 'name'>

/** Everybody who can be given cases, those without any too, and whoever still has some. */
export function caseloadRows(
  loads: readonly Caseload[],
  users: readonly StaffUser[],
  unit: UnitId | undefined,
): readonly CaseloadRow[] {
  const loadOf = (user: StaffUser) => loads.find((l) => l.userId === user.userId)
  const own = new Set(caseworkersOf(users, unit).map((u) => u.userId))
  return users
    .filter((user) => own.has(user.userId) || loadOf(user) !== undefined)
    .map((user) => ({ ...none, ...loadOf(user), userId: user.userId, name: user.name }))
}

export async function overview(c: PageContext): Promise<Response> {
  const t = managementWords(c.language)
  const { unit } = c.asking.subject
  const { loads, users, clauses, own, adopted } = await read(c.house.db, c.scope, async (tx) => {
    const [loads, users, clauses, own, { file }] = await Promise.all([
      caseloads(tx, { unit, today: c.today }),
      listUsers(tx),
      countClauses(tx, c.today),
      countWorklist(tx, { today: c.today, actors: ['management'], tasks: ownTasks }),
      loadMunicipalityStream(tx),
    ])
    const { id, version } = currentStandard(c.municipality)
    return { loads, users, clauses, own, adopted: findAdoption(file, id, version) !== undefined }
  })
  const unassigned = loads.find((l) => l.userId === null)?.open ?? 0
  const overdue = loads.reduce((sum, l) => sum + l.overdue, 0)
  const numbers = [
    { text: t.unassigned, value: unassigned, href: '/ledelse/fordeling' },
    { text: t.overdue, value: overdue, href: '/ledelse/fordeling?visning=over-fristen' },
    {
      text: t.brokenPromises,
      value: clausesIn(clauseGroups(c.municipality, clauses), 'broken'),
      href: '/ledelse/loefter?vis=brudt',
    },
    { text: t.openDuties, value: own.open + (adopted ? 0 : 1), href: '/ledelse/kommunen' },
  ]
  return html(
    c,
    t.overview,
    <>
      <h1>{t.overview}</h1>
      <ManagementTabs c={c} current="" />
      <ul class="hv-numbers no-max-width">
        {numbers.map(({ text, value, href }) => (
          <li>
            <a href={href}>
              <strong>{value}</strong>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <div class="hv-actions">
        <LinkButton href="/ledelse/fordeling">{t.assignCases}</LinkButton>
      </div>
      <h2>{t.perCaseworker}</h2>
      <Table
        caption={t.perCaseworker}
        rows={caseloadRows(loads, users, unit)}
        empty={<p>{t.noCaseworkers}</p>}
        columns={[
          {
            heading: t.caseworker,
            title: t.caseworker,
            cell: ({ userId, name }) => <a href={`/ledelse/fordeling?hos=${userId}`}>{name}</a>,
          },
          { heading: t.open, title: t.open, cell: ({ open }) => String(open) },
          {
            heading: t.overdue,
            title: t.overdue,
            cell: ({ overdue: late }) =>
              late > 0 ? (
                <StatusMarker marker={{ kind: 'overdue', shape: 'square', words: String(late) }} />
              ) : (
                '0'
              ),
          },
          {
            heading: t.nextDue,
            title: t.nextDue,
            cell: ({ nextDueOn }) => (nextDueOn ? shortDay(nextDueOn, c.language) : '–'),
          },
        ]}
      />
      <ul>
        <li>
          <a href="/myndighed/opgaver?visning=team&hvornaar=overskredet">{t.teamTasks}</a>
        </li>
        <li>
          <a href="/myndighed/opgaver?visning=ufordelt">{t.unassignedTasks}</a>
        </li>
        <li>
          <a href="/myndighed/kapacitet">{t.capacity}</a>
        </li>
      </ul>
    </>,
  )
}
