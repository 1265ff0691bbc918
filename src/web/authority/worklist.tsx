/** The worklist: obligations that are mine, my team's, nobody's, or others' towards us. Nothing on it is stored as a task. */
import type { Child } from 'hono/jsx'
import { phases } from '../../domain/case/phase.ts'
import { CaseId, type UnitId, type UserId } from '../../domain/identity.ts'
import { type Actor, type Task, tasks } from '../../domain/standard/obligation.ts'
import { addDays, type CalendarDay, findDay } from '../../domain/time/calendar-day.ts'
import { addWorkingDays } from '../../domain/time/working-days.ts'
import { currentStandard } from '../../standards/municipality.ts'
import { casesWithIds } from '../../store/cases.ts'
import { read } from '../../store/connection.ts'
import { listDrafts } from '../../store/drafts.ts'
import { unreadOfCaseworker } from '../../store/messages.ts'
import { listUsers } from '../../store/users.ts'
import {
  countWorklist,
  type WorklistCursor,
  type WorklistEntry,
  type WorklistFilter,
  worklist,
} from '../../store/worklist.ts'
import { longDay, shortDay } from '../i18n/dates.ts'
import { markerOfAsked } from '../i18n/deadline-marker.ts'
import { phaseNames } from '../i18n/phases.ts'
import { taskNames } from '../i18n/tasks.ts'
import { threadMessages } from '../messages/words.ts'
import type { PageContext } from '../platform/context.ts'
import { goesSoonOn } from '../platform/kept-form.tsx'
import { html } from '../platform/respond.tsx'
import { Select, Submit } from '../ui/fields.tsx'
import { LinkButton, StatusMarker, Table, Tabs } from '../ui/parts.tsx'
import { placeOf } from './case.tsx'
import { remandInWords } from './remand-mark.ts'
import { worklistWords as words } from './worklist-words.ts'

const views = { mine: 'mine', team: 'team', ufordelt: 'unassigned', venter: 'waiting' } as const
type View = keyof typeof views
const pageSize = 50

type Wanted = {
  readonly view: View
  readonly task: Task | undefined
  readonly dueBy: CalendarDay | undefined
  readonly dueFrom?: CalendarDay | undefined
  readonly when: string | undefined
}

function wantedOf(c: PageContext): Wanted {
  const view = (Object.keys(views) as View[]).find((v) => v === c.query.get('visning')) ?? 'mine'
  const task = tasks.find((t) => t === c.query.get('opgave'))
  const when = c.query.get('hvornaar') ?? undefined
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  const dueBy =
    when === 'overskredet'
      ? addDays(c.today, -1)
      : when === '7'
        ? addDays(c.today, 7)
        : when === 'snart'
          ? addWorkingDays(c.today, soon)
          : undefined
  return { view, task, dueBy, when, dueFrom: when === '7' ? c.today : undefined }
}

/** The authority's own obligations; waiting for others are the citizen's and the provider's towards it. */
function filterOf(c: PageContext, { view, task, dueBy, dueFrom }: Wanted): WorklistFilter {
  const mine: UserId | undefined = c.asking.subject.userId
  const unit: UnitId | undefined = c.asking.subject.unit
  const actors: readonly Actor[] = view === 'venter' ? ['citizen', 'provider'] : ['authority']
  return {
    today: c.today,
    actors,
    tasks: task ? [task] : tasks,
    ...(view === 'mine' && mine && { assignedTo: mine }),
    ...(view === 'ufordelt' && { assignedTo: null }),
    ...(view !== 'mine' && unit && { unit }),
    ...(dueBy && { dueBy }),
    ...(dueFrom && { dueFrom }),
    perTask: true,
  }
}

const href = (
  wanted: Partial<Record<'visning' | 'opgave' | 'hvornaar' | 'efter', string | undefined>>,
): string => {
  const query = new URLSearchParams(
    Object.entries(wanted).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  )
  return `/myndighed/opgaver?${query}`
}

function cursorOf(text: string | null): WorklistCursor | undefined {
  const [due, id, ...key] = (text ?? '').split('~')
  const caseId = CaseId.safeParse(id)
  return caseId.success
    ? { dueOn: findDay(due ?? '') ?? null, caseId: caseId.data, key: key.join('~') }
    : undefined
}
const cursorText = (e: WorklistEntry): string => `${e.dueOn ?? ''}~${e.caseId}~${e.key}`

/** The task leads to where it is done. */
function TaskLink({ c, entry }: { readonly c: PageContext; readonly entry: WorklistEntry }) {
  const { task, caseNumber } = entry
  if (task === null) return '–'
  const place = placeOf[task]
  const name = taskNames(c.language)[task]
  return caseNumber && place !== undefined ? (
    <a href={`/myndighed/sager/${caseNumber}${place}`}>{name}</a>
  ) : (
    name
  )
}

function Rows({
  c,
  entries,
  users,
  empty,
}: {
  readonly c: PageContext
  readonly entries: readonly WorklistEntry[]
  readonly users: ReadonlyMap<string, string>
  readonly empty: Child
}) {
  const t = words(c.language)
  const soon = currentStandard(c.municipality).parameters.dueSoonWorkingDays.value
  return (
    <Table
      caption={t.title}
      rows={entries}
      empty={empty}
      columns={[
        {
          heading: t.citizen,
          title: t.citizen,
          cell: (e) =>
            e.caseNumber ? (
              <a href={`/myndighed/sager/${e.caseNumber}`}>
                {`${e.givenName ?? ''} ${e.familyName ?? ''}`.trim() || e.caseNumber}
              </a>
            ) : (
              t.municipality
            ),
        },
        {
          heading: t.deadline,
          title: t.deadline,
          sorted: 'ascending',
          cell: (e) => (
            <>
              {e.dueOn && `${shortDay(e.dueOn, c.language)} `}
              <StatusMarker marker={markerOfAsked(e, c.today, soon, c.language)} />
            </>
          ),
        },
        {
          heading: t.task,
          title: t.task,
          cell: (e) => (
            <>
              <TaskLink c={c} entry={e} />
              {e.remandedOn && (
                <>
                  {' '}
                  <span class="tag">{remandInWords(c, e.remandedOn)}</span>
                </>
              )}
            </>
          ),
        },
        {
          heading: t.phase,
          title: t.phase,
          cell: (e) => {
            const phase = phases.find((p) => p === e.phase)
            return phase ? phaseNames(c.language)[phase] : '–'
          },
        },
        {
          heading: t.responsible,
          title: t.responsible,
          cell: (e) => (e.assignedTo ? (users.get(e.assignedTo) ?? '–') : t.nobody),
        },
      ]}
    />
  )
}

async function readPage(c: PageContext, wanted: Wanted) {
  return read(c.house.db, c.scope, async (tx) => {
    const [entries, users] = await Promise.all([
      worklist(tx, filterOf(c, wanted), { limit: pageSize, after: cursorOf(c.query.get('efter')) }),
      listUsers(tx),
    ])
    return { entries, users: new Map<string, string>(users.map((u) => [u.userId, u.name])) }
  })
}

/** In my own cases, what nobody of the authority has read: each leads to its thread. */
function NewMessages({
  c,
  unread,
}: {
  readonly c: PageContext
  readonly unread: readonly { readonly caseNumber: string; readonly unread: number }[]
}) {
  const t = threadMessages(c.language)
  return (
    <>
      <h2>{t.title}</h2>
      <ul>
        {unread.map(({ caseNumber, unread: count }) => (
          <li>
            <a href={`/myndighed/sager/${caseNumber}/beskeder`}>{caseNumber}</a>: {t.unreadCount(count)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What I have begun and not sent, where it goes soon: each leads to its case. */
async function draftsGoingSoon(c: PageContext): Promise<readonly (readonly [string, CalendarDay])[]> {
  const { userId } = c.asking.subject
  if (userId === undefined) return []
  return read(c.house.db, c.scope, async (tx) => {
    const going = (await listDrafts(tx, userId)).flatMap(({ caseId, expiresAt }) => {
      const day = goesSoonOn(c, expiresAt)
      return caseId && day ? [{ caseId, day }] : []
    })
    const cases = await casesWithIds(
      tx,
      going.map(({ caseId }) => caseId),
    )
    return going.flatMap(({ caseId, day }) => {
      const found = cases.find((one) => one.caseId === caseId)
      return found ? [[found.caseNumber, day] as const] : []
    })
  })
}

export async function myWork(c: PageContext): Promise<Response> {
  const t = words(c.language)
  const wanted: Wanted = { view: 'mine', task: undefined, dueBy: undefined, when: undefined }
  const filter = filterOf(c, wanted)
  const { userId } = c.asking.subject
  const [{ entries, users }, going, unread, counts] = await Promise.all([
    readPage(c, wanted),
    draftsGoingSoon(c),
    userId ? read(c.house.db, c.scope, (tx) => unreadOfCaseworker(tx, userId)) : [],
    read(c.house.db, c.scope, (tx) =>
      Promise.all([
        countWorklist(tx, filter),
        countWorklist(tx, { ...filter, dueFrom: c.today, dueBy: addDays(c.today, 7) }),
        countWorklist(tx, filterOf(c, { ...wanted, view: 'ufordelt' })),
        countWorklist(tx, filterOf(c, { ...wanted, view: 'venter' })),
      ]),
    ),
  ])
  const [all, week, unassigned, waiting] = counts
  const number = (value: number, more: boolean) => (more ? t.atLeast(value) : String(value))
  const numbers = [
    {
      href: href({ visning: 'mine', hvornaar: 'overskredet' }),
      text: t.overdue,
      value: number(all.overdue, all.andMore),
    },
    {
      href: href({ visning: 'mine', hvornaar: '7' }),
      text: t.within,
      value: number(week.open, week.andMore),
    },
    {
      href: href({ visning: 'ufordelt' }),
      text: t.unassigned,
      value: number(unassigned.open, unassigned.andMore),
    },
    { href: href({ visning: 'venter' }), text: t.waiting, value: number(waiting.open, waiting.andMore) },
  ]
  return html(
    c,
    t.work,
    <>
      <h1>{t.work}</h1>
      <ul class="hv-numbers no-max-width">
        {numbers.map((n) => (
          <li>
            <a href={n.href}>
              <strong>{n.value}</strong>
              {n.text}
            </a>
          </li>
        ))}
      </ul>
      {unread.length > 0 && <NewMessages c={c} unread={unread} />}
      {going.length > 0 && (
        <>
          <h2>{t.drafts}</h2>
          <ul>
            {going.map(([caseNumber, day]) => (
              <li>
                <a href={`/myndighed/sager/${caseNumber}`}>{caseNumber}</a>:{' '}
                {t.draftGoes(longDay(day, c.language))}
              </li>
            ))}
          </ul>
        </>
      )}
      <LinkButton href="/myndighed/henvendelse/ny" look="secondary">
        {t.newCase}
      </LinkButton>
      <h2>{t.title}</h2>
      <Rows c={c} entries={entries.slice(0, 20)} users={users} empty={<p>{t.none}</p>} />
      <p>
        <a href={href({ visning: 'mine' })}>{t.title}</a>
      </p>
      <p>
        <a href="/myndighed/kapacitet">{t.capacity}</a>
      </p>
    </>,
  )
}

export async function showWorklist(c: PageContext): Promise<Response> {
  const t = words(c.language)
  const wanted = wantedOf(c)
  const { entries, users } = await readPage(c, wanted)
  const filtered = wanted.task !== undefined || wanted.dueBy !== undefined
  const last = entries.length === pageSize ? entries.at(-1) : undefined
  const keep = { opgave: wanted.task, hvornaar: wanted.when }
  return html(
    c,
    t.title,
    <>
      <h1>{t.title}</h1>
      <Tabs
        label={t.views}
        tabs={(Object.keys(views) as View[]).map((view) => ({
          href: href({ visning: view, ...keep }),
          text: t[views[view]],
          current: view === wanted.view,
        }))}
      />
      <form method="get" action="/myndighed/opgaver" class="hv-filter">
        <input type="hidden" name="visning" value={wanted.view} />
        <Select
          name="opgave"
          label={t.task}
          value={wanted.task}
          empty={t.anyTask}
          options={tasks.map((task) => ({ value: task, label: taskNames(c.language)[task] }))}
        />
        <Select
          name="hvornaar"
          label={t.when}
          value={wanted.when}
          empty={t.anyTime}
          options={[
            { value: 'overskredet', label: t.overdue },
            { value: '7', label: t.within },
            { value: 'snart', label: t.soon },
          ]}
        />
        <Submit look="secondary">{t.filter}</Submit>
      </form>
      <Rows
        c={c}
        entries={entries}
        users={users}
        empty={
          filtered ? (
            <p>
              {t.noneFiltered} <a href={href({ visning: wanted.view })}>{t.clear}</a>
            </p>
          ) : (
            <p>{t.none}</p>
          )
        }
      />
      {last && (
        <LinkButton href={href({ visning: wanted.view, ...keep, efter: cursorText(last) })} look="secondary">
          {t.more}
        </LinkButton>
      )}
    </>,
  )
}
